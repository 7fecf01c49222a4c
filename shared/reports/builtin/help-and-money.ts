import { textOf, type HouseholdFacts } from '../../register/facts.ts';
import { helpsOn } from '../../register/helping.ts';
import { here, households, inYear, number, ratio, records, sumOf } from '../columns.ts';
import type { Asked, Report, Weigh } from '../report.ts';
import { perHousehold, perRecord } from './who.ts';

const one: Weigh = ({ record }) => (record ? 1 : 0);
/** Asked of a year that is over, its last day. */
const dayOf = ({ today, until }: Asked): string => (today < until ? today : until);
const helped = (household: HouseholdFacts | null, asked: Asked): boolean => household?.helpers.some((helper) => helpsOn(helper, dayOf(asked))) ?? false;
const state = (word: string): Weigh => ({ record }) => (record && textOf(record.values, 'project.state').includes(word) ? 1 : 0);

export const helpAndMoneyReports: readonly Report[] = [
  {
    key: 'helpers', title: '结对帮扶情况统计表', theme: '帮扶', note: '一对一结对；附没有帮扶责任人的户', period: 'year', ledgers: ['measure'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '结对帮扶', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('helped', '已结对', '户', ({ household }, asked) => (household && here(household).length > 0 && helped(household, asked) ? 1 : 0), '到当天（往年到年底）还有一位没有终止的帮扶责任人的户；终止当天还算'),
          number('missing', '未结对', '户', ({ household }, asked) => (household && here(household).length > 0 && !helped(household, asked) ? 1 : 0), '没有帮扶责任人，或都已终止的户'),
          ratio('share', '结对率', 'helped', 'households', '已结对 ÷ 户数'),
          number('measures', '帮扶措施', '个', records('measure'), '帮扶措施台账本年度的条数'),
          number('amount', '措施金额', '元', sumOf('measure', 'measure.amount'), '帮扶措施台账本年度的金额'),
        ],
      },
      { kind: 'list', key: 'list', title: '结对名单', of: 'households', lines: perHousehold(), means: '在册的每一户和它的帮扶责任人', columns: [{ field: 'town' }, { field: 'village' }, { field: 'group' }, { field: 'headName' }, { field: 'helperName' }, { field: 'helperUnit' }, { field: 'helperPost' }, { field: 'helperPhone' }, { field: 'helpFrom' }] },
      { kind: 'list', key: 'missing', title: '未结对户名单', of: 'households', lines: perHousehold((household, asked) => !helped(household, asked)), means: '没有帮扶责任人，或都已终止的户', columns: [{ field: 'town' }, { field: 'village' }, { field: 'group' }, { field: 'headName' }, { head: ['拟结对干部'], said: () => '', sensitivity: 'public', width: 30 }] },
    ],
    identities: [{ says: '已结对与未结对合起来应等于户数', sheet: 'sum', left: ['helped', 'missing'], right: ['households'] }],
  },
  {
    key: 'projects', title: '扶贫项目库一览表', theme: '项目资金', note: '方案要求入库不少于5个', period: 'year', ledgers: ['project'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '项目库汇总', of: { ledger: 'project' }, by: 'town',
        columns: [number('count', '入库项目', '个', one, '项目库里的项目'), number('going', '实施中', '个', state('实施'), '项目状态里有“实施”的项目'), number('finished', '已完工', '个', state('完'), '项目状态里有“完”的项目'), number('people', '受益贫困人口', '人', ({ record }) => Number(record?.values['project.people'] ?? 0), '项目登记的受益贫困人口之和，一人受益几个项目算几次')],
      },
      { kind: 'list', key: 'list', title: '项目清单', of: { ledger: 'project' }, lines: perRecord('project'), means: '项目库里的每一个项目', columns: [{ field: 'project.name' }, { field: 'project.kind' }, { field: 'project.place' }, { field: 'project.content' }, { field: 'project.unit' }, { field: 'project.leader' }, { field: 'project.planned', head: ['计划总投资（万元）'] }, { field: 'project.paid', head: ['已拨付（万元）'] }, { field: 'project.state' }, { field: 'project.households' }, { field: 'project.people' }], sums: ['project.planned', 'project.paid'] },
    ],
  },
  {
    key: 'funds', title: '扶贫资金收支情况表', theme: '项目资金', note: '到账、下拨、发放到户、公示', period: 'year', ledgers: ['fundIn', 'fundOut', 'payment', 'posting'],
    sheets: [
      { kind: 'list', key: 'in', title: '资金到账', of: { ledger: 'fundIn' }, lines: perRecord('fundIn', inYear), means: '本年度到账的每一笔', columns: [{ field: 'fundIn.kind' }, { field: 'fundIn.source' }, { field: 'fundIn.paper' }, { field: 'fundIn.arrivedOn' }, { field: 'fundIn.by' }, { field: 'fundIn.amount' }], sums: ['fundIn.amount'] },
      { kind: 'list', key: 'out', title: '资金下拨', of: { ledger: 'fundOut' }, lines: perRecord('fundOut', inYear), means: '本年度下拨的每一笔', columns: [{ field: 'fundOut.kind' }, { field: 'fundOut.title' }, { field: 'fundOut.paper' }, { field: 'fundOut.sentOn' }, { field: 'fundOut.area' }, { field: 'fundOut.state' }, { field: 'fundOut.amount' }], sums: ['fundOut.amount'] },
      {
        kind: 'summary', key: 'paid', title: '补助发放到户', of: 'households', by: 'village',
        columns: [number('households', '户数', '户', households(), '在册还有人的户'), number('paid', '已发放/户数', '户', (unit, asked) => (records('payment')(unit, asked) > 0 ? 1 : 0), '补助发放表本年度有的户'), number('times', '已发放/笔数', '次', records('payment'), '补助发放表本年度的行'), number('amount', '已发放/金额', '元', sumOf('payment', 'payment.amount'), '补助金额之和')],
      },
      { kind: 'list', key: 'payments', title: '发放明细', of: 'households', lines: perRecord('payment', inYear), means: '补助发放表本年度的每一行', columns: [{ field: 'town' }, { field: 'village' }, { field: 'headName' }, { field: 'payment.kind' }, { field: 'payment.on' }, { field: 'payment.account' }, { field: 'payment.amount' }], sums: ['payment.amount'] },
      { kind: 'list', key: 'postings', title: '公告公示', of: { ledger: 'posting' }, lines: perRecord('posting', inYear), means: '本年度的每一次公示', columns: [{ field: 'posting.of' }, { field: 'posting.subject' }, { field: 'posting.place' }, { field: 'posting.from' }, { field: 'posting.until' }, { field: 'posting.photo' }, { field: 'posting.objection' }] },
    ],
  },
];
