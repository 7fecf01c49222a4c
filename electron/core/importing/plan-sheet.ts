import type { CellRemark, Verdict } from '../../../shared/changes/plan-types.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { type Entity, kindOf } from '../../../shared/register/field.ts';
import { field, storedFields } from '../../../shared/register/vocabulary.ts';
import { cellAddress, cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import { rowFilter } from '../../../shared/sheets/table-rows.ts';
import { breathe, stopIfCancelled, type Job } from '../jobs.ts';
import { Absence } from './absence.ts';
import { ByNewId } from './by-new-id.ts';
import type { Brake } from './brake.ts';
import type { Since } from './draft.ts';
import type { CodeDesk } from './code-desk.ts';
import type { OpenSheet } from './open-sheets.ts';
import type { FillInSheet } from './fill-in.ts';
import { planEntry } from './plan-entry.ts';
import { planHelper, planHousehold } from './plan-household.ts';
import type { PlannedSheet } from './planned-sheet.ts';
import type { Planning } from './planning.ts';
import { planPerson } from './plan-person.ts';
import type { StoredPlanRow } from './plan-row.ts';
import { planStore } from './plan-store.ts';
import { rowReader, type ReadRow } from './read-row.ts';
import { RowWork, type RowPlan } from './row-plan.ts';
import { enoughForYoung } from './sparing-memory.ts';

export interface Tally {
  readonly counts: Record<Verdict, number>;
  rows: number;
  remarks: number;
  remarkedRows: number;
  decidedRows: number;
  /** Rows of which something is written. */
  writing: number;
  outside: number;
  households: number;
  people: number;
  values: number;
  toMend: number;
  decisions: number;
}

export const emptyTally = (): Tally => ({ counts: { new: 0, changed: 0, same: 0, conflict: 0, refused: 0 }, rows: 0, remarks: 0, remarkedRows: 0, decidedRows: 0, writing: 0, outside: 0, households: 0, people: 0, values: 0, toMend: 0, decisions: 0 });

export interface SheetRequest {
  readonly batch: number;
  /** Place of its first row in the plan. */
  readonly position: number;
  /** Of rows that name none. */
  readonly year: number;
  readonly department: string;
  readonly codes: CodeDesk;
  readonly brake: Brake;
  readonly since?: Since | undefined;
}

function planOne(work: RowWork): RowPlan {
  const { kind } = work.sheet.recognised;
  if (kind.about === 'entry') return planEntry(work);
  if (kind.about === 'person') return planPerson(work, kind.makesHouseholds);
  return kind.key === 'helpers' ? planHelper(work) : planHousehold(work, kind.makesHouseholds);
}

/** So many rows of a large file have been read and planned that memory for young objects has grown to what they need. */
const wellUnderWay = 10_000;

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

/** What the preview shows beside the row: as the file says, else as the register has it. */
function rowLabel(planning: Planning, sheet: PlannedSheet, read: ReadRow, plan: RowPlan): Pick<StoredPlanRow, 'householdNo' | 'name' | 'village'> {
  const household = plan.householdId === null ? undefined : planning.draft.row('household', plan.householdId).values;
  const named = sheet.recognised.kind.about === 'entry' ? (sheet.recognised.kind.ledgers[0]?.keys ?? []) : [];
  const own = named.map((key) => text(read.values[key])).find((value) => value !== null) ?? null;
  return {
    householdNo: text(read.values['householdNo']) ?? text(household?.['householdNo']),
    name: text(read.values['name']) ?? text(read.values['headName']) ?? text(read.values['helperName']) ?? own,
    village: text(read.values['village']) ?? text(household?.['village']),
  };
}

/** A row that is not taken stands with the household that it names, else for itself. */
const groupingOf = ({ index }: Planning, plan: RowPlan, { householdNo }: { readonly householdNo: string | null }, position: number): string =>
  plan.householdId ?? (householdNo === null ? `row:${position}` : (index.householdByNo.get(householdNo) ?? `no:${householdNo}`));

function count(tally: Tally, plan: RowPlan): void {
  tally.rows++;
  tally.counts[plan.verdict]++;
  tally.remarks += plan.remarks.length;
  if (plan.remarks.length > 0) tally.remarkedRows++;
  if (isOutside(plan)) tally.outside++;
  if (plan.steps.some((step) => step[0] === 'set' || (step[0] === 'create' && step[4] === undefined))) tally.writing++;
  const decisions = tally.decisions;
  for (const step of plan.steps) {
    if (step[0] === 'create') {
      if (step[4] !== undefined) continue;
      if (step[1] === 'household') tally.households++;
      else if (step[1] === 'member') tally.people++;
      else if (step[1] === 'entry' || step[1] === 'helper') tally.values++;
    } else if (step[0] === 'set') {
      tally.values++;
      if (step[6] !== undefined) tally.decisions++;
    } else if (step[6] === 'rank') tally.decisions++;
  }
  if (tally.decisions > decisions) tally.decidedRows++;
}

const isOutside = (plan: RowPlan): boolean => plan.verdict === 'refused' && plan.remarks.some(({ effect }) => effect === 'outside');
const isToMend = (plan: RowPlan): boolean => (plan.verdict === 'refused' && !isOutside(plan)) || plan.remarks.some(({ effect }) => effect === 'cell');

/** The stored fields that the sheet has columns for, by entity. */
function keysOf(recognised: Recognised): PlannedSheet['keysOf'] {
  const has = new Set(recognised.columns.map(({ target }) => target));
  const of = (entity: Entity): string[] => storedFields(entity).flatMap(({ key }) => (has.has(key) ? [key] : []));
  return { household: of('household'), householdYear: of('householdYear'), member: of('member'), memberYear: of('memberYear'), helper: of('helper'), entry: of('entry'), ownColumn: [] };
}

/** What ties a new row to others stands before what the sheet says of it. */
const tiedBy: Partial<Record<Entity, readonly string[]>> = { householdYear: ['householdId', 'year'], member: ['householdId', 'name'], memberYear: ['memberId', 'year'] };

const blankOf = (keys: PlannedSheet['keysOf']): PlannedSheet['blankOf'] =>
  Object.fromEntries(Object.entries(keys).map(([entity, of]) => [entity, Object.fromEntries([...(tiedBy[entity as Entity] ?? []), ...of].map((key) => [key, null]))])) as unknown as PlannedSheet['blankOf'];

/** What titles, the sheet's and the file's name tell of every row: the ledger's fields, and what stands above the table. */
export function toldBy(recognised: Recognised, words: string, today: string): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { sheet } of recognised.kind.ledgers) {
    for (const [key, choices] of Object.entries(sheet?.told ?? {})) {
      // 孤儿和困境儿童 names two: which of them a row is, its words do not tell.
      const [found, other] = choices.filter((choice) => words.includes(choice));
      if (found !== undefined && other === undefined) told[key] = found;
    }
  }
  for (const { target, text: written } of recognised.above) {
    const reading = kindOf(field(target)).read(written, { today });
    if (reading.ok && typeof reading.value === 'string') told[target] = reading.value;
  }
  return told;
}

/** The rows in which a sheet first names somebody, by year. */
class SeenSubjects {
  readonly #rows = new Map<number | null, ByNewId<number>>();

  /** The row that named the same before; undefined where this is the first. */
  note(subject: string, year: number | null, row: number): number | undefined {
    let rows = this.#rows.get(year);
    if (!rows) this.#rows.set(year, (rows = new ByNewId<number>()));
    const before = rows.get(subject);
    if (before === undefined) rows.set(subject, row);
    return before;
  }
}

const isTitled = (recognised: Recognised): boolean => recognised.kind.ledgers.some(({ sheet }) => sheet?.titled === true);

/** The row with what stands above the table, where it says nothing of its own. */
function withAbove(row: ReadRow, sheet: PlannedSheet): ReadRow {
  if (!isTitled(sheet.recognised)) return row;
  const values: Record<string, Stored> = {};
  for (const { target } of sheet.recognised.above) if (sheet.told[target] !== undefined) values[target] = sheet.told[target];
  for (const [key, value] of Object.entries(row.values)) if (value !== undefined) values[key] = value;
  return { ...row, values };
}

const fullDay = (date: string | null, today: string): string => (date === null || date.length === 4 ? today : date.length === 7 ? `${date}-01` : date);

/** A row of a sheet that was sent out: by its code it tells whose it is; where what was locked is another now, it is not taken. */
function readCoded(row: SheetRow, fillIn: FillInSheet, read: (row: SheetRow) => ReadRow): ReadRow {
  const { code, broken } = fillIn.rowOf(row);
  const named = code !== null && code.of !== 'blank';
  const understood = read(named ? fillIn.saidIn(row, code) : row);
  if (!broken) return named ? { ...understood, code } : understood;
  const remark: CellRemark = { cell: cellAddress(row.number, 1), value: '', rule: 'LOCKED', message: '这一行锁定的格被改过，没有收', remedy: '请填报单位照原来发的表填；名字、号码有错的，先在登记册里改正', effect: 'row' };
  return { ...understood, code: code ?? undefined, remarks: [...understood.remarks, remark] };
}

/** Reads one sheet through and stores what each of its rows would do. */
export async function planSheet(planning: Planning, open: OpenSheet, request: SheetRequest, job: Job): Promise<{ id: number; tally: Tally; absence: Absence; position: number; day: string }> {
  const { recognised } = open;
  if (!recognised) throw new Error('Only a recognised sheet can be planned');
  const { register, today } = planning;
  const columns = Object.fromEntries(recognised.columns.map(({ letters, header, target }) => [target ?? header, letters]));
  const { kind } = recognised;
  const words = [...recognised.titles, open.sheet.name, open.file].join(' ').replace(/\s+/g, '');
  const day = fullDay(open.dataDate, today);
  const columnOf = new Map(recognised.columns.flatMap(({ target, index }) => (target === null ? [] : [[target, index] as const])));
  const told = toldBy(recognised, words, today);
  const keys = keysOf(recognised);
  const sheet: PlannedSheet = {
    id: planStore.addSheet(register, request.batch, { file: open.file, sheet: open.sheet.name, kind: kind.key, department: request.department, dataDate: open.dataDate, fingerprint: recognised.fingerprint, columns, head: open.head }),
    file: open.file,
    recognised,
    department: request.department,
    since: request.since,
    columnOf,
    keysOf: keys,
    blankOf: blankOf(keys),
    ledgers: kind.ledgers.filter(({ fields }) => fields.some(({ key }) => columnOf.has(key) || told[key] !== undefined)),
    told,
    day,
  };
  planning.draft.begin(sheet.id, sheet);
  const read = rowReader(recognised, { today, codes: request.codes, wipes: new Set(open.word?.wipe) });
  const { fillIn } = open;
  const inTable = rowFilter(recognised);
  // What an office left as it was sent says nothing.
  const belongs = (row: SheetRow): boolean => (fillIn ? row.number > fillIn.headerRow && fillIn.rowOf(row).filled && (fillIn.rowOf(row).code !== null || inTable(row)) : inTable(row));
  const tally = emptyTally();
  const absence = new Absence(kind);
  const seen = new SeenSubjects();
  let { position } = request;

  const planRow = (row: SheetRow): StoredPlanRow => {
    const understood = withAbove(fillIn ? readCoded(row, fillIn, read) : read(row), sheet);
    const yearly = understood.year === null ? { ...understood, year: request.year } : understood;
    const work = new RowWork(planning, sheet, yearly);
    let plan = planOne(work);
    if (plan.subject !== null) {
      const before = seen.note(plan.subject, kind.about === 'entry' ? null : yearly.year, row.number);
      if (before !== undefined && plan.verdict !== 'same') {
        const what = kind.about === 'person' ? '个人' : kind.about === 'household' ? '户' : '条记录';
        work.remark(kind.about === 'household' ? 'householdNo' : 'identityNo', 'flagged', 'R009', `与本表第 ${before} 行是同一${what}`, '请在原表中只留一行');
        plan = { ...plan, verdict: plan.steps.some(([action]) => action !== 'keep') && !work.conflict ? plan.verdict : 'conflict' };
      }
    }
    absence.note(yearly, plan);
    count(tally, plan);
    request.brake.note(plan.householdId, plan.steps, plan.householdId !== null && planning.draft.isNew(plan.householdId));
    if (isToMend(plan)) tally.toMend++;
    const label = rowLabel(planning, sheet, yearly, plan);
    const at = position++;
    return { position: at, sheet: sheet.id, row: row.number, verdict: plan.verdict, householdId: plan.householdId, ...label, grouping: groupingOf(planning, plan, label, at), steps: plan.steps, remarks: plan.remarks, cells: isToMend(plan) ? row.cells.map(cellText) : null };
  };
  let before: readonly StoredPlanRow[] = [];
  for await (const rows of open.sheet.rows(job.signal)) {
    stopIfCancelled(job);
    const planned = rows.filter(belongs).map(planRow);
    planStore.addRows(register, request.batch, planned);
    // One portion behind: the rows of a household stand together.
    planning.draft.settle(before);
    before = planned;
    if (tally.rows > wellUnderWay) enoughForYoung();
    job.tell(`正在比对 ${open.file}：${tally.rows} 行`, tally.rows, 0);
    await breathe(job);
  }
  return { id: sheet.id, tally, absence, position, day };
}
