import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { ageOn as fullYears } from '../../../../shared/register/age.ts';
import { textOf, type HouseholdFacts, type MemberFacts, type Values } from '../../../../shared/register/facts.ts';
import { goneStates } from '../../../../shared/register/member-state.ts';

/** The sheets of a household hang inside the family's own house. */
export const wallPlace = 'house';

/** 高台子街道李家堡村二组 */
export const placeOf = (household: HouseholdFacts): string => ['town', 'village', 'group'].map((key) => onPaper(wallPlace, household.values, key)).join('');

/** How the household is called in messages and worksheet names: its head, else its number's last digits. */
export const calledOf = (household: HouseholdFacts): string => textOf(household.values, 'headName') || `户${textOf(household.values, 'householdNo').slice(-4)}`;

/** Who lives there now. */
export const present = (household: HouseholdFacts): readonly MemberFacts[] => household.members.filter((member) => !goneStates.has(textOf(member.values, 'memberState')));

/** Full years on the day of printing, or '' without a birth date. */
export const ageOn = (values: Values, today: string): string => String(fullYears(values, today) ?? '');

export const causesOf = (values: Values): string => [...new Set(['mainCause', 'secondCause', 'thirdCause'].map((key) => onPaper(wallPlace, values, key)).filter((cause) => cause !== ''))].join('、');
