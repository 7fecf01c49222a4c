import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headsOf } from '../../../shared/sheets/heads.ts';
import { recognise } from '../../../shared/sheets/recognise.ts';
import { layouts } from '../../../shared/sheets/layouts.ts';

const row = (number: number, cells: readonly string[]) => ({ number, cells });

/** The same header as somebody else types it: blanks, line breaks, full-width brackets. */
const blurred = (header: string, how: number): string => {
  if (how === 0) return header;
  if (how === 1) return header.replaceAll('（', '(').replaceAll('）', ')');
  if (how === 2) return `${header.slice(0, 1)}\n${header.slice(1)}`;
  if (how === 3) return ` ${[...header].join(' ')} `;
  return header.replaceAll('(', '（').replaceAll(')', '）');
};

describe.each(['people', 'households'] as const)('the provincial %s sheet', (subject) => {
  const { columns } = layouts[subject];
  test('is recognised with every column, however its headers are typed, below any titles, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns.length, maxLength: columns.length }),
        fc.integer({ min: 0, max: 3 }),
        fc.shuffledSubarray([...columns.keys()], { minLength: columns.length, maxLength: columns.length }),
        (how, titles, order) => {
          const head = order.map((at, place) => blurred(columns[at]?.[0] ?? '', how[place] ?? 0));
          const rows = [...Array.from({ length: titles }, (_, at) => row(at + 1, ['明山区建档立卡信息表'])), row(titles + 1, head), row(titles + 2, head.map(() => '1'))];
          const found = recognise(rows);
          expect(found?.kind.key).toBe(subject);
          expect(found?.headerRows).toEqual([titles + 1]);
          expect(found?.columns.map(({ target }) => target)).toEqual(order.map((at) => columns[at]?.[1]));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a page of words in one cell heads nothing beside it, and is told once however wide the sheet is', () => {
  const words = '填表说明'.repeat(8000);
  const wide = Array.from({ length: 2000 }, (_, at) => `列${at}`);
  const rows = [row(1, ['说明', words]), row(2, ['姓名', '证件号码', '户编号', '与户主关系', ...wide])];
  const heads = headsOf(rows);
  expect(heads[1]?.header).toBe(`${words} / 证件号码`);
  expect(heads.slice(2).map(({ header }) => header)).toEqual(['户编号', '与户主关系', ...wide]);
  expect(headsOf([row(1, ['', '家庭成员']), row(2, ['户编号', '姓名', '年龄'])]).map(({ header }) => header)).toEqual(['户编号', '家庭成员 / 姓名', '家庭成员 / 年龄']);
});
