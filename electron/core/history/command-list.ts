import type { CommandRow } from '../../../shared/contract/history.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { cellOf } from '../storage/cell-source.ts';
import type { SourcedChange } from './log-row.ts';
import { nameOfRow, rowNames } from './name-of-row.ts';

/** The log, command by command, newest first. */
export function listCommands(register: RegisterFile, before: number | undefined, limit: number): { rows: CommandRow[]; more: boolean } {
  const found = register
    .sql(
      `SELECT k.number AS command, k.kind, k.label, k.at, k.who, k.batch, (SELECT count(*) FROM change c WHERE c.command = k.number) AS changes,
         (SELECT min(u.number) FROM command u WHERE u.reverses = k.number) AS undoneBy
       FROM command k WHERE (?1 IS NULL OR k.number < ?1) ORDER BY k.number DESC LIMIT ?2`,
    )
    .all(before ?? null, limit + 1) as CommandRow[];
  return { rows: found.slice(0, limit), more: found.length > limit };
}

export interface ChangeLine {
  readonly what: string;
  readonly field: string;
  readonly old: string;
  readonly new: string;
  readonly source: string;
}

const keys = new Set(['householdId', 'memberId', 'year', 'ledger']);

/** The values of a row that came or went, in one line. */
function contents(json: Stored): string {
  const values = JSON.parse(String(json)) as Record<string, Stored>;
  const parts = Object.entries(values).filter(([column]) => !keys.has(column) && column !== 'extra');
  return parts.map(([column, value]) => `${labelOf(column)} ${shown(column, value)}`).join('，');
}

/** The changes of one command in the order in which they were made. */
export function listChanges(register: RegisterFile, command: number, offset: number, limit: number): { total: number; rows: ChangeLine[] } {
  const { total } = register.sql('SELECT count(*) AS total FROM change WHERE command = ?').get(command) as { total: number };
  const rows = register
    .sql(
      `SELECT c.entity, c.rowId, c.action, c.field, c.old, c.new, s.file, s.sheet, s.columns, c.sheetRow
       FROM change c LEFT JOIN importSheet s ON s.id = c.sheet WHERE c.command = ? ORDER BY c.seq LIMIT ? OFFSET ?`,
    )
    .all(command, limit, offset) as SourcedChange[];
  return {
    total,
    rows: rows.map((row) => {
      const cell = row.field === null ? (row.sheetRow === null ? null : `第 ${row.sheetRow} 行`) : cellOf(row, row.field);
      const source = row.file === null ? '' : sheetPlace(row.file, row.sheet, cell);
      const what = nameOfRow(register, row.entity, row.rowId);
      if (row.action === 'set') {
        const column = row.field ?? '';
        return { what, field: labelOf(column), old: row.old === null ? '' : shown(column, row.old), new: row.new === null ? '' : shown(column, row.new), source };
      }
      const added = row.action === 'create';
      return { what, field: `${added ? '新增' : '删除'}${rowNames[row.entity]}`, old: added ? '' : contents(row.old), new: added ? contents(row.new) : '', source };
    }),
  };
}
