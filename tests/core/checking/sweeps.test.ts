import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../../shared/sweeps/form.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, li, wang, zhang } from '../support/people.ts';
import { pagesSaid } from '../support/pdf-text.ts';

const sheet = csv('人员_2020.csv', [
  ['户编号', '乡', '村', '姓名', '证件号码', '与户主关系', '人数', '在校生状况', '是否危房户', '是否解决安全饮用水', '人均纯收入'],
  ['9900000001', '高台子街道', '台地村', '张试一', zhang, '户主', '3', '', '否', '否', '5500'],
  ['9900000001', '高台子街道', '台地村', '李试二', li, '配偶', '3', '', '否', '否', '5500'],
  ['9900000001', '高台子街道', '台地村', '张试小', identity('20100506', 7), '之子', '3', '小学', '否', '否', '5500'],
  ['9900000002', '卧龙街道', '金坑村', '王试三', wang, '户主', '1', '', '是', '是', '8000'],
]);

async function onADay(day = '2020-03-20') {
  const clock = { day };
  const core = await openTestCore({ now: () => new Date(`${clock.day}T09:00:00`) });
  await importAll(core.client, [sheet]);
  return { ...core, clock };
}

const householdOf = async (client: TestClient, name: string): Promise<string> => (await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 })).rows[0]?.householdId ?? '';
const form = 'sweep';

/** Everything in order, but for what is told. */
async function answers(client: TestClient, householdId: string, change: Readonly<Record<string, Answer>> = {}, of = form): Promise<Record<string, Answer>> {
  const { items } = await client.sweeps.sheet({ form: of, householdId });
  return { ...Object.fromEntries(items.map(({ item }) => [item.key, { answer: item.choices?.[0] ?? '1', reason: '' }])), ...change };
}
const enter = async (client: TestClient, name: string, entry: 'first' | 'second', typist: string, change: Readonly<Record<string, Answer>> = {}, of = form) => {
  const householdId = await householdOf(client, name);
  const { revision: base } = await client.sweeps.sheet({ form: of, householdId });
  return client.sweeps.enter({ form: of, householdId, entry, base, typist, on: '20200320', by: '走访员', respondent: '本人', answers: await answers(client, householdId, change, of) });
};
const stateOf = async (client: TestClient, name: string, of = form) => (await client.sweeps.sheet({ form: of, householdId: await householdOf(client, name) })).state;
const bad = (reason: string): Answer => ({ answer: '有问题', reason });

it('asks each household what concerns it, shows what the register knows, and counts both sums by street and village', async () => {
  const { client } = await onADay();
  const zhangs = await client.sweeps.sheet({ form, householdId: await householdOf(client, '张试一') });
  const wangs = await client.sweeps.sheet({ form, householdId: await householdOf(client, '王试三') });
  expect([zhangs.items.length, wangs.items.length]).toEqual([13, 12]);
  expect(zhangs.items.find(({ item }) => item.key === 'school')?.known).toBe('在校生状况：张试小 小学');
  expect(wangs.items.find(({ item }) => item.key === 'house')?.known).toBe('是否危房户：是');
  const { places, deadline, overdue } = await client.sweeps.progress({ form: '排查' });
  expect([deadline, overdue]).toEqual(['2020-03-31', false]);
  expect(places.at(-1)).toMatchObject({ town: '合计', households: 2, people: 4, entered: 0, settled: 0 });
  expect(places.slice(0, -1).reduce((sum, place) => sum + (place.village === '' ? place.people : 0), 0)).toBe(4);
});

it('wants a whole first entry, hides it from the second, which is somebody else’s; the same twice is settled', async () => {
  const { client } = await onADay();
  await expect(enter(client, '张试一', 'second', '周试录')).rejects.toThrow('第一遍还没有录完');
  expect(await enter(client, '张试一', 'first', '孙试录', { water: bad('') })).toMatchObject({ state: 'partial' });
  await expect(enter(client, '张试一', 'second', '周试录')).rejects.toThrow('第一遍还没有录完');
  await expect(enter(client, '张试一', 'first', '孙试录', { water: { answer: '也许', reason: '' } })).rejects.toThrow('不能答“也许”');
  await expect(enter(client, '王试三', 'first', '孙试录', { school: bad('x') })).rejects.toThrow('这一户不问');
  expect(await enter(client, '张试一', 'first', '孙试录', { water: bad('没通水') })).toMatchObject({ state: 'first' });
  await expect(enter(client, '张试一', 'second', ' 孙 试录')).rejects.toThrow('第二遍要另一个人');
  const hidden = await client.sweeps.sheet({ form, householdId: await householdOf(client, '张试一'), hide: true });
  expect(hidden.items.every(({ answer, again, against }) => answer.answer === '' && again === null && against.length === 0)).toBe(true);
  expect(await enter(client, '张试一', 'second', '周试录', { water: bad('没通水') })).toMatchObject({ state: 'settled' });
  expect(await client.sweeps.sheet({ form, householdId: await householdOf(client, '张试一') })).toMatchObject({ state: 'settled', first: '孙试录', second: '周试录', settledOn: '2020-03-20', by: '走访员', on: '2020-03-20' });
  await expect(enter(client, '张试一', 'second', '吴试录')).rejects.toThrow('已经核定');
  // One command, one step back; and typed anew it has to be typed twice again.
  await client.tables.undo();
  expect(await stateOf(client, '张试一')).toBe('first');
  await client.tables.redo();
  await enter(client, '张试一', 'first', '孙试录');
  expect(await stateOf(client, '张试一')).toBe('first');
});

it('shows where two entries differ and settles item by item', async () => {
  const { client } = await onADay();
  await enter(client, '王试三', 'first', '孙试录', { food: bad('缺粮') });
  expect(await enter(client, '王试三', 'second', '周试录', { clothes: bad('没棉被') })).toMatchObject({ state: 'differs' });
  const householdId = await householdOf(client, '王试三');
  const { items, revision: base } = await client.sweeps.sheet({ form, householdId });
  expect(items.filter(({ answer, again }) => again && again.answer !== answer.answer).map(({ item }) => item.key)).toEqual(['food', 'clothes']);
  await expect(client.sweeps.settle({ form, householdId, base, choices: { food: 'first' } })).rejects.toThrow('“不愁穿：四季有换洗衣服，过冬有被褥”两遍不一样，还没有定');
  await client.sweeps.settle({ form, householdId, base, choices: { food: 'first', clothes: 'first' } });
  const settled = await client.sweeps.sheet({ form, householdId });
  expect([settled.state, settled.items.find(({ item }) => item.key === 'food')?.answer]).toEqual(['settled', bad('缺粮')]);
  expect(settled.items.find(({ item }) => item.key === 'clothes')?.answer.answer).toBe('没有问题');
});

it('tells what the register says against an answer, and makes of what is wrong problems of the ledger, once', async () => {
  const { client } = await onADay();
  await enter(client, '张试一', 'first', '孙试录', { work: bad('走访没有日期') });
  await enter(client, '王试三', 'first', '孙试录');
  const { lines } = await client.sweeps.progress({ form });
  expect(lines.map(({ head, wrong, against }) => [head, wrong, against]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([['张试一', 1, 1], ['王试三', 0, 1]]);
  const { results, wrong } = await client.sweeps.results({ form });
  expect(wrong).toMatchObject([{ head: '张试一', answer: '有问题', reason: '走访没有日期' }]);
  expect(results.find(({ key }) => key === 'work')?.rows.at(-1)?.counts).toEqual({ 没有问题: 1, 有问题: 1 });
  expect(await client.sweeps.open({ form, values: { 'problem.owner': '孙试责', 'problem.due': '2020-04-20' } })).toMatchObject({ made: 1, already: 0 });
  await expect(client.sweeps.open({ form, values: {} })).rejects.toThrow('都已经在整改台账里');
  expect((await client.problems.list()).rows).toMatchObject([{ head: '张试一', values: { 'problem.source': '大排查', 'problem.class': '工作落实', 'problem.text': '工作落实：手册、档案、公示齐全：有问题：走访没有日期' } }]);
});

it('prints the form with what is known and without a number that may not be carried', async () => {
  const { client } = await onADay();
  const pages = await pagesSaid(await client.sweeps.paperPage({ form, of: { scope: 'all' } }));
  expect(pages).toHaveLength(2);
  const page = pages.join('');
  expect(page).toContain('在校生状况：张试小小学');
  expect(page).not.toContain(zhang);
  await expect(client.sweeps.paperPage({ form: 'observation', of: { scope: 'all' } })).rejects.toThrow('还没有定点观测户');
  await client.sweeps.notePaper({ form, of: { scope: 'village', village: '金坑村' } });
  expect((await client.outgoing.list({})).rows[0]).toMatchObject({ purpose: '打印调查表', level: 'house', households: 1 });
});

it('follows households under observation month by month, and the census apart from the sweep', async () => {
  const { client } = await onADay();
  const householdId = await householdOf(client, '张试一');
  await client.tables.addEntry({ subject: 'ledger:observed', householdId, values: { 'observed.since': '2020-02', 'observed.until': '2020-04' } });
  const count = async (round: string) => (await client.sweeps.progress({ form: '观测', round })).places.at(-1)?.households;
  expect([await count('2020-01'), await count('2020-02'), await count('2020-04'), await count('2020-05')]).toEqual([0, 1, 1, 0]);
  for (const [round, income] of [['2020-02', '900'], ['2020-03', '1200']] as const) {
    const { revision: base } = await client.sweeps.sheet({ form: 'observation', round, householdId });
    await client.sweeps.enter({ form: 'observation', round, householdId, entry: 'first', base, typist: '孙试录', answers: await answers(client, householdId, { income: { answer: income, reason: '' } }, 'observation') });
  }
  expect((await client.sweeps.sheet({ form: 'observation', round: '2020-02', householdId })).items[0]?.answer.answer).toBe('900');
  await expect(client.sweeps.progress({ form: '观测', round: '2020' })).rejects.toThrow('期次应为月份');
  expect((await client.sweeps.progress({ form: '普查' })).places.at(-1)).toMatchObject({ households: 2, entered: 0 });
  expect((await client.sweeps.progress({ form: '普查', round: '2020' })).deadline).toBe('2020-10-31');
});

it('holds another account against the register, value by value as its field reads it', async () => {
  const { client } = await onADay();
  const same = { head: '张 试一', size: '2', kind: '空', cause: '空', identified: '空', lifted: '空', phone: '空', houseLevel: '空', helper: '空', income: '5500元', visits: '是', signed: '是', measures: '是' };
  await enter(client, '张试一', 'first', '孙试录', Object.fromEntries(Object.entries(same).map(([key, answer]) => [key, { answer, reason: '' }])), 'handbook');
  const { items } = await client.sweeps.sheet({ form: 'handbook', householdId: await householdOf(client, '张试一') });
  expect(items.filter(({ against }) => against.length > 0).map(({ item, against }) => [item.key, against])).toEqual([['size', ['登记册里“家庭人口数”是 3']]]);
  expect((await client.sweeps.results({ form: 'handbook' })).wrong).toMatchObject([{ label: '家庭人口数', answer: '2', reason: '登记册里“家庭人口数”是 3' }]);
});

it('takes a form as data, its next version in its place, and refuses one that cannot work', async () => {
  const { client } = await onADay();
  const shipped = JSON.parse(await (await client.sweeps.exportForm({ form: 'census' })).text()) as { version: string; items: Record<string, unknown>[] };
  const file = (content: unknown): File => new File([JSON.stringify(content)], '省表.json');
  const take = (change: object) => client.sweeps.importForm({ file: file({ ...shipped, version: '辽宁 2020.2', ...change }) });
  await expect(take({ items: [...shipped.items, { key: 'grain', group: '吃', label: '又一次' }] })).rejects.toThrow('编号都是 grain');
  await expect(take({ items: [{ key: 'a', group: '吃', label: '甲', known: ['nothing'] }] })).rejects.toThrow('没有“nothing”这一列');
  await expect(take({ items: [{ key: 'a', group: '吃', label: '甲', choices: ['是', '否'], wrong: ['无'] }] })).rejects.toThrow('不在可选的答案里');
  await expect(take({ items: [{ key: 'a', group: '吃', label: '甲', choices: ['是', '否'], against: [{ answer: '是', when: { field: 'health', in: ['健康'] }, says: 'x' }] }] })).rejects.toThrow('不是户的项目');
  await expect(client.sweeps.importForm({ file: new File(['x'], 'a.json') })).rejects.toThrow('不是调查表文件');
  expect(await take({ items: [...shipped.items, { key: 'phone', group: '联系', label: '有电话', choices: ['有', '没有'] }] })).toMatchObject({ version: '辽宁 2020.2' });
  expect((await client.sweeps.forms()).filter(({ key }) => key === 'census')).toMatchObject([{ version: '辽宁 2020.2', items: { length: shipped.items.length + 1 } }]);
  await client.sweeps.removeForm({ form: 'census' });
  expect((await client.sweeps.forms()).find(({ key }) => key === 'census')).toMatchObject({ own: null });
  await expect(client.sweeps.removeForm({ form: 'census' })).rejects.toThrow('自带的');
});

it('property: a sheet is settled only where two people wrote the same, or somebody chose for every difference', async () => {
  const { client } = await onADay();
  const householdId = await householdOf(client, '王试三');
  const keys = (await client.sweeps.sheet({ form, householdId })).items.map(({ item }) => item.key);
  const said = fc.dictionary(fc.constantFrom(...keys.slice(0, 4)), fc.constantFrom<Answer>({ answer: '没有问题', reason: '' }, bad('甲'), bad('乙'), bad('')), { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(said, said, fc.constantFrom('周试录', '孙试录'), async (one, other, second) => {
      await enter(client, '王试三', 'first', '孙试录', one);
      const whole = !Object.values(one).some(({ answer, reason }) => answer === '有问题' && reason === '');
      const secondWhole = !Object.values(other).some(({ answer, reason }) => answer === '有问题' && reason === '');
      expect(await stateOf(client, '王试三')).toBe(whole ? 'first' : 'partial');
      const done = await enter(client, '王试三', 'second', second, other).catch(() => null);
      if (!whole || !secondWhole || second === '孙试录') {
        expect(done).toBeNull();
        return;
      }
      const plain = (of: Readonly<Record<string, Answer>>): string => keys.map((key) => `${of[key]?.answer ?? '没有问题'}${of[key]?.reason ?? ''}`).join('|');
      expect(done?.state).toBe(plain(one) === plain(other) ? 'settled' : 'differs');
      if (done?.state !== 'differs') return;
      const { items, revision: base } = await client.sweeps.sheet({ form, householdId });
      const differing = items.filter(({ answer, again }) => again && `${again.answer}${again.reason}` !== `${answer.answer}${answer.reason}`).map(({ item }) => item.key);
      await client.sweeps.settle({ form, householdId, base, choices: Object.fromEntries(differing.map((key) => [key, 'second' as const])) });
      const settled = await client.sweeps.sheet({ form, householdId });
      expect(settled.state).toBe('settled');
      expect(plain(Object.fromEntries(settled.items.map(({ item, answer }) => [item.key, answer])))).toBe(plain(other));
    }),
    { numRuns: 25 },
  );
});

it('tells on a card every sheet of the household: what is still asked this year, how far, what was found wrong', async () => {
  const { client, clock } = await onADay();
  const householdId = await householdOf(client, '张试一');
  const told = async (year = 2020) => (await client.sweeps.ofHousehold({ householdId, year })).map((each) => [each.form, each.round, each.state, each.on, each.wrong.map(({ reason }) => reason)]);
  expect(await told()).toEqual([['sweep', '2020', 'none', '', []], ['census', '2020', 'none', '', []], ['handbook', '2020', 'none', '', []]]);
  await enter(client, '张试一', 'first', '孙试录', { water: bad('没通水') });
  expect((await told())[0]).toEqual(['sweep', '2020', 'first', '2020-03-20', ['没通水']]);
  clock.day = '2021-02-01';
  expect(await told(2021)).toEqual([['sweep', '2021', 'none', '', []], ['census', '2021', 'none', '', []], ['handbook', '2021', 'none', '', []], ['sweep', '2020', 'first', '2020-03-20', ['没通水']]]);
  // Under observation: asked in the months of it, and nobody else.
  await importAll(client, [csv('定点观测户.csv', [['户编号', '观测起始', '观测结束', '选为观测户的理由'], ['9900000001', '2021-01', '2021-03', '因病']])]);
  expect((await told(2021)).map((each) => each.slice(0, 2).join(' '))).toContain('observation 2021-02');
  expect((await client.sweeps.ofHousehold({ householdId: await householdOf(client, '王试三'), year: 2021 })).map(({ form: key }) => key)).not.toContain('observation');
});
