import { problemClasses, problemModes, problemSources } from '../codes/problem-codes.ts';
import { ledger } from './ledger.ts';

/**
 * Problems with who answers for them and until when: walls-and-forms.md §5.2. What is typed is typed like any record; how a problem
 * ends — done, proposed, closed, opened again — is written by the program alone, which asks for evidence and a second person
 * (core/problems); so an inspection's list brings its problems and how far they are, never that one is closed. What may hang on the wall is public; wording and progress may name people and stay inside.
 */
export const problemLedgers = [
  ledger({
    key: 'problem',
    label: '整改台账',
    about: 'household',
    alone: true,
    department: '扶贫办',
    apart: 'dossier',
    evidence: 'evidence',
    fields: (f) => [
      f('class', '问题类别', problemClasses, { secret: 'public', also: ['问题类型', '问题分类', '类别'] }),
      f('text', '问题内容', 'text', { width: 50, also: ['问题', '存在问题', '存在的问题', '问题描述', '问题表现', '问题表述', '具体问题', '发现问题', '发现的问题', '反馈问题', '反馈的问题'] }),
      f('posted', '上墙的问题', 'text', { secret: 'public', width: 40 }),
      f('source', '问题来源', problemSources, { secret: 'public', also: ['来源', '反馈来源'] }),
      f('foundOn', '发现日期', 'date', { secret: 'public', also: ['发现时间', '反馈日期', '反馈时间', '检查日期', '检查时间'] }),
      f('foundBy', '发现人', 'name', { also: ['检查人', '检查人员'] }),
      f('person', '问题涉及人', 'name', { also: ['涉及人', '涉及人员'] }),
      f('project', '问题涉及项目', 'text', { secret: 'public', width: 30, also: ['涉及项目', '项目名称', '项目'] }),
      f('town', '问题所在街道', 'text', { secret: 'public' }),
      f('village', '问题所在村', 'text', { secret: 'public' }),
      f('mode', '整改方式', problemModes, { secret: 'public', also: ['整改类型'] }),
      f('lead', '牵头单位', 'text', { secret: 'public' }),
      f('unit', '整改责任单位', 'text', { secret: 'public', also: ['责任单位', '整改单位', '责任部门'] }),
      f('owner', '整改责任人', 'name', { secret: 'public', also: ['责任人'] }),
      f('measure', '整改措施', 'text', { secret: 'public', width: 40, also: ['措施', '整改要求'] }),
      f('due', '整改期限', 'date', { secret: 'public', also: ['整改时限', '完成时限', '时限'] }),
      f('progress', '整改进展', 'text', { width: 40, also: ['完成情况', '整改情况', '整改落实情况', '进展情况'] }),
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
    sheet: {
      words: ['整改台账', '问题台账', '问题清单', '整改销号', '整改清单', '反馈问题'],
      marks: ['text'],
      told: { source: ['巡视巡察', '督查', '审计', '媒体', '信访', '大排查', '大普查', '自查', '上级反馈'] },
    },
  }),
] as const;
