import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { FindingMark } from '../../../shared/contract/views.ts';
import type { RecordSubject, Subject } from '../../../shared/sheets/subject.ts';
import { breathe, type Job } from '../jobs.ts';
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

interface State {
  /** What the marks that are kept were worked out for. */
  done: Known | null;
  /** The households whose marks are kept. A screen shows some rows of a long table; all rules over all of it take their time. */
  seen: Set<string> | 'all';
  /** The run over all of them that is under way. */
  running: Promise<void> | null;
}

const states = new WeakMap<RegisterFile, State>();

/** In the memory of the connection: marks follow from the register and never reach the disk. */
const table = `CREATE TEMP TABLE IF NOT EXISTS findingMark (
  householdId TEXT, memberId TEXT, person TEXT NOT NULL, field TEXT NOT NULL, grade TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, remedy TEXT NOT NULL)`;
const indexes = ['CREATE INDEX IF NOT EXISTS temp.findingMark_by_household ON findingMark (householdId)', 'CREATE INDEX IF NOT EXISTS temp.findingMark_by_member ON findingMark (memberId)'];

const quietly: Job = { signal: new AbortController().signal, tell: () => undefined };

/** Asking more households than this one by one costs more than asking all. */
const mostTouched = 200;

function forget(register: RegisterFile, households: readonly string[]): void {
  register.sql('DELETE FROM temp.findingMark WHERE householdId IN (SELECT value FROM json_each(?))').run(JSON.stringify(households));
}

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

/** What is kept of a register, and holds for it as it is now; what was touched since is asked again where all is known, else forgotten. */
function stateNow(register: RegisterFile, asOf: AsOf): State {
  const state = states.get(register) ?? { done: null, seen: new Set<string>(), running: null };
  states.set(register, state);
  const { revision } = register.log;
  const { done } = state;
  if (done?.revision === revision && done.year === asOf.year && done.today === asOf.today) return state;
  const asked = askedNow(register, asOf);
  for (const statement of [table, ...indexes]) register.sql(statement).run();
  const again = touchedAfter(register, done, asOf, asked);
  register.together(() => {
    if (again === null) register.sql('DELETE FROM temp.findingMark').run();
    else forget(register, again);
    if (again !== null && state.seen === 'all') keep(register, findingsOf(register, again, asOf));
  });
  if (again === null) state.seen = new Set();
  else if (state.seen !== 'all') for (const id of again) state.seen.delete(id);
  state.done = { ...asOf, revision, asked };
  return state;
}

const askedNow = (register: RegisterFile, { year }: AsOf): string => askedRules(register, year, dataThere(register, year)).map(({ id }) => id).join(' ');

async function workOutAll(register: RegisterFile, state: State, asOf: AsOf): Promise<void> {
  const done = { ...asOf, revision: register.log.revision, asked: askedNow(register, asOf) };
  const { findings } = await checkRegister(register, asOf, quietly);
  register.together(() => {
    register.sql('DELETE FROM temp.findingMark').run();
    keep(register, findings);
  });
  state.done = done;
  state.seen = 'all';
}

/** Makes the marks those of the register as it is now. Calls that come meanwhile wait for the same run. */
export async function readyMarks(register: RegisterFile, asOf: AsOf): Promise<void> {
  for (;;) {
    const state = stateNow(register, asOf);
    if (state.seen === 'all') return;
    state.running ??= workOutAll(register, state, asOf).finally(() => (state.running = null));
    await state.running;
  }
}

/** The same for some rows: only their households are looked at, where it is not known of all. */
function readyRows(register: RegisterFile, asOf: AsOf, subject: RecordSubject, ids: readonly string[]): void {
  const { seen } = stateNow(register, asOf);
  if (seen === 'all') return;
  const households = subject === 'households' ? ids : (register.sql('SELECT DISTINCT householdId AS id FROM member WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as { id: string }[]).map(({ id }) => id);
  const missing = households.filter((id) => !seen.has(id));
  if (missing.length === 0) return;
  const findings = findingsOf(register, missing, asOf);
  register.together(() => keep(register, findings));
  for (const id of missing) seen.add(id);
}

const columns = "rule, grade, field, person, message, remedy";
const byGrade = "CASE grade WHEN 'E' THEN 0 WHEN 'W' THEN 1 ELSE 2 END, rule";

const ofSubject = {
  people: `SELECT memberId AS id, ${columns} FROM temp.findingMark WHERE memberId IN (SELECT value FROM json_each(?)) ORDER BY ${byGrade}`,
  households: `SELECT householdId AS id, ${columns} FROM temp.findingMark WHERE householdId IN (SELECT value FROM json_each(?)) ORDER BY ${byGrade}`,
} as const;

/** The marks of some rows, the worst first. A household bears those of its people too, under their names. */
export function marksOf(register: RegisterFile, asOf: AsOf, subject: Subject, ids: readonly string[]): Record<string, FindingMark[]> {
  if (subject !== 'people' && subject !== 'households') return {};
  readyRows(register, asOf, subject, ids);
  const rows = register.sql(ofSubject[subject]).all(JSON.stringify(ids)) as (FindingMark & { id: string })[];
  const found: Record<string, FindingMark[]> = {};
  for (const { id, person, ...mark } of rows) (found[id] ??= []).push({ ...mark, person: subject === 'people' ? '' : person });
  return found;
}

/** Rows that are looked at between two breaths. */
const stretch = 50;

/** The nearest marked row of an answer after a place, or before it, round the end; with the columns of its own that are at fault. */
export async function nextMark(register: RegisterFile, asOf: AsOf, ids: readonly string[], subject: Subject, row: number, backwards: boolean): Promise<{ row: number; id: string; fields: string[] } | null> {
  const from = backwards ? Math.max(row, 0) : row;
  const places = (step: number): number => (from + (backwards ? ids.length - step : step)) % ids.length;
  for (let step = 1; step <= ids.length; step += stretch) {
    const those = Array.from({ length: Math.min(stretch, ids.length + 1 - step) }, (_, beyond) => places(step + beyond));
    const found = marksOf(register, asOf, subject, those.map((at) => ids[at] ?? ''));
    for (const at of those) {
      const id = ids[at] ?? '';
      const marks = found[id];
      if (marks) return { row: at, id, fields: [...new Set(marks.filter(({ person }) => person === '').map(({ field }) => field))] };
    }
    await breathe(quietly);
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
