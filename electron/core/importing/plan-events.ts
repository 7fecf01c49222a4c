import { birth } from '../../../shared/changes/life-events.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import type { RowWork } from './row-plan.ts';

const where = (work: RowWork) => ({ on: work.sheet.day, paper: '', sheet: work.sheet.id, file: work.sheet.file, row: work.row.row });
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Somebody new in a household that the register has: the person goes in, the event asks why and since when. */
export function noteJoin(work: RowWork, householdId: string, memberId: string, name: string): void {
  const { draft, events } = work.planning;
  const reason = text(work.row.values['joinReason']) ?? '';
  const born = text(draft.value('member', memberId, 'birthDate'));
  events.note('join', true, {
    what: `${name}：户 ${draft.value('household', householdId, 'householdNo') ?? ''} 新增`,
    householdId,
    memberIds: [memberId],
    reason,
    ...where(work),
    ...(born === null ? {} : { born }),
    ...(born !== null && reason === birth ? { on: born } : {}),
  });
}

/** The sheet itself says that somebody is gone. */
export function noteLeave(work: RowWork, householdId: string, memberId: string, state: string, name: string): void {
  const { draft, events } = work.planning;
  const before = text(draft.value('member', memberId, 'memberState')) ?? '正常';
  if (!goneStates.has(state) || goneStates.has(before)) return;
  events.note('leave', true, {
    what: `${name}：表里是“${state}”`,
    householdId,
    memberIds: [memberId],
    reason: text(work.row.values['leaveReason']) ?? (state === '死亡' ? '死亡' : ''),
    state,
    ...where(work),
  });
}

/** Whether the register itself, not this import, knows a head of the household. */
export function hasHead(work: RowWork, householdId: string): boolean {
  const { index, draft } = work.planning;
  const sitting = index.headOfHousehold.get(householdId);
  return sitting !== undefined && !draft.isNew(sitting) && !draft.isNew(householdId);
}

/**
 * Whether a row may simply set somebody's relation. Where it would make another head, or make the head of the register
 * somebody else, it is a change of head: an event, with the relations that the rows tell.
 */
export function takeRelation(work: RowWork, householdId: string, memberId: string, relation: string, name: string): boolean {
  const { index, draft, events } = work.planning;
  const sitting = index.headOfHousehold.get(householdId);
  if (sitting === undefined || !hasHead(work, householdId)) return true;
  const claims = relation === '户主' && memberId !== sitting;
  const leaves = relation !== '户主' && memberId === sitting;
  if (relation === '户主' && memberId === sitting) events.confirmed.add(householdId);
  if (!claims && !leaves) return true;
  const no = String(draft.value('household', householdId, 'householdNo') ?? '');
  const was = String(draft.value('member', sitting, 'name') ?? '');
  const what = claims ? `户 ${no}：户主由 ${was} 变为 ${name}` : `户 ${no}：${was} 不再是户主`;
  const claim = events.head({ householdId, what, relations: {}, ...where(work) });
  if (claims && claim.memberId === undefined) {
    claim.memberId = memberId;
    // The row of the former head may have come before.
    claim.what = what;
    claim.both = `户 ${no}：表里有两个户主，${was}、${name}；办理就改为${name}`;
  }
  claim.relations[memberId] = relation;
  work.keep('member', memberId, 'relation', draft.isNew(memberId) ? null : draft.value('member', memberId, 'relation'), relation, 'event');
  return false;
}

const lifted = (state: string | null): boolean => state !== null && state.startsWith('已脱贫');

/** Runs `propose` and tells from what it changed whether the household's status line has a new entry. */
export function noteStatus(work: RowWork, householdId: string, propose: () => void): void {
  const before = work.steps.length;
  propose();
  if (work.planning.draft.isNew(householdId)) return;
  for (const step of work.steps.slice(before)) {
    if (step[0] !== 'set') continue;
    const [, , , column, old, value] = step;
    const [was, is] = [text(old), text(value)];
    const kind =
      column === 'liftState' && is === '返贫' ? '返贫'
      : column === 'liftState' && lifted(is) && was !== null && !lifted(was) ? '脱贫'
      : column === 'monitoredKind' && was === null && is !== null ? '纳入监测'
      : column === 'riskCleared' && is === '是' && was !== null ? '风险消除'
      : null;
    if (kind === null) continue;
    const no = String(work.planning.draft.value('household', householdId, 'householdNo') ?? '');
    work.planning.events.note('status', true, {
      what: `户 ${no}：${kind}（${was ?? '空'} → ${is ?? '空'}）`, householdId, memberIds: [], reason: '', status: { kind, detail: is ?? '' }, ...where(work),
    });
  }
}
