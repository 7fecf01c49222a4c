import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSubjects } from '../../../shared/changes/match-subjects.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';
import { departmentLayouts, sheetOf } from '../../fixtures/layouts/layouts.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const numbers = Array.from({ length: 6 }, (_, at) => identity(`196${at}0101`, at + 1)) as [string, string, string, string, string, string];
const [a, b, c, d, e] = numbers;

async function register(): Promise<TestClient> {
  const { client } = await openTestCore();
  await importAll(client, [
    csv('人员_2020.csv', [
      ['行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '是否享受低保', '残疾类别', '在校生状况', '是否参加城乡居民基本医疗保险'],
      ['上牛村', '1', '11', '赵己一', a, '户主', '是', '', '', '是'],
      ['上牛村', '1', '12', '钱试', b, '配偶', '否', '肢体残疾', '', '是'],
      ['下牛村', '2', '21', '孙未', c, '户主', '是', '', '', ''],
      ['下牛村', '2', '22', '阿不都·买买提', d, '之子', '否', '', '小学', ''],
      ['下牛村', '3', '31', '李小红', e, '户主', '', '', '非在校生', ''],
    ]),
  ]);
  return client;
}

describe('ready-made subjects', () => {
  it('name only kinds of sheets and fields that there are, and no kind twice', () => {
    const kinds = matchSubjects.flatMap((subject) => subject.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect(findSheetKind(kind)?.key).toBe(kind);
  });

  it('双纳入: who is on the list and not marked, marked and not on the list, neither, both', async () => {
    const client = await register();
    const list = csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额'], ['赵己一', a, 'A', '500'], ['钱试', b, 'B', '400'], ['外人', identity('19900101', 9), 'A', '500']]);
    const found = await client.importing.match({ file: list });
    expect(found.subject).toBe('dibao');
    expect(found.both.map(({ name }) => name)).toEqual(['赵己一']);
    expect(found.differ).toMatchObject([{ name: '钱试', fields: [{ field: 'dibao', register: '否', theirs: '是' }] }]);
    expect(found.onlyTheirs.map(({ name }) => name)).toEqual(['外人']);
    // Only who is said to have 低保 is missed, not everybody.
    expect(found.onlyRegister.map(({ name }) => name)).toEqual(['孙未']);
  });

  it('the disabled by their certificate, with the kind of disability compared', async () => {
    const client = await register();
    const list = csv('残疾人2020.csv', [['姓名', '证件号码', '性别', '残疾类别', '残疾等级', '发证时间', '现住址', '联系方式'], ['钱试', `${b}13`, '', '视力', '三级', '', '', '']]);
    const found = await client.importing.match({ file: list });
    expect(found).toMatchObject({ subject: 'disabled', onlyRegister: [] });
    expect(found.differ[0]?.fields).toContainEqual({ field: 'disabilityKind', label: '残疾类别', register: '肢体残疾', theirs: '视力残疾' });
  });

  it('can be named where the sheet does not say what it is', async () => {
    const client = await register();
    const list = csv('名单.csv', [['姓名', '证件号码', '村民'], ['赵己一', a, '是']]);
    expect((await client.importing.match({ file: list, as: 'dibao' })).onlyRegister.map(({ name }) => name)).toEqual(['孙未']);
    expect((await client.importing.match({ file: list })).subject).toBeNull();
    await expect(client.importing.match({ file: list, as: '没有的' })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });
});

describe('who may be meant', () => {
  const slip = (number: string, place: number): string => number.slice(0, place) + String((Number(number[place]) + 1) % 10) + number.slice(place + 1);
  const swapped = (number: string, place: number): string => number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);

  it.each([
    ['one digit off, the same name', '赵己一', slip(a, 12), '上牛村', '赵己一', /^同名，证件号码第 13 位不同/],
    ['two neighbours swapped', '孙未', swapped(c, 2), '', '孙未', /^同名，证件号码/],
    ['one digit off, another name', '别人', slip(c, 15), '', '孙未', /证件号码第 16 位不同/],
    ['a look-alike character in the same village', '赵已一', identity('19500101', 7), '上牛村', '赵己一', /音|形近/],
    ['a look-alike character of another sound', '孙末', '', '下牛村', '孙未', /形近/],
    ['a name that sounds the same, born on the same day', '前事', `${b.slice(0, 14)}9999`, '', '钱试', /音/],
    ['the dot of a minority name', '阿不都买买提', identity('19500101', 7), '', '阿不都·买买提', /同名|·/],
    ['no number at all', '李小红', '', '下牛村', '李小红', /同名/],
  ] as const)('is offered for %s', async (_, name, number, village, expected, why) => {
    const client = await register();
    const found = await client.importing.match({ file: csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额', '行政村'], [name, number, 'A', '1', village]]) });
    const offered = found.near.filter(({ candidate }) => candidate.name === expected);
    expect(offered.map(({ why: told }) => told)).toEqual([expect.stringMatching(why)]);
    expect(found.both.length + found.differ.length).toBe(0);
  });

  it('is nobody of another village by sound or look alone', async () => {
    const client = await register();
    const found = await client.importing.match({ file: csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额', '行政村'], ['孙末', identity('19500101', 7), 'A', '1', '外村']]) });
    expect(found.near).toEqual([]);
  });
});

describe('answers', () => {
  it('are remembered: next month the line is that person, or nobody', async () => {
    const client = await register();
    const march = csv('低保2020年3月.csv', [['姓名', '证件号码', '等级', '金额'], ['赵己一', a.slice(0, 16), 'A', '500'], ['孙未', identity('19500101', 7), 'A', '400']]);
    const found = await client.importing.match({ file: march });
    expect(found.unusable.map(({ name }) => name)).toEqual(['赵己一']);
    const [first, second] = found.near;
    await client.importing.answerMatch({ list: found.list, theirs: first?.theirs ?? '', memberId: first?.candidate.memberId ?? null });
    await client.importing.answerMatch({ list: found.list, theirs: second?.theirs ?? '', memberId: null });
    const april = await client.importing.match({ file: new File([await march.arrayBuffer()], '低保2020年4月.csv') });
    expect([...april.both, ...april.differ]).toMatchObject([{ name: '赵己一', told: expect.stringContaining('答复') as string }]);
    expect(april).toMatchObject({ unusable: [], near: [], onlyTheirs: [{ name: '孙未', told: expect.stringContaining('答复') as string }] });
    expect(new Map((await client.importing.matchAnswers()).map(({ name, person }) => [name, person?.name ?? null]))).toEqual(new Map([['孙未', null], ['赵己一', '赵己一']]));
    await client.importing.answerMatch({ list: found.list, theirs: second?.theirs ?? '' });
    expect((await client.importing.match({ file: march })).near).toHaveLength(1);
  });
});

it('every row of every department’s list stands in exactly one place', async () => {
  const client = await register();
  const number = fc.constantFrom(...numbers, '', '123', `${a}41`, '9.9E+17', identity('19990101', 3));
  const lists = departmentLayouts.filter(({ headers }) => typeof headers === 'string' && /证件号码|身份证号/.test(headers));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...lists), fc.array(fc.tuple(fc.constantFrom('赵己一', '钱试', '', '外人'), number), { minLength: 1, maxLength: 10 }), async (layout, people) => {
      const [model] = layout.rows;
      const rows = people.map(([name, key]) => ({ ...model, 姓名: name, 家庭成员姓名: name, 学生姓名: name, 证件号码: key, 身份证号: key, 身份证号码: key }));
      const found = await client.importing.match({ file: csv(layout.file, sheetOf({ ...layout, rows })) });
      const places = [...found.both, ...found.differ, ...found.onlyTheirs, ...found.unusable].map(({ row }) => row);
      expect(new Set(places).size).toBe(places.length);
      expect(places).toHaveLength(found.rows);
      expect(found.subject === null || matchSubjects.find(({ key }) => key === found.subject)?.kinds.includes(layout.kind)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
