import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../electron/core/storage/migrate.ts';
import { migrations } from '../../electron/core/storage/migrations/index.ts';
import { storedFields } from '../../shared/register/vocabulary.ts';
import { entities } from '../../shared/register/field.ts';
import { csv, importAll, openTestCore } from '../core/support/core.ts';

const newest = migrations.length;
const header = ['户编号', '人编号', '姓名', '与户主关系'];

/** A register of today's version with two people, closed. */
async function oldRegister(): Promise<string> {
  const { client, core, path } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', [header, ['1', '11', '赵试一', '户主'], ['1', '12', '钱试一', '配偶']])]);
  core.close();
  return path;
}

const besides = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name !== basename(path));
const read = (path: string): { version: unknown; people: unknown; columns: string[] } => {
  const file = new Database(path, { readonly: true });
  const columns = (file.pragma('table_info(member)') as { name: string }[]).map(({ name }) => name);
  const found = { version: file.pragma('user_version', { simple: true }), people: file.prepare('SELECT count(*) FROM member').pluck().get(), columns };
  file.close();
  return found;
};

describe('an older register', () => {
  test('is backed up, checked, and brought forward in one go', async () => {
    const path = await oldRegister();
    const file = new Database(path);
    migrate(file, path, [...migrations, (connection) => void connection.exec('ALTER TABLE member ADD COLUMN nickname TEXT')]);
    file.close();
    expect(read(path)).toMatchObject({ version: newest + 1, people: 2, columns: expect.arrayContaining(['nickname']) as string[] });
    const backup = join(dirname(path), besides(path).find((name) => name.includes(`升级前-v${newest}`)) ?? '');
    expect(read(backup)).toMatchObject({ version: newest, people: 2 });
    expect(existsSync(`${backup}.part`)).toBe(false);
  });

  test('stays as it was when a step fails half-way', async () => {
    const path = await oldRegister();
    const file = new Database(path);
    const steps = [
      ...migrations,
      (connection: Database.Database) => void connection.exec('ALTER TABLE member ADD COLUMN nickname TEXT'),
      () => {
        throw new Error('step 3 fails');
      },
    ];
    expect(() => migrate(file, path, steps)).toThrow('step 3 fails');
    file.close();
    const after = read(path);
    expect(after).toMatchObject({ version: newest, people: 2 });
    expect(after.columns).not.toContain('nickname');
  });

  test('of today is opened without a backup', async () => {
    const path = await oldRegister();
    const file = new Database(path);
    migrate(file, path);
    file.close();
    expect(besides(path).filter((name) => name.includes('升级前'))).toEqual([]);
  });
});

test('the newest version has a column for every stored field of the vocabulary', async () => {
  const path = await oldRegister();
  const file = new Database(path, { readonly: true });
  for (const entity of entities) {
    // A ledger's fields live in one JSON column.
    if (entity === 'entry') continue;
    const columns = (file.pragma(`table_info(${entity})`) as { name: string }[]).map(({ name }) => name);
    expect(columns).toEqual(expect.arrayContaining(storedFields(entity).map(({ key }) => key)));
  }
  file.close();
});
