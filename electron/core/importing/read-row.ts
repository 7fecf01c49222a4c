import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { cellAddress, cellAt, cellText, type Cell, type SheetRow } from '../../../shared/sheets/cells.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { isOtherHeader } from '../../../shared/sheets/other-header.ts';
import type { RowCode } from '../../../shared/cycle/stamp.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import { refuse, wrongKindRule, type Kind, type Reading } from '../../../shared/fields/reading.ts';
import type { CodeDesk } from './code-desk.ts';
import { otherUnit } from './read-units.ts';
import { NumberedReadings, RememberedReadings } from './remembered-readings.ts';

/** A row of a file, understood: values by field key (undefined for a blank), and what had to be said about its cells. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Stored | undefined>>;
  readonly year: number | null;
  /** Columns that the vocabulary does not know, by header; null for none. */
  readonly extra: Readonly<Record<string, string>> | null;
  readonly remarks: readonly CellRemark[];
  /** Of a sheet that was sent out: whose row it is. */
  readonly code?: RowCode | undefined;
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
  /** Where the sheet states amounts in another unit than the register holds them in. */
  readonly unit: ReturnType<typeof otherUnit>;
  readonly readings: RememberedReadings;
  readonly read: (cell: Cell) => Reading;
}

/** What stands in a cell before its field is asked: the error of a formula is no value, an amount in 万元 is not one in 元. */
function readCell({ kind, unit }: Pick<ReadColumn, 'kind' | 'unit'>, cell: Cell, today: string): Reading {
  if (typeof cell !== 'string' && cell.type === 'error') return refuse(wrongKindRule, `单元格里是公式的错误 ${cell.text}`, '请在原表里改好公式，或直接填上结果');
  const reading = kind.read(cell, { today });
  if (!unit || !reading.ok || reading.value === null || reading.value === 0 || /[元万]/.test(cellText(cell))) return reading;
  return refuse(wrongKindRule, `表上写着单位是${unit.stated}，登记册里记的是${unit.held}，没有收`, `请换算成${unit.held}，并改好表上写的单位，再导入`);
}

/** A row that stands below the header of another table: its cells mean something else. */
function belowOtherHeader({ number, cells }: SheetRow, header: number): ReadRow {
  const first = cells.findIndex((cell) => cellText(cell).trim() !== '');
  const message = number === header ? '这一行是另一张表的表头，列和上面的表不同，从这一行起都没有收' : `第 ${header} 行起是另一张表，列和上面的表不同，这一行没有收`;
  const remark: CellRemark = { cell: cellAddress(number, Math.max(first, 0)), value: cellText(cells[first]), rule: 'TABLE', message, remedy: `请把第 ${header} 行起的表移到单独的工作表，再导入`, effect: 'row' };
  return { row: number, values: {}, year: null, extra: null, remarks: [remark], damaged: none, wiped: none };
}

export function rowReader(sheet: Recognised, { today, codes, wipes = none }: ReadOptions): (row: SheetRow) => ReadRow {
  const fields: ReadColumn[] = [];
  const others: { index: number; header: string }[] = [];
  let otherHeader: number | undefined;
  let yearColumn: number | undefined;
  let dateColumn: number | undefined;
  for (const column of sheet.columns) {
    if (column.target === '#year') yearColumn = column.index;
    else if (column.target === '#dataDate') dateColumn = column.index;
    else if (column.target === null) others.push({ index: column.index, header: column.header });
    else if (!column.target.startsWith('#')) {
      const target = field(column.target);
      const by = { kind: kindOf(target), unit: otherUnit(target, column.header, sheet.titles) };
      fields.push({ index: column.index, field: target, ...by, readings: new RememberedReadings(), read: (cell) => readCell(by, cell, today) });
    }
  }
  // On a department's list a damaged number is a reason to refuse only where it tells whose row it is.
  const options = { today };
  const known = new NumberedReadings();
  // Objects that get their keys in ever other orders become slow tables of the engine's.
  const blank = Object.fromEntries<Stored | undefined>(fields.map(({ field: { key } }) => [key, undefined]));
  return (row) => {
    if (otherHeader === undefined && isOtherHeader(row)) otherHeader = row.number;
    if (otherHeader !== undefined) return belowOtherHeader(row, otherHeader);
    const values = { ...blank };
    let remarks: CellRemark[] | undefined;
    let damaged: Set<string> | undefined;
    let wiped: Set<string> | undefined;
    for (const column of fields) {
      const { index, field: target } = column;
      const repeated = row.repeated?.(index);
      const cell = repeated ? repeated.cell : cellAt(row, index);
      if (cell === undefined || cell === '') {
        if (wipes.has(target.key)) wipe(target.key);
        continue;
      }
      const answered = target.codes && codes?.answer(target.key, cellText(cell));
      const reading = answered === undefined ? (repeated ? known.of(repeated, column.read) : column.readings.of(cell, column.read)) : { ok: true as const, value: answered.value };
      if (!reading.ok) {
        const isKey = keyFields.has(target.key);
        if (isKey) (damaged ??= new Set()).add(target.key);
        if (target.codes && reading.refused.rule !== wrongKindRule) codes?.ask(target, cellText(cell));
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
      const reading = plainKinds.year.read(cellAt(row, column) ?? '', options);
      if (reading.ok) year = reading.value === null ? null : Number(reading.value);
      // Nobody knows to which year the row's values belong.
      else (remarks ??= []).push({ cell: cellAddress(row.number, column), value: cellText(cellAt(row, column)), ...reading.refused, effect: column === yearColumn ? 'row' : 'cell' });
    }
    let extra: Record<string, string> | null = null;
    for (const { index, header } of others) {
      const text = cellText(cellAt(row, index)).trim();
      if (text !== '') (extra ??= {})[header] = text;
    }
    return { row: row.number, values, year, extra, remarks: remarks ?? [], damaged: damaged ?? none, wiped: wiped ?? none };

    function wipe(key: string): void {
      values[key] = null;
      (wiped ??= new Set()).add(key);
    }
  };
}
