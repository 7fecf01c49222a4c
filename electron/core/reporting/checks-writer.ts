import { lackWords } from '../../../shared/checks/data-words.ts';
import type { CheckReport, FindingRow, RuleCount } from '../../../shared/contract/checking.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { add, fill, options, type Cell } from './plain-sheet-writer.ts';
import { grades } from '../../../shared/wording/grades.ts';

interface ValueRead {
  readonly label: string;
  readonly text: string;
}

export interface ChecksBook extends CheckReport {
  readonly name: string;
  /** What a finding's rule read. */
  readonly valuesOf: (finding: string) => readonly ValueRead[];
}

const stateWords: Readonly<Record<RuleCount['state'], string>> = { asked: '已查', noData: '没有数据', otherYears: '本年度不查', off: '已停用', faulty: '规则有误' };
const exemptionWords = { holds: '有效', changed: '值变了，已重新打开', expired: '已过期', ended: '已终止', gone: '已查不出' } as const;

/** Labels of the values that a rule's findings have, in the order in which they come. */
const labelsOf = (findings: readonly FindingRow[], valuesOf: ChecksBook['valuesOf']): string[] => {
  const most = 24;
  const labels = new Set<string>();
  for (const { id } of findings) for (const { label } of valuesOf(id)) if (labels.size < most && !label.includes('·')) labels.add(label);
  return [...labels];
};

const ofRule = ({ id, household, head, town, village, person, field, message, remedy, reopened }: FindingRow, labels: readonly string[], valuesOf: ChecksBook['valuesOf']): Cell[] => {
  const values = valuesOf(id);
  const rest = values.filter(({ label }) => !labels.includes(label)).map(({ label, text }) => `${label} ${text}`).join('；');
  return [town, village, household, head, person, field === '' ? '' : labelOf(field), message, remedy, reopened, ...labels.map((label) => values.filter((each) => each.label === label).map(({ text }) => text).join('、')), rest, id];
};

/** A run as a workbook: what was found by rule, what was not asked and why, scores, exemptions, and one sheet a rule. */
export async function writeChecks({ name, year, day, findings, counts, rules, exempted, exemptions, scores, before, valuesOf }: ChecksBook, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(findings.length <= 5000);
  const byRule = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule);
    if (list) list.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const total = book.addWorksheet('总表', options);
  fill(total, [9, 36, 8, 12, 8, 9, 8, 44, 44, 18], `${name} ${year} 年度核对结果（年龄算到 ${day}）：${findings.length} 处`, ['规则', '内容', '轻重', '情况', '处数', '比上次', '豁免', '缺的数据或说明', '为什么查', '出处']);
  for (const { rule, title, grade, state, lacks, note, why, source } of rules) {
    const found = counts[rule] ?? 0;
    const change = before && state === 'asked' ? found - (before.run.counts[rule] ?? 0) : 0;
    add(total, [rule, title, grades[grade].word, stateWords[state], state === 'asked' ? found : '', change === 0 ? '' : change > 0 ? `+${change}` : String(change), exempted.filter((each) => each.rule === rule).length || '', state === 'noData' ? lackWords(lacks) : note, why, source]);
  }
  total.commit();

  const marks = book.addWorksheet('评分', options);
  fill(marks, [20, 20, 8, 12, 12, 8], '各街道、各村数据质量（满分 100：一户有必须改的问题，扣这一户的全部；只有要核实的，扣一半；豁免的不算）', ['街道', '村', '户数', '必须改的户', '只要核实的户', '得分']);
  for (const { town, village, households, wrong, doubtful, score } of scores) add(marks, [town, village || '合计', households, wrong, doubtful, score]);
  marks.commit();

  const excused = book.addWorksheet('豁免清单', options);
  fill(excused, [9, 12, 44, 36, 30, 12, 12, 12, 18, 44], '豁免清单', ['规则', '对象', '疑点', '理由', '依据', '豁免人', '日期', '到期', '现在', '说明']);
  for (const { rule, whom, message, reason, evidence, by, on, until, state, note } of exemptions) add(excused, [rule, whom, message, reason, evidence, by, on, until, exemptionWords[state], note]);
  excused.commit();

  let at = 0;
  for (const { rule, title, grade } of rules.filter((each) => byRule.has(each.rule))) {
    job.tell('正在写 Excel', at++, byRule.size);
    await breathe(job);
    const own = byRule.get(rule) ?? [];
    const labels = labelsOf(own, valuesOf);
    const sheet = book.addWorksheet(rule, options);
    fill(sheet, [14, 14, 16, 10, 10, 16, 44, 32, 24, ...labels.map(() => 18), 40, 14], `${rule} ${title}（${grades[grade].word}）：${own.length} 处`, ['街道', '村', '户编号', '户主', '姓名', '哪一列', '问题', '怎么办', '重新打开的原因', ...labels, '其他相关内容', '疑点编号']);
    for (const finding of own) add(sheet, ofRule(finding, labels, valuesOf));
    sheet.commit();
  }
  return bytes();
}
