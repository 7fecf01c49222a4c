import type { CheckResult } from '../../../shared/contract/checking.ts';
import type { ProblemRow } from '../../../shared/contract/problems.ts';
import { cyclePaperWords, officeWords, periodWords, stepWords, type CyclePaper, type MonthCycle, type OfficeNow, type Standing } from '../../../shared/cycle/month.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { withoutNumbers } from '../../../shared/papers/gate.ts';
import { toSign, type Paper, type TableBlock } from '../../../shared/papers/paper.ts';
import type { Measured } from '../../../shared/plan/measured.ts';
import { stateWords } from '../../../shared/plan/targets/state.ts';


/** What the papers of a month are made of. */
export interface PaperGround {
  readonly month: MonthCycle;
  readonly office: string;
  readonly today: string;
}

const column = (head: string, share: number, align: TableBlock['columns'][number]['align'] = 'left'): TableBlock['columns'][number] => ({ head, share, align });
const frame = (key: CyclePaper, { month, office, today }: PaperGround): Pick<Paper, 'key' | 'title' | 'left' | 'right' | 'called' | 'largest' | 'smallest'> => ({
  key, title: `${periodWords(month.period)}${cyclePaperWords[key]}`, left: office, right: dayWords(today), called: `${month.period}${cyclePaperWords[key]}`, largest: 12, smallest: 9,
});
const late = ({ daysLate }: Pick<OfficeNow, 'daysLate'>): string => (daysLate > 0 ? `${daysLate}` : '');
const unreturned = ({ offices }: MonthCycle): OfficeNow[] => offices.filter(({ state }) => state === 'waiting' || state === 'overdue' || state === 'none');

/** Who has not returned the month's workbook, to be telephoned: with room for what was said. */
export function missingPaper(ground: PaperGround): Paper {
  const open = unreturned(ground.month);
  return {
    ...frame('missing', ground),
    blocks: [
      { kind: 'note', text: `应交 ${ground.month.offices.length} 个，已交 ${ground.month.offices.length - open.length} 个，未交 ${open.length} 个${ground.month.due === '' ? '' : `；期限${dayWords(ground.month.due)}`}。` },
      { kind: 'table', columns: [column('序号', 4, 'center'), column('填报单位', 14), column('发出', 9, 'center'), column('期限', 9, 'center'), column('情况', 8, 'center'), column('逾期天数', 6, 'right'), column('催办情况', 20)], rows: open.map((each, at) => [String(at + 1), each.office, each.sentOn, each.due, officeWords[each.state], late(each), '']) },
    ],
  };
}

/** What the rules find, street by street, and how the problems stand: the paper of the check. */
export function checkPaper(ground: PaperGround, { findings, counts, rules: asked }: CheckResult, problems: readonly ProblemRow[]): Paper {
  const towns = [...new Set([...ground.month.offices.map(({ office }) => office), ...findings.map(({ town }) => town)])];
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)].toSorted((a, b) => b[1].length - a[1].length).slice(0, 12);
  const of = (town: string) => problems.filter((row) => row.town === town && row.state !== 'closed');
  return {
    ...frame('check', ground),
    blocks: [
      { kind: 'figures', figures: [{ label: '疑点', value: String(findings.length), unit: '个' }, { label: '必须改', value: String(counts['E'] ?? 0), unit: '个' }, { label: '未销号问题', value: String(problems.filter(({ state }) => state !== 'closed').length), unit: '个' }, { label: '其中逾期', value: String(problems.filter(({ overdue }) => overdue).length), unit: '个' }] },
      { kind: 'table', heading: '各街道', columns: [column('街道', 14), column('疑点', 7, 'right'), column('涉及户', 7, 'right'), column('未销号问题', 8, 'right'), column('其中逾期', 8, 'right')], rows: towns.map((town) => { const own = findings.filter((each) => each.town === town); return [town || '（没有写街道）', String(own.length), String(new Set(own.flatMap(({ householdId }) => householdId ?? [])).size), String(of(town).length), String(of(town).filter(({ overdue }) => overdue).length)]; }) },
      { kind: 'table', heading: '最多的疑点', columns: [column('编号', 8, 'center'), column('疑点', 18), column('处数', 6, 'right'), column('改法', 22)], rows: rules.map(([rule, own]) => [rule, asked.find((each) => each.rule === rule)?.title ?? '', String(own.length), own[0]?.remedy ?? '']) },
    ],
  };
}

const figure = ({ actual, target, unit }: Measured): string => (actual === null ? '' : `${actual}${target === null ? '' : ` / ${target}`} ${unit}`);

/** The agenda of the month's dispatch, made of what is at risk and late, with what was decided or room for it. */
export function minutesPaper(ground: PaperGround, rows: readonly Measured[], problems: readonly ProblemRow[]): Paper {
  const { month } = ground;
  const held = month.steps.find(({ step }) => step === 'dispatch');
  const pressing = rows.filter(({ state }) => state === 'overdue' || state === 'risk').toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'overdue' ? -1 : 1));
  const overdue = [...Map.groupBy(problems.filter((row) => row.overdue), ({ town }) => town)];
  const open = unreturned(month);
  return {
    ...frame('minutes', ground),
    blocks: [
      { kind: 'facts', across: 2, pairs: [{ label: '时间', value: held?.on ? dayWords(held.on) : '' }, { label: '地点', value: '' }, { label: '主持人', value: withoutNumbers(held?.by ?? '') }, { label: '记录人', value: '' }, { label: '参加', value: '', wide: true }] },
      { kind: 'table', heading: `一、逾期和有风险的任务（${pressing.length} 条）`, columns: [column('条目', 5, 'center'), column('任务', 20), column('进度', 10, 'right'), column('缺', 5, 'right'), column('情况', 6, 'center'), column('责任单位', 14)], rows: pressing.map((row) => [row.row, row.title, figure(row), row.missing > 0 ? String(row.missing) : '', stateWords[row.state], row.units.filter((unit) => unit !== '各涉农办事处').join('、') || row.units.join('、')]) },
      { kind: 'table', heading: '二、逾期没有销号的问题', columns: [column('街道', 14), column('个数', 6, 'right'), column('类别', 24)], rows: overdue.length === 0 ? [['没有', '', '']] : overdue.map(([town, own]) => [town || '（没有写街道）', String(own.length), [...Map.groupBy(own, ({ values }) => String(values['problem.class'] ?? '其他'))].map(([kind, of]) => `${kind} ${of.length}`).join('、')]) },
      { kind: 'table', heading: '三、没有交填报表的单位', columns: [column('单位', 14), column('情况', 8, 'center'), column('逾期天数', 6, 'right')], rows: open.length === 0 ? [['没有', '', '']] : open.map((each) => [each.office, officeWords[each.state], late(each)]) },
      { kind: 'facts', across: 1, heading: '四、议定事项', pairs: [{ label: '议定', value: held?.note ? withoutNumbers(held.note) : `${toSign}\n${toSign}\n${toSign}`, wide: true }] },
    ],
  };
}

const share = ({ owed, done }: { readonly owed: number; readonly done: number }): string => (owed === 0 ? '—' : `${done} / ${owed}`);

/** Streets ranked by what they did of what they owed. Names nobody. */
export function bulletinPaper(ground: PaperGround, standings: readonly Standing[]): Paper {
  const { month } = ground;
  const note = month.steps.find(({ step }) => step === 'bulletin')?.note ?? '';
  return {
    ...frame('bulletin', ground),
    blocks: [
      { kind: 'note', text: '应办＝填报表一份＋本月到期的街道职责＋到本月底应改好的问题；已办＝按期交的填报表、办了的职责、销了号的问题。完成率相同的并列。' },
      { kind: 'table', columns: [column('位次', 5, 'center'), column('单位', 13), column('应办', 6, 'right'), column('已办', 6, 'right'), column('完成率（%）', 8, 'right'), column('填报表', 10, 'center'), column('职责', 7, 'center'), column('问题销号', 8, 'center')], rows: standings.map((each) => [String(each.place), each.office, String(each.owed), String(each.done), each.rate.toFixed(1), `${officeWords[each.state]}${each.daysLate > 0 ? ` ${each.daysLate} 天` : ''}`, share(each.duties), share(each.problems)]) },
      { kind: 'table', heading: '本月各环节', columns: [column('环节', 8, 'center'), column('办理日期', 10, 'center'), column('经办', 10), column('还缺', 28)], rows: month.steps.map(({ step, on, by, lacks }) => [stepWords[step], on, withoutNumbers(by), lacks.join('；')]) },
      ...(note === '' ? [] : [{ kind: 'note' as const, text: withoutNumbers(note) }]),
    ],
  };
}
