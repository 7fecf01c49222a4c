import type { Bearer } from '../../../../shared/checks/rule.ts';
import { at, head, hers, his, home, household, identity, near, person, sound, spouse, type Case } from '../support.ts';

const bearer = (memberId: string | null, householdId: string, name = '试0'): Bearer => ({ memberId, householdId, name, householdNo: '9' });
const certificate = `${his}44`;

export const identityCases: readonly Case[] = [
  person('R001', '17 位不是号码；18 位是', { identityNo: his.slice(0, 17) }, {}),
  person('R001', '21 位不是残疾证；22 位是', { identityNo: `${his}123` }, { identityNo: `${his}4212` }),
  person('R002', '15 位旧号码', { identityNo: '990504500203001' }, {}),
  person('R003', '末位算出来不是这个', { identityNo: his.slice(0, 17) + (his.endsWith('1') ? '2' : '1') }, {}),
  person('R003', '残疾证看前 18 位；22 位的末 4 位不算在校验里', { identityNo: `${his.slice(0, 17)}${his.endsWith('1') ? '2' : '1'}44` }, { identityNo: certificate }),
  person('R004', '小写 x 是杂字，大写不是', { identityNo: `${his.slice(0, 17)}x` }, { identityNo: `${his.slice(0, 17)}X` }),
  person('R004', '全角数字和空格是杂字', { identityNo: `９${his.slice(1)}` }, { identityNo: his }),
  person('R005', '空着；有号码不算', { identityNo: null }, {}),
  person('R005', '999999 开头是临时号码；990504 不是', { identityNo: '999999195002030012' }, { identityNo: his }),
  person('R006', '差一天也是对不上；空着的出生日期不算写错', { birthDate: '1950-02-04' }, { birthDate: null }),
  person('R007', '13 月不存在', { identityNo: identity('001', '19501303') }, {}),
  person('R007', '晚于数据年度；当年出生可以', { identityNo: null, birthDate: '2021-01-01' }, { identityNo: null, birthDate: '2020-12-31' }),
  person('R007', '1899 年出生；1900 年可以', { identityNo: null, birthDate: '1899-12-31' }, { identityNo: null, birthDate: '1900-01-01' }),
  person('R008', '第 17 位双数是女；性别未说明不算矛盾', { identityNo: hers }, { sex: '未说明', identityNo: hers }),
  at('R009-1', '同户两人一个号码；别户的归 R009-2', sound, sound, near({ sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('m1', 'h', '另一人')]]]) }), near({ sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'y')]]]) })),
  at('R009-2', '残疾证的前 18 位遇上别户的身份证', household({}, { ...head, identityNo: certificate }), household({}, { ...head, identityNo: certificate }), near({ sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'other', '另一人')]]]) })),
  at('R010', '同一个人编号两人用；只有自己用不算', household({}, { ...head, memberNo: '7' }), household({}, { ...head, memberNo: '8' }), near({ sharingMemberNo: new Map([['7', [bearer('m0', 'h'), bearer('x', 'h')]]]) })),
  person('R011', '类别到 7 为止', { identityNo: `${his}81` }, { identityNo: `${his}41` }),
  person('R011', '等级到 4 为止；换发的 22 位可以', { identityNo: `${his}45` }, { identityNo: `${his}4112` }),
  person('R012', '残疾但证件是身份证；证件类型空着是没填，不算不符', { health: '残疾', certificate: '居民身份证' }, { health: '残疾', certificate: null }),
  person('R012', '号码本身是残疾证的，不算', { health: '长期慢性病、残疾', certificate: '居民身份证' }, { health: '残疾', certificate: '居民身份证', identityNo: certificate }),
  person('R013', '残疾人证却健康；健康状况空着归 R039', { health: '健康', certificate: '残疾人证' }, { health: null, certificate: '残疾人证' }),
  home('R014', '9 位是截掉的；11 位是', { householdNo: '990504000' }, { householdNo: '99050400001' }),
  person('R015', '姓名里有数字', { name: '试1' }, { name: '试一' }),
  person('R015', '中间有空格；少数民族的间隔点可以', { name: '试 一' }, { name: '试·一' }),
  home('R016', '科学记数的卡号；19 位文本可以', { bankCard: '6.2E+18' }, { bankCard: '6200000000000000000' }),
  person('R016', '带 .0 的号码', { identityNo: '990504195002030000.0' }, {}),
  person('R016', '带 .0 的电话；11 位可以', { memberPhone: '19900000001.0' }, { memberPhone: '19900000001' }),
  at('R017', '户里没有人', household({}), sound),
  at('R018', '写 3 人只有 2 人；没写人口数的不算', household({ householdSize: 3 }, head, spouse), household({}, head, spouse)),
  at('R019', '同号同名在别户；同号不同名的归 R009', sound, sound, near({ sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'other', '试0')]]]) }), near({ sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'other', '别人')]]]) })),
  at('R020', '去世的还算在 2 人里；改成 1 人就对', household({ householdSize: 2 }, head, { ...spouse, memberState: '死亡' }), household({ householdSize: 1 }, head, { ...spouse, memberState: '死亡' })),
];
