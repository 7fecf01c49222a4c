import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../shared/contract/tables.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { canAsk, groupKeys } from '../../../shared/views/conditions.ts';
import { paints, questionOf, signs, viewBody, type ViewBody } from '../../../shared/views/view.ts';
import { readViewFile, viewFile } from '../../../shared/views/view-file.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const body = (part: Partial<ViewBody> = {}): ViewBody => viewBody.parse({ columns: null, ...part });

const field = fc.constantFrom(...tableOf('people').fields.map(({ key }) => key));
const text = fc.string({ maxLength: 12 });
const scalar = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.constant(null));
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field, test: fc.constantFrom('in' as const, 'notIn' as const), values: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ field, test: fc.constantFrom('inPeriods' as const, 'notInPeriods' as const), periods: fc.array(fc.constantFrom(null, '1958', '1958-03', '2020-02-29'), { maxLength: 3 }) }),
  fc.record({ field, test: fc.constantFrom('contains' as const, 'notContains' as const, 'startsWith' as const, 'endsWith' as const), text }),
  fc.record({ field, test: fc.constantFrom('equals' as const, 'notEquals' as const, 'less' as const, 'greaterOrEqual' as const), value: scalar }),
  fc.record({ field, test: fc.constant('between' as const), from: scalar, to: scalar }),
  fc.record({ field, test: fc.constantFrom('blank' as const, 'notBlank' as const) }),
  fc.record({ field: fc.constant('' as const), test: fc.constant('group' as const), group: fc.constantFrom(...groupKeys.filter((key) => key !== 'frozenList' && canAsk(key, 'people'))), of: fc.constant('60'), not: fc.boolean() }),
);
const anyBody: fc.Arbitrary<ViewBody> = fc.record({
  columns: fc.option(fc.uniqueArray(fc.record({ field, width: fc.integer({ min: 20, max: 2000 }), shown: fc.boolean(), frozen: fc.boolean() }), { selector: (column) => column.field, maxLength: 8 })),
  groups: fc.boolean(),
  search: fc.string({ maxLength: 12 }),
  filters: fc.array(filter, { maxLength: 5 }),
  sorts: fc.array(fc.record({ field, descending: fc.boolean() }), { maxLength: 3 }),
  formats: fc.array(fc.record({ when: filter.filter((each) => each.field !== ''), paint: fc.constantFrom(...paints), sign: fc.constantFrom(...signs), wholeRow: fc.boolean() }), { maxLength: 3 }),
});

const answer = async (client: TestClient, view: ViewBody): Promise<string[]> => (await client.tables.rows({ ...questionOf('people', 2020, view), offset: 0, limit: 100 })).rows.map(({ id }) => id);

describe('a saved view', () => {
  it('opens with the question that was saved, also after a file and another register', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    let saved = await client.views.save({ subject: 'people', name: '试', forAll: false, body: body() });
    await fc.assert(
      fc.asyncProperty(anyBody, async (made) => {
        saved = await client.views.save({ id: saved.id, subject: 'people', name: '试', forAll: false, body: made });
        const { views: [opened] } = await client.views.list({ subject: 'people' });
        expect(opened?.body).toEqual(made);
        const { views: [taken], left } = readViewFile(viewFile([{ subject: 'people', name: '试', body: made }]), '试.json');
        expect(left).toEqual([]);
        expect(taken?.body).toEqual(made);
        expect(questionOf('people', 2020, opened?.body ?? body())).toEqual(questionOf('people', 2020, made));
        expect(await answer(client, opened?.body ?? body())).toEqual(await answer(client, made));
      }),
      { numRuns: 60 },
    );
  });

  it('is its maker\'s, or everybody\'s, and outlives the program', async () => {
    const { client, path, core } = await openTestCore({ who: '甲' });
    const own = await client.views.save({ subject: 'people', name: '我的', forAll: false, body: body({ search: '张' }) });
    const common = await client.views.save({ subject: 'people', name: '大家的', forAll: true, body: body() });
    await client.views.save({ subject: 'households', name: '我的', forAll: false, body: body() });
    await client.views.setStart({ subject: 'people', view: own.id });
    expect(own).toMatchObject({ madeBy: '甲', forAll: false });
    core.close();
    await core.openRegister(path);
    expect(await client.views.list({ subject: 'people' })).toMatchObject({ views: [{ id: own.id, body: { search: '张' } }, { id: common.id, forAll: true }], start: own.id });
    core.close();
    const other = await openTestCore({ who: '乙' });
    await other.core.openRegister(path);
    expect((await other.client.views.list({ subject: 'people' })).views.map(({ name }) => name)).toEqual(['大家的']);
    expect((await other.client.views.list({ subject: 'people' })).start).toBeNull();
    await expect(other.client.views.remove({ id: own.id })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('is renamed, taken out and brought back; two of one name are refused', async () => {
    const { client } = await openTestCore();
    const one = await client.views.save({ subject: 'people', name: '一', forAll: false, body: body() });
    await client.views.setStart({ subject: 'people', view: one.id });
    await expect(client.views.save({ subject: 'people', name: '一', forAll: false, body: body() })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
    expect(await client.views.rename({ id: one.id, name: '二', forAll: true })).toMatchObject({ name: '二', forAll: true });
    await client.views.remove({ id: one.id });
    expect(await client.views.list({ subject: 'people' })).toEqual({ views: [], start: null });
    await client.views.save({ subject: 'people', name: '二', forAll: true, body: body() });
    await expect(client.views.restore({ id: one.id })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
    await client.views.rename({ id: (await client.views.list({ subject: 'people' })).views[0]?.id ?? '', name: '三', forAll: true });
    expect(await client.views.restore({ id: one.id })).toMatchObject({ name: '二' });
  });

  it('is no change of the register: an import that was looked at stays good', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] });
    await client.views.save({ subject: 'people', name: '一', forAll: false, body: body() });
    expect(await client.importing.commit({ batch: plan.batch, confirmed: true })).toMatchObject({ state: 'committed' });
    expect((await client.tables.undoState()).undo).toContain('导入');
  });
});

describe('a file of views', () => {
  it('tells what it leaves out: columns that there are not, tables that there are not, lists of names', () => {
    const file = JSON.parse(viewFile([{ subject: 'people', name: '甲', body: body({ sorts: [{ field: 'sex', descending: false }] }) }])) as { views: { subject: string; name: string; body: unknown }[] };
    file.views.push({
      subject: 'people', name: '乙',
      body: { columns: [{ field: 'name', width: 80, shown: true, frozen: true }, { field: 'nickname', width: 80, shown: true, frozen: false }], filters: [{ field: 'age', test: 'blank' }, { field: '', test: 'group', group: 'frozenList', of: 'x' }], sorts: [{ field: 'age', descending: true }] },
    });
    file.views.push({ subject: 'ledger:nothing', name: '丙', body: {} }, { subject: 'people', name: '丁', body: { columns: 7 } });
    const { views, left } = readViewFile(JSON.stringify(file), '视图.json');
    expect(views.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(views[1]?.body).toMatchObject({ columns: [{ field: 'name' }], filters: [], sorts: [] });
    expect(left.join('\n')).toMatch(/列“nickname”[^]*条件“age”[^]*排序“age”[^]*冻结名单[^]*视图“丙”：这里没有这张表[^]*视图“丁”：内容读不懂/);
  });

  it('is refused where it is none of ours, or newer', () => {
    expect(() => readViewFile('姓名,证件号码', 'a.json')).toThrow('不是视图文件');
    expect(() => readViewFile('{"kind":"other"}', 'a.json')).toThrow('不是视图文件');
    expect(() => readViewFile('{"kind":"mingce-views","version":99,"views":[]}', 'a.json')).toThrow('更新版本');
  });
});
