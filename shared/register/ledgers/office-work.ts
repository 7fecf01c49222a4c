import { ledger } from './ledger.ts';

/** What the office itself writes down beside the register. */
export const officeLedgers = [
  ledger({
    key: 'reportNote',
    label: '报表填写内容',
    about: 'nobody',
    department: '扶贫办',
    fields: (f) => [
      f('report', '报表', 'text'),
      f('period', '报表期间', 'text'),
      f('place', '所在栏目', 'text', { width: 40 }),
      f('text', '填写内容', 'text', { width: 60 }),
    ],
    keys: ['report', 'period', 'place'],
    year: 'none',
    sheet: null,
    place: 'reports',
  }),
  ledger({
    key: 'pin',
    label: '常问的数',
    about: 'nobody',
    department: '扶贫办',
    fields: (f) => [
      f('name', '问的是什么', 'text', { width: 40 }),
      f('means', '口径', 'text', { width: 60 }),
      f('question', '表和条件', 'text', { width: 60 }),
      f('report', '哪张报表', 'text'),
      f('figure', '哪一个数', 'text', { width: 40 }),
    ],
    keys: ['name'],
    made: ['question', 'report', 'figure'],
    year: 'none',
    sheet: null,
    place: 'checks',
  }),
] as const;
