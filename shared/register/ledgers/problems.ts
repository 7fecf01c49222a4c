import { problemClasses, problemModes, problemSources } from '../codes/problem-codes.ts';
import { ledger } from './ledger.ts';

/**
 * Problems with who answers for them and until when: walls-and-forms.md §5.2. What is typed is typed like any record; how a problem
 * ends — done, proposed, closed, opened again — is written by the program alone, which asks for evidence and a second person
 * (core/problems). What may hang on the wall is public; wording and progress may name people and stay inside.
 */
export const problemLedgers = [
  ledger({
    key: 'problem',
    label: '整改台账',
    about: 'household',
    department: '扶贫办',
    fields: (f) => [
      f('class', '问题类别', problemClasses, { secret: 'public' }),
      f('text', '问题内容', 'text', { width: 50 }),
      f('posted', '上墙的问题', 'text', { secret: 'public', width: 40 }),
      f('source', '问题来源', problemSources, { secret: 'public' }),
      f('foundOn', '发现日期', 'date', { secret: 'public' }),
      f('foundBy', '发现人', 'name'),
      f('person', '问题涉及人', 'name'),
      f('project', '问题涉及项目', 'text', { secret: 'public', width: 30 }),
      f('town', '问题所在街道', 'text', { secret: 'public' }),
      f('village', '问题所在村', 'text', { secret: 'public' }),
      f('mode', '整改方式', problemModes, { secret: 'public' }),
      f('lead', '牵头单位', 'text', { secret: 'public' }),
      f('unit', '整改责任单位', 'text', { secret: 'public' }),
      f('owner', '整改责任人', 'name', { secret: 'public' }),
      f('measure', '整改措施', 'text', { secret: 'public', width: 40 }),
      f('due', '整改期限', 'date', { secret: 'public' }),
      f('progress', '整改进展', 'text', { width: 40 }),
      f('rule', '问题规则', 'text'),
      f('finding', '问题疑点编号', 'text'),
      f('doneOn', '整改完成日期', 'date', { secret: 'public' }),
      f('doneBy', '报完成的人', 'name'),
      f('done', '整改完成情况', 'text', { width: 40 }),
      f('evidence', '整改佐证', 'text', { width: 40 }),
      f('proposedOn', '建议销号日期', 'date'),
      f('proposedWhy', '建议销号理由', 'text', { width: 40 }),
      f('closedOn', '销号日期', 'date', { secret: 'public' }),
      f('closedBy', '销号复核人', 'name', { secret: 'public' }),
      f('verdict', '销号复核意见', 'text', { width: 36 }),
      f('reopenedOn', '重新打开日期', 'date'),
      f('reopenedWhy', '重新打开原因', 'text', { width: 36 }),
    ],
    keys: ['text', 'foundOn', 'person', 'finding'],
    needs: ['text', 'source', 'foundOn'],
    made: ['rule', 'finding', 'doneOn', 'doneBy', 'done', 'evidence', 'proposedOn', 'proposedWhy', 'closedOn', 'closedBy', 'verdict', 'reopenedOn', 'reopenedWhy'],
    year: { of: 'foundOn' },
    sheet: null,
  }),
] as const;
