import { Refusal } from '../../../shared/contract/errors.ts';
import type { TargetDetail } from '../../../shared/plan/measured.ts';
import { builtInViews } from '../../../shared/views/built-in.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compareFrozen, frozenLists } from '../views/frozen-lists.ts';
import { measurePlan } from './measure-plan.ts';
import { told, type OnDay } from './plan-figures.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** The last days of the months before a day, and the day itself. */
export function monthEnds(year: number, day: string): string[] {
  const ends = Array.from({ length: 12 }, (_, at) => `${year}-${two(at + 1)}-${two(new Date(Date.UTC(year, at + 1, 0)).getUTCDate())}`);
  return [...ends.filter((end) => end < day), day];
}

/** The newest frozen list that asks what a built-in view asks, beside what it finds now. */
function baselineOf(register: RegisterFile, view: string | undefined, year: number): TargetDetail['baseline'] {
  const filters = builtInViews.filter(({ key }) => key === view).map((each) => JSON.stringify([each.subject, each.filters]));
  for (const list of frozenLists(register)) {
    const compared = compareFrozen(register, list.id, year);
    const { subject, filters: asked } = compared.question;
    if (!filters.includes(JSON.stringify([subject, asked ?? []]))) continue;
    return { name: list.name, day: list.day, households: list.households, people: list.people, came: compared.cameCount, went: compared.wentCount };
  }
  return null;
}

/** One row of the plan with its names, villages, months, remarks and changes. */
export function targetDetail(register: RegisterFile, row: string, { year, day }: OnDay, most: number): TargetDetail {
  const { office, counted } = measurePlan(register, { year, days: monthEnds(year, day), rows: [row], names: most });
  const last = counted.at(-1);
  if (!last) throw new Refusal('NOT_FOUND', `方案里没有 ${row}`, { remedy: '请写成 S01 到 S75' });
  const { target, at: { row: planned }, tally } = last;
  const { plan, settings } = office;
  return {
    ...told(last),
    villages: tally.seen ? [...tally.villages.values()] : [],
    trend: target.dated && tally.seen ? counted.map(({ at, tally: then }) => ({ day: at.day, actual: then.done, target: then.due })) : [],
    remarks: (planned.remarks ?? []).map((key) => plan.remarks[key] ?? key),
    ambiguous: planned.readings ?? [],
    baseline: baselineOf(register, planned.view, year),
    ledgers: [...target.ledgers, ...plan.duties.filter(({ key }) => target.duties?.includes(key)).flatMap(({ evidence }) => evidence?.ledger ?? [])],
    changes: settings.filter(({ of }) => of === row || plan.duties.some((duty) => duty.row === row && duty.key === of)).map(({ what, from, value, why }) => ({ what, from, value, why })),
  };
}
