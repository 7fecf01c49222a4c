import type { Values } from '../../../../shared/register/facts.ts';
import { aged, at, head, home, household, inYear, ofWhole, person, spouse, whole, withMore, type Case, type WholeCase } from '../support.ts';

const record = (ledger: string, values: Values, home: Values = {}) => withMore(household(home, head), { records: { [ledger]: [{ values }] } });
const lifted = { liftState: '已脱贫（享受政策）' };

export const formCases: readonly Case[] = [
  at('R142-1', '走访没有日期；有的可以', record('visit', { by: '周某' }), record('visit', { by: '周某', on: '2020-05-01' })),
  at('R142-1', '写明没有签名；没填的不算没签', record('visit', { on: '2020-05-01', signed: '否' }), record('visit', { on: '2020-05-01' })),
  at('R142-2', '明天的走访；今天的可以', record('visit', { on: '2020-07-01' }), record('visit', { on: '2020-06-30' })),
  at('R142-3', '贷款到期早于借款；同一天可以', record('microLoan', { on: '2020-05-02', dueOn: '2020-05-01' }), record('microLoan', { on: '2020-05-01', dueOn: '2020-05-01' })),
  at('R142-3', '帮扶终止早于开始', withMore(household({}, head), { helpers: [{ helperName: '周某', helpFrom: '2020-01-01', helpUntil: '2019-12-31' }] }), withMore(household({}, head), { helpers: [{ helperName: '周某', helpFrom: '2020-01-01' }] })),
  at('R142-4', '措施早于识别；同月可以', record('measure', { from: '2013-12' }, { firstIdentified: '2014-01' }), record('measure', { from: '2014-01' }, { firstIdentified: '2014-01' })),
  at('R142-5', '大写多一百；一致的可以', record('payment', { words: '陆佰元整', amount: 500_00 }), record('payment', { words: '伍佰元整', amount: 500_00 })),
  at('R142-6', '合计 100、各月 90；相等的可以', record('monthlyIncome', { total: 100_00, month1: 40_00, month12: 50_00 }), record('monthlyIncome', { total: 90_00, month1: 40_00, month12: 50_00 })),
  at('R142-6', '合计没填、各项没填的不算', record('treatment', { total: 10_00, own: 1_00, basic: 8_00 }), record('treatment', { total: 10_00 })),
  home('R143-1', '旧名录里没有的值；代码表里的可以', { mainCause: '懒' }, { mainCause: '因病' }),
  home('R143-1', '2019 年还没有硬化路的说法也认', { roadKind: '土路' }, { roadKind: '硬化路' }, inYear(2019), inYear(2019)),
  person('R143-2', '2021 年起不用大专及以上；2020 年可以', { education: '大专及以上' }, { education: '大专及以上' }, inYear(2021), inYear(2020)),
  person('R143-2', '合着填的每一个都要在代码表里', { health: '健康、某病' }, { health: '长期慢性病、残疾' }),
  home('R147-1', '已脱贫低于 4000；没脱贫的归 R112', { ...lifted, perCapitaIncome: 3_999_00 }, { liftState: '未脱贫', perCapitaIncome: 3_999_00 }),
  home('R147-1', '2016 年看 2952 元', { ...lifted, perCapitaIncome: 2_951_00 }, { ...lifted, perCapitaIncome: 2_952_00 }, inYear(2016), inYear(2016)),
  at('R147-2', '已脱贫户 10 岁失学；16 岁不算', household(lifted, head, aged(10, { dropoutReason: '厌学', schooling: '非在校生' })), household(lifted, head, aged(16, { dropoutReason: '厌学', schooling: '非在校生' }))),
  home('R147-3', '已脱贫还是危房', { ...lifted, dangerousHouse: '是' }, { ...lifted, dangerousHouse: null }),
  home('R147-4', '2019 年脱贫、饮水没解决；2021 年才脱贫的可以', { liftYear: 2019, safeWater: '否' }, { liftYear: 2021, safeWater: '否' }),
  at('R147-5', '已脱贫因病户病人没有大病保险；没填的不算', household({ ...lifted, mainCause: '因病' }, head, { ...spouse, health: '患有大病', seriousIllness: '否' }), household({ ...lifted, mainCause: '因病' }, head, { ...spouse, health: '患有大病' })),
];

export const wholeCases: readonly WholeCase[] = [
  ofWhole('R149-1', '10 户里 6 户饮水 5 户危房；正好 10 户可以', whole('village', { households: 10, unsafeWater: 6, dangerous: 5 }), whole('village', { households: 10, unsafeWater: 5, dangerous: 5 })),
  ofWhole('R149-2', '全村 9 亩、各户合计 10 亩；10 亩可以', whole('village', { farmland: 9 }, { farmland: 10 }), whole('village', { farmland: 10 }, { farmland: 10 })),
  ofWhole('R149-3', '人口数空着；填了的可以', whole('village', { households: 10 }), whole('village', { households: 10, people: 30 })),
  ofWhole('R150-1', '四项合计 9、写的 10；相等的可以', whole('project', { planned: 10, higher: 5, own: 4 }), whole('project', { planned: 10, higher: 5, own: 5 })),
  ofWhole('R150-2', '完成 11、计划 10；等于计划可以', whole('project', { planned: 10, done: 11 }), whole('project', { planned: 10, done: 10 })),
];
