import { ledger } from './ledger.ts';

/** Transfer items of the detailed sheet of 2019 with 60 columns, in its order: sheets.md §1.4. */
const items = `
奖扶金 特扶金 春节慰问金 低保金 特困供养金 养老保险金 生态补偿金 低保高龄补贴 低保电量补贴 护理补贴 三无人员生活费 困难残疾人生活补贴 重度残疾人护理补贴 孤儿 困境儿童
优抚对象抚恤金 在乡老复员军人 带病回乡退伍军人 参战参试人员 烈士子女 农村籍退役士兵 义务兵优待金 助学 乡医补贴 高龄补贴 遗属补助 职工养老 代课教师 农支地保 棉花补贴 居家托养 残疾学生 残疾子女
教育资助金 老民师 放映员 雨露计划 项目受益 生产贷 村集体发放 慈善 占地补偿 乡村干部退休金 赡养费 其他`.trim().split(/\s+/);

const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'] as const;

export const incomeLedgers = [
  ledger({
    key: 'incomeDetail',
    label: '收入明细（个人）',
    about: 'member',
    department: '扶贫办',
    fields: (f) => items.map((name, at) => f(`item${at + 1}`, `${name}（明细）`, 'money', { also: [name], unit: '元' })),
    sheet: null,
  }),
  ledger({
    key: 'monthlyIncome',
    label: '收入登记（按月）',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('class', '收支类别', 'text', { also: ['类别', '项目', '收入类别'], width: 36 }),
      f('heads', '收支人数', 'count', { also: ['人数'], unit: '人' }),
      f('total', '全年合计', 'money', { also: ['合计', '全年'], unit: '元' }),
      ...months.map((name, at) => f(`month${at + 1}`, name, 'money', { also: [`${at + 1}月份`], unit: '元' })),
      f('remark', '收支备注', 'text', { also: ['备注'] }),
    ],
    keys: ['class'],
    sheet: { words: ['收入登记'], marks: ['month1', 'month12'], least: 10, titled: true },
  }),
] as const;
