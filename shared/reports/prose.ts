import { checkingProse } from './prose/checking.ts';
import { fiveGroupsProse } from './prose/five-groups.ts';
import { monthWorkProse } from './prose/month-work.ts';

/**
 * The wording of a report that is also told in running text. A sentence names the report's own figures in braces,
 * {sheet/row/column}: it is the number with its unit; {one÷other} is the share of two of them. A sentence whose figure the report does not have is left out and told as lacking.
 */
export interface Prose {
  readonly report: string;
  readonly title: string;
  readonly paragraphs: readonly ProseParagraph[];
}

export interface ProseParagraph {
  /** Stands in front, in bold: 产业扶贫。 */
  readonly heading: string;
  readonly sentences: readonly string[];
  /** A sentence for each street of a summary: {*} is its name, {column} its figure. */
  readonly each?: { readonly sheet: string; readonly sentence: string };
  /** The paragraph gathers what the clerk wrote in this column, row by row. */
  readonly written?: string;
}

const all: readonly Prose[] = [monthWorkProse, fiveGroupsProse, ...checkingProse];

/** The wording of a report; undefined where it has numbers alone. */
export const proseOf = (report: string): Prose | undefined => all.find((prose) => prose.report === report);
