import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { zhang } from '../support/people.ts';

const root = join(import.meta.dirname, '..', '..', '..');
// Below the packages that it needs.
const made = join(root, 'tests', 'output');
mkdirSync(made, { recursive: true });

const rowsOfImport = 400;
/** Edits of the child before each import. */
const editsBetween = 30;
/** So often, where the machine has time for it; on a busy one as often as the time allows, but never less than it takes to hit both edits and imports. */
const mostRounds = 24;
const leastRounds = 12;
const enough = 60_000;

/** A small generator with a seed that is printed, so that a failing run can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Acknowledged {
  edits: number;
  imports: number;
}

/** The child as one file: from its sources it would take longer to start than it has to live. */
async function builtChild(): Promise<string> {
  const outDir = mkdtempSync(join(made, 'crash-'));
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3', 'exceljs', '@e965/xlsx'], target: 'node' },
    build: { ssr: join(import.meta.dirname, 'crash-child.ts'), outDir, minify: false, rolldownOptions: { output: { entryFileNames: 'child.js' } } },
  });
  return join(outDir, 'child.js');
}

/** Lets a child work on the register and kills it in the middle, some milliseconds after an acknowledgement that is chosen by chance. */
function workAndKill(program: string, folder: string, path: string, seen: Acknowledged, next: () => number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, path, String(seen.edits)], { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }, stdio: ['ignore', 'pipe', 'inherit'] });
    // Half of the rounds die among edits, half while an import is read, planned or written.
    const dieAfter = next() < 0.5 ? 1 + Math.floor(next() * (editsBetween - 1)) : editsBetween + 1;
    const delay = next() * (dieAfter > editsBetween ? 120 : 4);
    let told = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, value] = line.split(' ');
      if (what === 'edit') seen.edits = Number(value);
      if (what === 'import') seen.imports = Number(value);
      told++;
      if (told === dieAfter) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the child ended by itself with ${code}`));
    });
  });
}

describe('a program that is killed', () => {
  it('loses no acknowledged write and leaves no half import, however often', async () => {
    const { folder, core, client, path } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '成员联系电话'], ['9900000001', '先有人', zhang, '户主', '19900000000']])]);
    core.close();
    const program = await builtChild();
    const seed = Date.now() % 1_000_000;
    const next = random(seed);
    const seen: Acknowledged = { edits: 0, imports: 1 };
    let killedInImport = 0;
    let killedInEdits = 0;
    const started = performance.now();
    const proven = (round: number): boolean => round >= leastRounds && killedInImport > 0 && killedInEdits > 0;
    for (let round = 0; round < mostRounds && !(proven(round) && performance.now() - started > enough); round++) {
      const before = seen.edits;
      await workAndKill(program, folder, path, seen, next);
      const register = openRegisterFile(path, { who: '', now: () => new Date() });
      try {
        const one = <T>(sql: string): T => register.sql(sql).get() as T;
        const hint = `seed ${seed}, round ${round}`;
        expect(register.integrity(), hint).toBe('ok');
        const { phone } = one<{ phone: string }>("SELECT memberPhone AS phone FROM member WHERE name = '先有人'");
        const edits = Number(phone) - 19_900_000_000;
        // One more than was acknowledged may have been written just before the end.
        expect([seen.edits, seen.edits + 1], hint).toContain(edits);
        seen.edits = edits;
        if ((edits - before) % editsBetween !== 0) killedInEdits++;
        const { n: committed } = one<{ n: number }>("SELECT count(*) AS n FROM importBatch WHERE state = 'committed'");
        expect([seen.imports, seen.imports + 1], hint).toContain(committed);
        if (one<{ n: number }>("SELECT count(*) AS n FROM importBatch WHERE state IN ('planning', 'planned')").n > 0) killedInImport++;
        seen.imports = committed;
        expect(one<{ n: number }>('SELECT count(*) AS n FROM member').n, hint).toBe(1 + (committed - 1) * rowsOfImport);
        expect(one<{ n: number }>('SELECT count(*) AS n FROM household').n, hint).toBe(1 + (committed - 1) * rowsOfImport);
        expect(one<{ n: number }>('SELECT count(*) AS n FROM memberYear').n, hint).toBe((committed - 1) * rowsOfImport);
        // Every change in the log belongs to a command, and every created member has its entry.
        expect(one<{ n: number }>("SELECT count(*) AS n FROM change WHERE entity = 'member' AND action = 'create'").n, hint).toBe(1 + (committed - 1) * rowsOfImport);
        expect(register.sql('PRAGMA foreign_key_check').all(), hint).toEqual([]);
      } finally {
        register.close();
      }
    }
    // The test would prove nothing about what was never hit.
    expect(killedInImport).toBeGreaterThan(0);
    expect(killedInEdits).toBeGreaterThan(0);
    expect(seen.imports).toBeGreaterThan(0);
  }, 600_000);
});
