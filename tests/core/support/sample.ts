import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Host } from '../../../electron/core/host.ts';
import { openCore } from '../../../electron/core/open-core.ts';
import { sampleName } from '../../../electron/core/open-sample.ts';
import { testHost } from './core.ts';

const placeIn = (host: Host): string => join(host.registersFolder, `${sampleName}.mingce`);

async function makeSample(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-sample-'));
  const host = testHost(folder, { now: () => new Date('2020-04-15T02:00:00Z') });
  const core = openCore(host);
  try {
    await createRouterClient(core.router, { context: {} }).registers.openSample();
    core.close();
    return readFileSync(placeIn(host));
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

let made: Promise<Buffer> | null = null;

/**
 * Puts the sample register where `openSample` of this host finds it: made by the program itself, once for all tests of a file, for to invent
 * and import it takes two seconds.
 */
export async function putSample(host: Host): Promise<void> {
  made ??= makeSample();
  mkdirSync(host.registersFolder, { recursive: true });
  writeFileSync(placeIn(host), await made);
}
