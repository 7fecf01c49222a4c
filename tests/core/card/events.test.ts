import { isDefinedError, safe } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardEvent } from '../../../shared/contract/cards.ts';
import { relationToNewHead } from '../../../shared/changes/relation-to-new-head.ts';
import { contentOf, csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const sheet: readonly (readonly string[])[] = [
  ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '性别', '识别标准'],
  ['9900000001', '990000000101', '高台子街道', '台地村', '张试一', identity('19550312', 1), '户主', '男', '国家标准'],
  ['9900000001', '990000000102', '高台子街道', '台地村', '李试二', identity('19570725', 2), '配偶', '女', '国家标准'],
  ['9900000001', '990000000103', '高台子街道', '台地村', '张试三', identity('19800101', 3), '之子', '男', '国家标准'],
  ['9900000001', '990000000104', '高台子街道', '台地村', '张试四', identity('20100101', 5), '之孙子', '男', '国家标准'],
  ['9900000002', '990000000201', '卧龙街道', '金坑村', '王试五', identity('19491001', 13), '户主', '男', '国家标准'],
];

async function filled() {
  const core = await openTestCore({ now: () => new Date('2020-06-30T10:00:00') });
  await importAll(core.client, [csv('人员2020.csv', sheet)]);
  const { client } = core;
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100 });
  const ids = Object.fromEntries(rows.map(({ id, values }) => [String(values['name']), id]));
  const homes = Object.fromEntries(rows.map(({ householdId, values }) => [String(values['householdNo']), householdId]));
  const id = (name: string): string => ids[name] ?? '';
  const home = (no: string): string => homes[no] ?? '';
  const base = async () => (await client.registers.current())?.revision ?? 0;
  return { ...core, id, home, base };
}

const card = (client: TestClient, householdId: string) => client.tables.card({ householdId, year: 2020 });
const family = async (client: TestClient, householdId: string) => (await card(client, householdId)).members.map(({ values }) => [values['name'], values['relation'], values['memberState']].filter((part) => part !== null).join(' '));
const story = async (client: TestClient, householdId: string, ledger: string) => (await card(client, householdId)).records.filter((record) => record.ledger === ledger).map(({ name, values }) => [name, ...Object.values(values)].filter((part) => part !== null).join(' '));
const refusal = async (work: Promise<unknown>) => {
  const { error } = await safe(work);
  return isDefinedError(error) ? (error as unknown as { data: { code: string; what: string } }).data : error;
};

describe('life events on the card', () => {
  it('somebody dies: the state, the reason, and the record with day and paper', async () => {
    const { client, id, home, base } = await filled();
    const done = await client.cards.event({ kind: 'leave', householdId: home('9900000001'), memberIds: [id('李试二')], reason: '死亡', on: '20200503', paper: '死亡证明', base: await base() });
    expect(done).toMatchObject({ label: '李试二（户 9900000001）减少：死亡，2020-05-03，死亡证明', undo: { undo: done.label }, made: null });
    expect(await family(client, home('9900000001'))).toContain('李试二 配偶 死亡');
    expect(await story(client, home('9900000001'), 'movement')).toEqual(['李试二 减少 死亡 2020-05-03 9900000001 死亡证明']);
    expect(await refusal(client.cards.event({ kind: 'leave', householdId: home('9900000001'), memberIds: [id('李试二')], reason: '婚出', on: '2020-06-01', base: await base() }))).toMatchObject({ code: 'VALUE_REFUSED', what: '李试二 已经不在户内' });
    await client.tables.undo();
    expect(await family(client, home('9900000001'))).toContain('李试二 配偶');
  });

  it('some go and make a household of their own, which keeps place, standard and status', async () => {
    const { client, id, home, base } = await filled();
    await client.tables.edit({ subject: 'households', id: home('9900000001'), year: 2020, field: 'liftState', text: '未脱贫', base: await base() });
    const { made, label } = await client.cards.event({
      kind: 'split', householdId: home('9900000001'), memberIds: [id('张试三'), id('张试四')], to: { householdNo: '9900000009' },
      relations: { [id('张试三')]: '户主', [id('张试四')]: '之子' }, reason: '分户', on: '2020-06-01', paper: '', year: 2020, base: await base(),
    });
    expect(label).toBe('张试三、张试四 由户 9900000001 分户到新户 9900000009：分户，2020-06-01');
    expect(await family(client, made ?? '')).toEqual(['张试三 户主', '张试四 之子']);
    expect(await family(client, home('9900000001'))).toEqual(['张试一 户主', '李试二 配偶']);
    expect((await card(client, made ?? '')).household.values).toMatchObject({ householdNo: '9900000009', village: '台地村', standard: '国家标准', liftState: '未脱贫', headName: '张试三' });
    await client.tables.undo();
    expect(await family(client, home('9900000001'))).toHaveLength(4);
    expect(await refusal(card(client, made ?? ''))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('all go to another household; papers of a person go along', async () => {
    const { client, id, home, base } = await filled();
    await client.documents.add({ householdId: home('9900000002'), memberId: id('王试五'), kind: '身份证', place: '柜', files: [] });
    await client.cards.event({ kind: 'merge', householdId: home('9900000002'), to: { householdId: home('9900000001') }, relations: { [id('王试五')]: '其他' }, reason: '投靠亲属', on: '2020-06-01', base: await base() });
    expect(await family(client, home('9900000002'))).toEqual([]);
    expect(await family(client, home('9900000001'))).toContain('王试五 其他');
    expect((await client.documents.list({ householdId: home('9900000001'), year: 2020 })).documents).toMatchObject([{ memberId: id('王试五') }]);
    expect(await story(client, home('9900000001'), 'movement')).toEqual(['王试五 并户 投靠亲属 2020-06-01 9900000002 9900000001']);
  });

  it('the head changes, and everybody is told what they are to the new one', async () => {
    const { client, id, home, base } = await filled();
    const event = { kind: 'head', householdId: home('9900000001'), memberId: id('李试二'), reason: '家庭商定', on: '2020-06-01' } as const;
    expect(await refusal(client.cards.event({ ...event, relations: { [id('张试一')]: '户主' }, base: await base() }))).toMatchObject({ code: 'VALUE_REFUSED', what: '这一户会有 2 个户主' });
    await client.cards.event({ ...event, relations: { [id('张试一')]: '配偶', [id('张试三')]: '之子', [id('张试四')]: '之孙子' }, base: await base() });
    expect(await family(client, home('9900000001'))).toEqual(['李试二 户主', '张试一 配偶', '张试三 之子', '张试四 之孙子']);
  });

  it('the status goes on, with what it says of the household', async () => {
    const { client, home, base } = await filled();
    const householdId = home('9900000001');
    const status = async (kind: string, on: string, detail = '', paper = '') => client.cards.event({ kind: 'status', householdId, status: kind, on, detail, paper, year: 2020, base: await base() });
    await status('识别', '201603', '低保贫困户', '县批文');
    await status('脱贫', '2019-12', '已脱贫（享受政策）');
    expect((await card(client, householdId)).household.values).toMatchObject({ firstIdentified: '2016-03', householdKind: '低保贫困户', liftState: '已脱贫（享受政策）', liftYear: 2019 });
    await status('返贫', '2020-05', '因病');
    await status('纳入监测', '2020-05', '脱贫不稳定户');
    await status('风险消除', '2020-06');
    expect((await card(client, householdId)).household.values).toMatchObject({ liftState: '返贫', relapseCause: '因病', monitoredKind: '脱贫不稳定户', riskIdentified: '2020-05', riskCleared: '是', riskClearedOn: '2020-06' });
    expect(await refusal(status('风险消除', '2020-06'))).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await refusal(status('返贫', '2020-06', '运气不好'))).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await refusal(status('脱贫', '', '已脱贫'))).toMatchObject({ code: 'VALUE_REFUSED', what: '没有写年月' });
    await status('清退', '2020-06', '', '核查通报');
    expect(await family(client, householdId)).toEqual(['张试一 户主 清退', '李试二 配偶 清退', '张试三 之子 清退', '张试四 之孙子 清退']);
    expect(await story(client, householdId, 'status')).toHaveLength(6);
  });

  it('refuses what is not whole, says what to do, and writes nothing', async () => {
    const { client, id, home, base } = await filled();
    const before = await contentOf(client);
    const from = { householdId: home('9900000001'), base: await base(), reason: '分户', on: '2020-06-01' };
    const split = (more: Partial<Extract<CardEvent, { kind: 'split' }>>) => refusal(client.cards.event({ kind: 'split', ...from, memberIds: [id('张试三')], to: { householdNo: '' }, relations: { [id('张试三')]: '户主' }, year: 2020, ...more }));
    expect(await split({ on: '' })).toMatchObject({ what: '没有写日期' });
    expect(await split({ on: '2020-07-01' })).toMatchObject({ what: '日期在将来' });
    expect(await split({ reason: '' })).toMatchObject({ what: '没有选原因' });
    expect(await split({ relations: {} })).toMatchObject({ what: '张试三 与户主是什么关系没有写' });
    expect(await split({ to: { householdNo: '9900000002' } })).toMatchObject({ what: '这个户编号已经有了' });
    expect(await split({ to: { householdId: home('9900000001') } })).toMatchObject({ what: '去的就是这一户' });
    expect(await split({ memberIds: [id('张试一')], relations: { [id('张试一')]: '户主' } })).toMatchObject({ what: '这一户会没有户主' });
    expect(await split({ memberIds: [id('王试五')] })).toMatchObject({ code: 'STALE' });
    expect(await split({ relations: { [id('张试三')]: '干儿子' } })).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await split({ base: 0 })).toMatchObject({ code: 'STALE' });
    expect(await contentOf(client)).toEqual(before);
  });

  it('whatever happened, taking it all back leaves the register as it was', async () => {
    const { client, id, home, base } = await filled();
    const names = ['张试一', '李试二', '张试三', '张试四', '王试五'];
    const first = await contentOf(client);
    const kinds = fc.record({ kind: fc.constantFrom('leave', 'split', 'merge', 'head', 'status'), who: fc.constantFrom(...names), no: fc.constantFrom('9900000001', '9900000002'), day: fc.integer({ min: 1, max: 28 }), status: fc.constantFrom('识别', '脱贫', '返贫', '风险消除', '清退') });
    const details: Readonly<Record<string, string>> = { 识别: '一般贫困户', 脱贫: '已脱贫', 返贫: '因病' };
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { minLength: 1, maxLength: 6 }), async (events) => {
        let done = 0;
        for (const { kind, who, no, day, status } of events) {
          const head = { householdId: home(no), on: `2020-05-${String(day).padStart(2, '0')}`, reason: '其他', base: await base() };
          const other = home(no === '9900000001' ? '9900000002' : '9900000001');
          const relations = Object.fromEntries((await card(client, home(no))).members.map((member) => [member.id, member.id === id(who) && kind !== 'merge' ? '户主' : '其他']));
          const event: CardEvent =
            kind === 'leave' ? { kind, ...head, memberIds: [id(who)] }
            : kind === 'split' ? { kind, ...head, memberIds: [id(who)], to: { householdNo: '' }, relations, year: 2020 }
            : kind === 'merge' ? { kind, ...head, to: { householdId: other }, relations }
            : kind === 'head' ? { kind, ...head, memberId: id(who), relations }
            : { kind: 'status', ...head, on: head.on.slice(0, 7), status, detail: details[status] ?? '', year: 2020 };
          if ((await safe(client.cards.event(event))).error === null) done++;
        }
        written += done;
        for (let step = 0; step < done; step++) await client.tables.undo();
        expect(await contentOf(client)).toEqual(first);
        expect(await client.tables.ledgers()).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(written).toBeGreaterThan(10);
  });
});

describe('what somebody is to a new head', () => {
  it('is proposed where it follows, and nowhere else', () => {
    const man = (relation: string) => ({ relation, sex: '男' });
    const woman = (relation: string) => ({ relation, sex: '女' });
    expect(relationToNewHead(man('户主'), woman('配偶'), man('户主'))).toBe('配偶');
    expect(relationToNewHead(woman('之母'), woman('配偶'), man('户主'))).toBe('之婆婆');
    expect(relationToNewHead(man('户主'), woman('之女'), man('户主'))).toBe('之父');
    expect(relationToNewHead(woman('配偶'), man('之子'), man('户主'))).toBe('之母');
    expect(relationToNewHead(woman('之女'), man('之子'), man('户主'))).toBe('之兄弟姐妹');
    // Whose child a grandchild is, nobody has told.
    expect(relationToNewHead(man('之孙子'), man('之子'), man('户主'))).toBe('');
    expect(relationToNewHead(man('之子'), man('配偶'), { relation: '户主', sex: '' })).toBe('');
  });
});
