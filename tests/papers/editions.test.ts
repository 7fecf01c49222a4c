import { describe, expect, test } from 'vitest';
import { editionCode } from '../../electron/core/reporting/walls/editions.ts';
import { openSampleCore } from './support/print-core.ts';
import { pdfSays } from '../core/support/pdf-text.ts';

type Opened = Awaited<ReturnType<typeof openSampleCore>>;

const revisionOf = async (client: Opened['client']): Promise<number> => (await client.registers.current())?.revision ?? 0;
const all = { scope: 'all' } as const;

/** The sample register, its walls printed. */
async function printed(request: { sheets?: string[]; set?: 'house' | 'village' | 'board' } = {}) {
  const opened = await openSampleCore();
  await opened.client.walls.printing({ year: 2020, of: all, ...request });
  const { rows } = await opened.client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  return { ...opened, rows };
}

describe('what hangs where', () => {
  test('one income changed lists exactly one household, with the sheets on which it stands and what stood there', async () => {
    const { client, rows } = await printed();
    expect(await client.walls.revisit({ year: 2020 })).toEqual([]);
    expect(await client.walls.budget({ year: 2020, of: all, changedSince: 'printed' })).toMatchObject({ sheets: 0, pages: 0, unchanged: 333 });
    await expect(client.walls.file({ year: 2020, of: all, as: 'xlsx', changedSince: 'printed' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
    const row = rows[40];
    const { revision } = await client.tables.edit({ subject: 'households', id: row?.id ?? '', year: 2020, field: 'wageIncome', text: '12345.67', base: await revisionOf(client) });
    const found = await client.walls.revisit({ year: 2020 });
    expect(found.map(({ householdId, called, state }) => [householdId, called, state])).toEqual([[row?.id, row?.values['headName'], 'changed']]);
    expect(found[0]?.sheets.map(({ key, since }) => [key, since])).toEqual([['income', '2020-04-15']]);
    expect(found[0]?.sheets[0]?.changes).toEqual([{ what: '工资性收入 2020年', was: expect.stringMatching(/^[\d,]+\.\d\d$|^$/), now: '12,345.67' }]);
    expect(await client.walls.budget({ year: 2020, of: all, changedSince: 'printed' })).toMatchObject({ sheets: 1, pages: 1, households: 1, unchanged: 332 });
    await client.walls.printing({ year: 2020, of: all, changedSince: 'printed' });
    expect(await client.walls.revisit({ year: 2020 })).toEqual([]);
    // Taken back, the old sheet would have to hang again: paper knows nothing of undo.
    expect((await client.tables.undo()).revision).toBeGreaterThan(revision);
    expect((await client.walls.revisit({ year: 2020 })).map(({ householdId }) => householdId)).toEqual([row?.id]);
  });

  test('a printing that never came out counts for nothing: what hung before hangs, and the changed sheet is to be printed again', async () => {
    const { client, rows } = await printed({ sheets: ['income'] });
    await client.tables.edit({ subject: 'households', id: rows[5]?.id ?? '', year: 2020, field: 'wageIncome', text: '4321', base: await revisionOf(client) });
    const { printing } = await client.walls.printing({ year: 2020, of: all, sheets: ['income'], changedSince: 'printed' });
    expect(await client.walls.revisit({ year: 2020 })).toEqual([]);
    for (let time = 0; time < 2; time++) await client.walls.notPrinted({ printing });
    expect((await client.walls.revisit({ year: 2020 })).map(({ householdId }) => householdId)).toEqual([rows[5]?.id]);
    expect(await client.walls.budget({ year: 2020, of: all, sheets: ['income'], changedSince: 'printed' })).toMatchObject({ sheets: 1 });
    await expect(client.walls.notPrinted({ printing: 9999 })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    // It did leave, and stays noted.
    expect((await client.outgoing.list({})).rows).toHaveLength(2);
  });

  test('the code on a sheet tells since when to look: what was reprinted in between is still other than it was', async () => {
    const { client, rows } = await printed();
    const [first, second] = [rows[3], rows[7]];
    const edit = async (row: typeof first, text: string) => client.tables.edit({ subject: 'households', id: row?.id ?? '', year: 2020, field: 'wageIncome', text, base: await revisionOf(client) });
    const edition = /版次(\w{4}-\w{4})/.exec(await pdfSays(await client.walls.page({ year: 2020, of: { scope: 'household', householdId: first?.id ?? '' }, sheets: ['income'] })))?.[1] ?? '';
    await edit(first, '100');
    await client.walls.printing({ year: 2020, of: all, changedSince: 'printed' });
    await edit(second, '200');
    expect((await client.walls.budget({ year: 2020, of: all, changedSince: 'printed' })).households).toBe(1);
    expect((await client.walls.budget({ year: 2020, of: all, changedSince: edition })).households).toBe(2);
    await expect(client.walls.budget({ year: 2020, of: all, changedSince: '0000-0000' })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  test('an amount that the office changed from a day on stands on the sheets of those whom it meets', async () => {
    const { client } = await printed({ sheets: ['policies'] });
    await client.plan.say({ year: 2020, of: 'seniorAid', what: 'value', from: '2020-04-01', value: '2500', why: '试文' });
    await client.plan.say({ year: 2020, of: 'vocationalAid', what: 'value', from: '2020-09-01', value: '9999', why: '试文' });
    const { rows: pupils } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
    const homes = new Set(pupils.flatMap(({ householdId, values }) => (String(values['schooling']).startsWith('普通高中') ? [householdId] : [])));
    expect(homes.size).toBeGreaterThan(0);
    const found = await client.walls.revisit({ year: 2020 });
    expect(new Set(found.map(({ householdId }) => householdId))).toEqual(homes);
    expect(JSON.stringify(found)).toContain('2,500元/年');
    expect(JSON.stringify(found)).not.toContain('9,999');
  });

  test('a household that went is told to take its sheets down', async () => {
    const { client, rows } = await printed({ sheets: ['income'] });
    const gone = rows[10];
    await client.trash.remove({ entity: 'household', id: gone?.id ?? '', reason: '重复登记', base: await revisionOf(client) });
    const found = await client.walls.revisit({ year: 2020 });
    expect(found.map(({ called, state, where }) => [called, state, where !== ''])).toEqual([[gone?.values['headName'], 'gone', true]]);
  });

  test('a list of a village changes with a household’s group, its notices do not change with the day', async () => {
    const { client, rows } = await printed({ set: 'village' });
    const row = rows[0];
    await client.tables.edit({ subject: 'households', id: row?.id ?? '', year: 2020, field: 'group', text: '九组', base: await revisionOf(client) });
    const found = await client.walls.revisit({ year: 2020 });
    expect(found.map(({ set, called }) => [set, called])).toEqual([['village', row?.values['village']]]);
    expect(found[0]?.sheets.map(({ key }) => key)).toEqual(['villageList', 'villageHelpers']);
  });
});

test('codes differ for different texts, are read over the telephone, and come the same every time', () => {
  expect(editionCode('一')).toBe(editionCode('一'));
  expect(editionCode('一')).not.toBe(editionCode('二'));
  const codes = Array.from({ length: 5000 }, (_, at) => editionCode(String(at)));
  expect(new Set(codes).size).toBe(5000);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
