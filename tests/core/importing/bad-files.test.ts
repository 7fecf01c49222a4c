import { describe, expect, it } from 'vitest';
import { bareXlsx } from '../../fixtures/workbooks/bare-xlsx.ts';
import { brokenFiles, encryptedXls, type BrokenFile } from '../../fixtures/workbooks/broken-files.ts';
import { contentOf, csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const fileOf = (name: string, bytes: Buffer): File => new File([Uint8Array.from(bytes)], name);

async function filled(): Promise<TestClient> {
  const { client } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
  return client;
}

const refused: readonly (readonly [BrokenFile, string, RegExp])[] = [
  ['empty.xlsx', 'FILE_EMPTY', /空/],
  ['picture.xlsx', 'FILE_NOT_A_WORKBOOK', /图片（PNG）/],
  ['truncated.xlsx', 'FILE_DAMAGED', /损坏/],
  ['encrypted.xlsx', 'FILE_ENCRYPTED', /密码/],
  ['fifty-thousand-columns.xlsx', 'SHEET_TOO_WIDE', /列/],
  ['bomb.xlsx', 'FILE_TOO_LARGE', /膨胀|太大/],
];

describe('a file that cannot be imported', () => {
  it.each(refused)('%s is refused in its own words, and the register is as before', async (name, code, words) => {
    const client = await filled();
    const before = await contentOf(client);
    await expect(client.importing.plan({ files: [fileOf(name, brokenFiles[name]())] })).rejects.toMatchObject({
      data: { code, what: expect.stringMatching(words) as string, where: expect.stringContaining(name) as string, remedy: expect.any(String) as string },
    });
    expect(await contentOf(client)).toEqual(before);
    expect(await client.importing.batches()).toHaveLength(1);
  });

  it('an enciphered .xls is refused in its own words', async () => {
    const client = await filled();
    await expect(client.importing.plan({ files: [fileOf('名单.xls', encryptedXls())] })).rejects.toThrow(/密码/);
  });

  it('messages differ from one another', async () => {
    const client = await filled();
    const told = new Set<string>();
    for (const [name] of refused) {
      await client.importing.plan({ files: [fileOf(name, brokenFiles[name]())] }).catch((error: unknown) => told.add(error instanceof Error ? error.message.replaceAll(name, '') : ''));
    }
    expect(told.size).toBe(refused.length);
  });

  it('among good ones is told beside them, and they go in', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [fileOf('picture.xlsx', brokenFiles['picture.xlsx']()), csv('人员_2020.csv', peopleSheet)] });
    expect(plan.files.find(({ file }) => file === 'picture.xlsx')?.refusal).toMatch(/图片/);
    expect(plan.counts.new).toBeGreaterThan(0);
    await client.importing.commit({ batch: plan.batch });
  });
});

describe('a sheet that holds nothing to import', () => {
  it('without recognisable headers is said to have none', async () => {
    const client = await filled();
    const plan = await client.importing.plan({ files: [fileOf('no-headers.xlsx', brokenFiles['no-headers.xlsx']())] });
    expect(plan.files[0]?.sheets[0]).toMatchObject({ kind: null, reason: expect.stringContaining('没有认出表头') as string });
    expect(plan.counts).toEqual({ new: 0, changed: 0, same: 0, conflict: 0, refused: 0 });
  });

  it('an empty workbook, and one with the header alone, change nothing', async () => {
    const client = await filled();
    const before = await contentOf(client);
    await expect(client.importing.plan({ files: [fileOf('空表.xlsx', bareXlsx([]))] })).rejects.toMatchObject({ data: { code: 'FILE_EMPTY', what: '工作簿里没有内容', where: '空表.xlsx' } });
    const header = await client.importing.plan({ files: [csv('只有表头_2020.csv', [['户编号', '姓名', '证件号码', '与户主关系']])] });
    expect(header.files[0]?.sheets[0]).toMatchObject({ kind: 'people', rows: 0 });
    expect(await contentOf(client)).toEqual(before);
  });
});

describe('awkward cells', () => {
  it('a million blank rows cost nothing and hide nothing', async () => {
    const { client } = await openTestCore();
    const pieces = ['<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>户编号</t></is></c><c r="C1" t="inlineStr"><is><t>人编号</t></is></c><c r="D1" t="inlineStr"><is><t>与户主关系</t></is></c></row>'];
    for (let row = 2; row <= 1_000_001; row += 1) pieces.push(`<row r="${row}"><c r="A${row}" s="1"/></row>`);
    pieces.push('<row r="1000002"><c r="A1000002" t="inlineStr"><is><t>末试一</t></is></c><c r="B1000002" t="inlineStr"><is><t>7</t></is></c><c r="C1000002" t="inlineStr"><is><t>71</t></is></c><c r="D1000002" t="inlineStr"><is><t>户主</t></is></c></row>');
    const done = await importAll(client, [fileOf('人员_2020.xlsx', bareXlsx([], { sheetData: pieces.join(''), formats: [49] }))]);
    expect(done.counts).toMatchObject({ new: 1, refused: 0 });
  });

  it('formulas and =cmd| are kept as texts, run nowhere, and an amount that was never worked out is refused', async () => {
    const { client } = await openTestCore();
    const evil = "=cmd|'/c calc'!A0";
    const done = await importAll(client, [
      fileOf('人员_2020.xlsx', bareXlsx([
        ['户编号', '人编号', '姓名', '与户主关系', '务工企业名称', '人均纯收入'],
        ['1', '11', '赵试一', '户主', evil, { xml: '<c r="F2"><f>NOW()</f></c>' }],
      ])),
    ]);
    expect(done.counts).toMatchObject({ new: 1, refused: 0 });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 });
    expect(rows[0]?.values['workFirm']).toBe(evil);
    expect(rows[0]?.values['perCapitaIncome']).toBeNull();
    const remarked = await client.importing.rows({ batch: done.batch, verdict: 'remarked', offset: 0, limit: 10 });
    expect(remarked.rows[0]?.remarks[0]).toMatchObject({ cell: 'F2' });
  });
});
