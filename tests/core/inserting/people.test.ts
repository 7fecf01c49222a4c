import { describe, expect, it } from 'vitest';
import type { NewRows } from '../../../shared/contract/inserting.ts';
import { identity, li, zhang } from '../support/people.ts';
import { contentOf } from '../support/core.ts';
import { everybody, filled, refusal } from './support.ts';

const boy = identity('20200503', 31);
const girl = identity('20180211', 22);
const bride = identity('19950606', 44);

const born = { subject: 'people', year: 2020, reason: '出生', on: '2020-05-03', paper: '出生证明' } as const;
const columns = ['name', 'identityNo', 'relation'];

describe('new people', () => {
  it('several at once into a household: what the number tells follows, each has its movement, one command, one undo', async () => {
    const { client, home } = await filled();
    const before = await contentOf(client);
    const asked: NewRows = { ...born, fields: [...columns, 'health'], rows: [['张试五', boy, '之孙子', ''], ['', ' ', '', ''], ['张试六', girl, '孙女', '健康']], into: home('9900000001') };
    const told = await client.inserting.check(asked);
    expect(told).toMatchObject({ rows: 2, good: [0, 2], people: 2, households: 0, refused: [], doubts: [] });
    expect(told.following).toEqual(expect.arrayContaining([{ row: 0, field: 'birthDate', value: '2020-05-03' }, { row: 2, field: 'sex', value: '女' }]));
    expect(await contentOf(client)).toEqual(before);

    const written = await client.inserting.write(asked);
    expect(written).toMatchObject({ label: '新增成员 张试五、张试六（户 9900000001）：出生，2020-05-03，出生证明', rows: [0, 2], undo: { undo: written.label } });
    expect(await everybody(client)).toEqual(['9900000002 王试三 户主', '9900000001 张试一 户主', '9900000001 李试二 配偶', '9900000001 张试五 之孙子', '9900000001 张试六 之孙女']);
    const { rows: [first, second] } = await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'joinReason', test: 'equals', value: '出生' }], offset: 0, limit: 9 });
    expect([first?.id, second?.id]).toEqual(written.ids);
    expect(first?.values).toMatchObject({ birthDate: '2020-05-03', sex: '男' });
    expect(second?.values).toMatchObject({ health: '健康', sex: '女' });
    const card = await client.tables.card({ householdId: home('9900000001'), year: 2020 });
    expect(card.records.filter(({ ledger }) => ledger === 'movement').map(({ name, values }) => [name, values['movement.kind'], values['movement.reason'], values['movement.on'], values['movement.paper']].join(' ')).toSorted()).toEqual(['张试五 增加 出生 2020-05-03 出生证明', '张试六 增加 出生 2020-05-03 出生证明']);
    const [cell] = await client.tables.history({ subject: 'people', id: first?.id ?? '', year: 2020, field: 'name' });
    expect(cell).toMatchObject({ kind: 'edit', new: '张试五' });

    await client.tables.undo();
    expect(await contentOf(client)).toEqual(before);
    await client.tables.redo();
    expect(await everybody(client)).toHaveLength(5);
  });

  it('into the households that the rows name, and new ones whose head is among them', async () => {
    const { client } = await filled();
    const fields = ['householdNo', 'village', ...columns];
    const rows = [['9900000002', '', '王试七', '', '之子'], ['9900000009', '台地村', '赵试九', bride, '户主'], ['9900000009', '', '赵试十', girl, '之女']];
    const asked: NewRows = { ...born, reason: '漏登补录', fields, rows };
    expect(await client.inserting.check(asked)).toMatchObject({ good: [0, 1, 2], people: 3, households: 1, refused: [] });
    expect((await client.inserting.write(asked)).label).toBe('新增 1 户、3 人：王试七、赵试九、赵试十：漏登补录，2020-05-03，出生证明');
    expect(await everybody(client)).toEqual(expect.arrayContaining(['9900000002 王试七 之子', '9900000009 赵试九 户主', '9900000009 赵试十 之女']));
    await client.tables.undo();
    expect(await everybody(client)).toHaveLength(3);
  });

  it('what cannot be is refused by cell with its reason; the good rows go in alone where that is wished, and no other', async () => {
    const { client, home } = await filled();
    const fields = [...columns, 'sex', 'birthDate', 'village', 'householdNo'];
    const bad: [string[], string, string][] = [
      [['', boy, '之子'], 'name', '姓名没有写'],
      [['甲', boy, ''], 'relation', '与户主关系没有写'],
      [['甲', boy, '户主'], 'relation', '户 9900000001 已有户主 张试一'],
      [['甲', `${boy.slice(0, 17)}${boy.endsWith('1') ? 2 : 1}`, '之子'], 'identityNo', '第 18 位校验码不对，号码有一位写错了'],
      [['甲', li, '之子'], 'identityNo', '李试二（户 9900000001） 已经在这一户'],
      [['甲', boy, '干儿子'], 'relation', '“干儿子”不在'],
      [['甲', boy, '之子', '女'], 'sex', '和证件号码不符：号码里是 男'],
      [['甲', boy, '之子', '', '2020-05-04'], 'birthDate', '和证件号码不符：号码里是 2020-05-03'],
      [['甲', boy, '之子', '', '', '金坑村'], 'village', '登记册里这一户的“行政村”是“台地村”'],
      [['甲', boy, '之子', '', '', '', '9900000077'], 'relation', '新户 9900000077 没有户主'],
    ];
    for (const [row, field, why] of bad) {
      const { refused, good } = await client.inserting.check({ ...born, fields, rows: [row], into: home('9900000001') });
      expect([good, refused.map((cell) => [cell.row, cell.field, cell.why.startsWith(why) ? why : cell.why]).filter(([at]) => Number(at) >= 0)]).toEqual([[], [[0, field, why]]]);
      expect(refused.every(({ remedy }) => remedy !== '')).toBe(true);
    }
    const other = await client.inserting.check({ ...born, fields: columns, rows: [['甲', zhang, '之子']], into: home('9900000002') });
    expect(other.refused).toMatchObject([{ field: 'identityNo', why: '这个号码已经是 张试一（户 9900000001） 的', remedy: '从那一户过来的，请在户卡片里办“转户”；号码写错的，请按证件改' }]);

    const mixed: NewRows = { ...born, fields: columns, rows: [['张试五', boy, '之孙子'], ['张试六', boy, '之孙女'], ['张试七', '', '之孙子']], into: home('9900000001') };
    const told = await client.inserting.check(mixed);
    expect(told).toMatchObject({ rows: 3, good: [0, 2], refused: [{ row: 1, field: 'identityNo', why: '和第 1 行的证件号码一样' }] });
    expect(await refusal(client.inserting.write(mixed))).toMatchObject({ code: 'VALUE_REFUSED', what: '和第 1 行的证件号码一样', where: '第 2 行 · 证件号码' });
    expect(await everybody(client)).toHaveLength(3);
    expect((await client.inserting.write({ ...mixed, goodOnly: true })).rows).toEqual([0, 2]);
    expect(await everybody(client)).toHaveLength(5);
  });

  it('whoever depends on a refused row falls with it', async () => {
    const { client } = await filled();
    const asked: NewRows = { ...born, reason: '漏登补录', fields: ['householdNo', ...columns], rows: [['9900000009', '赵试九', zhang, '户主'], ['9900000009', '赵试十', girl, '之女'], ['9900000001', '张试五', boy, '之孙子']] };
    expect(await client.inserting.check(asked)).toMatchObject({ good: [2], refused: [{ row: 0, field: 'identityNo' }, { row: 1, field: 'relation', why: '新户 9900000009 没有户主' }] });
  });

  it('asks why and when, of people as of households', async () => {
    const { client, home } = await filled();
    const rows = { ...born, fields: columns, rows: [['张试五', boy, '之孙子']], into: home('9900000001') };
    const why = async (more: Partial<NewRows>) => (await client.inserting.check({ ...rows, ...more })).refused.map(({ row, field, why: what }) => [row, field, what]);
    expect(await why({ reason: '' })).toEqual([[-1, 'reason', '没有选原因']]);
    expect(await why({ reason: '想来' })).toEqual([[-1, 'reason', '没有“想来”这个原因']]);
    expect(await why({ reason: '新识别' })).toEqual([[-1, 'reason', '“新识别”是整户的，户 9900000001 已经在册']]);
    expect(await why({ on: '' })).toEqual([[-1, 'on', '没有写日期']]);
    expect(await why({ on: '2020-07-01' })).toEqual([[-1, 'on', '日期在将来']]);
    expect(await refusal(client.inserting.write({ ...rows, on: '', goodOnly: true }))).toMatchObject({ what: '没有写日期' });
    expect(await refusal(client.inserting.write({ ...rows, rows: [['', '', '']] }))).toMatchObject({ what: '没有能新增的行' });
    expect(await refusal(client.inserting.check({ ...rows, into: 'nobody' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('looks for whoever was taken out or is here under another number: taken back, not entered twice', async () => {
    const { client, home, id } = await filled();
    const { revision } = await client.trash.remove({ entity: 'member', id: id('李试二'), reason: '录入错误', base: 99 });
    const again: NewRows = { ...born, reason: '漏登补录', fields: columns, rows: [['李试二', li, '配偶']], into: home('9900000001') };
    expect((await client.inserting.check(again)).doubts).toMatchObject([{ row: 0, field: 'name', why: expect.stringContaining('回收站里有 李试二') as string }]);
    const { ids: [made = ''] } = await client.inserting.write(again);
    // Now the one in the trash stands in nobody's way, and cannot come back beside the new one.
    expect((await client.trash.list({})).rows).toMatchObject([{ id: id('李试二'), obstacle: { what: expect.stringContaining('李试二') as string } }]);
    await client.trash.remove({ entity: 'member', id: made, reason: '重复登记', base: 99 });
    await client.trash.restore({ command: revision, id: id('李试二') });
    expect(await everybody(client)).toContain('9900000001 李试二 配偶');

    const twin: NewRows = { ...born, reason: '漏登补录', fields: columns, rows: [['李试二', identity('19610725', 4), '其他']], into: home('9900000001') };
    expect((await client.inserting.check(twin)).doubts).toMatchObject([{ why: '户 9900000001 有同名、同一天出生的人' }, { why: expect.stringContaining('回收站') as string }]);
    const { ids: [other = ''] } = await client.inserting.write(twin);
    expect(await client.trash.duplicates()).toMatchObject([{ why: 'name' }]);
    await client.trash.merge({ keep: id('李试二'), drop: other, take: [], base: 99 });
    expect(await client.trash.duplicates()).toEqual([]);
    for (let left = 6; left > 0; left--) await client.tables.undo();
    expect(await everybody(client)).toHaveLength(3);
  });
});

describe('new households', () => {
  const identified = { subject: 'households', year: 2020, reason: '新识别', on: '2020-05', paper: '县批文' } as const;

  it('with their head; identified anew they begin their status line', async () => {
    const { client } = await filled();
    const before = await contentOf(client);
    const fields = ['householdNo', 'town', 'village', 'headName', 'headIdentityNo', 'householdKind', 'householdPhone'];
    const asked: NewRows = { ...identified, fields, rows: [['', '高台子街道', '台地村', '赵试九', bride, '一般贫困户', '19900000009'], ['9900000008', '', '金坑村', '钱试八', girl, '', '']] };
    expect(await client.inserting.check(asked)).toMatchObject({ good: [0, 1], people: 2, households: 2, refused: [], proposed: [{ row: 0, householdNo: '9900000003' }] });
    const { ids, label } = await client.inserting.write(asked);
    expect(label).toBe('新增 2 户：赵试九、钱试八：新识别，2020-05，县批文');
    const card = await client.tables.card({ householdId: ids[0] ?? '', year: 2020 });
    expect(card.household.values).toMatchObject({ householdNo: null, headName: '赵试九', headIdentityNo: bride, village: '台地村', householdKind: '一般贫困户', liftState: '未脱贫', firstIdentified: '2020-05' });
    expect(card.members.map(({ values }) => [values['name'], values['sex'], values['joinReason']])).toEqual([['赵试九', '女', null]]);
    expect(card.records.map(({ ledger, values }) => [ledger, values['status.kind'], values['status.on'], values['status.detail'], values['status.paper']])).toEqual([['status', '识别', '2020-05', '一般贫困户', '县批文']]);
    await client.tables.undo();
    expect(await contentOf(client)).toEqual(before);
  });

  it('refuses a number that is another household’s, and a household without a head', async () => {
    const { client } = await filled();
    const { refused } = await client.inserting.check({ ...identified, fields: ['householdNo', 'headName'], rows: [['9900000001', '赵试九'], ['9900000007', ''], ['9900000008', '钱试八'], ['9900000008', '孙试七']] });
    expect(refused.map(({ row, field, why }) => [row, field, why])).toEqual([[0, 'householdNo', '这个号码已经是 张试一 的'], [1, 'headName', '户主姓名没有写'], [3, 'householdNo', '和第 3 行的户编号一样']]);
    expect((await client.inserting.check({ ...identified, reason: '出生', on: '2020-05-03', fields: ['headName'], rows: [['赵试九']] })).refused).toMatchObject([{ row: -1, field: 'reason', why: '“出生”不是整户的原因，新户 还不在册' }]);
  });
});
