import { textOf, type RecordFacts } from '../../register/facts.ts';
import { households, householdsWithRecord, inPeriod, item, records, sumOf, untilPeriod, type OfRecord } from '../columns.ts';
import type { Item, Report, Weigh } from '../report.ts';
import { closedIn, foundIn, isClosed, isLate } from './problem-at.ts';

const kindIs = (kind: string, test: OfRecord): OfRecord => (record, asked) => textOf(record.values, 'movement.kind') === kind && test(record, asked);

/** Records of a ledger by the day that each bears: in the month, and in the year until then. */
const times = (group: string, key: string, label: string, unit: Item['unit'], ledger: string, day: string, plan: readonly string[], means: string): Item =>
  item(group, key, label, unit, { from: [ledger], plan, target: null, month: records(ledger, inPeriod(day)), total: records(ledger, untilPeriod(day)) }, means);
const money = (group: string, key: string, label: string, ledger: string, amount: string, day: string, plan: readonly string[], means: string): Item =>
  item(group, key, label, '元', { from: [ledger], plan, target: null, month: sumOf(ledger, amount, inPeriod(day)), total: sumOf(ledger, amount, untilPeriod(day)) }, means);
const problems = (test: (record: RecordFacts, asked: Parameters<OfRecord>[1]) => boolean): Weigh => records('problem', test);

/** What the office did in a month, from its own ledgers: the plan wants it told every month (S62), the six special tasks have a report of their own. */
export const monthWorkReport: Report = {
  key: 'month-work', title: '月度工作情况表', theme: '月度工作', note: '走访、会议、资金、问题整改和人口变动；文字稿就是月度工作总结', period: 'month',
  ledgers: ['visit', 'greeting', 'meeting', 'publicity', 'inspection', 'fundIn', 'fundOut', 'payment', 'problem', 'movement'],
  sheets: [
    {
      kind: 'items', key: 'items', title: '月度工作情况',
      items: [
        item('走访帮扶', 'visited', '走访户数', '户', { from: ['visit'], plan: ['S42'], target: households(), month: householdsWithRecord('visit', inPeriod('visit.on')), total: householdsWithRecord('visit', untilPeriod('visit.on')) }, '走访记录上有的户，一户只算一次，按走访时间'),
        times('走访帮扶', 'visits', '走访次数', '次', 'visit', 'visit.on', ['S42'], '走访记录的条数，按走访时间'),
        item('走访帮扶', 'greeted', '慰问户数', '户', { from: ['greeting'], plan: ['S75'], target: null, month: householdsWithRecord('greeting', inPeriod('greeting.on')), total: householdsWithRecord('greeting', untilPeriod('greeting.on')) }, '节日慰问上有的户，一户只算一次，按慰问日期'),
        money('走访帮扶', 'gifts', '慰问金', 'greeting', 'greeting.money', 'greeting.on', ['S75'], '节日慰问的慰问金额，按慰问日期'),
        times('会议督查', 'meetings', '会议', '次', 'meeting', 'meeting.on', ['S57', 'S59', 'S62'], '会议记录的条数，按会议日期'),
        times('会议督查', 'inspections', '督查考核', '次', 'inspection', 'inspection.on', [], '督查考核的条数，按督查日期'),
        times('会议督查', 'publicity', '宣传报道', '次', 'publicity', 'publicity.on', ['S73'], '宣传报道的条数，按宣传日期'),
        money('资金', 'arrived', '资金到账', 'fundIn', 'fundIn.amount', 'fundIn.arrivedOn', [], '资金到账的金额，按到账时间'),
        money('资金', 'sent', '资金下拨', 'fundOut', 'fundOut.amount', 'fundOut.sentOn', [], '资金下拨的总金额，按下拨时间'),
        money('资金', 'paid', '发放到户', 'payment', 'payment.amount', 'payment.on', [], '补助发放表的补助金额，按发放时间'),
        item('问题整改', 'found', '发现问题', '个', { from: ['problem'], plan: ['S03'], target: null, month: problems(foundIn), total: problems(({ values }, { until }) => textOf(values, 'problem.foundOn') <= until) }, '整改台账上的问题，按发现日期；累计不分年度'),
        item('问题整改', 'closed', '销号', '个', { from: ['problem'], plan: ['S03'], target: problems(({ values }, { until }) => textOf(values, 'problem.foundOn') <= until), month: problems(closedIn), total: problems(isClosed) }, '有佐证、由另一个人复核销号的问题，按销号日期；累计不分年度'),
        item('问题整改', 'late', '逾期未销号', '个', { from: ['problem'], plan: ['S03'], target: null, month: null, total: problems(isLate) }, '到月底过了整改期限还没有销号的问题'),
        item('人口变动', 'joined', '人口增加', '人', { from: ['movement'], target: null, month: records('movement', kindIs('增加', inPeriod('movement.on'))), total: records('movement', kindIs('增加', untilPeriod('movement.on'))) }, '人口变动里的增加，按变动日期'),
        item('人口变动', 'gone', '人口减少', '人', { from: ['movement'], target: null, month: records('movement', kindIs('减少', inPeriod('movement.on'))), total: records('movement', kindIs('减少', untilPeriod('movement.on'))) }, '人口变动里的减少，按变动日期'),
      ],
    },
  ],
};
