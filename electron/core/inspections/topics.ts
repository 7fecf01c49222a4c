import type { InspectionTopic, MaskedNumber } from '../../../shared/contract/inspections.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { passed } from '../../../shared/papers/gate.ts';
import { textOf, type HouseholdFacts, type Values } from '../../../shared/register/facts.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field, storedFields } from '../../../shared/register/vocabulary.ts';
import { withUnit } from '../reporting/dossier/dossier-section.ts';

/** A value of the household or of one of its people: `key` is known again as long as the inspection runs. */
interface Told {
  readonly key: string;
  readonly whose: string;
  readonly field: Field;
  readonly value: Stored;
}

const told = (of: string, whose: string, fields: readonly Field[], values: Values): Told[] => fields.map((each) => ({ key: `${of}/${each.key}`, whose, field: each, value: values[each.key] ?? null }));

function toldOf({ values, members, helpers }: HouseholdFacts): Told[] {
  return [
    ...told('household', '', [...storedFields('household'), ...storedFields('householdYear')], values),
    ...members.flatMap((member) => told(member.id, textOf(member.values, 'name') || '没有写姓名的人', [...storedFields('member'), ...storedFields('memberYear')], member.values)),
    ...helpers.flatMap((helper) => told(helper.id, `帮扶责任人${textOf(helper.values, 'helperName')}`, [field('helperPhone')], helper.values)),
  ];
}

const masked = ({ field: of, value }: Told): string => passed(of, value, 'reduced');

/** What a line can be about: every value that the register has a place for, masked. */
export const topicsOf = (household: HouseholdFacts): InspectionTopic[] =>
  toldOf(household).map((each) => ({ key: each.key, label: [each.whose, withUnit(each.field)].filter((part) => part !== '').join(' · '), registered: masked(each) }));

/** Values of which something is hidden on the screen. */
export const numbersOf = (household: HouseholdFacts): MaskedNumber[] =>
  toldOf(household).flatMap((each) => {
    const text = masked(each);
    return text === kindOf(each.field).show(each.value) ? [] : [{ key: each.key, whose: each.whose || '本户', label: each.field.label, text }];
  });

/** One of them, whole. */
export function wholeNumber(household: HouseholdFacts, key: string): { readonly label: string; readonly text: string } | null {
  const found = toldOf(household).find((each) => each.key === key);
  if (!found) return null;
  return { label: [found.whose || '本户', found.field.label].join(' '), text: kindOf(found.field).show(found.value) };
}
