import { partsOf, type Figure, type MadeReport } from './made-report.ts';

/** Why a number is another than when it was reported: what each household adds to the difference. Together they are the difference. */
export interface Explained {
  readonly figure: string;
  readonly label: string;
  readonly unit: Figure['unit'];
  readonly reported: number;
  readonly now: number;
  readonly difference: number;
  readonly because: readonly { readonly id: string; readonly unit: string; readonly before: number; readonly after: number; readonly difference: number }[];
}

/** All numbers of a report that are no longer what they were, in the order of the report. */
export function explain(reported: MadeReport, now: MadeReport): Explained[] {
  const keys = [...new Set([...Object.keys(reported.figures), ...Object.keys(now.figures)])];
  const called = (id: string): string => now.units[id] ?? reported.units[id] ?? id;
  return keys.flatMap((figure): Explained[] => {
    const [then, today] = [partsOf(reported, figure), partsOf(now, figure)];
    const { label = '', unit = '个' } = now.figures[figure] ?? reported.figures[figure] ?? {};
    const because = [...new Set([...Object.keys(then), ...Object.keys(today)])].flatMap((id) => {
      const [before, after] = [then[id] ?? 0, today[id] ?? 0];
      return before === after ? [] : [{ id, unit: called(id), before, after, difference: after - before }];
    });
    const [was, is] = [reported.figures[figure]?.value ?? 0, now.figures[figure]?.value ?? 0];
    return because.length === 0 ? [] : [{ figure, label, unit, reported: was, now: is, difference: is - was, because }];
  });
}
