import { ledger } from './ledger.ts';

/** What is done on the spot and where people work: walls-and-forms.md §5.6, sheets.md §1.2 and §1.6. */
export const visitAndWorkLedgers = [
  ledger({
    key: 'visit',
    label: '走访记录',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('on', '走访时间', 'date', { also: ['下乡时间', '走访日期'] }),
      f('by', '走访人', 'name', { also: ['走访干部', '帮扶干部'], secret: 'public' }),
      f('unit', '走访人单位', 'text', { secret: 'public' }),
      f('purpose', '走访目的', 'text', { also: ['走访类型'] }),
      f('content', '走访情况记录', 'text', { also: ['走访内容', '走访情况'], width: 50 }),
      f('signed', '户主是否签名', 'yesNo', { also: ['户主签名', '是否签名'] }),
    ],
    keys: ['on', 'by'],
    year: { of: 'on' },
    sheet: { words: ['走访记录', '走访台账', '入户走访'], marks: ['content', 'signed'], least: 3 },
  }),
  ledger({
    key: 'workPeriod',
    label: '外出务工经历',
    about: 'member',
    department: '人社局',
    fields: (f) => [
      f('from', '外出务工开始时间', 'date', { also: ['务工开始时间', '外出时间'] }),
      f('until', '外出务工结束时间', 'date', { also: ['务工结束时间', '返回时间'] }),
      f('returned', '是否返回', 'yesNo', { also: ['是否返乡'] }),
      f('place', '务工地点', 'text', { also: ['务工地址'] }),
      f('firm', '务工单位', 'text', { width: 36 }),
      f('industry', '务工行业', 'text'),
      f('channel', '务工就业渠道', 'text'),
      f('wage', '务工月收入', 'money', { unit: '元' }),
      f('direct', '是否点对点输出', 'yesNo', { also: ['点对点'] }),
    ],
    keys: ['from'],
    year: { of: 'from' },
    sheet: { words: ['外出务工', '务工台账'], marks: ['returned', 'direct', 'from'], least: 4 },
  }),
  ledger({
    key: 'publicPost',
    label: '公益性岗位台账',
    about: 'member',
    department: '人社局',
    fields: (f) => [
      f('kind', '岗位类型', 'text', { also: ['公益岗位名称', '岗位名称'] }),
      f('from', '聘用时间', 'date', { also: ['上岗时间'] }),
      f('until', '解聘时间', 'date', { also: ['离岗时间'] }),
      f('wage', '岗位月补贴', 'money', { also: ['岗位补贴'], unit: '元' }),
    ],
    keys: ['kind', 'from'],
    sheet: { words: ['公益性岗位', '公益岗位', '公益岗'], marks: ['from', 'until'], least: 2 },
  }),
] as const;
