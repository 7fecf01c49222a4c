import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { li, peopleSheet } from '../support/people.ts';

const sheet = () => csv('人员2020.csv', peopleSheet);
const withMonths = (months: string) => csv('新2020.csv', peopleSheet.map((row, at) => (at === 2 ? row.map((cell, column) => (column === 9 ? months : cell)) : row)));

const rowOf = async (client: TestClient, name: string) => {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 });
  if (!rows[0]) throw new Error(`no ${name}`);
  return rows[0];
};
const edit = async (client: TestClient, name: string, field: string, text: string) => {
  const { id, revision } = await rowOf(client, name);
  return client.tables.edit({ subject: 'people', id, year: 2020, field, text, base: revision });
};

describe('taking an import back', () => {
  it('leaves the register as it was before', async () => {
    const { client } = await openTestCore();
    const empty = await contentOf(client);
    const first = await importAll(client, [sheet()]);
    const filled = await contentOf(client);
    const second = await importAll(client, [withMonths('11')]);
    expect(await client.importing.undo({ batch: second.batch })).toMatchObject({ reversed: 1, kept: [], failed: [] });
    expect(await contentOf(client)).toEqual(filled);
    const undone = await client.importing.undo({ batch: first.batch });
    expect(undone).toMatchObject({ kept: [], failed: [] });
    expect(await contentOf(client)).toEqual(empty);
    expect((await client.importing.batches()).map(({ batch, state }) => [batch, state])).toEqual([[2, 'undone'], [1, 'undone']]);
  });

  it('keeps what was changed since, and says so', async () => {
    const { client } = await openTestCore();
    const first = await importAll(client, [sheet()]);
    await edit(client, '李试二', 'workMonths', '2');
    const undone = await client.importing.undo({ batch: first.batch });
    expect(undone.kept.map(({ what }) => what).join('\n')).toMatch(/李试二 2020 年 · 新增的这一年留着，务工时间：2/);
    // She and her household came with the import, too, and stay whole for it.
    expect(undone.kept.map(({ what }) => what)).toEqual(expect.arrayContaining([expect.stringContaining('李试二 · 新增的人留着') as string]));
    expect(undone.kept[0]?.why).toMatch(/试用员/);
    expect((await rowOf(client, '李试二')).values['workMonths']).toBe(2);
    // Her household and head stay with her; the other household is gone.
    expect((await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 9 })).total).toBe(1);
  });

  it('works once', async () => {
    const { client } = await openTestCore();
    const { batch } = await importAll(client, [sheet()]);
    await client.importing.undo({ batch });
    await expect(client.importing.undo({ batch })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_UNDO' } });
    await expect(client.importing.undo({ batch: 77 })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_UNDO' } });
  });

  it('can be done again by redo', async () => {
    const { client } = await openTestCore();
    await importAll(client, [sheet()]);
    const filled = await contentOf(client);
    await client.tables.undo();
    expect((await client.importing.batches())[0]?.state).toBe('undone');
    await client.tables.redo();
    expect(await contentOf(client)).toEqual(filled);
    expect((await client.importing.batches())[0]?.state).toBe('committed');
  });
});

describe('undo and redo of edits', () => {
  it('walk back and forth, and survive a restart', async () => {
    const { client, core, path } = await openTestCore();
    await importAll(client, [sheet()]);
    await edit(client, '李试二', 'workMonths', '2');
    await edit(client, '李试二', 'workMonths', '3');
    core.close();
    await core.openRegister(path);
    expect((await client.tables.undoState()).undo).toBe('李试二 · 务工时间：2 → 3');
    expect((await client.tables.undo()).label).toBe('李试二 · 务工时间：2 → 3');
    expect((await client.tables.undo()).label).toBe('李试二 · 务工时间：6 → 2');
    expect((await rowOf(client, '李试二')).values['workMonths']).toBe(6);
    expect((await client.tables.redo()).undo.redo).toBe('李试二 · 务工时间：2 → 3');
    expect((await client.tables.redo()).undo.redo).toBeNull();
    expect((await rowOf(client, '李试二')).values['workMonths']).toBe(3);
    // Something new ends the redo side.
    await client.tables.undo();
    await edit(client, '张试一', 'education', '初中');
    await expect(client.tables.redo()).rejects.toMatchObject({ data: { code: 'NOTHING_TO_UNDO' } });
  });

  it('take back a step out of turn', async () => {
    const { client } = await openTestCore();
    await importAll(client, [sheet()]);
    await edit(client, '李试二', 'workMonths', '2');
    await edit(client, '张试一', 'education', '初中');
    const { rows } = await client.history.commands({});
    const older = rows.find(({ label }) => label.startsWith('李试二'));
    await client.history.undo({ command: older?.command ?? 0 });
    expect((await rowOf(client, '李试二')).values['workMonths']).toBe(6);
    expect((await rowOf(client, '张试一')).values['education']).toBe('初中');
    expect((await client.history.commands({})).rows.find(({ command }) => command === older?.command)?.undoneBy).toBe(4);
    expect((await client.tables.undoState()).undo).toBe('张试一 · 文化程度：小学 → 初中');
  });

  it('bring any row of edits back to where it began', async () => {
    const { client } = await openTestCore();
    await importAll(client, [sheet()]);
    const before = await contentOf(client);
    const anyEdit = fc.oneof(
      fc.record({ name: fc.constantFrom('张试一', '李试二', '王试三'), field: fc.constant('workMonths'), text: fc.integer({ min: 0, max: 12 }).map(String) }),
      fc.record({ name: fc.constantFrom('张试一', '王试三'), field: fc.constant('memberPhone'), text: fc.constantFrom('', '19900000003', '19900000004') }),
      fc.record({ name: fc.constantFrom('李试二', '王试三'), field: fc.constant('totalIncome'), text: fc.integer({ min: 0, max: 1e6 }).map(String) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const start = (await client.history.commands({ limit: 1 })).rows[0]?.command ?? 0;
        for (const { name, field, text } of edits) await edit(client, name, field, text);
        const after = await contentOf(client);
        const made = ((await client.history.commands({ limit: 1 })).rows[0]?.command ?? 0) - start;
        for (let step = 0; step < made; step++) await client.tables.undo();
        expect(await contentOf(client)).toEqual(before);
        for (let step = 0; step < made; step++) await client.tables.redo();
        expect(await contentOf(client)).toEqual(after);
        for (let step = 0; step < made; step++) await client.tables.undo();
      }),
      { numRuns: 25 },
    );
  });
});

describe('the log', () => {
  it('tells every change with its source, of rows that are gone too', async () => {
    const { client } = await openTestCore();
    const { batch } = await importAll(client, [sheet()]);
    await importAll(client, [withMonths('11')]);
    const { rows } = await client.history.commands({});
    expect(rows.map(({ kind, label, changes }) => [kind, label, changes > 0])).toEqual([
      ['import', '导入 新2020.csv', true],
      ['import', '导入 人员2020.csv', true],
    ]);
    const changes = await client.history.changes({ command: 2 });
    expect(changes).toEqual({ total: 1, rows: [{ what: '李试二 2020 年', field: '务工时间', old: '6', new: '11', source: '新2020.csv › J3' }] });
    await client.tables.undo();
    await client.importing.undo({ batch });
    const created = await client.history.changes({ command: 1 });
    expect(created.rows.map(({ what, field }) => `${field} ${what}`)).toContain('新增人 李试二');
  });

  it('tells a record of a ledger by the ledger and whom it is about, also when it is gone', async () => {
    const { client } = await openTestCore();
    await importAll(client, [sheet()]);
    const { batch } = await importAll(client, [csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额'], ['李试二', li, 'A', '500']])]);
    const made = async (command: number): Promise<readonly string[]> => (await client.history.changes({ command })).rows.map(({ what, field }) => `${field} ${what}`);
    expect(await made(2)).toContain('新增台账记录 低保名单 · 李试二');
    const { command } = await client.importing.undo({ batch });
    expect(await made(command)).toContain('删除台账记录 低保名单 · 李试二');
    expect(await made(2)).toContain('新增台账记录 低保名单 · 李试二');
  });

  it('names whose value could not be taken back, though the person is gone', async () => {
    const { client } = await openTestCore();
    const first = await importAll(client, [sheet()]);
    const second = await importAll(client, [withMonths('11')]);
    await edit(client, '李试二', 'workMonths', '6');
    await client.importing.undo({ batch: first.batch });
    expect((await client.importing.undo({ batch: second.batch })).failed).toEqual([{ what: '李试二 2020 年 · 务工时间', why: '这一行后来被删除了' }]);
    expect((await client.importing.undone({ batch: second.batch }))?.failed).toHaveLength(1);
  });

  it('says when something was changed since on the clock of the office, not of Greenwich', async () => {
    const { client } = await openTestCore({ now: () => new Date('2020-06-30T18:05:00.000Z') });
    const { batch } = await importAll(client, [sheet()]);
    await edit(client, '李试二', 'workMonths', '2');
    const { kept } = await client.importing.undo({ batch });
    const hours = new Date('2020-06-30T18:05:00.000Z').getHours();
    expect(kept.map(({ why }) => why).join('\n')).toContain(` ${String(hours).padStart(2, '0')}:05 由 试用员 改过`);
  });
});
