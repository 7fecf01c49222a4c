import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../electron/core/open-core.ts';
import { csv, importAll, openTestCore, temporaryFolder, testHost } from '../support/core.ts';
import { zhang } from '../support/people.ts';

const copies = 10;
/** Until then, where the machine is too busy for more. */
const enough = 60_000;
const kept = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('mingce-copy-'));

/** A register that another program has open and writes without end: edits, imports, one after the other. */
async function busyElsewhere() {
  const { folder, core, client, path } = await openTestCore();
  await importAll(client, [csv('人员2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '成员联系电话'], ['9900000001', '先有人', zhang, '户主', '19900000000']])]);
  core.close();
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'crash-child.ts'), folder, path, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = { edits: 0, imports: 0 };
  const begun = Promise.withResolvers<void>();
  if (!child.stdout) throw new Error('the other program says nothing');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, value] = line.split(' ');
    if (what === 'edit') told.edits = Number(value);
    if (what === 'import') told.imports = Number(value);
    if (told.edits > 0) begun.resolve();
  });
  await begun.promise;
  const own = temporaryFolder();
  const second = openCore(testHost(own, { chooseRegister: async () => path }));
  onTestFinished(() => second.close());
  return { child, told, client: createRouterClient(second.router, { context: {} }), path };
}

describe('a register that another program has open', () => {
  it('is told to be in use, and can be looked at as a copy that is whole and as new as what was acknowledged, however busy the other is', async () => {
    const { told, client, path } = await busyElsewhere();
    await expect(client.registers.open({})).rejects.toMatchObject({ data: { code: 'REGISTER_IN_USE' } });
    let read = 0;
    for (const end = Date.now() + enough; Date.now() < end && (read < copies || told.imports < 2);) {
      // What the other program has told is heard.
      await new Promise((heard) => setImmediate(heard));
      const before = { ...told };
      // A moment in which a large import goes into the file itself is told, and the next go gets through.
      const info = await client.registers.openCopy().catch(() => null);
      if (info === null) continue;
      read++;
      expect(info).toMatchObject({ file: path, name: '试用' });
      expect(info.copiedAt).not.toBeNull();
      const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '先有人', offset: 0, limit: 1 });
      expect(Number(rows[0]?.values['memberPhone'])).toBeGreaterThanOrEqual(19_900_000_000 + before.edits);
      expect(info.people).toBeGreaterThanOrEqual(1 + Math.max(0, before.imports - 1) * 400);
      expect((info.people - 1) % 400).toBe(0);
    }
    expect(read).toBeGreaterThanOrEqual(copies);
    expect(told.imports).toBeGreaterThan(1);
  });

  it('cannot be written, exported or planned on as a copy, and the copy goes when it is closed', async () => {
    const before = kept();
    const { client } = await busyElsewhere();
    await expect(client.registers.open({})).rejects.toMatchObject({ data: { code: 'REGISTER_IN_USE' } });
    await client.registers.openCopy();
    expect(kept().length).toBeGreaterThan(before.length);
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 });
    const refused = { data: { code: 'NOT_ALLOWED', what: expect.stringContaining('副本') as string } };
    await expect(client.tables.edit({ subject: 'people', id: rows[0]?.id ?? '', year: 2020, field: 'name', text: '别人', base: 999 })).rejects.toMatchObject(refused);
    await expect(client.importing.plan({ files: [csv('人员2020.csv', [['姓名'], ['别人']])] })).rejects.toMatchObject(refused);
    await expect(client.registers.saveSettings({ name: '别的', office: '', workingYear: 2020 })).rejects.toMatchObject(refused);
    await expect(client.outgoing.copied({ columns: ['证件号码'], households: [], members: [rows[0]?.id ?? ''], rows: 1, masked: false })).rejects.toMatchObject(refused);
    await client.registers.close();
    expect(kept()).toEqual(before);
  });

  it('is opened itself as soon as the other program has let go of it, and the copy with it gone', async () => {
    const { child, client } = await busyElsewhere();
    await expect(client.registers.open({})).rejects.toMatchObject({ data: { code: 'REGISTER_IN_USE' } });
    await client.registers.openCopy();
    await expect(client.registers.open({})).rejects.toMatchObject({ data: { code: 'REGISTER_IN_USE' } });
    expect((await client.registers.current())?.copiedAt).not.toBeNull();
    const over = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await over;
    expect(await client.registers.open({})).toMatchObject({ copiedAt: null });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '先有人', offset: 0, limit: 1 });
    await client.tables.edit({ subject: 'people', id: rows[0]?.id ?? '', year: 2020, field: 'name', text: '后来人', base: Number.MAX_SAFE_INTEGER });
  });

  it('offers no copy where nothing was in use', async () => {
    const { client } = await openTestCore();
    await expect(client.registers.openCopy()).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });
});
