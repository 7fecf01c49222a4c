import { identityFault } from '../fields/identity-number.ts';
import { textOf, type HouseholdFacts, type MemberFacts } from '../register/facts.ts';
import { goneStates } from '../register/member-state.ts';

/** 9905****0011: enough to find it by. */
export const partOf = (number: string): string => (number.length < 10 ? number : `${number.slice(0, 4)}****${number.slice(-4)}`);

export const nameOf = (member: MemberFacts): string => textOf(member.values, 'name');

export const isGone = (member: MemberFacts): boolean => goneStates.has(textOf(member.values, 'memberState'));
export const present = (household: HouseholdFacts): MemberFacts[] => household.members.filter((member) => !isGone(member));

/** An identity number that has the length and signs of one, so that what it says of birth and sex can be read. */
export const identityOf = (member: MemberFacts): string => {
  const number = textOf(member.values, 'identityNo');
  return /^\d{17}[\dX](\d{2}|\d{4})?$/.test(number) ? number : '';
};

/** The fault that the field itself finds in a number, if it is the one of that rule. */
export const faultOf = (member: MemberFacts, rule: string, today: string): { message: string; remedy: string } | undefined => {
  const number = textOf(member.values, 'identityNo');
  if (number === '') return undefined;
  const fault = identityFault(number, today);
  return fault?.rule === rule ? fault : undefined;
};
