import { aged, at, head, household, near, person, withMore, type Case } from '../support.ts';

const pupil = (age: number, schooling: string | null, more = {}) => aged(age, { schooling, ...more });
const aid = (schooling: string, values: Record<string, string | number>) => withMore(household({}, { ...head, schooling }), { records: { studentAid: [{ of: 0, values }] } });

export const schoolingCases: readonly Case[] = [
  person('R055', '10 岁不在校、没有原因；写了原因的可以', pupil(10, '非在校生'), pupil(10, '非在校生', { dropoutReason: '重度残疾' })),
  person('R055', '16 岁还在义务教育年龄；17 岁不在', pupil(16, null), pupil(17, null)),
  person('R055', '6 岁起；5 岁不算', pupil(6, null), pupil(5, null)),
  person('R056', '7 岁健康还在学前；6 岁可以', pupil(7, '学前教育', { health: '健康' }), pupil(6, '学前教育', { health: '健康' })),
  person('R056', '有残疾的可以晚入学', pupil(8, '学前教育', { health: '健康' }), pupil(8, '学前教育', { health: '残疾' })),
  person('R057', '15 岁还在小学；14 岁可以', pupil(15, '小学'), pupil(14, '小学')),
  person('R057', '5 岁已上小学；6 岁可以', pupil(5, '小学'), pupil(6, '小学')),
  person('R058', '18 岁在九年级；17 岁可以', pupil(18, '九年级'), pupil(17, '九年级')),
  person('R059', '21 岁在高三；20 岁可以', pupil(21, '普通高中三年级'), pupil(20, '普通高中三年级')),
  person('R059', '14 岁在中职；15 岁可以', pupil(14, '中职一年级'), pupil(15, '中职一年级')),
  person('R060-1', '17 岁在本科；18 岁可以', pupil(17, '本科一年级'), pupil(18, '本科一年级')),
  person('R060-2', '19 岁读研；20 岁可以', pupil(19, '硕士研究生及以上'), pupil(20, '硕士研究生及以上')),
  at('R061', '三年都是七年级；去年是六年级的可以', household({}, { ...head, schooling: '七年级' }), household({}, { ...head, schooling: '七年级' }), near({ schoolingBefore: new Map([['m0', ['七年级', '七年级']]]) }), near({ schoolingBefore: new Map([['m0', ['七年级', '小学']]]) })),
  at('R061', '三年都是小学不奇怪', household({}, { ...head, schooling: '中职二年级' }), household({}, { ...head, schooling: '小学' }), near({ schoolingBefore: new Map([['m0', ['中职二年级', '中职二年级']]]) }), near({ schoolingBefore: new Map([['m0', ['小学', '小学']]]) })),
  person('R062-1', '14 岁高中毕业；15 岁可以', aged(14, { education: '高中' }), aged(15, { education: '高中' })),
  person('R062-2', '20 岁还在小学；19 岁归 R057', pupil(20, '小学'), pupil(19, '小学')),
  person('R063', '16 岁只有小学；23 岁不再算辍学', aged(16, { education: '小学' }), aged(23, { education: '小学' })),
  person('R063', '初中毕业的可以', aged(18, { education: '文盲或半文盲' }), aged(18, { education: '初中' })),
  person('R064', '本科没有务工；有公益岗位的可以', aged(30, { education: '本科及以上' }), aged(30, { education: '本科及以上', publicPost: '护林员' })),
  at('R065', '雨露计划发给高中生；中职生可以', aid('普通高中一年级', { stage: '雨露计划' }), aid('中职一年级', { stage: '雨露计划' })),
  person('R066', '因残失学却健康；有残疾的说得通', { dropoutReason: '因残', health: '健康' }, { dropoutReason: '因残', health: '残疾' }),
  at('R067', '因学没有学生；有学生的可以', household({ mainCause: '因学' }, head), household({ mainCause: '因学' }, head, { schooling: '小学' })),
  at('R068', '按高中发给小学生；学段相同的可以', aid('小学', { stage: '高中' }), aid('普通高中二年级', { stage: '高中' })),
  at('R068', '中职不是高中；没有填在校生状况的不判', aid('普通高中一年级', { stage: '中职' }), withMore(household({}, head), { records: { studentAid: [{ of: 0, values: { stage: '中职' } }] } })),
  at('R069', '走读生发了寄宿的 1000 元；750 元可以', aid('小学', { boarder: '否', amount: 1000_00 }), aid('小学', { boarder: '否', amount: 750_00 })),
  at('R069', '寄宿生按学期发了走读的一半', aid('七年级', { boarder: '是', amount: 375_00 }), aid('七年级', { boarder: '是', amount: 625_00 })),
];
