import { field } from '../register/vocabulary.ts';
import { cellAddress, cellText, type SheetRow } from './cells.ts';
import { targetOf, type Target } from './header-index.ts';

/** A value that stands above the table for all of its rows. */
export interface AboveValue {
  readonly target: Target;
  readonly text: string;
  readonly cell: string;
}

/** What may be said above a table of whom it is about. 姓名 and 证件号码 there are the head's. */
const sayable: Readonly<Record<string, Target>> = {
  householdNo: 'householdNo',
  headName: 'headName',
  headIdentityNo: 'headIdentityNo',
  name: 'headName',
  identityNo: 'headIdentityNo',
  village: 'village',
  town: 'town',
};

/** A row of more cells than this is no title. */
const widestTitle = 60;
const longestTitle = 2000;
/** Rows are looked at again for every row below them that may be a header. */
const titles = new WeakMap<SheetRow, string>();
const rowsSaid = new WeakMap<SheetRow, readonly AboveValue[]>();

const isWide = ({ cells }: SheetRow): boolean => cells.length > widestTitle && cells.filter((cell) => cellText(cell) !== '').length > widestTitle;

/** The text of a row above the table; '' for one that is no title. */
export function titleOf(row: SheetRow): string {
  let title = titles.get(row);
  if (title === undefined) titles.set(row, (title = isWide(row) ? '' : row.cells.map((cell) => cellText(cell)).join(' ').trim().slice(0, longestTitle)));
  return title;
}

/** 户主：张某 in one cell, several of them in one cell, or the label in one cell and the value in the next. */
export function aboveTable(rows: readonly SheetRow[]): AboveValue[] {
  const said = new Map<Target, AboveValue>();
  for (const row of rows) for (const value of saidBy(row)) if (!said.has(value.target)) said.set(value.target, value);
  return [...said.values()];
}

function saidBy(row: SheetRow): readonly AboveValue[] {
  let said = rowsSaid.get(row);
  if (!said) rowsSaid.set(row, (said = isWide(row) ? [] : valuesIn(row)));
  return said;
}

function valuesIn(row: SheetRow): AboveValue[] {
  const said: AboveValue[] = [];
  const note = (label: string, text: string, cell: string): void => {
    const target = sayable[targetOf(label) ?? ''];
    if (target !== undefined && text !== '') said.push({ target, text, cell });
  };
  row.cells.forEach((cell, index) => {
    const text = cellText(cell).trim();
    if (text === '' || text.length > 200) return;
    for (const [, label = '', value = ''] of text.matchAll(/([^\s:：]{1,12})[:：]\s*([^\s:：]*)/g)) {
      const next = value === '' ? cellText(row.cells[index + 1]).trim() : value;
      note(label, next, cellAddress(row.number, value === '' ? index + 1 : index));
    }
    const next = cellText(row.cells[index + 1]).trim();
    if (!/[:：]/.test(text) && next !== '' && !/[:：]/.test(next) && targetOf(next) === undefined) note(text, next, cellAddress(row.number, index + 1));
  });
  return said;
}

/** The label of what stands above, for the sheet's summary. */
export const aboveLabel = ({ target }: AboveValue): string => field(target).label;
