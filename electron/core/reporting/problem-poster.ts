import type { ProblemRow } from '../../../shared/contract/problems.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { onPaper } from '../../../shared/papers/on-paper.ts';
import type { Paper, TableBlock } from '../../../shared/papers/paper.ts';

/** Wide enough for names and days on one line, on a paper that is read from a metre. */
const columns: TableBlock['columns'] = [
  { head: '序号', share: 2.6, align: 'center' },
  { head: '村', share: 4.2, align: 'center' },
  { head: '问题', share: 8, align: 'left' },
  { head: '来源', share: 3, align: 'center' },
  { head: '责任单位', share: 5, align: 'center' },
  { head: '责任人', share: 4, align: 'center' },
  { head: '整改措施', share: 7.2, align: 'left' },
  { head: '时限', share: 6.4, align: 'center' },
  { head: '销号', share: 6.4, align: 'center' },
];

/** What hangs of a problem: nothing that its fields do not declare to be public, so neither its wording nor a name of the household. */
function line({ values, village, state, overdue }: ProblemRow, at: number): string[] {
  const said = (key: string): string => onPaper('public', values, `problem.${key}`);
  const units = [...new Set([said('lead'), said('unit')].filter((unit) => unit !== ''))];
  const ended = state === 'closed' ? `已销号\n${said('closedOn')}\n${said('closedBy')}` : state === 'proposed' ? '待销号' : overdue ? '逾期未改' : '整改中';
  return [String(at + 1), village, said('posted') || `${said('class') || '其他'}方面的问题`, said('source'), units.join('\n'), said('owner'), said('measure'), said('due'), ended];
}

/** 问题清单上墙: problem, who answers for it, what is done, until when, whether it is closed. */
export function problemPoster(rows: readonly ProblemRow[], { title, today }: { readonly title: string; readonly today: string }): Paper {
  const closed = rows.filter(({ state }) => state === 'closed').length;
  return {
    key: 'problems',
    title: '脱贫攻坚问题整改清单',
    left: title,
    right: `${dayWords(today)}　共 ${rows.length} 个，已销号 ${closed} 个`,
    size: 'a3Wide',
    largest: 20,
    called: '问题清单',
    blocks: [{ kind: 'table', columns, rows: rows.map(line) }],
  };
}
