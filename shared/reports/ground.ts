import type { Level } from '../papers/gate.ts';
import type { Figure } from './made-report.ts';
import type { Asked, Counted, Unit } from './report.ts';

/** Everything that a report is made from. */
export interface Ground {
  readonly asked: Asked;
  readonly level: Level;
  readonly office: string;
  readonly revision: number;
  /** Households in walking order. */
  readonly households: readonly Unit[];
  /** Records that are counted one by one, by ledger. */
  readonly records: Readonly<Record<string, readonly Unit[] | undefined>>;
  /** What the clerk wrote beside a row, by sheet/row/column. */
  readonly notes: Readonly<Record<string, string>>;
}

/** What the makers of sheets gather beside the sheet. */
export interface Gathering {
  readonly ground: Ground;
  readonly figures: Record<string, Figure>;
  readonly units: Record<string, string>;
  readonly definitions: { column: string; means: string }[];
  readonly leftOut: string[];
}

export function unitsOf({ households, records }: Ground, of: Counted): readonly Unit[] {
  if (of === 'households') return households;
  const found = records[of.ledger] ?? [];
  return of.afterHouseholds === true ? [...households, ...found] : found;
}
