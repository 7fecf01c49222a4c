import { describe, expect, it, onTestFinished } from 'vitest';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { readFacts } from '../../../electron/core/tables/facts.ts';
import type { Filter } from '../../../shared/contract/tables.ts';
import { atSchool, isDisabled, isHere, isMonitored, onSupport, stageOf, type Who } from '../../../shared/register/who.ts';
import { builtInId, builtInViews } from '../../../shared/views/built-in.ts';
import type { GroupKey } from '../../../shared/views/conditions.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const group = (key: GroupKey, of?: string, not?: boolean): Filter => ({ field: '', test: 'group', group: key, ...(of === undefined ? {} : { of }), ...(not === undefined ? {} : { not }) });

const head = ['户编号', '人编号', '姓名', '证件号码', '与户主关系', '成员状态', '在校生状况', '健康状况', '残疾类别', '是否享受低保', '是否特困供养人员'];
const person = (household: number, order: number, name: string, birth: string, relation: string, ...rest: string[]): string[] =>
  [`990000000${household}`, `99000000000${household}${order}`, name, identity(birth, household * 10 + order), relation, ...rest];
/** Three households: an old couple in 低保; a mother with pupils; a man alone, disabled, whose brother died. */
const people = csv('人员2020.csv', [
  head,
  person(1, 1, '张试一', '19601231', '户主', '正常', '非在校生', '健康', '', '是', '否'),
  person(1, 2, '李试二', '19610101', '配偶', '正常', '非在校生', '长期慢性病', '', '否', '否'),
  person(2, 1, '王试三', '19800505', '户主', '正常', '非在校生', '健康', '', '否', '否'),
  person(2, 2, '王试四', '20080901', '之子', '正常', '七年级', '健康', '', '否', '否'),
  person(2, 3, '王试五', '20160901', '之女', '正常', '学龄前儿童', '健康', '', '否', '否'),
  person(2, 4, '王试六', '20030901', '之子', '正常', '普通高中二年级', '健康', '', '否', '否'),
  person(3, 1, '赵试七', '19701010', '户主', '正常', '非在校生', '残疾', '肢体残疾', '否', '是'),
  person(3, 2, '赵试八', '19501010', '之兄弟姐妹', '死亡', '非在校生', '残疾', '视力残疾', '是', '否'),
]);

async function filled(now = new Date()) {
  const core = await openTestCore({ now: () => now });
  await importAll(core.client, [people]);
  return core;
}

const names = async (client: TestClient, subject: 'people' | 'households', ...filters: Filter[]): Promise<string[]> =>
  (await client.tables.rows({ subject, year: 2020, filters, offset: 0, limit: 100 })).rows.map(({ values }) => String(values[subject === 'people' ? 'name' : 'headName'])).toSorted();

const rowOf = async (client: TestClient, name: string) => {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'name', test: 'equals', value: name }], offset: 0, limit: 1 });
  if (!rows[0]) throw new Error(`no ${name}`);
  return rows[0];
};
const edit = async (client: TestClient, name: string, field: string, text: string) => {
  const { id, revision } = await rowOf(client, name);
  return client.tables.edit({ subject: 'people', id, year: 2020, field, text, base: revision });
};

describe('what no column says', () => {
  it('is asked of people, and of households by anybody in them; who is gone does not count', async () => {
    const { client } = await filled();
    const all = ['张试一', '李试二', '王试三', '王试四', '王试五', '王试六', '赵试七', '赵试八'].toSorted();
    const cases: [Filter, readonly string[], readonly string[]][] = [
      [group('ageFrom', '60'), ['张试一'], ['张试一']],
      [group('ageUnder', '16'), ['王试五', '王试四'], ['王试三']],
      [group('atSchool'), ['王试六', '王试四'], ['王试三']],
      [group('compulsory'), ['王试四'], ['王试三']],
      [group('disabled'), ['赵试七'], ['赵试七']],
      [group('secured'), ['张试一', '赵试七'], ['张试一', '赵试七']],
    ];
    for (const [filter, persons, heads] of cases) {
      expect(await names(client, 'people', filter)).toEqual(persons.toSorted());
      expect(await names(client, 'households', filter)).toEqual(heads.toSorted());
      const { not: _, ...plain } = filter as Extract<Filter, { test: 'group' }>;
      expect(await names(client, 'people', { ...plain, not: true })).toEqual(all.filter((name) => !persons.includes(name)));
    }
    // Of a household with a disabled person everybody counts, the dead brother beside him, too.
    expect(await names(client, 'people', group('disabledHousehold'))).toEqual(['赵试七', '赵试八'].toSorted());
  });

  it('joins column conditions, counts and values', async () => {
    const { client } = await filled();
    expect(await names(client, 'people', group('atSchool'), { field: 'schooling', test: 'equals', value: '七年级' })).toEqual(['王试四']);
    const question = { subject: 'people' as const, year: 2020, filters: [group('atSchool')] };
    expect(await client.views.counts({ questions: [{ key: 'a', question }, { key: 'b', question: { ...question, filters: [] } }] })).toEqual({ a: 2, b: 8 });
    expect(await client.tables.distinct({ ...question, field: 'relation' })).toEqual([{ value: '之子', count: 2 }]);
  });

  it('refuses an age that is none, and tables of which it cannot be asked', async () => {
    const { client } = await filled();
    await expect(names(client, 'people', group('ageFrom', "60' OR 1=1"))).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
    await expect(client.tables.rows({ subject: 'ledger:project', year: 2020, filters: [group('ageFrom', '60')], offset: 0, limit: 1 })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });

  it('knows a monitored household until its risk is cleared', async () => {
    const { client } = await filled();
    expect(await names(client, 'households', group('monitored'))).toEqual([]);
    await edit(client, '王试三', 'monitoredKind', '脱贫不稳定户');
    expect(await names(client, 'households', group('monitored'))).toEqual(['王试三']);
    expect(await names(client, 'people', group('monitored'))).toHaveLength(4);
    await edit(client, '王试三', 'riskCleared', '是');
    expect(await names(client, 'households', group('monitored'))).toEqual([]);
  });
});

describe('changed this month', () => {
  it('is what was written since the first and not put back', async () => {
    let now = new Date(2020, 3, 20, 9);
    const { client } = await openTestCore({ now: () => now });
    await importAll(client, [people]);
    expect(await names(client, 'people', group('changedThisMonth'))).toHaveLength(8);
    const before = await edit(client, '李试二', 'memberPhone', '19900000005');
    expect(before.undo.undo).toContain('李试二');
    now = new Date(2020, 4, 2, 9);
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual([]);
    await edit(client, '王试四', 'schooling', '八年级');
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual(['王试四']);
    expect(await names(client, 'households', group('changedThisMonth'))).toEqual(['王试三']);
    await client.tables.undo();
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual([]);
    await client.tables.redo();
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual(['王试四']);
    await client.tables.undo();
    // What was written last month and is taken back this month is a change of this month, until it is done again.
    await client.tables.undo();
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual(['李试二']);
    await client.tables.redo();
    expect(await names(client, 'people', group('changedThisMonth'))).toEqual([]);
  });
});

describe('findings', () => {
  it('are a condition and marks, and follow each edit', async () => {
    const { client } = await filled();
    const { rows: all } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100 });
    const marks = async () => client.views.marks({ subject: 'people', year: 2020, ids: all.map(({ id }) => id) });
    const marked = async () => Object.keys(await marks()).map((id) => String(all.find((row) => row.id === id)?.values['name'])).toSorted();
    const { id } = await rowOf(client, '王试三');
    const before = await marks();
    expect(before[id]?.map(({ field }) => field) ?? []).not.toContain('sex');
    expect(await names(client, 'people', group('findings'))).toEqual(await marked());
    await edit(client, '王试三', 'sex', '女');
    const { [id]: now = [] } = await marks();
    expect(now[0]).toMatchObject({ field: 'sex', grade: 'E', message: expect.stringContaining('性别') as string });
    expect(await names(client, 'people', group('findings'))).toEqual(await marked());
    expect(await names(client, 'people', group('findings', 'E'))).toContain('王试三');
    expect(await names(client, 'households', group('findings', 'E'))).toContain('王试三');
    const question = { subject: 'people' as const, year: 2020, filters: [group('findings')] };
    const place = await client.tables.position({ ...question, id });
    expect(await client.views.nextMark({ question, row: (place ?? 0) - 1 })).toMatchObject({ row: place, id, fields: expect.arrayContaining(['sex']) as string[] });
    await client.tables.undo();
    expect(await marks()).toEqual(before);
    expect(await names(client, 'people', group('findings'))).toEqual(await marked());
  });

  it('are found forwards and backwards, round the end', async () => {
    const { client } = await filled();
    const question = { subject: 'people' as const, year: 2020 };
    const all = (await client.tables.rows({ ...question, offset: 0, limit: 100 })).rows.map(({ id }) => id);
    const marked = new Set(Object.keys(await client.views.marks({ subject: 'people', year: 2020, ids: all })));
    expect(marked.size).toBeGreaterThan(0);
    const places = all.flatMap((id, at) => (marked.has(id) ? [at] : []));
    const walk: number[] = [];
    for (let row = -1; walk.length < places.length + 1; ) {
      row = (await client.views.nextMark({ question, row }))?.row ?? -1;
      walk.push(row);
    }
    expect(walk).toEqual([...places, places[0]]);
    expect((await client.views.nextMark({ question, row: places[0] ?? 0, backwards: true }))?.row).toBe(places.at(-1));
    expect(await client.views.nextMark({ question: { ...question, search: '没有这个人' }, row: 0 })).toBeNull();
  });
});

it('means by a word what reports and rules mean by it', async () => {
  const { core, path, client } = await filled();
  await edit(client, '张试一', 'disabilityKind', '肢体残疾');
  await edit(client, '李试二', 'health', '长期慢性病、残疾');
  await edit(client, '王试三', 'monitoredKind', '边缘易致贫户');
  await edit(client, '赵试七', 'monitoredKind', '边缘易致贫户');
  await edit(client, '赵试七', 'riskCleared', '是');
  const found = async (subject: 'people' | 'households', key: GroupKey): Promise<string[]> => (await client.tables.rows({ subject, year: 2020, filters: [group(key)], offset: 0, limit: 100 })).rows.map(({ id }) => id).toSorted();
  const words: readonly (readonly [GroupKey, Who])[] = [['atSchool', atSchool], ['compulsory', (of) => ['小学', '初中'].includes(stageOf(of) ?? '')], ['disabled', isDisabled], ['secured', onSupport]];
  const persons = await Promise.all(words.map(([key]) => found('people', key)));
  const monitored = await found('households', 'monitored');
  core.close();
  const register = openRegisterFile(path, { who: '试用员', now: () => new Date() });
  onTestFinished(() => register.close());
  const facts = readFacts(register, { year: 2020 });
  for (const [at, [key, who]] of words.entries()) {
    const meant = facts.flatMap(({ members }) => members).filter((member) => isHere(member) && who(member)).map(({ id }) => id);
    expect([key, persons[at]]).toEqual([key, meant.toSorted()]);
  }
  expect(persons.map(({ length }) => length)).toEqual([2, 1, 3, 2]);
  expect(monitored).toEqual(facts.filter(isMonitored).map(({ id }) => id));
  expect(monitored).toHaveLength(1);
});

it('the groups of the plan come out as the plan counts them', async () => {
  const { client } = await openTestCore();
  await client.registers.openSample();
  const counts = await client.views.counts({
    questions: builtInViews.map((view) => ({ key: builtInId(view), question: { subject: view.subject, year: 2020, filters: [...view.filters], sorts: [...(view.sorts ?? [])] } })),
  });
  expect(counts).toMatchObject({
    'builtin:households:under6000': 18,
    'builtin:people:under6000': 38,
    'builtin:households:cause-school': 5,
    'builtin:people:pupils-of-cause': 11,
    'builtin:people:compulsory': 7,
    'builtin:households:disabled': 54,
    'builtin:people:disabled-families': 109,
    'builtin:people:disabled': 58,
    'builtin:people:secured': 174,
    'builtin:households:secured': 99,
    'builtin:households:water': 111,
    'builtin:households:water-open': 0,
    'builtin:people:old': 129,
    'builtin:people:changed': 208,
  });
});
