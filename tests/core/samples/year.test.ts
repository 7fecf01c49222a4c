import { expect, test } from 'vitest';
import { inventRegister } from '../../../electron/core/samples/invent-register.ts';
import { sampleLedgers } from '../../../electron/core/samples/sample-ledgers.ts';
import { reports } from '../../../shared/reports/index.ts';
import { periodOf } from '../../../shared/reports/periods.ts';
import { openTestCore } from '../support/core.ts';

test('the sample with its year: the board shows every state, and no figure of households and people moves', async () => {
  const plain = await openTestCore({ now: () => new Date('2026-11-26T12:00:00') });
  await plain.client.registers.openSample();
  const { client } = await openTestCore({ now: () => new Date('2026-11-26T12:00:00') });
  await client.registers.openSample({ withYear: true });
  for (const subject of ['people', 'households'] as const) {
    const [bare, full] = await Promise.all([plain.client, client].map((each) => each.tables.rows({ subject, year: 2020, offset: 0, limit: 500 })));
    expect(full?.rows.map(({ values }) => values), subject).toEqual(bare?.rows.map(({ values }) => values));
  }
  expect(await client.registers.current()).toMatchObject({ households: 111, people: 208 });
  const states = async (day: string) => {
    const { rows } = await client.plan.board({ year: 2020, day });
    return { of: (row: string) => rows.find((each) => each.row === row), counts: Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, own]) => [state, own.length])) };
  };
  const { of, counts } = await states('2020-12-31');
  expect(Object.keys(counts).toSorted()).toEqual(['course', 'met', 'none', 'overdue', 'risk']);
  expect(counts['none']).toBeLessThan(15);
  expect(counts['met']).toBeGreaterThan(20);
  expect(['S41', 'S52', 'S53', 'S62'].map((row) => of(row)?.state)).toEqual(['met', 'met', 'met', 'met']);
  expect(['S68', 'S59', 'S42'].map((row) => [of(row)?.state, of(row)?.missing])).toEqual([['overdue', 1], ['overdue', 1], ['overdue', 1]]);
  expect(of('S08')).toMatchObject({ target: 3, actual: 2, state: 'risk' });
  // In June most is on its way.
  expect((await states('2020-06-30')).counts['course']).toBeGreaterThan(5);
  // Every yuan that was sent is from a sum that came in.
  expect(await client.plan.money({ year: 2020, day: '2020-12-31' })).toMatchObject({ came: 55_000_000, sent: 42_000_000, sentFromNowhere: 0 });
  // Every report has something to tell, but for those of which the sample has nothing on purpose.
  const empty: string[] = [];
  for (const { key, period } of reports) {
    const { made } = await client.reports.make({ report: key, period: periodOf(period, '2020-12-31') });
    if (Object.values(made.figures).every(({ value }) => value === 0)) empty.push(key);
  }
  expect(empty).toEqual(['income-quarter', 'income-month', 'problems']);
  // The same every time.
  const texts = () => sampleLedgers(inventRegister()).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
  expect(texts()).toEqual(texts());
});
