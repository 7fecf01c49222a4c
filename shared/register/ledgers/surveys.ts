import { ledger } from './ledger.ts';

/**
 * Forms that are filled in household by household: who went there and who typed it, and a record for each household and item with what
 * the first and the second entry read (core/sweeps). All of it is written by the program, which holds the entries against each other.
 */
export const surveyLedgers = [
  ledger({
    key: 'observed',
    label: '定点观测户',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('since', '观测起始', 'month'),
      f('until', '观测结束', 'month'),
      f('why', '选为观测户的理由', 'text', { width: 40 }),
    ],
    keys: ['since'],
    year: 'none',
    sheet: { words: ['定点观测户'], marks: ['since'], least: 2 },
  }),
  ledger({
    key: 'surveySheet',
    label: '排查普查表',
    about: 'household',
    department: '扶贫办',
    apart: 'everywhere',
    fields: (f) => [
      f('form', '调查表', 'text'),
      f('round', '调查期次', 'text'),
      f('on', '调查日期', 'date'),
      f('by', '调查员', 'name'),
      f('respondent', '受访人', 'name'),
      f('first', '第一遍录入人', 'name'),
      f('second', '第二遍录入人', 'name'),
      f('settledOn', '核定日期', 'date'),
    ],
    keys: ['form', 'round'],
    needs: [],
    made: ['form', 'round', 'on', 'by', 'respondent', 'first', 'second', 'settledOn'],
    year: 'none',
    sheet: null,
    place: 'checks',
  }),
  ledger({
    key: 'surveyAnswer',
    label: '排查普查记录',
    about: 'household',
    department: '扶贫办',
    apart: 'everywhere',
    fields: (f) => [
      f('form', '所属调查表', 'text'),
      f('round', '所属期次', 'text'),
      f('item', '调查项目', 'text'),
      f('answer', '调查结果', 'text'),
      f('reason', '调查说明', 'text', { width: 40 }),
      f('again', '第二遍结果', 'text'),
      f('againReason', '第二遍说明', 'text', { width: 40 }),
    ],
    keys: ['form', 'round', 'item'],
    needs: [],
    made: ['form', 'round', 'item', 'answer', 'reason', 'again', 'againReason'],
    year: 'none',
    sheet: null,
    place: 'checks',
  }),
  ledger({
    key: 'ownForm',
    label: '自设调查表',
    about: 'nobody',
    department: '扶贫办',
    fields: (f) => [f('key', '调查表编号', 'text'), f('text', '调查表内容', 'text', { width: 60 })],
    keys: ['key'],
    year: 'none',
    sheet: null,
    place: 'checks',
  }),
] as const;
