import { expect, it } from 'vitest';
import { procedureFaults } from '../../../shared/plan/discipline.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { li, wang, zhang } from '../support/people.ts';

const sheet = csv('人员_2020.csv', [
  ['户编号', '乡', '村', '姓名', '证件号码', '与户主关系', '人数', '是否享受低保', '人均纯收入'],
  ['9900000001', '高台子街道', '台地村', '张试一', zhang, '户主', '2', '是', '4500'],
  ['9900000001', '高台子街道', '台地村', '李试二', li, '配偶', '2', '否', '4500'],
  ['9900000002', '卧龙街道', '金坑村', '王试三', wang, '户主', '1', '否', '8000'],
]);

async function onADay(day = '2020-05-20') {
  const clock = { day };
  const core = await openTestCore({ now: () => new Date(`${clock.day}T09:00:00`) });
  await importAll(core.client, [sheet]);
  return { ...core, clock };
}

const householdOf = async (client: TestClient, name: string): Promise<string> => (await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 })).rows[0]?.householdId ?? '';
async function edit(client: TestClient, subject: 'people' | 'households', name: string, field: string, text: string) {
  const { rows } = await client.tables.rows({ subject, year: 2020, search: name, offset: 0, limit: 1 });
  await client.tables.edit({ subject, id: rows[0]?.id ?? '', year: 2020, field, text, base: rows[0]?.revision ?? 0 });
}
const of = async (client: TestClient, name: string) => {
  const found = (await client.accounts.accord({ year: 2020 })).rows.find(({ head }) => head === name);
  if (!found) throw new Error(`no household of ${name}`);
  return found.accounts;
};

it('ticks the account that says the same, tells the difference of the one that does not, and says where nobody looked', async () => {
  const { client } = await onADay();
  expect(await of(client, '张试一')).toEqual({ handbook: { state: 'none', says: [] }, system: { state: 'same', says: [] }, wall: { state: 'none', says: [] }, lists: { state: 'none', says: [] } });

  // What was changed by hand since the system's export, there and back again being no change.
  await edit(client, 'households', '张试一', 'perCapitaIncome', '4800');
  await edit(client, 'people', '王试三', 'health', '残疾');
  await edit(client, 'people', '王试三', 'health', '');
  expect((await of(client, '张试一')).system).toEqual({ state: 'differs', says: ['人均纯收入：4,500.00 → 4,800.00'] });
  expect((await of(client, '王试三')).system.state).toBe('same');

  // What hangs: only what stands on it, and only since it was printed.
  await client.walls.printing({ year: 2020, of: { scope: 'household', householdId: await householdOf(client, '张试一') } });
  expect((await of(client, '张试一')).wall).toEqual({ state: 'same', says: [] });
  await edit(client, 'households', '张试一', 'mainCause', '因病');
  await edit(client, 'people', '张试一', 'identityNo', '');
  expect((await of(client, '张试一')).wall).toEqual({ state: 'differs', says: ['贫困户家庭基本情况 致贫原因：空 → 因病'] });
  await client.tables.undo();

  // A list of the year: who stands on it and not in the register, and the other way round.
  await importAll(client, [csv('低保名单_2020.csv', [['姓名', '证件号码', '等级', '金额'], ['李试二', li, 'A类', '300']])]);
  await edit(client, 'people', '李试二', 'dibao', '否');
  expect((await of(client, '张试一')).lists.says).toEqual([expect.stringContaining('登记册写张试一“是否享受低保”是“是”') as string, expect.stringContaining('上有李试二，登记册“是否享受低保”是“否”') as string]);
  expect((await of(client, '王试三')).lists.state).toBe('same');

  // The handbook, as it was compared.
  const householdId = await householdOf(client, '王试三');
  const { items, revision: base } = await client.sweeps.sheet({ form: 'handbook', householdId });
  const said: Record<string, string> = { head: '王试三', size: '2', income: '8000', visits: '否' };
  const answers = Object.fromEntries(items.map(({ item }) => [item.key, { answer: said[item.key] ?? (item.choices ? '是' : '空'), reason: item.key === 'visits' ? '缺日期' : '' }]));
  await client.sweeps.enter({ form: 'handbook', householdId, entry: 'first', base, typist: '孙试录', answers });
  expect((await of(client, '王试三')).handbook.says).toEqual(['家庭人口数：手册是2，登记册里“家庭人口数”是 1', '走访记录有日期、有签字：手册是否，缺日期']);
  expect((await client.accounts.exportAccord({ year: 2020, level: 'reduced' })).name).toBe('账账相符_2020.xlsx');
  await expect(client.accounts.exportAccord({ year: 2020, level: 'public' })).rejects.toThrow('只在机关内部');
});

it('holds what happened against the papers that it must have: exits, deaths, evaluation by a third party', async () => {
  const { client } = await onADay();
  const householdId = await householdOf(client, '张试一');
  const revision = async () => (await client.registers.current())?.revision ?? 0;
  await client.cards.event({ kind: 'status', householdId, year: 2020, status: '脱贫', detail: '已脱贫（享受政策）', on: '2020-04', paper: '', base: await revision() });
  const { members } = await client.tables.card({ householdId, year: 2020 });
  await client.cards.event({ kind: 'leave', householdId, memberIds: [members.find(({ values }) => values['name'] === '李试二')?.id ?? ''], reason: '死亡', on: '2020-05-03', paper: '火化证', base: await revision() });
  const rows = async () => (await client.accounts.discipline({ year: 2020 })).rows;
  expect((await rows()).map(({ kind, person, lacks }) => [kind, person, lacks])).toEqual([
    ['脱贫', '', ['依据材料的名称', '退出确认', '收入核算表', '民主评议记录', '公示公告', '第三方评估']],
    ['减少', '李试二', ['死亡证明']],
  ]);
  await client.documents.add({ householdId, kind: '退出确认', place: '档案柜', files: [] });
  await client.tables.addEntry({ subject: 'ledger:exitReview', householdId, values: { 'exitReview.on': '2020-05-10', 'exitReview.result': '不通过' } });
  const [exit] = await rows();
  expect([exit?.lacks, exit?.faults]).toEqual([['依据材料的名称', '收入核算表', '民主评议记录', '公示公告'], ['第三方评估不通过']]);
  expect((await client.accounts.discipline({ year: 2020 })).counts).toEqual([{ kind: '脱贫', all: 1, whole: 0 }, { kind: '减少', all: 1, whole: 0 }]);
  expect((await client.accounts.exportDiscipline({ year: 2020, level: 'reduced' })).name).toBe('动态管理_2020.xlsx');
});

it('wants the steps of watching in their order, posted long enough, below the line of the year, and not cleared too soon', async () => {
  const { client } = await onADay();
  const householdId = await householdOf(client, '王试三');
  const revision = async () => (await client.registers.current())?.revision ?? 0;
  await client.cards.event({ kind: 'status', householdId, year: 2020, status: '纳入监测', detail: '边缘易致贫户', on: '2020-03', paper: '审批表', base: await revision() });
  const faults = async (kind: string) => (await client.accounts.discipline({ year: 2020 })).rows.find((row) => row.kind === kind)?.faults;
  expect(await faults('纳入监测')).toEqual(['纳入程序缺线索、入户核实、授权核查、信息比对、民主评议、村级公示、乡镇审核、区级审批', '人均纯收入 8000.00 元，不低于监测线 5000.00 元，请写明风险']);
  for (const [step, on, until] of [['线索', '2020-03-01', ''], ['入户核实', '2020-03-02', ''], ['授权核查', '2020-03-02', ''], ['信息比对', '2020-03-03', ''], ['民主评议', '2020-03-04', ''], ['村级公示', '2020-03-05', '2020-03-08'], ['乡镇审核', '2020-03-12', ''], ['区级审批', '2020-03-30', '']] as const) {
    await client.tables.addEntry({ subject: 'ledger:monitorStep', householdId, values: { 'monitorStep.kind': '纳入', 'monitorStep.step': step, 'monitorStep.on': on, 'monitorStep.until': until } });
  }
  await edit(client, 'households', '王试三', 'perCapitaIncome', '4900');
  expect(await faults('纳入监测')).toEqual(['村级公示只有 3 天，不足 5 天', '从入户核实到区级审批用了 28 天，超过 15 天']);
  await client.cards.event({ kind: 'status', householdId, year: 2020, status: '风险消除', detail: '', on: '2020-05', paper: '审批表', base: await revision() });
  expect((await faults('风险消除'))?.at(-1)).toBe('2020-03 纳入，只过了 2 个月就消除，不足 6 个月');
  // The line is dated, and the office's own where it set one.
  expect(await client.accounts.discipline({ year: 2020 })).toMatchObject({ line: 5000, watched: [{ kind: '边缘易致贫户', households: 1, people: 1, cleared: 1 }] });
  await client.checking.setLimit({ limit: 'monitoringLine', from: 2020, value: 4800, why: '试' });
  expect((await faults('纳入监测'))?.at(-1)).toBe('人均纯收入 4900.00 元，不低于监测线 4800.00 元，请写明风险');
  expect((await client.accounts.discipline({ year: 2022 })).line).toBe(7260);
});

it('finds no fault with a procedure as it should be', () => {
  const steps = ['线索', '入户核实', '授权核查', '信息比对', '民主评议', '村级公示', '乡镇审核', '区级审批'].map((step, at) => ({ step, on: `2020-03-${String(at + 1).padStart(2, '0')}`, until: step === '村级公示' ? '2020-03-11' : '' }));
  const of = { postingDays: 5, procedureDays: 15, kind: '纳入' as const };
  expect(procedureFaults(steps, of)).toEqual([]);
  expect(procedureFaults(steps.map((step) => (step.step === '民主评议' ? { ...step, on: '2020-03-01' } : step)), of)).toEqual(['民主评议（2020-03-01）早于信息比对（2020-03-04）']);
  expect(procedureFaults(steps.map((step) => ({ ...step, until: '' })), of)).toEqual(['村级公示没有写结束日期']);
});
