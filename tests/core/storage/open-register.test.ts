import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../electron/core/open-core.ts';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { csv, importAll, openTestCore, temporaryFolder, testHost } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const open = async (path: string): Promise<void> => {
  const core = openCore(testHost(dirname(path)));
  onTestFinished(() => core.close());
  await core.openRegister(path);
};

describe('a file that cannot be opened says why, and stays as it was', () => {
  it('a text file named .mingce, an empty one, a folder, a foreign database, nothing', async () => {
    const folder = temporaryFolder();
    const text = join(folder, '名单.mingce');
    writeFileSync(text, '姓名,证件号码\n'.repeat(200));
    await expect(open(text)).rejects.toMatchObject({ code: 'NOT_A_REGISTER' });
    expect(readFileSync(text, 'utf8')).toBe('姓名,证件号码\n'.repeat(200));
    const empty = join(folder, 'empty.mingce');
    writeFileSync(empty, '');
    await expect(open(empty)).rejects.toMatchObject({ code: 'NOT_A_REGISTER' });
    const directory = join(folder, 'dir.mingce');
    mkdirSync(directory);
    await expect(open(directory)).rejects.toMatchObject({ code: 'NOT_A_REGISTER' });
    const foreign = join(folder, 'foreign.mingce');
    const database = new Database(foreign);
    database.exec('CREATE TABLE x (y)');
    database.close();
    await expect(open(foreign)).rejects.toMatchObject({ code: 'NOT_A_REGISTER' });
    await expect(open(join(folder, 'nothing.mingce'))).rejects.toMatchObject({ code: 'REGISTER_MISSING' });
    expect(existsSync(join(folder, 'nothing.mingce'))).toBe(false);
  });

  it('one with pages of another size than new ones have is read and written as it is', async () => {
    const { path, core, client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    core.close();
    const pagesOf = (): unknown => {
      const file = new Database(path, { readonly: true });
      onTestFinished(() => void file.close());
      return file.pragma('page_size', { simple: true });
    };
    expect(pagesOf()).toBe(16_384);
    const file = new Database(path);
    file.pragma('journal_mode = DELETE');
    file.pragma('page_size = 4096');
    file.exec('VACUUM');
    file.close();
    const register = openRegisterFile(path, { who: '', now: () => new Date() });
    const { id } = register.sql('SELECT id FROM member LIMIT 1').get() as { id: string };
    register.log.run({ kind: 'edit', label: '试改' }, (writer) => writer.set('member', id, 'name', '试一', '试改'));
    expect([register.integrity(), register.sql('SELECT name FROM member WHERE id = ?').get(id)]).toEqual(['ok', { name: '试改' }]);
    register.close();
    expect(pagesOf()).toBe(4096);
  });

  it('one that is open elsewhere', async () => {
    const { path } = await openTestCore();
    await expect(open(path)).rejects.toMatchObject({ code: 'REGISTER_IN_USE', remedy: expect.stringContaining('关掉') as string });
  });

  it('one from a newer program', async () => {
    const { path, core } = await openTestCore();
    core.close();
    const file = new Database(path);
    file.pragma('user_version = 99');
    file.close();
    const before = readFileSync(path);
    await expect(open(path)).rejects.toMatchObject({ code: 'REGISTER_NEWER' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('one whose middle was overwritten is told to be damaged, or found so by the check', async () => {
    const { path, core, client } = await openTestCore();
    await importAll(client, [csv('人员_2020.csv', peopleSheet)]);
    core.close();
    const bytes = readFileSync(path);
    // Two pages behind the first.
    bytes.fill(0xab, 16_384, 49_152);
    writeFileSync(path, bytes);
    await expect(open(path)).rejects.toMatchObject({ code: expect.stringMatching(/REGISTER_DAMAGED|NOT_A_REGISTER/) as string });
  });

  it.skipIf(process.platform === 'win32')('one in a folder that cannot be written', async () => {
    const { path, core } = await openTestCore();
    core.close();
    const folder = join(temporaryFolder(), 'disk');
    mkdirSync(folder);
    const copy = join(folder, 'copy.mingce');
    copyFileSync(path, copy);
    chmodSync(copy, 0o444);
    chmodSync(dirname(folder), 0o755);
    chmodSync(folder, 0o555);
    // The administrator may write anywhere: for this test the process is nobody.
    const administrator = process.geteuid?.() === 0;
    if (administrator) process.seteuid?.(65_534);
    try {
      await expect(open(copy)).rejects.toMatchObject({ code: 'REGISTER_READ_ONLY', remedy: expect.stringContaining('复制') as string });
      const core2 = openCore(testHost(folder, { chooseNewRegister: async () => join(folder, 'new.mingce') }));
      onTestFinished(() => core2.close());
    } finally {
      if (administrator) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
    expect(readFileSync(copy).equals(readFileSync(path))).toBe(true);
  });
});
