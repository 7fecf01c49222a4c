import type { BatchSummary, ImportPolicy } from '../../../shared/changes/plan-types.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Absence, Absent } from './absence.ts';
import { Brake } from './brake.ts';
import { carryChoices } from './carry-choices.ts';
import { type CodeAnswer, codeDesks, keepAnswers } from './code-desk.ts';
import { countWrites, noteCount } from './count-writes.ts';
import { finishEvents } from './finish-events.ts';
import { layoutNamed, listLayouts } from './layout-store.ts';
import { openFile, type InputFile, type OpenFile, type OpenSheet, type SheetWord } from './open-sheets.ts';
import { planSheet, type Tally } from './plan-sheet.ts';
import { endPlan } from './end-plan.ts';
import type { Since } from './draft.ts';
import { isForThread } from './read-aside.ts';
import { sparingMemory } from './sparing-memory.ts';
import { returnsOf } from './returned-books.ts';
import { planStore } from './plan-store.ts';
import { startPlanning } from './planning.ts';
import { precedenceOf } from './precedence.ts';
import { summarise } from './summarise.ts';

export interface PlanRequest {
  readonly files: readonly InputFile[];
  /** For sheets that tell no year. */
  readonly year?: number | undefined;
  readonly workingYear: number;
  readonly today: string;
  readonly at: string;
  readonly who: string;
  readonly policy?: ImportPolicy | undefined;
  /** What the clerk says of single sheets. */
  readonly sheets?: readonly SheetWord[] | undefined;
  readonly answers?: readonly CodeAnswer[] | undefined;
  /** Name of the remembered layout by which every sheet is to be read. */
  readonly layout?: string | undefined;
  /** The plan whose choices go on; see carry-choices.ts. */
  readonly after?: number | undefined;
}

export interface SheetResult extends Tally {
  /** importSheet.id */
  readonly id: number;
  readonly absent: number;
}

/**
 * What is hidden in its workbook speaks after all that is in sight, and an older sheet after a newer one: where two tell of
 * a value, it is the later speaker's that waits for a choice.
 */
const byKind = (a: OpenSheet, b: OpenSheet): number =>
  (a.recognised?.kind.order ?? 0) - (b.recognised?.kind.order ?? 0) || Number(a.sheet.hidden) - Number(b.sheet.hidden) || (b.dataDate ?? '').localeCompare(a.dataDate ?? '') || a.file.localeCompare(b.file, 'zh') || a.sheet.name.localeCompare(b.sheet.name, 'zh');

const departmentOf = (sheet: OpenSheet): string => sheet.word?.department ?? sheet.recognised?.layout?.department ?? sheet.recognised?.kind.department ?? '其他';

/** Who is missing in a sheet and in the others of its kind and year: a list of one street beside that of the district misses nobody. */
function absentFrom(register: RegisterFile, absence: Absence, all: readonly Absence[]): Absent[] {
  const like = all.filter((other) => other !== absence && other.about === absence.about);
  return absence.list(register).filter((each) => !like.some((other) => other.has(each)));
}

/** The first rows, for showing the header and the mapping on the sheet itself. */
function storeTop(register: RegisterFile, batch: number, { file, sheet, top, recognised }: OpenSheet): void {
  const rows = top.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cellText(cell).slice(0, 200)) }));
  planStore.addTop(register, batch, file, sheet.name, rows, recognised?.columns ?? []);
}

/**
 * Makes the plan of an import and stores it: every file opened, every sheet recognised, every row given its verdict.
 * Nothing of the register changes; the commit executes exactly what is stored here.
 */
export async function makePlan(register: RegisterFile, request: PlanRequest, job: Job): Promise<BatchSummary> {
  const plan = (): Promise<BatchSummary> => planAll(register, request, job);
  return request.files.some(({ bytes }) => isForThread(bytes.length)) ? sparingMemory(plan) : plan();
}

async function planAll(register: RegisterFile, request: PlanRequest, job: Job): Promise<BatchSummary> {
  const { policy = 'overwrite', sheets: words = [], answers = [] } = request;
  const forced = request.layout === undefined ? undefined : layoutNamed(register, request.layout);
  if (answers.length > 0) keepAnswers(register, answers, request.at, request.who);
  const opened: OpenFile[] = [];
  const batch = planStore.begin(register, request.at, request.who);
  try {
    if (request.files.some(({ bytes }) => isForThread(bytes.length))) register.made.expectMany(batch);
    const layouts = listLayouts(register);
    for (const [at, file] of request.files.entries()) {
      job.tell(`正在读取 ${file.name}`, at, request.files.length);
      await breathe(job);
      opened.push(await openFile(file, { year: request.year, layouts, words, forced, register: register.meta('node') ?? undefined }));
    }
    const results = new Map<OpenSheet, SheetResult>();
    const all = opened.flatMap((file) => file.sheets);
    for (const sheet of all) storeTop(register, batch, sheet);
    const planning = startPlanning(register, batch, { policy, precedence: precedenceOf(register) }, request.today);
    const codes = codeDesks(register);
    const before = new Map(opened.flatMap(({ stamp, sheets }) => (stamp ? sheets.map((sheet) => [sheet, { sent: stamp.revision, returns: returnsOf(register, stamp) }] as const) : [])));
    const sinceOf = (sheet: OpenSheet): Since | undefined => before.get(sheet);
    const brake = new Brake();
    const planned: { open: OpenSheet; absence: Absence; day: string }[] = [];
    let position = 0;
    for (const sheet of all.filter(({ recognised }) => recognised !== null).toSorted(byKind)) {
      const department = departmentOf(sheet);
      const done = await planSheet(planning, sheet, { batch, position, year: sheet.year.year ?? request.workingYear, department, codes: codes.of(department), brake, since: sinceOf(sheet) }, job);
      position = done.position;
      planned.push({ open: sheet, absence: done.absence, day: done.day });
      results.set(sheet, { ...done.tally, id: done.id, absent: 0 });
    }
    const absences = planned.map(({ absence }) => absence);
    const missing = planned.map(({ open, absence, day }) => ({ open, absence, day, file: open.file, absent: absentFrom(register, absence, absences) }));
    const told = new Set<string>();
    for (const { open, absence, absent } of missing) {
      // Whom several sheets of a kind miss is listed once.
      const fresh = absent.filter(({ memberId, householdId }) => !told.has(`${absence.about}|${memberId ?? householdId}`));
      for (const { memberId, householdId } of fresh) told.add(`${absence.about}|${memberId ?? householdId}`);
      planStore.addAbsent(register, batch, fresh);
      const result = results.get(open);
      if (result) results.set(open, { ...result, absent: fresh.length });
    }
    register.made.complete(batch);
    planStore.indexRows(register);
    const events = finishEvents(planning, batch, missing.filter(({ open }) => open.recognised?.kind.about === 'person'));
    if (planning.events.heads.size > 0) for (const result of results.values()) Object.assign(result.counts, planStore.verdictsOf(register, batch, result.id));
    const groups = planStore.group(register, batch);
    // A sheet that names few households is a part of the register on purpose.
    const { households } = planning.index;
    const absentHouseholds = Math.max(0, ...missing.map(({ absence, absent }) => (absence.seen.households * 2 < households ? 0 : new Set(absent.map(({ householdId }) => householdId)).size)));
    const summary = summarise(register, { batch, request, policy, opened, results, events, groups, questions: codes.questions(), brake, absentHouseholds, overHand: planning.draft.overHand, departmentOf });
    planStore.finish(register, batch, summary);
    noteCount(register, batch, summary.writes, brake.fields);
    const carried = request.after !== undefined && carryChoices(register, request.after, batch) > 0;
    return carried || planning.events.changesRows ? countWrites(register, batch) : summary;
  } catch (error) {
    endPlan.discard(register, batch);
    throw error;
  } finally {
    for (const file of opened) file.workbook?.close();
  }
}
