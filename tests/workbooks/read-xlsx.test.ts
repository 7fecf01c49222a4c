import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { bareXlsx, xlsxMembers } from '../fixtures/workbooks/bare-xlsx.ts';
import { makeZip } from '../fixtures/workbooks/make-zip.ts';
import { readAll, readRows, refusalOf } from './read-all.ts';

const cellsOf = async (bytes: Uint8Array): Promise<unknown[]> => (await readRows(bytes)).map((row) => row.cells);

describe('values', () => {
  test('numbers keep the characters of the file', async () => {
    const raws = ['9.90000195001010E+17', '990000195001010028', '3000.50', '0.1', '-1', '1E-3'];
    expect(await cellsOf(bareXlsx([raws.map((raw) => ({ raw }))]))).toEqual([raws.map((text) => ({ type: 'number', text }))]);
  });

  test('truth values, errors, ISO dates, and text where a number belongs', async () => {
    const row = [true, { raw: '#N/A', type: 'e' }, { raw: '2019-03-01T08:30:00Z', type: 'd' }, { raw: '2019-03-01', type: 'd' }, { raw: '暂无' }];
    expect(await cellsOf(bareXlsx([row]))).toEqual([
      [
        { type: 'boolean', text: 'TRUE' },
        { type: 'error', text: '#N/A' },
        { type: 'date', text: '2019-03-01 08:30:00' },
        { type: 'date', text: '2019-03-01' },
        '暂无',
      ],
    ]);
  });

  test('formulas give their stored result, and say so when there is none', async () => {
    const row = [
      { xml: '<c r="A1"><f>1+1</f><v>2</v></c>' },
      { xml: '<c r="B1" t="str"><f>"甲"</f><v>甲</v></c>' },
      { xml: '<c r="C1"><f>NOW()</f></c>' },
      { xml: '<c r="D1"><f>NOW()</f><v></v></c>' },
      { xml: '<c r="E1" t="str"><f>""</f><v></v></c>' },
      { xml: '<c r="F1" t="b"><f>1=1</f><v>1</v></c>' },
    ];
    expect(await cellsOf(bareXlsx([row]))).toEqual([
      [{ type: 'number', text: '2' }, '甲', { type: 'error', text: '#公式未计算' }, { type: 'error', text: '#公式未计算' }, '', { type: 'boolean', text: 'TRUE' }],
    ]);
  });

  test('rich text is joined, phonetic guides are left out, escapes are undone', async () => {
    const stringItems =
      '<si><r><t>户主</t></r><r><rPr><b/></rPr><t xml:space="preserve">\n姓名</t></r><rPh sb="0" eb="1"><t>hu</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>一&lt;二&#x4e09;<![CDATA[<&四>]]><!-- 不算 --></t></si><si><t>甲_x000D_\r\n乙</t></si><si/>';
    const row = [0, 1, 2, 3].map((index) => ({ raw: String(index), type: 's' }));
    const inline = { xml: '<c r="E1" t="inlineStr"><is><r><t>粗</t></r><r><t>细</t></r><rPh sb="0" eb="1"><t>cu</t></rPh></is></c>' };
    expect(await cellsOf(bareXlsx([[...row, inline]], { stringItems }))).toEqual([['户主\n姓名', '一<二三<&四>', '甲\r\n乙', '', '粗细']]);
  });

  test('dates are found by format: built-in, Chinese built-in, own; money and elapsed time are numbers', async () => {
    const formats = [14, 31, 57, 22, '[$-804]yyyy"年"m"月"', 'yyyy\\-mm\\-dd', '[DBNum1][$-804]m"月"d"日"', 4, '0.00"mdy"', '[h]:mm', '0.00E+00', '¥#,##0', '[Red]G/通用格式'];
    const row = formats.map((_, at) => ({ raw: '43525', style: at + 1 }));
    const types = ((await readRows(bareXlsx([row], { formats })))[0]?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell : `${cell.type} ${cell.text}`));
    expect(types).toEqual([...Array<string>(7).fill('date 2019-03-01'), ...Array<string>(6).fill('number 43525')]);
  });

  test('serials: both calendars, the day that never was, time of day, out of range', async () => {
    const raws = ['1', '59', '60', '61', '43525.5', '43525.999999', '0.5', '2958465', '2958466', '-1'];
    const read = async (from1904: boolean): Promise<string[]> =>
      ((await readRows(bareXlsx([raws.map((raw) => ({ raw, style: 1 }))], { formats: [14], from1904 })))[0]?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell : cell.text));
    expect(await read(false)).toEqual(['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '2019-03-01 12:00:00', '2019-03-02', '0.5', '9999-12-31', '2958466', '-1']);
    expect((await read(true)).slice(0, 5)).toEqual(['1904-01-02', '1904-02-29', '1904-03-01', '1904-03-02', '2023-03-02 12:00:00']);
  });
});

describe('structure', () => {
  test('row and cell references may be missing or jump', async () => {
    const sheetData = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>';
    const number = (text: string): object => ({ type: 'number', text });
    expect(await readRows(bareXlsx([], { sheetData }))).toEqual([
      { number: 1, cells: [number('1'), '', number('3')] },
      { number: 5, cells: ['', '', number('4'), number('5')] },
      { number: 6, cells: [number('6')] },
    ]);
  });

  test.each(['hidden', 'veryHidden', 'visible'] as const)('a %s sheet', async (state) => {
    const { sheets } = await readAll(bareXlsx([['甲']], { state, sheetName: '表<1>&' }));
    expect(sheets).toMatchObject([{ name: '表<1>&', hidden: state !== 'visible' }]);
  });

  test('a part in UTF-16', async () => {
    const members = xlsxMembers([['姓名', '李䶮']]).map((member) =>
      member.name.includes('sheet1') ? { ...member, content: Buffer.from('\uFEFF' + String(member.content).replace('UTF-8', 'UTF-16'), 'utf16le') } : member,
    );
    expect(await cellsOf(makeZip(members))).toEqual([['姓名', '李䶮']]);
  });

  test('long texts across many pieces of the stream', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => [`第${at}行`, '长'.repeat(at * 7), '尾']);
    expect(await cellsOf(bareXlsx(rows))).toEqual(rows.map((row) => (row[1] === '' ? [row[0], '', '尾'] : row)));
  });

  test('a text index beyond the table is named by its cell', async () => {
    const refusal = await refusalOf(bareXlsx([['甲', { raw: '7', type: 's' }]]), '名册.xlsx');
    expect(refusal.code).toBe('FILE_DAMAGED');
    expect(refusal.message).toContain('B1');
  });
});

describe('reading in batches', () => {
  const bytes = bareXlsx(Array.from({ length: 1203 }, (_, at) => [`第${at}行`]));

  test('of at most 100 rows, and again from the start', async () => {
    const book = await openWorkbook(bytes, '名册.xlsx');
    for (let time = 0; time < 2; time += 1) {
      const sizes: number[] = [];
      for await (const batch of book.sheets[0]?.rows() ?? []) sizes.push(batch.length);
      expect(sizes).toEqual([...Array<number>(12).fill(100), 3]);
    }
    book.close();
  });

  test('other work gets its turn, and a cancel is honoured', async () => {
    const book = await openWorkbook(bytes, '名册.xlsx');
    const stop = new AbortController();
    let batches = 0;
    const reading = async (): Promise<void> => {
      for await (const _ of book.sheets[0]?.rows(stop.signal) ?? []) {
        batches += 1;
        // Runs only if the event loop turns before the next batch.
        setImmediate(() => stop.abort());
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(batches).toBe(1);
  });
});
