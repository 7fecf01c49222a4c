import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { cellAddress, cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';

/** A row of a file, understood: values by field key (blanks left out), and what had to be said about its cells. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Stored>>;
  readonly year: number | null;
  /** Columns that the vocabulary does not know, by header. */
  readonly extra: Readonly<Record<string, string>>;
  readonly remarks: readonly CellRemark[];
  /** Field keys whose cell was damaged beyond use. */
  readonly damaged: ReadonlySet<string>;
}

/** Without one of these being whole, nobody knows whose row it is. */
const keyFields = new Set(['identityNo', 'headIdentityNo', 'householdNo', 'memberNo', 'headNo']);
const none: ReadonlySet<string> = new Set();

export function rowReader(sheet: Recognised, today: string): (row: SheetRow) => ReadRow {
  const fields: { index: number; field: Field }[] = [];
  const others: { index: number; header: string }[] = [];
  let yearColumn: number | undefined;
  let dateColumn: number | undefined;
  for (const column of sheet.columns) {
    if (column.target === '#year') yearColumn = column.index;
    else if (column.target === '#dataDate') dateColumn = column.index;
    else if (column.target === null) others.push({ index: column.index, header: column.header });
    else if (column.target !== '#ordinal' && column.target !== '#note') fields.push({ index: column.index, field: field(column.target) });
  }
  const options = { today };
  return (row) => {
    const values: Record<string, Stored> = {};
    let remarks: CellRemark[] | undefined;
    let damaged: Set<string> | undefined;
    for (const { index, field: target } of fields) {
      const cell = row.cells[index];
      if (cell === undefined || cell === '') continue;
      const reading = kindOf(target).read(cell, options);
      if (!reading.ok) {
        const isKey = keyFields.has(target.key);
        if (isKey) (damaged ??= new Set()).add(target.key);
        (remarks ??= []).push({ cell: cellAddress(row.number, index), value: cellText(cell), ...reading.refused, effect: isKey ? 'row' : 'cell' });
        continue;
      }
      if (reading.value !== null) values[target.key] = reading.value;
      if (reading.flag) (remarks ??= []).push({ cell: cellAddress(row.number, index), value: cellText(cell), ...reading.flag, effect: 'flagged' });
    }
    let year: number | null = null;
    for (const column of [yearColumn, dateColumn]) {
      if (column === undefined || year !== null) continue;
      const reading = plainKinds.year.read(row.cells[column] ?? '', options);
      if (reading.ok) year = reading.value === null ? null : Number(reading.value);
      else (remarks ??= []).push({ cell: cellAddress(row.number, column), value: cellText(row.cells[column]), ...reading.refused, effect: 'cell' });
    }
    const extra: Record<string, string> = {};
    for (const { index, header } of others) {
      const text = cellText(row.cells[index]).trim();
      if (text !== '') extra[header] = text;
    }
    return { row: row.number, values, year, extra, remarks: remarks ?? [], damaged: damaged ?? none };
  };
}
