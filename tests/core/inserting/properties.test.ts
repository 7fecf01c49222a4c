import { isDefinedError, safe } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockChange } from '../../../shared/contract/blocks.ts';
import type { NewRows } from '../../../shared/contract/inserting.ts';
import { blockRegister, cellsOf, differing, people, revisionOf } from '../support/block-register.ts';
import { anyChange } from '../support/block-changes.ts';
import type { TestClient } from '../support/core.ts';
import { identity, li, wang } from '../support/people.ts';
import { UndoWalk } from '../support/undo-walk.ts';

const reasons = ['漏登补录', '漏登补录', '其他', '其他', '出生', '新识别', ''];
const texts: Readonly<Record<string, readonly string[]>> = {
  householdNo: ['', '9900000001', '9900000002', '9900000008', '9900000009'],
  headName: ['赵试九', '钱试八', ''],
  headIdentityNo: ['', identity('19700101', 3), identity('19700101', 5), wang],
  name: ['赵试一', '赵试二', '李试二', ''],
  identityNo: ['', identity('20100101', 7), identity('20100102', 9), li, '990504'],
  relation: ['户主', '之子', '配偶', ''],
  village: ['', '台地村', '金坑村'],
  workMonths: ['', '3', '百'],
  'dibaoList.amount': ['', '300', '420.5'],
};
const columnsOf: Readonly<Record<'people' | 'households' | 'ledger:dibaoList', readonly string[]>> = {
  people: ['householdNo', 'name', 'identityNo', 'relation', 'workMonths'],
  households: ['householdNo', 'headName', 'headIdentityNo', 'village'],
  'ledger:dibaoList': ['name', 'identityNo', 'dibaoList.amount'],
};

const ofSubject = (subject: keyof typeof columnsOf): fc.Arbitrary<NewRows> =>
  fc.record({
    subject: fc.constant(subject),
    year: fc.constant(2020),
    fields: fc.constant([...columnsOf[subject]]),
    rows: fc.array(fc.tuple(...columnsOf[subject].map((key) => fc.constantFrom(...(texts[key] ?? [''])))).map((row) => [...row]), { minLength: 1, maxLength: 4 }),
    reason: fc.constantFrom(...reasons),
    on: fc.constantFrom('2020-03-15', '2020-03-15', '2020-03-16', '2020-04-01', '2020-03', ''),
  });

const anyRows = fc.oneof({ weight: 3, arbitrary: ofSubject('people') }, { weight: 2, arbitrary: ofSubject('households') }, { weight: 1, arbitrary: ofSubject('ledger:dibaoList') });

/** Writes what can be written of the rows; answers how many commands that was. */
async function insert(client: TestClient, asked: NewRows): Promise<number> {
  const told = await client.inserting.check(asked);
  if (told.good.length === 0 || told.refused.some(({ row }) => row < 0)) return 0;
  const written = await client.inserting.write({ ...asked, goodOnly: true });
  expect(written.rows).toEqual(told.good);
  return 1;
}

describe('any new rows', () => {
  it('become what their check said, and only that; every household has one head as before', async () => {
    const { client } = await blockRegister();
    let written = 0;
    await fc.assert(
      fc.asyncProperty(anyRows, async (asked) => {
        const before = await cellsOf(client);
        const told = await client.inserting.check(asked);
        const commands = await insert(client, asked);
        written += commands;
        if (commands === 0) {
          expect(differing(before, await cellsOf(client))).toEqual([]);
          return;
        }
        const { people = 0, households = 0 } = (await client.registers.current()) ?? {};
        expect([people, households]).toEqual([3 + told.people, 2 + told.households]);
        const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100, filters: [{ field: 'relation', test: 'equals', value: '户主' }] });
        expect(new Set(rows.map(({ householdId }) => householdId)).size).toBe(households);
        expect(rows).toHaveLength(households);
        // The same rows a second time are refused wherever a number tells whose they are.
        const again = await client.inserting.check(asked);
        const numbered = told.good.filter((row) => ['identityNo', 'headIdentityNo'].some((key) => (asked.rows[row]?.[asked.fields.indexOf(key)] ?? '') !== ''));
        expect(again.good.filter((row) => numbered.includes(row))).toEqual([]);
        await client.tables.undo();
        expect(differing(before, await cellsOf(client))).toEqual([]);
      }),
      { numRuns: 120 },
    );
    expect(written).toBeGreaterThan(3);
  });
});

type Act =
  | { readonly kind: 'insert'; readonly asked: NewRows }
  | { readonly kind: 'block'; readonly change: BlockChange }
  | { readonly kind: 'remove' | 'restore'; readonly at: number; readonly entity: 'member' | 'household' }
  | { readonly kind: 'undo' | 'redo' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert' as const), asked: anyRows }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('block' as const), change: anyChange(3) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), at: fc.nat(5), entity: fc.constantFrom('member' as const, 'household' as const) }) },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'redo' }) },
);

/** Does one act; answers whether it was a command. Whatever the core refuses is none. */
async function carryOut(client: TestClient, each: Act): Promise<boolean> {
  const before = await revisionOf(client);
  if (each.kind === 'insert') await insert(client, each.asked);
  else if (each.kind === 'block') {
    // A fill of rows of which one is in the trash is refused as a whole: a row it fills from is gone.
    const { error } = await safe(client.blocks.write({ question: people, revision: before, change: each.change, goodOnly: true }));
    if (error && (!isDefinedError(error) || error.data.code !== 'STALE')) throw error;
  } else if (each.kind === 'remove') {
    const { rows } = await client.tables.rows({ subject: each.entity === 'member' ? 'people' : 'households', year: 2020, offset: 0, limit: 50 });
    const row = rows[each.at % Math.max(1, rows.length)];
    if (row) await client.trash.remove({ entity: each.entity, id: row.id, reason: '录入错误', base: before }).catch(() => undefined);
  } else if (each.kind === 'restore') {
    const { rows } = await client.trash.list({});
    const row = rows[each.at % Math.max(1, rows.length)];
    if (row?.obstacle === null) await client.trash.restore({ command: row.command, id: row.id });
  }
  return (await revisionOf(client)) > before;
}

describe('any row of inserts, edits, removals and restorings, with undo and redo between', () => {
  it('ends after undoing all where it began, cell by cell, and again where it was after redoing all', async () => {
    const { client } = await blockRegister();
    const written = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
        const before = await cellsOf(client);
        const walk = new UndoWalk(client);
        for (const each of acts) {
          if (each.kind === 'undo') await walk.undo();
          else if (each.kind === 'redo') await walk.redo();
          else if (await carryOut(client, each)) {
            written.set(each.kind, (written.get(each.kind) ?? 0) + 1);
            walk.wrote();
          }
        }
        const after = await cellsOf(client);
        await walk.undoAll();
        expect(differing(before, await cellsOf(client))).toEqual([]);
        await walk.redoAll();
        expect(differing(after, await cellsOf(client))).toEqual([]);
        await walk.undoAll();
      }),
      { numRuns: 60 },
    );
    for (const kind of ['insert', 'block', 'remove', 'restore']) expect([kind, written.get(kind) ?? 0]).not.toEqual([kind, 0]);
  });
});
