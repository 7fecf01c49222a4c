import type { RegisteredPerson } from '../../../shared/changes/matching.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';
import { textOf, type Values } from '../../../shared/register/facts.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** Somebody of the register as lists are held against him: what he is known by, and by field key what is compared. */
export class Person implements RegisteredPerson {
  readonly memberId: string;
  readonly householdId: string;
  readonly name: string;
  /** The first 18 characters; '' for none. */
  readonly identity: string;
  /** 死亡, 转出 …; null for who belongs to the household. */
  readonly gone: string | null;
  readonly values: Values;
  #plain: string | undefined;

  constructor(values: Values) {
    const state = textOf(values, 'memberState');
    this.values = values;
    this.memberId = textOf(values, '#member');
    this.householdId = textOf(values, '#household');
    this.name = textOf(values, 'name');
    this.identity = identityKey(textOf(values, 'identityNo'));
    this.gone = state !== '' && goneStates.has(state) ? state : null;
  }

  get plain(): string {
    return (this.#plain ??= plainName(this.name));
  }

  get village(): string {
    return textOf(this.values, 'village');
  }

  get householdNo(): string {
    return textOf(this.values, 'householdNo');
  }

  get isHead(): boolean {
    return textOf(this.values, 'relation') === '户主';
  }

  /** In the order in which villages and houses are walked. */
  get order(): string {
    return `${textOf(this.values, '#walk')}\n${this.householdNo}\n${this.memberId}`;
  }
}

const joins: Partial<Record<Entity, readonly [alias: string, join: string]>> = {
  household: ['h', ''],
  member: ['m', ''],
  memberYear: ['my', 'LEFT JOIN memberYear my ON my.memberId = m.id AND my.year = ?1'],
  householdYear: ['hy', 'LEFT JOIN householdYear hy ON hy.householdId = m.householdId AND hy.year = ?1'],
};
const always = ['name', 'identityNo', 'memberNo', 'householdNo', 'village', 'relation', 'memberState', 'birthDate'];

/** Everybody with the fields that are asked for, in one statement: a query a row costs more than all of them together. */
function statementFor(keys: Iterable<string>): string {
  const columns: string[] = [];
  const needed = new Set<string>();
  for (const key of new Set([...always, ...keys])) {
    const { entity, derived } = field(key);
    const found = joins[entity];
    if (!found || derived) continue;
    columns.push(`${found[0]}."${key}" AS "${key}"`);
    needed.add(found[1]);
  }
  return `SELECT m.id AS "#member", m.householdId AS "#household", h.walkKey AS "#walk", ${columns.join(', ')}
    FROM member m JOIN household h ON h.id = m.householdId ${[...needed].join(' ')} WHERE ?1 = ?1`;
}

export const shownPerson = ({ memberId, name, householdNo, village }: Person): RegisteredPerson => ({ memberId, name, householdNo, village });

export function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

/** The people of the register and by what they are found. Most lists ask for numbers alone, so the other ways are made when they are asked for. */
export class People {
  readonly #everybody: readonly Person[];
  readonly byIdentity = new Map<string, Person>();
  readonly #made = new Map<string, unknown>();

  constructor(register: RegisterFile, year: number, keys: Iterable<string>) {
    this.#everybody = (register.sql(statementFor(keys)).all(year) as Values[]).map((values) => new Person(values));
    for (const person of this.#everybody) {
      if (person.identity === '') continue;
      const before = this.byIdentity.get(person.identity);
      // Who is here goes before who is gone.
      if (!before || (before.gone !== null && person.gone === null)) this.byIdentity.set(person.identity, person);
    }
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    // What stands under the name is what its only caller made.
    return this.#made.get(name) as T;
  }

  #unique(name: string, people: readonly Person[], key: (person: Person) => string): ReadonlyMap<string, Person> {
    return this.#once(name, () => new Map(people.toReversed().flatMap((person) => (key(person) === '' ? [] : [[key(person), person] as const]))));
  }

  #grouped(name: string, key: (person: Person) => string): ReadonlyMap<string, readonly Person[]> {
    return this.#once(name, () => Map.groupBy(this.here, key));
  }

  /** Who belongs to a household. */
  get here(): readonly Person[] {
    return this.#once('here', () => this.#everybody.filter(({ gone }) => gone === null));
  }

  get byId(): ReadonlyMap<string, Person> {
    return this.#unique('id', this.#everybody, ({ memberId }) => memberId);
  }

  get byNo(): ReadonlyMap<string, Person> {
    return this.#unique('no', this.here, ({ values }) => textOf(values, 'memberNo'));
  }

  get byPlain(): ReadonlyMap<string, readonly Person[]> {
    return this.#grouped('plain', ({ plain }) => plain);
  }

  get byHousehold(): ReadonlyMap<string, readonly Person[]> {
    return this.#grouped('household', ({ householdId }) => householdId);
  }

  get villages(): ReadonlySet<string> {
    return this.#once('villages', () => new Set(this.here.map(({ village }) => village).filter((village) => village !== '')));
  }

  householdByNo(no: string): string | undefined {
    return this.#unique('householdNo', this.here, ({ householdNo }) => householdNo).get(no)?.householdId;
  }

  /** The head, else the first of the household. */
  headOf(householdId: string): Person | undefined {
    const members = this.byHousehold.get(householdId);
    return members?.find(({ isHead }) => isHead) ?? members?.[0];
  }

  /** The head of the one household with that bank account. */
  byAccount(account: string): Person | undefined {
    const holders = this.#grouped('account', ({ values }) => textOf(values, 'bankCard')).get(account) ?? [];
    const [first] = holders;
    return first && holders.every(({ householdId }) => householdId === first.householdId) ? this.headOf(first.householdId) : undefined;
  }
}
