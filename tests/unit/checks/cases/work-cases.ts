import type { Values } from '../../../../shared/register/facts.ts';
import { aged, at, head, home, household, person, withMore, type Case } from '../support.ts';

const works: Values = { workArea: '县外省内务工', workPlace: '辽宁省沈阳市某区', workMonths: 8 };
const periods = (...list: Values[]) => withMore(household({}, { ...head, ...aged(40) }), { records: { workPeriod: list.map((values) => ({ of: 0, values })) } });
const whole: Values = { firm: '某厂', industry: '制造业', channel: '自发', wage: 3000_00, direct: '否' };

export const workCases: readonly Case[] = [
  person('R083', '在校又是普通劳动力；无劳动力可以', { schooling: '七年级', labour: '普通劳动力' }, { schooling: '七年级', labour: '无劳动力' }),
  person('R083', '非在校生不管；劳动技能空着归 R040', { schooling: '小学', labour: '弱劳动力或半劳动力' }, { schooling: '小学', labour: null }),
  person('R084', '15 岁普通劳动力；16 岁可以', aged(15, { labour: '普通劳动力' }), aged(16, { labour: '普通劳动力' })),
  person('R085', '59 岁健康却无劳动力；60 岁可以', aged(59, { health: '健康', labour: '无劳动力' }), aged(60, { health: '健康', labour: '无劳动力' })),
  person('R085', '有病的说得通', aged(40, { health: '健康', labour: '丧失劳动力' }), aged(40, { health: '患有大病', labour: '丧失劳动力' })),
  person('R086', '60 岁普通劳动力；59 岁可以', aged(60, { labour: '普通劳动力' }), aged(59, { labour: '普通劳动力' })),
  person('R087', '残疾却是技能劳动力；健康状况空着不算', aged(40, { health: '残疾', labour: '技能劳动力' }), aged(40, { health: null, labour: '技能劳动力' })),
  person('R088', '无劳动力在务工；弱劳动力可以', { ...works, labour: '无劳动力' }, { ...works, labour: '弱劳动力或半劳动力' }),
  person('R089', '在校生务工；非在校生可以', { ...works, schooling: '九年级' }, { ...works, schooling: '非在校生' }),
  person('R090', '15 岁务工；16 岁可以', aged(15, works), aged(16, works)),
  at('R090', '15 岁那年开始的一段；满 16 岁开始的可以', periods({ from: '1995-12-31' }), periods({ from: '1996-01-15' })),
  person('R091', '特困人员务工；写未务工的可以', { ...works, tekun: '是' }, { tekun: '是', workArea: '未务工' }),
  person('R092', '13 个月；12 个月可以', { workMonths: 13 }, { workMonths: 12 }),
  person('R093-1', '有地没有月数；有月数可以', { workPlace: '沈阳市' }, { workPlace: '沈阳市', workMonths: 1 }),
  person('R093-2', '有月数没有地；写了区域的可以', { workMonths: 6, workArea: '未务工' }, { workMonths: 6, workArea: '省外务工' }),
  home('R094', '有工资没有人务工', { wageIncome: 5000_00 }, { wageIncome: 0 }),
  at('R094', '有公益岗位的说得通', household({ wageIncome: 5000_00 }, head), household({ wageIncome: 5000_00 }, { ...head, publicPost: '保洁员' })),
  at('R095', '有人务工工资是 0；没填的不算 0', household({ wageIncome: 0 }, { ...head, ...works }), household({ wageIncome: null }, { ...head, ...works })),
  at('R096', '前一段没完后一段已开始；接着开始的可以', periods({ from: '2020-01-01', until: '2020-05-31' }, { from: '2020-05-01' }), periods({ from: '2020-01-01', until: '2020-05-31' }, { from: '2020-05-31' })),
  at('R097', '没返回却有结束时间；返回的可以', periods({ returned: '否', until: '2020-05-31' }), periods({ returned: '是', until: '2020-05-31' })),
  at('R097', '结束时间在以后；今天可以', periods({ until: '2020-07-01' }), periods({ until: '2020-06-30' })),
  at('R098', '399 元；400 元可以', periods({ wage: 399_00 }), periods({ wage: 400_00 })),
  at('R098', '三万零一元；三万可以', periods({ wage: 30_001_00 }), periods({ wage: 30_000_00 })),
  at('R099', '缺就业渠道；填全的可以', periods({ ...whole, channel: null }), periods(whole)),
  person('R100', '只写到省；写到区的可以', { workPlace: '广东省' }, { workPlace: '辽宁省本溪市明山区' }),
  person('R101', '满 70 岁；69 岁可以', aged(70, { publicPost: '护林员' }), aged(69, { publicPost: '护林员' })),
  person('R101', '15 岁；16 岁可以', aged(15, { publicPost: '护林员' }), aged(16, { publicPost: '护林员' })),
  person('R102-1', '有岗位没月数；有月数可以', { publicPost: '护林员' }, { publicPost: '护林员', publicPostMonths: 6 }),
  person('R102-2', '有月数没岗位；月数是 0 的可以', { publicPostMonths: 6 }, { publicPostMonths: 0 }),
  at('R102-3', '没有聘用时间；有的可以', withMore(household({}, head), { records: { publicPost: [{ of: 0, values: { kind: '护林员' } }] } }), withMore(household({}, head), { records: { publicPost: [{ of: 0, values: { kind: '护林员', from: '2020-01-01' } }] } })),
  person('R103', '三种岗位；两种可以', { publicPost: '护林员、保洁员、治安员' }, { publicPost: '护林员、保洁员' }),
  person('R104', '在岗却在省外；县内可以', { publicPost: '护林员', workArea: '省外务工' }, { publicPost: '护林员', workArea: '乡（镇）外县内务工' }),
  at('R105', '有岗位收入是 0；没填的不算 0', household({ publicPostIncome: 0 }, { ...head, publicPost: '护林员' }), household({ publicPostIncome: null }, { ...head, publicPost: '护林员' })),
];
