/** How a target stands. `none`: nothing is in the register of what it reads. */
export const targetStates = ['overdue', 'risk', 'course', 'met', 'none'] as const;
export type TargetState = (typeof targetStates)[number];

export const stateWords: Readonly<Record<TargetState, string>> = { overdue: '逾期', risk: '有风险', course: '推进正常', met: '已完成', none: '没有数据' };

/** A mark beside the word: never colour alone. */
export const stateMarks: Readonly<Record<TargetState, string>> = { overdue: '✕', risk: '△', course: '→', met: '✓', none: '○' };

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const daysBetween = (from: string, until: string): number => dayNumber(until) - dayNumber(from);

/** What the figure will be on the last day if it goes on as since the first: null where no pace can be told yet. */
export function forecastOf({ actual, from, day, until }: { readonly actual: number; readonly from: string; readonly day: string; readonly until: string }): number | null {
  const gone = daysBetween(from, day) + 1;
  if (gone < 1) return null;
  if (day >= until) return actual;
  return Math.round((actual / gone) * (daysBetween(from, until) + 1) * 10) / 10;
}

/** From this many days before the last one on, what cannot be forecast and is not met is at risk. */
const near = 30;

/** What should be done by the day where nothing tells the pace: as much of the target as is over of its time. */
const expected = (target: number, from: string, day: string, until: string): number => (target * (daysBetween(from, day) + 1)) / (daysBetween(from, until) + 1);

export function stateOf(of: { readonly seen: boolean; readonly running: boolean; readonly target: number | null; readonly actual: number; readonly forecast: number | null; readonly from: string; readonly day: string; readonly until: string; readonly counting: boolean }): TargetState {
  const { seen, running, target, actual, forecast, from, day, until, counting } = of;
  if (!seen) return 'none';
  if (running || target === null) return 'course';
  // Of duties only what is over is counted: what is missing of it is late, and all of it done is not yet the year.
  if (counting) return actual < target ? 'overdue' : day < until ? 'course' : 'met';
  if (actual >= target) return 'met';
  if (day > until) return 'overdue';
  if (forecast !== null) return forecast < target ? 'risk' : 'course';
  return daysBetween(day, until) < near || actual < expected(target, from, day, until) ? 'risk' : 'course';
}
