import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Host } from '../../electron/core/host.ts';
import { hostFacts } from '../../electron/core/host-facts.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { transports } from './transports.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

const host: Host = {
  ...hostFacts(folder),
  kind: 'command',
  registersFolder: folder,
  stateFolder: folder,
  fontsUrl: 'file:///fonts/',
  fontsFolder: folder,
  hasDialogs: false,
  now: () => new Date(),
  chooseNewRegister: async (name) => join(folder, name),
  chooseRegister: async () => null,
  printPdf: async () => new Uint8Array(),
  printers: null,
};

describe.each(transports)("the core's router over $name", ({ connect }) => {
  it('says what program it is', async () => {
    const core = openCore(host);
    const { client, close } = await connect<Contract>(core.router);
    expect(await client.app.info()).toMatchObject({ version: host.version, host: 'command', hasDialogs: false, who: host.who });
    await close();
    core.close();
  });
});
