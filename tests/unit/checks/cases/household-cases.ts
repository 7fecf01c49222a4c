import { aged, at, head, hers, his, home, household, near, person, sound, spouse, type Case } from '../support.ts';

const child = (birthDate: string) => ({ relation: '之子', birthDate });
const others = (...ids: string[]) => ids.map((householdId) => ({ memberId: null, householdId, name: '试', householdNo: '9' }));

export const householdCases: readonly Case[] = [
  at('R021', '只有配偶没有户主', household({}, spouse), sound),
  at('R021', '户主已去世，没有换人', household({}, { ...head, memberState: '死亡' }, spouse), household({}, head, { ...spouse, memberState: '死亡' })),
  at('R022', '两个户主', household({}, head, { ...spouse, relation: '户主' }), sound),
  at('R023', '两个配偶；转出的不算', household({}, head, spouse, spouse), household({}, head, spouse, { ...spouse, memberState: '转出' })),
  at('R024', '都是男', household({}, head, { relation: '配偶', sex: '男' }), sound),
  at('R024', '没写性别的看号码', household({}, head, { relation: '配偶', identityNo: his }), household({}, head, { relation: '配偶', identityNo: hers })),
  at('R025', '之子是女', household({}, head, { relation: '之子', sex: '女' }), household({}, head, { relation: '之女', sex: '女' })),
  at('R025', '之儿媳是男；性别空着不算', household({}, head, { relation: '之儿媳', sex: '男' }), household({}, head, { relation: '之儿媳' })),
  at('R026', '关系空着；已转出的不问', household({}, head, { relation: null }), household({}, head, { relation: null, memberState: '转出' })),
  at('R027', '儿子比户主大；差 12 岁可以', household({}, head, child('1949-01-01')), household({}, head, child('1962-02-03'))),
  at('R027', '母亲只大 11 岁；大 12 岁可以', household({}, head, { relation: '之母', birthDate: '1938-07-03' }), household({}, head, { relation: '之母', birthDate: '1938-02-03' })),
  person('R028', '户主 15 岁；16 岁可以', aged(15), aged(16)),
  at('R029', '一人户 15 岁；有大人同住的不算', household({}, { ...head, ...aged(15) }), household({}, { ...head, ...aged(15) }, spouse)),
  home('R030', '没有电话；11 位可以', { householdPhone: null }, { householdPhone: '19900000001' }),
  home('R030', '少一位；带区号的 11 位座机可以', { householdPhone: '1990000000' }, { householdPhone: '0249-9900001' }),
  person('R031', '12 开头不是手机；19 开头是', { memberPhone: '12900000001' }, { memberPhone: '19900000001' }),
  home('R032', '别户也留了这个号；只有本户用不算', { householdPhone: '19900000001' }, { householdPhone: '19900000002' }, near({ sharingPhone: new Map([['19900000001', others('h', 'x')]]) })),
  at('R033', '在两地务工却一个电话；同一地的可以', household({}, { ...head, memberPhone: '19900000001', workPlace: '沈阳市' }, { ...spouse, memberPhone: '19900000001', workPlace: '大连市' }), household({}, { ...head, memberPhone: '19900000001', workPlace: '沈阳市' }, { ...spouse, memberPhone: '19900000001', workPlace: '沈阳市' })),
  home('R034-1', '15 位；16 位可以', { bankCard: '999999000000001' }, { bankCard: '9999990000000001' }),
  home('R034-2', '别户也用这张卡', { bankCard: '9999990000000001' }, { bankCard: '9999990000000002' }, near({ sharingCard: new Map([['9999990000000001', others('h', 'x')]]) })),
  home('R035', '写法不一的村名', { town: '试验街道', village: '大裕村' }, { village: '大峪村' }),
  home('R035', '别的街道没有这个村', { town: '别的街道', village: '大峪村' }, { town: '试验街道', village: '大峪村' }),
];
