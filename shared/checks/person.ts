import { birthDateOf, identityFault, sexOf } from '../fields/identity-number.ts';
import type { Remark } from '../fields/reading.ts';
import type { MemberFacts, RecordFacts } from '../register/facts.ts';
import { goneStates } from '../register/member-state.ts';
import { ageOn } from './day.ts';
import type { Home } from './home.ts';
import { Valued } from './valued.ts';

const shaped = /^\d{17}[\dX](\d{2}(B\d|\d{2})?)?$/;
const notYet = new Set(['', '非在校生', '学龄前儿童']);
const working = new Set(['乡（镇）内务工', '乡（镇）外县内务工', '县外省内务工', '省外务工', '其他']);

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
    this.gone = goneStates.has(this.text('memberState'));
    this.name = this.text('name');
    this.relation = this.text('relation');
    this.health = this.text('health');
    this.schooling = this.text('schooling');
    const birth = this.text('birthDate') || (birthDateOf(this.identity) ?? '');
    this.age = ageOn(birth, day);
  }

  /** An identity number that has the length and signs of one, so that what it says of birth and sex can be read; else ''. */
  get identity(): string {
    const number = this.text('identityNo');
    return shaped.test(number) ? number : '';
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
    return !notYet.has(this.schooling);
  }
  get healthy(): boolean {
    return this.health === '健康';
  }
  get ill(): boolean {
    return this.health.includes('大病') || this.health.includes('慢性病');
  }
  get disabled(): boolean {
    return this.health.includes('残疾');
  }
  get able(): boolean {
    const labour = this.text('labour');
    return labour === '普通劳动力' || labour === '技能劳动力';
  }
  /** Is said to work somewhere, for some time or at a place. */
  get works(): boolean {
    return working.has(this.text('workArea')) || (this.number('workMonths') ?? 0) > 0;
  }

  /** The person's records of a ledger, of this year and of none. */
  records(ledger: string): RecordFacts[] {
    return this.home.records(ledger).filter(({ memberId }) => memberId === this.id);
  }
}

