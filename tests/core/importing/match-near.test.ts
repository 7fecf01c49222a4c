import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { slipped, swapped } from '../support/matching.ts';
import { identity } from '../support/people.ts';

const numbers = Array.from({ length: 6 }, (_, at) => identity(`19${60 + at}0${at + 1}1${at}`, at + 1));
const [a = '', b = '', c = '', d = '', e = '', f = ''] = numbers;
const other = identity('19500101', 77);

let client: TestClient;
beforeEach(async () => {
  ({ client } = await openTestCore());
  await importAll(client, [
    csv('人员_2020.csv', [
      ['行政村', '户编号', '姓名', '证件号码', '与户主关系'],
      ['上牛村', '1', '赵己一', a, '户主'],
      ['上牛村', '1', '钱桂兰', b, '配偶'],
      ['下牛村', '2', '孙未然', c, '户主'],
      ['下牛村', '2', '阿不都·买买提', d, '之子'],
      ['下牛村', '3', '李小红', e, '户主'],
      ['北牛村', '4', '李小红', f, '户主'],
    ]),
  ]);
});

const headers = ['姓名', '证件号码', '等级', '金额', '户编号', '家庭住址'];
const rowOf = ({ name = '', number = '', household = '', place = '' }) => [name, number, 'A', '1', household, place];
async function near(...rows: { name?: string; number?: string; household?: string; place?: string }[]) {
  const found = await client.importing.match({ file: csv('低保名单.csv', [headers, ...rows.map(rowOf)]) });
  // Offered, never taken.
  expect([...found.both, ...found.differ].map(({ row }) => row)).toEqual([...found.both, ...found.differ].map(({ row }) => row).filter((row) => found.near.every((each) => each.row !== row)));
  return found.near.map(({ row, candidate, why, differs }) => ({ row, name: candidate.name, village: candidate.village, why, differs }));
}

describe('who may be meant', () => {
  it.each([
    ['one digit wrong', { name: '赵己一', number: slipped(a, 12) }, '赵己一', '同名，证件号码第 13 位不同'],
    ['two neighbours changed over', { name: '孙未然', number: swapped(c, 16) }, '孙未然', '同名，证件号码第 17、18 位颠倒'],
    ['neighbours changed over where area and birth date meet', { name: '孙未然', number: swapped(c, 5) }, '孙未然', '同名，证件号码第 6、7 位颠倒'],
    ['a digit left out', { name: '赵己一', number: a.slice(0, 9) + a.slice(10) }, '赵己一', '同名，证件号码少了一位'],
    ['a digit too many', { name: '赵己一', number: `${a.slice(0, 15)}7${a.slice(15)}` }, '赵己一', '同名，证件号码多了一位'],
    ['an old number', { name: '赵己一', number: a.slice(0, 6) + a.slice(8, 17) }, '赵己一', '同名，15 位旧号码升位后相同'],
    ['one digit wrong, another name', { name: '别的人', number: slipped(c, 15) }, '孙未然', '姓名不同，证件号码第 16 位不同'],
    ['another number, the same village', { name: '钱桂兰', number: other, place: '明山区上牛村' }, '钱桂兰', '同名，证件号码不同，同村'],
    ['a look-alike character in the same village', { name: '孙末然', place: '下牛村一组' }, '孙未然', '姓名形近：末—未，同村'],
    ['a name of the same sound in the same household', { name: '钱贵兰', household: '1' }, '钱桂兰', '姓名同音：贵—桂，同一户'],
    ['a name of the same sound born on the same day', { name: '前桂兰', number: `${b.slice(0, 14)}9999` }, '钱桂兰', '姓名同音：前—钱，出生日期相同，证件号码别的几位不同'],
    ['the dot left out', { name: '阿不都买买提' }, '阿不都·买买提', '同名（间隔点、空格写法不同）'],
    ['no number, of two with the name him of the village', { name: '李小红', place: '北牛村' }, '李小红', '同名，同村'],
    ['a number that lost its last digits', { name: '赵己一', number: `${a.slice(0, 15)}000.0` }, '赵己一', '同名，证件号码前 15 位相同，后几位在名单里丢了'],
  ])('is offered for %s', async (_, row, name, why) => {
    const [first] = await near(row);
    expect(first?.name).toBe(name);
    expect(first?.why.startsWith(why), first?.why).toBe(true);
  });

  it('is the one of the same household, then of the same village, before others', async () => {
    expect((await near({ name: '李晓红', household: '4' })).map(({ village }) => village)).toEqual(['北牛村']);
    expect((await near({ name: '李小红', place: '下牛村' })).map(({ village }) => village)).toEqual(['下牛村']);
    expect((await near({ name: '李小红' })).map(({ village }) => village).toSorted()).toEqual(['下牛村', '北牛村']);
  });

  it('is nobody where only sound or look speak for him, or who stands on the list himself', async () => {
    expect(await near({ name: '孙末然', number: other, place: '北牛村' })).toEqual([]);
    expect(await near({ name: '李小洪', number: other })).toEqual([]);
    expect(await near({ name: '赵己一', number: a }, { name: '赵己一', number: other, place: '上牛村' })).toEqual([]);
    // But for his number with a slip in it: the second row is he again.
    expect(await near({ name: '赵己一', number: a }, { name: '赵己一', number: slipped(a, 3) })).toMatchObject([{ row: 3, name: '赵己一', differs: [3] }]);
  });

  it('is found for any single wrong digit and any swapped neighbours, whoever bears the number', async () => {
    const slip = fc.record({ who: fc.nat(numbers.length - 1), place: fc.nat(17), swap: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 6 }), async (slips) => {
        const wrong = slips.map(({ who, place, swap }) => {
          const number = numbers[who] ?? '';
          return { who, number: swap ? swapped(number, Math.min(place, 16)) : slipped(number, place) };
        });
        const rows = wrong.filter(({ number }, at) => !numbers.includes(number) && /^\d{17}[\dX]$/.test(number) && wrong.findIndex((each) => each.number === number) === at);
        const found = await client.importing.match({ file: csv('低保名单.csv', [headers, ...rows.map(({ number }) => rowOf({ name: '外乡人', number }))]) }).catch(() => null);
        for (const { who, number } of rows) expect(found?.near.filter(({ key }) => key === number).map(({ candidate }) => candidate.identityNo)).toContain(numbers[who]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('answers', () => {
  const march = (): File => csv('低保2020年3月.csv', [headers, rowOf({ name: '赵己一', number: a.slice(0, 16) }), rowOf({ name: '孙未然', number: slipped(c, 15) }), rowOf({ name: '李小红', place: '北牛村' })]);
  const april = async (): Promise<File> => new File([await march().arrayBuffer()], '低保2020年4月.csv');

  it('are remembered: next month the row is that person, or nobody; and can be taken back', async () => {
    const found = await client.importing.match({ file: march() });
    expect([found.onlyTheirs.length, found.unusable.length, found.near.length]).toEqual([1, 2, 3]);
    const of = (name: string) => {
      const row = found.near.find((each) => each.name === name);
      if (!row) throw new Error(`nobody near ${name}`);
      return { list: found.list, theirs: row.theirs, memberId: row.candidate.memberId };
    };
    await client.importing.answerMatch(of('赵己一'));
    await client.importing.answerMatch({ ...of('孙未然'), memberId: null });
    await client.importing.answerMatch(of('李小红'));
    const next = await client.importing.match({ file: await april(), back: true });
    expect(next.differ).toMatchObject([
      { name: '赵己一', told: '按上次的答复', fields: [{ field: 'identityNo', register: a, theirs: a.slice(0, 16) }, { field: 'dibao' }] },
      { name: '李小红', told: '按上次的答复', fields: [{ field: 'dibao' }] },
    ]);
    expect(next).toMatchObject({ unusable: [], near: [], onlyTheirs: [{ name: '孙未然', told: '按上次的答复：不是在册的' }] });

    const answers = await client.importing.matchAnswers();
    expect(answers.map(({ listLabel, name, person, lost, who }) => [listLabel, name, person?.village ?? null, lost, who]).map(String).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      ['低保双纳入', '孙未然', null, false, '试用员'], ['低保双纳入', '李小红', '北牛村', false, '试用员'], ['低保双纳入', '赵己一', '上牛村', false, '试用员'],
    ].map(String).toSorted((a, b) => (a < b ? -1 : 1)));
    // Another list knows nothing of it.
    expect((await client.importing.match({ file: await april(), as: 'everybody' })).near).toHaveLength(3);

    const { list, theirs } = of('孙未然');
    await client.importing.answerMatch({ list, theirs });
    expect((await client.importing.match({ file: march() })).near.map(({ name }) => name)).toEqual(['孙未然']);
    expect(await client.importing.matchAnswers()).toHaveLength(2);
  });

  it('wait while the person is gone, and are refused for nobody', async () => {
    const found = await client.importing.match({ file: march() });
    const [first] = found.near;
    const memberId = first?.candidate.memberId ?? '';
    await client.importing.answerMatch({ list: found.list, theirs: first?.theirs ?? '', memberId });
    const person = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 })).rows.find(({ id }) => id === memberId);
    await client.tables.edit({ subject: 'people', id: memberId, year: 2020, field: 'memberState', text: '转出', base: person?.revision ?? 0 });
    expect(await client.importing.matchAnswers()).toMatchObject([{ lost: true }]);
    expect((await client.importing.match({ file: march() })).differ).toEqual([]);
    await expect(client.importing.answerMatch({ list: 'dibao', theirs: 'x|y', memberId: 'nobody' })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('go before no number: who stands in the register by it is he', async () => {
    const { onlyRegister, list } = await client.importing.match({ file: march(), as: 'everybody' });
    const someone = onlyRegister.find(({ name }) => name === '钱桂兰');
    await client.importing.answerMatch({ list, theirs: `${a}|赵己一`, memberId: someone?.memberId ?? '' });
    expect((await client.importing.match({ file: csv('名单.csv', [headers, rowOf({ name: '赵己一', number: a })]), as: 'everybody' })).both).toMatchObject([{ name: '赵己一' }]);
  });
});
