import type { BatchSummary, Counts, SheetSummary, Verdict } from '../../shared/changes/plan-types.ts';
import type { SheetName } from './sheet-words.ts';

/** What the preview can be narrowed to. */
export type Sieve = Verdict | 'remarked' | 'decided' | 'absent' | 'all';

export interface VerdictWord {
  readonly word: string;
  readonly sign: string;
  readonly note: string;
}

export const verdictWords: Record<Exclude<Sieve, 'all'>, VerdictWord> = {
  new: { word: '新增', sign: '＋', note: '登记册里还没有的户、人或记录' },
  changed: { word: '有变化', sign: '△', note: '至少有一项和登记册不同' },
  same: { word: '相同', sign: '＝', note: '和登记册完全一致，不用动' },
  conflict: { word: '冲突', sign: '≠', note: '登记册里手工改过，或者表里前后不一：先不动登记册的内容、先按前面的行，可以一格一格改' },
  refused: { word: '不收', sign: '✕', note: '户、人的编号或证件号码坏了或没有，这一行进不了登记册' },
  remarked: { word: '有疑问', sign: '？', note: '有的格不收，或者要核实' },
  decided: { word: '部门不一致', sign: '⇄', note: '两个部门说法不同，按“设置”里的部门先后定的' },
  absent: { word: '本次未出现', sign: '－', note: '登记册里有、这些表里没有的人。不会删除' },
};

export const rowCount = (counts: Counts): number => counts.new + counts.changed + counts.same + counts.conflict + counts.refused;

export const sheetsOf = (summary: BatchSummary): readonly (SheetSummary & SheetName)[] =>
  summary.files.flatMap(({ file, sheets }) => sheets.map((sheet) => ({ ...sheet, file })));

/** How many rows each button of the sieve leaves. */
export function sieveCounts(summary: BatchSummary, chosen: SheetName | null): Record<Sieve, number> {
  const sheets = sheetsOf(summary).filter(({ file, sheet }) => chosen === null || (file === chosen.file && sheet === chosen.sheet));
  const sum = (count: (sheet: SheetSummary) => number): number => sheets.reduce((total, sheet) => total + count(sheet), 0);
  const verdict = (key: Verdict): number => sum(({ counts }) => counts[key]);
  return {
    all: sum(({ counts }) => rowCount(counts)),
    new: verdict('new'), changed: verdict('changed'), same: verdict('same'), conflict: verdict('conflict'), refused: verdict('refused'),
    remarked: sum(({ remarkedRows }) => remarkedRows),
    decided: sum(({ decidedRows }) => decidedRows),
    // The list of the absent is of all files together.
    absent: summary.absent,
  };
}

export const writesAnything = ({ writes }: BatchSummary): boolean => writes.households + writes.people + writes.values > 0;
