import type { NearMatch } from '../../../shared/changes/matching.ts';
import { lookKey } from '../../../shared/fields/look-alikes.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';
import { soundKey, nameKinship, type NameGrade } from './match-names.ts';
import { birthsNear, NumberIndex, type NumberKinship, numberKinship } from './match-numbers.ts';
import { type People, type Person, shownPerson } from './match-people.ts';

/** A row that found nobody: what may tell whom it means. */
export interface Wanted {
  readonly name: string;
  /** The number as written; '' for none. */
  readonly number: string;
  /** What is still true of a number that lost its last digits. */
  readonly kept: string;
  /** All that the row says of where somebody lives. */
  readonly place: string;
  /** The household that the row names. */
  readonly householdId: string | undefined;
}

type Place = 'household' | 'village' | 'elsewhere' | 'unknown';

const most = 3;
/** A name that so many bear says nothing by itself. */
const mostNamesakes = 3;
/** Of a name that more people bear, only those of the row's own village are looked at, and nobody where they are as many. */
const manyNamesakes = 40;
const numberPoints: Record<NumberKinship['grade'], number> = { near: 8, kept: 5, birth: 4, other: -1, none: 0 };
const namePoints: Record<NameGrade | 'none', number> = { same: 5, sound: 3, look: 3, mixed: 2, slip: 2, none: 0 };
const placePoints: Record<Place, number> = { household: 3, village: 2, unknown: 0, elsewhere: -1 };

/** Whether what speaks for a candidate is enough to offer him. Nothing is ever taken by it. */
function worthOffering(number: NumberKinship['grade'], name: NameGrade | 'none', place: Place, seen: { readonly namesakes: number; readonly birthsNear: boolean }): boolean {
  const close = place === 'household' || place === 'village';
  if (number === 'near') return true;
  if (number === 'kept' || number === 'birth') return name !== 'none';
  if (name === 'same') return close || seen.birthsNear || (place === 'unknown' && seen.namesakes <= mostNamesakes);
  if (name === 'none') return false;
  if (place === 'household') return name !== 'slip' || number === 'none' || seen.birthsNear;
  return place === 'village' && (name === 'sound' || name === 'look') && (number === 'none' || seen.birthsNear);
}

interface Offered {
  readonly person: Person;
  readonly points: number;
  readonly why: string;
  readonly differs: readonly number[];
}

const numberOf = ({ number, kept }: Wanted): string => (kept === '' ? number : kept);

/** Finds whom of the register rows may mean. Only what these rows ask for is indexed. */
export class NearPeople {
  readonly #people: People;
  readonly #numbers: NumberIndex;
  readonly #bySound = new Map<string, Person[]>();
  readonly #byLook = new Map<string, Person[]>();
  readonly #villages = new Map<string, ReadonlySet<string>>();
  readonly #neighbours = new Map<readonly Person[], ReadonlyMap<string, readonly Person[]>>();

  constructor(people: People, wanted: readonly Wanted[]) {
    this.#people = people;
    this.#numbers = new NumberIndex(people.here, people.byIdentity, wanted.map(numberOf));
    for (const { name } of wanted) {
      const plain = plainName(name);
      if (plain === '') continue;
      this.#bySound.set(soundKey(plain), []);
      this.#byLook.set(lookKey(plain), []);
    }
    for (const person of people.here) {
      this.#bySound.get(soundKey(person.plain))?.push(person);
      this.#byLook.get(lookKey(person.plain))?.push(person);
    }
  }

  /** The villages of the register that a text about where somebody lives names. */
  #villagesIn(place: string): ReadonlySet<string> {
    let found = this.#villages.get(place);
    if (!found) {
      const stem = (village: string): string => (village.length > 2 ? village.replace(/(村|社区)$/, '') : village);
      found = new Set(place === '' ? [] : [...this.#people.villages].filter((village) => place.includes(stem(village))));
      this.#villages.set(place, found);
    }
    return found;
  }

  /** Who has a name like it (the same name has the same sound), as long as the name says something. */
  *#named({ name, place }: Wanted): Iterable<Person> {
    const plain = plainName(name);
    if (plain === '') return;
    for (const people of [this.#bySound.get(soundKey(plain)), this.#byLook.get(lookKey(plain))]) {
      if (!people) continue;
      if (people.length <= manyNamesakes) {
        yield* people;
        continue;
      }
      let byVillage = this.#neighbours.get(people);
      if (!byVillage) this.#neighbours.set(people, (byVillage = Map.groupBy(people, ({ village }) => village)));
      for (const village of this.#villagesIn(place)) {
        const neighbours = byVillage.get(village) ?? [];
        if (neighbours.length <= manyNamesakes) yield* neighbours;
      }
    }
  }

  /** Who stands on the list by his own number is not meant by a second row because of his name; for his number he may be. */
  #candidates(wanted: Wanted, taken: (person: Person) => boolean): Set<Person> {
    const found = this.#numbers.near(numberOf(wanted));
    for (const person of this.#named(wanted)) if (!taken(person)) found.add(person);
    const family = wanted.householdId === undefined ? undefined : this.#people.byHousehold.get(wanted.householdId);
    for (const person of family ?? []) if (!taken(person)) found.add(person);
    return found;
  }

  #placeOf({ place, householdId }: Wanted, person: Person): Place {
    if (householdId !== undefined && person.householdId === householdId) return 'household';
    const villages = this.#villagesIn(place);
    if (villages.has(person.village)) return 'village';
    return villages.size > 0 ? 'elsewhere' : 'unknown';
  }

  #judge(wanted: Wanted, person: Person): Offered | null {
    const name = nameKinship(wanted.name, person.name);
    const number = numberKinship(wanted.number, person.identity, wanted.kept);
    const grade = name?.grade ?? 'none';
    if (grade === 'none' && number.grade !== 'near') return null;
    const place = this.#placeOf(wanted, person);
    const namesakes = this.#people.byPlain.get(person.plain)?.length ?? 1;
    const seen = { namesakes, birthsNear: birthsNear(wanted.number, person.identity) };
    if (!worthOffering(number.grade, grade, place, seen)) return null;
    const where = place === 'household' ? '同一户' : place === 'village' ? '同村' : '';
    const why = [name?.why ?? (wanted.name === '' ? '' : '姓名不同'), number.why, where].filter((part) => part !== '').join('，');
    return { person, points: numberPoints[number.grade] + namePoints[grade] + placePoints[place], why, differs: number.differs };
  }

  /** At most three people, the likeliest first; `taken` are those whom another row already is. */
  offer(wanted: Wanted, taken: (person: Person) => boolean): Pick<NearMatch, 'candidate' | 'why' | 'differs'>[] {
    const offered: Offered[] = [];
    for (const person of this.#candidates(wanted, taken)) {
      const judged = this.#judge(wanted, person);
      if (judged) offered.push(judged);
    }
    return offered
      .toSorted((a, b) => b.points - a.points)
      .slice(0, most)
      .map(({ person, why, differs }) => ({ candidate: { ...shownPerson(person), identityNo: person.identity }, why, differs }));
  }
}
