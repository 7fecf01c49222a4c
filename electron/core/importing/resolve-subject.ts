import { birthDateOf, identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { RowPlan, RowWork } from './row-plan.ts';

interface Subject {
  readonly householdId: string;
  readonly memberId: string | null;
}
type Resolved = Subject | { readonly refused: RowPlan };

const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);

function byNumbers(work: RowWork, ...identities: string[]): string | undefined {
  const { index } = work.planning;
  for (const key of identities) {
    const number = text(work.row.values[key]);
    const found = number === null ? undefined : key.endsWith('IdentityNo') || key === 'identityNo' ? index.memberByIdentity.get(identityKey(number)) : index.memberByNo.get(number);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The household that the row or the text above the table names by number or by its head's number. */
function namedHousehold(work: RowWork): string | undefined {
  const { index } = work.planning;
  const no = text(work.row.values['householdNo']);
  const byNo = no === null ? undefined : index.householdByNo.get(no);
  if (byNo !== undefined) return byNo;
  const head = byNumbers(work, 'headIdentityNo', 'headNo');
  return head === undefined ? undefined : index.householdOfMember.get(head);
}

/** Who of the register a row of a department's list is about: by number, by name inside a named household, by name and birth date. */
export function resolvePerson(work: RowWork): Resolved {
  const { index } = work.planning;
  const { values } = work.row;
  const name = text(values['name']);
  const found = byNumbers(work, 'identityNo', 'memberNo');
  if (found !== undefined) return { memberId: found, householdId: index.householdOfMember.get(found) ?? '' };
  const numbered = text(values['identityNo']) ?? text(values['memberNo']);
  const household = namedHousehold(work);
  if (household !== undefined && name !== null && numbered === null) {
    const inside = index.memberNamed(household, name);
    if (typeof inside === 'string') return { memberId: inside, householdId: household };
  }
  if (numbered === null && name !== null) {
    const birth = text(values['birthDate']);
    const same = index.membersNamed(name);
    const born = birth === null ? [] : same.filter((id) => bornOn(work, id) === birth);
    const [only] = born;
    if (only !== undefined && born.length === 1) {
      work.remark('name', 'flagged', 'NAME', '没有证件号码，按姓名和出生日期对上', '请核实是同一个人');
      return { memberId: only, householdId: index.householdOfMember.get(only) ?? '' };
    }
    if (same.length > 0) return { refused: work.refuse('name', 'R017', '没有证件号码，只凭姓名定不了是谁', '请补上证件号码后再导入') };
  }
  if (numbered === null && name === null) return { refused: work.refuse('identityNo', 'R017', '没有证件号码，也没有姓名，不知道是谁', '请补上后再导入') };
  return { refused: work.outside('identityNo', '登记册里没有这个人') };
}

function bornOn(work: RowWork, memberId: string): string | null {
  const { values } = work.planning.draft.row('member', memberId);
  return text(values['birthDate']) ?? birthDateOf(text(values['identityNo']) ?? '');
}

/** What of a row names a household or somebody in it. */
export const subjectNames = ['householdNo', 'identityNo', 'headIdentityNo', 'memberNo', 'headNo', 'headName', 'name'] as const;

/** Which household of the register a row is about: by its number, by anybody's number in it, by its bank card, by the one head of that name. */
export function resolveHousehold(work: RowWork): Resolved {
  const { index, register } = work.planning;
  const { values } = work.row;
  const named = namedHousehold(work);
  if (named !== undefined) return { householdId: named, memberId: null };
  const member = byNumbers(work, 'identityNo', 'memberNo');
  if (member !== undefined) return { householdId: index.householdOfMember.get(member) ?? '', memberId: member };
  const card = Object.entries(values).find(([key, value]) => (key === 'bankCard' || key.endsWith('.account')) && typeof value === 'string')?.[1];
  if (typeof card === 'string') {
    const holders = register.sql('SELECT id FROM household WHERE bankCard = ? LIMIT 2').all(card) as { id: string }[];
    if (holders.length === 1 && holders[0]) return { householdId: holders[0].id, memberId: null };
  }
  const numbered = ['householdNo', 'identityNo', 'headIdentityNo', 'memberNo', 'headNo'].some((key) => text(values[key]) !== null);
  const head = text(values['headName']) ?? text(values['name']);
  if (!numbered && head !== null) {
    const village = text(values['village']);
    const heads = index.membersNamed(head).filter((id) => isHead(work, id) && (village === null || villageOf(work, id) === village));
    const [only] = heads;
    if (only !== undefined && heads.length === 1) {
      work.remark(text(values['headName']) === null ? 'name' : 'headName', 'flagged', 'NAME', '没有编号，按户主姓名对上', '请核实是同一户');
      return { householdId: index.householdOfMember.get(only) ?? '', memberId: null };
    }
    if (heads.length > 1) return { refused: work.refuse('headName', 'R017', '登记册里有几位同名的户主，定不了是哪一户', '请补上户编号或证件号码后再导入') };
  }
  if (!numbered && head === null) return { refused: work.refuse('householdNo', 'R017', '没有户编号、证件号码和姓名，不知道是哪一户', '请补上后再导入') };
  return { refused: work.outside('householdNo', '登记册里没有这一户') };
}

const isHead = (work: RowWork, id: string): boolean => work.planning.draft.value('member', id, 'relation') === '户主';
const villageOf = (work: RowWork, id: string): string | null => text(work.planning.draft.value('household', work.planning.index.householdOfMember.get(id) ?? '', 'village'));
