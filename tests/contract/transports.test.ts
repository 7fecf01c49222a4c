import { isDefinedError, safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTrialRouter, type TrialContract } from './trial-router.ts';
import { type Connection, transports } from './transports.ts';

describe.each(transports)('$name', ({ name, connect }) => {
  let connection: Connection<TrialContract>;
  let ended: string[];

  beforeEach(async () => {
    ended = [];
    connection = await connect<TrialContract>(createTrialRouter((what) => ended.push(what)));
  });
  afterEach(() => connection.close());

  it('answers many calls at once', async () => {
    const sums = await Promise.all(Array.from({ length: 50 }, (_, a) => connection.client.add({ a, b: 1 })));
    expect(sums).toEqual(Array.from({ length: 50 }, (_, a) => a + 1));
  });

  it('carries a refusal with its code, place and remedy', async () => {
    const { error } = await safe(connection.client.refuse({ code: 'STALE' }));
    if (!isDefinedError(error)) throw new Error('not a defined error');
    expect(error.code).toBe('REFUSED');
    expect(error.data).toEqual({ code: 'STALE', what: '计划已经过时', where: '人员表', remedy: '请重新预览' });
  });

  it('refuses input that the contract does not know', async () => {
    const { error } = await safe(connection.client.add({ a: 'one' as unknown as number, b: 1 }));
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
  });

  // In process nothing stands between the router and its caller; the core masks its own defects.
  it.skipIf(name === 'in process')('tells nothing of a defect', async () => {
    const { error } = await safe(connection.client.defect());
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  it('carries files both ways, names and bytes unchanged', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).map((_, index) => (index * 31) % 256);
    const file = new File([bytes], '人员表（2020年）.xls', { type: 'application/vnd.ms-excel' });
    const answer = await connection.client.echo({ file, note: '备注' });
    expect(answer.file.name).toBe('人员表（2020年）.xls');
    expect(answer.file.type).toBe('application/vnd.ms-excel');
    expect(answer.note).toBe('备注');
    expect(Buffer.compare(new Uint8Array(await answer.file.arrayBuffer()), bytes)).toBe(0);
  });

  it('streams events in order and then their result', async () => {
    const seen: number[] = [];
    const events = await connection.client.count({ to: 20 });
    for (let step = await events.next(); ; step = await events.next()) {
      if (step.done) {
        expect(step.value).toBe('done');
        break;
      }
      seen.push(step.value.at);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(ended).toEqual([]);
  });

  it('ends the stream at the server when the reader stops early', async () => {
    for await (const { at } of await connection.client.count({ to: Number.MAX_SAFE_INTEGER })) {
      if (at === 3) break;
    }
    await vi.waitFor(() => expect(ended).toEqual(['count']));
  });

  it('ends the stream at the server when the reader aborts', async () => {
    const abort = new AbortController();
    const events = await connection.client.count({ to: Number.MAX_SAFE_INTEGER }, { signal: abort.signal });
    await events.next();
    abort.abort();
    await safe(drain(events));
    await vi.waitFor(() => expect(ended).toEqual(['count']));
  });

  it('tells the server that a call was aborted', async () => {
    const abort = new AbortController();
    const call = safe(connection.client.wait(undefined, { signal: abort.signal }));
    setTimeout(() => abort.abort(), 50);
    expect((await call).error).not.toBeNull();
    await vi.waitFor(() => expect(ended).toEqual(['wait']));
  });
});

async function drain(events: AsyncIterator<unknown>): Promise<void> {
  while (!(await events.next()).done);
}
