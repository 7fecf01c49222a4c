import { isDefinedError, safe } from '@orpc/client';
import type { AnyContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { besideTheLog } from '../../../electron/core/past/beside-the-log.ts';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { loggedColumns } from '../../../electron/core/storage/row-store.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { csv, importAll, type TestClient } from '../support/core.ts';
import { peopleSheet, wang, zhang } from '../support/people.ts';
import { everything, openOn } from './support.ts';

const people = (months = '6', without = '') => csv('人员2020.csv', peopleSheet.filter((row) => without === '' || row[4] !== without).map((row, at) => (at === 2 ? row.map((cell, column) => (column === 9 ? months : cell)) : row)));
const dibao = (amount: string) => csv('低保名单2020.csv', [['姓名', '身份证号', '低保类别', '低保金额', '年度'], ['张试一', zhang, 'A类', amount, '2020'], ['王试三', wang, 'B类', '300', '2020']]);
const row = async (client: TestClient, name: string) => (await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 })).rows[0];
const edit = async (client: TestClient, name: string, field: string, text: string): Promise<void> => {
  const found = await row(client, name);
  if (found) await client.tables.edit({ subject: 'people', id: found.id, year: 2020, field, text, base: 1_000_000 });
};

type Step = (client: TestClient) => Promise<unknown>;

/** What a clerk may do in a day; what cannot be done just then is refused, and is no command. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ name: fc.constantFrom('张试一', '李试二', '王试三'), field: fc.constantFrom('workMonths', 'memberPhone', 'education', 'village', 'totalIncome', 'name', 'relation'), text: fc.constantFrom('', '3', '19900000005', '初中', '台地村', '李试二', '户主', '配偶', '1200') }).map(
    ({ name, field, text }): Step => (client) => edit(client, name, field, text),
  ),
  fc.record({ months: fc.constantFrom('1', '6', '9'), without: fc.constantFrom('', '王试三') }).map(({ months, without }): Step => (client) => importAll(client, [people(months, without)])),
  fc.constantFrom('500', '700').map((amount): Step => (client) => importAll(client, [dibao(amount)])),
  fc.constant<Step>(async (client) => {
    const person = await row(client, '李试二');
    return client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: person?.id ?? '', year: 2020, values: { 'dibaoList.amount': '120' } });
  }),
  fc.constant<Step>(async (client) => {
    const [first] = (await client.tables.rows({ subject: 'ledger:dibaoList', year: 2020, offset: 0, limit: 1 })).rows;
    return client.tables.removeEntry({ subject: 'ledger:dibaoList', id: first?.id ?? '', base: 1_000_000 });
  }),
  fc.constant<Step>((client) => client.tables.undo()),
  fc.constant<Step>((client) => client.tables.undo()),
  fc.constant<Step>((client) => client.tables.redo()),
  fc.nat(20).map((batch): Step => (client) => client.importing.undo({ batch })),
  fc.nat(20).map((command): Step => (client) => client.history.undo({ command })),
);

const dayAfter = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);

describe('the register as of a day', () => {
  it('is at the end of every day what it was then, cell by cell, whatever happened since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ days: fc.integer({ min: 0, max: 3 }), step: anyStep }), { minLength: 3, maxLength: 14 }), async (steps) => {
        const { client, core, path, turnTo } = await openOn('2020-01-01');
        const then = new Map<string, unknown>();
        let at = 0;
        await importAll(client, [people()]);
        for (const { days, step } of steps) {
          then.set(dayAfter(at), await everything(client));
          at += days;
          turnTo(dayAfter(at));
          await safe(step(client));
        }
        then.set(dayAfter(at), await everything(client));
        turnTo(dayAfter(at + 40));
        for (const [day, was] of then) expect(await everything(client, day)).toEqual(was);
        // The same from the file, without anything kept in memory.
        core.close();
        await core.openRegister(path);
        for (const [day, was] of [...then].toReversed()) expect(await everything(client, day)).toEqual(was);
        core.close();
      }),
      { numRuns: 6 },
    );
  });

  it('was empty before anything came, and on a day without work what the day before left', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    const filled = await everything(client);
    turnTo('2020-06-30');
    await edit(client, '李试二', 'workMonths', '2');
    expect((await everything(client, '2020-02-02')).tables.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await everything(client, '2020-03-31')).tables).toEqual(filled.tables);
    expect((await everything(client, '2020-06-30')).tables).toEqual((await everything(client)).tables);
  });

  it('counts ages and days as they were counted then', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [csv('人员2020.csv', peopleSheet.map((cells, at) => (at === 2 ? cells.with(5, '') : cells)))]);
    const then = await client.checking.run({});
    turnTo('2024-06-30');
    expect(await client.checking.run({ asOf: '2020-02-03' })).toEqual(then);
  });

  it('counts “this month” and the marks of the rules as of that day, also where nothing came since', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    turnTo('2020-03-30');
    await edit(client, '李试二', 'workMonths', '2');
    const asked = async (asOf?: string) => (await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: '', test: 'group', group: 'changedThisMonth' }], offset: 0, limit: 9, ...(asOf === undefined ? {} : { asOf }) })).total;
    const marks = async (asOf: string) => client.views.marks({ subject: 'people', year: 2020, ids: (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 9, asOf })).rows.map(({ id }) => id), asOf });
    const marksThen = await marks('2020-02-03');
    turnTo('2020-07-01');
    expect(await asked()).toBe(0);
    expect(await asked('2020-03-31')).toBe(1);
    expect(await asked('2020-04-20')).toBe(0);
    expect(await asked('2020-03-15')).toBe(0);
    expect(await asked('2020-02-28')).toBe(3);
    expect(await asked()).toBe(0);
    expect(await marks('2020-02-03')).toEqual(marksThen);
  });

  it('cannot be written, whatever is tried, and says so', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    turnTo('2020-06-30');
    const found = await row(client, '李试二');
    const { error } = await safe(client.tables.edit({ subject: 'people', id: found?.id ?? '', year: 2020, field: 'education', text: '初中', base: 9, ...({ asOf: '2020-03-31' } as object) }));
    expect(isDefinedError(error) && error.data).toEqual({ code: 'NOT_ALLOWED', what: '您正在看 2020年3月31日 的登记册，只能看', remedy: '要改，请先回到今天' });
    expect((await row(client, '李试二'))?.values['education']).toBe('文盲或半文盲');
  });

  it('refuses every procedure of the contract that does not say that it reads, before anything else is asked', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    turnTo('2020-06-30');
    const writing = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.entries(procedures as Record<string, AnyContractProcedure>)
        .filter(([, procedure]) => (procedure['~orpc'].meta as { access: string }).access === 'writes')
        .map(([name]) => [area, name] as const),
    );
    expect(writing.map((path) => path.join('.'))).toEqual(expect.arrayContaining(['tables.edit', 'tables.undo', 'importing.commit', 'registers.saveSettings', 'history.undo']));
    for (const [area, name] of writing) {
      const call = (client[area as keyof TestClient] as unknown as Record<string, (input: object) => Promise<unknown>>)[name];
      expect({ name, error: (await safe(call?.({ asOf: '2020-03-31' }) ?? Promise.resolve())).error }).toMatchObject({ name, error: { data: { code: 'NOT_ALLOWED' } } });
    }
  });

  it('answers of its blocks whatever the revision that the page has, read before or not', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    turnTo('2020-06-30');
    await edit(client, '李试二', 'workMonths', '2');
    const revision = (await client.registers.current())?.revision ?? 0;
    const question = { subject: 'people' as const, year: 2020, sorts: [{ field: 'memberNo', descending: false }] };
    const fields = ['workMonths'];
    const asked = { question, revision, asOf: '2020-03-31' };
    const block = await client.blocks.read({ ...asked, area: { from: 0, to: 2, fields } });
    expect(block.rows.flat().map(({ value }) => value)).toEqual([null, 6, null]);
    expect((await client.blocks.read({ question, revision, area: { from: 0, to: 2, fields } })).rows.flat().map(({ value }) => value)).toEqual([null, 2, null]);
    expect(await client.blocks.read({ ...asked, revision: 0, area: { from: 0, to: 2, fields } })).toEqual(block);
    expect(await client.blocks.measure({ ...asked, areas: [{ from: 0, to: 2, fields }] })).toMatchObject({ sum: 6, filled: 1 });
    expect(await client.blocks.findCell({ ...asked, text: '6', fields, after: { row: 0, field: 'workMonths' } })).toEqual({ at: { row: 1, field: 'workMonths' }, matches: 1 });
    expect(await client.blocks.edge({ ...asked, row: 0, field: 'workMonths', down: true })).toBe(1);
  });

  it('is refused for days that are none, and for days to come', async () => {
    const { client } = await openOn('2020-02-03');
    const asked = async (asOf: string) => ((await safe(client.tables.ledgers({ asOf }))).error as { data?: { code: string; what: string } } | null)?.data;
    expect(await asked('2020-02-30')).toMatchObject({ code: 'WRONG_USAGE' });
    expect(await asked('昨天')).toMatchObject({ code: 'WRONG_USAGE' });
    expect(await asked('2020-02-04')).toMatchObject({ code: 'NOT_FOUND', what: '2020年2月4日还没有到' });
    expect(await asked('2020-02-03')).toBeUndefined();
  });

  it('keeps what the log does not hold as it is today, and what was read of a past day is never kept', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    turnTo('2020-06-30');
    await client.registers.saveSettings({ name: '新名', office: '办', workingYear: 2021 });
    expect(await client.registers.current({ asOf: '2020-02-03' })).toMatchObject({ name: '新名', workingYear: 2021, people: 3, revision: 1 });
    await client.registers.saveSettings({ name: '又一名', office: '办', workingYear: 2020 });
    expect(await client.registers.current({ asOf: '2020-02-03' })).toMatchObject({ name: '又一名' });
  });

  it('decides of every table of a register whether it goes back with the day', async () => {
    const { core, path } = await openOn('2020-02-03');
    core.close();
    const register = openRegisterFile(path, { who: '', now: () => new Date() });
    onTestFinished(() => register.close());
    const tables = register.sql("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[];
    expect([...Object.keys(besideTheLog), ...Object.keys(loggedColumns), 'command', 'change'].toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it('knows its order where the clock did not: a day that ran a year ahead, a clock that fell back', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    const step = async (day: string, months: string): Promise<void> => {
      turnTo(day);
      await edit(client, '李试二', 'workMonths', months);
    };
    await step('2020-03-01', '1');
    // Somebody set the year wrong for an afternoon.
    await step('2021-03-02', '2');
    await step('2020-03-03', '3');
    await step('2020-06-01', '7');
    await step('2020-06-01', '4');
    // The battery was empty.
    await step('2010-01-01', '5');
    await step('2020-06-30', '6');
    turnTo('2022-01-01');
    const on = async (asOf: string) => [(await client.tables.rows({ subject: 'people', year: 2020, search: '李试二', offset: 0, limit: 1, asOf })).rows[0]?.values['workMonths'], (await client.registers.current({ asOf }))?.past?.misdated];
    expect(await on('2020-02-29')).toEqual([6, 1]);
    expect(await on('2020-03-01')).toEqual([1, 1]);
    expect(await on('2020-03-31')).toEqual([3, 2]);
    expect(await on('2020-06-15')).toEqual([5, 1]);
    expect(await on('2020-07-01')).toEqual([6, 1]);
    expect(await on('2021-12-31')).toEqual([6, 0]);
    expect((await client.registers.current({ asOf: '2020-02-29' }))?.past).toMatchObject({ day: '2020-02-29', lastAt: new Date('2020-02-03T12:00:00').toISOString() });
  });

  it('exports the sheet of that day, which tells apart what changed since', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [people()]);
    turnTo('2020-06-30');
    await edit(client, '李试二', 'workMonths', '2');
    const sheet = await client.papers.exportSheet({ level: 'full', reason: '核对', subject: 'people', year: 2020, asOf: '2020-03-31' });
    expect((await client.importing.plan({ files: [sheet] })).counts).toMatchObject({ same: 2, conflict: 1 });
  });
});
