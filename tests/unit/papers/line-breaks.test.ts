import { expect, test } from 'vitest';
import { brokenWithin, evenWithin, linesWithin, widestPart } from '../../../shared/papers/line-breaks.ts';

test.each([
  ['全年7,800元', 4.6, '全年|7,800元'],
  ['到现在应有 3 次', 6, '到现在应有|3 次'],
  ['乡（镇）外县内务工11个月', 8, '乡（镇）外县内务|工11个月'],
  ['示财〔2020〕1号', 6, '示财|〔2020〕1号'],
  ['□普通劳动力 □技能劳动力 □无劳动力', 8, '□普通劳动力|□技能劳动力|□无劳动力'],
])('%s keeps number and unit, brackets, a box and its words together', (text, room, lines) => {
  expect(brokenWithin(text, room).join('|')).toBe(lines);
});

test.each([
  ['区农业农村局', 5, '区农业|农村局'],
  ['普通劳动力', 4.3, '普通|劳动力'],
  ['生产生活条件改善', 7, '生产生活|条件改善'],
  ['绩效目标和带贫减贫机制', 6, '绩效目标和|带贫减贫机制'],
  ['已脱贫（享受政策）', 6.5, '已脱贫|（享受政策）'],
  ['关德发、王艳秋', 4.5, '关德发、|王艳秋'],
  ['6000元以下户', 5.2, '6000元|以下户'],
])('%s is broken evenly, at a word, and leaves no character alone', (text, room, lines) => {
  expect(evenWithin(text, room).join('|')).toBe(lines);
  expect(evenWithin(text, room)).toHaveLength(linesWithin(text, room));
});

test('a number that has no room with its unit is not torn for it', () => {
  expect(brokenWithin('1234567.00元', 6)).toEqual(['1234567.00', '元']);
});

test('what should stay whole is told by its width: a day, a number with its unit, a name', () => {
  expect(widestPart('自2020-12-31起')).toBeCloseTo(widestPart('2020-12-31'), 5);
  expect(widestPart('共199****9008')).toBeCloseTo(widestPart('199****9008'), 5);
  expect(widestPart('欧阳淑珍')).toBe(4);
  expect(widestPart('全家享受农村低保')).toBe(1);
});
