import type { ListFacts, MatchSubject } from '../../../shared/changes/match-subject.ts';
import type { Matching } from '../../../shared/changes/matching.ts';
import { type People, type Person, shownPerson } from './match-people.ts';

/** Whom the subject expects on the list and who is on no row of it. Where there is no subject: everybody of the register. */
export function expectedMissing(people: People, subject: MatchSubject | null, facts: ListFacts, seen: (person: Person) => boolean): Matching['onlyRegister'] {
  const found: { readonly person: Person; readonly why: string }[] = [];
  const asked = subject?.about === 'household' ? [...people.byHousehold.keys()].flatMap((householdId) => people.headOf(householdId) ?? []) : people.here;
  for (const person of asked) {
    // Who stands in the register twice is on the list with the number that both have.
    const namesake = person.identity === '' ? undefined : people.byIdentity.get(person.identity);
    if (seen(person) || (namesake && namesake !== person && seen(namesake))) continue;
    const why = subject === null ? '' : (subject.expects?.(person.values, facts) ?? null);
    if (why !== null) found.push({ person, why });
  }
  const ordered = found.map((each) => ({ ...each, order: each.person.order })).toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return ordered.map(({ person, why }) => ({ ...shownPerson(person), why }));
}
