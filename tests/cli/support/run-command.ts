import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a process of its own, its state in the given folder. */
export function runCommand(folder: string) {
  const environment = { ...process.env, MINGCE_STATE: join(folder, 'state'), MINGCE_REGISTERS: join(folder, 'registers') };
  const run = (...words: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'cli.mjs'), ...words], { encoding: 'utf8', env: environment, maxBuffer: 1e9 });
    return { code: status, out: stdout, err: stderr };
  };
  /** With --json standard output is one document and nothing else; wrong usage prints none. */
  const json = (...words: string[]): Ran & { readonly json: unknown } => {
    const ran = run(...words, '--json');
    if (ran.code === 2) return { ...ran, json: null };
    expect(ran.out.trim().split('\n')).toHaveLength(1);
    return { ...ran, json: JSON.parse(ran.out) as unknown };
  };
  return { run, json };
}
