import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecentRegister } from '../../../shared/contract/registers.ts';
import type { Host } from '../host.ts';

interface Entry {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
}

const refOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 24);
const listFile = (host: Host): string => join(host.stateFolder, 'recent.json');

function entries(host: Host): Entry[] {
  try {
    return JSON.parse(readFileSync(listFile(host), 'utf8')) as Entry[];
  } catch {
    // No list yet, or one that cannot be read: the registers themselves are untouched, the list begins anew.
    return [];
  }
}

/** Registers opened lately and those in the usual folder; the page gets references, never paths to send back. */
function all(host: Host): Entry[] {
  const listed = entries(host).filter(({ path }) => existsSync(path));
  const known = new Set(listed.map(({ path }) => path));
  const inFolder = existsSync(host.registersFolder) ? readdirSync(host.registersFolder).filter((name) => name.endsWith('.mingce')) : [];
  const others = inFolder
    .map((name) => join(host.registersFolder, name))
    .filter((path) => !known.has(path))
    .map((path) => ({ path, name: basename(path, '.mingce'), openedAt: statSync(path).mtime.toISOString() }));
  return [...listed, ...others].toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)).slice(0, 20);
}

export const recentRegisters = {
  list: (host: Host): RecentRegister[] => all(host).map(({ path, name, openedAt }) => ({ ref: refOf(path), name, file: path, openedAt })),
  pathOf: (host: Host, ref: string): string | undefined => all(host).find(({ path }) => refOf(path) === ref)?.path,
  note(host: Host, path: string, name: string): void {
    const next = [{ path, name, openedAt: host.now().toISOString() }, ...entries(host).filter((entry) => entry.path !== path)].slice(0, 20);
    mkdirSync(host.stateFolder, { recursive: true });
    writeFileSync(listFile(host), JSON.stringify(next, null, 1));
  },
};
