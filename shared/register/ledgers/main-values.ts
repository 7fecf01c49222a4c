import type { Stored } from '../../fields/reading.ts';
import { kindOf, type Field } from '../field.ts';
import type { Ledger } from './ledger.ts';

const numbers = new Set<Field['kind']>(['digits', 'identity', 'phone', 'card']);
/** Addresses and the like: too long for a line. */
const wide = 40;

export interface MainValue {
  readonly label: string;
  readonly text: string;
}

/** What a record says in few words: what it is known by, then the first of its other values that are neither numbers nor addresses. */
export function mainValues(ledger: Ledger, values: Readonly<Record<string, Stored>>, most = 3): MainValue[] {
  const isKey = ({ key }: Field): boolean => ledger.keys.includes(key);
  // What the program writes for itself tells nobody anything.
  const said = ledger.fields.filter(({ key }) => !ledger.made.includes(key));
  const telling = [...said.filter(isKey), ...said.filter((field) => !isKey(field) && !numbers.has(field.kind) && field.printWidth < wide)];
  return telling
    .map((field) => ({ label: field.label, text: kindOf(field).show(values[field.key] ?? null) }))
    .filter(({ text }) => text !== '')
    .slice(0, most);
}

/** The same in one line: 低保等级 A类，低保金额 300.00. */
export const recordLine = (ledger: Ledger, values: Readonly<Record<string, Stored>>, most = 3): string =>
  mainValues(ledger, values, most).map(({ label, text }) => `${label} ${text}`).join('，');
