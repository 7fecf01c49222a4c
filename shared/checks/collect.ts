import type { Stored } from '../fields/reading.ts';
import { textOf, type HouseholdFacts } from '../register/facts.ts';
import { vocabulary } from '../register/vocabulary.ts';
import { isHere } from '../register/who.ts';

/** What the rules find, as far as a collecting sheet asks. */
export interface FoundThere {
  readonly memberId: string | null;
  readonly person: string;
  readonly field: string;
  readonly recordId: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** One line of a household's collecting sheet: a cell that is empty or doubtful. */
export interface CollectItem {
  /** households/ID/field or people/ID/field. */
  readonly key: string;
  readonly subject: 'households' | 'people';
  readonly id: string;
  readonly field: string;
  /** The person, '' for the household. */
  readonly whose: string;
  readonly why: 'missing' | 'doubtful';
  /** What is wrong with it, '' where it is only empty. */
  readonly says: string;
  readonly value: Stored;
}

/** What is asked besides what rules find empty, where the register has it of anybody: the account to which help is paid. */
const alsoAsked = ['bankName', 'bankCard'] as const;

const entities = { households: new Set(['household', 'householdYear']), people: new Set(['member', 'memberYear']) } as const;

/**
 * Everything that is missing or doubtful at a household, each cell once: the household first, then its members as the sheets have
 * them, in the order of the vocabulary; and what the rules find that no single cell holds.
 */
export function collectItems(household: HouseholdFacts, findings: readonly FoundThere[], has: (field: string) => boolean): { items: CollectItem[]; others: FoundThere[] } {
  const asked = new Map<string, string[]>();
  const others: FoundThere[] = [];
  const fields = vocabulary().filter(({ entity, derived }) => derived === undefined && (entities.households.has(entity) || entities.people.has(entity)));
  const known = new Map(fields.map((each) => [each.key, each]));
  const ask = (key: string, says: string): void => {
    const said = asked.get(key);
    if (!said) asked.set(key, says === '' ? [] : [says]);
    else if (says !== '' && !said.includes(says)) said.push(says);
  };
  for (const finding of findings) {
    const field = known.get(finding.field);
    const people = field !== undefined && entities.people.has(field.entity);
    const member = finding.memberId ?? (people ? (household.members.find(({ values }) => textOf(values, 'relation') === '户主')?.id ?? null) : null);
    if (!field || finding.recordId !== null || (people && member === null)) others.push(finding);
    else ask(people ? `people/${member ?? ''}/${field.key}` : `households/${household.id}/${field.key}`, finding.message);
  }
  for (const key of alsoAsked) if (has(key) && textOf(household.values, key) === '') ask(`households/${household.id}/${key}`, '');
  const line = (subject: CollectItem['subject'], id: string, whose: string, values: HouseholdFacts['values']): CollectItem[] =>
    fields.flatMap(({ key: field, entity }): CollectItem[] => {
      const key = `${subject}/${id}/${field}`;
      const said = entities[subject].has(entity) ? asked.get(key) : undefined;
      if (!said) return [];
      const value = values[field] ?? null;
      return [{ key, subject, id, field, whose, why: value === null ? 'missing' : 'doubtful', says: said.join('；'), value }];
    });
  return {
    items: [...line('households', household.id, '', household.values), ...household.members.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a))).flatMap(({ id, values }) => line('people', id, textOf(values, 'name'), values))],
    others,
  };
}
