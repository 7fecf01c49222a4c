import type { SweepProgress, SweepResult, SweepWrong } from '../../../shared/contract/sweeps.ts';
import { sheetStateWords } from '../../../shared/sweeps/sheet-state.ts';
import type { PlainSheet } from './plain-sheet-writer.ts';

/** A round as a workbook: how far each place is, which household stands where, what was answered by village, what is wrong by name. */
export function surveySheets({ title, round, deadline, places, lines }: SweepProgress, results: readonly SweepResult[], wrong: readonly SweepWrong[]): PlainSheet[] {
  const called = `${title} ${round}`;
  return [
    {
      name: '进度', title: `${called}进度${deadline === '' ? '' : `（${deadline} 前完成）`}`, head: ['街道', '村', '户数', '人数', '已录', '已核定', '已核定人数', '有问题的项'], widths: [18, 16, 8, 8, 8, 10, 12, 12],
      rows: places.map((place) => [place.town, place.village || '合计', place.households, place.people, place.entered, place.settled, place.settledPeople, place.wrong]),
    },
    {
      name: '逐户', title: `${called}逐户情况`, head: ['街道', '村', '户编号', '户主', '人数', '情况', '有问题的项', '与登记册矛盾'], widths: [18, 14, 18, 10, 8, 12, 12, 14],
      rows: lines.map((line) => [line.town, line.village, line.household, line.head, line.people, sheetStateWords[line.state], line.wrong, line.against]),
    },
    {
      name: '结果', title: `${called}结果`, head: ['内容', '项目', '村', '答案', '户数'], widths: [14, 36, 16, 24, 8],
      rows: results.flatMap(({ group, label, choices, rows }) => rows.flatMap(({ place, counts }) => choices.map((choice) => [group, label, place, choice, counts[choice] ?? 0]))),
    },
    { name: '问题', title: `${called}发现的问题：${wrong.length} 个`, head: ['村', '户编号', '户主', '项目', '结果', '说明'], widths: [14, 18, 10, 36, 16, 44], rows: wrong.map((each) => [each.village, each.household, each.head, each.label, each.answer, each.reason]) },
  ];
}
