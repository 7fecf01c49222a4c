import { problemStateWords } from '../../../shared/register/problem-state.ts';
import { shown } from '../../../shared/register/show-value.ts';
import type { Command } from '../command.ts';

export const problemsCommand: Command = {
  name: 'problems',
  usage: 'REGISTER [--open|--overdue]',
  about: '整改台账：列出问题、期限、责任人和整改率；--open 只列没有销号的，--overdue 只列逾期的',
  options: { open: { type: 'boolean' }, overdue: { type: 'boolean' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const { rows, rates, days } = await client.problems.list({}, { signal });
    const wanted = rows.filter(({ state, overdue }) => (given.values['overdue'] === true ? overdue : given.values['open'] !== true || state !== 'closed'));
    const sum = rates.at(-1);
    const said = (values: (typeof rows)[number]['values'], key: string): string => shown(`problem.${key}`, values[`problem.${key}`] ?? null);
    return {
      json: { problems: wanted.map(({ id, household, head, town, village, values, state, overdue, evidence }) => ({ id, household, head, town, village, state, overdue, evidence: evidence.length, ...values })), rates, days },
      lines: [
        ...wanted.map(({ household, head, values, state, overdue }) => `${said(values, 'due')}\t${problemStateWords[state]}${overdue ? '（逾期）' : ''}\t户 ${household}\t${String(values['problem.person'] ?? head)}\t${said(values, 'text')}\t${said(values, 'unit')}\t${said(values, 'owner')}`),
        wanted.length === 0 ? '没有这样的问题' : `共 ${wanted.length} 个`,
        ...(sum ? [`整改率 ${sum.rate}%：${sum.total} 个问题，已销号 ${sum.closed} 个，待销号 ${sum.proposed} 个，逾期 ${sum.overdue} 个`] : []),
      ],
    };
  },
};
