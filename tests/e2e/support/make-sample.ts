import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { TestProject } from 'vitest/node';
import { openCore } from '../../../electron/core/open-core.ts';
import { testHost } from '../../core/support/core.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file of a sample register that nothing has been done to. */
    sampleRegister: string;
  }
}

/** Makes the sample register once for the whole run: each program under test opens a copy of it. */
export default async function makeSample(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-sample-'));
  const core = openCore(testHost(folder));
  const { file } = await createRouterClient(core.router, { context: {} }).registers.openSample();
  core.close();
  project.provide('sampleRegister', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
