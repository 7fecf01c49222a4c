import { judge, type Deed, type DutyLine, type DutyMark } from '../../../shared/plan/duties/judge.ts';
import type { Window } from '../../../shared/plan/duties/window.ts';
import { headOf } from '../../../shared/plan/targets/tally.ts';
import type { PlanHome } from '../../../shared/plan/targets/target.ts';
import type { Duty, YearPlan } from '../../../shared/plan/year-plan.ts';
import { helpsOn } from '../../../shared/register/helping.ts';
import { numberOf, textOf, type RecordFacts } from '../../../shared/register/facts.ts';

/** Words that name many units at once, or none in particular. */
const many = /各|村$|街道|有关单位|选派单位/;

/** Who owes what of the plan's duties, and what was done of it; filled household after household. */
export class DeedBook {
  readonly ledgers: readonly string[];
  readonly #plan: YearPlan;
  readonly #year: number;
  readonly #deeds = new Map<string, Deed[]>();
  readonly #known = new Set<string>();
  readonly #towns = new Set<string>();
  readonly #helpers = new Set<string>();

  constructor(plan: YearPlan, year: number) {
    this.#plan = plan;
    this.#year = year;
    this.ledgers = [...new Set(plan.duties.flatMap(({ evidence }) => evidence?.ledger ?? []))];
  }

  household(home: PlanHome): void {
    const { values, helpers, records } = home.household;
    const town = textOf(values, 'town');
    if (town !== '' && home.here.length > 0) this.#towns.add(town);
    if (home.here.length > 0) for (const helper of helpers) if (helpsOn(helper, `${this.#year}-01-01`)) this.#helpers.add(textOf(helper.values, 'helperName'));
    for (const ledger of this.ledgers) this.#take(ledger, records[ledger] ?? [], town || headOf(home));
  }

  records(ledger: string, records: readonly RecordFacts[]): void {
    this.#take(ledger, records, '');
  }

  /** Whether the year has any record in a ledger: from then on what is not in it was not done. */
  knows(ledger: string): boolean {
    return this.#known.has(ledger);
  }

  #take(ledger: string, records: readonly RecordFacts[], town: string): void {
    if (records.some(({ year }) => year === null || year === this.#year)) this.#known.add(ledger);
    for (const duty of this.#plan.duties) {
      const { evidence } = duty;
      if (evidence?.ledger !== ledger) continue;
      const field = (name: string): string => `${ledger}.${name}`;
      for (const { id, values } of records) {
        const on = textOf(values, field(evidence.on));
        if (on === '' || !on.startsWith(String(this.#year))) continue;
        if (Object.entries(evidence.where ?? {}).some(([name, value]) => textOf(values, field(name)) !== value)) continue;
        const by = evidence.by === undefined ? '' : evidence.by === 'town' ? town : textOf(values, field(evidence.by));
        const deed: Deed = { by, on, amount: evidence.sum === undefined ? 1 : (numberOf(values, field(evidence.sum)) ?? 0), ledger, record: id };
        const found = this.#deeds.get(duty.key);
        if (found) found.push(deed);
        else this.#deeds.set(duty.key, [deed]);
      }
    }
  }

  #whoOwes({ who }: Duty): readonly string[] {
    if (who === 'towns') return [...this.#towns];
    if (who === 'helpers') return [...this.#helpers].toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
    if (who === 'units') return [...new Set(this.#plan.rows.flatMap(({ units }) => units).filter((unit) => !many.test(unit)))];
    return who;
  }

  judge(duty: Duty, { windows, marks, day }: { readonly windows: readonly Window[]; readonly marks: readonly DutyMark[]; readonly day: string }): DutyLine[] {
    return judge(duty, { windows, marks, day, who: this.#whoOwes(duty), deeds: this.#deeds.get(duty.key) ?? [] });
  }
}
