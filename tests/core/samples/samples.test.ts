import { createRouterClient } from '@orpc/server';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCore } from '../../../electron/core/open-core.ts';
import { sampleFiles, writeSamples } from '../../../electron/core/samples/write-samples.ts';
import { checkCharacter } from '../../../shared/fields/identity-number.ts';
import { contentOf, importAll, openTestCore, temporaryFolder, testHost, type TestClient } from '../support/core.ts';

const filesOf = async (): Promise<File[]> => (await sampleFiles()).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));

async function everyone(client: TestClient, year = 2020) {
  const people = (await client.tables.rows({ subject: 'people', year, offset: 0, limit: 500 })).rows;
  const households = (await client.tables.rows({ subject: 'households', year, offset: 0, limit: 500 })).rows;
  return { people, households };
}

describe('the invented register', () => {
  test('has exactly the margins of the plan of 2020', async () => {
    const { client } = await openTestCore();
    await importAll(client, await filesOf());
    const { people, households } = await everyone(client);
    const sizes = (rows: typeof households): [number, number] => [rows.length, rows.reduce((sum, row) => sum + Number(row.values['householdSize']), 0)];
    expect(sizes(households)).toEqual([111, 208]);
    expect(people).toHaveLength(208);
    expect(sizes(households.filter((row) => Number(row.values['perCapitaIncome']) < 600_000))).toEqual([18, 38]);
    const study = households.filter((row) => row.values['mainCause'] === '因学');
    expect(study).toHaveLength(5);
    const students = people.filter((row) => row.values['schooling'] !== '非在校生');
    expect(students).toHaveLength(11);
    expect(new Set(students.map((row) => row.householdId))).toEqual(new Set(study.map((row) => row.id)));
    const disabled = new Set(people.filter((row) => String(row.values['health']).includes('残疾')).map((row) => row.householdId));
    expect(sizes(households.filter((row) => disabled.has(row.id)))).toEqual([54, 109]);
    expect(people.filter((row) => row.values['dibao'] === '是' || row.values['tekun'] === '是')).toHaveLength(174);
  });

  test('holds nobody real: impossible area, reserved phones, valid check digits, every number once', async () => {
    const { client } = await openTestCore();
    await importAll(client, await filesOf());
    const { people } = await everyone(client);
    const numbers = people.map((row) => String(row.values['identityNo']));
    for (const number of numbers) {
      expect(number).toMatch(/^990504/);
      expect(number[17]).toBe(checkCharacter(number));
    }
    expect(new Set(numbers.map((number) => number.slice(0, 18))).size).toBe(208);
    for (const row of people) expect([null, '1990000']).toContain(row.values['memberPhone'] === null ? null : String(row.values['memberPhone']).slice(0, 7));
    expect(people.some((row) => /[\u{3400}-\u{4dbf}\u{20000}-\u{2ffff}]/u.test(String(row.values['name'])))).toBe(true);
  });

  test('is the same whatever the order of its workbooks, and says "the same" of every row the second time', async () => {
    const files = await filesOf();
    const one = await openTestCore();
    await importAll(one.client, files);
    const two = await openTestCore();
    const three = await openTestCore();
    // Income and helpers cannot come first: they make no household.
    for (const { client, order } of [{ client: two.client, order: [2, 5, 4, 1, 3, 0] }, { client: three.client, order: [3, 0, 2, 5, 4, 1] }]) {
      for (const at of order) {
        const done = await importAll(client, files.slice(at, at + 1));
        expect([at, done.counts.refused, done.counts.conflict]).toEqual([at, 0, 0]);
      }
    }
    for (const year of [2019, 2020]) {
      const content = await contentOf(one.client, year);
      expect(await contentOf(two.client, year)).toEqual(content);
      expect(await contentOf(three.client, year)).toEqual(content);
    }
    const again = await one.client.importing.plan({ files });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, refused: 0 });
    expect(again.absent).toBe(0);
  });

  test('opens as 示例登记册 from the first screen', async () => {
    const folder = temporaryFolder();
    const core = openCore(testHost(folder));
    onTestFinished(() => core.close());
    const client = createRouterClient(core.router, { context: {} });
    const info = await client.registers.openSample();
    expect([info.households, info.people, info.workingYear]).toEqual([111, 208, 2020]);
  });

  test('is written in the shapes in which provincial workbooks come', async () => {
    const folder = join(temporaryFolder(), '示例 表');
    await writeSamples(folder);
    expect(readdirSync(folder).sort()).toEqual((await sampleFiles()).map((file) => file.name).sort());
    const start = (name: string): Buffer => readFileSync(join(folder, name)).subarray(0, 4);
    expect(start('2020年度贫困户人员信息.xls').toString('hex')).toBe('d0cf11e0');
    expect(start('户信息全字段_2020.xlsx').toString('latin1')).toBe('PK\u0003\u0004');
    const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(folder, '人员信息全字段_2020.csv')));
    expect(text.split('\r\n')[1]).toMatch(/^="辽宁省",="本溪市",="明山区",/);
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: await filesOf() });
    const sheets = plan.files.flatMap((file) => file.sheets);
    expect(sheets.map((sheet) => [sheet.kind, sheet.headerRows, sheet.rows])).toEqual([
      ['people', [2], 208],
      ['people', [3], 208],
      ['households', [1], 111],
      ['people', [1], 208],
      ['income', [1], 111],
      ['helpers', [1], 111],
    ]);
    expect(sheets.flatMap((sheet) => sheet.unmapped)).toEqual([]);
    await expect(writeSamples(folder)).rejects.toMatchObject({ code: 'REGISTER_EXISTS' });
  });
});
