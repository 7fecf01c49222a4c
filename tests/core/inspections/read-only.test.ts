import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { safe } from '@orpc/client';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openCore, type CoreClient } from '../../../electron/core/open-core.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Meta } from '../../../shared/contract/procedure.ts';
import { contentOf, csv, importAll, openTestCore } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const start = { occasion: '省级考核', unit: '省考核三组', people: '试检一、试检二' } as const;

/** Every procedure of the contract with what it does to the register. */
const procedures = Object.entries(contract).flatMap(([area, own]) =>
  Object.entries(own as Record<string, { readonly '~orpc': { readonly meta: Meta } }>).map(([name, procedure]) => ({ area, name, meta: procedure['~orpc'].meta })),
);

type Call = (input: unknown) => Promise<unknown>;
const call = (client: CoreClient, { area, name }: { readonly area: string; readonly name: string }): Promise<unknown> => (client as unknown as Record<string, Record<string, Call>>)[area]?.[name]?.({}) ?? Promise.reject(new Error('no such procedure'));

async function refusal(work: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(work);
  return (error as { data?: unknown } | null)?.data;
}

test('while an inspection is under way every writing procedure of the contract is refused in words, and every reading one that would show a household past its log', async () => {
  const { client } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
  const before = { content: await contentOf(client), revision: (await client.registers.current())?.revision };
  await client.inspections.start(start);
  const writing = procedures.filter(({ meta }) => meta.access === 'writes');
  const past = procedures.filter(({ meta }) => meta.access === 'reads' && meta.inspected !== true);
  expect(writing.length).toBeGreaterThan(60);
  for (const each of writing) {
    expect(await refusal(call(client, each)), `${each.area}.${each.name}`).toMatchObject({ code: 'INSPECTING', what: '正在迎检（省级考核，省考核三组），登记册只能看，没有写入', remedy: expect.stringContaining('结束迎检') as string });
  }
  for (const each of past) expect(await refusal(call(client, each)), `${each.area}.${each.name}`).toMatchObject({ code: 'INSPECTING', what: expect.stringContaining('只能看抽中和点名的户') as string });
  // What is left shows nothing of a household that the inspection's own log does not hold.
  expect(procedures.filter(({ meta, area }) => (meta.access === 'reads' && meta.inspected === true && area !== 'inspections') || (meta.access === 'free' && area !== 'jobs' && area !== 'printing')).map(({ area, name }) => `${area}.${name}`).toSorted()).toEqual([
    'app.info', 'importing.compare', 'registers.close', 'registers.create', 'registers.current', 'registers.open', 'registers.openCopy', 'registers.openSample', 'registers.presetAreas', 'registers.recent', 'registers.state', 'reports.list',
  ]);
  // A past day is no way round.
  expect(await refusal(client.registers.current({ asOf: '2020-01-01' }))).toMatchObject({ code: 'INSPECTING' });
  await client.inspections.end({});
  expect({ content: await contentOf(client), revision: (await client.registers.current())?.revision }).toEqual(before);
});

test('it outlives a restart, is ended by its own action alone, and after that the register is written as before', async () => {
  const { client, core, host, path } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
  expect(await refusal(client.inspections.end({}))).toMatchObject({ code: 'NOT_ALLOWED', what: '现在没有在迎检' });
  expect(await refusal(client.inspections.start({ ...start, day: '2099-01-01' }))).toMatchObject({ code: 'VALUE_REFUSED', what: '检查日期还没有到' });
  const { number } = await client.inspections.start(start);
  core.close();
  const again = openCore(host);
  const later: CoreClient = createRouterClient(again.router, { context: {} });
  try {
    await again.openRegister(path);
    expect(await later.registers.current()).toMatchObject({ inspection: { number, occasion: '省级考核', unit: '省考核三组' } });
    expect(await later.registers.state()).toMatchObject({ inspection: number });
    expect(await refusal(later.tables.undo())).toMatchObject({ code: 'INSPECTING' });
    expect(await later.inspections.end({ note: '反馈会已开' })).toMatchObject({ number, endedBy: '试用员', endNote: '反馈会已开' });
    expect(await later.registers.current()).toMatchObject({ inspection: null });
    expect(await later.tables.undo()).toMatchObject({ label: expect.stringContaining('导入') as string });
    expect(await later.inspections.list()).toMatchObject([{ number, endedAt: expect.any(String) as string }]);
  } finally {
    again.close();
  }
});

test('another program looks at a copy of a register under inspection no further than its log', async () => {
  const { client, path, host, folder } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
  await client.inspections.start(start);
  const { household } = await client.inspections.name({ whom: '张试一', reason: '检查组点名' });
  const other = openCore({ ...host, stateFolder: join(folder, 'other') });
  try {
    await expect(other.openRegister(path)).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
    const copy: CoreClient = createRouterClient(other.router, { context: {} });
    await copy.registers.openCopy();
    expect(await refusal(copy.tables.find({ text: '张试一' }))).toMatchObject({ code: 'INSPECTING' });
    expect(await refusal(copy.inspections.look({ household }))).toMatchObject({ code: 'NOT_ALLOWED', what: '您看的是一份副本，只能看' });
  } finally {
    other.close();
  }
});

test('what stands in its log is never changed or removed', async () => {
  const { client, core, path } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
  await client.inspections.start(start);
  const { household } = await client.inspections.name({ whom: '9900000001', reason: '检查组点名' });
  await client.inspections.draw({ count: 1, seed: '7' });
  await client.inspections.look({ household });
  const { number } = await client.inspections.note({ household, result: 'same' });
  await client.inspections.takeBack({ finding: number, reason: '记错了户' });
  await client.inspections.end({});
  core.close();
  const file = new Database(path);
  try {
    for (const table of ['inspection', 'inspectionEnd', 'inspectionDraw', 'inspectionHousehold', 'inspectionShown', 'inspectionResult', 'inspectionTakenBack']) {
      expect(file.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBeGreaterThan(0);
      expect(() => file.exec(`UPDATE ${table} SET who = 'x'`), table).toThrow('never changed');
      expect(() => file.exec(`DELETE FROM ${table}`), table).toThrow('never removed');
    }
  } finally {
    file.close();
  }
});
