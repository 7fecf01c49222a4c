import type { SizeKey } from './sizes.ts';

/**
 * One thing to print as data: what stands on it, not how it looks. lay-out.ts makes pages of it; the pages become HTML, which
 * is previewed and printed, and worksheets. Texts have passed the sensitivity gate (on-paper.ts) before they come here.
 */
export interface Paper {
  /** Key of the kind of paper: policies, household, income. */
  readonly key: string;
  readonly title: string;
  /** The line under the title. */
  readonly left: string;
  readonly right: string;
  readonly blocks: readonly Block[];
  /** Whose household, village or district it is, for the name of a worksheet. */
  readonly called: string;
  /** Points at most: a table of many columns is read better where its words stay whole. */
  readonly largest?: number;
  /** A4 portrait unless it says another. */
  readonly size?: SizeKey;
  /** The smallest type in points before it goes on over the page; 16 is read at one metre, less is for what is held in the hand. */
  readonly smallest?: number;
  /** What it shows, as a code on its foot (electron/core/reporting/walls/editions.ts); papers that do not hang have none. */
  readonly edition?: string;
}

export type Block = FactsBlock | TableBlock | NoteBlock | ChartBlock | FiguresBlock | PicturesBlock | SideBlock;

interface OnPaper {
  /** Of the day of printing, not of the facts: a paper is not another edition because of it. */
  readonly passing?: true;
}

/** Labels with their values in a ruled grid, so many pairs a row. */
export interface FactsBlock extends OnPaper {
  readonly kind: 'facts';
  readonly heading?: string;
  /** Pairs that stand side by side. */
  readonly across: 1 | 2 | 3;
  readonly pairs: readonly { readonly label: string; readonly value: string; /** Takes the whole row. */ readonly wide?: boolean }[];
}

export interface TableColumn {
  readonly head: string;
  /** Part of the paper's width, of any sum. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface TableBlock extends OnPaper {
  readonly kind: 'table';
  readonly heading?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row sums up. */
  readonly summed?: boolean;
  /** The table stands twice side by side, down the left half of a page and then down the right. */
  readonly twice?: boolean;
}

export interface NoteBlock extends OnPaper {
  readonly kind: 'note';
  readonly text: string;
}

/** Lying bars, each labelled and with its figure at its end: readable in black and white. */
export interface ChartBlock extends OnPaper {
  readonly kind: 'chart';
  readonly heading: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly said: string }[];
}

/** Large numbers in a row. */
export interface FiguresBlock extends OnPaper {
  readonly kind: 'figures';
  readonly figures: readonly { readonly label: string; readonly value: string; readonly unit: string }[];
}

/** Photos in frames of one height, each with a line of words under it: two beside each other, or one alone in the middle. */
export interface PicturesBlock extends OnPaper {
  readonly kind: 'pictures';
  readonly heading?: string;
  /** `source` is a data: address, for a paper reaches nothing outside itself. */
  readonly pictures: readonly { readonly source: string; readonly words: string }[];
}

/** Columns of blocks beside each other, on wide paper. */
export interface SideBlock extends OnPaper {
  readonly kind: 'side';
  readonly columns: readonly (readonly Exclude<Block, SideBlock>[])[];
}

/** What stands at the foot of every page of one printing. */
export interface Foot {
  readonly office: string;
  /** yyyy-MM-dd. */
  readonly date: string;
}

/** Room for a hand: a cell two lines high. */
export const toSign = '\u3000\n\u3000';

/** Pictures by the rows in which they stand. */
export const rowsOfPictures = ({ pictures }: PicturesBlock): PicturesBlock['pictures'][] => Array.from({ length: Math.ceil(pictures.length / 2) }, (_, at) => pictures.slice(at * 2, at * 2 + 2));

/** Which pairs stand in which row of a facts block: a wide pair takes a row of its own. */
export function rowsOfPairs({ across, pairs }: FactsBlock): FactsBlock['pairs'][] {
  const rows: FactsBlock['pairs'][number][][] = [];
  let open: FactsBlock['pairs'][number][] = [];
  for (const pair of pairs) {
    if (pair.wide) {
      if (open.length > 0) rows.push(open);
      rows.push([pair]);
      open = [];
    } else {
      open.push(pair);
      if (open.length === across) {
        rows.push(open);
        open = [];
      }
    }
  }
  if (open.length > 0) rows.push(open);
  return rows;
}

/** A table that stands twice, as the one table that is printed: the first half of its rows on the left. */
export function doubled(table: TableBlock): TableBlock {
  if (!table.twice) return table;
  const half = Math.ceil(table.rows.length / 2);
  const blank = table.columns.map(() => '');
  const { twice: _twice, ...rest } = table;
  return { ...rest, columns: [...table.columns, ...table.columns], rows: table.rows.slice(0, half).map((row, at) => [...row, ...(table.rows[half + at] ?? blank)]) };
}
