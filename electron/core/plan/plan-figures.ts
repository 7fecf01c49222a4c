import type { Measured, PlanBoard, VillageStanding } from '../../../shared/plan/measured.ts';
import { forecastOf, stateOf } from '../../../shared/plan/targets/state.ts';
import { textOf } from '../../../shared/register/facts.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { measurePlan, type CountedTarget } from './measure-plan.ts';

export interface OnDay {
  readonly year: number;
  /** yyyy-MM-dd. */
  readonly day: string;
}

/** One counted row as it is told. */
export function told({ target, at, tally }: CountedTarget): Measured {
  const { row, day, year } = at;
  const until = row.until ?? `${year}-12-31`;
  const from = row.from ?? `${year}-01-01`;
  const running = target.running === true;
  const goal = !tally.seen || running ? null : tally.due;
  const forecast = tally.seen && target.dated && !target.duties && !running ? forecastOf({ actual: tally.done, from, day, until }) : null;
  const share = goal === null || forecast === null ? forecast : Math.min(forecast, Math.max(goal, tally.done));
  const state = stateOf({ seen: tally.seen, running, target: goal, actual: tally.done, forecast: share, from, day, until, counting: target.duties !== undefined });
  return {
    row: row.id, section: row.section, group: row.group, title: row.title, units: row.units, quota: row.quota ?? '', until, cadence: row.cadence ?? '', means: target.means, unit: target.unit,
    target: goal, actual: tally.seen ? tally.done : null, plan: row.unit === target.unit && !target.duties ? (row.number ?? null) : null,
    households: tally.households, people: tally.members, missing: tally.seen ? tally.lacking : 0, forecast: share, state, readings: tally.seen ? tally.readings : [], asOf: day, names: tally.seen ? tally.missing : [],
  };
}

/** The whole plan on a day, for screen, papers and command line alike: every row with its figure and state, and where people are lacking, village by village. */
export function planFigures(register: RegisterFile, { year, day }: OnDay, names = 0): PlanBoard {
  const sizes = new Map<string, { town: string; village: string; households: number; people: number }>();
  const { office, counted } = measurePlan(register, {
    year, days: [day], names,
    each({ household: { values }, here }) {
      if (here.length === 0) return;
      const [town, village] = [textOf(values, 'town'), textOf(values, 'village')];
      const key = `${town} ${village}`;
      const found = sizes.get(key) ?? { town, village, households: 0, people: 0 };
      sizes.set(key, found);
      found.households++;
      found.people += here.length;
    },
  });
  const villages = [...sizes].map(([key, size]): VillageStanding => ({
    ...size,
    lacking: counted.flatMap(({ target: { row }, tally }) => {
      const own = tally.seen ? tally.villages.get(key) : undefined;
      return own && own.done < own.due ? [{ row, due: own.due, done: own.done }] : [];
    }),
  }));
  const { title, document, groups } = office.plan;
  return { year, title, document, day, groups, rows: counted.map(told), villages };
}
