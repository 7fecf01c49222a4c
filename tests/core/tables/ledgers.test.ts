import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter, RowsQuery, TableRow } from '../../../shared/contract/tables.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { li, peopleSheet, wang, zhang } from '../support/people.ts';

const dibao = 'ledger:dibaoList' as const;
const claims = 'ledger:medicalClaim' as const;
const projects = 'ledger:project' as const;
type LedgerTable = typeof dibao | typeof claims | typeof projects | 'ledger:measure' | 'ledger:village' | 'ledger:helperRoster' | 'ledger:status';

const dibaoSheet = (year: number, rows: readonly (readonly string[])[]): File => csv(`低保名单_${year}.csv`, [['姓名', '证件号码', '等级', '金额', '家庭住址'], ...rows]);

/** Two households; 低保 of two years, hospital stays, projects. */
async function filled() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  await importAll(core.client, [
    dibaoSheet(2020, [['张试一', zhang, 'A类', '420.5', '台地村一组'], ['王试三', wang, 'B类', '300', '金坑村']]),
    dibaoSheet(2019, [['李试二', li, 'C类', '1200', '台地村一组']]),
  ]);
  await importAll(core.client, [
    csv('医保报销.csv', [
      ['姓名', '身份证号', '入院日期', '出院日期', '出院诊断疾病名称', '医疗机构名称', '医疗总费用', '基本补偿', '自付金额'],
      ['李试二', li, '2019-12-30', '2020-01-09', '肺炎', '本溪市中心医院', '8000', '5000', '3000'],
      ['李试二', li, '2020-03-01', '2020-03-09', '骨折', '铁煤医院', '12000', '9000', '3000'],
    ]),
    csv('项目库_2020.csv', [['项目名称', '项目类型', '责任单位', '责任人', '计划总投资', '建设内容', '实施地点'], ['光伏电站', '产业', '街道', '赵试七', '20', '30 千瓦', '台地村'], ['蘑菇大棚', '产业', '街道', '安试八', '9.5', '棚 "甲" 三座', '金坑村']]),
  ]);
  return core;
}

const rowsOf = async (client: TestClient, subject: LedgerTable, query: Omit<RowsQuery, 'year' | 'subject'> = {}) => (await client.tables.rows({ subject, year: 2020, offset: 0, limit: 100, ...query })).rows;
const told = async (client: TestClient, subject: LedgerTable, key: string, query: Omit<RowsQuery, 'year' | 'subject'> = {}) => (await rowsOf(client, subject, query)).map(({ values }) => values[key]);
const rowOf = async (client: TestClient, subject: LedgerTable, search: string): Promise<TableRow> => {
  const [row] = await rowsOf(client, subject, { search });
  if (!row) throw new Error(`no ${search}`);
  return row;
};
const edit = async (client: TestClient, subject: LedgerTable, search: string, field: string, text: string, base?: number) => {
  const { id, revision } = await rowOf(client, subject, search);
  return client.tables.edit({ subject, id, year: 2020, field, text, base: base ?? revision });
};
const memberId = async (client: TestClient, name: string): Promise<string> => (await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 })).rows[0]?.id ?? '';
const householdId = async (client: TestClient, name: string): Promise<string> => (await client.tables.rows({ subject: 'households', year: 2020, search: name, offset: 0, limit: 1 })).rows[0]?.id ?? '';

describe('the rows of a ledger', () => {
  it('tell whom they are about, their year and their own values; of every year, as one walks', async () => {
    const { client } = await filled();
    const { rows, total } = await client.tables.rows({ subject: dibao, year: 2020, offset: 0, limit: 10 });
    expect(total).toBe(3);
    expect(rows.map(({ values }) => [values['householdNo'], values['headName'], values['village'], values['name'], values['identityNo'], values['year'], values['dibaoList.grade'], values['dibaoList.amount']])).toEqual([
      ['9900000002', '王试三', '金坑村', '王试三', wang, 2020, 'B类', 30_000],
      ['9900000001', '张试一', '台地村', '张试一', zhang, 2020, 'A类', 42_050],
      ['9900000001', '张试一', '台地村', '李试二', li, 2019, 'C类', 120_000],
    ]);
    expect(rows[2]).toMatchObject({ memberId: await memberId(client, '李试二'), householdId: await householdId(client, '张试一') });
    expect((await client.tables.rows({ subject: dibao, year: 1999, offset: 1, limit: 1 })).rows.map(({ values }) => values['name'])).toEqual(['张试一']);
  });

  it('of nobody stand for themselves', async () => {
    const { client } = await filled();
    const [row] = await rowsOf(client, projects);
    expect(row).toMatchObject({ householdId: '', values: { year: 2020, 'project.name': '光伏电站', 'project.planned': 20 } });
    expect(row).not.toHaveProperty('memberId');
    expect(Object.keys(row?.values ?? {})).not.toContain('name');
  });

  it('are counted for each ledger that has any', async () => {
    const { client } = await filled();
    expect(await client.tables.ledgers()).toEqual(expect.arrayContaining([{ ledger: 'dibaoList', records: 3 }, { ledger: 'medicalClaim', records: 2 }, { ledger: 'project', records: 2 }]));
    expect((await client.tables.ledgers()).map(({ ledger }) => ledger)).not.toContain('payment');
  });

  it('sort by own columns as amounts and words, by names as pinyin; the place of a row follows', async () => {
    const { client } = await filled();
    expect(await told(client, dibao, 'name', { sorts: [{ field: 'dibaoList.amount', descending: false }] })).toEqual(['王试三', '张试一', '李试二']);
    expect(await told(client, dibao, 'name', { sorts: [{ field: 'year', descending: false }, { field: 'name', descending: true }] })).toEqual(['李试二', '张试一', '王试三']);
    expect(await told(client, projects, 'project.leader', { sorts: [{ field: 'project.leader', descending: false }] })).toEqual(['安试八', '赵试七']);
    const { id } = await rowOf(client, dibao, '李试二');
    expect(await client.tables.position({ subject: dibao, year: 2020, sorts: [{ field: 'dibaoList.amount', descending: true }], id })).toBe(0);
    expect(await client.tables.position({ subject: dibao, year: 2020, filters: [{ field: 'year', test: 'equals', value: 2020 }], id })).toBeNull();
  });

  it.each<[string, Filter, string[]]>([
    ['one year', { field: 'year', test: 'in', values: [2020] }, ['王试三', '张试一']],
    ['an amount', { field: 'dibaoList.amount', test: 'less', value: 40_000 }, ['王试三']],
    ['amounts between', { field: 'dibaoList.amount', test: 'between', from: 40_000, to: 200_000 }, ['张试一', '李试二']],
    ['words', { field: 'dibaoList.grade', test: 'contains', text: 'a' }, ['张试一']],
    ['nothing', { field: 'dibaoList.since', test: 'blank' }, ['王试三', '张试一', '李试二']],
    ['the household', { field: 'village', test: 'in', values: ['台地村'] }, ['张试一', '李试二']],
    ['the person', { field: 'relation', test: 'equals', value: '配偶' }, ['李试二']],
  ])('are filtered by %s', async (_, filter, expected) => {
    const { client } = await filled();
    expect(await told(client, dibao, 'name', { filters: [filter] })).toEqual(expected);
  });

  it('tell the values of a column with their counts', async () => {
    const { client } = await filled();
    expect(await client.tables.distinct({ subject: dibao, year: 2020, field: 'year' })).toEqual([{ value: 2020, count: 2 }, { value: 2019, count: 1 }]);
    expect(await client.tables.distinct({ subject: projects, year: 2020, field: 'project.kind' })).toEqual([{ value: '产业', count: 2 }]);
  });

  it.each<[string, LedgerTable, string, string, string[]]>([
    ['a name', dibao, '张试', 'name', ['张试一']],
    ['pinyin', dibao, 'lse', 'name', ['李试二']],
    ['the tail of an identity number', dibao, wang.slice(-4), 'name', ['王试三']],
    ['a village', dibao, '台地', 'name', ['张试一', '李试二']],
    ['its own words', claims, '肺炎', 'medicalClaim.hospital', ['本溪市中心医院']],
    ['own words of what stands for itself', projects, '大棚', 'project.name', ['蘑菇大棚']],
    ['signs that JSON writes otherwise', projects, '"甲"', 'project.name', ['蘑菇大棚']],
    ['a sign of LIKE', projects, '%', 'project.name', []],
    ['no name of a field', projects, 'project.name', 'project.name', []],
  ])('are found by %s', async (_, subject, search, key, expected) => {
    const { client } = await filled();
    expect(await told(client, subject, key, { search })).toEqual(expected);
  });

  it('refuse a column of another ledger, and a ledger that there is not', async () => {
    const { client } = await filled();
    await expect(rowsOf(client, dibao, { filters: [{ field: 'payment.amount', test: 'blank' }] })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE', what: expect.stringContaining('低保名单') as string } });
    // @ts-expect-error the contract knows no such ledger
    await expect(rowsOf(client, 'ledger:none')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('finding from anywhere', () => {
  it('knows what stands for itself by its name, beside the people, and where it is asked for alone', async () => {
    const { client } = await filled();
    const { id } = await rowOf(client, projects, '蘑菇');
    expect(await client.tables.find({ text: '大棚', records: true })).toEqual([{ subject: projects, id, householdId: '', title: '蘑菇大棚', detail: '项目库 · 2020 年' }]);
    expect(await client.tables.find({ text: '大棚' })).toEqual([]);
    await client.tables.addEntry({ subject: projects, year: 2020, values: { 'project.name': '张试一养羊' } });
    expect((await client.tables.find({ text: '张试一', records: true, limit: 3 })).map(({ title }) => title)).toEqual(['张试一', '张试一养羊']);
    expect(await client.tables.find({ text: '产业', records: true })).toEqual([]);
  });
});

describe('editing a record', () => {
  it.each<[string, string, string, unknown]>([
    ['an amount', 'dibaoList.amount', '1,234.5', 123_450],
    ['a word', 'dibaoList.grade', ' D类 ', 'D类'],
    ['a month in any writing', 'dibaoList.since', '2020年3月', '2020-03'],
    ['nothing', 'dibaoList.address', '', null],
    ['the year', 'year', '2018', 2018],
  ])('takes %s, and gives it back', async (_, field, text, stored) => {
    const { client } = await filled();
    const before = (await rowOf(client, dibao, '张试一')).values[field];
    const { row, undo } = await edit(client, dibao, '张试一', field, text);
    expect(row.values[field]).toBe(stored);
    expect(undo.undo).toMatch(/^低保名单 · 张试一 · /);
    await client.tables.undo();
    expect((await rowOf(client, dibao, '张试一')).values[field]).toBe(before);
    await client.tables.redo();
    expect((await rowOf(client, dibao, '张试一')).values[field]).toBe(stored);
  });

  it.each<[string, string, string, RegExp, RegExp]>([
    ['letters as money', 'dibaoList.amount', '很多', /金额/, /数字/],
    ['a word in the place of a year', 'year', '去年', /年份/, /2020/],
    ['no year', 'year', '', /年度不能空/, /填写/],
    ["the household's number", 'householdNo', '1', /户表/, /“户”/],
    ["the person's name", 'name', '张试九', /人员表/, /“人”/],
    ["the head's name", 'headName', '张试九', /户主本人/, /“人”/],
  ])('refuses %s with the reason and the remedy', async (_, field, text, reason, remedy) => {
    const { client } = await filled();
    await expect(edit(client, dibao, '张试一', field, text)).rejects.toMatchObject({
      data: { code: 'VALUE_REFUSED', what: expect.stringMatching(reason) as string, remedy: expect.stringMatching(remedy) as string, where: expect.stringContaining('低保名单 · 张试一') as string },
    });
    expect((await client.history.commands({})).rows.filter(({ kind }) => kind === 'edit')).toEqual([]);
  });

  it('keeps what a record is known by', async () => {
    const { client } = await filled();
    await expect(edit(client, projects, '光伏', 'project.name', '')).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', what: '项目名称不能空着' } });
    await expect(edit(client, projects, '光伏', 'project.name', '蘑菇大棚')).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', what: expect.stringContaining('年度、项目名称都相同') as string } });
    await edit(client, projects, '光伏', 'project.name', '光伏电站（二期）');
    const again = await client.importing.plan({ files: [csv('项目库_2020.csv', [['项目名称', '项目类型', '责任单位', '责任人', '计划总投资'], ['光伏电站（二期）', '产业', '街道', '赵试七', '20']])] });
    expect(again.counts).toMatchObject({ same: 1, new: 0 });
  });

  it('lets the year go with the date that tells it, in one command', async () => {
    const { client } = await filled();
    const { row } = await edit(client, claims, '肺炎', 'medicalClaim.admittedOn', '2018-12-30');
    expect(row.values).toMatchObject({ year: 2018, 'medicalClaim.admittedOn': '2018-12-30' });
    await expect(edit(client, claims, '肺炎', 'year', '2020')).rejects.toMatchObject({ data: { what: '年度跟着“入院日期”走' } });
    await client.tables.undo();
    expect((await rowOf(client, claims, '肺炎')).values).toMatchObject({ year: 2019, 'medicalClaim.admittedOn': '2019-12-30' });
  });

  it('is STALE when the cell changed since it was seen, but not when another did', async () => {
    const { client } = await filled();
    const { revision } = await rowOf(client, dibao, '张试一');
    await edit(client, dibao, '张试一', 'dibaoList.amount', '500');
    await expect(edit(client, dibao, '张试一', 'dibaoList.amount', '600', revision)).rejects.toMatchObject({ data: { code: 'STALE' } });
    await edit(client, dibao, '张试一', 'dibaoList.grade', 'D类', revision);
    expect((await rowOf(client, dibao, '张试一')).values).toMatchObject({ 'dibaoList.amount': 50_000, 'dibaoList.grade': 'D类' });
  });

  it('is told in the history of the cell, with the file that the value came from', async () => {
    const { client } = await filled();
    await edit(client, dibao, '张试一', 'dibaoList.amount', '500');
    const { id } = await rowOf(client, dibao, '张试一');
    const history = (field: string) => client.tables.history({ subject: dibao, id, year: 2020, field });
    expect(await history('dibaoList.amount')).toMatchObject([{ kind: 'edit', old: 42_050, new: 50_000 }, { kind: 'import', old: null, new: 42_050, file: '低保名单_2020.csv', cell: 'D2' }]);
    expect(await history('identityNo')).toMatchObject([{ kind: 'import', new: zhang, file: '人员2020.csv', cell: 'F2' }]);
    expect(await history('householdNo')).toMatchObject([{ kind: 'import', new: '9900000001', cell: 'A2' }]);
    const [command] = (await client.history.commands({})).rows;
    expect((await client.history.changes({ command: command?.command ?? 0 })).rows).toEqual([{ what: '低保名单 · 张试一', field: '低保金额', old: '420.50', new: '500.00', source: '' }]);
  });
});

describe('a record by hand', () => {
  it('is written for a person of the register, and taken back', async () => {
    const { client } = await filled();
    const { row, undo } = await client.tables.addEntry({ subject: dibao, memberId: await memberId(client, '李试二'), year: 2020, values: { 'dibaoList.grade': 'A类', 'dibaoList.amount': '300' } });
    expect(row).toMatchObject({ householdId: await householdId(client, '张试一'), values: { name: '李试二', year: 2020, 'dibaoList.amount': 30_000 } });
    expect(undo.undo).toBe('新增低保名单：李试二，2020 年，低保等级 A类，低保金额 300.00；是否享受低保：空 → 是');
    const says = async () => (await client.tables.rows({ subject: 'people', year: 2020, search: '李试二', offset: 0, limit: 1 })).rows[0]?.values['dibao'];
    expect(await says()).toBe('是');
    expect(await told(client, dibao, 'name')).toEqual(['王试三', '张试一', '李试二', '李试二']);
    await client.tables.undo();
    expect(await told(client, dibao, 'name')).toHaveLength(3);
    expect(await says()).toBeNull();
    await client.tables.redo();
    expect(await told(client, dibao, 'name')).toHaveLength(4);
  });

  it('is written for a household, and for nobody; the next sheet meets it', async () => {
    const { client } = await filled();
    await client.tables.addEntry({ subject: 'ledger:measure', householdId: await householdId(client, '王试三'), year: 2020, values: { 'measure.class': '产业扶贫', 'measure.name': '养鸡' } });
    expect(await rowsOf(client, 'ledger:measure')).toMatchObject([{ values: { headName: '王试三', 'measure.name': '养鸡' } }]);
    await client.tables.addEntry({ subject: 'ledger:village', year: 2020, values: { 'village.town': '卧龙街道', 'village.name': '金坑村', 'village.households': '300' } });
    const sheet = csv('村情_2020.csv', [['乡镇', '行政村', '总户数', '总人口数', '村级集体经济收入（万元）', '是否通客运班车'], ['卧龙街道', '金坑村', '300', '900', '12', '是']]);
    expect((await client.importing.plan({ files: [sheet] })).counts).toMatchObject({ changed: 1, new: 0 });
  });

  it('follows the date that tells its year, or has none', async () => {
    const { client } = await filled();
    const member = await memberId(client, '张试一');
    const { row } = await client.tables.addEntry({ subject: claims, memberId: member, year: 2020, values: { 'medicalClaim.admittedOn': '2017.5.6' } });
    expect(row.values).toMatchObject({ year: 2017, 'medicalClaim.admittedOn': '2017-05-06' });
    const status = await client.tables.addEntry({ subject: 'ledger:status', householdId: await householdId(client, '张试一'), year: 2020, values: { 'status.kind': '返贫', 'status.on': '202005', 'status.paper': '区办〔2020〕1号' } });
    expect(status.row.values).toMatchObject({ 'status.kind': '返贫', 'status.on': '2020-05' });
    expect(status.row.values).not.toHaveProperty('year');
  });

  it.each<[string, LedgerTable, (client: TestClient) => Promise<object>, RegExp]>([
    ['nobody chosen', dibao, async () => ({ year: 2020, values: {} }), /还没有选人/],
    ['no household chosen', 'ledger:measure', async () => ({ year: 2020, values: { 'measure.class': '产业扶贫' } }), /还没有选户/],
    ['somebody who is not in the register', dibao, async () => ({ memberId: 'x', year: 2020, values: {} }), /这个人已不在登记册里/],
    ['no year', dibao, async (client) => ({ memberId: await memberId(client, '李试二'), values: {} }), /年度不能空/],
    ['a year that is none', dibao, async (client) => ({ memberId: await memberId(client, '李试二'), year: 20, values: {} }), /不是年份/],
    ['a blank that must be filled', projects, async () => ({ year: 2020, values: { 'project.kind': '产业' } }), /项目名称不能空/],
    ['a value that is none', projects, async () => ({ year: 2020, values: { 'project.name': '养羊', 'project.planned': '很多' } }), /不是数量/],
    ['what is there already', dibao, async (client) => ({ memberId: await memberId(client, '张试一'), year: 2020, values: { 'dibaoList.grade': 'D类' } }), /已经有这一条：人、年度都相同/],
    ['a column of the household', dibao, async (client) => ({ memberId: await memberId(client, '李试二'), year: 2020, values: { village: '金坑村' } }), /不是“低保名单”自己的列/],
    ['a column that there is not', dibao, async (client) => ({ memberId: await memberId(client, '李试二'), year: 2020, values: { 'project.name': '养羊' } }), /没有“project.name”这一列/],
  ])('is refused with %s, and nothing is written', async (_, subject, entry, reason) => {
    const { client } = await filled();
    const before = (await client.registers.current())?.revision;
    await expect(client.tables.addEntry({ subject, values: {}, ...(await entry(client)) })).rejects.toMatchObject({ code: 'REFUSED', data: { what: expect.stringMatching(reason) as string } });
    expect((await client.registers.current())?.revision).toBe(before);
  });

  it('is taken out, told, and brought back whole', async () => {
    const { client } = await filled();
    const { id, revision, values } = await rowOf(client, claims, '骨折');
    const { label, undo } = await client.tables.removeEntry({ subject: claims, id, base: revision });
    expect(label).toBe('删除医保报销：李试二，2020 年，入院日期 2020-03-01，医疗机构名称 铁煤医院，出院日期 2020-03-09');
    expect(undo.undo).toBe(label);
    expect(await told(client, claims, 'medicalClaim.diagnosis')).toEqual(['肺炎']);
    await expect(client.tables.removeEntry({ subject: claims, id, base: revision })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    await expect(client.tables.edit({ subject: claims, id, year: 2020, field: 'medicalClaim.diagnosis', text: '骨裂', base: revision })).rejects.toMatchObject({ data: { code: 'NOT_FOUND', what: '“医保报销”里已没有这一条' } });
    await client.tables.undo();
    expect((await rowOf(client, claims, '骨折')).values).toEqual(values);
  });

  it('is not taken out when it changed since it was seen, nor through the table of another ledger', async () => {
    const { client } = await filled();
    const { id, revision } = await rowOf(client, dibao, '张试一');
    await edit(client, dibao, '张试一', 'dibaoList.amount', '500');
    await expect(client.tables.removeEntry({ subject: dibao, id, base: revision })).rejects.toMatchObject({ data: { code: 'STALE' } });
    await expect(client.tables.removeEntry({ subject: claims, id, base: revision + 1 })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});

describe('any row of records added, edited and taken out', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), who: fc.nat(2), year: fc.integer({ min: 2015, max: 2021 }), amount: fc.nat(9999) }),
    fc.record({ do: fc.constant('edit' as const), at: fc.nat(9), field: fc.constantFrom('dibaoList.amount', 'dibaoList.grade', 'year'), value: fc.integer({ min: 2010, max: 2020 }) }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(9) }),
  );

  it('goes back to where it began, and comes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { client } = await filled();
        const people = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 3 })).rows;
        const contents = async () => (await rowsOf(client, dibao)).map(({ values }) => values);
        const before = await contents();
        const { revision: start = 0 } = (await client.registers.current()) ?? {};
        for (const each of steps) {
          const rows = await rowsOf(client, dibao);
          const row = each.do === 'add' ? undefined : rows[each.at % rows.length];
          try {
            if (each.do === 'add') await client.tables.addEntry({ subject: dibao, memberId: people[each.who]?.id ?? '', year: each.year, values: { 'dibaoList.amount': String(each.amount) } });
            else if (row && each.do === 'edit') await client.tables.edit({ subject: dibao, id: row.id, year: 2020, field: each.field, text: String(each.value), base: row.revision });
            else if (row) await client.tables.removeEntry({ subject: dibao, id: row.id, base: row.revision });
          } catch (error) {
            // The same record twice.
            expect(error).toMatchObject({ data: { code: 'VALUE_REFUSED' } });
          }
        }
        const after = await contents();
        const { revision: end = 0 } = (await client.registers.current()) ?? {};
        for (let done = start; done < end; done++) expect((await client.tables.undo()).kept).toBe(0);
        expect(await contents()).toEqual(before);
        for (let done = start; done < end; done++) expect((await client.tables.redo()).kept).toBe(0);
        expect(await contents()).toEqual(after);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the sheet of a ledger', () => {
  it('holds what the table shows, in its order', async () => {
    const { client } = await filled();
    const file = await client.papers.exportSheet({ level: 'full', reason: '上报', subject: dibao, year: 2020, filters: [{ field: 'year', test: 'in', values: [2020] }], sorts: [{ field: 'name', descending: true }] });
    expect(file.name).toBe('低保名单_2条.xlsx');
    const { batch } = await client.importing.plan({ files: [file] });
    expect((await client.importing.rows({ batch, limit: 9 })).rows.map(({ name, verdict }) => [name, verdict])).toEqual([['张试一', 'same'], ['王试三', 'same']]);
  });

  it('is refused where there is nothing', async () => {
    const { client } = await filled();
    await expect(client.papers.exportSheet({ level: 'full', reason: '上报', subject: 'ledger:payment', year: 2020 })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT', what: '“补助发放表”里还没有记录' } });
    await expect(client.papers.exportSheet({ level: 'full', reason: '上报', subject: dibao, year: 2020, search: '没有这个人' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT', what: '没有符合条件的内容可以导出' } });
  });
});

describe('the card of a household', () => {
  it('lists the records of the household and its members by ledger, newest first', async () => {
    const { client } = await filled();
    const household = await householdId(client, '张试一');
    await client.tables.addEntry({ subject: 'ledger:measure', householdId: household, year: 2020, values: { 'measure.class': '产业扶贫' } });
    const { records, recordCounts } = await client.tables.card({ householdId: household, year: 2020 });
    expect(records.map(({ ledger, name, year }) => [ledger, name, year])).toEqual([
      ['dibaoList', '张试一', 2020],
      ['dibaoList', '李试二', 2019],
      ['measure', null, 2020],
      ['medicalClaim', '李试二', 2020],
      ['medicalClaim', '李试二', 2019],
    ]);
    expect(recordCounts).toEqual([{ ledger: 'dibaoList', records: 2 }, { ledger: 'measure', records: 1 }, { ledger: 'medicalClaim', records: 2 }]);
    expect(records[0]?.values).toMatchObject({ 'dibaoList.amount': 42_050 });
  });

  it('tells who moved at both ends, and their other records where they now live', async () => {
    const { client } = await filled();
    const [old, fresh] = [await householdId(client, '张试一'), await householdId(client, '王试三')];
    const moved = peopleSheet.map((row) => (row[4] === '李试二' ? ['9900000002', ...row.slice(1, 6), '其他', ...row.slice(7)] : row));
    const plan = await client.importing.plan({ files: [csv('人员_20200601.csv', moved)] });
    const [event] = await client.importing.events({ batch: plan.batch });
    await client.importing.decide({ batch: plan.batch, event: event?.number ?? 0, accepted: true, reason: '投靠亲属', on: '2020-05-01', paper: '户口簿' });
    await client.importing.commit({ batch: plan.batch, confirmed: true });
    const told = async (household: string) => (await client.tables.card({ householdId: household, year: 2020 })).records.filter(({ name }) => name === '李试二').map(({ ledger }) => ledger);
    expect(await told(old)).toEqual(['movement']);
    expect(await told(fresh)).toEqual(['dibaoList', 'medicalClaim', 'medicalClaim', 'movement']);
    const [row] = (await client.tables.rows({ subject: 'ledger:movement', year: 2020, offset: 0, limit: 9 })).rows;
    expect(row?.values).toMatchObject({ householdNo: '9900000002', name: '李试二', year: 2020, 'movement.kind': '转户', 'movement.from': '9900000001', 'movement.to': '9900000002', 'movement.paper': '户口簿' });
  });

  it('lists no more of one ledger than it has room for', async () => {
    const { client } = await filled();
    const household = await householdId(client, '张试一');
    for (let year = 2001; year <= 2015; year++) await client.tables.addEntry({ subject: 'ledger:measure', householdId: household, year, values: { 'measure.class': '产业扶贫' } });
    const { records, recordCounts } = await client.tables.card({ householdId: household, year: 2020 });
    expect(records.filter(({ ledger }) => ledger === 'measure').map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, at) => 2015 - at));
    expect(recordCounts).toContainEqual({ ledger: 'measure', records: 15 });
  });
});
