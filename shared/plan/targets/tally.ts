import { textOf, type MemberFacts, type RecordFacts } from '../../register/facts.ts';
import type { PlanHome } from './target.ts';

/** Who or what is missing, and why. */
export interface Missing {
  readonly householdId: string | null;
  readonly memberId: string | null;
  readonly record: { readonly ledger: string; readonly id: string } | null;
  readonly who: string;
  readonly village: string;
  readonly why: string;
}

/** Another way to count, beside the figure. */
export interface Reading {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

export interface ByVillage {
  readonly town: string;
  readonly village: string;
  due: number;
  done: number;
}

/** What one target counts, household after household. */
export class Tally {
  due = 0;
  done = 0;
  households = 0;
  members = 0;
  seen = false;
  /** How many are missing; `missing` names as many of them as were asked for. */
  lacking = 0;
  readonly missing: Missing[] = [];
  readonly villages = new Map<string, ByVillage>();
  readonly #readings = new Map<string, Reading>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Something is there of what the target reads: from now on nothing counted is a zero. */
  see(): void {
    this.seen = true;
  }

  add(due: number, done: number): void {
    this.due += due;
    this.done += done;
  }

  read(label: string, value: number, unit: string): void {
    this.#readings.set(label, { label, unit, value: (this.#readings.get(label)?.value ?? 0) + value });
  }

  get readings(): readonly Reading[] {
    return [...this.#readings.values()];
  }

  lacks(missing: Partial<Missing> & Pick<Missing, 'who' | 'why'>): void {
    if (++this.lacking <= this.#most) this.missing.push({ householdId: null, memberId: null, record: null, village: '', ...missing });
  }

  people(home: PlanHome, due: readonly { readonly member: MemberFacts; readonly why: string | null }[]): void {
    if (due.length === 0) return;
    this.households++;
    this.members += due.length;
    let done = 0;
    for (const { member, why } of due) {
      if (why === null) done++;
      else this.lacks({ ...placeOf(home), memberId: member.id, who: textOf(member.values, 'name'), why });
    }
    this.#count(home, due.length, done);
  }

  household(home: PlanHome, why: string | null): void {
    this.households++;
    this.members += home.here.length;
    if (why !== null) this.lacks({ ...placeOf(home), who: headOf(home), why });
    this.#count(home, 1, why === null ? 1 : 0);
  }

  record(ledger: string, { id, memberId }: RecordFacts, why: string | null, home: PlanHome | null, name = ''): void {
    if (home === null) {
      this.add(1, why === null ? 1 : 0);
      if (why !== null) this.lacks({ who: name, why, record: { ledger, id } });
      return;
    }
    if (why !== null) {
      const member = home.here.find((each) => each.id === memberId);
      this.lacks({ ...placeOf(home), memberId, who: member ? textOf(member.values, 'name') : headOf(home), why, record: { ledger, id } });
    }
    this.#count(home, 1, why === null ? 1 : 0);
  }

  #count({ household }: PlanHome, due: number, done: number): void {
    this.add(due, done);
    const [town, village] = [textOf(household.values, 'town'), textOf(household.values, 'village')];
    const key = `${town} ${village}`;
    const found = this.villages.get(key);
    if (!found) this.villages.set(key, { town, village, due, done });
    else {
      found.due += due;
      found.done += done;
    }
  }
}

export const headOf = ({ household }: PlanHome): string => textOf(household.values, 'headName') || `户编号 ${textOf(household.values, 'householdNo')}`;
const placeOf = ({ household }: PlanHome): Pick<Missing, 'householdId' | 'village'> => ({ householdId: household.id, village: textOf(household.values, 'village') });
