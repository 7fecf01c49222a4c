import { describe, expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { li, peopleSheet, wang, zhang } from '../support/people.ts';

const head = peopleSheet[0] ?? [];
const people = async (client: TestClient, year = 2020) => (await client.tables.rows({ subject: 'people', year, offset: 0, limit: 100 })).rows;
const person = async (client: TestClient, name: string, year = 2020) => {
  const found = (await people(client, year)).find(({ values }) => values['name'] === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const households = async (client: TestClient) => (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 100 })).rows;
const plan = (client: TestClient, ...files: File[]) => client.importing.plan({ files });
/** The sheet with one cell changed. */
const changed = (row: number, header: string, value: string) =>
  peopleSheet.map((cells, at) => (at === row ? cells.map((cell, column) => (head[column] === header ? value : cell)) : cells));

describe('a people sheet', () => {
  it('makes its people and, with them, their households', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    expect(done.counts).toEqual({ new: 3, changed: 0, same: 0, conflict: 0, refused: 0 });
    expect(done.writes).toMatchObject({ households: 2, people: 3 });
    const sheet = done.files[0]?.sheets[0];
    expect(sheet).toMatchObject({ kind: 'people', headerRows: [1], year: 2020, yearFrom: 'file name', unmapped: [], rows: 3 });
    const homes = await households(client);
    expect(homes.map(({ values }) => [values['householdNo'], values['headName'], values['village'], values['householdPhone']])).toEqual([
      // The office walks 卧龙街道 before 高台子街道.
      ['9900000002', '王试三', '金坑村', '19900000002'],
      ['9900000001', '张试一', '台地村', '19900000001'],
    ]);
    const second = await person(client, '李试二');
    // What the identity number tells is filled in.
    expect(second.values).toMatchObject({ sex: '女', birthDate: '1961-07-25', relation: '配偶', workMonths: 6, headName: '张试一' });
  });

  it('says the same of every row when it comes again', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await plan(client, csv('人员2020.csv', peopleSheet));
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, conflict: 0, refused: 0 });
    expect(again.absent).toBe(0);
  });

  it('keeps columns that it does not know, under their own header', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', peopleSheet.map((row, at) => [...row, at === 0 ? '村里备注' : `备注${at}`]))]);
    expect(done.files[0]?.sheets[0]?.unmapped).toEqual([{ column: 'L', header: '村里备注' }]);
    expect((await person(client, '王试三')).extra).toEqual({ 村里备注: '备注3' });
  });

  it('never wipes a value by a blank', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await importAll(client, [csv('人员2020.csv', changed(1, '健康状况', ''))]);
    expect(again.counts.same).toBe(3);
    expect((await person(client, '张试一')).values['health']).toBe('长期慢性病');
  });

  it('shows a changed value with old and new, and writes where it came from', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await plan(client, csv('新人员2020.csv', changed(2, '务工时间（月）', '9')));
    expect(again.counts).toMatchObject({ changed: 1, same: 2 });
    const { rows } = await client.importing.rows({ batch: again.batch, verdict: 'changed' });
    expect(rows[0]).toMatchObject({ row: 3, name: '李试二', changes: [{ field: 'workMonths', old: 6, new: 9 }] });
    await client.importing.commit({ batch: again.batch });
    const { id, values } = await person(client, '李试二');
    expect(values['workMonths']).toBe(9);
    const history = await client.tables.history({ subject: 'people', id, year: 2020, field: 'workMonths' });
    expect(history.map(({ old, new: value, kind, department, file, cell }) => ({ old, value, kind, department, file, cell }))).toEqual([
      { old: 6, value: 9, kind: 'import', department: '扶贫办', file: '新人员2020.csv', cell: 'J3' },
      { old: null, value: 6, kind: 'import', department: '扶贫办', file: '人员2020.csv', cell: 'J3' },
    ]);
  });

  it('lists who is missing in it, and deletes nobody', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await plan(client, csv('人员2020.csv', [...peopleSheet.slice(0, 2), ...peopleSheet.slice(3)]));
    expect(again.absent).toBe(1);
    expect((await client.importing.absent({ batch: again.batch })).rows).toMatchObject([{ name: '李试二', householdNo: '9900000001' }]);
    await client.importing.commit({ batch: again.batch });
    expect(await people(client)).toHaveLength(3);
  });

  it('misses nobody in a list of some beside the list of all', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    // Without places, so that each is held against the whole register.
    const placeless = peopleSheet.map((row) => row.filter((_, at) => at !== 2 && at !== 3));
    const some = csv('街道2020.csv', placeless.slice(0, 2));
    expect(await plan(client, some)).toMatchObject({ absent: 2, events: 1 });
    const both = await plan(client, some, csv('人员2020.csv', placeless.slice(0, 3)));
    expect((await client.importing.absent({ batch: both.batch })).rows.map(({ name }) => name)).toEqual(['王试三']);
    expect(both).toMatchObject({ absent: 1, events: 0 });
    // Who is gone is an event of the list that has the others of the household, whichever comes first.
    const gone = await plan(client, csv('甲街道2020.csv', [placeless[0] ?? [], placeless[3] ?? []]), csv('人员2020.csv', [...placeless.slice(0, 2), ...placeless.slice(3)]));
    expect(gone).toMatchObject({ absent: 1, events: 1 });
  });

  it('looks for the missing only in the village that the sheet is about', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await plan(client, csv('人员2020.csv', peopleSheet.slice(0, 2)));
    expect((await client.importing.absent({ batch: again.batch })).rows.map(({ name }) => name)).toEqual(['李试二']);
  });
});

describe('who is meant', () => {
  it('meets a disabled certificate with its identity number', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await importAll(client, [csv('残联2020.csv', [['姓名', '证件号码', '户编号', '健康状况'], ['王试三', `${wang}42`, '9900000002', '残疾']])]);
    expect(again.counts.new).toBe(0);
    expect(await people(client)).toHaveLength(3);
    expect((await person(client, '王试三')).values['identityNo']).toBe(`${wang}42`);
  });

  it('knows a person by 人编号 when the identity number is missing, and by name in the household when both are', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const byNo = [head, ['9900000001', '990000000102', '', '', '李试二', '', '', '', '', '7', '']];
    const byName = [head, ['9900000001', '', '', '', '李试二', '', '', '', '', '8', '']];
    expect((await importAll(client, [csv('甲2020.csv', byNo)])).counts).toMatchObject({ changed: 1, new: 0 });
    expect((await importAll(client, [csv('乙2020.csv', byName)])).counts).toMatchObject({ changed: 1, new: 0 });
    expect((await person(client, '李试二')).values['workMonths']).toBe(8);
    expect(await people(client)).toHaveLength(3);
  });

  it('never moves a person to another household', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await importAll(client, [csv('人员2020.csv', changed(2, '户编号', '9900000002'))]);
    expect(again.counts.conflict).toBe(1);
    expect((await person(client, '李试二')).values['householdNo']).toBe('9900000001');
  });

  it('takes a person who stands twice in a sheet once, and says so', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', [...peopleSheet, peopleSheet[2] ?? []])]);
    expect(done.writes.people).toBe(3);
    const { rows } = await client.importing.rows({ batch: done.batch, verdict: 'remarked' });
    expect(rows[0]?.remarks[0]).toMatchObject({ rule: 'R009' });
    expect(await people(client)).toHaveLength(3);
  });
});

describe('household and people sheets together', () => {
  const householdSheet = [
    ['户编号', '户主姓名', '户主证件号码', '村', '年度', '年收入', '主要致贫原因'],
    ['9900000001', '张试一', zhang, '台地村', '2020', '12,000.50', '因病'],
    ['9900000002', '王试三', wang, '金坑村', '2020', '8000', '因残'],
  ];

  it.each([
    ['people first', ['people', 'households']],
    ['households first', ['households', 'people']],
  ] as const)('complete each other, %s', async (_, order) => {
    const { client } = await openTestCore();
    const sheets = { people: () => csv('人员2020.csv', peopleSheet), households: () => csv('户2020.csv', householdSheet) };
    for (const name of order) {
      const done = await importAll(client, [sheets[name]()]);
      expect(done.counts).toMatchObject({ conflict: 0, refused: 0 });
    }
    expect(await people(client)).toHaveLength(3);
    // Money is held in whole fen.
    expect((await households(client)).map(({ values }) => [values['headName'], values['totalIncome'], values['mainCause']])).toEqual([
      ['王试三', 800_000, '因残'],
      ['张试一', 1_200_050, '因病'],
    ]);
    for (const name of order) expect((await plan(client, sheets[name]())).counts).toMatchObject({ new: 0, changed: 0, conflict: 0, refused: 0 });
  });

  it('go in together in one drop, in any order of the files', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('户2020.csv', householdSheet), csv('人员2020.csv', peopleSheet)]);
    expect(done.writes).toMatchObject({ households: 2, people: 3 });
    expect(done.counts).toMatchObject({ conflict: 0, refused: 0 });
  });
});

describe('the year', () => {
  it('comes from the 年度 column, row by row', async () => {
    const { client } = await openTestCore();
    const sheet = [
      ['户编号', '姓名', '证件号码', '年度', '健康状况', '与户主关系'],
      ['9900000001', '张试一', zhang, '2019', '健康', '户主'],
      ['9900000001', '张试一', zhang, '2020', '长期慢性病', '户主'],
    ];
    const done = await importAll(client, [csv('两年.csv', sheet)]);
    expect(done.files[0]?.sheets[0]).toMatchObject({ year: null, yearFrom: 'column', remarks: 0 });
    expect((await person(client, '张试一', 2019)).values['health']).toBe('健康');
    expect((await person(client, '张试一', 2020)).values['health']).toBe('长期慢性病');
    expect((await client.registers.current())?.years).toEqual([2020, 2019]);
  });

  it('is asked for where it stands nowhere, and taken when given', async () => {
    const { client } = await openTestCore();
    expect((await plan(client, csv('人员.csv', peopleSheet))).needsYear).toBe(true);
    const given = await client.importing.plan({ files: [csv('人员.csv', peopleSheet)], year: 2019 });
    expect(given.needsYear).toBe(false);
    await client.importing.commit({ batch: given.batch });
    expect((await person(client, '李试二', 2019)).values['workMonths']).toBe(6);
    expect((await person(client, '李试二', 2020)).values['workMonths']).toBeNull();
  });
});

describe('what is damaged', () => {
  it.each([
    ['scientific notation', '9.90504E+17', 'R016'],
    ['a missing digit', zhang.slice(0, 17), 'R001'],
    ['letters', `${zhang.slice(0, 10)}AB${zhang.slice(12)}`, 'R001'],
  ])('refuses the whole row for %s', async (_, value, rule) => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', changed(1, '证件号码', value))]);
    expect(done.counts).toMatchObject({ refused: 1, new: 2 });
    const { rows } = await client.importing.rows({ batch: done.batch, verdict: 'refused' });
    expect(rows[0]?.remarks[0]).toMatchObject({ cell: 'F2', value, rule, effect: 'row' });
    expect(rows[0]?.remarks[0]?.remedy).not.toBe('');
  });

  it('takes a wrong check digit in as written, and flags it', async () => {
    const { client } = await openTestCore();
    const wrong = `${li.slice(0, 17)}${li.endsWith('1') ? '2' : '1'}`;
    const done = await importAll(client, [csv('人员2020.csv', changed(2, '证件号码', wrong))]);
    expect(done.counts).toMatchObject({ refused: 0, new: 3 });
    const { rows } = await client.importing.rows({ batch: done.batch, verdict: 'remarked' });
    expect(rows[0]?.remarks[0]).toMatchObject({ cell: 'F3', rule: 'R003', effect: 'flagged' });
    expect((await person(client, '李试二')).values['identityNo']).toBe(wrong);
  });

  it.each([
    ['full width', [...zhang].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')],
    ['blanks and a line break', `${zhang.slice(0, 6)} ${zhang.slice(6, 14)}\n${zhang.slice(14)}`],
    ['an apostrophe', `'${zhang}`],
    ['="…"', `="${zhang}"`],
    ['a lower-case x', zhang.toLowerCase()],
  ])('repairs %s without asking', async (_, value) => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', changed(1, '证件号码', value))]);
    expect(done.files[0]?.sheets[0]?.remarks).toBe(0);
    expect((await person(client, '张试一')).values['identityNo']).toBe(zhang);
  });

  it('takes a row without a cell that makes no sense, and tells the cell', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', changed(2, '务工时间（月）', '半年多'))]);
    expect(done.counts.new).toBe(3);
    const { rows } = await client.importing.rows({ batch: done.batch, verdict: 'remarked' });
    expect(rows[0]?.remarks[0]).toMatchObject({ cell: 'J3', value: '半年多', effect: 'cell' });
    expect((await person(client, '李试二')).values['workMonths']).toBeNull();
  });

  it('refuses a row that names nobody', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', changed(2, '姓名', ''))]);
    expect(done.counts.refused).toBe(1);
  });
});

describe('what was edited by hand', () => {
  it('stays when a file says otherwise, and is shown as a conflict', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const { id, revision } = await person(client, '李试二');
    await client.tables.edit({ subject: 'people', id, year: 2020, field: 'workMonths', text: '3', base: revision });
    const again = await importAll(client, [csv('人员2020.csv', changed(2, '务工时间（月）', '10'))]);
    expect(again.counts).toMatchObject({ conflict: 1, same: 2 });
    const { rows } = await client.importing.rows({ batch: again.batch, verdict: 'conflict' });
    expect(rows[0]?.changes).toMatchObject([{ field: 'workMonths', old: 3, new: 10, kept: true }]);
    expect((await person(client, '李试二')).values['workMonths']).toBe(3);
  });

  it('makes a plan that was made before it STALE', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const again = await plan(client, csv('人员2020.csv', changed(2, '务工时间（月）', '10')));
    const { id, revision } = await person(client, '李试二');
    await client.tables.edit({ subject: 'people', id, year: 2020, field: 'workMonths', text: '3', base: revision });
    await expect(client.importing.commit({ batch: again.batch })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'STALE' } });
  });
});
