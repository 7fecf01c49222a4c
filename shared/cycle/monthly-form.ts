import { itemOfClass } from '../register/income/monthly-classes.ts';
import { textOf } from '../register/facts.ts';
import { atSchool } from '../register/who.ts';
import type { FillForm, Given, RowSubject } from './fill-form.ts';

const monthOf = (period: string): number => Number(period.slice(5, 7));
const householdKnown = ['village', 'householdNo', 'headName'] as const;
const personKnown = ['village', 'householdNo', 'name', 'identityNo'] as const;

/** The classes of the twelve-month register that make up the year, in its own words where the household has it already. */
const classes = ['生产经营性收入', '工资性收入', '财产性收入', '转移性收入', '生产经营性支出'] as const;
function classesOf(of: RowSubject | null, year: number): readonly Given[] {
  const own = (of?.household.records['monthlyIncome'] ?? []).filter((record) => record.year === year).map(({ values }) => textOf(values, 'monthlyIncome.class'));
  return classes.map((label) => ({ class: own.find((each) => itemOfClass(each) === itemOfClass(label)) ?? label }));
}

/** What every street fills in each month. Another sheet is another object here. */
export const monthlyForm: FillForm = {
  key: 'monthly',
  title: '月度填报表',
  sheets: [
    {
      key: 'visit', title: '走访记录', ledger: 'visit', rows: 'households', known: householdKnown,
      asked: () => ['on', 'by', 'unit', 'purpose', 'content', 'signed'], blank: 15,
      note: '本月每走访一户填一行；同一户走访几次的，写在下面空行里',
    },
    {
      key: 'income', title: '收入登记', ledger: 'monthlyIncome', rows: 'households', known: householdKnown,
      given: (_office, period, of) => classesOf(of, Number(period.slice(0, 4))),
      asked: (period) => [`month${monthOf(period)}`], blank: 0,
      note: '填本月实际收到和支出的钱，单位元；没有的填0，不知道的空着',
    },
    {
      key: 'attendance', title: '学生出勤', ledger: 'attendance', rows: 'people', known: personKnown,
      meant: ({ member }) => member !== null && atSchool(member),
      given: (_office, period) => [{ month: period }],
      asked: () => ['present', 'days', 'boarder'], blank: 5,
      note: '在园幼儿和在校学生每人一行；新入园入校的写在下面空行里，写明证件号码',
    },
    {
      key: 'work', title: '外出务工', ledger: 'workPeriod', rows: 'records', known: personKnown, standing: ['from'],
      meant: ({ record }) => record !== null && textOf(record.values, 'workPeriod.until') === '' && textOf(record.values, 'workPeriod.returned') !== '是',
      asked: () => ['place', 'firm', 'industry', 'channel', 'wage', 'direct', 'until', 'returned'], blank: 15,
      note: '上面是登记册里正在外面务工的人，有变化的改，回来了的写明结束时间；本月新出去的写在下面空行里，写明证件号码和开始时间',
    },
    {
      key: 'house', title: '危房改造', ledger: 'houseRebuild', rows: 'records', known: householdKnown, standing: ['manner'],
      meant: ({ record }, period) => record !== null && textOf(record.values, 'houseRebuild.movedOn') === '' && (record.year === null || record.year === Number(period.slice(0, 4))),
      asked: () => ['state', 'paid', 'finishedOn', 'movedOn'], blank: 0,
      note: '还没有入住的改造户，写到本月底的进度',
    },
    {
      key: 'problem', title: '问题整改', ledger: 'problem', rows: 'records', known: householdKnown, standing: ['text', 'due'],
      meant: ({ record }) => record !== null && textOf(record.values, 'problem.closedOn') === '',
      asked: () => ['owner', 'measure', 'progress'], blank: 0,
      note: '还没有销号的问题，写明谁在改、怎么改、改到哪里；改好的连照片和材料另交区扶贫办销号',
    },
    {
      key: 'greeting', title: '节日慰问', ledger: 'greeting', rows: 'none', known: householdKnown,
      asked: () => ['holiday', 'on', 'by', 'unit', 'goods', 'money'], blank: 20,
      note: '本月有节日慰问的，每户一行，写明户编号',
    },
    {
      key: 'meeting', title: '会议记录', ledger: 'meeting', rows: 'none', known: [],
      given: (office) => [{ unit: office }],
      asked: () => ['kind', 'on', 'topic', 'leader', 'decided'], blank: 10,
      note: '本月研究脱贫攻坚的会议，每次一行',
    },
    {
      key: 'days', title: '工作日', ledger: 'workDay', rows: 'none', known: [],
      given: (office, period) => [{ unit: office, month: period }],
      asked: () => ['person', 'days', 'content'], blank: 6,
      note: '党政正职本月用在脱贫攻坚上的工作日，每人一行',
    },
  ],
};

export const fillForms: readonly FillForm[] = [monthlyForm];
