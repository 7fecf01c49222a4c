import type { MatchAnswer } from '../../../shared/changes/matching.ts';
import { everybody, findMatchSubject } from '../../../shared/changes/match-subjects.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What was said of a row; null: nobody of the register. */
export interface KeptAnswer {
  readonly memberId: string | null;
  readonly at: string;
  readonly who: string;
}

/** Answers of one list, by the key of the row. */
export function answersOf(register: RegisterFile, list: string): Map<string, KeptAnswer> {
  const rows = register.sql('SELECT theirs, memberId, at, who FROM matchAnswer WHERE list = ?').all(list) as (KeptAnswer & { theirs: string })[];
  return new Map(rows.map(({ theirs, ...answer }) => [theirs, answer]));
}

export interface GivenAnswer {
  readonly list: string;
  readonly theirs: string;
  readonly memberId: string | null;
}

/** Remembers who a row means; said again, the later word holds. */
export function keepAnswer(register: RegisterFile, { list, theirs, memberId }: GivenAnswer, at: string, who: string): void {
  if (memberId !== null && register.sql('SELECT id FROM member WHERE id = ?').get(memberId) === undefined) {
    throw new Refusal('NOT_FOUND', '这个人已不在登记册里', { remedy: '请重新比对后再认' });
  }
  register
    .sql('INSERT INTO matchAnswer (list, theirs, memberId, at, who) VALUES (?, ?, ?, ?, ?) ON CONFLICT (list, theirs) DO UPDATE SET memberId = excluded.memberId, at = excluded.at, who = excluded.who')
    .run(list, theirs, memberId, at, who);
}

export const forgetAnswer = (register: RegisterFile, list: string, theirs: string): void => void register.sql('DELETE FROM matchAnswer WHERE list = ? AND theirs = ?').run(list, theirs);

export const listLabel = (list: string): string => findMatchSubject(list)?.label ?? findSheetKind(list)?.label ?? (list === everybody ? '其他名单' : list);

type Joined = GivenAnswer & { readonly at: string; readonly who: string; readonly name: string | null; readonly householdNo: string | null; readonly village: string | null; readonly state: string | null };

/** Every answer, the newest first. */
export function listAnswers(register: RegisterFile): MatchAnswer[] {
  const rows = register
    .sql(`SELECT a.list, a.theirs, a.memberId, a.at, a.who, m.name, m.memberState AS state, h.householdNo, h.village FROM matchAnswer a
      LEFT JOIN member m ON m.id = a.memberId LEFT JOIN household h ON h.id = m.householdId ORDER BY a.at DESC, a.list, a.theirs`)
    .all() as Joined[];
  return rows.map(({ list, theirs, memberId, at, who, name, householdNo, village, state }) => {
    const cut = theirs.lastIndexOf('|');
    return {
      list,
      listLabel: listLabel(list),
      theirs,
      name: theirs.slice(cut + 1),
      key: theirs.slice(0, Math.max(cut, 0)),
      person: memberId === null || name === null ? null : { memberId, name, householdNo: householdNo ?? '', village: village ?? '' },
      lost: memberId !== null && (name === null || goneStates.has(state ?? '')),
      at,
      who,
    };
  });
}
