import type { FindingMark } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { checkRegister } from './run-checks.ts';

interface AsOf {
  readonly year: number;
  readonly today: string;
}

interface Known extends AsOf {
  readonly revision: number;
}

/** What the marks of a register were worked out for, and the run that is under way. */
const known = new WeakMap<RegisterFile, { done: Known | null; running: Promise<void> | null }>();

/** In the memory of the connection: marks follow from the register and never reach the disk. */
const table = `CREATE TEMP TABLE IF NOT EXISTS findingMark (
  householdId TEXT, memberId TEXT, person TEXT NOT NULL, field TEXT NOT NULL, grade TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL, remedy TEXT NOT NULL)`;
const indexes = ['CREATE INDEX IF NOT EXISTS temp.findingMark_by_household ON findingMark (householdId)', 'CREATE INDEX IF NOT EXISTS temp.findingMark_by_member ON findingMark (memberId)'];

const quietly: Job = { signal: new AbortController().signal, tell: () => undefined };

async function work(register: RegisterFile, asOf: AsOf, revision: number): Promise<void> {
  const { findings } = await checkRegister(register, asOf, quietly);
  register.together(() => {
    register.sql(table).run();
    for (const index of indexes) register.sql(index).run();
    register.sql('DELETE FROM temp.findingMark').run();
    const insert = register.sql('INSERT INTO temp.findingMark (householdId, memberId, person, field, grade, rule, message, remedy) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const each of findings) insert.run(each.householdId, each.memberId, each.person, each.field, each.grade, each.rule, each.message, each.remedy);
  });
  known.set(register, { done: { ...asOf, revision }, running: null });
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
      state.running = work(register, asOf, revision).catch((error: unknown) => {
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
