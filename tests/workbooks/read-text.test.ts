import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gbk } from '../fixtures/workbooks/gbk.ts';
import { csvText } from '../fixtures/workbooks/text-formats.ts';
import { readAll, readRows, readTexts, refusalOf } from './read-all.ts';

const read = (text: string): Promise<string[][]> => readTexts(Buffer.from(text), '名册.csv');

describe('csv', () => {
  test('="…" is taken off, quoted or not; other cells stay text', async () => {
    expect(await read('="0012",="99000019500101001X","=""0013""",=1+1,1.50,\'5\n')).toEqual([['0012', '99000019500101001X', '0013', '=1+1', '1.50', "'5"]]);
  });
  test('quotes hold delimiters, line breaks and quotes', async () => {
    expect(await read('"a,b","c\r\nd","e""f",g"h\r\n1,2\r\n')).toEqual([['a,b', 'c\r\nd', 'e"f', 'g"h'], ['1', '2']]);
  });
  test('row numbers count empty records; gaps stay', async () => {
    expect(await readRows(Buffer.from('甲,乙\n,,\n\n,丙\n'))).toEqual([
      { number: 1, cells: ['甲', '乙'] },
      { number: 4, cells: ['', '丙'] },
    ]);
  });
  test('the delimiter is guessed outside of quotes, or stated', async () => {
    expect(await read('甲;乙\n"1,2,3,4";5\n')).toEqual([['甲', '乙'], ['1,2,3,4', '5']]);
    expect(await read('甲\t乙\n1,5\t2\n')).toEqual([['甲', '乙'], ['1,5', '2']]);
    expect(await readRows(Buffer.from('sep=|\r\n甲|乙,丙\r\n'))).toEqual([{ number: 2, cells: ['甲', '乙,丙'] }]);
  });
  test('the last line may lack its line break, the last quote its close', async () => {
    expect(await read('甲,乙\n丙,')).toEqual([['甲', '乙'], ['丙']]);
    expect(await read('甲,"乙\n丙')).toEqual([['甲', '乙\n丙']]);
  });
  test('too many columns', async () => {
    expect((await refusalOf(Buffer.from(Array.from({ length: 50_000 }, () => 'x').join(',')), '宽.csv')).code).toBe('SHEET_TOO_WIDE');
  });
  test('any grid of texts reads back', async () => {
    // An edge of ="…" is the wrapper by definition.
    const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', '"', '\n', ',', '990000195001010028', '户主\n姓名')).filter((one) => !one.startsWith('="') && !/[\0-\x08\x0e-\x1f]/.test(one) && one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 }), async (grid) => {
        // Commas outnumber what the cells hold, so the guess is certain.
        const wide = [Array.from({ length: 200 }, () => 'x'), ...grid];
        expect(await read(csvText(wide))).toEqual(wide);
      }),
      { numRuns: 100 },
    );
  });
});

describe('encodings', () => {
  test('one broken character does not change how the rest is read', async () => {
    const lines = '姓名,乡镇\n' + '赵示例,明山区某某镇某某村\n'.repeat(20);
    const asUtf8 = Buffer.concat([Buffer.from(lines), Buffer.from([0xe6, 0x98])]);
    const asGbk = Buffer.concat([gbk(lines), Buffer.from([0xff])]);
    for (const bytes of [asUtf8, asGbk]) expect((await readTexts(bytes)).slice(0, 2)).toEqual([['姓名', '乡镇'], ['赵示例', '明山区某某镇某某村']]);
  });
  test('UTF-16 of either order', async () => {
    const little = Buffer.from('\uFEFF姓名\t李䶮', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) expect(await readTexts(bytes)).toEqual([['姓名', '李䶮']]);
  });
  test('a byte order mark before garbage', async () => {
    expect((await refusalOf(Buffer.from([0xff, 0xfe, 0, 0, 1, 0, 0, 0]), 'x.csv')).code).toBe('FILE_NOT_A_WORKBOOK');
  });
});

describe('html', () => {
  test('cells are text; entities and breaks are undone; every table is a sheet', async () => {
    const page = `<html><head><meta charset="gbk"></head><body><table><tr><th>姓名</th><th>证件号码</th></tr><tr><td>赵&nbsp;示例</td><td style='mso-number-format:"\\@"'>990000195001010028</td><td>3,000.50</td><td>上<br/>下</td></tr></table><table><tr><td>0012</td></tr></table></body></html>`;
    const { format, sheets } = await readAll(gbk(page), '名册.xls');
    expect(format).toBe('html');
    expect(sheets.map((sheet) => sheet.rows.map((row) => row.cells))).toEqual([[['姓名', '证件号码'], ['赵 示例', '990000195001010028', '3,000.50', '上\n下']], [['0012']]]);
  });
});
