import { accountWords, type Accord, type AccordCell, type AccountKey, type Discipline } from '../../../shared/contract/accounts.ts';
import type { PlainSheet } from './plain-sheet-writer.ts';

const keys = Object.keys(accountWords) as AccountKey[];
const told = ({ state, says }: AccordCell): string => (state === 'none' ? '没有核' : state === 'same' ? '✓' : says.join('；'));

/** 账账相符 as a sheet: a tick or the difference. */
export const accordSheets = ({ year, rows }: Accord): PlainSheet[] => [{
  name: '账账相符', title: `${year} 年账账相符核对表：${rows.length} 户，全部相符 ${rows.filter(({ accounts }) => keys.every((key) => accounts[key].state === 'same')).length} 户`,
  head: ['街道', '村', '户编号', '户主', '登记册', ...keys.map((key) => accountWords[key])], widths: [14, 12, 18, 10, 8, 36, 36, 36, 36],
  rows: rows.map(({ town, village, household, head, accounts }) => [town, village, household, head, '✓', ...keys.map((key) => told(accounts[key]))]),
}];

/** What happened in the year and what it lacks; who is under watch. */
export const disciplineSheets = ({ year, rows, counts, watched, line }: Discipline): PlainSheet[] => [
  { name: '汇总', title: `${year} 年动态管理：${rows.length} 项`, head: ['变动', '项数', '材料程序齐全'], widths: [20, 10, 16], rows: counts.map(({ kind, all, whole }) => [kind, all, whole]) },
  { name: '逐项', title: `${year} 年动态管理逐项`, head: ['村', '户编号', '户主', '姓名', '变动', '内容', '时间', '缺的材料', '程序问题'], widths: [12, 18, 10, 10, 12, 20, 12, 40, 44], rows: rows.map((row) => [row.village, row.household, row.head, row.person, row.kind, row.detail, row.on, row.lacks.join('、'), row.faults.join('；')]) },
  { name: '监测对象', title: `${year} 年监测对象${line === null ? '' : `（监测线 ${line} 元）`}`, head: ['类别', '户数', '人数', '已消除', '未消除'], widths: [20, 10, 10, 10, 10], rows: watched.map(({ kind, households, people, cleared }) => [kind, households, people, cleared, households - cleared]) },
];
