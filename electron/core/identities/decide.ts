import type { Verdict } from '../../../shared/changes/plan-types.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { identityKey, readIdentity } from '../../../shared/fields/identity-number.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import { commitPlan } from '../importing/commit-plan.ts';
import { makePlan } from '../importing/make-plan.ts';
import type { StoredPlanRow } from '../importing/plan-row.ts';
import { endPlan } from '../importing/end-plan.ts';
import { planStore } from '../importing/plan-store.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { editCell } from '../tables/edit-cell.ts';
import { personOfMember } from './people.ts';
import { forgetRefusedRows, type RefusedRow, refusedRows } from './refused-rows.ts';
import { rowAgain } from './row-again.ts';

export interface Decision {
  readonly case: string;
  readonly number: string;
  readonly base: number;
}

export interface Circumstances {
  readonly today: string;
  readonly at: string;
  readonly who: string;
  readonly workingYear: number;
}

export interface Decided {
  readonly told: string;
  readonly command: number;
}

/** The row of a case that is still open; refuses where somebody has dealt with it. */
export function openRow(register: RegisterFile, of: string): RefusedRow {
  const [, batch, position] = /^row:(\d+):(\d+)$/.exec(of) ?? [];
  const row = refusedRows(register).find((each) => each.batch === Number(batch) && each.position === Number(position));
  if (!row) throw new Refusal('STALE', '这一行已经处理过了', { remedy: '请按 F5 刷新后再看' });
  return row;
}

export const placeOf = (row: RefusedRow): string => sheetPlace(row.file, row.sheet, row.cell);

/** Marks a row, and what earlier imports say of it, as dealt with. */
export function markRow(register: RegisterFile, row: RefusedRow, mark: { readonly again: number | null; readonly reason: string | null }, { at, who }: Pick<Circumstances, 'at' | 'who'>): void {
  const insert = register.sql(
    `INSERT INTO refusedRowDone (batch, position, again, reason, at, who) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (batch, position) DO UPDATE SET again = excluded.again, reason = excluded.reason, at = excluded.at, who = excluded.who`,
  );
  register.together(() => {
    for (const { batch, position } of [row, ...row.before]) insert.run(batch, position, mark.again, mark.reason, at, who);
  });
  forgetRefusedRows(register);
}

/** A number that is somebody else's already: by it the row would be written over that person. */
function mustFit(register: RegisterFile, row: RefusedRow, number: string): void {
  const other = register
    .sql("SELECT m.name, coalesce(h.householdNo, '') AS householdNo FROM member m JOIN household h ON h.id = m.householdId WHERE substr(m.identityNo, 1, 18) = ? LIMIT 1")
    .get(identityKey(number)) as { name: string; householdNo: string } | undefined;
  if (!other || ((row.name === null || other.name === row.name) && (row.householdNo === null || other.householdNo === row.householdNo))) return;
  throw new Refusal('VALUE_REFUSED', `这个号码在登记册里是 ${other.name}（户 ${other.householdNo || '无编号'}）的`, { where: placeOf(row), remedy: '请按证件核对；确是同一人、只是换了户的，请先在登记册里办理' });
}

/** Verdicts and remarks with which the row would not be about the person of that number. */
const elsewhere = new Set(['R009', 'R010', 'R019', 'R148']);
const hasGoneIn = (planned: StoredPlanRow): boolean =>
  // The plan's rows hold the planner's own words.
  (planned.verdict as Verdict) !== 'refused' && !(planned.verdict === 'conflict' && planned.remarks.some(({ rule }) => elsewhere.has(rule)));

async function takeRow(register: RegisterFile, row: RefusedRow, typed: string, circumstances: Circumstances, job: Job): Promise<Decided> {
  const { today, at, who, workingYear } = circumstances;
  const reading = readIdentity(typed, { today, typed: true });
  if (!reading.ok) throw new Refusal('VALUE_REFUSED', reading.refused.message, { where: placeOf(row), remedy: reading.refused.remedy });
  const number = String(reading.value ?? '');
  mustFit(register, row, number);
  const { file, word } = rowAgain(register, row, number);
  // What later imports of the same kind have told stands; this older row only adds to it.
  const later = register
    .sql("SELECT 1 FROM importSheet s JOIN importBatch b ON b.number = s.batch AND b.state = 'committed' WHERE s.batch > ? AND s.kind = ? AND s.file NOT LIKE '%（改正证件号码）' LIMIT 1")
    .get(row.batch, word.kind ?? '');
  const policy = later === undefined ? 'overwrite' : 'fill';
  const { batch } = await makePlan(register, { files: [file], sheets: [word], policy, workingYear, today, at, who }, job);
  const [planned, ...others] = planStore.rowsFrom(register, batch, 0, 2);
  if (!planned || others.length > 0 || !hasGoneIn(planned)) {
    endPlan.discard(register, batch);
    const why = planned?.remarks.find(({ effect, rule }) => effect !== 'flagged' || elsewhere.has(rule));
    throw new Refusal('VALUE_REFUSED', `换上这个号码，这一行还是收不进来${why ? `：${why.message}` : ''}`, { where: placeOf(row), remedy: why?.remedy ?? '请在原表中改好后再导入' });
  }
  try {
    // The brake is for imports of many rows.
    await commitPlan(register, batch, job, { confirmed: true });
  } catch (error) {
    endPlan.discard(register, batch);
    throw error;
  }
  markRow(register, row, { again: batch, reason: null }, circumstances);
  const { command } = planStore.get(register, batch) ?? {};
  const kept = [...new Set(planned.steps.flatMap((step) => (step[0] === 'keep' ? [labelOf(step[3])] : [])))];
  const how = kept.length === 0 ? '' : `；${kept.map((label) => `“${label}”`).join('、')}和登记册不一致，${policy === 'fill' ? '之后导入过同类的表，' : ''}没有改动`;
  return { told: `${row.name ?? '这一行'}已按号码 ${number} 收进登记册${how}`, command: command ?? register.log.revision };
}

/**
 * Carries out what a person decided. A member's number is an edit by hand like any other; a refused row is imported once
 * more, alone, with the number in its cell.
 */
export async function decideIdentity(register: RegisterFile, decision: Decision, circumstances: Circumstances, job: Job): Promise<Decided> {
  if (decision.case.startsWith('row:')) return takeRow(register, openRow(register, decision.case), decision.number, circumstances, job);
  const id = /^member:(.+)$/.exec(decision.case)?.[1];
  if (id === undefined) throw new Refusal('WRONG_USAGE', '两人同号要先分清是谁的号码', { remedy: '请到各人那里改' });
  const before = register.log.revision;
  editCell(register, { subject: 'people', id, year: circumstances.workingYear, field: 'identityNo', text: decision.number, base: decision.base }, circumstances.today);
  const person = personOfMember(register, id);
  if (register.log.revision === before) throw new Refusal('STALE', `${person?.name ?? ''}的证件号码已经是 ${person?.identityNo ?? ''}`, { remedy: '请按 F5 刷新后再看' });
  return { told: `${person?.name ?? ''}的证件号码已改为 ${person?.identityNo ?? ''}`, command: register.log.revision };
}
