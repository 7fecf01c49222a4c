import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { identity, li, wang, zhang } from '../support/people.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';

const header = ['户编号', '人编号', '村', '姓名', '证件号码', '与户主关系', '性别', '出生日期'];
const old = (number: string): string => number.slice(0, 6) + number.slice(8, 17);
const qian = identity('19991201', 15);
const clock = { now: () => new Date('2020-06-30T08:00:00') };

/** Household 1 is sound but for what a test adds to it. */
const sheet = (...rows: readonly (readonly string[])[]): File =>
  csv('人员_2020.csv', [header, ['1', '11', '台地村', '张试一', zhang, '户主', '男', '1958-03-12'], ...rows]);

async function fresh(...rows: readonly (readonly string[])[]): Promise<TestClient> {
  const { client } = await openTestCore(clock);
  await importAll(client, [sheet(...rows)]);
  return client;
}

const open = async (client: TestClient) => (await client.identities.list({})).rows;
const personNamed = async (client: TestClient, name: string) => (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100 })).rows.find(({ values }) => values['name'] === name);
const refusal = (code: string, what?: string) => ({ code: 'REFUSED', data: expect.objectContaining({ code, ...(what === undefined ? {} : { what: expect.stringContaining(what) as string }) }) as object });

describe('damaged numbers of the register', () => {
  it('none: nothing is listed', async () => {
    const client = await fresh();
    expect(await client.identities.list({})).toMatchObject({ open: 0, total: 0, rows: [] });
  });

  it('every fault is listed once, with who, where, what is wrong and what it may be', async () => {
    const client = await fresh(
      ['1', '12', '台地村', '李试二', old(li), '配偶', '女', ''],
      ['1', '13', '台地村', '王试三', `${wang.slice(0, 17)}0`, '之父', '男', '1949-10-01'],
      ['1', '14', '台地村', '赵试四', '', '之母', '女', ''],
      ['1', '15', '台地村', '钱试五', qian.replace('19991201', '19991301'), '之子', '男', '1999-12-01'],
    );
    const found = await client.identities.list({});
    expect(found.counts).toEqual({ lost: 0, length: 0, old: 1, check: 1, birth: 1, certificate: 0, missing: 1, shared: 0, noted: 0 });
    expect(found.rows.map(({ name, what, source, candidates }) => [name, what, source, candidates[0]?.number])).toEqual([
      ['李试二', 'old', null, li],
      ['王试三', 'check', null, wang],
      ['赵试四', 'missing', null, undefined],
      ['钱试五', 'birth', null, qian],
    ]);
    expect(found.rows[1]).toMatchObject({ householdNo: '1', village: '台地村', written: `${wang.slice(0, 17)}0`, message: '第 18 位校验码不对，号码有一位写错了' });
    expect(found.rows[1]?.candidates.length).toBeGreaterThan(1);
    expect((await client.identities.list({ what: 'old' })).rows).toHaveLength(1);
    expect(await client.identities.list({ offset: 3, limit: 50 })).toMatchObject({ open: 4, total: 4, rows: [{ name: '钱试五' }] });
  });

  it('a decision is an edit by hand: logged, with a revision, taken back by undo', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', old(li), '配偶', '女', '']);
    const [first] = await open(client);
    const decided = await client.identities.decide({ case: first?.case ?? '', number: li, base: first?.base ?? 0 });
    expect(decided.told).toBe(`李试二的证件号码已改为 ${li}`);
    expect((await personNamed(client, '李试二'))?.values['identityNo']).toBe(li);
    expect((await client.history.commands({})).rows[0]).toMatchObject({ kind: 'edit', command: decided.command });
    expect(await open(client)).toEqual([]);
    await client.history.undo({ command: decided.command });
    expect(await open(client)).toMatchObject([{ name: '李试二', written: old(li) }]);
  });

  it('refuses a number that is none, that is borne by somebody else, and one that was decided meanwhile', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', old(li), '配偶', '女', '']);
    const [first] = await open(client);
    const given = { case: first?.case ?? '', base: first?.base ?? 0 };
    await expect(client.identities.decide({ ...given, number: `${li.slice(0, 17)}0` })).rejects.toMatchObject(refusal('VALUE_REFUSED', '校验码'));
    await expect(client.identities.decide({ ...given, number: zhang })).rejects.toMatchObject(refusal('VALUE_REFUSED', '张试一'));
    await client.identities.decide({ ...given, number: li });
    await expect(client.identities.decide({ ...given, number: identity('19610725', 4) })).rejects.toMatchObject(refusal('STALE'));
  });

  it('what is right as it is stands apart, until the number changes', async () => {
    const client = await fresh(['1', '14', '台地村', '赵试四', '', '之女', '女', ''], ['1', '12', '台地村', '李试二', old(li), '配偶', '女', '']);
    const missing = (await client.identities.list({ what: 'missing' })).rows[0];
    await client.identities.note({ case: missing?.case ?? '', reason: '刚出生，还没有上户口' });
    expect(await client.identities.list({})).toMatchObject({ open: 1, counts: { missing: 0, noted: 1 }, rows: [{ name: '李试二' }] });
    expect((await client.identities.list({ what: 'noted' })).rows).toMatchObject([{ name: '赵试四', note: { reason: '刚出生，还没有上户口', who: '试用员' } }]);
    await client.identities.unnote({ case: missing?.case ?? '' });
    expect(await client.identities.list({})).toMatchObject({ open: 2 });
    const other = (await client.identities.list({ what: 'old' })).rows[0];
    await client.identities.note({ case: other?.case ?? '', reason: '证件上就是 15 位' });
    const person = await personNamed(client, '李试二');
    await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'identityNo', text: '', base: person?.revision ?? 0 });
    expect(await client.identities.list({})).toMatchObject({ open: 2, counts: { missing: 2, noted: 0 } });
    expect((await client.history.commands({})).rows.map(({ label }) => label)).toContain('李试二的证件号码就是这样：证件上就是 15 位');
  });

  it('two who share the first 18 characters are shown together, decided by nobody here, and can be left', async () => {
    const zhou = identity('19700101', 7);
    const client = await fresh(['2', '21', '台地村', '周试六', zhou, '户主', '男', '']);
    const edit = async (name: string, text: string): Promise<void> => {
      const person = await personNamed(client, name);
      await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'identityNo', text, base: (await client.registers.current())?.revision ?? 0 });
    };
    // By hand nobody gets a number that somebody has: the first bearer comes back to it by undo.
    await edit('周试六', '');
    const [{ command } = { command: 0 }] = (await client.history.commands({})).rows;
    await edit('张试一', `${zhou}42`);
    await client.history.undo({ command });
    const shared = (await client.identities.list({ what: 'shared' })).rows;
    expect(shared).toMatchObject([{ case: `shared:${zhou}`, name: '张试一、周试六', message: '2 个人登记的是同一个号码', candidates: [], bearers: [{ name: '张试一', householdNo: '1' }, { name: '周试六', householdNo: '2' }] }]);
    await expect(client.identities.decide({ case: `shared:${zhou}`, number: zhou, base: 0 })).rejects.toMatchObject(refusal('WRONG_USAGE'));
    await client.identities.note({ case: `shared:${zhou}`, reason: '公安确认重号' });
    expect(await client.identities.list({})).toMatchObject({ open: 0, counts: { noted: 1 } });
  });

  it('numbers that files or the log know for the person come first', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', li, '配偶', '女', '']);
    const person = await personNamed(client, '李试二');
    await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'identityNo', text: '', base: person?.revision ?? 0 });
    expect((await open(client))[0]?.candidates).toMatchObject([{ number: li, reason: expect.stringContaining('以前登记的号码') as string }]);
  });
});

describe('rows that an import refused for their number', () => {
  const cut = '9.90504E+17';
  const incomeHeader = ['户编号', '户主姓名', '户主证件号码', '工资性收入', '生产经营性收入', '财产性收入', '转移性收入', '年收入'];

  it('are listed with their cell, and go in with the number that was decided', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', cut, '配偶', '女', '1961-07-25']);
    const [first] = await open(client);
    expect(first).toMatchObject({ name: '李试二', householdNo: '1', village: '台地村', what: 'lost', source: '人员_2020.csv › E3', message: '被当成了数值，只有前 5 位 99050 还在', candidates: [], memberId: null });
    expect(first?.householdId).toBe((await personNamed(client, '张试一'))?.householdId);
    const decided = await client.identities.decide({ case: first?.case ?? '', number: li, base: first?.base ?? 0 });
    expect(decided.told).toBe(`李试二已按号码 ${li} 收进登记册`);
    const person = await personNamed(client, '李试二');
    expect(person?.values).toMatchObject({ identityNo: li, relation: '配偶', householdNo: '1', sex: '女', birthDate: '1961-07-25' });
    const [source] = await client.tables.history({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'identityNo' });
    expect(source).toMatchObject({ kind: 'import', file: '人员_2020.csv（改正证件号码）', cell: 'E3' });
    expect(await open(client)).toEqual([]);
    // Taken back, the row waits again.
    await client.history.undo({ command: decided.command });
    expect(await personNamed(client, '李试二')).toBeUndefined();
    expect(await open(client)).toMatchObject([{ name: '李试二' }]);
  });

  it('the same row of the same sheet imported twice is one case; the mended sheet closes it', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', cut, '配偶', '女', '']);
    await importAll(client, [sheet(['1', '12', '台地村', '李试二', cut, '配偶', '女', ''])]);
    expect(await open(client)).toHaveLength(1);
    await importAll(client, [sheet(['1', '12', '台地村', '李试二', li, '配偶', '女', ''])]);
    expect(await open(client)).toEqual([]);
  });

  it('what stands in the register or in another file under the same name is offered', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', li, '配偶', '女', '']);
    await importAll(client, [csv('收入_2020.csv', [incomeHeader, ['9', '李试二', cut, '100', '0', '0', '0', '100']])]);
    const [first] = await open(client);
    expect(first).toMatchObject({ name: '李试二', householdNo: '9', householdId: null, source: '收入_2020.csv › C2' });
    expect(first?.candidates).toMatchObject([{ number: li, sure: 'weak', reason: expect.stringContaining('登记册里台地村（户 1）同名的人') as string }]);
  });

  it('refuses the number of somebody else, and a row that does not go in for another reason; nothing is written', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', cut, '配偶', '女', ''], ['', '13', '台地村', '孙试七', cut, '之子', '男', '']);
    const before = (await client.registers.current())?.revision;
    const [first, second] = await open(client);
    await expect(client.identities.decide({ case: first?.case ?? '', number: zhang, base: 0 })).rejects.toMatchObject(refusal('VALUE_REFUSED', '张试一（户 1）'));
    await expect(client.identities.decide({ case: first?.case ?? '', number: '123', base: 0 })).rejects.toMatchObject(refusal('VALUE_REFUSED'));
    await expect(client.identities.decide({ case: second?.case ?? '', number: identity('19900101', 3), base: 0 })).rejects.toMatchObject(refusal('VALUE_REFUSED', '没有户编号'));
    expect((await client.registers.current())?.revision).toBe(before);
    expect(await open(client)).toHaveLength(2);
    expect(await client.importing.batches()).toHaveLength(1);
  });

  it('the rest of the row is read as it was: day numbers stay days, digits lost in another column are not taken for text', async () => {
    const { client } = await openTestCore(clock);
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('一月');
    page.addRow(['2020年人员信息']);
    page.addRow(['户编号', '姓名', '证件号码', '与户主关系', '银行卡号', '出生日期', '未知的列', '联系电话']);
    page.addRow(['1', '赵试四', '', '户主', '', '', '', '']);
    page.addRow(['1', '张试一', 990504195803120000, '户主', 6228480000000000000, 21256, '记一笔', 19900000001]);
    const plan = await client.importing.plan({ files: [new File([new Uint8Array(await book.xlsx.writeBuffer())], '甲.xlsx')] });
    await client.importing.commit({ batch: plan.batch, confirmed: true });
    const row = (await client.identities.list({ what: 'lost' })).rows[0];
    expect(row).toMatchObject({ name: '张试一', written: '990504195803120000', source: '甲.xlsx › 一月 › C4', message: '末三位都是 0，像是被当成了数值，只有前 15 位 990504195803120 还在' });
    await client.identities.decide({ case: row?.case ?? '', number: identity('19580312', 2), base: 0 });
    const person = await personNamed(client, '张试一');
    expect(person?.values).toMatchObject({ birthDate: '1958-03-12', householdPhone: '19900000001', bankCard: null });
    expect(person?.extra).toEqual({ 未知的列: '记一笔' });
    expect((await client.importing.batches())[0]?.files[0]).toMatchObject({ file: '甲.xlsx › 一月（改正证件号码）', sheets: [{ headerRows: [2], year: 2020 }] });
  });

  it('a row of a department’s list goes into its ledger under the person that it is about', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', li, '配偶', '女', '']);
    await importAll(client, [csv('2020年3月低保名单.csv', [['序号', '姓名', '身份证号码', '保障类别', '月保障金额'], ['1', '张试一', zhang, 'A类', '500'], ['2', '李试二', cut, 'B类', '400']])]);
    const [first] = await open(client);
    expect(first?.candidates).toMatchObject([{ number: li, sure: 'possible', reason: expect.not.stringContaining('登记册里已是') as string }]);
    const { command } = await client.identities.decide({ case: first?.case ?? '', number: li, base: 0 });
    expect((await client.history.changes({ command })).rows[0]).toMatchObject({ what: '低保名单 · 李试二', new: expect.stringContaining('低保金额 400.00') as string });
    expect((await personNamed(client, '李试二'))?.values['dibao']).toBe('是');
  });

  it('a household sheet, refused for its head, goes in with the head decided', async () => {
    const client = await fresh();
    await importAll(client, [csv('收入_2020.csv', [incomeHeader, ['', '张试一', cut, '100', '0', '0', '0', '100']])]);
    const [first] = await open(client);
    await client.identities.decide({ case: first?.case ?? '', number: zhang, base: 0 });
    const household = (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 5 })).rows[0];
    expect(household?.values).toMatchObject({ wageIncome: 10_000 });
  });

  it('a row of an older sheet does not overwrite what later sheets have told', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', cut, '配偶', '女', '']);
    await importAll(client, [csv('人员二_2020.csv', [[...header, '文化程度'], ['1', '12', '金坑村', '李试二', li, '之女', '女', '1961-07-25', '小学']])]);
    // The later sheet made the person: the older row is settled by it.
    expect(await open(client)).toEqual([]);
    const kept = await fresh(['1', '12', '台地村', '李试二', li, '配偶', '女', ''], ['1', '13', '台地村', '孙试七', cut, '之子', '男', '']);
    await importAll(kept, [csv('人员二_2020.csv', [header, ['1', '11', '金坑村', '张试一', zhang, '户主', '男', '1958-03-12']])]);
    const [first] = await open(kept);
    const decided = await kept.identities.decide({ case: first?.case ?? '', number: identity('19900101', 3), base: 0 });
    expect(decided.told).toMatch(/“.*村.*”和登记册不一致，之后导入过同类的表，没有改动$/);
    expect((await personNamed(kept, '孙试七'))?.values).toMatchObject({ village: '金坑村', relation: '之子' });
  });

  it('can be left out for good, with a reason, and taken up again', async () => {
    const client = await fresh(['1', '12', '台地村', '李试二', cut, '配偶', '女', '']);
    const [first] = await open(client);
    await client.identities.note({ case: first?.case ?? '', reason: '已迁出' });
    expect(await client.identities.list({})).toMatchObject({ open: 0, counts: { noted: 1 } });
    await client.identities.unnote({ case: first?.case ?? '' });
    expect(await client.identities.list({})).toMatchObject({ open: 1, counts: { noted: 0 } });
  });
});
