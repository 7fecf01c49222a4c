import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { FindingMark } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { touchedSince } from '../tables/changed-this-month.ts';
import { dataThere } from './data-there.ts';
import { findingsOf } from './findings-of.ts';
import { askedRules, checkRegister } from './run-checks.ts';

interface AsOf {
  readonly year: number;
  readonly today: string;
}

interface Known extends AsOf {
  readonly revision: number;
  /** Which rules were asked: a column that fills for the first time wakes a rule for everybody. */
  readonly asked: string;
}

/** What the marks of a register were worked out for, and the run that is under way. */
const known = new WeakMap<RegisterFile, { done: Known | null; running: Promise<void> | null }>();

/** In the memory of the connection: marks follow from the register and never reach the disk. */
const table = `CREATE TEMP TABLE IF NOT EXISTS findingMark (
  householdId TEXT, memberId TEXT, person TEXT NOT NULL, field TEXT NOT NULL, grade TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, remedy TEXT NOT NULL)`;
const indexes = ['CREATE INDEX IF NOT EXISTS temp.findingMark_by_household ON findingMark (householdId)', 'CREATE INDEX IF NOT EXISTS temp.findingMark_by_member ON findingMark (memberId)'];

const quietly: Job = { signal: new AbortController().signal, tell: () => undefined };

/** Asking more households than this one by one costs more than asking all. */
const mostTouched = 200;

function keep(register: RegisterFile, findings: readonly FindingRow[]): void {
  const insert = register.sql('INSERT INTO temp.findingMark (householdId, memberId, person, field, grade, rule, message, remedy) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const each of findings) insert.run(each.householdId, each.memberId, each.person, each.field, each.grade, each.rule, each.message, each.remedy);
}

/** Numbers that nobody else may bear: who bears one now, or was marked for one, is asked again with whom it was changed for. */
const sharers = `SELECT value AS id FROM json_each(?1)
  UNION SELECT householdId FROM temp.findingMark WHERE field IN ('identityNo', 'memberNo', 'householdPhone', 'bankCard') AND householdId IS NOT NULL
  UNION SELECT o.householdId FROM member m JOIN member o ON substr(o.identityNo, 1, 18) = substr(m.identityNo, 1, 18) WHERE m.householdId IN (SELECT value FROM json_each(?1))
  UNION SELECT o.householdId FROM member m JOIN member o ON o.memberNo = m.memberNo WHERE m.householdId IN (SELECT value FROM json_each(?1))
  UNION SELECT o.id FROM household h JOIN household o ON o.householdPhone = h.householdPhone OR o.bankCard = h.bankCard WHERE h.id IN (SELECT value FROM json_each(?1))`;

/** The households that must be asked again after `done`; null where everybody must. */
function touchedAfter(register: RegisterFile, done: Known | null, asOf: AsOf, asked: string): readonly string[] | null {
  if (done === null || done.year !== asOf.year || done.today !== asOf.today || done.asked !== asked || done.revision > register.log.revision) return null;
  // Thresholds, areas, exemptions; what the office wants of its own columns; a record that is about no household may be about all of them.
  const wide = register
    .sql("SELECT 1 FROM command WHERE number > ?1 AND kind = 'settings' UNION ALL SELECT 1 FROM change c LEFT JOIN entry e ON e.id = c.rowId WHERE c.command > ?1 AND (c.entity = 'ownColumn' OR (c.entity = 'entry' AND e.householdId IS NULL)) LIMIT 1")
    .get(done.revision);
  if (wide) return null;
  const touched = (register.sql(touchedSince).all(done.revision) as { id: string }[]).map(({ id }) => id);
  if (touched.length > mostTouched) return null;
  const all = (register.sql(sharers).all(JSON.stringify(touched)) as { id: string }[]).map(({ id }) => id);
  return all.length > mostTouched ? null : all;
}

async function work(register: RegisterFile, asOf: AsOf): Promise<void> {
  const { revision } = register.log;
  const there = dataThere(register, asOf.year);
  const asked = askedRules(register, asOf.year, there).map(({ id }) => id).join(' ');
  register.sql(table).run();
  for (const index of indexes) register.sql(index).run();
  const done = known.get(register)?.done ?? null;
  const again = touchedAfter(register, done, asOf, asked);
  if (again === null) {
    const { findings } = await checkRegister(register, asOf, quietly);
    register.together(() => {
      register.sql('DELETE FROM temp.findingMark').run();
      keep(register, findings);
    });
  } else {
    const findings = findingsOf(register, again, asOf);
    register.together(() => {
      register.sql('DELETE FROM temp.findingMark WHERE householdId IN (SELECT value FROM json_each(?))').run(JSON.stringify(again));
      keep(register, findings);
    });
  }
  known.set(register, { done: { ...asOf, revision, asked }, running: null });
}

/** Makes the marks those of the register as it is now. Calls that come meanwhile wait for the same run. */
export async function readyMarks(register: RegisterFile, asOf: AsOf): Promise<void> {
  for (;;) {
    const state = known.get(register) ?? { done: null, running: null };
    known.set(register, state);
    const { revision } = register.log;
    const { done } = state;
    if (done?.revision === revision && done.year === asOf.year && done.today === asOf.today) return;
    if (!state.running) {
      state.running = work(register, asOf).catch((error: unknown) => {
        known.delete(register);
        throw error;
      });
    }
    await state.running;
  }
}

const columns = "rule, grade, field, person, message, remedy";
const byGrade = "CASE grade WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, rule";

const ofSubject = {
  people: `SELECT memberId AS id, ${columns} FROM temp.findingMark WHERE memberId IN (SELECT value FROM json_each(?)) ORDER BY ${byGrade}`,
  households: `SELECT householdId AS id, ${columns} FROM temp.findingMark WHERE householdId IN (SELECT value FROM json_each(?)) ORDER BY ${byGrade}`,
} as const;

/** The marks of some rows, the worst first. A household bears those of its people too, under their names. */
export function marksOf(register: RegisterFile, subject: Subject, ids: readonly string[]): Record<string, FindingMark[]> {
  if (subject !== 'people' && subject !== 'households') return {};
  const rows = register.sql(ofSubject[subject]).all(JSON.stringify(ids)) as (FindingMark & { id: string })[];
  const found: Record<string, FindingMark[]> = {};
  for (const { id, person, ...mark } of rows) (found[id] ??= []).push({ ...mark, person: subject === 'people' ? '' : person });
  return found;
}

/** The nearest marked row of an answer after a place, or before it, round the end; with the columns of its own that are at fault. */
export function nextMark(register: RegisterFile, ids: readonly string[], subject: Subject, row: number, backwards: boolean): { row: number; id: string; fields: string[] } | null {
  if (subject !== 'people' && subject !== 'households') return null;
  const marked = register.sql(subject === 'people' ? 'SELECT DISTINCT memberId AS id FROM temp.findingMark' : 'SELECT DISTINCT householdId AS id FROM temp.findingMark').all() as { id: string | null }[];
  const rows = new Set(marked.map(({ id }) => id));
  const from = backwards ? Math.max(row, 0) : row;
  for (let step = 1; step <= ids.length; step++) {
    const at = (from + (backwards ? ids.length - step : step)) % ids.length;
    const id = ids[at];
    if (id === undefined || !rows.has(id)) continue;
    const own = (marksOf(register, subject, [id])[id] ?? []).filter(({ person }) => person === '');
    return { row: at, id, fields: [...new Set(own.map(({ field }) => field))] };
  }
  return null;
}

interface Asking {
  readonly year: number;
  readonly filters: readonly unknown[];
}

const isAsking = (value: unknown): value is Asking =>
  typeof value === 'object' && value !== null && 'filters' in value && Array.isArray(value.filters) && 'year' in value && typeof value.year === 'number';

/** Questions within what a procedure was given: the input itself, its `question`, or its `questions`. */
function* questionsIn(input: unknown): Generator<Asking> {
  if (typeof input !== 'object' || input === null) return;
  if (isAsking(input)) yield input;
  if ('question' in input) yield* questionsIn(input.question);
  if ('questions' in input && Array.isArray(input.questions)) for (const each of input.questions) yield* questionsIn(each);
}

/** The year for which a call needs to know what the rules find, because a condition of its questions asks for it; null where none does. */
export function asksForFindings(input: unknown): number | null {
  for (const { year, filters } of questionsIn(input)) {
    if (filters.some((filter) => typeof filter === 'object' && filter !== null && 'group' in filter && filter.group === 'findings')) return year;
  }
  return null;
}
