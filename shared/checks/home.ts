import type { HelperFacts, HouseholdFacts, RecordFacts } from '../register/facts.ts';
import { Person } from './person.ts';
import { Valued } from './valued.ts';

/** One household as rules look at it. */
export class Home extends Valued {
  readonly id: string;
  readonly year: number;
  readonly lastYear: Valued;
  readonly helpers: readonly HelperFacts[];
  /** Everybody who was ever entered, head first. */
  readonly members: readonly Person[];
  /** Those who still belong to it. */
  readonly present: readonly Person[];
  readonly #records: HouseholdFacts['records'];

  constructor({ id, year, values, lastYear, helpers, members, records }: HouseholdFacts, day: string) {
    super(values);
    this.id = id;
    this.year = year;
    this.lastYear = new Valued(lastYear);
    this.helpers = helpers;
    this.members = members.map((member) => new Person(member, this, day));
    this.present = this.members.every(({ gone }) => !gone) ? this.members : this.members.filter(({ gone }) => !gone);
    this.#records = records;
  }

  get head(): Person | undefined {
    return this.present.find(({ relation }) => relation === '户主');
  }

  /** What per-head figures are divided by: as written for the year, else as written, else whoever belongs to it. */
  get size(): number {
    return this.number('yearSize') ?? this.number('householdSize') ?? this.present.length;
  }

  /** Records of a ledger of this year and of none, newest first. */
  records(ledger: string): readonly RecordFacts[] {
    const all = this.#records[ledger];
    return all ? all.filter(({ year }) => year === this.year || year === null) : none;
  }

  /** Records of a ledger of every year. */
  everyRecord(ledger: string): readonly RecordFacts[] {
    return this.#records[ledger] ?? none;
  }

  cause(cause: string): boolean {
    return this.text('mainCause') === cause;
  }

  get lifted(): boolean {
    return this.text('liftState').startsWith('已脱贫');
  }
}

const none: readonly RecordFacts[] = [];
