import { everybody, findMatchSubject, matchSubjects, subjectOfKind } from '../../../shared/changes/match-subjects.ts';
import type { MatchSubject } from '../../../shared/changes/match-subject.ts';
import type { Matching } from '../../../shared/changes/matching.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';
import type { SheetKind } from '../../../shared/sheets/kinds/sheet-kind.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { codeDesks } from './code-desk.ts';
import { listLayouts } from './layout-store.ts';
import { answersOf } from './match-answers.ts';
import { comparedKeys, differencesFor } from './match-differences.ts';
import { expectedMissing } from './match-expected.ts';
import { People } from './match-people.ts';
import { Quadrants } from './match-quadrants.ts';
import { RowReader } from './match-row.ts';
import { readTheirs, type TheirSheet } from './match-tables.ts';
import type { InputFile } from './open-sheets.ts';

export interface MatchRequest {
  readonly file: InputFile;
  readonly year: number;
  /** Key of a kind of sheet or of a subject, or `everybody`; undefined: by the list itself. */
  readonly as: string | undefined;
}

export interface MatchedList {
  readonly found: Matching;
  readonly sheets: readonly TheirSheet[];
  readonly subject: MatchSubject | null;
  readonly people: People;
}

/** What the clerk says that the list is. */
function choiceOf(as: string | undefined): { readonly kind: SheetKind | undefined; readonly subject: MatchSubject | undefined } {
  if (as === undefined || as === everybody) return { kind: undefined, subject: undefined };
  const subject = findMatchSubject(as);
  const kind = findSheetKind(as);
  if (!subject && !kind) {
    const known = [...matchSubjects.flatMap(({ key, kinds }) => [key, ...kinds]), everybody];
    throw new Refusal('WRONG_USAGE', `没有“${as}”这种名单`, { remedy: `可以用：${[...new Set(known)].join('、')}` });
  }
  // A ledger may bear the name of its subject: then it is read as that.
  return { kind: kind && !subject ? kind : undefined, subject: subject ?? (kind ? subjectOfKind(kind.key) : undefined) };
}

/** Who is on no row by his number may be on one with a wrong number: nobody is told as missing without it. */
function withTheirRows(missing: Matching['onlyRegister'], near: Matching['near'], several: boolean): Matching['onlyRegister'] {
  const rows = Map.groupBy(near, ({ candidate }) => candidate.memberId);
  return missing.map((person) => {
    const theirs = rows.get(person.memberId)?.map(({ sheet, row }) => `${several ? `“${sheet}”` : ''}第 ${row} 行`) ?? [];
    return theirs.length === 0 ? person : { ...person, why: [...(person.why === '' ? [] : [person.why]), `名单${theirs.join('、')}可能是这个人`].join('；') };
  });
}

const perBreath = 500;

/** Holds a department's list against the people of the register. Nothing is written. */
export async function matchList(register: RegisterFile, { file, year, as }: MatchRequest, job: Job): Promise<MatchedList> {
  const list = await readTheirs(file, { ...choiceOf(as), layouts: listLayouts(register) }, as === everybody, job);
  const { subject } = list;
  const sheets = list.sheets.filter(({ why }) => why === undefined);
  const kept = subject?.key ?? sheets.find(({ kind }) => kind !== null)?.kind?.key ?? everybody;
  const people = new People(register, year, comparedKeys(sheets, subject));
  const quadrants = new Quadrants(people, answersOf(register, kept), subject);
  const desks = codeDesks(register);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  let done = 0;
  for (const sheet of sheets) {
    const reader = new RowReader(sheet);
    const placing = quadrants.forSheet(sheet, reader, differencesFor(sheet, subject, desks.of(sheet.kind?.department ?? '其他')));
    for (const row of sheet.rows) {
      if (done++ % perBreath === 0) {
        job.tell('正在比对', done, rows);
        await breathe(job);
      }
      reader.turnTo(row);
      placing(row);
    }
  }
  await quadrants.findNear(job);
  const [named] = sheets.flatMap((sheet) => (sheet.year === null ? [] : [sheet.year]));
  return {
    found: {
      file: file.name,
      year,
      listYear: named ?? null,
      subject: subject?.key ?? null,
      list: kept,
      rows,
      sheets: list.sheets.map((sheet) => ({ sheet: sheet.sheet, kind: sheet.kind?.key ?? null, kindLabel: sheet.kind?.label ?? '名单', rows: sheet.rows.length, ...(sheet.why === undefined ? {} : { why: sheet.why }) })),
      both: quadrants.both,
      differ: quadrants.differ,
      onlyTheirs: quadrants.onlyTheirs,
      onlyRegister: withTheirRows(expectedMissing(people, subject, { year, scope: quadrants.scope }, quadrants.seen), quadrants.near, sheets.length > 1),
      unusable: quadrants.unusable,
      near: quadrants.near,
    },
    sheets: list.sheets,
    subject,
    people,
  };
}
