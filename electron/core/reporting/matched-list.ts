import type { Matching } from '../../../shared/changes/matching.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { matchingHeaders } from '../../../shared/sheets/header-index.ts';
import type { Job } from '../jobs.ts';
import { writeReturned } from './returned-writer.ts';

interface Their {
  readonly file: string;
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly SheetRow[];
}

/** Their list in their layout and order, with what the register says of each row. */
export function writeMatched(found: Matching, their: Their, job: Job): Promise<Uint8Array> {
  const notes = new Map<number, readonly [string, string]>();
  for (const { row } of found.both) notes.set(row, ['在册，一致', '']);
  for (const { row, fields } of found.differ) notes.set(row, ['在册，不一致', fields.map(({ label, register, theirs }) => `${label}：登记册 ${register || '空'}，名单 ${theirs}`).join('；')]);
  for (const { row } of found.onlyTheirs) notes.set(row, ['不在册', '']);
  for (const { row, candidate, why } of found.near) notes.set(row, ['不在册', [notes.get(row)?.[1], `可能是 ${candidate.village}${candidate.name}（户 ${candidate.householdNo}）：${why}`].filter((part) => part).join('；')]);
  for (const { row, why } of found.unusable) notes.set(row, ['没法比对', why]);
  const rows = their.rows.map((row) => ({ cells: row.cells.map(cellText), notes: notes.get(row.number) ?? (['', ''] as const), marked: [] }));
  return writeReturned([{ file: their.file, sheet: '', head: their.head, rows }], matchingHeaders, job);
}
