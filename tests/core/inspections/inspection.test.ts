import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/core.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';

const start = { occasion: '市级交叉检查', unit: '邻县交叉检查组', people: '试检一' } as const;
const villages = ['台地村', '金坑村', '甲峪村'] as const;
const sizes = [6, 3, 3] as const;
const number = (at: number): string => identity('19600101', at);

/** Twelve households in three villages, a person each. */
async function twelve(client: TestClient): Promise<void> {
  const places = villages.flatMap((village, at) => Array.from({ length: sizes[at] ?? 0 }, () => village));
  const rows = places.map((village, at) => [`99000000${String(at + 1).padStart(2, '0')}`, '试街道', village, `赵试${'甲乙丙丁戊己庚辛壬癸子丑'[at]}`, number(at + 1), '户主', '8000', `1990000${String(at + 1).padStart(4, '0')}`, at % 2 === 0 ? '一般贫困户' : '低保贫困户']);
  await importAll(client, [csv('人员_2020.csv', [['户编号', '乡', '村', '姓名', '证件号码', '与户主关系', '人均纯收入', '户联系电话', '贫困户属性'], ...rows])]);
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(work);
  return (error as { data?: unknown } | null)?.data;
}

test('draws from a frame by strata, tells how, draws the same again from the same seed, and puts the next of the stratum in the place of one who is not at home', async () => {
  const drawOnce = async () => {
    const { client } = await openTestCore();
    await twelve(client);
    await client.inspections.start(start);
    const draw = await client.inspections.draw({ count: 6, stratum: 'village', seed: '20200315' });
    const { households } = await client.inspections.record({ number: 1 });
    return { client, draw, households };
  };
  const { client, draw, households } = await drawOnce();
  expect(draw).toMatchObject({ frame: '全部户', size: 12, wanted: 6, stratum: 'village', seed: '20200315', who: '试用员' });
  // Three of six, and of the two villages with three and a half each one gets the half.
  expect(draw.strata.map(({ name, size, drawn }) => `${name} ${size} ${drawn}`)).toEqual(['甲峪村 3 2', '金坑村 3 1', '台地村 6 3']);
  const other = await drawOnce();
  expect(other.draw.fingerprint).toBe(draw.fingerprint);
  expect(other.households.map(({ householdNo }) => householdNo)).toEqual(households.map(({ householdNo }) => householdNo));

  const [first] = households;
  if (!first) throw new Error('nobody was drawn');
  expect((await safe(client.inspections.replace({ household: first.number, reason: ' ' }))).error).not.toBeNull();
  const { household } = await client.inspections.replace({ household: first.number, reason: '人不在家' });
  const after = await client.inspections.record({ number: 1 });
  const stands = after.households.find((each) => each.number === household);
  expect(stands).toMatchObject({ stratum: first.stratum, village: first.village, replaces: first.number, reason: '人不在家', position: 7 });
  expect(after.households.find((each) => each.number === first.number)).toMatchObject({ replacedBy: household });
  expect(after.walk).toHaveLength(6);
  expect(after.walk).not.toContain(first.number);
  expect(await refusal(client.inspections.replace({ household: first.number, reason: '人不在家' }))).toMatchObject({ what: '这一户已经换过了' });

  // A second draw leaves out who was drawn, and says so; a seed of its own is kept.
  const second = await client.inspections.draw({ count: 5 });
  expect(second).toMatchObject({ frame: '全部户，先前抽过的 7 户除外', size: 5, seed: expect.stringMatching(/^\d{8}$/) as string });
  expect(await refusal(client.inspections.draw({ count: 1 }))).toMatchObject({ code: 'VALUE_REFUSED', what: '“全部户”里还没抽过的只有 0 户，抽不出 1 户' });
  const all = await client.inspections.record({ number: 1 });
  expect(new Set(all.households.map(({ householdId }) => householdId)).size).toBe(12);
});

test('draws from a saved view, and names households by number or head', async () => {
  const { client } = await openTestCore();
  await twelve(client);
  await client.views.save({ subject: 'households', name: '低保户', forAll: true, body: { columns: null, groups: true, search: '', filters: [{ field: 'householdKind', test: 'in', values: ['低保贫困户'] }], sorts: [], formats: [] } });
  await client.inspections.start(start);
  const frames = await client.inspections.frames({ year: 2020 });
  expect(frames[0]).toMatchObject({ key: '', label: '全部户', households: 12 });
  expect(frames).toContainEqual(expect.objectContaining({ label: '低保户', households: 6 }));
  expect(frames).toContainEqual(expect.objectContaining({ label: '60岁以上（所在的户）', households: 12 }));
  // All rules are asked only once somebody draws from what they find.
  expect(frames).toContainEqual(expect.objectContaining({ label: '有疑点', households: null }));
  expect(await client.inspections.draw({ frame: '有疑点', count: 1, seed: '1' })).toMatchObject({ frame: '有疑点', wanted: 1 });
  expect(await refusal(client.inspections.draw({ frame: '没有的视图', count: 1 }))).toMatchObject({ code: 'NOT_FOUND' });
  const low = await client.inspections.draw({ frame: '低保户', count: 5, seed: '1' });
  expect((await client.inspections.record({ number: 1 })).households.filter(({ draw }) => draw === low.number).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => '低保贫困户'));
  expect(await refusal(client.inspections.name({ whom: '没有的人', reason: '点名' }))).toMatchObject({ code: 'NOT_FOUND' });
  const { household } = await client.inspections.name({ whom: '赵试甲', reason: '检查组点名' });
  expect(await refusal(client.inspections.name({ whom: '9900000001', reason: '检查组点名' }))).toMatchObject({ what: '这一户已经在名单里' });
  expect((await client.inspections.record({ number: 1 })).households.find((each) => each.number === household)).toMatchObject({ draw: null, reason: '检查组点名', head: '赵试甲' });
  expect(await refusal(client.inspections.replace({ household, reason: '人不在家' }))).toMatchObject({ what: '点名的户没有替换户' });
});

test('shows a household masked, one number whole only with a reason, and notes each time who saw which fields on which level', async () => {
  const { client } = await openTestCore();
  await twelve(client);
  const id = (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1, filters: [{ field: 'householdNo', test: 'equals', value: '9900000001' }] })).rows[0]?.householdId ?? '';
  await client.documents.add({ householdId: id, kind: '身份证', title: '身份证正面', files: [new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1])], '证.jpg')] });
  await client.inspections.start(start);
  const { household } = await client.inspections.name({ whom: '9900000001', reason: '检查组点名' });
  expect(await refusal(client.inspections.look({ household: household + 1 }))).toMatchObject({ what: '抽查名单里没有这一户' });
  const shown = await client.inspections.look({ household });
  const text = JSON.stringify(shown);
  expect(text).not.toContain(number(1));
  expect(text).not.toContain('19900000001');
  expect(text).toContain(`99*************${number(1).slice(-3)}`);
  expect(shown.parts.map(({ key }) => key)).toEqual(expect.arrayContaining(['guarantees', 'household', 'members', 'completeness']));
  expect(shown.numbers.map(({ label }) => label)).toEqual(expect.arrayContaining(['证件号码', '户联系电话']));
  const identityNo = shown.numbers.find(({ label }) => label === '证件号码');
  expect(await client.inspections.unmask({ household, key: identityNo?.key ?? '', reason: '检查组要求核对证件' })).toEqual({ text: number(1) });
  const [paper] = shown.documents;
  expect(paper?.words).toContain('身份证');
  expect((await client.inspections.document({ household, id: paper?.id ?? '', reason: '检查组要求核对证件' })).name).toBe('证.jpg');
  expect((await safe(client.inspections.unmask({ household, key: identityNo?.key ?? '', reason: '' }))).error).not.toBeNull();
  expect((await client.inspections.dossier({ households: [household] })).name).toBe('一户一档 9900000001 赵试甲.pdf');
  expect(await refusal(client.inspections.dossier({ households: [household], level: 'full' }))).toMatchObject({ code: 'NOT_ALLOWED' });
  const { rows, total } = await client.inspections.shown({ number: 1 });
  expect(total).toBe(4);
  expect(rows.map(({ what, way, level, reason }) => [what, way, level, reason])).toEqual([
    ['户档案', 'file', 'reduced', ''],
    ['材料原件', 'screen', 'full', '检查组要求核对证件'],
    ['完整号码', 'screen', 'full', '检查组要求核对证件'],
    ['户档案', 'screen', 'reduced', ''],
  ]);
  expect(rows.every(({ households, who }) => households.join() === '赵试甲' && who === '试用员')).toBe(true);
  expect(rows.at(-1)?.fields).toEqual(expect.arrayContaining([expect.stringContaining('家庭成员：姓名') as string]));
  expect(rows.at(-1)?.fields.join()).not.toContain('赵试甲');
  expect((await client.inspections.record({ number: 1 })).households[0]).toMatchObject({ looks: 1 });
});

test('notes what was found at the door, reckons the share that agrees, and hands what does not agree on to the problems once it has ended', async () => {
  const { client } = await openTestCore();
  await twelve(client);
  await client.inspections.start(start);
  await client.inspections.draw({ count: 4, seed: '5' });
  const { households: [one, two, three] } = await client.inspections.record({ number: 1 });
  if (!one || !two || !three) throw new Error('too few were drawn');
  const { topics } = await client.inspections.look({ household: one.number });
  const income = topics.find(({ label }) => label === '人均纯收入（元）');
  expect(await refusal(client.inspections.note({ household: one.number, result: 'different', topic: income?.key ?? '' }))).toMatchObject({ what: '没有写实际情况' });
  expect(await refusal(client.inspections.note({ household: one.number, result: 'different', said: '七千' }))).toMatchObject({ what: '没有写哪一项不一致' });
  const told = await client.inspections.note({ household: one.number, result: 'different', topic: income?.key ?? '', said: '只有七千多', remark: '低保金没有算', inspector: '试检一' });
  expect(told).toMatchObject({ about: '人均纯收入（元）', registered: '8,000.00', said: '只有七千多', problem: 'none' });
  await client.inspections.note({ household: two.number, result: 'same' });
  await client.inspections.note({ household: three.number, result: 'notMet', remark: '住院' });
  const wrong = await client.inspections.note({ household: two.number, result: 'different', about: '房屋', said: '漏雨' });
  expect((await client.inspections.record({ number: 1 })).score).toEqual({ judged: 2, same: 0, different: 2, notMet: 1, rate: 0 });
  await client.inspections.takeBack({ finding: wrong.number, reason: '看错了户' });
  expect((await client.inspections.record({ number: 1 })).score).toEqual({ judged: 2, same: 1, different: 1, notMet: 1, rate: 50 });

  expect(await refusal(client.inspections.toProblems({ number: 1, findings: [told.number] }))).toMatchObject({ code: 'INSPECTING' });
  const { day } = await client.inspections.end({});
  expect(await refusal(client.inspections.toProblems({ number: 1, findings: [told.number, wrong.number] }))).toMatchObject({ code: 'VALUE_REFUSED' });
  expect(await client.inspections.toProblems({ number: 1, findings: [told.number], values: { 'problem.owner': '孙试责' } })).toMatchObject({ made: 1, already: 0 });
  const { rows: [problem] } = await client.problems.list();
  expect(problem).toMatchObject({ householdId: one.householdId, state: 'open', values: { 'problem.text': '人均纯收入（元）：登记“8,000.00”，实际“只有七千多”；低保金没有算', 'problem.source': '上级反馈', 'problem.foundOn': day, 'problem.foundBy': '试检一', 'problem.owner': '孙试责' } });
  expect((await client.inspections.record({ number: 1 })).findings[0]).toMatchObject({ problem: 'open' });
  expect(await refusal(client.inspections.toProblems({ number: 1, findings: [told.number] }))).toMatchObject({ code: 'VALUE_REFUSED', what: '这几处都已经在整改台账里' });
  // What was handed on is one command, taken back like any other; then it can be handed on again.
  await client.tables.undo();
  expect((await client.inspections.record({ number: 1 })).findings[0]).toMatchObject({ problem: 'none' });
});
