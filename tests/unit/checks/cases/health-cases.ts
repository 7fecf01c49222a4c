import type { Values } from '../../../../shared/register/facts.ts';
import { at, head, his, home, household, person, withMore, type Case } from '../support.ts';

const listed = (ledger: string, member: Values, values: Values = {}, home: Values = {}) => withMore(household(home, { ...head, ...member }), { records: { [ledger]: [{ of: 0, values }] } });
const plain = (member: Values, home: Values = {}) => household(home, { ...head, ...member });

export const healthCases: readonly Case[] = [
  person('R070-1', '居民医保否、职工医保没填；参加职工的可以', { residentMedical: '否' }, { residentMedical: '否', employeeMedical: '是' }),
  person('R070-1', '空着不等于没参加', { residentMedical: '否', employeeMedical: '否' }, { residentMedical: null, employeeMedical: null }),
  at('R070-2', '写已参保、名单里没有；名单里有的可以', plain({ residentMedical: '是' }), listed('insured', { residentMedical: '是' })),
  at('R070-2', '只参加职工医保的不在居民名单里', plain({ residentMedical: '是' }), plain({ residentMedical: '否', employeeMedical: '是' })),
  person('R071-1', '两种都是；一种可以', { residentMedical: '是', employeeMedical: '是' }, { residentMedical: '是', employeeMedical: '否' }),
  person('R071-2', '两种都否；一种没填的不算两种都否', { residentMedical: '否', employeeMedical: '否' }, { residentMedical: '否', employeeMedical: null }),
  person('R072', '写的否；空着归 R044', { seriousIllness: '否' }, { seriousIllness: null }),
  person('R073', '有救助没参保；参保的可以', { medicalAid: '是', residentMedical: '否' }, { medicalAid: '是', residentMedical: '是' }),
  at('R073', '救助名单里有、没参保', listed('medicalRelief', { residentMedical: '否' }), listed('medicalRelief', { residentMedical: null })),
  at('R074', '因病却都健康；有慢性病的可以', plain({ health: '健康' }, { mainCause: '因病' }), plain({ health: '长期慢性病' }, { mainCause: '因病' })),
  at('R074', '有一人健康状况没填，不能说没有病人', household({ mainCause: '因病' }, { ...head, health: '健康' }, { health: '残疾' }), household({ mainCause: '因病' }, { ...head, health: '健康' }, { health: null })),
  at('R075', '因残却没有残疾人；持 20 位残疾证的是', plain({ health: '健康' }, { mainCause: '因残' }), plain({ health: '健康', identityNo: `${his}44` }, { mainCause: '因残' })),
  at('R076', '患病名单里有、写健康；写大病的可以', listed('illness', { health: '健康' }, { disease: '脑梗死' }), listed('illness', { health: '患有大病' }, { disease: '脑梗死' })),
  person('R077', '证号末两位 41 是肢体一级；43 是三级', { identityNo: `${his}41`, labour: '普通劳动力' }, { identityNo: `${his}43`, labour: '普通劳动力' }),
  at('R077', '残联名单写肢体二级；四级可以', listed('disabledList', { disabilityKind: '肢体残疾', labour: '普通劳动力' }, { grade: '二级' }), listed('disabledList', { disabilityKind: '肢体残疾', labour: '普通劳动力' }, { grade: '四级' })),
  at('R078-1', '残联有、这里健康；健康状况空着归 R039', listed('disabledList', { health: '健康' }), listed('disabledList', { health: null })),
  at('R078-2', '这里残疾、残联没有；名单里有的可以', plain({ health: '残疾' }), listed('disabledList', { health: '残疾' })),
  at('R079', '发了残疾人补贴没有残疾人；有残疾人的可以', listed('payment', { health: '健康' }, { kind: '残疾人两项补贴' }), listed('payment', { health: '残疾' }, { kind: '残疾人两项补贴' })),
  person('R080', '因病户的病人没有大病保险', {}, {}),
  at('R081', '风险里有因病、自付是 0；没填的不算 0', listed('monitoring', {}, { risk2: '因病', allowedOwn: 0 }), listed('monitoring', {}, { risk2: '因病' })),
  at('R082', '慢性病没有签约；签了的可以', plain({ health: '长期慢性病' }), listed('doctorContract', { health: '长期慢性病' }, { doctor: '某医生' })),
].map((each) => (each.rule === 'R080' ? at('R080', each.why, plain({ health: '患有大病', seriousIllness: '否' }, { mainCause: '因病' }), plain({ health: '患有大病', seriousIllness: '否' }, { mainCause: '缺技术' })) : each));

export const livingCases: readonly Case[] = [
  home('R120', '有补偿没有退耕；退耕没填的不算 0', { ecologyMoney: 100_00, returnedForest: 0 }, { ecologyMoney: 100_00, returnedForest: null }),
  home('R129-1', '101 亩；100 亩可以', { farmland: 101 }, { farmland: 100 }),
  home('R129-2', '101 亩牧草；100 亩可以', { pasture: 101 }, { pasture: 100 }),
  home('R129-3', '负数；0 可以', { waterSurface: -1 }, { waterSurface: 0 }),
  home('R129-4', '201 亩林地；200 亩可以', { forest: 201 }, { forest: 200 }),
  home('R129-5', '201 亩林果；200 亩可以', { orchard: 201 }, { orchard: 200 }),
  home('R129-6', '201 亩退耕；200 亩可以', { returnedForest: 201 }, { returnedForest: 200 }),
  home('R130-1', '一人 51 亩；两人 100 亩可以', { farmland: 51, householdSize: 1 }, { farmland: 100, householdSize: 2 }),
  home('R130-2', '一人 71 亩；70 亩可以', { forest: 71, householdSize: 1 }, { forest: 70, householdSize: 1 }),
  home('R131', '退耕 5、林地牧草共 4；牧草没填的不判', { returnedForest: 5, forest: 3, pasture: 1 }, { returnedForest: 5, forest: 3, pasture: null }),
  home('R132-1', '6 公里；5 公里可以', { roadDistance: 6 }, { roadDistance: 5 }),
  home('R132-2', '60 写的是米；50 归 R132-1', { roadDistance: 60 }, { roadDistance: 50 }),
  home('R133-1', '是危房户；空着不等于是', { dangerousHouse: '是' }, { dangerousHouse: null }),
  home('R133-2', 'D 级却写不是；没写是否的不算矛盾', { houseLevel: 'D级', dangerousHouse: '否' }, { houseLevel: 'D级', dangerousHouse: null }),
  home('R134', '写的否；空着归 R047', { safeWater: '否' }, { safeWater: null }),
  at('R135', '发了补助还是 C 级；竣工的可以', withMore(household({ houseLevel: 'C级' }, head), { records: { houseRebuild: [{ values: { paid: 20_000_00 } }] } }), withMore(household({ houseLevel: 'C级' }, head), { records: { houseRebuild: [{ values: { paid: 20_000_00, finishedOn: '2020-09-01' } }] } })),
  at('R136-1', '9 月 1 日竣工、8 月入住；9 月 2 日入住可以', withMore(household({}, head), { records: { houseRebuild: [{ values: { finishedOn: '2020-09-01', movedOn: '2020-08-30' } }] } }), withMore(household({}, head), { records: { houseRebuild: [{ values: { finishedOn: '2020-09-01', movedOn: '2020-09-02' } }] } })),
  at('R136-1', '没竣工就入住；还没入住的不算', withMore(household({}, head), { records: { houseRebuild: [{ values: { movedOn: '2020-08-30' } }] } }), withMore(household({}, head), { records: { houseRebuild: [{}] } })),
  home('R137', '12 平方米；13 平方米可以', { houseArea: 12, householdSize: 1 }, { houseArea: 13, householdSize: 1 }),
];
