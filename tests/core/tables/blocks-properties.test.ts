import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowsQuery } from '../../../shared/contract/tables.ts';
import { anyChange } from '../support/block-changes.ts';
import { blockRegister, cellsOf, check, column, differing, people, revisionOf, write } from '../support/block-register.ts';
import type { TestClient } from '../support/core.ts';
import { UndoWalk } from '../support/undo-walk.ts';

const orders: readonly RowsQuery[] = [
  people,
  { subject: 'people', year: 2020 },
  { subject: 'people', year: 2020, sorts: [{ field: 'workMonths', descending: true }], filters: [{ field: 'name', test: 'notBlank' }] },
  { subject: 'people', year: 2019, sorts: [{ field: 'name', descending: false }] },
  { subject: 'households', year: 2020 },
];

/** Rows of a question, so that places lie inside it. */
const rowsOf = async (client: TestClient, question: RowsQuery): Promise<number> => (await client.tables.rows({ ...question, offset: 0, limit: 1 })).total;

const householdsOnly = new Set(['name', 'memberNo', 'identityNo', 'birthDate', 'education', 'workMonths', 'workPlace']);

/** The change as it can be asked of a table: its columns and rows, or null. */
function fitting(change: Parameters<typeof check>[1], question: RowsQuery, rows: number): Parameters<typeof check>[1] | null {
  const fits = ({ to, fields }: { to: number; fields: readonly string[] }): boolean => to < rows && !(question.subject === 'households' && fields.some((field) => householdsOnly.has(field)));
  const areas = change.kind === 'paste' ? [change.into] : change.kind === 'fill' ? [change.pattern, change.into] : change.kind === 'values' ? [{ ...change.rows, fields: Object.keys(change.texts) }] : (change.areas ?? []);
  return areas.every(fits) ? change : null;
}

/** The register as it would be after a restart. */
async function reopened(client: TestClient): Promise<void> {
  await client.registers.close();
  const [recent] = await client.registers.recent();
  await client.registers.open({ ref: recent?.ref ?? '' });
}

describe('any change of a block', () => {
  it('does what its check said: so many cells, the good ones and no other, and only them', async () => {
    const { client } = await blockRegister();
    await fc.assert(
      fc.asyncProperty(anyChange(3), async (change) => {
        const before = await cellsOf(client);
        const told = await check(client, change);
        const revision = await revisionOf(client);
        if (told.refusedCount > 0) {
          await expect(write(client, change)).rejects.toMatchObject({ data: { what: expect.any(String) } });
          expect([await revisionOf(client), differing(before, await cellsOf(client))]).toEqual([revision, []]);
        }
        const done = await write(client, change, true);
        const changed = differing(before, await cellsOf(client));
        expect([done.written, changed.length, done.refused.length]).toEqual([told.changes, told.changes, Math.min(500, told.refusedCount)]);
        expect(new Set(told.changed.map(({ field }) => field))).toEqual(new Set(changed.map((key) => key.split('|')[1])));
        // One command, and the newest: taken back it leaves nothing.
        expect(await revisionOf(client)).toBe(told.changes > 0 ? revision + 1 : revision);
        if (told.changes > 0) await client.tables.undo();
        expect(differing(before, await cellsOf(client))).toEqual([]);
        expect({ ...(await check(client, change)), revision: told.revision }).toEqual(told);
      }),
      { numRuns: 120 },
    );
  });

  it('leaves numbers that are nobody else’s', async () => {
    const { client } = await blockRegister();
    await fc.assert(
      fc.asyncProperty(anyChange(3), async (change) => {
        await write(client, change, true);
        for (const field of ['identityNo', 'memberNo']) {
          const borne = (await column(client, field)).filter((value) => value !== null).map((value) => String(value).slice(0, 18));
          expect(new Set(borne).size).toBe(borne.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Act = { readonly kind: 'undo' | 'redo' | 'reopen' } | { readonly kind: 'block'; readonly order: number; readonly change: Parameters<typeof check>[1] };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('block' as const), order: fc.nat(orders.length - 1), change: anyChange(3) }) },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'redo' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'reopen' }) },
);

describe('any row of pastes, fills, replaces and clears, in any order of rows, with undo and redo between', () => {
  it('ends after undoing all where it began, cell by cell, and again where it was after redoing all; also after a restart', async () => {
    const { client } = await blockRegister();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
        const before = await cellsOf(client);
        const walk = new UndoWalk(client);
        for (const each of acts) {
          if (each.kind === 'undo') await walk.undo();
          else if (each.kind === 'redo') await walk.redo();
          else if (each.kind === 'reopen') await reopened(client);
          else if (each.kind === 'block') {
            const question = orders[each.order] ?? people;
            const change = fitting(each.change, question, await rowsOf(client, question));
            if (change !== null && (await write(client, change, true, question)).written > 0) walk.wrote();
          }
        }
        const after = await cellsOf(client);
        await walk.undoAll();
        expect(differing(before, await cellsOf(client))).toEqual([]);
        await reopened(client);
        expect(differing(before, await cellsOf(client))).toEqual([]);
        await walk.redoAll();
        expect(differing(after, await cellsOf(client))).toEqual([]);
        await walk.undoAll();
      }),
      { numRuns: 40 },
    );
  });
});
