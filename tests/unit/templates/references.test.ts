import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiedFormula, mapReferences, renamedFormula, renamedTable, sharedFormula, stretchedFormula, stretchedRange, stretchedRanges } from '../../../electron/core/templates/xlsx/references.ts';

const stretch = { sheet: '名单', at: 8, count: 10 };

describe('a formula after rows were put in below row 8', () => {
  test.each([
    ['SUM(C5:C8)', 'SUM(C5:C18)'],
    ['SUM(C5:C9)', 'SUM(C5:C19)'],
    ['SUM($C$5:$C$8)+C9', 'SUM($C$5:$C$18)+C19'],
    ['C8*2', 'C8*2'],
    ['SUM(C8:C8)', 'SUM(C8:C18)'],
    ['SUM(C8:F8)', 'SUM(C8:F8)'],
    ['SUM(5:8)', 'SUM(5:18)'],
    ['SUM(C:C)', 'SUM(C:C)'],
    ['"C9"&C9', '"C9"&C19'],
    ['其他!C9+名单!C9', '其他!C9+名单!C19'],
    ["'名单'!C9+'其 他'!C9", "'名单'!C19+'其 他'!C9"],
    ["'[旧账.xlsx]名单'!C9+[1]名单!C9", "'[旧账.xlsx]名单'!C9+[1]名单!C9"],
    ['LOG10(C9)+合计C9+C9_旧', 'LOG10(C19)+合计C9+C9_旧'],
    ['表1[[#Totals],[C9]]+C9', '表1[[#Totals],[C9]]+C19'],
    ['IF(C9>1E5,C9,0)', 'IF(C19>1E5,C19,0)'],
    ['SUM(A2:A1048576)', 'SUM(A2:A1048576)'],
  ])('%s', (before, after) => expect(stretchedFormula(before, '名单', stretch)).toBe(after));

  test('in the row itself, a sum across stays in the row; a copy speaks of its own row and of the fixed cells below', () => {
    expect(stretchedFormula('SUM(C8:C8)', '名单', stretch, true)).toBe('SUM(C8:C8)');
    expect(copiedFormula('D8*E8/$H$20+D7', '名单', stretch, 3)).toBe('D11*E11/$H$30+D10');
    expect(sharedFormula('SUM(C5:$E5)*B$2', 3, 1)).toBe('SUM(D8:$E8)*C$2');
    expect(renamedFormula(`名单!A1+'名单'!B2+"名单!"&旧名单!C3`, '名单', '张 三')).toBe(`'张 三'!A1+'张 三'!B2+"名单!"&旧名单!C3`);
  });

  test('one of Excel’s tables that bears another name is called by it, and by nothing that only looks like it', () => {
    expect(renamedTable('SUM(成员[人数])+ROWS(成员)&"成员"&旧成员[成员]+成员!A1+成员(1)+\'成员\'!B2', '成员', '成员_2')).toBe('SUM(成员_2[人数])+ROWS(成员_2)&"成员"&旧成员[成员]+成员!A1+成员(1)+\'成员\'!B2');
  });

  test('an area keeps its height or grows by all of the new rows, and never loses what it held', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 500 }), fc.boolean(), (top, height, at, count, alone) => {
        const [, first, last] = /^B(\d+)(?::C(\d+))?$/.exec(stretchedRange(`B${top}:C${top + height}`, { sheet: '名单', at, count }, alone)) ?? [];
        const [from, to] = [Number(first), Number(last ?? first)];
        const grown = to - from - height;
        expect([0, count]).toContain(grown);
        expect(from).toBe(top > at ? top + count : top);
        // Whatever row was in it is in it still, where it is now.
        for (const row of [top, top + height]) {
          const now = row > at ? row + count : row;
          expect(now >= from && now <= to).toBe(true);
        }
      }),
    );
    expect(stretchedRanges('A1:B2 C8 D9:D9', stretch)).toBe('A1:B2 C8:C18 D19');
  });

  test('what is no reference comes through as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abAB12:$!"\'[](),.+-*/ 名单_#&{}') }), (text) => {
        expect(mapReferences(text, (ref) => ref)).toBe(text);
      }),
    );
  });
});
