import { dayWords } from '../../../shared/fields/day-words.ts';
import type { PinnedAnswer } from '../../../shared/contract/pins.ts';
import type { Paper } from '../../../shared/papers/paper.ts';

/** 常问的数: each with its answer, what it counts, as of when, and where it comes from. Counts alone: nobody is named. */
export const pinsPaper = (answers: readonly PinnedAnswer[], year: number, today: string): Paper => ({
  key: 'pins', title: '常问的数', called: '常问的数', left: `${year}年`, right: `截至${dayWords(today)}`, largest: 13, smallest: 10,
  blocks: [{
    kind: 'table',
    columns: [{ head: '序号', share: 7, align: 'center' }, { head: '问的是什么', share: 25, align: 'left' }, { head: '现在是', share: 16, align: 'center' }, { head: '口径', share: 32, align: 'left' }, { head: '从哪里来', share: 20, align: 'left' }],
    rows: answers.map(({ name, answer, means, source, note }, at) => [String(at + 1), name, answer === '' ? '—' : answer, [means, note].filter((part) => part !== '').join('。'), source]),
  }],
});
