import { birthDateOf, identityFault, identityKey, sexOf } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { nameKey } from './register-index.ts';
import { valuesOf, type Planning, type RowPlan, type RowWork } from './row-plan.ts';

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

/** Whether two identity numbers can be one person's: the same, or one of them missing or visibly mistyped. */
function mayBeOne(one: string | null, other: string | null, today: string): boolean {
  if (one === null || other === null || identityKey(one) === identityKey(other)) return true;
  return identityFault(one, today) !== undefined || identityFault(other, today) !== undefined;
}

/** The member a row is about, by identity number, then 人编号, then name within the household; `other` where a key is somebody else's. */
function matchMember(planning: Planning, work: RowWork, householdId: string | null, today: string): { id?: string; other?: string } {
  const { index, draft } = planning;
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
    const byName = index.memberByName.get(nameKey(householdId, name));
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

/** Plans one row of a people sheet: the person, the person's year, and what the row says of the household. */
export function planPerson(planning: Planning, work: RowWork, today: string): RowPlan {
  const { index, draft } = planning;
  const { row } = work;
  if (work.remarks.some((remark) => remark.effect === 'row')) return work.refused();
  const name = text(row.values['name']);
  const householdNo = text(row.values['householdNo']);

  let householdId = householdOf(planning, work);
  const match = matchMember(planning, work, householdId, today);
  if (match.other !== undefined) {
    return work.refuse('memberNo', 'R010', '这个人编号在登记册里是另一个人（姓名、证件号码都不同）', '请核对人编号，改正原表后再导入');
  }
  let memberId = match.id;
  const current = memberId === undefined ? undefined : index.householdOfMember.get(memberId);
  if (householdId === null && householdNo === null) householdId = current ?? null;
  if (name === null && memberId === undefined) return work.refuse('name', 'R015', '没有姓名，也对不上登记册里的人', '请补上姓名后再导入');
  if (householdId === null && householdNo === null) {
    return work.refuse('householdNo', 'R017', '没有户编号，不知道是哪一户的人', '请补上户编号后再导入');
  }

  const householdValues = valuesOf(row, 'household');
  let createdHousehold = false;
  if (memberId !== undefined && current !== undefined && current !== householdId) {
    // Somebody who stands in another household: never moved silently.
    work.keep('household', current, 'householdNo', draft.value('household', current, 'householdNo'), householdNo);
    work.remark('householdNo', 'flagged', 'R019', '这个人在登记册里属于另一户，没有移动', '确认迁户或拆并户后，再在登记册里办理');
    householdId = current;
  } else if (householdId === null) {
    householdId = work.create('household', householdValues);
    index.addHousehold(householdId, householdNo);
    createdHousehold = true;
  } else {
    work.propose('household', householdId, householdValues);
  }
  if (!work.conflict) work.proposeYear('householdYear', householdId, row.year, valuesOf(row, 'householdYear'));

  const values = valuesOf(row, 'member');
  const createdMember = memberId === undefined;
  if (memberId === undefined) {
    const identity = text(values['identityNo']);
    if (identity !== null && identityFault(identity, today) === undefined) {
      // A whole identity number tells both; the sheets of 2018 and 2022 have no columns for them.
      values['birthDate'] ??= birthDateOf(identity);
      values['sex'] ??= sexOf(identity);
    }
    const extra = Object.keys(row.extra).length > 0 ? { extra: JSON.stringify(row.extra) } : {};
    memberId = work.create('member', { householdId, ...values, ...extra });
    work.isNew = true;
    index.addMember({
      id: memberId,
      householdId,
      name,
      identityNo: identity,
      memberNo: text(values['memberNo']),
      relation: text(values['relation']),
    });
  } else {
    proposeMember(planning, work, memberId, values, today);
  }
  work.proposeExtra('member', memberId, createdMember);
  work.proposeYear('memberYear', memberId, row.year, valuesOf(row, 'memberYear'));
  if (!createdHousehold && draft.isNew(memberId)) work.isNew = true;
  return work.done(householdId, memberId);
}

function proposeMember(planning: Planning, work: RowWork, memberId: string, values: Record<string, Stored>, today: string): void {
  const { index, draft } = planning;
  const theirs = text(draft.value('member', memberId, 'identityNo'));
  const ours = text(values['identityNo']);
  if (ours !== null && theirs !== null) {
    const byNo = text(work.row.values['memberNo']) !== null && draft.value('member', memberId, 'memberNo') === work.row.values['memberNo'];
    if (identityKey(ours) === identityKey(theirs)) {
      // The certificate of a disabled person and the identity number are the same person's; the longer one stays.
      if (ours.length < theirs.length) delete values['identityNo'];
    } else if (!byNo && !mayBeOne(ours, theirs, today)) {
      work.keep('member', memberId, 'identityNo', theirs, ours);
      work.remark('identityNo', 'flagged', 'R009', '同户同名，但证件号码不同，没有改动', '请核对是不是同一个人');
      delete values['identityNo'];
    }
  }
  work.propose('member', memberId, values);
  const identity = text(draft.value('member', memberId, 'identityNo'));
  index.addMember({
    id: memberId,
    householdId: index.householdOfMember.get(memberId) ?? '',
    name: null,
    identityNo: identity,
    memberNo: text(draft.value('member', memberId, 'memberNo')),
    relation: text(draft.value('member', memberId, 'relation')),
  });
}
