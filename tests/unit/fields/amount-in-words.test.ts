import { expect, test } from 'vitest';
import { fenOfWords } from '../../../shared/fields/amount-in-words.ts';

test.each([
  ['伍佰元整', 500_00],
  ['壹仟贰佰叁拾肆元伍角陆分', 1234_56],
  ['人民币贰万零叁拾元正', 20_030_00],
  ['拾元', 10_00],
  ['壹亿贰仟万元整', 120_000_000_00],
  ['叁元零伍分', 3_05],
  ['一千二百元', 1200_00],
])('%s', (words, fen) => {
  expect(fenOfWords(words)).toBe(fen);
});

test.each(['', '元', '500元', '伍佰', '伍佰元整整', '约伍佰元'])('%s is no amount in words', (words) => {
  expect(fenOfWords(words)).toBeNull();
});
