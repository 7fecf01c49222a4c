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
    const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', '"', '\n', ',', '990000195001010028', '户主\n姓名')).filter((one) => !one.startsWith('="') && !/[^\P{Cc}\t\n\r]/u.test(one) && one.trim() !== '');
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
  test('stray control characters do not hide a file', async () => {
    expect(await readTexts(Buffer.from('姓名\u0002,乡镇\n赵示例,明山区\n\u001A'))).toEqual([['姓名\u0002', '乡镇'], ['赵示例', '明山区']]);
  });
  test('a byte order mark before garbage', async () => {
    expect((await refusalOf(Buffer.from([0xff, 0xfe, 0, 0, 1, 0, 0, 0]), 'x.csv')).code).toBe('FILE_NOT_A_WORKBOOK');
  });
});

describe('html', () => {
  const page = (tables: string): Buffer => gbk(`<html><head><meta charset="gbk"><style>td{mso:"<td>"}</style><script>if (1<2) "</td>"</script></head><body>${tables}</body></html>`);
  const grids = async (tables: string): Promise<unknown[]> => (await readAll(page(tables), '名册.xls')).sheets.map((sheet) => sheet.rows.map((row) => row.cells));

  test('cells are text; entities, breaks and blanks are undone', async () => {
    const table = `<table><tr><td>赵&nbsp;示例&nbsp;</td><td style='mso-number-format:"\\@"'>990000195001010028</td><td x:num="3000.5">3,000.50</td><td>上 <br/>\n 下</td><td>&nbsp;</td><td>a&lt;b&amp;&#20013;&bad; < 5</td></tr></table>`;
    expect(await grids(table)).toEqual([[['赵 示例', '990000195001010028', '3,000.50', '上\n下', '', 'a<b&中&bad; < 5']]]);
  });
  test('tags that are left open are closed as a browser closes them', async () => {
    expect(await grids('<TABLE><TR><TH>姓名<TH>证件号码<TR><TD>赵示例<TD title="a>b">0012')).toEqual([[['姓名', '证件号码'], ['赵示例', '0012']]]);
  });
  test('spans keep their places', async () => {
    const table = '<table><tr><th rowspan=2>户</th><th colspan="2">人</th><th>注</th></tr><tr><th>姓名</th><th>性别</th><th>二</th></tr><tr></tr><tr><td>1</td><td></td><td>女</td></tr></table>';
    expect((await readAll(page(table), '名册.xls')).sheets[0]?.rows).toEqual([
      { number: 1, cells: ['户', '人', '', '注'] },
      { number: 2, cells: ['', '姓名', '性别', '二'] },
      { number: 4, cells: ['1', '', '女'] },
    ]);
  });
  test('every filled table is a sheet, one inside another too', async () => {
    expect(await grids('<table><tr><td>外<table><tr><td>0012</td></tr></table>层</td></tr></table><table></table><table><caption>标题</caption><tr><td>丙</td></tr></table>')).toEqual([[['外层']], [['0012']], [['标题'], ['丙']]]);
  });
  test('an endless span does not run away, a wide table is refused', async () => {
    expect(await grids('<table><tr><td colspan=999999999 rowspan=999999999>甲</td></tr></table>')).toEqual([[['甲']]]);
    expect((await refusalOf(page(`<table><tr>${'<td>x</td>'.repeat(50_000)}</tr></table>`), '宽.xls')).code).toBe('SHEET_TOO_WIDE');
  });
  test('sheet names that Excel left in a comment', async () => {
    const { sheets } = await readAll(page('<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>贫困户</x:Name></x:ExcelWorksheet></xml><![endif]--><table><tr><td>甲</td></tr></table>'), '名册.xls');
    expect(sheets.map((sheet) => sheet.name)).toEqual(['贫困户']);
  });
});

test('a row number without end in Excel’s XML is refused', async () => {
  const xml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row ss:Index="2000000000"><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>';
  expect((await refusalOf(Buffer.from(xml), '长.xls')).code).toBe('FILE_TOO_LARGE');
});
