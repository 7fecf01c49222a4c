import { ORPCError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { RefusalData } from '../../../shared/contract/procedure.ts';
import type { Filter, RowsQuery } from '../../../shared/contract/tables.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { li, peopleSheet, wang, zhang } from '../support/people.ts';

async function filled() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core.client;
}

const names = async (client: TestClient, query: Omit<RowsQuery, 'year' | 'subject'>, subject: 'people' | 'households' = 'people') =>
  (await client.tables.rows({ subject, year: 2020, offset: 0, limit: 100, ...query })).rows.map(({ values }) => values[subject === 'people' ? 'name' : 'headName']);
const rowOf = async (client: TestClient, name: string) => {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 });
  if (!rows[0]) throw new Error(`no ${name}`);
  return rows[0];
};
const edit = async (client: TestClient, name: string, field: string, text: string, base?: number) => {
  const { id, revision } = await rowOf(client, name);
  return client.tables.edit({ subject: 'people', id, year: 2020, field, text, base: base ?? revision });
};

describe('rows', () => {
  it('come in walking order, head first, and in windows', async () => {
    const client = await filled();
    expect(await names(client, {})).toEqual(['王试三', '张试一', '李试二']);
    const window = await client.tables.rows({ subject: 'people', year: 2020, offset: 1, limit: 1 });
    expect(window).toMatchObject({ total: 3, offset: 1 });
    expect(window.rows.map(({ values }) => values['name'])).toEqual(['张试一']);
    expect((await client.tables.rows({ subject: 'people', year: 2020, offset: 50, limit: 10 })).rows).toEqual([]);
  });

  it('sort by several columns; names by pinyin; blanks last', async () => {
    const client = await filled();
    expect(await names(client, { sorts: [{ field: 'name', descending: false }] })).toEqual(['李试二', '王试三', '张试一']);
    expect(await names(client, { sorts: [{ field: 'workMonths', descending: true }, { field: 'birthDate', descending: false }] })).toEqual(['李试二', '王试三', '张试一']);
    const position = await client.tables.position({ subject: 'people', year: 2020, sorts: [{ field: 'name', descending: false }], id: (await rowOf(client, '张试一')).id });
    expect(position).toBe(2);
  });

  it.each<[string, Filter, string[]]>([
    ['in', { field: 'village', test: 'in', values: ['金坑村'] }, ['王试三']],
    ['in, with blanks', { field: 'workMonths', test: 'in', values: [null, 99] }, ['王试三', '张试一']],
    ['all but these', { field: 'workMonths', test: 'notIn', values: [null, 99] }, ['李试二']],
    ['all but these, the blanks among the rest', { field: 'village', test: 'notIn', values: ['台地村'] }, ['王试三']],
    ['in nothing', { field: 'village', test: 'in', values: [] }, []],
    ['years and months', { field: 'birthDate', test: 'inPeriods', periods: ['1958', '1961-07'] }, ['张试一', '李试二']],
    ['a day', { field: 'birthDate', test: 'inPeriods', periods: ['1958-03-12'] }, ['张试一']],
    ['all but a year', { field: 'birthDate', test: 'notInPeriods', periods: ['1958'] }, ['王试三', '李试二']],
    ['no period at all', { field: 'birthDate', test: 'inPeriods', periods: [] }, []],
    ['all but the blanks among days', { field: 'memberIdentified', test: 'notInPeriods', periods: [null] }, []],
    ['the blanks among days', { field: 'memberIdentified', test: 'inPeriods', periods: [null, '2020'] }, ['王试三', '张试一', '李试二']],
    ['all but a year, the blanks among the rest', { field: 'memberIdentified', test: 'notInPeriods', periods: ['2020'] }, ['王试三', '张试一', '李试二']],
    ['contains', { field: 'name', test: 'contains', text: '试一' }, ['张试一']],
    ['contains a sign of LIKE', { field: 'name', test: 'contains', text: '%' }, []],
    ['notContains', { field: 'name', test: 'notContains', text: '试一' }, ['王试三', '李试二']],
    ['startsWith', { field: 'name', test: 'startsWith', text: '李' }, ['李试二']],
    ['endsWith', { field: 'name', test: 'endsWith', text: '三' }, ['王试三']],
    ['equals', { field: 'workMonths', test: 'equals', value: 6 }, ['李试二']],
    ['notEquals', { field: 'workMonths', test: 'notEquals', value: 6 }, ['王试三', '张试一']],
    ['less', { field: 'birthDate', test: 'less', value: '1955-01-01' }, ['王试三']],
    ['greaterOrEqual', { field: 'birthDate', test: 'greaterOrEqual', value: '1958-03-12' }, ['张试一', '李试二']],
    ['between', { field: 'birthDate', test: 'between', from: '1958-01-01', to: '1959-01-01' }, ['张试一']],
    ['blank', { field: 'workMonths', test: 'blank' }, ['王试三', '张试一']],
    ['notBlank', { field: 'workMonths', test: 'notBlank' }, ['李试二']],
    ['a column of the household', { field: 'householdNo', test: 'equals', value: '9900000001' }, ['张试一', '李试二']],
    ["the head's column", { field: 'headName', test: 'equals', value: '张试一' }, ['张试一', '李试二']],
  ])('filter by %s', async (_, filter, expected) => {
    expect(await names(await filled(), { filters: [filter] })).toEqual(expected);
  });

  it('stay where a page has them, with what they hold now, and say whether they would stand otherwise', async () => {
    const client = await filled();
    const asked = { subject: 'people' as const, year: 2020, sorts: [{ field: 'name', descending: false }] };
    const window = { ...asked, offset: 0, limit: 100 };
    const { rows } = await client.tables.rows(window);
    expect(rows.map(({ values }) => values['name'])).toEqual(['李试二', '王试三', '张试一']);
    const standing = (await client.registers.current())?.revision ?? 0;
    await edit(client, '李试二', 'memberPhone', '19900000077');
    const same = await client.tables.rows({ ...window, standing });
    expect(same).toMatchObject({ total: 3, moved: false });
    expect(same.rows[0]?.values['memberPhone']).toBe('19900000077');
    await edit(client, '李试二', 'name', '赵试二');
    expect(await names(client, { sorts: asked.sorts })).toEqual(['王试三', '张试一', '赵试二']);
    const stood = await client.tables.rows({ ...window, standing });
    expect(stood).toMatchObject({ total: 3, moved: true });
    expect(stood.rows.map(({ values }) => values['name'])).toEqual(['赵试二', '王试三', '张试一']);
    expect(await client.tables.named({ question: asked, revision: standing, rows: [{ from: 2, to: 2 }, { from: 0, to: 1 }] })).toEqual([rows[2]?.id, rows[0]?.id, rows[1]?.id]);
    await expect(client.tables.named({ question: asked, revision: standing, rows: [{ from: 2, to: 3 }] })).rejects.toMatchObject({ data: { code: 'STALE' } });
    await expect(client.tables.rows({ ...window, standing: 0 })).rejects.toMatchObject({ data: { code: 'STALE' } });
  });

  it('refuse a column that there is not, and take values as values', async () => {
    const client = await filled();
    await expect(client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'name; DROP TABLE member', test: 'blank' }], offset: 0, limit: 1 })).rejects.toMatchObject({
      data: { code: 'WRONG_USAGE' },
    });
    expect(await names(client, { filters: [{ field: 'name', test: 'equals', value: "' OR 1=1 --" }] })).toEqual([]);
    expect(await names(client, { search: "' OR 1=1 --" })).toEqual([]);
  });

  it('tell the values of a column with their counts', async () => {
    const client = await filled();
    const filters: Filter[] = [{ field: 'village', test: 'in', values: ['台地村'] }];
    expect(await client.tables.distinct({ subject: 'people', year: 2020, field: 'village', filters })).toEqual([{ value: '台地村', count: 2 }, { value: '金坑村', count: 1 }]);
    expect(await client.tables.distinct({ subject: 'people', year: 2020, field: 'relation', filters })).toEqual([{ value: '户主', count: 1 }, { value: '配偶', count: 1 }]);
  });

  it('count the months of a column of days, and the days that are asked for', async () => {
    const client = await filled();
    const asked = { subject: 'people' as const, year: 2020, field: 'birthDate' };
    const born = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 9 })).rows.map(({ values }) => String(values['birthDate'])).toSorted().toReversed();
    expect(await client.tables.periods(asked)).toEqual(born.map((day) => ({ period: day.slice(0, 7), count: 1 })));
    // The column's own condition is what is being chosen; those of others count.
    expect(await client.tables.periods({ ...asked, filters: [{ field: 'birthDate', test: 'blank' }, { field: 'name', test: 'equals', value: '张试一' }] })).toEqual([{ period: '1958-03', count: 1 }]);
    expect(await client.tables.periods({ ...asked, days: { year: '1958', month: '03' } })).toEqual([{ period: '1958-03-12', count: 1 }]);
    expect(await client.tables.periods({ ...asked, days: { month: '03', day: '12' } })).toEqual([{ period: '1958-03-12', count: 1 }]);
    expect(await client.tables.periods({ ...asked, days: { year: '95', day: '12' } })).toEqual([{ period: '1958-03-12', count: 1 }]);
    expect(await client.tables.periods({ ...asked, days: { year: '58', day: '13' } })).toEqual([]);
    expect(await client.tables.periods({ ...asked, field: 'memberIdentified' })).toEqual([{ period: null, count: 3 }]);
  });

  it('count the villages in walking order', async () => {
    const client = await filled();
    expect(await client.tables.villages({ year: 2020 })).toEqual([
      { town: '卧龙街道', village: '金坑村', households: 1, people: 1 },
      { town: '高台子街道', village: '台地村', households: 1, people: 2 },
    ]);
  });
});

describe('finding', () => {
  it.each([
    ['a name', '李试二', ['李试二']],
    ['part of a name', '试', ['王试三', '张试一', '李试二']],
    ['pinyin', 'zhang', ['张试一']],
    ['initials', 'lse', ['李试二']],
    ['the tail of an identity number', wang.slice(-4), ['王试三']],
    ['a tail with a small x', zhang.slice(-6).toLowerCase(), ['张试一']],
    ['a phone', '19900000002', ['王试三']],
    ['a village', '金坑', ['王试三']],
    ['a household', '9900000001', ['张试一', '李试二']],
    ['nothing', '没有这个人', []],
  ])('knows %s', async (_, text, expected) => {
    const client = await filled();
    const found = (await client.tables.find({ text })).map(({ title }) => title);
    expect(new Set(found)).toEqual(new Set(expected));
    expect(new Set(await names(client, { search: text }))).toEqual(new Set(expected));
  });

  it('finds a household by anybody in it', async () => {
    const client = await filled();
    expect(await names(client, { search: '李试二' }, 'households')).toEqual(['张试一']);
    expect(await names(client, { search: 'lse' }, 'households')).toEqual(['张试一']);
  });

  it('opens the card of a household', async () => {
    const client = await filled();
    const { householdId } = await rowOf(client, '李试二');
    const card = await client.tables.card({ householdId, year: 2020 });
    expect(card.household.values['headName']).toBe('张试一');
    expect(card.members.map(({ values }) => values['name'])).toEqual(['张试一', '李试二']);
  });
});

describe('editing a cell', () => {
  it.each([
    ['a code by its words', 'education', '初中', '初中'],
    ['a code in old wording', 'health', '大病', '患有大病'],
    ['a date in any form', 'birthDate', '1961.7.25', '1961-07-25'],
    ['money', 'totalIncome', '12,345.6', 1_234_560],
    ['a phone', 'memberPhone', '199 0000 0009', '19900000009'],
    ['text', 'workPlace', ' 本溪市 ', '本溪市'],
    ['nothing', 'workMonths', '', null],
  ])('takes %s', async (_, field, text, stored) => {
    const client = await filled();
    const { row, undo } = await edit(client, '李试二', field, text);
    expect(row.values[field]).toBe(stored);
    if (field !== 'birthDate') expect(undo.undo).toMatch(/^李试二 · /);
    expect((await rowOf(client, '李试二')).values[field]).toBe(stored);
  });

  it.each([
    ['a word that is no code', 'education', '幼儿园', /文化程度|字典|没有/],
    ['a date that there is not', 'birthDate', '1961-02-30', /日期/],
    ['letters as money', 'totalIncome', '很多', /金额/],
    ['a wrong check digit', 'identityNo', `${li.slice(0, 17)}${li.endsWith('1') ? '2' : '1'}`, /校验码/],
    ['a number that somebody else has', 'identityNo', zhang, /张试一/],
    ['no name', 'name', '', /不能空/],
  ])('refuses %s with the reason, and changes nothing', async (_, field, text, reason) => {
    const client = await filled();
    const before = (await rowOf(client, '李试二')).values[field];
    await expect(edit(client, '李试二', field, text)).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'VALUE_REFUSED', what: expect.stringMatching(reason), where: expect.stringContaining('李试二') } });
    expect((await rowOf(client, '李试二')).values[field]).toBe(before);
  });

  it('writes nothing when nothing changes', async () => {
    const client = await filled();
    await edit(client, '李试二', 'workMonths', '6');
    expect((await client.registers.current())?.revision).toBe(1);
  });

  it('is STALE when the cell changed since it was seen, but not when another did', async () => {
    const client = await filled();
    const { revision } = await rowOf(client, '李试二');
    await edit(client, '李试二', 'workMonths', '7');
    await expect(edit(client, '李试二', 'workMonths', '8', revision)).rejects.toMatchObject({ data: { code: 'STALE' } });
    await edit(client, '李试二', 'education', '小学', revision);
    expect((await rowOf(client, '李试二')).values).toMatchObject({ workMonths: 7, education: '小学' });
  });

  it('tells of a STALE cell what stands there, and lets whoever has seen that write over it, but over nothing newer', async () => {
    const client = await filled();
    const { revision } = await rowOf(client, '李试二');
    await edit(client, '李试二', 'workMonths', '7');
    const { error } = await safe(edit(client, '李试二', 'workMonths', '8', revision));
    const seen = error instanceof ORPCError ? (error.data as RefusalData).stands : undefined;
    expect(seen).toEqual({ text: '7', revision: (await client.registers.current())?.revision });
    await edit(client, '李试二', 'workMonths', '9');
    await expect(edit(client, '李试二', 'workMonths', '8', seen?.revision)).rejects.toMatchObject({ data: { code: 'STALE', stands: { text: '9' } } });
    await edit(client, '李试二', 'workMonths', '8', (seen?.revision ?? 0) + 1);
    expect((await rowOf(client, '李试二')).values).toMatchObject({ workMonths: 8 });
  });

  it("does not write the head's name from elsewhere", async () => {
    const client = await filled();
    await expect(edit(client, '李试二', 'headName', '别人')).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
  });

  it('begins a record of a year that has none', async () => {
    const client = await filled();
    const { id } = await rowOf(client, '张试一');
    const { row } = await client.tables.edit({ subject: 'people', id, year: 2019, field: 'workMonths', text: '4', base: 1 });
    expect(row.values['workMonths']).toBe(4);
    await client.tables.undo();
    expect((await client.registers.current())?.years).toEqual([2020]);
  });

  it('refuses a row that is gone', async () => {
    const client = await filled();
    const { id } = await rowOf(client, '张试一');
    await client.tables.undo();
    await expect(client.tables.edit({ subject: 'people', id, year: 2020, field: 'name', text: '张试四', base: 1 })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});
