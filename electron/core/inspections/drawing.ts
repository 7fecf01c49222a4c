import { randomInt } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { InspectionDraw } from '../../../shared/contract/inspections.ts';
import type { StrataField } from '../../../shared/register/codes/inspection-codes.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { drawHouseholds, fingerprintOf } from './draw-households.ts';
import { framed, type FrameChoice } from './frames.ts';
import { currentInspection, keptDraws, type By } from './inspection-log.ts';

/** Of each stratum so many stand ready beyond those that were drawn. */
const ready = 200;

interface Kept {
  readonly number: number;
  readonly householdId: string;
  readonly draw: number | null;
  readonly stratum: string;
}

const kept = (register: RegisterFile, inspection: number): Kept[] => register.sql('SELECT number, householdId, draw, stratum FROM inspectionHousehold WHERE inspection = ?').all(inspection) as Kept[];

interface Put {
  readonly draw: number | null;
  readonly stratum: string;
  readonly householdId: string;
  readonly replaces?: number;
  readonly reason?: string;
}

/** Each gets the next place in the order of drawing. */
function put(register: RegisterFile, inspection: number, { draw, stratum, householdId, replaces, reason = '' }: Put, { who, at }: By): number {
  const { last } = register.sql('SELECT coalesce(max(position), 0) AS last FROM inspectionHousehold WHERE inspection = ?').get(inspection) as { last: number };
  const { lastInsertRowid } = register
    .sql('INSERT INTO inspectionHousehold (inspection, position, draw, stratum, householdId, replaces, reason, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(inspection, last + 1, draw, stratum, householdId, replaces ?? null, reason, at, who);
  return Number(lastInsertRowid);
}

export interface Wanted {
  readonly count: number;
  readonly stratum: StrataField;
  /** '' for one of its own. */
  readonly seed: string;
}

/** Draws from a frame, those that were drawn or named before left out, and says so. */
export function draw(register: RegisterFile, choice: FrameChoice, ids: readonly string[], { count, stratum, seed: given }: Wanted, by: By): InspectionDraw {
  const { number: inspection, year } = currentInspection(register);
  const before = new Set(kept(register, inspection).map(({ householdId }) => householdId));
  const frame = framed(register, year, ids.filter((id) => !before.has(id)), stratum);
  const less = ids.length - frame.length;
  if (frame.length < count) throw new Refusal('VALUE_REFUSED', `“${choice.label}”里${less > 0 ? '还没抽过的' : ''}只有 ${frame.length} 户，抽不出 ${count} 户`, { remedy: '请少抽几户，或换一个范围' });
  const seed = given === '' ? String(randomInt(100_000_000)).padStart(8, '0') : given;
  const strata = drawHouseholds(frame, count, seed);
  const words = `${choice.label}${less > 0 ? `，先前抽过的 ${less} 户除外` : ''}`;
  register.together(() => {
    const { lastInsertRowid } = register
      .sql('INSERT INTO inspectionDraw (inspection, at, who, frame, question, size, fingerprint, stratum, seed, wanted, strata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(inspection, by.at, by.who, words, JSON.stringify(choice.question), frame.length, fingerprintOf(frame), stratum, seed, count, JSON.stringify(strata.map(({ order, ...each }) => ({ ...each, order: order.slice(0, each.drawn + ready) }))));
    const number = Number(lastInsertRowid);
    for (const { name, drawn, order } of strata) for (const householdId of order.slice(0, drawn)) put(register, inspection, { draw: number, stratum: name, householdId }, by);
  });
  const made = keptDraws(register, inspection).at(-1);
  if (!made) throw new Error('The draw that was written is not there');
  return { ...made, strata: made.strata.map(({ order: _order, ...each }) => each) };
}

/** The next that the seed called in the same stratum stands in for one that cannot be visited. */
export function replace(register: RegisterFile, household: number, reason: string, by: By): { household: number } {
  const { number: inspection } = currentInspection(register);
  const all = kept(register, inspection);
  const gone = all.find(({ number }) => number === household);
  if (!gone) throw new Refusal('NOT_FOUND', '抽查名单里没有这一户', { remedy: '请按 F5 刷新后再看' });
  if (gone.draw === null) throw new Refusal('NOT_ALLOWED', '点名的户没有替换户', { remedy: '要看别的户，请再点名或再抽' });
  if (register.sql('SELECT 1 FROM inspectionHousehold WHERE replaces = ?').get(household)) throw new Refusal('NOT_ALLOWED', '这一户已经换过了', { remedy: '请在换来的那一户上办' });
  const taken = new Set(all.map(({ householdId }) => householdId));
  const stratum = keptDraws(register, inspection).find(({ number }) => number === gone.draw)?.strata.find(({ name }) => name === gone.stratum);
  const next = stratum?.order.find((id) => !taken.has(id));
  if (next === undefined) throw new Refusal('NOT_FOUND', `${gone.stratum === '' ? '这个范围' : `“${gone.stratum}”这一层`}里没有可以替换的户了`, { remedy: '请另抽几户，或由检查组点名' });
  return { household: register.together(() => put(register, inspection, { draw: gone.draw, stratum: gone.stratum, householdId: next, replaces: household, reason }, by)) };
}

/** A household that the inspectors ask for, by its 户编号 or its head's whole name: nothing of others is shown on the way. */
export function name(register: RegisterFile, whom: string, reason: string, by: By): { household: number } {
  const { number: inspection } = currentInspection(register);
  const found = register
    .sql("SELECT id FROM household WHERE householdNo = ?1 UNION SELECT householdId FROM member WHERE relation = '户主' AND name = ?1")
    .all(whom) as { id: string }[];
  const [first] = found;
  if (!first) throw new Refusal('NOT_FOUND', '登记册里没有这一户', { where: whom, remedy: '请写全户主姓名，或者户编号' });
  if (found.length > 1) throw new Refusal('NOT_ALLOWED', `有 ${found.length} 户对得上`, { where: whom, remedy: '请写户编号' });
  if (kept(register, inspection).some(({ householdId }) => householdId === first.id)) throw new Refusal('NOT_ALLOWED', '这一户已经在名单里', { where: whom, remedy: '请在名单里点开' });
  return { household: register.together(() => put(register, inspection, { draw: null, stratum: '', householdId: first.id, reason }, by)) };
}
