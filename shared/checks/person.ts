import { identityFault, isWholeIdentity, sexOf } from '../fields/identity-number.ts';
import type { Remark } from '../fields/reading.ts';
import { ageOn } from '../register/age.ts';
import type { MemberFacts, RecordFacts } from '../register/facts.ts';
import { atSchool, isAble, isHere, isIll, saysDisabled, works } from '../register/who.ts';
import type { Home } from './home.ts';
import { Valued } from './valued.ts';


/** One member as rules look at them; what many rules ask is worked out once. */
export class Person extends Valued implements MemberFacts {
  readonly id: string;
  readonly householdId: string;
  readonly home: Home;
  readonly gone: boolean;
  readonly name: string;
  readonly relation: string;
  readonly health: string;
  readonly schooling: string;
  /** Whole years on the day of the check, by the date of birth, else by the identity number; null where neither tells. */
  readonly age: number | null;
  /** Null before anybody asked. */
  #fault: Remark | undefined | null = null;

  constructor({ id, householdId, values }: MemberFacts, home: Home, day: string) {
    super(values);
    this.id = id;
    this.householdId = householdId;
    this.home = home;
    this.gone = !isHere(this);
    this.name = this.text('name');
    this.relation = this.text('relation');
    this.health = this.text('health');
    this.schooling = this.text('schooling');
    this.age = ageOn(values, day);
  }

  /** An identity number that has the length and signs of one, so that what it says of birth and sex can be read; else ''. */
  get identity(): string {
    const number = this.text('identityNo');
    return isWholeIdentity(number) ? number : '';
  }

  /** What the field itself finds in the number; several rules tell a kind of it each, and it is looked for once. */
  identityFault(today: string): Remark | undefined {
    if (this.#fault === null) {
      const number = this.text('identityNo');
      this.#fault = number === '' ? undefined : identityFault(number, today);
    }
    return this.#fault;
  }

  /** As written, else as the identity number tells. */
  get sex(): string {
    const written = this.text('sex');
    return written === '男' || written === '女' ? written : (sexOf(this.identity) ?? '');
  }

  /** Whether the age is known and lies in a span, both ends in it. */
  aged(from: number | null, to: number | null): boolean {
    return this.age !== null && (from === null || this.age >= from) && (to === null || this.age <= to);
  }

  get atSchool(): boolean {
    return atSchool(this);
  }
  get healthy(): boolean {
    return this.health === '健康';
  }
  get ill(): boolean {
    return isIll(this);
  }
  /** 健康状况 says so: what the rules hold against the other places. */
  get saysDisabled(): boolean {
    return saysDisabled(this);
  }
  get able(): boolean {
    return isAble(this);
  }
  get works(): boolean {
    return works(this);
  }

  /** The person's records of a ledger, of this year and of none. */
  records(ledger: string): RecordFacts[] {
    return this.home.records(ledger).filter(({ memberId }) => memberId === this.id);
  }
}

