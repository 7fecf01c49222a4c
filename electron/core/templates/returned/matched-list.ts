import type { MatchSubject } from '../../../../shared/changes/match-subject.ts';
import type { Matching, RegisteredPerson } from '../../../../shared/changes/matching.ts';
import type { SheetRow } from '../../../../shared/sheets/cells.ts';
import { matchingHeaders } from '../../../../shared/sheets/header-index.ts';
import type { Job } from '../../jobs.ts';
import type { ListBack, MissingSheet } from '../../reporting/list-back.ts';
import { writeMatchedSheets } from '../../reporting/matched-writer.ts';
import { writeMarkedCopy } from './marked-copy.ts';

interface Matched {
  readonly found: Matching;
  readonly sheets: readonly { readonly sheet: string; readonly lastHeader: number; readonly all: readonly SheetRow[] }[];
  readonly subject: MatchSubject | null;
  readonly people: { readonly byId: ReadonlyMap<string, RegisteredPerson & { readonly identity: string }> };
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join('；');

/** What the register says of each row, by sheet and row number. */
function notesOf(found: Matching): Map<string, Map<number, readonly [string, string]>> {
  const notes = new Map<string, Map<number, readonly [string, string]>>();
  const note = ({ sheet, row }: { readonly sheet: string; readonly row: number }, result: string, remark: string): void => {
    const rows = notes.get(sheet) ?? new Map<number, readonly [string, string]>();
    notes.set(sheet, rows.set(row, [result, remark]));
  };
  const near = Map.groupBy(found.near, ({ sheet, row }) => `${row}|${sheet}`);
  const maybe = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string[] =>
    (near.get(`${row}|${sheet}`) ?? []).map(({ candidate, why }) => `可能是 ${candidate.village}${candidate.name}（户 ${candidate.householdNo}）：${why}`);
  for (const row of found.both) note(row, '在册，一致', row.told ?? '');
  for (const row of found.differ) note(row, '在册，不一致', joined(...row.fields.map(({ label, register, theirs }) => `${label}：登记册 ${register || '空'}，名单 ${theirs}`), row.told));
  for (const row of found.onlyTheirs) note(row, '不在册', joined(row.told, ...maybe(row)));
  for (const row of found.unusable) note(row, '没法比对', joined(row.why, ...maybe(row)));
  return notes;
}

function missingSheet({ found, subject, people }: Matched): MissingSheet | null {
  if (found.onlyRegister.length === 0) return null;
  // Who has the subject to answer for must know whom to look for; nobody else gets numbers that he did not send.
  const numbered = subject !== null;
  return {
    name: '登记册有名单没有',
    head: ['序号', '行政村', '户编号', '姓名', ...(numbered ? ['证件号码'] : []), '说明'],
    rows: found.onlyRegister.map(({ memberId, village, householdNo, name, why }, at) => [String(at + 1), village, householdNo, name, ...(numbered ? [people.byId.get(memberId)?.identity ?? ''] : []), why || '登记册里有，名单里没有']),
  };
}

/** Their workbook with what the register says of each row: their own file where it can be kept, else its rows in the same places. */
export async function writeMatched(matched: Matched, bytes: Uint8Array, at: Date, job: Job): Promise<Uint8Array> {
  const notes = notesOf(matched.found);
  const back: ListBack = {
    file: matched.found.file,
    headers: matchingHeaders,
    sheets: matched.sheets.map(({ sheet, lastHeader, all }) => ({ sheet, lastHeader, all, notes: notes.get(sheet) ?? new Map() })),
    missing: missingSheet(matched),
  };
  return (await writeMarkedCopy(bytes, back, at, job)) ?? writeMatchedSheets(back, job);
}
