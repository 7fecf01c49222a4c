import { describe, expect, it } from 'vitest';
import { area, blockRegister, people, revisionOf, write } from '../support/block-register.ts';

describe('where rows of one answer stand in another', () => {
  it('is told of another order, of what a filter leaves, and after rows have moved by a write', async () => {
    const { client } = await blockRegister();
    const shown = { question: people, revision: await revisionOf(client) };
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 10 });
    const ids = rows.map(({ id }) => id);
    const cursor = (row: number) => ({ row, id: ids[row] ?? null });
    const reversed = { ...people, sorts: [{ field: 'birthDate', descending: true }] };
    const order = (await client.tables.rows({ ...reversed, offset: 0, limit: 10 })).rows.map(({ id }) => id);
    const followed = await client.tables.follow({ shown, question: reversed, cursor: cursor(1), stretches: [[0, 0], [0, ids.length - 1]] });
    expect(followed).toEqual({ cursor: order.indexOf(ids[1] ?? ''), same: true, stretches: [[[order.indexOf(ids[0] ?? ''), order.indexOf(ids[0] ?? '')]], [[0, ids.length - 1]]] });
    // Only the last is left: whoever stood above gives the cursor to it.
    const last = { ...people, filters: [{ field: 'name', test: 'equals' as const, value: rows.at(-1)?.values['name'] ?? null }] };
    expect(await client.tables.follow({ shown, question: last, cursor: cursor(0), stretches: [[0, 1]] })).toEqual({ cursor: 0, same: false, stretches: [[]] });
    // The page still shows the order of before a write by which all rows moved.
    const sorted = { ...people, sorts: [{ field: 'workMonths', descending: false }] };
    await write(client, { kind: 'set', areas: [area(0, 0, 'workMonths')], text: '1' });
    const revision = await revisionOf(client);
    const [first] = (await client.tables.rows({ ...sorted, offset: 0, limit: 1 })).rows;
    expect(first?.id).toBe(ids[0]);
    await write(client, { kind: 'set', areas: [area(0, 0, 'workMonths')], text: '12' });
    await write(client, { kind: 'set', areas: [area(1, 2, 'workMonths')], text: '2' });
    expect(await client.tables.follow({ shown: { question: sorted, revision }, question: sorted, cursor: { row: 0, id: first?.id ?? null }, stretches: [] })).toMatchObject({ cursor: 2, same: true });
  });

  it('is told by name alone where the page shows something that the core does not know of', async () => {
    const { client } = await blockRegister();
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 10 });
    const asked = { shown: { question: people, revision: 99 }, question: people, stretches: [[0, 1]] as [number, number][] };
    expect(await client.tables.follow({ ...asked, cursor: { row: 0, id: rows[2]?.id ?? null } })).toEqual({ cursor: 2, same: true, stretches: [[]] });
    expect(await client.tables.follow({ ...asked, cursor: { row: 0, id: 'nobody' } })).toEqual({ cursor: null, same: false, stretches: [[]] });
  });
});
