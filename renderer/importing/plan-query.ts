import { useQuery } from '@tanstack/react-query';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import type { SheetName } from './sheet-words.ts';
import { planKeys } from './use-choose.ts';
import { type Sieve, sieveCounts, verdictWords } from './verdict-words.ts';

/** What narrows the lists of a preview. */
export interface PlanQuery {
  readonly batch: number;
  readonly sieve: Exclude<Sieve, 'absent'>;
  readonly sheet: SheetName | null;
  /** Key of a field that must change. */
  readonly field: string | null;
}

/** Rows and households that are read at a time; a guess of a row's height, until its block has been on screen. */
export const rowsAtOnce = 50;
export const householdsAtOnce = 25;

const asked = ({ batch, sieve, sheet, field }: PlanQuery, block: number, size: number) => ({
  batch, offset: block * size, limit: size,
  ...(sieve === 'all' ? {} : { verdict: sieve }),
  ...sheet,
  ...(field === null ? {} : { field }),
});

const keyOf = (of: string, { batch, sieve, sheet, field }: PlanQuery, block: number) => [of, batch, sieve, sheet?.file, sheet?.sheet, field, block] as const;

export function useRowsPage(query: PlanQuery, block: number, enabled = true) {
  const client = useClient();
  return useQuery({ queryKey: keyOf(planKeys.rows, query, block), enabled, queryFn: () => client.importing.rows(asked(query, block, rowsAtOnce)) });
}

export function useHouseholdsPage(query: PlanQuery, block: number, enabled = true) {
  const client = useClient();
  return useQuery({ queryKey: keyOf(planKeys.households, query, block), enabled, queryFn: () => client.importing.households(asked(query, block, householdsAtOnce)) });
}

/** What stands in place of a list that is empty. */
export function emptyWords({ sieve, field, sheet }: PlanQuery, summary: BatchSummary, done: boolean): string {
  if (field !== null) return '没有改这一项的行。';
  if (sieve !== 'all') {
    const { word } = verdictWords[sieve];
    const count = sieveCounts(summary, sheet)[sieve];
    return done && count > 0 ? `“${word}”的 ${count} 行已经处理完，不再列出；改了什么，在“记录”里。` : `没有“${word}”的行。`;
  }
  return done ? '都已写进登记册，没有要再看的行。' : '没有可以导入的行。';
}
