import { ledger } from './ledger.ts';

/** What the office keeps of a month's cycle itself: what was sent out, and which step was done by whom with which paper. */
export const monthlyCycleLedgers = [
  ledger({
    key: 'collection',
    label: '填报表发出',
    about: 'nobody',
    department: '扶贫办',
    fields: (f) => [
      f('period', '填报月份', 'month', { secret: 'public' }),
      f('form', '填报表种类', 'text', { secret: 'public' }),
      f('office', '填报单位（发出）', 'text', { secret: 'public' }),
      f('sentOn', '填报表发出日期', 'date', { secret: 'public' }),
      f('due', '填报期限', 'date', { secret: 'public' }),
      f('revision', '发出时的版次', 'count', { secret: 'public' }),
      f('rows', '填报表行数', 'count', { secret: 'public' }),
      f('file', '填报表文件', 'text', { secret: 'public' }),
    ],
    keys: ['period', 'form', 'office'],
    needs: ['period', 'form', 'office', 'sentOn', 'due'],
    year: { of: 'period' },
    sheet: null,
    place: 'plan',
  }),
  ledger({
    key: 'cycleStep',
    label: '月度环节',
    about: 'nobody',
    department: '扶贫办',
    fields: (f) => [
      f('period', '环节月份', 'month', { secret: 'public' }),
      f('step', '环节', 'text', { secret: 'public' }),
      f('on', '环节办理日期', 'date', { secret: 'public' }),
      f('by', '环节经办人', 'name', { secret: 'public' }),
      f('note', '环节说明', 'text', { width: 44 }),
    ],
    keys: ['period', 'step'],
    needs: ['period', 'step', 'on', 'by'],
    year: { of: 'period' },
    sheet: null,
    place: 'plan',
  }),
] as const;
