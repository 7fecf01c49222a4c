import { textOf, type HouseholdFacts, type RecordFacts } from '../../register/facts.ts';
import { meetingKinds, paperKinds } from '../../register/ledgers/duties.ts';
import { recordsIn } from '../../register/reached.ts';
import { households, inPeriod, item, number, ratio, records, sumOf, untilPeriod, type OfRecord } from '../columns.ts';
import type { Asked, Item, Report, Weigh } from '../report.ts';
import { area } from './area-columns.ts';
import { perHousehold, perRecord } from './who.ts';

const both = (...tests: readonly OfRecord[]): OfRecord => (record, asked) => tests.every((test) => test(record, asked));
const says = (key: string, ...words: readonly string[]): OfRecord => ({ values }) => words.includes(textOf(values, key));

const counted = (group: string, ledger: string, day: string, key: string, label: string, unit: Item['unit'], plan: readonly string[], means: string, test: OfRecord = () => true): Item =>
  item(group, key, label, unit, { from: [ledger], plan, target: null, month: records(ledger, both(test, inPeriod(day))), total: records(ledger, both(test, untilPeriod(day))) }, means);

const meetingPlan: Readonly<Record<(typeof meetingKinds)[number], readonly string[]>> = { 区委区政府研究: ['S57'], 街道专题研究: ['S59'], 危改周会商: ['S65'], 五个一批月调度: ['S62'], 其他: [] };


const finished = ({ values }: RecordFacts): boolean => textOf(values, 'task.cleared') === '是' || textOf(values, 'task.doneOn') !== '';
const due: OfRecord = ({ values }, { until: end }) => textOf(values, 'task.due') !== '' && textOf(values, 'task.due') <= end;
const done: OfRecord = (record, { until: end }) => finished(record) && textOf(record.values, 'task.doneOn') <= end;
const late: OfRecord = (record, asked) => due(record, asked) && !done(record, asked);
const stateOf = (record: RecordFacts, asked: Asked): string =>
  done(record, asked) ? (textOf(record.values, 'task.cleared') === '是' ? '已销号' : '已完成') : late(record, asked) ? '逾期未完成' : '进行中';
const cleared: OfRecord = both(done, says('task.cleared', '是'));
const inTime = untilPeriod('task.month');

/** Visits of the year until the last day that is asked for. */
const visitsOf = (household: HouseholdFacts, asked: Asked): readonly RecordFacts[] => recordsIn(household, 'visit').filter((record) => untilPeriod('visit.on')(record, asked));
const timesOf = (household: HouseholdFacts, asked: Asked): number => visitsOf(household, asked).length;
const visited = (least: number): Weigh => households((household, asked) => timesOf(household, asked) >= least);
/** So many visits a year the plan asks for. */
const yearly = 4;

/** What the plan asks of offices and their people, from the ledgers in which they note it: meetings, workdays, papers, tasks, visits. */
export const officeWorkReports: readonly Report[] = [
  {
    key: 'meetings', title: '会议与工作日情况表', theme: '月度工作', note: '会议、工作日、月报告月通报；附三份清单', period: 'month', ledgers: ['meeting', 'workDay', 'monthlyPaper'],
    sheets: [
      {
        kind: 'items', key: 'items', title: '会议与工作日',
        items: [
          ...meetingKinds.map((kind) => counted('会议', 'meeting', 'meeting.on', kind, kind, '次', meetingPlan[kind], `会议记录里类别为“${kind}”的条数，按会议日期`, says('meeting.kind', kind))),
          item('工作日', 'days', '脱贫攻坚工作日', '天', { from: ['workDay'], plan: ['S58'], target: null, month: sumOf('workDay', 'workDay.days', inPeriod('workDay.month')), total: sumOf('workDay', 'workDay.days', untilPeriod('workDay.month')) }, '脱贫攻坚工作日台账上的天数之和，按工作日月份'),
          ...paperKinds.map((kind) => counted('报告通报', 'monthlyPaper', 'monthlyPaper.month', kind, kind, '份', [kind === '危改月报告' ? 'S65' : 'S62'], `月报告月通报台账里类别为“${kind}”的份数，按报送月份`, says('monthlyPaper.kind', kind))),
        ],
      },
      { kind: 'list', key: 'meetings', title: '会议清单', of: { ledger: 'meeting' }, lines: perRecord('meeting', untilPeriod('meeting.on')), means: '本年到期末的每一次会议', columns: [{ field: 'meeting.on' }, { field: 'meeting.unit' }, { field: 'meeting.kind' }, { field: 'meeting.topic' }, { field: 'meeting.leader' }, { field: 'meeting.decided' }, { field: 'meeting.paper' }] },
      { kind: 'list', key: 'days', title: '工作日清单', of: { ledger: 'workDay' }, lines: perRecord('workDay', untilPeriod('workDay.month')), means: '本年到期末每个单位、干部每月的工作日', columns: [{ field: 'workDay.month' }, { field: 'workDay.unit' }, { field: 'workDay.person' }, { field: 'workDay.days' }, { field: 'workDay.content' }], sums: ['workDay.days'] },
      { kind: 'list', key: 'papers', title: '月报告月通报清单', of: { ledger: 'monthlyPaper' }, lines: perRecord('monthlyPaper', untilPeriod('monthlyPaper.month')), means: '本年到期末报送的每一份', columns: [{ field: 'monthlyPaper.month' }, { field: 'monthlyPaper.group' }, { field: 'monthlyPaper.kind' }, { field: 'monthlyPaper.on' }, { field: 'monthlyPaper.by' }, { field: 'monthlyPaper.remark' }] },
    ],
  },
  {
    key: 'tasks', title: '任务进度表', theme: '月度工作', note: '任务分解台账的完成、销号和逾期', period: 'month', ledgers: ['task'],
    sheets: [
      {
        kind: 'items', key: 'items', title: '任务进度',
        items: [
          counted('任务', 'task', 'task.month', 'all', '分解的任务', '个', ['S63'], '任务分解台账的条数，按任务月份'),
          item('任务', 'done', '已完成', '个', { from: ['task'], plan: ['S63'], target: records('task', inTime), month: records('task', both(done, inPeriod('task.doneOn'))), total: records('task', both(inTime, done)) }, '到期末填了完成日期，或已经销号的任务；本月按完成日期'),
          item('任务', 'cleared', '已销号', '个', { from: ['task'], plan: ['S63'], target: records('task', inTime), month: records('task', both(cleared, inPeriod('task.doneOn'))), total: records('task', both(inTime, cleared)) }, '到期末“任务是否销号”为是的任务；本月按完成日期'),
          item('任务', 'late', '逾期未完成', '个', { from: ['task'], plan: ['S63'], target: null, month: null, total: records('task', both(inTime, late)) }, '过了任务时限、到期末还没有完成的任务'),
        ],
      },
      { kind: 'list', key: 'list', title: '任务清单', of: { ledger: 'task' }, lines: perRecord('task', inTime), means: '本年到期末的每一项任务', columns: [{ field: 'task.month' }, { field: 'task.task' }, { field: 'task.row' }, { field: 'task.unit' }, { field: 'task.person' }, { field: 'task.due' }, { field: 'task.doneOn' }, { head: ['进度'], said: ({ record, unit }, asked) => { const of = record ?? unit.record; return of ? stateOf(of, asked) : null; }, sensitivity: 'public', width: 24 }] },
      { kind: 'list', key: 'late', title: '逾期任务清单', of: { ledger: 'task' }, lines: perRecord('task', both(inTime, late)), means: '过了任务时限还没有完成的任务', columns: [{ field: 'task.task' }, { field: 'task.unit' }, { field: 'task.person' }, { field: 'task.due' }, { head: ['未完成原因'], said: () => '', sensitivity: 'public', width: 40 }] },
    ],
  },
  {
    key: 'visits', title: '帮扶走访情况表', theme: '帮扶', note: '每户全年走访几次；附不足4次的户和走访清单', period: 'month', ledgers: ['visit'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '帮扶走访', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('month', '本月/走访户数', '户', households((household, asked) => recordsIn(household, 'visit').some((record) => inPeriod('visit.on')(record, asked))), '本月有走访记录的户，一户只算一次'),
          number('monthTimes', '本月/走访次数', '次', records('visit', inPeriod('visit.on')), '走访时间在本月的记录'),
          number('visited', '本年累计/走访户数', '户', visited(1), '本年到期末有走访记录的户，一户只算一次'),
          number('times', '本年累计/走访次数', '次', records('visit', untilPeriod('visit.on')), '走访时间在本年、到期末的记录'),
          number('often', `本年累计/满${yearly}次`, '户', visited(yearly), `本年到期末走访满${yearly}次的户`),
          number('never', '本年累计/未走访', '户', households((household, asked) => timesOf(household, asked) === 0), '本年到期末没有走访记录的户'),
          ratio('share', '走访率', 'visited', 'households', '本年走访过的户 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'few', title: `走访不足${yearly}次的户`, of: 'households', lines: perHousehold((household, asked) => timesOf(household, asked) < yearly), means: `本年到期末走访不足${yearly}次的户`, columns: [...area, { field: 'headName' }, { field: 'helperName' }, { field: 'helperUnit' }, { head: ['走访次数'], said: ({ unit }, asked) => (unit.household ? timesOf(unit.household, asked) : 0), sensitivity: 'public', width: 18 }, { head: ['本年最近走访'], said: ({ unit }, asked) => (unit.household ? visitsOf(unit.household, asked).map(({ values }) => textOf(values, 'visit.on')).toSorted().at(-1) ?? '' : ''), sensitivity: 'public', width: 24 }] },
      { kind: 'list', key: 'list', title: '走访清单', of: 'households', lines: perRecord('visit', untilPeriod('visit.on')), means: '本年到期末的每一次走访', columns: [...area, { field: 'headName' }, { field: 'visit.on' }, { field: 'visit.by' }, { field: 'visit.unit' }, { field: 'visit.purpose' }, { field: 'visit.content' }, { field: 'visit.signed' }] },
    ],
    identities: [{ says: '走访过的户与未走访的户合起来应等于户数', sheet: 'sum', left: ['visited', 'never'], right: ['households'] }],
  },
];
