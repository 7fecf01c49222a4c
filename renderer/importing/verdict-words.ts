import type { BatchSummary, Counts, Verdict } from '../../shared/changes/plan-types.ts';

/** What the preview can be narrowed to. */
export type Sieve = Verdict | 'remarked' | 'absent' | 'all';

export interface VerdictWord {
  readonly word: string;
  readonly sign: string;
  readonly note: string;
}

export const verdictWords: Record<Verdict | 'remarked' | 'absent', VerdictWord> = {
  new: { word: '新增', sign: '＋', note: '登记册里还没有的户或人' },
  changed: { word: '有变化', sign: '△', note: '至少有一项和登记册不同' },
  same: { word: '相同', sign: '＝', note: '和登记册完全一致，不用动' },
  conflict: { word: '冲突', sign: '≠', note: '登记册里手工改过，或者表里前后不一：保留登记册的内容' },
  refused: { word: '不收', sign: '✕', note: '户、人的编号或证件号码坏了或没有，这一行进不了登记册' },
  remarked: { word: '有疑问', sign: '？', note: '有的格不收，或者照写但要核实' },
  absent: { word: '本次未出现', sign: '－', note: '登记册里有、这些表里没有的人。不会删除' },
};

export const rowCount = (counts: Counts): number => counts.new + counts.changed + counts.same + counts.conflict + counts.refused;

export const remarkCount = (summary: BatchSummary): number =>
  summary.files.reduce((sum, file) => sum + file.sheets.reduce((inner, sheet) => inner + sheet.remarks, 0), 0);

export const writesAnything = ({ writes }: BatchSummary): boolean => writes.households + writes.people + writes.values > 0;
