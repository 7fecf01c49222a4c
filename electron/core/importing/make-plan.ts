import type { BatchSummary, Counts, FileSummary, SheetSummary, Verdict } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { rowFilter } from '../../../shared/sheets/table-rows.ts';
import { breathe, stopIfCancelled, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { Absence } from './absence.ts';
import { openFile, type InputFile, type OpenFile, type OpenSheet } from './open-sheets.ts';
import { planHelper, planHousehold } from './plan-household.ts';
import { planPerson } from './plan-person.ts';
import { planStore, type StoredPlanRow } from './plan-store.ts';
import { rowReader, type ReadRow } from './read-row.ts';
import { RowWork, startPlanning, type Planning, type RowPlan } from './row-plan.ts';

export interface PlanRequest {
  readonly files: readonly InputFile[];
  /** For sheets that tell no year. */
  readonly year: number | undefined;
  readonly workingYear: number;
  readonly today: string;
  readonly at: string;
  readonly who: string;
}

const noCounts = (): Record<Verdict, number> => ({ new: 0, changed: 0, same: 0, conflict: 0, refused: 0 });

const label = (key: string): string =>
  findField(key)?.label ?? { '#year': '年度', '#dataDate': '数据日期', '#ordinal': '序号', '#note': '交回改正的说明' }[key] ?? key;

function summaryOf(sheet: OpenSheet): SheetSummary {
  const { recognised } = sheet;
  const base = { sheet: sheet.sheet.name, rows: 0, counts: noCounts(), absent: 0, remarks: 0, year: sheet.year.year, yearFrom: sheet.year.from };
  if (!recognised) {
    return {
      ...base,
      kind: null,
      kindLabel: null,
      reason: '没有认出表头：前 30 行里找不到户编号、姓名、证件号码这类列名',
      headerRows: [],
      mapped: [],
      unmapped: [],
    };
  }
  const { columns, kind, headerRows } = recognised;
  return {
    ...base,
    kind: kind.key,
    kindLabel: kind.label,
    headerRows,
    mapped: columns.flatMap(({ letters, header, target }) => (target === null ? [] : [{ column: letters, header, field: target, label: label(target) }])),
    unmapped: columns.flatMap(({ letters, header, target }) => (target === null ? [{ column: letters, header }] : [])),
  };
}

const hasYearlyFields = (sheet: OpenSheet): boolean =>
  sheet.recognised?.columns.some(({ target }) => {
    const entity = target === null ? undefined : findField(target)?.entity;
    return entity === 'householdYear' || entity === 'memberYear';
  }) ?? false;

const tellsYear = (sheet: OpenSheet): boolean =>
  sheet.recognised?.columns.some(({ target }) => target === '#year' || target === '#dataDate') ?? false;

function planOne(planning: Planning, sheet: OpenSheet, work: RowWork, today: string): RowPlan {
  const kind = sheet.recognised?.kind;
  if (kind?.about === 'person') return planPerson(planning, work, today);
  if (kind?.key === 'helpers') return planHelper(planning, work, today);
  return planHousehold(planning, work, kind?.makesHouseholds ?? false, today);
}

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

/** What the preview shows beside the row: as the file says, else as the register has it. */
function rowLabel(planning: Planning, read: ReadRow, plan: RowPlan): Pick<StoredPlanRow, 'householdNo' | 'name' | 'village'> {
  const household = plan.householdId === null ? undefined : planning.draft.row('household', plan.householdId).values;
  return {
    householdNo: text(read.values['householdNo']) ?? text(household?.['householdNo']),
    name: text(read.values['name']) ?? text(read.values['headName']) ?? text(read.values['helperName']),
    village: text(read.values['village']) ?? text(household?.['village']),
  };
}

interface Tally {
  readonly counts: Record<Verdict, number>;
  rows: number;
  remarks: number;
  households: number;
  people: number;
  values: number;
  toMend: number;
}

function count(tally: Tally, plan: RowPlan): void {
  tally.rows++;
  tally.counts[plan.verdict]++;
  tally.remarks += plan.remarks.length;
  for (const [action, entity] of plan.steps) {
    if (action === 'create' && entity === 'household') tally.households++;
    else if (action === 'create' && entity === 'member') tally.people++;
    else if (action === 'set') tally.values++;
  }
}

const isToMend = (plan: RowPlan): boolean => plan.verdict === 'refused' || plan.remarks.some(({ effect }) => effect !== 'flagged');

/** Reads one sheet through and stores what each of its rows would do. */
async function planSheet(
  planning: Planning,
  sheet: OpenSheet,
  at: { batch: number; position: number; year: number },
  request: PlanRequest,
  job: Job,
): Promise<{ tally: Tally; absence: Absence; position: number }> {
  const { recognised } = sheet;
  if (!recognised) throw new Error('Only a recognised sheet can be planned');
  const { register } = planning;
  const columns = Object.fromEntries(recognised.columns.map(({ letters, header, target }) => [target ?? header, letters]));
  const sheetId = planStore.addSheet(register, at.batch, sheet.file, sheet.sheet.name, recognised.kind.key, columns, sheet.head);
  const read = rowReader(recognised, request.today);
  const belongs = rowFilter(recognised);
  const tally: Tally = { counts: noCounts(), rows: 0, remarks: 0, households: 0, people: 0, values: 0, toMend: 0 };
  const absence = new Absence(recognised.kind.about);
  const seen = new Map<string, number>();
  let position = at.position;

  const planRow = (row: SheetRow): StoredPlanRow => {
    const understood = read(row);
    const yearly = understood.year === null ? { ...understood, year: at.year } : understood;
    const work = new RowWork(planning, recognised, sheetId, yearly);
    let plan = planOne(planning, sheet, work, request.today);
    const about = recognised.kind.about === 'person' ? plan.memberId : recognised.kind.key === 'helpers' ? null : plan.householdId;
    if (about !== null) {
      const key = `${about}|${yearly.year}`;
      const before = seen.get(key);
      if (before !== undefined && plan.verdict !== 'same') {
        const keyField = recognised.kind.about === 'person' ? 'identityNo' : 'householdNo';
        work.remark(keyField, 'flagged', 'R009', `与本表第 ${before} 行是同一${recognised.kind.about === 'person' ? '个人' : '户'}`, '请在原表中只留一行');
        plan = { ...plan, verdict: plan.steps.some(([action]) => action !== 'keep') && !work.conflict ? plan.verdict : 'conflict' };
      }
      if (before === undefined) seen.set(key, row.number);
    }
    absence.note(yearly, plan);
    count(tally, plan);
    if (isToMend(plan)) tally.toMend++;
    return { sheet: sheetId, row: row.number, ...plan, ...rowLabel(planning, yearly, plan), cells: isToMend(plan) ? row.cells.map(cellText) : null };
  };
  for await (const rows of sheet.sheet.rows(job.signal)) {
    stopIfCancelled(job);
    const planned = rows.filter(belongs).map(planRow);
    planStore.addRows(register, at.batch, position, planned);
    position += planned.length;
    job.tell(`正在比对 ${sheet.file}：${tally.rows} 行`, tally.rows, 0);
    await breathe(job);
  }
  return { tally, absence, position };
}

/**
 * Makes the plan of an import and stores it: every file opened, every sheet recognised, every row given its verdict.
 * Nothing of the register changes; the commit executes exactly what is stored here.
 */
export async function makePlan(register: RegisterFile, request: PlanRequest, job: Job): Promise<BatchSummary> {
  const opened: OpenFile[] = [];
  const batch = planStore.begin(register, request.at, request.who);
  try {
    for (const [at, file] of request.files.entries()) {
      job.tell(`正在读取 ${file.name}`, at, request.files.length);
      await breathe(job);
      opened.push(await openFile(file, request.year));
    }
    const results = new Map<OpenSheet, Tally & { absent: number }>();
    const ordered = opened
      .flatMap((file) => file.sheets)
      .filter((sheet) => sheet.recognised !== null)
      .toSorted(
        (a, b) =>
          (a.recognised?.kind.order ?? 0) - (b.recognised?.kind.order ?? 0) || a.file.localeCompare(b.file, 'zh') || a.sheet.name.localeCompare(b.sheet.name, 'zh'),
      );
    const planning = startPlanning(register);
    let position = 0;
    let absentTotal = 0;
    for (const sheet of ordered) {
      const done = await planSheet(planning, sheet, { batch, position, year: sheet.year.year ?? request.workingYear }, request, job);
      position = done.position;
      const absent = done.absence.list(register);
      planStore.addAbsent(register, batch, absent);
      absentTotal += absent.length;
      results.set(sheet, { ...done.tally, absent: absent.length });
    }
    const summary = summarise(batch, opened, results, absentTotal, request);
    planStore.finish(register, batch, summary);
    return summary;
  } catch (error) {
    planStore.discard(register, batch);
    throw error;
  } finally {
    for (const file of opened) file.workbook?.close();
  }
}

function summarise(batch: number, opened: readonly OpenFile[], results: ReadonlyMap<OpenSheet, Tally & { absent: number }>, absent: number, request: PlanRequest): BatchSummary {
  const total = noCounts();
  const writes = { households: 0, people: 0, values: 0 };
  let toMend = 0;
  let needsYear = false;
  const files = opened.map((file): FileSummary => {
    const sheets = file.sheets.map((sheet): SheetSummary => {
      const summary = summaryOf(sheet);
      const result = results.get(sheet);
      if (!result) return summary;
      for (const verdict of Object.keys(total) as Verdict[]) total[verdict] += result.counts[verdict];
      writes.households += result.households;
      writes.people += result.people;
      writes.values += result.values;
      toMend += result.toMend;
      const yearFrom = tellsYear(sheet) ? 'column' : (summary.yearFrom ?? 'working year');
      if (yearFrom === 'working year' && hasYearlyFields(sheet)) needsYear = true;
      const counts: Counts = result.counts;
      return { ...summary, yearFrom, year: yearFrom === 'column' ? null : (summary.year ?? request.workingYear), rows: result.rows, counts, absent: result.absent, remarks: result.remarks };
    });
    return file.refusal === undefined ? { file: file.file, sheets } : { file: file.file, refusal: file.refusal.sentence, sheets };
  });
  // A single file that cannot be read is refused as such; among several it is told beside the others.
  const [only] = opened;
  if (opened.length === 1 && only?.refusal) throw only.refusal;
  return { batch, state: 'planned', at: request.at, who: request.who, files, counts: total, absent, writes, toMend, needsYear };
}
