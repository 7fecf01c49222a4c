import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnAbout, OwnDraft } from '../../../shared/contract/own-columns.ts';
import { ownKinds, ownOwners, type OwnKind } from '../../../shared/register/own/own-column.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { invented } from '../support/invented.ts';
import { peopleSheet } from '../support/people.ts';
import { choices, draft, rowsOf, subjectOf, valuesOf, write } from './support.ts';

// The keys of the object itself.
const kinds = Object.keys(ownKinds) as OwnKind[];
const abouts: readonly OwnAbout[] = [...ownOwners, 'ledger:dibaoList'];

async function withPeople() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core;
}

async function withRecords(client: TestClient): Promise<void> {
  for (const { id } of await rowsOf(client, 'people')) await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: id, year: 2020, values: { 'dibaoList.grade': 'A类' } });
}

const draftOf = (kind: OwnKind, several: boolean): Partial<OwnDraft> => (kind === 'code' ? { kind, several, choices: choices('东', '南', '西、北'.replace('、', '')) } : { kind });

describe('a column of the office’s own', () => {
  it('of any kind and about anybody leaves with the sheet and comes back all the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.constantFrom(...abouts), fc.boolean(), fc.array(fc.nat(40), { minLength: 2, maxLength: 3 }), async (kind, about, several, seeds) => {
        const { client } = await withPeople();
        if (about === 'ledger:dibaoList') await withRecords(client);
        const { key } = await client.ownColumns.add({ about, draft: draft(draftOf(kind, several)) });
        const rows = (await rowsOf(client, subjectOf(about))).length;
        await write(client, about, key, seeds.slice(0, rows).map((seed) => invented(field(key), seed)));
        const before = await valuesOf(client, about, key);
        expect(before.filter((value) => value !== null).length).toBeGreaterThan(0);
        const file = await client.papers.exportSheet({ level: 'full', reason: '核对', subject: subjectOf(about), year: 2020 });
        const again = await client.importing.plan({ files: [file] });
        expect([again.counts, again.files[0]?.sheets[0]?.unmapped]).toMatchObject([{ same: again.counts.same, changed: 0, new: 0, refused: 0, conflict: 0 }, []]);

        // A colleague's register: the declaration comes as a file, the values with the sheet.
        const declared = await client.ownColumns.exportFile({});
        const other = await withPeople();
        if (about === 'ledger:dibaoList') await withRecords(other.client);
        expect(await valuesOf(other.client, about, key)).toEqual(before.map(() => null));
        expect(await other.client.ownColumns.importFile({ file: declared })).toEqual({ added: 1, there: 0 });
        await importAll(other.client, [file]);
        expect(await valuesOf(other.client, about, key)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('is sorted, filtered, counted, listed, kept in history and undone as any other', async () => {
    const { client } = await withPeople();
    const { key } = await client.ownColumns.add({ about: 'memberYear', draft: draft({ kind: 'money', label: '菜地收入' }) });
    await write(client, 'memberYear', key, ['12.50', '', '1000000']);
    const query = { subject: 'people', year: 2020, offset: 0, limit: 10 } as const;
    const sorted = await client.tables.rows({ ...query, sorts: [{ field: key, descending: true }] });
    expect(sorted.rows.map(({ values }) => values[key] ?? null)).toEqual([100_000_000, 1250, null]);
    expect((await client.tables.rows({ ...query, filters: [{ field: key, test: 'greater', value: 2000 }] })).total).toBe(1);
    expect((await client.tables.rows({ ...query, filters: [{ field: key, test: 'blank' }] })).total).toBe(1);
    expect(await client.tables.distinct({ subject: 'people', year: 2020, field: key })).toHaveLength(3);
    const [first] = sorted.rows;
    const history = await client.tables.history({ subject: 'people', id: first?.id ?? '', year: 2020, field: key });
    expect(history.map(({ old, new: now }) => [old, now])).toEqual([[null, 100_000_000]]);
    await client.tables.undo();
    expect((await valuesOf(client, 'memberYear', key)).filter((value) => value !== null)).toEqual([1250]);
    await client.tables.redo();
    expect((await valuesOf(client, 'memberYear', key)).filter((value) => value !== null)).toEqual([1250, 100_000_000]);
  });

  it('is gone when its making is undone, unless rows were filled meanwhile', async () => {
    const { client } = await withPeople();
    const { key } = await client.ownColumns.add({ about: 'member', draft: draft() });
    await client.tables.undo();
    expect((await client.registers.current())?.own).toEqual([]);
    await expect(client.tables.distinct({ subject: 'people', year: 2020, field: key })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
    await client.tables.redo();
    await write(client, 'member', key, ['朝南']);
    const [, made] = (await client.history.commands({ limit: 5 })).rows;
    const result = await client.history.undo({ command: made?.command ?? 0 });
    expect(result.kept).toMatchObject([{ what: '自设列“家门口朝向”', why: '这一列里已经填了内容' }]);
    expect(await valuesOf(client, 'member', key)).toEqual(['朝南', null, null]);
  });

  it('refuses what would make two columns of one header, or no column at all, saying what to do', async () => {
    const { client } = await withPeople();
    const refusal = async (more: Partial<OwnDraft>, about: OwnAbout = 'member') => {
      const error: unknown = await client.ownColumns.add({ about, draft: draft(more) }).catch((caught: unknown) => caught);
      return (error as { data?: { what?: string } }).data?.what;
    };
    expect(await refusal({ label: '健康状况' })).toBe('表头“健康状况”已经是“健康状况”这一列的');
    expect(await refusal({ also: ['电话'] })).toBe('表头“电话”已经是“户联系电话”这一列的');
    expect(await refusal({ label: '年度' })).toBe('表头“年度”已经是“年度”这一列的');
    expect(await refusal({ label: '低保等级' }, 'ledger:dibaoList')).toBe('表头“低保等级”已经是“低保等级”这一列的');
    expect(await refusal({ label: '  ' })).toBe('列名不能空着');
    expect(await refusal({ kind: 'code' })).toBe('还没有选项');
    expect(await refusal({ kind: 'code', choices: choices('东', '东 ') })).toBe('选项“东”写了两次');
    expect(await refusal({ kind: 'count', least: '5', most: '2' })).toBe('“不小于”比“不大于”还大');
    expect((await client.registers.current())?.own).toEqual([]);
  });

  it('is asked about once: a layout that kept its header as a note carries it from then on, and as a note again when it is taken back', async () => {
    const { client } = await withPeople();
    const sheet = () => csv('人员2020.csv', [['人编号', '姓名', '证件号码', '与户主关系', '健康状况', '家门口朝向'], ...peopleSheet.slice(1).map((row) => [row[1] ?? '', row[4] ?? '', row[5] ?? '', row[6] ?? '', row[8] ?? '', '朝南'])]);
    await importAll(client, [sheet()]);
    expect((await rowsOf(client, 'people'))[0]?.extra).toEqual({ 家门口朝向: '朝南' });
    const { key } = await client.ownColumns.add({ about: 'member', draft: draft() });
    const target = async () => (await client.importing.plan({ files: [sheet()] })).files[0]?.sheets[0]?.mapped.find(({ header }) => header === '家门口朝向')?.field;
    expect(await target()).toBe(key);
    await client.tables.undo();
    expect(await target()).toBeUndefined();
  });

  it('is filled by the file that brings people and households for the first time', async () => {
    const { client } = await openTestCore();
    const { key } = await client.ownColumns.add({ about: 'member', draft: draft({ kind: 'measure', label: '菜地' }) });
    const [head = [], ...people] = peopleSheet;
    await importAll(client, [csv('人员2020.csv', [[...head, '菜地'], ...people.map((row) => [...row, '1.5'])])]);
    expect(await valuesOf(client, 'member', key)).toEqual([1.5, 1.5, 1.5]);
    await client.tables.undo();
    expect(await rowsOf(client, 'people')).toEqual([]);
  });

  it('does not linger in the register that is opened next', async () => {
    const one = await withPeople();
    const { key } = await one.client.ownColumns.add({ about: 'member', draft: draft({ wanted: true }) });
    await write(one.client, 'member', key, ['朝南']);
    const two = await withPeople();
    expect((await two.client.registers.current())?.own).toEqual([]);
    expect((await two.client.checking.run({ year: 2020 })).counts['Z001']).toBeUndefined();
    expect(Object.keys((await rowsOf(two.client, 'people'))[0]?.values ?? {})).not.toContain(key);
    expect(await valuesOf(one.client, 'member', key)).toEqual(['朝南', null, null]);
    expect((await one.client.checking.run({ year: 2020 })).counts['Z001']).toBe(2);
    one.core.close();
    expect(await valuesOf(two.client, 'member', key)).toEqual([null, null, null]);
    const reopened = await openTestCore();
    await reopened.core.openRegister(one.path);
    expect(await valuesOf(reopened.client, 'member', key)).toEqual(['朝南', null, null]);
  });

  it('keeps its values when it is retired, is shown nowhere, and comes back as it was', async () => {
    const { client } = await withPeople();
    const { key } = await client.ownColumns.add({ about: 'household', draft: draft() });
    await write(client, 'household', key, ['朝南']);
    const now = async () => (await client.registers.current())?.revision ?? 0;
    await client.ownColumns.change({ key, base: await now(), draft: draft({ state: 'retired' }) });
    expect(Object.keys((await rowsOf(client, 'households'))[0]?.values ?? {})).not.toContain(key);
    expect(await client.ownColumns.list()).toMatchObject([{ column: { key, state: 'retired' }, values: 1 }]);
    await client.ownColumns.change({ key, base: await now(), draft: draft() });
    expect(await valuesOf(client, 'household', key)).toEqual(['朝南', null]);
  });
});

describe('the choices of an own column', () => {
  async function withChoices(several = false) {
    const core = await withPeople();
    const { client } = core;
    const { key } = await client.ownColumns.add({ about: 'member', draft: draft({ kind: 'code', several, choices: choices('甲', '乙', '丙') }) });
    const now = async () => (await client.registers.current())?.revision ?? 0;
    const change = async (...named: OwnDraft['choices']) => client.ownColumns.change({ key, base: await now(), draft: draft({ kind: 'code', several, choices: named }) });
    return { client, key, change };
  }

  it('are renamed with the rows that have them, in one command that is undone and done again', async () => {
    const { client, key, change } = await withChoices(true);
    await write(client, 'member', key, ['甲', '乙、甲', '丙']);
    expect(await valuesOf(client, 'member', key)).toEqual(['甲', '甲、乙', '丙']);
    await change({ value: '乙', also: [] }, { value: '头等', also: ['一等'], was: '甲' }, { value: '丙', also: [] });
    const renamed = ['头等', '乙、头等', '丙'];
    expect(await valuesOf(client, 'member', key)).toEqual(renamed);
    await client.tables.undo();
    expect(await valuesOf(client, 'member', key)).toEqual(['甲', '甲、乙', '丙']);
    await client.tables.redo();
    expect(await valuesOf(client, 'member', key)).toEqual(renamed);
    await write(client, 'member', key, ['一等']);
    expect(await valuesOf(client, 'member', key)).toEqual(renamed);
  });

  it('are not taken away from under the rows', async () => {
    const { client, key, change } = await withChoices();
    await write(client, 'member', key, ['丙']);
    await expect(change(...choices('甲', '乙'))).rejects.toMatchObject({ data: { what: '还有 1 行选着“丙”，不能去掉这个选项' } });
    await change(...choices('甲', '乙', '丙', '丁'));
    await write(client, 'member', key, ['丙', '丁']);
    const [, added] = (await client.history.commands({ limit: 5 })).rows;
    expect((await client.history.undo({ command: added?.command ?? 0 })).kept).toMatchObject([{ why: '还有行选着“丁”' }]);
    // The word of an edit that is taken back out of turn may have another name by now.
    await write(client, 'member', key, ['甲']);
    const [edit] = (await client.history.commands({ limit: 1 })).rows;
    await change({ value: '甲', also: [] }, { value: '乙', also: [] }, { value: '戊', also: [], was: '丙' }, { value: '丁', also: [] });
    expect((await client.history.undo({ command: edit?.command ?? 0 })).kept).toMatchObject([{ why: '“丙”这个选项已经改名或去掉' }]);
    expect(await valuesOf(client, 'member', key)).toEqual(['甲', '丁', null]);
  });
});

describe('the notes of imported files', () => {
  it('become a column in one command, what is no value of it stays a note and is told', async () => {
    const { client } = await openTestCore();
    const [head = [], ...people] = peopleSheet;
    await importAll(client, [csv('人员2020.csv', [[...head, '菜地面积', '备注二'], ...people.map((row, at) => [...row, ['1.5', '不详', '2'][at] ?? '', '甲'])])]);
    const [noted] = await client.ownColumns.notes();
    expect(noted).toEqual({ header: '菜地面积', about: 'member', rows: 3, samples: ['1.5', '不详', '2'], kind: 'text' });
    const taken = await client.ownColumns.addFromNotes({ header: '菜地面积', about: 'member', draft: draft({ label: '菜地', kind: 'measure', unit: '亩' }) });
    expect(taken).toMatchObject({ taken: 2, left: [{ where: '李试二', value: '不详', why: '“不详”不是数量。请只填数字' }] });
    const byName = async () => Object.fromEntries((await rowsOf(client, 'people')).map((row) => [row.values['name'], row]));
    const { 张试一: zhang, 李试二: li, 王试三: wang } = await byName();
    expect([zhang, li, wang].map((row) => row?.values[taken.key])).toEqual([1.5, null, 2]);
    expect([zhang, li, wang].map((row) => row?.extra)).toEqual([{ 备注二: '甲' }, { 菜地面积: '不详', 备注二: '甲' }, { 备注二: '甲' }]);
    expect((await client.tables.history({ subject: 'people', id: zhang?.id ?? '', year: 2020, field: taken.key }))[0]).toMatchObject({ file: '人员2020.csv', new: 1.5 });
    await client.tables.undo();
    expect((await client.registers.current())?.own).toEqual([]);
    const before = await byName();
    expect(['张试一', '李试二', '王试三'].map((name) => before[name]?.extra?.['菜地面积'])).toEqual(['1.5', '不详', '2']);
  });
});
