import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { contentOf, csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

async function filled() {
  const core = await openTestCore({ now: () => new Date('2020-06-30T10:00:00') });
  const { client } = core;
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, search: '张试一', offset: 0, limit: 1 });
  return { ...core, householdId: rows[0]?.id ?? '' };
}

const card = (client: TestClient, householdId: string, year = 2020) => client.tables.card({ householdId, year });
const refusal = async (work: Promise<unknown>) => {
  const { error } = await safe(work);
  return isDefinedError(error) ? (error as unknown as { data: { code: string } }).data : error;
};

describe('the card of a household', () => {
  it('knows the day by which ages go', async () => {
    const { client, householdId } = await filled();
    expect((await card(client, householdId)).day).toBe('2020-06-30');
    expect((await card(client, householdId, 2019)).day).toBe('2019-12-31');
  });

  it('counts income by the calendar or from October, as the register declares it', async () => {
    const { client, householdId } = await filled();
    const { revision } = await card(client, householdId);
    for (const [field, text] of [['wageIncome', '18000'], ['dibaoMoney', '3600'], ['transferIncome', '3700'], ['totalIncome', '21700'], ['householdSize', '2']] as const) {
      await client.tables.edit({ subject: 'households', id: householdId, year: 2020, field, text, base: revision + 10 });
    }
    const month = (year: number, from: number, to: number, amount: string) =>
      client.tables.addEntry({ subject: 'ledger:monthlyIncome', householdId, year, values: { 'monthlyIncome.class': '二、工资性收入', ...Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [`monthlyIncome.month${from + at}`, amount])) } });
    await month(2019, 10, 12, '2000');
    await month(2020, 1, 9, '1400');
    const line = async (key: string) => (await card(client, householdId)).income.find(({ year }) => year === 2020)?.lines.find((each) => each.key === key);
    expect(await line('wageIncome')).toMatchObject({ stored: 1_800_000, months: 1_260_000 });
    expect(await line('transferIncome')).toMatchObject({ counted: 360_000, difference: -10_000 });
    // 18,000 + 3,700 less nothing, by two.
    expect(await line('perCapitaIncome')).toMatchObject({ stored: null, counted: 1_085_000 });
    await client.cards.setAccountingYear({ counted: 'october' });
    // 3 × 2000 + 9 × 1400
    expect(await line('wageIncome')).toMatchObject({ months: 1_860_000 });
    expect((await card(client, householdId)).accountingYear).toBe('october');
    expect((await client.history.commands({ limit: 1 })).rows[0]).toMatchObject({ kind: 'settings', label: '收入年度改为上年10月—当年9月' });
  });

  it('gets a new year, blank or as the last one without what is counted anew; one undo', async () => {
    const { client, householdId } = await filled();
    const before = await contentOf(client, 2021);
    await client.tables.edit({ subject: 'households', id: householdId, year: 2020, field: 'wageIncome', text: '100', base: 99 });
    await client.tables.edit({ subject: 'households', id: householdId, year: 2020, field: 'safeWater', text: '是', base: 99 });
    const done = await client.cards.addYear({ householdId, year: 2021, copy: true });
    expect(done.label).toBe('张试一：新增 2021 年记录，照 2020 年抄（收入不抄）');
    const told = await card(client, householdId, 2021);
    expect(told.household.values).toMatchObject({ wageIncome: null, safeWater: '是' });
    expect(told.members.map(({ values }) => [values['education'], values['health'], values['workMonths']])).toEqual([['小学', '长期慢性病', null], ['文盲或半文盲', '健康', null]]);
    expect(await refusal(client.cards.addYear({ householdId, year: 2021, copy: false }))).toMatchObject({ code: 'VALUE_REFUSED' });
    await client.tables.undo();
    expect(await contentOf(client, 2021)).toEqual(before);
    await client.cards.addYear({ householdId, year: 2022, copy: false });
    expect((await card(client, householdId, 2022)).members.map(({ values }) => values['education'])).toEqual([null, null]);
  });

  it('pairs helpers with households; each value is a cell with its history', async () => {
    const { client, householdId } = await filled();
    expect(await refusal(client.cards.addHelper({ householdId, values: { helperUnit: '区水利局' } }))).toMatchObject({ code: 'VALUE_REFUSED' });
    await client.cards.addHelper({ householdId, values: { helperName: '赵试帮', helperUnit: '区水利局', helpFrom: '20200101' } });
    const [helper] = (await card(client, householdId)).helpers;
    expect(helper?.values).toMatchObject({ helperName: '赵试帮', helpFrom: '2020-01-01' });
    const { row } = await client.tables.edit({ subject: 'helpers', id: helper?.id ?? '', year: 2020, field: 'helperPhone', text: '19900001111', base: helper?.revision ?? 0 });
    expect(row.values['helperPhone']).toBe('19900001111');
    expect(await client.tables.history({ subject: 'helpers', id: helper?.id ?? '', year: 2020, field: 'helperPhone' })).toMatchObject([{ old: null, new: '19900001111', kind: 'edit' }]);
    expect(await refusal(client.tables.edit({ subject: 'helpers', id: helper?.id ?? '', year: 2020, field: 'village', text: '台地村', base: 99 }))).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await refusal(client.cards.removeHelper({ id: helper?.id ?? '', base: 0 }))).toMatchObject({ code: 'STALE' });
    await client.cards.removeHelper({ id: helper?.id ?? '', base: 99 });
    expect((await card(client, householdId)).helpers).toEqual([]);
    await client.tables.undo();
    expect((await card(client, householdId)).helpers).toHaveLength(1);
    const sheet = await client.papers.exportSheet({ level: 'full', reason: '核对', subject: 'helpers', year: 2020 });
    expect(sheet.name).toBe('帮扶责任人结对_2020年度_1条.xlsx');
    expect((await client.importing.plan({ files: [sheet] })).counts).toMatchObject({ same: 1 });
  });

  it('has neighbours in the order of the grid, within its filter, past further rows of the same household', async () => {
    const { client, householdId } = await filled();
    const around = (subject: 'households' | 'people', rowId: string, search?: string) => client.cards.around({ question: { subject, year: 2020, ...(search === undefined ? {} : { search }) }, rowId });
    const { rows: households } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 9 });
    const { rows: people } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 9 });
    const wang = households[0]?.id ?? '';
    expect(await around('households', householdId)).toEqual({ at: 2, of: 2, previous: { rowId: wang, householdId: wang }, next: null });
    expect(await around('people', people[0]?.id ?? '')).toMatchObject({ at: 1, of: 3, previous: null, next: { rowId: people[1]?.id, householdId } });
    expect(await around('people', people[2]?.id ?? '')).toMatchObject({ previous: { rowId: people[0]?.id, householdId: wang }, next: null });
    expect(await around('households', householdId, '张试一')).toEqual({ at: 1, of: 1, previous: null, next: null });
    expect(await around('households', wang, '张试一')).toMatchObject({ at: null });
  });
});
