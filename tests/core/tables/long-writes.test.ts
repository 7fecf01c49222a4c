import { safe, isDefinedError } from '@orpc/server';
import { expect, it } from 'vitest';
import type { Progress } from '../../../shared/contract/jobs.ts';
import { area, column, people, revisionOf } from '../support/block-register.ts';
import { importAll, openTestCore } from '../support/core.ts';
import { largeSheet } from '../support/large-sheet.ts';

it('a large block tells how far it is, stops when told to with nothing written, and goes in whole afterwards', async () => {
  const { client } = await openTestCore();
  await importAll(client, [largeSheet(6000)]);
  const revision = await revisionOf(client);
  const total = (await client.tables.rows({ ...people, offset: 0, limit: 1 })).total;
  const ask = { question: people, revision, change: { kind: 'set' as const, areas: [area(0, total - 1, 'workPlace', 'workFirm')], text: '本溪市' } };
  const job = crypto.randomUUID();
  const stopped = safe(client.blocks.write({ ...ask, job }));
  const seen: Progress[] = [];
  for await (const progress of await client.jobs.watch({ job })) {
    seen.push(progress);
    // In the middle of the writing, not of the reading before it.
    if (progress.what === '正在写入' && progress.done < progress.total) await client.jobs.cancel({ job });
  }
  const { error } = await stopped;
  expect(isDefinedError(error) && error.data).toMatchObject({ code: 'CANCELLED', what: '已取消，登记册没有改动' });
  expect(seen.some(({ what, done }) => what === '正在写入' && done > 0)).toBe(true);
  expect(await revisionOf(client)).toBe(revision);
  expect(new Set(await column(client, 'workPlace'))).toEqual(new Set(['旧']));
  expect(new Set(await column(client, 'workFirm'))).toEqual(new Set([null]));
  expect(await client.tables.rows({ ...people, filters: [{ field: 'workPlace', test: 'equals', value: '旧' }], offset: 0, limit: 1 })).toMatchObject({ total });
  expect(await client.blocks.write(ask)).toMatchObject({ written: 2 * total, revision: revision + 1 });
  expect(await client.tables.rows({ ...people, filters: [{ field: 'workPlace', test: 'equals', value: '本溪市' }], offset: 0, limit: 1 })).toMatchObject({ total });
});
