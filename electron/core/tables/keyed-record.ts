import type { Stored } from '../../../shared/fields/reading.ts';
import type { RecordFacts } from '../../../shared/register/facts.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from './facts.ts';

type Named = Readonly<Record<string, Stored>>;

/** The record of a ledger about nobody that has these values, by the short names of its fields; of a year, where one is given. */
export const findKeyed = (register: RegisterFile, ledger: string, keys: Named, year: number | null = null): RecordFacts | undefined =>
  readRecords(register, ledger).find((record) => (year === null || record.year === year) && Object.entries(keys).every(([key, value]) => (record.values[`${ledger}.${key}`] ?? null) === (value === '' ? null : value)));

/** Writes a record of a ledger that the program itself keeps: over the one that has the same keys, or anew. An empty text is nothing. */
export function writeKeyed(register: RegisterFile, writer: Writer, ledger: string, keys: Named, values: Named, year: number | null = null): string {
  const there = findKeyed(register, ledger, keys, year);
  if (!there) {
    const id = newId();
    const filled = Object.entries({ ...keys, ...values }).filter(([, value]) => value !== null && value !== '');
    writer.create('entry', id, { ledger, ...(year === null ? {} : { year }), ...Object.fromEntries(filled.map(([key, value]) => [`${ledger}.${key}`, value])) });
    return id;
  }
  for (const [key, value] of Object.entries(values)) {
    const column = `${ledger}.${key}`;
    const old = there.values[column] ?? null;
    const fresh = value === '' ? null : value;
    if (old !== fresh) writer.set('entry', there.id, column, old, fresh);
  }
  return there.id;
}
