import type { AidTable } from '../../../shared/contract/plan.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { passed, withoutNumbers, type Level } from '../../../shared/papers/gate.ts';
import type { MoneyFlow, PostedDays } from '../../../shared/plan/money.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { PlainSheet } from './plain-sheet-writer.ts';

type Inside = Extract<Level, 'reduced' | 'full'>;

/** Sums as numbers in yuan, so that the clerk can add them up; months and ages as they are. */
const shown = (value: number | null, counted: boolean): string | number => (value === null ? '' : counted ? value : value / 100);

interface Numbers {
  readonly householdNo: Stored;
  readonly identityNo: Stored;
}

/** A calculation as a worksheet: a line each with the numbers by which a bank or department knows the person, as far as the level lets them out. */
export function aidSheets(register: RegisterFile, { title, means, heads, day, lines, sums }: AidTable, { level, counted }: { readonly level: Inside; readonly counted: boolean }): PlainSheet[] {
  const ofMember = register.sql('SELECT h.householdNo, m.identityNo FROM member m JOIN household h ON h.id = m.householdId WHERE m.id = ?');
  const ofHome = register.sql('SELECT householdNo, NULL AS identityNo FROM household WHERE id = ?');
  const said = (text: string): string => (level === 'full' ? text : withoutNumbers(text));
  const rows = lines.map(({ memberId, householdId, who, village, by, due, paid, owed, note }, at): (string | number)[] => {
    const numbers = (memberId === null ? ofHome.get(householdId) : ofMember.get(memberId)) as Numbers | undefined;
    const number = (key: keyof Numbers): string => passed(field(key), numbers?.[key] ?? null, level);
    return [at + 1, village, number('householdNo'), who, number('identityNo'), by, shown(due, counted), shown(paid, counted), shown(owed, counted), said(note)];
  });
  const total = counted || lines.length === 0 ? [] : [['', '', '', '合计', '', `${lines.length} 行`, sums.due / 100, sums.paid / 100, sums.owed / 100, '']];
  return [
    { name: title.slice(0, 31), title: `${title}（${day}）`, head: ['序号', '村', '户编号', '姓名', '证件号码', '依据', ...heads, '说明'], widths: [6, 14, 18, 12, 22, 24, 14, 14, 14, 44], rows: [...rows, ...total] },
    { name: '口径', title: '怎么算的', head: ['口径'], widths: [90], rows: [[means]] },
  ];
}

/** The year's money as a workbook: each sum that came in to the households, and how long what hangs has hung. */
export function moneySheets({ funds, came, sent, paid, sentFromNowhere, paidFromNowhere, postings }: MoneyFlow & { readonly postings: readonly PostedDays[] }, day: string): PlainSheet[] {
  const yuan = (fen: number): number => fen / 100;
  return [
    {
      name: '资金流向', title: `资金从到账到户（${day}，元）`, head: ['文号', '资金', '来源', '批次', '到账时间', '到账', '已下拨', '结余', '已发到户', '有回单', '待发', '用于项目'], widths: [26, 14, 12, 10, 13, 14, 14, 14, 14, 14, 14, 30],
      rows: [
        ...funds.map((fund): (string | number)[] => [fund.paper || '（没有文号）', fund.kind, fund.source, fund.lot, fund.arrivedOn, yuan(fund.came), yuan(fund.sent), yuan(fund.left), yuan(fund.paid), yuan(fund.receipted), yuan(fund.waiting), fund.projects.join('、')]),
        ['没有写出自哪一笔', '', '', '', '', '', yuan(sentFromNowhere), '', yuan(paidFromNowhere), '', '', ''],
        ['合计（全部台账）', '', '', '', '', yuan(came), yuan(sent), '', yuan(paid), '', '', ''],
      ],
    },
    { name: '公告公示', title: `公告公示（${day}）`, head: ['内容', '项目或资金', '地点', '从', '已公示（天）', '够 10 天'], widths: [30, 30, 20, 13, 14, 10], rows: postings.map(({ subject, of, place, from, days, enough }) => [subject, of, place, from, days, enough ? '够' : '不够']) },
  ];
}
