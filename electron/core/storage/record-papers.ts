import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from './register-file.ts';

/** SQL of the record that a document proves, as the index `document_by_record` has it. */
export const paperOf = `data ->> '$."document.of"'`;

/**
 * Papers that hang on a record alone. One of a household's record stands in the household's file and stays there without it; a
 * record that is about nobody has no such file: its papers go and come back with it.
 */
export const papersAlone = (register: RegisterFile, recordId: string): string[] =>
  (register.sql(`SELECT id FROM entry WHERE ledger = 'document' AND ${paperOf} = ? AND householdId IS NULL AND memberId IS NULL ORDER BY id`).all(recordId) as { id: string }[]).map(({ id }) => id);

/** The record without which a paper would lie nowhere; null where it lies in a household's file, or is no paper. */
export function onlyRecord(values: Readonly<Record<string, Stored>>): string | null {
  const of = values['document.of'];
  return typeof of === 'string' && (values['householdId'] ?? null) === null && (values['memberId'] ?? null) === null ? of : null;
}
