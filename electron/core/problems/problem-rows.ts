import type { ProblemDay, ProblemList, ProblemRate, ProblemRow } from '../../../shared/contract/problems.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { evidenceOf, isOverdue, problemState, usualDue } from '../../../shared/register/problem-state.ts';
import type { RegisterFile } from '../storage/register-file.ts';

interface StoredProblem {
  readonly id: string;
  readonly revision: number;
  readonly data: string;
  readonly householdId: string | null;
  readonly householdNo: string | null;
  readonly head: string | null;
  readonly town: string | null;
  readonly village: string | null;
}

const problems = `SELECT e.id, e.revision, e.data, h.id AS householdId, h.householdNo, h.town, h.village,
    (SELECT name FROM member WHERE householdId = h.id AND relation = '户主' LIMIT 1) AS head
  FROM entry e LEFT JOIN household h ON h.id = e.householdId WHERE e.ledger = 'problem' ORDER BY h.walkKey, e.id`;

const documents = `SELECT id, coalesce(data ->> '$."document.file"', data ->> '$."document.title"', data ->> '$."document.place"', '') AS name
  FROM entry WHERE ledger = 'document' AND id IN (SELECT value FROM json_each(?))`;

export const saidOf = (values: Readonly<Record<string, Stored | undefined>>, key: string): string => {
  const value = values[`problem.${key}`];
  return value === null || value === undefined ? '' : String(value);
};

/** What is not closed by its day, overdue first; then what is closed, the last one first. */
function inOrder(one: ProblemRow, other: ProblemRow): number {
  const closed = (row: ProblemRow): number => (row.state === 'closed' ? 1 : 0);
  const day = (row: ProblemRow): string => (row.state === 'closed' ? saidOf(row.values, 'closedOn') : saidOf(row.values, 'due') || '9999');
  const [a, b] = [day(one), day(other)];
  if (closed(one) !== closed(other)) return closed(one) - closed(other);
  if (a === b) return 0;
  return (a < b ? -1 : 1) * (closed(one) === 1 ? -1 : 1);
}

/** Every problem with where it stands today. */
export function problemRows(register: RegisterFile, today: string): ProblemRow[] {
  const stored = (register.sql(problems).all() as StoredProblem[]).map(({ data, ...row }) => ({ ...row, values: JSON.parse(data) as Record<string, Stored> }));
  const named = stored.flatMap(({ values }) => evidenceOf(values));
  const there = new Map((named.length === 0 ? [] : (register.sql(documents).all(JSON.stringify(named)) as { id: string; name: string }[])).map((each) => [each.id, each]));
  return stored
    .map(({ id, revision, householdId, householdNo, head, town, village, values }): ProblemRow => {
      const evidence = evidenceOf(values).flatMap((each) => there.get(each) ?? []);
      const state = problemState(values, evidence.length);
      return {
        id, revision, householdId, values, state, evidence,
        household: householdNo ?? '', head: head ?? '', town: town ?? saidOf(values, 'town'), village: village ?? saidOf(values, 'village'),
        overdue: isOverdue(values, state, today),
      };
    })
    .toSorted(inOrder);
}

/** One of them, as the writer had it before the eyes. */
export function problemOf(register: RegisterFile, id: string, base: number, today: string): ProblemRow {
  const found = problemRows(register, today).find((row) => row.id === id);
  if (!found) throw new Refusal('NOT_FOUND', '台账里已没有这个问题', { remedy: '可能刚被删除或撤销，请按 F5 刷新后再看' });
  if (found.revision > base) throw new Refusal('STALE', '这个问题刚被改过，没有写', { where: whereOf(found), remedy: '请看过现在的内容再办' });
  return found;
}

/** How a problem is called in messages: whom it is about, and its wording. */
export function whereOf({ head, household, village, values }: Pick<ProblemRow, 'head' | 'household' | 'village' | 'values'>): string {
  const whom = saidOf(values, 'person') || head || household || saidOf(values, 'project') || village;
  return [whom, saidOf(values, 'text')].filter((part) => part !== '').join(' · ');
}

const rateOf = (town: string, rows: readonly ProblemRow[]): ProblemRate => {
  const count = (test: (row: ProblemRow) => boolean): number => rows.filter(test).length;
  const closed = count(({ state }) => state === 'closed');
  return { town, total: rows.length, closed, proposed: count(({ state }) => state === 'proposed'), overdue: count(({ overdue }) => overdue), rate: rows.length === 0 ? 100 : Math.round((closed / rows.length) * 1000) / 10 };
};

function daysOf(rows: readonly ProblemRow[]): ProblemDay[] {
  const found = rows.map(({ values }) => saidOf(values, 'foundOn'));
  const closed = rows.flatMap(({ state, values }) => (state === 'closed' ? [saidOf(values, 'closedOn')] : []));
  const days = [...new Set([...found, ...closed])].filter((day) => day !== '').toSorted((a, b) => (a < b ? -1 : 1));
  const until = (of: readonly string[], day: string): number => of.filter((each) => each <= day).length;
  return days.slice(-60).map((day) => ({ day, total: until(found, day), closed: until(closed, day) }));
}

/** The whole ledger as the screen shows it. */
export function problemList(register: RegisterFile, today: string): ProblemList {
  const rows = problemRows(register, today);
  const towns = [...new Set(rows.map(({ town }) => town))].toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
  return { rows, rates: [...towns.map((town) => rateOf(town, rows.filter((row) => row.town === town))), rateOf('合计', rows)], days: daysOf(rows), usualDue: usualDue(today), today };
}
