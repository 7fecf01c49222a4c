import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/contract/errors.ts';
import { applicationId, type Connection } from './connection.ts';
import { migrations, type Migration } from './migrations/index.ts';

export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** A copy by SQLite itself under a temporary name, opened and checked before it gets its name. */
export function backUp(connection: Connection, target: string): void {
  const temporary = `${target}.part`;
  rmSync(temporary, { force: true });
  connection.prepare('VACUUM INTO ?').run(temporary);
  const copy = new Database(temporary, { readonly: true });
  const verdict: unknown = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') {
    rmSync(temporary, { force: true });
    throw new Refusal('REGISTER_DAMAGED', '升级前的备份没有通过检查，登记册保持原样', { remedy: '请改用最近一次的备份' });
  }
  renameSync(temporary, target);
}

/**
 * Brings a register to the newest version: a checked backup beside it first, then every step in one transaction.
 * A newer file is refused; when a step fails the file stays as it was.
 */
export function migrate(connection: Connection, path: string, steps: readonly Migration[] = migrations): void {
  const version = versionOf(connection);
  const newest = steps.length;
  const where = path.split(/[\\/]/).at(-1) ?? path;
  if (version > newest) {
    throw new Refusal('REGISTER_NEWER', '这个登记册是用更新版本的明册建立的，这一版打不开', {
      where,
      remedy: '请安装新版明册后再打开，登记册没有改动',
    });
  }
  if (version === newest) return;
  if (version > 0) backUp(connection, `${path}.升级前-v${version}`);
  connection.transaction(() => {
    for (const step of steps.slice(version)) step(connection);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${newest}`);
  })();
}
