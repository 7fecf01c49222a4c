import { Refusal } from '../../../shared/contract/errors.ts';
import type { BatchSummary } from '../../../shared/changes/plan-types.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { applyEvents } from './apply-events.ts';
import { CarriedOut } from './carried-out.ts';
import { Choices } from './choices.ts';
import { type Decision, PlanRun, type PlanTarget } from './execute-plan.ts';
import { rememberLayout } from './layout-store.ts';
import { endPlan } from './end-plan.ts';
import { planStore } from './plan-store.ts';
import { stretches, touchedBy } from './touched.ts';

const chunk = 500;
/** Rows that only make others are moved many at a time. */
const movedChunk = 5000;
/** From so many rows on an import is written to the file at once. */
const largePlan = 10_000;

export function mustBeBatch(register: RegisterFile, batch: number) {
  const found = planStore.get(register, batch);
  if (!found || found.state === 'planning') throw new Refusal('NOT_FOUND', `没有第 ${batch} 次导入`, { remedy: '请在导入记录里选择' });
  return found;
}

/** The plan must still be a plan: neither executed nor discarded. */
export function mustBePlanned(register: RegisterFile, batch: number) {
  const plan = mustBeBatch(register, batch);
  if (plan.state !== 'planned') throw new Refusal('STALE', `第 ${batch} 次导入已经处理过了`, { remedy: '请重新选择文件' });
  return plan;
}

export function batchSummary(register: RegisterFile, batch: number): BatchSummary {
  const found = mustBeBatch(register, batch);
  return { ...(JSON.parse(found.summary) as BatchSummary), batch, state: found.state as BatchSummary['state'] };
}

/** Writes a plan's steps into the register. */
export function writing(register: RegisterFile, writer: Writer): PlanTarget {
  const decided = register.sql('INSERT INTO sourceDecision (command, entity, rowId, field, winner, loser, stands, dropped, sheet, sheetRow) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const departments = new Map<number, string>();
  const departmentOf = (sheet: number): string => {
    let found = departments.get(sheet);
    if (found === undefined) departments.set(sheet, (found = (register.sql('SELECT department FROM importSheet WHERE id = ?').get(sheet) as { department: string }).department));
    return found;
  };
  return {
    create: (entity, id, values, source) => writer.create(entity, id, values, source),
    set: (entity, id, column, old, value, source) => writer.set(entity, id, column, old, value, source),
    decided({ entity, id, column, winner, loser, stands, dropped }: Decision, source) {
      const own = departmentOf(source.sheet);
      decided.run(writer.number, entity, id, column, winner ?? own, loser ?? own, stands, dropped, source.sheet, source.row);
    },
  };
}

export interface CommitOptions {
  /** The clerk has read what is out of the ordinary and goes on. */
  readonly confirmed?: boolean | undefined;
}

/** So many files the log calls by name; the rest are counted, and the list of imports has them all. */
const namedFiles = 4;

/** Executes a stored plan as one command, or answers STALE when the register has changed since it was made. */
export async function commitPlan(register: RegisterFile, batch: number, job: Job, { confirmed = false }: CommitOptions = {}): Promise<BatchSummary> {
  const plan = mustBePlanned(register, batch);
  const summary = JSON.parse(plan.summary) as BatchSummary;
  if (summary.brake.length > 0 && !confirmed) {
    throw new Refusal('BRAKE', '这次导入的影响不寻常，没有写入', { where: summary.brake.map(({ what }) => what).join('；'), remedy: '请看清楚这些变化；确实要导入，再确认一次' });
  }
  await register.exclusively(async () => {
    if (plan.baseRevision !== register.log.revision) {
      throw new Refusal('STALE', '比对之后登记册又改过，这份比对结果已经过时', { remedy: '请重新比对这些文件，再导入' });
    }
    const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
    const large = total >= largePlan;
    const names = summary.files.map(({ file }) => file);
    const label = `导入 ${names.slice(0, namedFiles).join('、')}${names.length > namedFiles ? ` 等 ${names.length} 个文件` : ''}`;
    const choices = new Choices(register, batch);
    const events = planStore.events(register, batch);
    await register.log.runSlowly({ kind: 'import', label, batch }, async (writer) => {
      const run = new PlanRun(choices, writing(register, writer));
      // What nobody chose about and nothing waits for goes in as the plan has it.
      const touched = touchedBy(register, batch, choices, total);
      const step = touched === null ? chunk : movedChunk;
      await writer.manyRows(large ? register.made.sizes(batch) : new Map(), async () => {
        for (let position = 0; position < total; position += step) {
          for (const { from, to, asPlanned } of stretches(position, Math.min(position + step, total), touched)) {
            if (asPlanned) writer.createMade(batch, from, to);
            const rows = asPlanned ? planStore.changesFrom(register, batch, from, to) : planStore.rowsFrom(register, batch, from, to - from);
            for (const row of rows) run.row(row);
          }
          job.tell('正在写入登记册', Math.min(position + step, total), total);
          await breathe(job);
        }
      });
      const done = applyEvents(register, writer, events, run);
      new CarriedOut(done).tell(register, batch);
      if (done.length > 0) planStore.finish(register, batch, { ...summary, eventsDone: done.filter(({ kind }) => kind !== 'join').length });
      remember(register, batch, summary);
      planStore.setState(register, batch, 'committed', writer.number);
      endPlan.sweep(register, batch);
    }, { large });
    register.made.forget(batch);
  });
  return batchSummary(register, batch);
}

/** What was imported is a layout that is known the next time. */
function remember(register: RegisterFile, batch: number, summary: BatchSummary): void {
  const tops = register.sql('SELECT t.file, t.columns, s.kind, s.department, s.fingerprint FROM planTop t JOIN importSheet s ON s.batch = t.batch AND s.file = t.file AND s.sheet = t.sheet WHERE t.batch = ?').all(batch) as {
    file: string;
    columns: string;
    kind: string;
    department: string;
    fingerprint: string;
  }[];
  for (const { file, columns, kind: key, department, fingerprint } of tops) {
    const kind = findSheetKind(key);
    if (kind) rememberLayout(register, { recognised: { kind, fingerprint, columns: JSON.parse(columns) as never }, department, file, at: summary.at });
  }
}
