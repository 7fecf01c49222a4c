import type { Values } from '../../../../shared/register/facts.ts';
import { aged, at, head, his, hers, household, home, near, spouse, withMore, type Case } from '../support.ts';

const helped = (...helpers: Values[]) => withMore(household({}, head), { helpers });
const visited = (...days: string[]) => withMore(household({}, head), { helpers: [{ helperName: '周某' }], records: { visit: days.map((on) => ({ values: { on, by: '周某' } })) } });
const watched = (values: Values, home: Values = {}, member: Values = {}) => withMore(household(home, { ...head, ...member }), { records: { monitoring: [{ values }] } });
const rebuilt = (values: Values) => withMore(household({}, head), { records: { houseRebuild: [{ values }] } });
const november = near({ today: '2020-11-01', day: '2020-11-01' });
const october = near({ today: '2020-10-31', day: '2020-10-31' });

export const helpCases: readonly Case[] = [
  at('R136-2', '11 月还没入住；已入住的可以', rebuilt({}), rebuilt({ movedOn: '2020-10-20' }), november, november),
  at('R136-2', '10 月 31 日还没到期限', rebuilt({}), rebuilt({}), november, october),
  at('R138-1', '没有帮扶责任人；有的可以', helped(), helped({ helperName: '周某' })),
  at('R138-1', '昨天终止了；今天终止的还在', helped({ helperName: '周某', helpUntil: '2020-06-29' }), helped({ helperName: '周某', helpUntil: '2020-06-30' })),
  at('R138-2', '帮扶责任人在册；不在册的可以', helped({ helperName: '周某' }), helped({ helperName: '吴某' }), near({ poorHelpers: new Set(['周某']) }), near({ poorHelpers: new Set(['周某']) })),
  at('R138-3', '换人后原来的没终止；终止了的可以', helped({ helperName: '周某', helpFrom: '2018-01-01' }, { helperName: '吴某', helpFrom: '2020-01-01' }), helped({ helperName: '周某', helpFrom: '2018-01-01', helpUntil: '2019-12-31' }, { helperName: '吴某', helpFrom: '2020-01-01' })),
  at('R138-3', '驻村队员和责任人并存可以', helped({ helperName: '周某', helpFrom: '2018-01-01' }, { helperName: '吴某', helpFrom: '2020-01-01' }), helped({ helperName: '周某', helpFrom: '2018-01-01', stationed: '是' }, { helperName: '吴某', helpFrom: '2020-01-01' })),
  at('R139-1', '半年过了只走访 1 次；2 次可以', visited('2020-02-01'), visited('2020-02-01', '2020-05-01')),
  at('R139-2', '二季度没去；两个季度都去的可以', visited('2020-02-01', '2020-03-01'), visited('2020-02-01', '2020-06-01')),
  home('R140-1', '没有措施；有一条可以', {}, { helpMeasures: '产业分红' }),
  home('R140-2', '因病没有健康帮扶', { mainCause: '因病', helpMeasures: '产业分红' }, { mainCause: '因病', helpMeasures: '产业分红、健康扶贫' }),
  home('R140-3', '因学没有教育帮扶', { mainCause: '因学', helpMeasures: '产业分红' }, { mainCause: '因学', helpMeasures: '教育资助' }),
  home('R140-4', '因残没有综合保障', { mainCause: '因残', helpMeasures: '产业分红' }, { mainCause: '因残', helpMeasures: '残疾人两项补贴' }),
  home('R140-5', '缺劳力没有兜底', { mainCause: '缺劳力', helpMeasures: '产业分红' }, { mainCause: '缺劳力', helpMeasures: '低保兜底' }),
  home('R140-6', '危房户没有住房措施', { dangerousHouse: '是', helpMeasures: '产业分红' }, { dangerousHouse: '是', helpMeasures: '危房改造' }),
  home('R140-7', '饮水不安全没有饮水措施', { safeWater: '否', helpMeasures: '产业分红' }, { safeWater: '否', helpMeasures: '饮水安全巩固' }),
  at('R140-8', '失学没有劝返措施；有送教的可以', household({ helpMeasures: '产业分红' }, { ...head, ...aged(10, { dropoutReason: '厌学' }) }), household({ helpMeasures: '送教上门' }, { ...head, ...aged(10, { dropoutReason: '厌学' }) })),
  home('R053', '只写到年；写到月的可以', { firstIdentified: '2014' }, { firstIdentified: '2014-01' }),
  at('R054', '消除了没写采集人；没消除的不问', watched({ collectorPhone: '19900000001' }, { riskCleared: '是' }), watched({ collectorPhone: '19900000001' }, { riskCleared: '否' })),
  at('R141-1', '有劳动力只有综合保障；还有产业的可以', watched({ measure11: '低保' }, {}, { labour: '普通劳动力' }), watched({ measure11: '低保', measure1: '养殖' }, {}, { labour: '普通劳动力' })),
  at('R141-2', '识别满 6 个月尚未实施；5 个月可以', watched({ development: '尚未实施' }, { riskIdentified: '2019-12' }), watched({ development: '尚未实施' }, { riskIdentified: '2020-01' })),
  at('R141-3', '识别满 1 个月没有措施；当月的可以', watched({}, { riskIdentified: '2020-05' }), watched({}, { riskIdentified: '2020-06' })),
  home('R141-4', '5 个月就消除；6 个月可以', { riskIdentified: '2020-01', riskClearedOn: '2020-06' }, { riskIdentified: '2020-01', riskClearedOn: '2020-07' }),
  at('R141-5', '消除后没填收入；填全的可以', watched({ after10: '否', after11: '否', after13: '否' }, { riskCleared: '是' }), watched({ after1: '9000', after10: '否', after11: '否', after13: '否' }, { riskCleared: '是' })),
  at('R141-6', '整户无劳却消除；没写整户无劳的可以', watched({ noLabour: '是' }, { riskCleared: '是' }), watched({}, { riskCleared: '是' })),
  at('R141-7', '整户无劳没有低保；没填的不算没有', watched({ noLabour: '是' }, {}, { dibao: '否' }), watched({ noLabour: '是' }, {}, { dibao: null })),
  at('R148', '户表上还是去世户主的号码；两个号码前 18 位相同的可以', household({ headIdentityNo: hers }, { ...spouse, relation: '户主', memberState: '死亡' }, head), household({ headIdentityNo: `${his}44` }, head)),
];
