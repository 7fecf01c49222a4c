import type { Values } from '../../../../shared/register/facts.ts';
import { aged, at, head, home, household, inYear, near, person, spouse, withMore, type Case } from '../support.ts';

const paid = (...list: Values[]) => withMore(household({}, head), { records: { payment: list.map((values) => ({ values })) } });
const share = (total: number) => withMore(household({ householdSize: 2 }, head, spouse), { records: { yield: [{ values: { share: 1000_00, total } }] } });
const taper = (since: string, until?: string) => withMore(household({}, head), { records: { dibaoList: [{ of: 0, values: { taperSince: since, ...(until === undefined ? {} : { taperUntil: until }) } }] } });
const listed = (ledger: string, member: Values) => withMore(household({}, { ...head, ...member }), { records: { [ledger]: [{ of: 0 }] } });
const last = (now: number, before: number | null) => withMore(household({ perCapitaIncome: now }, head), { last: { perCapitaIncome: before } });

export const moneyCases: readonly Case[] = [
  home('R109', '有收入支出是 0；支出没填的不算 0', { businessIncome: 1_00, businessCost: 0 }, { businessIncome: 1_00, businessCost: null }),
  home('R110', '有支出收入是 0', { businessCost: 1_00, businessIncome: 0 }, { businessCost: 0, businessIncome: 0 }),
  home('R111', '0 元；一分钱可以', { perCapitaIncome: 0 }, { perCapitaIncome: 1 }),
  home('R111', '超过 10 万一分；正好 10 万可以', { perCapitaIncome: 100_000_01 }, { perCapitaIncome: 100_000_00 }),
  home('R112-1', '差一分到 4000 元；4000 元可以', { perCapitaIncome: 3_999_99 }, { perCapitaIncome: 4_000_00 }),
  home('R112-1', '2019 年的标准是 3218 元', { perCapitaIncome: 3_217_00 }, { perCapitaIncome: 3_300_00 }, inYear(2019), inYear(2019)),
  home('R112-2', '差一分到 5000 元；5000 元可以', { perCapitaIncome: 4_999_99 }, { perCapitaIncome: 5_000_00 }),
  home('R112-3', '差一分到 6000 元；6000 元可以', { perCapitaIncome: 5_999_99 }, { perCapitaIncome: 6_000_00 }),
  home('R113', '低于 2022 年监测线没有监测；已监测的可以', { perCapitaIncome: 7_000_00 }, { perCapitaIncome: 7_000_00, monitoredKind: '脱贫不稳定户' }, inYear(2022), inYear(2022)),
  home('R114', '识别那年 20001 元；往年识别的可以', { perCapitaIncome: 20_001_00, riskIdentified: '2020-03' }, { perCapitaIncome: 20_001_00, riskIdentified: '2019-03' }),
  home('R115-1', '299 元；300 元可以', { wageIncome: 299_00 }, { wageIncome: 300_00 }),
  home('R115-2', '超过 30 万；正好 30 万可以', { wageIncome: 300_001_00 }, { wageIncome: 300_000_00 }),
  at('R116', '有低保人员低保金是 0；没填的归漏填', household({ dibaoMoney: 0 }, { ...head, dibao: '是' }), household({ dibaoMoney: null }, { ...head, dibao: '是' })),
  at('R116', '199 元；200 元可以', household({ dibaoMoney: 199_00 }, { ...head, dibao: '是' }), household({ dibaoMoney: 200_00 }, { ...head, dibao: '是' })),
  at('R117', '特困金 199 元；200 元可以', household({ tekunMoney: 199_00 }, { ...head, tekun: '是' }), household({ tekunMoney: 200_00 }, { ...head, tekun: '是' })),
  home('R118', '87 元；88 元可以', { pensionMoney: 87_00 }, { pensionMoney: 88_00 }),
  home('R119', '99 元；100 元可以', { familyPlanningMoney: 99_00 }, { familyPlanningMoney: 100_00 }),
  person('R121', '低保又特困；一样可以', { dibao: '是', tekun: '是' }, { dibao: '是', tekun: '否' }),
  home('R122-1', '一般贫困户有低保金；低保金 0 可以', { householdKind: '一般贫困户', dibaoMoney: 1_00 }, { householdKind: '一般贫困户', dibaoMoney: 0 }),
  at('R122-2', '低保户没有低保人员；有一人没填的不能说没有', household({ householdKind: '低保贫困户' }, { ...head, dibao: '否' }), household({ householdKind: '低保贫困户' }, { ...head, dibao: '否' }, { ...spouse, dibao: null })),
  at('R122-3', '特困户有 65 岁劳动力；66 岁可以', household({ householdKind: '特困供养贫困户' }, { ...head, ...aged(65, { labour: '普通劳动力' }) }), household({ householdKind: '特困供养贫困户' }, { ...head, ...aged(66, { labour: '普通劳动力' }) })),
  at('R123-1', '低保名单里有、登记册写否', listed('dibaoList', { dibao: '否' }), listed('dibaoList', { dibao: '是' })),
  at('R123-2', '登记册写是、低保名单里没有', household({}, { ...head, dibao: '是' }), household({}, { ...head, dibao: null })),
  at('R123-3', '特困名单里有、登记册空着', listed('tekunList', {}), listed('tekunList', { tekun: '是' })),
  at('R123-4', '登记册写是、特困名单里没有', household({}, { ...head, tekun: '是' }), household({}, { ...head, tekun: '否' })),
  at('R124', '去年 5 月起到今天 13 个月；6 月起 12 个月可以', taper('2019-05'), taper('2019-06')),
  at('R124', '已终止的看终止月', taper('2018-01', '2019-02'), taper('2018-01', '2019-01')),
  home('R125', '措施有低保转移收入是 0；没填的不算 0', { helpMeasures: '低保兜底', transferIncome: 0 }, { helpMeasures: '低保兜底', transferIncome: null }),
  at('R126-1', '降 31%；降 30% 可以', last(69_00, 100_00), last(70_00, 100_00)),
  at('R126-2', '升 101%；翻一番可以', last(201_00, 100_00), last(200_00, 100_00)),
  at('R126-2', '上年没有数的不比', last(201_00, 100_00), last(201_00, null)),
  at('R127', '1000 元额度、2 人、收益 199 元；200 元正好 10%', share(199_00), share(200_00)),
  at('R128', '同月同项目同金额两次；隔月的可以', paid({ kind: '分红', on: '2020-03-01', amount: 500_00 }, { kind: '分红', on: '2020-03-20', amount: 500_00 }), paid({ kind: '分红', on: '2020-03-01', amount: 500_00 }, { kind: '分红', on: '2020-04-01', amount: 500_00 })),
  at('R128', '带动的人不同不算重复', paid({ kind: '分红', on: '2020-03-01', amount: 1 }, { kind: '分红', on: '2020-03-02', amount: 1 }), paid({ kind: '分红', on: '2020-03-01', amount: 1, led: '甲' }, { kind: '分红', on: '2020-03-01', amount: 1, led: '乙' }), near({})),
];
