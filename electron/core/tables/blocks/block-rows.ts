import type { Stored } from '../../../../shared/fields/reading.ts';
import type { Field } from '../../../../shared/register/field.ts';
import type { Subject } from '../../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { columnOf, fromOf, sourceOf, type ColumnSource } from '../sources.ts';

/** A row of a table with a few of its columns, and the rows of the register behind it. */
export interface BlockRow {
  readonly id: string;
  readonly householdId: string;
  readonly memberId: string | null;
  readonly householdYearId: string | null;
  readonly memberYearId: string | null;
  /** What the row is called. */
  readonly name: string;
  /** By the place of the column in the fields asked for. */
  readonly values: readonly Stored[];
}

/** Rows read in one go. */
export const rowsAtATime = 500;

const yearIdOf = { householdYear: 'hy.id', memberYear: 'my.id' } as const;

function statementFor(subject: Subject, columns: readonly ColumnSource[]): string {
  const source = sourceOf(subject);
  const yearId = (entity: keyof typeof yearIdOf): string => (columns.some(({ field }) => field.entity === entity) ? yearIdOf[entity] : 'NULL');
  const named = source.table.named.map((key) => columnOf(source, key).sql);
  const taken = [
    `${source.id} AS id`,
    `${source.householdId} AS householdId`,
    `${source.memberId} AS memberId`,
    `${yearId('householdYear')} AS householdYearId`,
    `${yearId('memberYear')} AS memberYearId`,
    `coalesce(${[...named, "''", "''"].join(', ')}) AS name`,
    ...columns.map(({ sql }, at) => `${sql} AS c${at}`),
  ].join(', ');
  const where = source.where === null ? '' : ` AND ${source.where}`;
  return `SELECT ${taken} ${fromOf(source, taken)} WHERE ?1 = ?1 AND ${source.id} IN (SELECT value FROM json_each(?2))${where}`;
}

/** Rows by their ids, in the order of the ids; undefined for those that are gone. Only the tables behind the columns are read. */
export function readBlockRows(register: RegisterFile, of: { readonly subject: Subject; readonly year: number }, ids: readonly string[], columns: readonly ColumnSource[]): (BlockRow | undefined)[] {
  const stored = register.sql(statementFor(of.subject, columns)).all(of.year, JSON.stringify(ids)) as Record<string, Stored>[];
  const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);
  const found = new Map<string, BlockRow>();
  for (const row of stored) {
    found.set(String(row['id']), {
      id: String(row['id']),
      householdId: text(row['householdId']) ?? '',
      memberId: text(row['memberId']),
      householdYearId: text(row['householdYearId']),
      memberYearId: text(row['memberYearId']),
      name: String(row['name'] ?? ''),
      values: columns.map((_, at) => row[`c${at}`] ?? null),
    });
  }
  return ids.map((id) => found.get(id));
}

/** The row of the register behind a cell, and who has it or would have it. */
export function behind(row: BlockRow, { entity }: Field): { rowId: string | undefined; owner: string } {
  switch (entity) {
    case 'household':
      return { rowId: row.householdId || undefined, owner: row.householdId };
    case 'member':
      return { rowId: row.memberId ?? undefined, owner: row.memberId ?? '' };
    case 'householdYear':
      return { rowId: row.householdYearId ?? undefined, owner: row.householdId };
    case 'memberYear':
      return { rowId: row.memberYearId ?? undefined, owner: row.memberId ?? '' };
    case 'entry':
    case 'helper':
    case 'ownColumn':
      return { rowId: row.id, owner: row.id };
  }
}
