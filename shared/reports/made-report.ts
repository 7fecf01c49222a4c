import type { Level } from '../papers/gate.ts';
import type { NumberUnit } from './report.ts';

/** A report as it was made: all that its papers show, and behind every number what each household added. It is what is frozen. */
export interface MadeReport {
  readonly key: string;
  readonly title: string;
  readonly period: string;
  /** 2020年3月. */
  readonly periodLabel: string;
  /** Day of making. */
  readonly today: string;
  readonly office: string;
  readonly level: Level;
  readonly revision: number;
  readonly sheets: readonly MadeSheet[];
  /** Every number by its key: sheet/row/column. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** How each that adds to a number is called: 王守信（大峪村）. */
  readonly units: Readonly<Record<string, string>>;
  /** 口径. */
  readonly definitions: readonly { readonly column: string; readonly means: string }[];
  /** Columns that the level closes, by their heads. */
  readonly leftOut: readonly string[];
}

export interface Figure {
  readonly value: number;
  readonly unit: NumberUnit | '%';
  /** What each unit adds; those that add nothing are not in it. Shares are no figures: they follow from their two numbers. */
  readonly parts: Readonly<Record<string, number>>;
  /** Of a sum: the figures that it adds up; its own parts are theirs. */
  readonly sums?: readonly string[];
  readonly label: string;
}

export interface MadeSheet {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly MadeColumn[];
  readonly rows: readonly MadeRow[];
  /** Of lists: how many lines. */
  readonly lines: number;
}

export interface MadeColumn {
  readonly key: string;
  readonly head: readonly string[];
  readonly align: 'left' | 'center' | 'right';
  /** In mm. */
  readonly width: number;
  /** How a workbook keeps its cells. */
  readonly cells: 'text' | 'number' | 'money' | 'ratio';
  /** The clerk writes in it. */
  readonly written?: true;
}

export interface MadeRow {
  readonly key: string;
  readonly rank: 'row' | 'subtotal' | 'total' | 'group';
  readonly cells: readonly MadeCell[];
  /** Whose row it is, for going there. */
  readonly householdId?: string;
  readonly memberId?: string;
}

export interface MadeCell {
  readonly text: string;
  /** For workbooks: yuan, counts, shares as a part of one. */
  readonly number?: number;
  readonly figure?: string;
}

/** What each unit adds to a figure, sums resolved. */
export function partsOf({ figures }: Pick<MadeReport, 'figures'>, key: string): Readonly<Record<string, number>> {
  const figure = figures[key];
  if (!figure?.sums) return figure?.parts ?? {};
  const together: Record<string, number> = {};
  for (const each of figure.sums) for (const [id, part] of Object.entries(figures[each]?.parts ?? {})) together[id] = (together[id] ?? 0) + part;
  return together;
}
