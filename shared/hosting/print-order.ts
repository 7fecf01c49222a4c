/** On which paper: as large as each page is, or every page made larger or smaller to one. */
export const paperChoices = ['asMade', 'A4', 'A3'] as const;
export type PaperChoice = (typeof paperChoices)[number];
export const paperWords: Readonly<Record<PaperChoice, string>> = { asMade: '按原大小', A4: '都缩放到 A4', A3: '都缩放到 A3' };

/** On one side of the paper, or on both, bound at the long or the short edge. */
export const sideChoices = ['one', 'long', 'short'] as const;
export type SideChoice = (typeof sideChoices)[number];
export const sideWords: Readonly<Record<SideChoice, string>> = { one: '单面', long: '双面，长边翻', short: '双面，短边翻' };

/** With which fonts papers are drawn: those that come with the program, or the machine's own. */
export const fontChoices = ['shipped', 'machine'] as const;
export type FontChoice = (typeof fontChoices)[number];
export const fontWords: Readonly<Record<FontChoice, string>> = { shipped: '随程序带的宋体、黑体', machine: '这台电脑的仿宋、黑体' };

export interface PrintChoice {
  /** The system's name of the printer. */
  readonly printer: string;
  readonly paper: PaperChoice;
  readonly sides: SideChoice;
}

export interface Printer {
  readonly name: string;
  /** As the user knows it. */
  readonly called: string;
  readonly usual: boolean;
}

/** Pages that follow each other and stand on the same paper; 1 is the first. */
export interface PageRun {
  readonly from: number;
  readonly to: number;
  readonly paper: 'A4' | 'A3';
}

/** What goes to a printer. */
export interface PrintOrder {
  readonly choice: PrintChoice;
  readonly copies: number;
  readonly title: string;
  readonly runs: readonly PageRun[];
}

/** Short side of a sheet, in points, from which it is A3. */
const a3Side = ((297 + 210) / 2 / 25.4) * 72;

/** Which pages go to the printer together: one job has one size of paper. `sizes` in points, upright or across. */
export function runsOf(sizes: readonly { readonly width: number; readonly height: number }[]): PageRun[] {
  const runs: PageRun[] = [];
  sizes.forEach(({ width, height }, at) => {
    const paper = Math.min(width, height) > a3Side ? 'A3' : 'A4';
    const last = runs.at(-1);
    if (last?.paper === paper) runs[runs.length - 1] = { ...last, to: at + 1 };
    else runs.push({ from: at + 1, to: at + 1, paper });
  });
  return runs;
}
