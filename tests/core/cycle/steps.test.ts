import { expect, test } from 'vitest';
import { planRegister, writeRecords } from '../plan/plan-register.ts';
import { sendAll, takeIn } from './fill-in.ts';
import { pdfSays } from '../support/pdf-text.ts';

const march = { period: '2020-03' };
const numbers = /\d{15}|(?<!\d)1\d{10}(?!\d)/;

test('the steps of a month are proved by the ledgers of the plan, each with its paper', async () => {
  const { client } = await planRegister('2020-03-31');
  const month = async () => (await client.cycle.year({})).months[2];
  const state = async () => (await month())?.steps.map(({ state: each }) => each);
  expect(await state()).toEqual(['open', 'open', 'open', 'open', 'open']);
  // One group has reported already, as the ledger says.
  expect((await month())?.steps[2]?.lacks).toEqual(['没有月报告：健康扶贫推进组、危房改造推进组、教育扶贫推进组、就业扶贫推进组、低保兜底推进组']);
  await expect(client.cycle.done({ ...march, step: 'check', on: '2020-03-30', by: '' })).rejects.toMatchObject({ data: { what: '没有写经办人' } });
  await expect(client.cycle.done({ ...march, step: 'check', on: '2020-04-01', by: '试办' })).rejects.toMatchObject({ data: { what: '办理日期还没有到' } });
  await expect(client.cycle.done({ ...march, step: 'check', on: '2020-02-01', by: '试办' })).rejects.toMatchObject({ data: { what: '办理日期在这个月以前' } });
  await expect(client.cycle.done({ ...march, step: 'dispatch', on: '2020-03-30', by: '试主持' })).rejects.toMatchObject({ data: { what: '没有写议定事项' } });
  await client.cycle.done({ ...march, step: 'check', on: '2020-03-30', by: '试办' });
  await client.cycle.done({ ...march, step: 'report', on: '2020-03-31', by: '试办', groups: ['健康扶贫推进组'] });
  expect((await month())?.steps[2]).toMatchObject({ state: 'open', lacks: ['没有月报告：危房改造推进组、教育扶贫推进组、就业扶贫推进组、低保兜底推进组'] });
  await client.cycle.done({ ...march, step: 'report', on: '2020-03-31', by: '试办' });
  await client.cycle.done({ ...march, step: 'dispatch', on: '2020-03-31', by: '试主持', note: '危改四月底前开工，区住建局办，电话 19900001234' });
  await client.cycle.done({ ...march, step: 'bulletin', on: '2020-03-31', by: '试办' });
  expect(await state()).toEqual(['open', 'done', 'done', 'done', 'done']);
  // The same records prove the duties of the plan.
  const lines = (await client.plan.dutiesOf({ year: 2020, who: '区扶贫办' })).filter(({ label, duty }) => label === '3月' && ['month-dispatch', 'month-bulletin'].includes(duty));
  expect(lines.map(({ state: each }) => each)).toEqual(['done', 'done']);
  // A step is undone as everything else is.
  const [last] = (await client.history.commands({ limit: 1 })).rows;
  await client.history.undo({ command: last?.command ?? 0 });
  expect(await state()).toEqual(['open', 'done', 'done', 'done', 'open']);
  // The last paper that was saved stands with its step.
  await client.cycle.paper({ ...march, paper: 'check', as: 'xlsx' });
  expect((await month())?.steps[1]?.paper).toBe('2020年3月核对情况.xlsx');
  expect((await client.outgoing.list({ offset: 0, limit: 1 })).rows[0]).toMatchObject({ what: '2020年3月核对情况', purpose: '保存月度材料', level: 'reduced', households: 0, people: 0 });
});

test('the papers tell what is at risk, who is late, how the streets stand, and no number of anybody', async () => {
  const { client } = await planRegister('2020-03-25');
  const files = await sendAll(client, '2020-03', '2020-03-25');
  const [street = '', file = new File([], '')] = [...files][0] ?? [];
  await takeIn(client, [file]);
  await client.problems.add({ values: { 'problem.text': '饮水不安全', 'problem.class': '饮水安全', 'problem.source': '大排查', 'problem.foundOn': '2020-03-01', 'problem.town': street, 'problem.due': '2020-03-20' } });
  await client.cycle.done({ ...march, step: 'dispatch', on: '2020-03-25', by: '试主持', note: '饮水月底前通，找 19900001234' });
  await writeRecords(client, [['meeting', null, { unit: street, kind: '街道专题研究', on: '2020-03-02' }], ['meeting', null, { unit: street, kind: '街道专题研究', on: '2020-03-03' }]]);
  const page = async (paper: 'missing' | 'check' | 'minutes' | 'bulletin'): Promise<string> => pdfSays(await client.cycle.paperPage({ ...march, paper }));
  const missing = await page('missing');
  expect(missing).toContain(`应交${files.size}个，已交1个，未交${files.size - 1}个；期限2020年3月25日`);
  expect(missing).not.toMatch(new RegExp(`\\d${street}`));
  const minutes = await page('minutes');
  for (const said of ['S65', '危改周会商、月报告', '饮水安全1', '试主持', '饮水月底前通，找199****']) expect(minutes).toContain(said);
  const standings = await client.cycle.standings(march);
  // One workbook in time, two of three duties that closed are not yet over: what is open in the month is owed, too.
  expect(standings.find(({ office }) => office === street)).toMatchObject({ state: 'returned', problems: { owed: 1, done: 0 } });
  expect(standings.every(({ owed, done, rate }) => rate === (owed === 0 ? 100 : Math.round((done / owed) * 1000) / 10))).toBe(true);
  const bulletin = await page('bulletin');
  for (const { office } of standings) expect(bulletin).toContain(office);
  for (const text of [missing, minutes, bulletin, await page('check')]) expect(text).not.toMatch(numbers);
});
