import { birthDateOf, identityFault, identityKey, sexOf } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { fillLedgers } from './plan-entry.ts';
import { hasHead, noteJoin, noteLeave, noteStatus, takeRelation } from './plan-events.ts';
import type { Planning } from './planning.ts';
import { type Named, newValues, valuesOf, type RowPlan, type RowWork } from './row-plan.ts';

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

/** Whether two identity numbers can be one person's: the same, or one of them missing or visibly mistyped. */
function mayBeOne(one: string | null, other: string | null, today: string): boolean {
  if (one === null || other === null || identityKey(one) === identityKey(other)) return true;
  return identityFault(one, today) !== undefined || identityFault(other, today) !== undefined;
}

/** The member a row is about, by identity number, then 人编号, then name within the household; `other` where a key is somebody else's. */
function matchMember(planning: Planning, work: RowWork, householdId: string | null): { id?: string; other?: string } {
  const { index, draft, today } = planning;
  const identity = text(work.row.values['identityNo']);
  const memberNo = text(work.row.values['memberNo']);
  const name = text(work.row.values['name']);
  const byIdentity = identity === null ? undefined : index.memberByIdentity.get(identityKey(identity));
  if (byIdentity !== undefined) return { id: byIdentity };
  const byNo = memberNo === null ? undefined : index.memberByNo.get(memberNo);
  if (byNo !== undefined) {
    const theirs = text(draft.value('member', byNo, 'identityNo'));
    const theirName = text(draft.value('member', byNo, 'name'));
    if (theirName !== name && !mayBeOne(identity, theirs, today)) return { other: byNo };
    return { id: byNo };
  }
  if (householdId !== null && name !== null) {
    const byName = index.memberNamed(householdId, name);
    if (typeof byName === 'string') return { id: byName };
  }
  return {};
}

function householdOf(planning: Planning, work: RowWork): string | null {
  const { index } = planning;
  const no = text(work.row.values['householdNo']);
  if (no !== null) return index.householdByNo.get(no) ?? null;
  const head = text(work.row.values['headIdentityNo']);
  const headId = head === null ? undefined : index.memberByIdentity.get(identityKey(head));
  return headId === undefined ? null : (index.householdOfMember.get(headId) ?? null);
}

/** Whom a row names whose number is damaged: it is not taken, but nobody may say that the sheet does not have them. */
function namedBy(planning: Planning, work: RowWork): Named {
  const home = householdOf(planning, work);
  const memberId = matchMember(planning, work, home).id ?? null;
  if (home !== null && memberId !== null && work.row.values['relation'] === '户主' && planning.index.headOfHousehold.get(home) === memberId) planning.events.confirmed.add(home);
  return { memberId, householdId: (memberId === null ? undefined : planning.index.householdOfMember.get(memberId)) ?? home };
}

/** Plans one row of a people sheet: the person, the person's year, and what the row says of the household. */
export function planPerson(work: RowWork, makes: boolean): RowPlan {
  const { planning, row } = work;
  const { index, draft } = planning;
  if (work.remarks.some((remark) => remark.effect === 'row')) return work.refused(namedBy(planning, work));
  // A sheet without a column of names names the head alone.
  const name = text(row.values['name']) ?? (row.values['relation'] === '户主' && !work.sheet.columnOf.has('name') ? text(row.values['headName']) : null);
  const householdNo = text(row.values['householdNo']);

  let householdId = householdOf(planning, work);
  const match = matchMember(planning, work, householdId);
  if (match.other !== undefined) {
    return work.refuse('memberNo', 'R010', '这个人编号在登记册里是另一个人（姓名、证件号码都不同）', '请核对人编号，改正原表后再导入');
  }
  let memberId = match.id;
  if (memberId === undefined && !makes) return work.outside('identityNo', '登记册里没有这个人');
  const current = memberId === undefined ? undefined : index.householdOfMember.get(memberId);
  if (householdId === null && householdNo === null) householdId = current ?? null;
  if (name === null && memberId === undefined) return work.refuse('name', 'R015', '没有姓名，也对不上登记册里的人', '请补上姓名后再导入');
  if (householdId === null && householdNo === null) {
    return work.refuse('householdNo', 'R017', '没有户编号，不知道是哪一户的人', '请补上户编号后再导入');
  }

  const movesFrom = memberId !== undefined && current !== undefined && current !== householdId ? current : null;
  let createdHousehold = false;
  if (householdId === null) {
    // Where somebody only moves there, the household comes into being with the move, or with the next row that needs it.
    householdId = work.create('household', newValues(work, 'household', {}), movesFrom !== null);
    index.addHousehold(householdId, householdNo);
    createdHousehold = true;
  } else if (movesFrom === null) work.proposeSaid('household', householdId);
  if (movesFrom === null) noteStatus(work, householdId, () => work.proposeYearSaid('householdYear', householdId, row.year));
  else if (memberId !== undefined) noteMove(work, memberId, movesFrom, householdId, householdNo);
  const home = movesFrom ?? householdId;

  const createdMember = memberId === undefined;
  if (memberId === undefined) {
    memberId = createMember(work, home, newValues(work, 'member', { householdId: home, name }), name);
    if (!createdHousehold && !draft.isNew(home)) noteJoin(work, home, memberId, name ?? '');
  } else {
    proposeMember(work, home, memberId, valuesOf(work, 'member'), movesFrom !== null);
  }
  work.proposeExtra('member', memberId, createdMember);
  work.proposeYearSaid('memberYear', memberId, row.year);
  fillLedgers(work, home, memberId);
  if (!createdHousehold && draft.isNew(memberId)) work.isNew = true;
  return work.done(home, memberId);
}

/** Makes a person of these values. */
function createMember(work: RowWork, householdId: string, values: Record<string, Stored>, name: string | null): string {
  const { index, today } = work.planning;
  const identity = text(values['identityNo']);
  if (identity !== null && identityFault(identity, today) === undefined) {
    // A whole identity number tells both; the sheets of 2018 and 2022 have no columns for them.
    values['birthDate'] ??= birthDateOf(identity);
    values['sex'] ??= sexOf(identity);
  }
  const relation = text(values['relation']);
  // A second head of a household that the register already has is a change of head, not one more head.
  const claims = relation === '户主' && hasHead(work, householdId);
  if (claims) values['relation'] = null;
  const memberId = work.create('member', Object.assign(values, work.extraValue));
  work.isNew = true;
  if (claims) takeRelation(work, householdId, memberId, relation, name ?? '');
  index.addMember({ id: memberId, householdId, name, identityNo: identity, memberNo: text(values['memberNo']), relation: claims ? null : relation });
  return memberId;
}

/** Somebody who stands in another household: never moved silently. */
function noteMove(work: RowWork, memberId: string, from: string, to: string, toNo: string | null): void {
  const { draft, events } = work.planning;
  const fromNo = draft.value('household', from, 'householdNo');
  const name = String(draft.value('member', memberId, 'name') ?? '');
  work.keep('household', from, 'householdNo', fromNo, toNo, 'event');
  work.remark('householdNo', 'flagged', 'R019', '这个人在登记册里属于另一户，没有移动', '是迁户、分户、并户的，请在“人口变动”里办理');
  const relation = text(work.row.values['relation']);
  events.note('move', false, {
    what: `${name}：从户 ${fromNo ?? ''} 到户 ${toNo ?? ''}`,
    householdId: from,
    memberIds: [memberId],
    reason: '',
    on: work.sheet.day,
    paper: '',
    sheet: work.sheet.id,
    file: work.sheet.file,
    row: work.row.row,
    to,
    ...(toNo === null ? {} : { toNo }),
    ...(relation === null ? {} : { relations: { [memberId]: relation } }),
  });
}

function proposeMember(work: RowWork, householdId: string, memberId: string, values: Record<string, Stored>, moves: boolean): void {
  const { index, draft, today } = work.planning;
  const theirs = text(draft.value('member', memberId, 'identityNo'));
  const ours = text(values['identityNo']);
  if (ours !== null && theirs !== null) {
    const byNo = text(work.row.values['memberNo']) !== null && draft.value('member', memberId, 'memberNo') === work.row.values['memberNo'];
    if (identityKey(ours) === identityKey(theirs)) {
      // The certificate of a disabled person and the identity number are the same person's; the longer one stays.
      if (ours.length < theirs.length) delete values['identityNo'];
    } else if (!byNo && !mayBeOne(ours, theirs, today)) {
      work.keep('member', memberId, 'identityNo', theirs, ours, 'key');
      work.remark('identityNo', 'flagged', 'R009', '同户同名，但证件号码不同，没有改动', '请核对是不是同一个人');
      delete values['identityNo'];
    }
  }
  const relation = text(values['relation']);
  const name = String(draft.value('member', memberId, 'name') ?? '');
  // In another household the relation is to another head.
  if (relation !== null && (moves || !takeRelation(work, householdId, memberId, relation, name))) delete values['relation'];
  const state = text(values['memberState']);
  if (state !== null && !draft.isNew(memberId)) noteLeave(work, householdId, memberId, state, name);
  work.propose('member', memberId, values);
  index.addMember({
    id: memberId,
    householdId: index.householdOfMember.get(memberId) ?? '',
    name: null,
    identityNo: text(draft.value('member', memberId, 'identityNo')),
    memberNo: text(draft.value('member', memberId, 'memberNo')),
    relation: text(draft.value('member', memberId, 'relation')),
  });
}
