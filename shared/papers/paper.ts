/**
 * One printed page as data: what stands on it, not how it looks. The same model becomes HTML, which is printed and
 * previewed, and a worksheet. Texts have passed the sensitivity gate (on-paper.ts) before they come here.
 */
export interface Paper {
  /** Key of the kind of paper: policies, household, income. */
  readonly key: string;
  readonly title: string;
  /** The line under the title. */
  readonly left: string;
  readonly right: string;
  readonly blocks: readonly Block[];
  /** Whose household it is, for the name of a worksheet. */
  readonly called: string;
  /** Points at most: a table of many columns is read better where its words stay whole. */
  readonly largest?: number;
}

export type Block = FactsBlock | TableBlock | NoteBlock;

/** Labels with their values in a ruled grid, so many pairs a row. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly heading?: string;
  /** Pairs that stand side by side. */
  readonly across: 1 | 2 | 3;
  readonly pairs: readonly { readonly label: string; readonly value: string; /** Takes the whole row. */ readonly wide?: boolean }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly heading?: string;
  /** `share` is the part of the paper's width, of any sum. */
  readonly columns: readonly { readonly head: string; readonly share: number; readonly align: 'left' | 'center' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
  /** The last row sums up. */
  readonly summed?: boolean;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
}

/** What stands at the foot of every page of one printing. */
export interface Foot {
  readonly office: string;
  /** yyyy-MM-dd. */
  readonly date: string;
}

/** A4 portrait, in mm. */
export const a4 = { width: 210, height: 297, marginX: 15, marginTop: 14, marginBottom: 12 } as const;

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
