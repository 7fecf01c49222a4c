import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { cellAddress, cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import type { Kind } from '../../../shared/fields/reading.ts';
import type { CodeDesk } from './code-desk.ts';

/** A row of a file, understood: values by field key (blanks left out), and what had to be said about its cells. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Stored>>;
  readonly year: number | null;
  /** Columns that the vocabulary does not know, by header; null for none. */
  readonly extra: Readonly<Record<string, string>> | null;
  readonly remarks: readonly CellRemark[];
  /** Field keys whose cell was damaged beyond use. */
  readonly damaged: ReadonlySet<string>;
  /** Field keys whose blank is meant to wipe; their value is null. */
  readonly wiped: ReadonlySet<string>;
}

export interface ReadOptions {
  readonly today: string;
  /** Answers to unknown code values, and where new ones are noted. */
  readonly codes?: CodeDesk;
  /** Field keys of the columns in which a blank wipes. */
  readonly wipes?: ReadonlySet<string>;
}

/** Without one of these being whole, nobody knows whose row it is. */
const keyFields = new Set(['identityNo', 'headIdentityNo', 'householdNo', 'memberNo', 'headNo']);
const none: ReadonlySet<string> = new Set();

interface ReadColumn {
  readonly index: number;
  readonly field: Field;
  readonly kind: Kind;
}

export function rowReader(sheet: Recognised, { today, codes, wipes = none }: ReadOptions): (row: SheetRow) => ReadRow {
  const fields: ReadColumn[] = [];
  const others: { index: number; header: string }[] = [];
  let yearColumn: number | undefined;
  let dateColumn: number | undefined;
  for (const column of sheet.columns) {
    if (column.target === '#year') yearColumn = column.index;
    else if (column.target === '#dataDate') dateColumn = column.index;
    else if (column.target === null) others.push({ index: column.index, header: column.header });
    else if (!column.target.startsWith('#')) fields.push({ index: column.index, field: field(column.target), kind: kindOf(field(column.target)) });
  }
  // On a department's list a damaged number is a reason to refuse only where it tells whose row it is.
  const options = { today };
  return (row) => {
    const values: Record<string, Stored> = {};
    let remarks: CellRemark[] | undefined;
    let damaged: Set<string> | undefined;
    let wiped: Set<string> | undefined;
    for (const { index, field: target, kind } of fields) {
      const cell = row.cells[index];
      if (cell === undefined || cell === '') {
        if (wipes.has(target.key)) wipe(target.key);
        continue;
      }
      const answered = target.codes && codes?.answer(target.key, cellText(cell));
      const reading = answered === undefined ? kind.read(cell, options) : { ok: true as const, value: answered.value };
      if (!reading.ok) {
        const isKey = keyFields.has(target.key);
        if (isKey) (damaged ??= new Set()).add(target.key);
        if (target.codes) codes?.ask(target, cellText(cell));
        (remarks ??= []).push({ cell: cellAddress(row.number, index), value: cellText(cell), ...reading.refused, effect: isKey ? 'row' : 'cell' });
        continue;
      }
      if (reading.value !== null) values[target.key] = reading.value;
      else if (wipes.has(target.key)) wipe(target.key);
      if ('flag' in reading && reading.flag) (remarks ??= []).push({ cell: cellAddress(row.number, index), value: cellText(cell), ...reading.flag, effect: 'flagged' });
    }
    let year: number | null = null;
    for (const column of [yearColumn, dateColumn]) {
      if (column === undefined || year !== null) continue;
      const reading = plainKinds.year.read(row.cells[column] ?? '', options);
      if (reading.ok) year = reading.value === null ? null : Number(reading.value);
      else (remarks ??= []).push({ cell: cellAddress(row.number, column), value: cellText(row.cells[column]), ...reading.refused, effect: 'cell' });
    }
    let extra: Record<string, string> | null = null;
    for (const { index, header } of others) {
      const text = cellText(row.cells[index]).trim();
      if (text !== '') (extra ??= {})[header] = text;
    }
    return { row: row.number, values, year, extra, remarks: remarks ?? [], damaged: damaged ?? none, wiped: wiped ?? none };

    function wipe(key: string): void {
      values[key] = null;
      (wiped ??= new Set()).add(key);
    }
  };
}
