import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base, departmentLayouts, officeLayouts, registerLayouts, sheetOf } from '../../fixtures/layouts/layouts.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

/** Everything in the register that a user can see, ledgers included, without what tells when it came. */
async function everything(client: TestClient): Promise<Map<string, Map<string, unknown>>> {
  const rows = new Map<string, Map<string, unknown>>();
  for (const subject of ['households', 'people'] as const) {
    for (const year of [2019, 2020, 2021]) {
      const found = await client.tables.rows({ subject, year, offset: 0, limit: 500 });
      for (const { id, values, extra } of found.rows) rows.set(`${subject} ${id} ${year}`, new Map<string, unknown>([...Object.entries(values), ['extra', JSON.stringify(extra ?? null)]]));
    }
  }
  return rows;
}

const people = fc.array(
  fc.record({ household: fc.integer({ min: 0, max: 5 }), order: fc.integer({ min: 1, max: 40 }), name: fc.constantFrom('甲试一', '乙试二', '丙试三', '丁试四'), education: fc.constantFrom('', '小学', '初中', '不认得的'), months: fc.constantFrom('', '3', '6', '半年'), phone: fc.constantFrom('', '19900000001', '19900000002'), relation: fc.constantFrom('户主', '配偶', '之子', '') }),
  { minLength: 1, maxLength: 14 },
);
type Person = typeof people extends fc.Arbitrary<(infer P)[]> ? P : never;

const header = ['户编号', '姓名', '证件号码', '村', '与户主关系', '文化程度', '务工时间（月）', '联系电话', '街道备注'];
const sheet = (name: string, list: readonly Person[]): File =>
  csv(name, [header, ...list.map(({ household, order, name: who, education, months, phone, relation }) => [`990000000${household}`, who, identity('19700101', order), '台地村', relation, education, months, phone, months === '3' ? '核' : ''])]);

const edits = fc.array(fc.record({ at: fc.nat(30), field: fc.constantFrom('education', 'workMonths', 'memberPhone', 'name'), value: fc.nat(2) }), { maxLength: 6 });
const typed: Record<string, readonly string[]> = { education: ['高中', '小学', ''], workMonths: ['1', '12', ''], memberPhone: ['19900000008', '19900000009', ''], name: ['改试一', '改试二', '改试三'] };

async function editAll(client: TestClient, list: readonly { at: number; field: string; value: number }[]): Promise<Set<string>> {
  const touched = new Set<string>();
  for (const { at, field, value } of list) {
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
    const row = rows[at % Math.max(1, rows.length)];
    if (!row) continue;
    const before = row.values[field];
    const { row: after } = await client.tables.edit({ subject: 'people', id: row.id, year: 2020, field, text: typed[field]?.[value] ?? '', base: 1_000_000 });
    if (after.values[field] !== before) touched.add(`people ${row.id}|${field}`);
  }
  return touched;
}

describe('an import', () => {
  test('gives every row of the table exactly one verdict, and is taken back to the register before', async () => {
    await fc.assert(
      fc.asyncProperty(people, people, async (first, second) => {
        const { client } = await openTestCore();
        await importAll(client, [sheet('一_2020.csv', first)]);
        const before = await everything(client);
        const plan = await client.importing.plan({ files: [sheet('二_2020.csv', second)] });
        const { rows } = await client.importing.rows({ batch: plan.batch, limit: 500 });
        expect(rows.map(({ row }) => row)).toEqual(second.map((_, at) => at + 2));
        expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(second.length);
        const { households } = await client.importing.households({ batch: plan.batch, limit: 500 });
        expect(households.flatMap(({ rows: inside }) => inside.map(({ row }) => row)).toSorted((a, b) => a - b)).toEqual(second.map((_, at) => at + 2));
        await client.importing.commit({ batch: plan.batch, confirmed: true });
        if ((await client.importing.summary({ batch: plan.batch })).state === 'committed') {
          expect(await client.importing.undo({ batch: plan.batch })).toMatchObject({ kept: [], failed: [] });
        }
        expect(await everything(client)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  test('edited since and then taken back: what was touched stays, what was not goes back', async () => {
    await fc.assert(
      fc.asyncProperty(people, people, edits, async (first, second, by) => {
        const { client } = await openTestCore();
        await importAll(client, [sheet('一_2020.csv', first)]);
        const before = await everything(client);
        const done = await importAll(client, [sheet('二_2020.csv', second)]);
        const imported = await everything(client);
        const touched = await editAll(client, by);
        const edited = await everything(client);
        const undone = await client.importing.undo({ batch: done.batch });
        const after = await everything(client);
        expect(undone.failed).toEqual([]);
        for (const [key, row] of after) {
          // Household columns stand on people's rows, too; they are compared on the households' own.
          if (!key.startsWith('people') || !key.endsWith(' 2020')) continue;
          const id = key.replace(/ 2020$/, '');
          for (const [field, value] of row) {
            if (!['education', 'workMonths', 'memberPhone', 'name', 'relation'].includes(field)) continue;
            const was = before.get(key);
            // A person or a year's record that the import made stays whole where it was touched.
            if (touched.has(`${id}|${field}`)) expect([key, field, value]).toEqual([key, field, edited.get(key)?.get(field)]);
            else if (was && imported.get(key)?.get(field) !== undefined) expect([was.get(field), imported.get(key)?.get(field)]).toContainEqual(value);
          }
        }
        for (const key of before.keys()) expect(after.has(key)).toBe(true);
        const left = [...after.keys()].filter((key) => !before.has(key) && key.endsWith(' 2020') && key.startsWith('people'));
        for (const key of left) expect([...touched].some((cell) => cell.startsWith(key.replace(/ 2020$/, '')))).toBe(true);
        if (touched.size === 0) expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

test('the order of the files does not matter, whatever layouts they have', async () => {
  const samples = [...base, ...registerLayouts.slice(0, 2), ...officeLayouts.slice(0, 4), ...departmentLayouts.slice(0, 6)];
  const values = async (order: readonly number[]): Promise<unknown> => {
    const { client } = await openTestCore();
    await importAll(client, order.flatMap((at) => { const sample = samples[at]; return sample ? [csv(sample.file, sheetOf(sample))] : []; }));
    const rows = await everything(client);
    return [...rows.values()].map((row) => JSON.stringify([...row].toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
  };
  const inOrder = await values(samples.map((_, at) => at));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(samples.map((_, at) => at), { minLength: samples.length }), async (order) => {
      expect(await values(order)).toEqual(inOrder);
    }),
    { numRuns: 8 },
  );
});

const choices = fc.array(
  fc.record({ scope: fc.constantFrom('cell', 'row', 'household', 'column', 'verdict'), at: fc.nat(20), field: fc.constantFrom('education', 'workMonths', 'memberPhone', 'relation'), choice: fc.constantFrom('take', 'skip', null) }),
  { minLength: 1, maxLength: 8 },
);

test('whatever is chosen, the numbers told before are what is written', async () => {
  await fc.assert(
    fc.asyncProperty(people, people, edits, choices, async (first, second, by, chosen) => {
      const { client } = await openTestCore();
      await importAll(client, [sheet('一_2020.csv', first)]);
      await editAll(client, by);
      const plan = await client.importing.plan({ files: [sheet('二_2020.csv', second)] });
      const { rows } = await client.importing.rows({ batch: plan.batch, limit: 500 });
      const sheetId = (await client.importing.fields({ batch: plan.batch }))[0]?.sheet ?? 0;
      let summary = plan;
      for (const { scope, at, field, choice } of chosen) {
        const row = rows[at % rows.length];
        const target = scope === 'cell' ? `${row?.position}|${field}` : scope === 'row' ? String(row?.position) : scope === 'household' ? (row?.grouping ?? '') : scope === 'column' ? `${sheetId}|${field}` : 'changed';
        summary = await client.importing.choose({ batch: plan.batch, scope, target, choice });
      }
      // No choice of a verdict that no row has changes nothing, but counts all rows anew.
      const whole = await client.importing.choose({ batch: plan.batch, scope: 'verdict', target: 'nobody', choice: null });
      expect(summary.writes).toEqual(whole.writes);
      await client.importing.commit({ batch: plan.batch, confirmed: true });
      const written = await client.history.entries({ of: { batch: plan.batch } });
      const creates = (entity: string): number => new Set(written.rows.filter((line) => line.action === 'create' && line.entity === entity).map(({ rowId }) => rowId)).size;
      const events = new Set(written.rows.filter((line) => line.entity === 'entry').map(({ rowId }) => rowId)).size;
      expect({ households: creates('household'), people: creates('member') }).toEqual({ households: whole.writes.households, people: whole.writes.people });
      expect(written.rows.filter(({ action }) => action === 'set')).toHaveLength(whole.writes.values);
      expect(events).toBe((await client.importing.events({ batch: plan.batch })).length + events);
    }),
    { numRuns: 40 },
  );
});
