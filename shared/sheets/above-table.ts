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

/** 户主：张某 in one cell, several of them in one cell, or the label in one cell and the value in the next. */
export function aboveTable(rows: readonly SheetRow[]): AboveValue[] {
  const said = new Map<Target, AboveValue>();
  const note = (label: string, text: string, cell: string): void => {
    const target = sayable[targetOf(label) ?? ''];
    if (target !== undefined && text !== '' && !said.has(target)) said.set(target, { target, text, cell });
  };
  for (const row of rows) {
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
  }
  return [...said.values()];
}

/** The label of what stands above, for the sheet's summary. */
export const aboveLabel = ({ target }: AboveValue): string => field(target).label;
