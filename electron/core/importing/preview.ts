import type { AbsentRow, BatchSummary, Choice, PlanHousehold, PlanRow, ValueChange, Verdict } from '../../../shared/changes/plan-types.ts';
import { type KeepReason, type Step, takeable } from '../../../shared/changes/steps.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { CarriedOut } from './carried-out.ts';
import { Choices } from './choices.ts';
import { batchSummary } from './commit-plan.ts';
import { readPlanRow, type StoredPlanRow } from './plan-row.ts';
import { placesOf, planStore } from './plan-store.ts';

const hidden = new Set(['householdId', 'memberId', 'year', 'ledger']);

function changesOf(row: StoredPlanRow, choices: Choices, carried: CarriedOut): ValueChange[] {
  const changes: ValueChange[] = [];
  const whole = choices.row(row);
  const chosen = (column: string, kept?: KeepReason): { choice?: Choice; taken: boolean } => {
    const own = choices.at('cell', `${row.position}|${column}`);
    const holds = choices.field(row, column);
    return { ...(own === null ? {} : { choice: own }), taken: kept === undefined ? holds !== 'skip' : holds === 'take' && takeable.has(kept) };
  };
  // What a row that is left out would make is not made, whatever was said of its columns.
  const made = (column: string): { choice?: Choice; taken: boolean } => {
    const { choice, taken } = chosen(column);
    return { ...(choice === undefined ? {} : { choice }), taken: whole !== 'skip' && (taken || findField(column)?.required === true) };
  };
  for (const step of row.steps) {
    if (step[0] === 'create') {
      const waits = step[4] !== undefined;
      for (const [column, value] of Object.entries(step[3])) {
        if (hidden.has(column) || value === null) continue;
        // A household that comes into being with a life event alone; its number stands beside that of the household that is left.
        if (waits && column !== 'householdNo') changes.push({ field: column, label: labelOf(column), old: null, new: value, kept: true, why: 'event', taken: carried.has(step) });
        else if (!waits) changes.push({ field: column, label: labelOf(column), old: null, new: value, ...made(column) });
      }
    } else changes.push({ field: step[3], label: labelOf(step[3]), old: step[4], new: step[5], ...whyOf(step), ...chosen(step[3], step[0] === 'keep' ? step[6] : undefined), ...(carried.has(step) ? { taken: true } : {}) });
  }
  return changes;
}

function whyOf(step: Extract<Step, readonly ['set' | 'keep', ...unknown[]]>): Pick<ValueChange, 'kept' | 'why' | 'by'> {
  if (step[0] === 'set') return step[6] === undefined ? {} : { by: step[6] };
  return { kept: true, why: step[6], ...(step[7] === undefined ? {} : { by: step[7] }) };
}

export interface RowsOf {
  readonly batch: number;
  readonly verdict?: Verdict | 'remarked' | 'decided' | undefined;
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  /** Only rows that would change this field, or do not because of a conflict. */
  readonly field?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Conditions as fixed texts, those on verdict and field only where there are some, so that their indexes serve. */
function whereOf({ verdict, field }: RowsOf): string {
  const plain = verdict !== undefined && verdict !== 'remarked' && verdict !== 'decided';
  return `p.batch = ?1 AND ${plain ? 'p.verdict = ?2' : '?2 IS ?2'} AND (?3 = 0 OR p.remarked = 1) AND (?4 IS NULL OR s.file = ?4) AND (?5 IS NULL OR s.sheet = ?5)
    AND ${field === undefined ? '?6 IS ?6' : "p.fields <> '' AND instr(p.fields, ?6) > 0"} AND (?7 = 0 OR p.decided > 0)`;
}

const parametersOf = (of: RowsOf) => {
  const plain = of.verdict === undefined || of.verdict === 'remarked' || of.verdict === 'decided' ? null : of.verdict;
  return [of.batch, plain, of.verdict === 'remarked' ? 1 : 0, of.file ?? null, of.sheet ?? null, of.field === undefined ? null : `,${of.field},`, of.verdict === 'decided' ? 1 : 0] as const;
};

function shownRow(register: RegisterFile, stored: Record<string, unknown>, choices: Choices, carried: CarriedOut): PlanRow {
  const row = readPlanRow(register, stored);
  return {
    position: row.position,
    grouping: row.grouping,
    file: String(stored['fileName']),
    sheet: String(stored['sheetName']),
    row: row.row,
    verdict: row.verdict as Verdict,
    householdNo: row.householdNo,
    householdId: row.householdId,
    name: row.name,
    village: row.village,
    changes: changesOf(row, choices, carried),
    remarks: row.remarks,
    choice: choices.at('row', row.position),
    effective: choices.row(row) ?? 'take',
  };
}

/** Of an import that is written the rows themselves tell it. */
const carriedOut = (register: RegisterFile, batch: number): CarriedOut => new CarriedOut(planStore.acceptedMoves(register, batch));

const rowColumns = 'p.*, s.file AS fileName, s.sheet AS sheetName';

/** A page of a stored plan. */
export function previewRows(register: RegisterFile, of: RowsOf): { total: number; rows: PlanRow[] } {
  const summary = batchSummary(register, of.batch);
  const places = placesOf(summary.state);
  if (summary.state === 'planned' && of.verdict === undefined && of.file === undefined && of.sheet === undefined && of.field === undefined) return planPage(register, summary, of);
  const parameters = parametersOf(of);
  const where = whereOf(of);
  const { total } = register.sql(`SELECT count(*) AS total FROM ${places.rows} p JOIN importSheet s ON s.id = p.sheet WHERE ${where}`).get(...parameters) as { total: number };
  const rows = register
    .sql(`SELECT ${rowColumns} FROM ${places.rows} p JOIN importSheet s ON s.id = p.sheet WHERE ${where} ORDER BY p.position LIMIT ?8 OFFSET ?9`)
    .all(...parameters, of.limit, of.offset) as Record<string, unknown>[];
  const choices = new Choices(register, of.batch);
  const carried = carriedOut(register, of.batch);
  return { total, rows: rows.map((stored) => shownRow(register, stored, choices, carried)) };
}

/** A page of a whole plan: its rows are numbered, so that any of them is as near as the first. */
function planPage(register: RegisterFile, { batch, counts }: BatchSummary, { offset, limit }: RowsOf): { total: number; rows: PlanRow[] } {
  const rows = register
    .sql(`SELECT ${rowColumns} FROM temp.passingRow p JOIN importSheet s ON s.id = p.sheet WHERE p.batch = ? AND p.position >= ? ORDER BY p.position LIMIT ?`)
    .all(batch, offset, limit) as Record<string, unknown>[];
  const choices = new Choices(register, batch);
  const carried = carriedOut(register, batch);
  return { total: Object.values(counts).reduce((sum, count) => sum + count, 0), rows: rows.map((stored) => shownRow(register, stored, choices, carried)) };
}

const bits: Readonly<Record<Verdict | 'remarked' | 'decided', number>> = { new: 1, changed: 2, same: 4, conflict: 8, refused: 16, remarked: 32, decided: 64 };

/** A page of a stored plan, household by household: those with a row that meets the filter, each with such rows. */
export function previewHouseholds(register: RegisterFile, of: RowsOf): { total: number; households: PlanHousehold[] } {
  const places = placesOf(batchSummary(register, of.batch).state);
  const mask = of.verdict === undefined ? 0 : bits[of.verdict];
  const where = whereOf(of);
  const narrow = of.file !== undefined || of.field !== undefined;
  const groups = narrow
    ? `FROM (SELECT p.grouping, min(p.position) AS ordinal FROM ${places.rows} p JOIN importSheet s ON s.id = p.sheet WHERE ${where} GROUP BY p.grouping) g`
    : `FROM ${places.groups} g WHERE g.batch = ?1 AND (?8 = 0 OR g.verdicts & ?8 > 0) AND ?2 IS ?2 AND ?3 IS ?3 AND ?4 IS ?4 AND ?5 IS ?5 AND ?6 IS ?6 AND ?7 IS ?7`;
  const parameters = parametersOf(of);
  const counted = narrow ? parameters : ([...parameters, mask] as const);
  const paging = narrow ? 'LIMIT ?8 OFFSET ?9' : 'LIMIT ?9 OFFSET ?10';
  const { total } = register.sql(`SELECT count(*) AS total ${groups}`).get(...counted) as { total: number };
  const page = register.sql(`SELECT g.grouping ${groups} ORDER BY g.ordinal ${paging}`).all(...counted, of.limit, of.offset) as { grouping: string }[];
  const choices = new Choices(register, of.batch);
  const carried = carriedOut(register, of.batch);
  const rowsOf = register.sql(`SELECT ${rowColumns} FROM ${places.rows} p JOIN importSheet s ON s.id = p.sheet WHERE ${where} AND p.grouping = ?8 ORDER BY p.position`);
  return {
    total,
    households: page.map(({ grouping }): PlanHousehold => {
      const rows = (rowsOf.all(...parameters, grouping) as Record<string, unknown>[]).map((stored) => shownRow(register, stored, choices, carried));
      const counts = { new: 0, changed: 0, same: 0, conflict: 0, refused: 0 };
      for (const { verdict } of rows) counts[verdict]++;
      const told = <K extends 'householdId' | 'householdNo' | 'village' | 'name'>(key: K): string | null => rows.find((row) => row[key] !== null)?.[key] ?? null;
      const home = homeOf(register, told('householdId'));
      return { grouping, householdId: told('householdId'), householdNo: home?.householdNo ?? told('householdNo'), name: home?.head ?? told('name'), village: home?.village ?? told('village'), counts, rows, choice: choices.at('household', grouping) };
    }),
  };
}

/** A household as the register has it: its rows may say another number, whose it is not. */
const homeOf = (register: RegisterFile, householdId: string | null): Record<'householdNo' | 'village' | 'head', string | null> | undefined =>
  householdId === null ? undefined : (register.sql("SELECT householdNo, village, (SELECT name FROM member m WHERE m.householdId = h.id AND m.relation = '户主' LIMIT 1) AS head FROM household h WHERE h.id = ?").get(householdId) as Record<'householdNo' | 'village' | 'head', string | null> | undefined);

/** How many rows each field is changed in, most first: for the filter by field, and for choosing by column. */
export function changedFields(register: RegisterFile, batch: number): { field: string; label: string; sheet: number; file: string; sheetName: string; rows: number; choice: Choice | null }[] {
  batchSummary(register, batch);
  const counts = new Map<string, number>();
  for (const row of register.sql("SELECT sheet, fields FROM planRow WHERE batch = ? AND fields <> ''").iterate(batch)) {
    const { sheet, fields } = row as { sheet: number; fields: string };
    for (const field of fields.slice(1, -1).split(',')) counts.set(`${sheet}|${field}`, (counts.get(`${sheet}|${field}`) ?? 0) + 1);
  }
  const sheets = new Map((register.sql('SELECT id, file, sheet FROM importSheet WHERE batch = ?').all(batch) as { id: number; file: string; sheet: string }[]).map((each) => [each.id, each]));
  const choices = new Choices(register, batch);
  return [...counts]
    .map(([key, rows]) => {
      const [sheet = '', field = ''] = key.split('|');
      const found = sheets.get(Number(sheet));
      return { field, label: labelOf(field), sheet: Number(sheet), file: found?.file ?? '', sheetName: found?.sheet ?? '', rows, choice: choices.column(Number(sheet), field) };
    })
    .toSorted((a, b) => b.rows - a.rows);
}

export function absentRows(register: RegisterFile, batch: number, offset: number, limit: number): { total: number; rows: AbsentRow[] } {
  const { total } = register.sql('SELECT count(*) AS total FROM planAbsent WHERE batch = ?').get(batch) as { total: number };
  const rows = register
    .sql('SELECT position, householdNo, householdId, memberId, name, village FROM planAbsent WHERE batch = ? ORDER BY position LIMIT ? OFFSET ?')
    .all(batch, limit, offset) as (Omit<AbsentRow, 'file' | 'sheet'> & { readonly position: number })[];
  const ends = absentEnds(register, batch);
  return { total, rows: rows.map(({ position, ...row }) => ({ ...row, ...(ends.find(({ end }) => position < end)?.of ?? { file: '', sheet: '' }) })) };
}

/** The absent stand sheet after sheet in the order in which the sheets were planned: up to which position each has its own. */
function absentEnds(register: RegisterFile, batch: number): { readonly of: { readonly file: string; readonly sheet: string }; readonly end: number }[] {
  const counts = new Map(batchSummary(register, batch).files.flatMap(({ file, sheets }) => sheets.map(({ sheet, absent }) => [`${file}|${sheet}`, absent] as const)));
  const sheets = register.sql('SELECT file, sheet FROM importSheet WHERE batch = ? ORDER BY id').all(batch) as { file: string; sheet: string }[];
  let end = 0;
  return sheets.map((of) => ({ of, end: (end += counts.get(`${of.file}|${of.sheet}`) ?? 0) }));
}

export function listBatches(register: RegisterFile): BatchSummary[] {
  const rows = register.sql("SELECT number FROM importBatch WHERE state IN ('committed', 'undone') ORDER BY number DESC").all() as { number: number }[];
  return rows.map(({ number }) => batchSummary(register, number));
}
