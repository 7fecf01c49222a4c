import { birthDateOf, identityFault, identityKey, sexOf } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { fillLedgers } from './plan-entry.ts';
import { noteStatus } from './plan-events.ts';
import type { Planning } from './planning.ts';
import { filled, newValues, valuesOf, type RowPlan, type RowWork } from './row-plan.ts';

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

interface HeadRefs {
  readonly name: string | null;
  readonly identityNo: string | null;
  readonly memberNo: string | null;
}

function memberByKeys(planning: Planning, head: HeadRefs): string | undefined {
  const { index } = planning;
  return (
    (head.identityNo === null ? undefined : index.memberByIdentity.get(identityKey(head.identityNo))) ??
    (head.memberNo === null ? undefined : index.memberByNo.get(head.memberNo))
  );
}

function homeOf({ index }: Planning, no: string | null, headMember: string | undefined): string | undefined {
  return (no === null ? undefined : index.householdByNo.get(no)) ?? (headMember === undefined ? undefined : index.householdOfMember.get(headMember));
}

/** Plans one row that is about a household: a household sheet, an income sheet, a list of helpers. */
export function planHousehold(work: RowWork, makes: boolean): RowPlan {
  const { planning, row } = work;
  const { index } = planning;
  const head: HeadRefs = {
    name: text(row.values['headName']),
    identityNo: text(row.values['headIdentityNo']),
    memberNo: text(row.values['headNo']),
  };
  const no = text(row.values['householdNo']);
  if (work.remarks.some((remark) => remark.effect === 'row')) return work.refused({ memberId: null, householdId: homeOf(planning, no, memberByKeys(planning, head)) ?? null });
  if (no === null && head.identityNo === null && head.memberNo === null) {
    return work.refuse('householdNo', 'R017', '没有户编号，也没有户主证件号码，不知道是哪一户', '请补上户编号或户主证件号码后再导入');
  }

  const headMember = memberByKeys(planning, head);
  let householdId = homeOf(planning, no, headMember);
  const created = householdId === undefined;
  if (householdId === undefined) {
    if (!makes) return work.refuse(no === null ? 'headIdentityNo' : 'householdNo', 'R017', '登记册里没有这一户', '请先导入户表或人员表，再导入这张表');
    householdId = work.create('household', Object.assign(newValues(work, 'household', {}), work.extraValue));
    index.addHousehold(householdId, no);
    work.isNew = true;
  } else {
    work.proposeSaid('household', householdId);
    if (no !== null) index.addHousehold(householdId, no);
    if (planning.draft.isNew(householdId)) work.isNew = true;
  }
  work.proposeExtra('household', householdId, created);
  const home = householdId;
  if (makes) completeHead(planning, work, home, head, headMember);
  noteStatus(work, home, () => work.proposeYearSaid('householdYear', home, row.year));
  fillLedgers(work, home, null);
  return work.done(home, null);
}

/** A head of whom the register knows nothing yet. */
function freshHead(head: HeadRefs, today: string): Record<string, Stored> {
  const values: Record<string, Stored> = filled({ name: head.name, identityNo: head.identityNo, memberNo: head.memberNo });
  values['relation'] = '户主';
  if (head.identityNo !== null && identityFault(head.identityNo, today) === undefined) {
    values['birthDate'] = birthDateOf(head.identityNo);
    values['sex'] = sexOf(head.identityNo);
  }
  return values;
}

/** The sheet names another head than the register's: a life event. */
function claimHead(planning: Planning, work: RowWork, householdId: string, sitting: string, head: HeadRefs, who: { memberId: string } | { fresh: Record<string, Stored> }): void {
  const { draft, events } = planning;
  const no = text(draft.value('household', householdId, 'householdNo')) ?? '';
  events.head({
    householdId,
    what: `户 ${no}：户主由 ${text(draft.value('member', sitting, 'name')) ?? ''} 变为 ${head.name ?? ''}`,
    ...who,
    relations: 'memberId' in who ? { [who.memberId]: '户主' } : {},
    sheet: work.sheet.id,
    file: work.sheet.file,
    row: work.row.row,
    on: work.sheet.day,
  });
}

/** A household sheet makes or completes the head; whoever else is head in the register stays, with a remark. */
function completeHead(planning: Planning, work: RowWork, householdId: string, head: HeadRefs, found: string | undefined): void {
  const { index, draft, today } = planning;
  if (head.name === null && head.identityNo === null) return;
  const sitting = index.headOfHousehold.get(householdId);
  let member = found !== undefined && index.householdOfMember.get(found) === householdId ? found : undefined;
  if (found !== undefined && member === undefined) {
    work.remark('headIdentityNo', 'flagged', 'R019', '户主在登记册里属于另一户，没有移动', '是迁户、分户、并户的，请导入人员表，在“人口变动”里办理');
    work.conflict = true;
    return;
  }
  if (member === undefined && head.name !== null) member = index.memberNamed(householdId, head.name) ?? undefined;
  if (member !== undefined && sitting !== undefined && member !== sitting) {
    work.keep('member', member, 'relation', draft.value('member', member, 'relation'), '户主', 'event');
    work.remark('headName', 'flagged', 'R148', '表上的户主与登记册里的户主不是同一个人，没有改动', '确认变更户主的，请在“人口变动”里办理');
    claimHead(planning, work, householdId, sitting, head, { memberId: member });
    return;
  }
  if (member === undefined && sitting !== undefined) {
    const theirs = text(draft.value('member', sitting, 'identityNo'));
    const theirName = text(draft.value('member', sitting, 'name'));
    if (theirName === head.name || (head.identityNo !== null && theirs === head.identityNo)) member = sitting;
    else {
      work.keep('member', sitting, 'name', theirName, head.name, 'event');
      work.remark('headName', 'flagged', 'R148', '表上的户主不在登记册的这一户里，没有改动', '确认变更户主的，请在“人口变动”里办理');
      if (head.name !== null) claimHead(planning, work, householdId, sitting, head, { fresh: freshHead(head, today) });
      return;
    }
  }
  const values: Record<string, Stored> = {};
  if (head.name !== null) values['name'] = head.name;
  if (head.identityNo !== null) values['identityNo'] = head.identityNo;
  if (head.memberNo !== null) values['memberNo'] = head.memberNo;
  values['relation'] = '户主';
  if (member !== undefined) {
    const theirs = text(draft.value('member', member, 'identityNo'));
    if (theirs !== null && head.identityNo !== null && identityKey(theirs) === identityKey(head.identityNo) && theirs.length > head.identityNo.length) {
      delete values['identityNo'];
    }
    work.propose('member', member, values);
  } else {
    if (head.name === null) {
      work.remark('headName', 'flagged', 'R015', '有户主证件号码，没有户主姓名，户主没有建立', '请补上户主姓名');
      return;
    }
    member = work.create('member', { householdId, ...freshHead(head, today) });
  }
  index.addMember({ id: member, householdId, name: head.name, identityNo: head.identityNo, memberNo: head.memberNo, relation: '户主' });
}

/** Plans a row of a list of helpers: the pairing of the household with that name is completed or made. */
export function planHelper(work: RowWork): RowPlan {
  const { planning } = work;
  const name = text(work.row.values['helperName']);
  if (name === null) return work.refuse('helperName', 'R138', '没有帮扶责任人姓名', '请补上后再导入');
  const plan = planHousehold(work, false);
  if (plan.householdId === null) return plan;
  const values = filled(valuesOf(work, 'helper'));
  const key = `helper|${plan.householdId}|${name}`;
  const known = planning.helpers.get(key);
  const existing =
    known ?? (planning.register.sql('SELECT id FROM helper WHERE householdId = ? AND helperName = ?').get(plan.householdId, name) as { id: string } | undefined)?.id;
  if (existing !== undefined) work.propose('helper', existing, values);
  else {
    planning.helpers.set(key, work.create('helper', { householdId: plan.householdId, ...values }));
    work.isNew = true;
  }
  return work.done(plan.householdId, null, null);
}
