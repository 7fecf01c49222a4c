import { plainName } from '../../../shared/fields/plain-name.ts';
import { birthDateOf } from '../../../shared/fields/identity-number.ts';
import { textOf } from '../../../shared/register/facts.ts';
import type { RowKey } from './match-keys.ts';
import type { People, Person } from './match-people.ts';
import type { TheirSheet } from './match-tables.ts';

export interface FoundPerson {
  readonly person?: Person;
  /** By what, where that is not the number. */
  readonly told?: string;
  /** The number is that of somebody who no longer belongs to a household. */
  readonly gone?: string;
}

/** The household that a row names by its number, by its head's number, or by the one head of that name. */
export function householdNamed(people: People, { householdNo, headIdentity, headName }: RowKey): string | undefined {
  const byNo = householdNo === '' ? undefined : people.householdByNo(householdNo);
  if (byNo !== undefined) return byNo;
  const head = headIdentity === '' ? undefined : people.byIdentity.get(headIdentity);
  if (head) return head.householdId;
  const heads = headName === '' ? [] : (people.byPlain.get(plainName(headName)) ?? []).filter(({ isHead }) => isHead);
  return heads.length === 1 ? heads[0]?.householdId : undefined;
}

const one = (people: readonly Person[]): Person | undefined => (people.length === 1 ? people[0] : undefined);

const named = (people: readonly Person[] | undefined, name: string): Person | undefined => {
  const plain = plainName(name);
  return one((people ?? []).filter((person) => person.plain === plain));
};

const bornOn = ({ values, identity }: Person): string => textOf(values, 'birthDate') || (birthDateOf(identity) ?? '');
/** A number that can be wrong: the sheet has a column for one. */
const asksForNumbers = ({ columns }: TheirSheet): boolean => columns.some(({ target }) => target === 'identityNo' || target === 'memberNo');

/**
 * Whom a row is about by what is sure: the number; 人编号 with the name; on a list of households the household's number, the head's, the bank
 * account; a name inside a household that is named by number; on a list without any numbers a name with its birth date.
 */
export function findByKey(people: People, key: RowKey, ofHousehold: boolean, sheet: TheirSheet): FoundPerson | undefined {
  const { name, identity, memberNo, householdNo, headIdentity, birthDate, account } = key;
  const byNumber = identity === '' ? undefined : people.byIdentity.get(identity);
  if (byNumber) return byNumber.gone === null ? { person: byNumber } : { gone: byNumber.gone };
  const byNo = memberNo === '' ? undefined : people.byNo.get(memberNo);
  // Another number beside it: then the name must say that it is he.
  if (byNo?.gone === null && (key.identity === '' || plainName(name) === byNo.plain)) return identity === '' && key.why === '' ? { person: byNo } : { person: byNo, told: '按人编号' };
  if (identity !== '') return undefined;
  const household = (householdNo === '' ? undefined : people.householdByNo(householdNo)) ?? (headIdentity === '' ? undefined : people.byIdentity.get(headIdentity)?.householdId);
  if (household !== undefined) {
    const inside = name === '' ? undefined : named(people.byHousehold.get(household), name);
    const person = inside ?? (ofHousehold ? people.headOf(household) : undefined);
    if (person) return { person, told: ofHousehold ? '按户编号或户主证件号码' : '按户编号和姓名' };
  }
  if (ofHousehold && account !== '') {
    const holder = people.byAccount(account);
    if (holder) return { person: holder, told: '按银行账号' };
  }
  if (birthDate !== '' && name !== '' && !asksForNumbers(sheet)) {
    const person = one((people.byPlain.get(plainName(name)) ?? []).filter((each) => bornOn(each) === birthDate));
    if (person) return { person, told: '按姓名和出生日期' };
  }
  return undefined;
}
