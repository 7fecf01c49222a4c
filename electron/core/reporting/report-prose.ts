import { dayWords } from '../../../shared/fields/day-words.ts';
import type { FrozenReport, ToldProse } from '../../../shared/contract/reports.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { reportOf } from '../../../shared/reports/index.ts';
import { makeProse } from '../../../shared/reports/make-prose.ts';
import type { MadeReport } from '../../../shared/reports/made-report.ts';
import { proseOf } from '../../../shared/reports/prose.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { writeLetter } from './docx-writer.ts';
import { frozenBefore, frozenMade, lastFrozen } from './frozen-reports.ts';

interface Asked {
  readonly report: string;
  readonly period: string;
  /** From the register as it is, although something was reported. */
  readonly live: boolean;
}

/** A report in running text: from what was reported for the period, or, where nothing was, from the register, which it says. */
export function toldProse(present: RegisterFile, { report: key, period, live }: Asked, now: () => MadeReport): { prose: ToldProse; made: MadeReport } {
  const report = reportOf(key);
  const wording = proseOf(key);
  if (!wording) throw new Refusal('NOT_ALLOWED', `“${report.title}”只有表，没有文字稿`, { remedy: '请出 Excel 或 PDF' });
  const frozen: FrozenReport | null = live ? null : (lastFrozen(present, key, period) ?? null);
  const made = frozen ? frozenMade(present, frozen.number) : now();
  const earlier = frozenBefore(present, key, report.period, period) ?? null;
  const prose = makeProse(wording, made, earlier ? frozenMade(present, earlier.number) : null, report.period);
  return { made, prose: { ...prose, frozen, before: earlier, notes: notesOf(frozen, earlier, made, prose.lacks) } };
}

/** Where the numbers come from, with what they were compared, and what is not there. */
function notesOf(frozen: FrozenReport | null, earlier: FrozenReport | null, { today, revision }: MadeReport, lacks: readonly string[]): string[] {
  return [
    frozen ? `数字取自 ${frozen.at.slice(0, 10)} 上报定格的报表（第 ${frozen.number} 号）。` : `这一期还没有上报定格，数字取自登记册 ${today} 的数据（第 ${revision} 次修改），上报前可能还会变。`,
    earlier ? `括号里是和 ${earlier.period} 定格的报表（第 ${earlier.number} 号）相比。` : '上一期没有上报定格，没有比较。',
    ...(lacks.length === 0 ? [] : [`登记册里没有数据、没有写进来的：${lacks.join('、')}。`]),
  ];
}


/** The same as a Word file. */
export const proseLetter = ({ title, paragraphs, notes }: ToldProse, { office, today }: MadeReport, at: Date): Uint8Array =>
  writeLetter({
    title, notes,
    paragraphs: paragraphs.map((pieces) => pieces.flatMap(({ text, change, bold }) => [{ text, bold: bold === true, marked: change !== undefined }, ...(change === undefined ? [] : [{ text: `（${change}）` }])])),
    signed: [office, dayWords(today)].filter((line) => line !== ''),
  }, at);
