import { amount, here, households, number, peopleOf } from '../columns.ts';
import { numberOf, type HouseholdFacts } from '../../register/facts.ts';
import { isLow } from '../../plan/low-income.ts';
import type { Line, ListColumn, Report } from '../report.ts';
import { perHousehold } from './who.ts';

const fieldFen = (line: Line, key: string): number => (line.unit.household ? (numberOf(line.unit.household.values, key) ?? 0) : 0);
const kinds = ['wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome'] as const;
const total = (line: Line): number => kinds.reduce((sum, key) => sum + fieldFen(line, key), 0);
const size = ({ unit: { household } }: Line): number => (household ? (numberOf(household.values, 'yearSize') ?? numberOf(household.values, 'householdSize') ?? here(household).length) : 0);

const whose: readonly ListColumn[] = [{ field: 'town' }, { field: 'village' }, { field: 'householdNo' }, { field: 'headName' }, { head: ['人口'], said: size, sensitivity: 'public', width: 12 }];
const money = (head: string, said: (line: Line) => number | null): ListColumn => ({ head: head.split('/'), said, money: true, sensitivity: 'inside', width: 24 });
const perHead = (line: Line): number | null => (size(line) > 0 ? Math.round((total(line) - fieldFen(line, 'businessCost')) / size(line)) : null);
const knows = ({ values }: HouseholdFacts): boolean => kinds.some((key) => numberOf(values, key) !== null);

/** 生产经营性支出 is no 经营性收入. */
const isOf = (label: string, name: string): boolean => label.includes(name) && (name === '支出' || !label.includes('支出'));

/** Months of the register of one household's income that lie in the period. */
const monthsIn = (line: Line, from: string, until: string, name: string): number =>
  (line.unit.household?.records['monthlyIncome'] ?? [])
    .filter(({ year, values }) => year === Number(from.slice(0, 4)) && isOf(String(values['monthlyIncome.class'] ?? ''), name))
    .reduce((sum, { values }) => {
      for (let month = Number(from.slice(5, 7)); month <= Number(until.slice(5, 7)); month++) sum += numberOf(values, `monthlyIncome.month${month}`) ?? 0;
      return sum;
    }, 0);

const inPeriod = (period: 'quarter' | 'month', title: string): Report => ({
  key: `income-${period}`, title, theme: '收入', note: '从“收入登记（按月）”里取；没有按月登记的户不在表上', period, ledgers: ['monthlyIncome'],
  sheets: [
    {
      kind: 'list', key: 'list', title, of: 'households', lines: perHousehold((household) => (household.records['monthlyIncome'] ?? []).length > 0), means: '有按月收入登记的户；各类收入按登记的类别名归并',
      columns: [
        ...whose,
        ...(['工资', '经营', '财产', '转移'] as const).map((name): ListColumn => ({ head: [`${name}性收入（元）`], said: (line, { from, until }) => monthsIn(line, from, until, name), money: true, sensitivity: 'inside' })),
        { head: ['支出（元）'], said: (line, { from, until }) => monthsIn(line, from, until, '支出'), money: true, sensitivity: 'inside' },
      ],
      sums: ['人口', '工资性收入（元）', '经营性收入（元）', '财产性收入（元）', '转移性收入（元）', '支出（元）'],
    },
  ],
});

export const incomeReports: readonly Report[] = [
  {
    key: 'income-year', title: '家庭收入测算表', theme: '收入', note: '四项收入、经营支出、纯收入、人均，和表上填的人均并排', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'list', key: 'list', title: '收入测算', of: 'households', lines: perHousehold(knows), means: '四项收入至少填了一项的户；纯收入＝四项合计－生产经营性支出，人均按年度家庭人口数，没有的按家庭人口数，再没有的按在册人口',
        columns: [
          ...whose,
          money('收入（元）/工资性', (line) => fieldFen(line, 'wageIncome')), money('收入（元）/生产经营性', (line) => fieldFen(line, 'businessIncome')),
          money('收入（元）/财产性', (line) => fieldFen(line, 'propertyIncome')), money('收入（元）/转移性', (line) => fieldFen(line, 'transferIncome')), money('收入（元）/合计', total),
          money('生产经营性支出（元）', (line) => fieldFen(line, 'businessCost')), money('纯收入（元）', (line) => total(line) - fieldFen(line, 'businessCost')),
          money('人均纯收入（元）/测算', perHead), { field: 'perCapitaIncome', head: ['人均纯收入（元）', '登记'] },
          money('人均纯收入（元）/相差', (line) => {
            const [own, said] = [perHead(line), line.unit.household ? numberOf(line.unit.household.values, 'perCapitaIncome') : null];
            return own === null || said === null ? null : own - said;
          }),
        ],
        sums: ['人口', '收入（元）/工资性', '收入（元）/生产经营性', '收入（元）/财产性', '收入（元）/转移性', '收入（元）/合计', '生产经营性支出（元）', '纯收入（元）'],
      },
      {
        kind: 'summary', key: 'sum', title: '各村收入汇总', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(knows), '四项收入至少填了一项的户'),
          number('people', '人数', '人', peopleOf(knows), '上述户的在册人口'),
          number('wage', '收入/工资性', '元', amount('wageIncome', knows), '工资性收入之和'),
          number('business', '收入/生产经营性', '元', amount('businessIncome', knows), '生产经营性收入之和'),
          number('property', '收入/财产性', '元', amount('propertyIncome', knows), '财产性收入之和'),
          number('transfer', '收入/转移性', '元', amount('transferIncome', knows), '转移性收入之和'),
          number('cost', '生产经营性支出', '元', amount('businessCost', knows), '生产经营性支出之和'),
          number('net', '纯收入', '元', ({ household }) => (household && knows(household) ? kinds.reduce((sum, key) => sum + (numberOf(household.values, key) ?? 0), 0) - (numberOf(household.values, 'businessCost') ?? 0) : 0), '四项收入之和减生产经营性支出'),
        ],
      },
    ],
  },
  inPeriod('quarter', '家庭收入测算表（按季）'),
  inPeriod('month', '家庭收入登记汇总表（按月）'),
  {
    key: 'low-income', title: '人均纯收入6000元以下重点户台账', theme: '收入', note: '方案一（三）：年人均纯收入低于6000元的户，逐户盯住', period: 'year', ledgers: ['measure', 'benefitProject', 'yield'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '各村6000元以下户数人数', of: 'households', by: 'village',
        columns: [
          number('households', '在册/户数', '户', households(), '在册还有人的户'),
          number('people', '在册/人数', '人', peopleOf(() => true), '在册的人'),
          number('low', '低于6000元/户数', '户', households(isLow), '登记的年人均纯收入低于6000元（不含6000元）；没有填的不算'),
          number('lowPeople', '低于6000元/人数', '人', peopleOf(isLow), '上述户的在册人口'),
          number('unknown', '没有收入/户数', '户', households(({ values }) => numberOf(values, 'perCapitaIncome') === null), '没有登记人均纯收入的户'),
        ],
      },
      {
        kind: 'list', key: 'list', title: '重点户名单', of: 'households', lines: perHousehold(isLow), means: '登记的年人均纯收入低于6000元的户，附已落实的措施',
        columns: [
          ...whose, { field: 'perCapitaIncome' }, { head: ['离6000元差（元）'], said: ({ unit }) => (unit.household ? 600_000 - (numberOf(unit.household.values, 'perCapitaIncome') ?? 0) : null), money: true, sensitivity: 'inside' },
          { field: 'mainCause' },
          { head: ['已有措施（条）'], said: ({ unit }, { year }) => ['measure', 'benefitProject'].reduce((sum, ledger) => sum + (unit.household?.records[ledger] ?? []).filter((record) => record.year === null || record.year === year).length, 0), sensitivity: 'public', width: 18 },
          { head: ['产业收益（元）'], said: ({ unit }, { year }) => (unit.household?.records['yield'] ?? []).filter((record) => record.year === year).reduce((sum, { values }) => sum + (numberOf(values, 'yield.total') ?? 0), 0), money: true, sensitivity: 'inside' },
          { field: 'helperName' }, { field: 'helpMeasures' },
        ],
      },
    ],
  },
];
