import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { entities } from '../../../shared/register/field.ts';
import { csv, importAll, openTestCore, type TestCore } from '../support/core.ts';
import { identity, zhang } from '../support/people.ts';

const header = ['户编号', '姓名', '证件号码', '与户主关系', '耕地面积（亩）', '务工时间（月）', '健康状况', '街道备注'];
// Nothing that a cell of text cannot hold; half of a pair is no character.
const text = fc.string({ unit: fc.constantFrom('甲', '"', '\\', "'", '\u{20BB7}', 'é', '\t', '{', ':', ',', 'null', '7'), maxLength: 6 });
const person = fc.record({ household: fc.nat(3), order: fc.integer({ min: 1, max: 60 }), name: text, land: fc.constantFrom('', '3', '0.1', '9.25', '12.5'), months: fc.constantFrom('', '6'), health: fc.constantFrom('健康', '残疾', '不认得的'), note: text });
const sheet = (list: readonly (typeof person extends fc.Arbitrary<infer P> ? P : never)[]): File =>
  csv('人员2020.csv', [header, ...list.map(({ household, order, name, land, months, health, note }, at) => [`990000000${household}`, `试${name}`, identity('19700101', order), at === 0 ? '户主' : '之子', land, months, health, note])]);

/** All rows and the whole log of a register, ids told by the order in which they came. */
function inside({ core, path }: TestCore): { rows: unknown[]; log: unknown[] } {
  core.close();
  const register = openRegisterFile(path, { who: '', now: () => new Date() });
  try {
    const ids = new Map<string, string>();
    const log = register.sql('SELECT entity, rowId, action, field, old, new, sheet, sheetRow FROM change ORDER BY seq').all() as Record<string, unknown>[];
    for (const { rowId } of log) if (!ids.has(String(rowId))) ids.set(String(rowId), `#${ids.size}`);
    const plain = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, ids.get(String(value)) ?? (key === 'entryKey' ? String(value).replace(/^[^|]*/, (id) => ids.get(id) ?? id) : value)]));
    const told = log.map((entry) => ({ ...plain(entry), new: entry['action'] === 'create' ? plain(JSON.parse(String(entry['new'])) as Record<string, unknown>) : entry['new'] }));
    return { rows: entities.flatMap((entity) => (register.sql(`SELECT * FROM ${entity} ORDER BY id`).all() as Record<string, unknown>[]).map(plain)), log: told };
  } finally {
    register.close();
  }
}

/** A word about a column that is in no sheet changes nothing, but where one was said about a column every row is looked at. */
const rowByRow = ({ client }: TestCore, batch: number) => client.importing.choose({ batch, scope: 'column', target: '0|nothing', choice: 'take' });

/** Its rows, and its log in an order of its own: a commit at once makes the rows of a household before it changes others. */
function told(test: TestCore): { readonly rows: unknown[]; readonly log: string[] } {
  const { rows, log } = inside(test);
  const inOrder = (_: string, value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value);
  return { rows, log: log.map((entry) => JSON.stringify(entry, inOrder)).toSorted() };
}

describe('a commit that moves what the plan makes', () => {
  it('writes rows and log as a commit step by step does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 12 }), fc.array(person, { maxLength: 4 }), async (first, second) => {
        const [atOnce, stepwise] = [await openTestCore(), await openTestCore()];
        for (const list of second.length === 0 ? [first] : [first, second]) {
          await importAll(atOnce.client, [sheet(list)]);
          const { batch } = await stepwise.client.importing.plan({ files: [sheet(list)] });
          await rowByRow(stepwise, batch);
          await stepwise.client.importing.commit({ batch, confirmed: true });
        }
        expect(told(atOnce)).toEqual(told(stepwise));
      }),
      { numRuns: 8 },
    );
  });

  it('writes the same where rows, households, cells and verdicts were chosen: what was not touched goes in at once', async () => {
    const choice = fc.record({ scope: fc.constantFrom('row' as const, 'household' as const, 'cell' as const, 'verdict' as const), at: fc.nat(), choice: fc.constantFrom('take' as const, 'skip' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 12 }), fc.array(person, { maxLength: 8 }), fc.array(choice, { minLength: 1, maxLength: 3 }), async (first, second, chosen) => {
        const [mixed, stepwise] = [await openTestCore(), await openTestCore()];
        for (const list of second.length === 0 ? [first] : [first, second]) {
          for (const test of [mixed, stepwise]) {
            const { batch } = await test.client.importing.plan({ files: [sheet(list)] });
            const { rows } = await test.client.importing.rows({ batch, offset: 0, limit: 100 });
            for (const { scope, at, choice: word } of chosen) {
              const row = rows[at % rows.length];
              if (!row) throw new Error('a plan without rows');
              const target = { row: String(row.position), household: row.grouping, cell: `${row.position}|workMonths`, verdict: row.verdict }[scope];
              await test.client.importing.choose({ batch, scope, target, choice: word });
            }
            if (test === stepwise) await rowByRow(test, batch);
            await test.client.importing.commit({ batch, confirmed: true });
          }
        }
        expect(told(mixed)).toEqual(told(stepwise));
      }),
      { numRuns: 30 },
    );
  });

  it('knows which rows make something that hangs on what others make', async () => {
    const { core, path } = await openTestCore();
    core.close();
    const register = openRegisterFile(path, { who: '', now: () => new Date() });
    try {
      const at = (position: number) => ({ batch: 1, position, at: 0, sheet: 1, row: position + 2, lazy: false });
      register.made.add(at(0), 'household', 'h1', { householdNo: '1' });
      register.made.add(at(1), 'member', 'm1', { householdId: 'h1', name: '甲' });
      register.made.add(at(2), 'memberYear', 'y1', { memberId: 'm1', year: 2020 });
      register.made.add(at(3), 'member', 'm2', { householdId: 'h2', name: '乙' });
      expect([[0], [1], [0, 1], [2, 3]].map((positions) => register.made.hangingOn(1, positions))).toEqual([[1], [2], [1, 2], []]);
    } finally {
      register.close();
    }
  });

  it('tells in the log what stands in the row, so that it can be taken back', async () => {
    const test = await openTestCore();
    const { batch } = await importAll(test.client, [csv('人员2020.csv', [header, ['9900000001', '试"\\{', zhang, '户主', '0.1', '6', '健康', '第一行\n第二行']])]);
    await test.client.importing.undo({ batch });
    expect(inside(test).rows).toEqual([]);
  });
});

describe('a program that is killed while it writes a large import', () => {
  it('leaves all of it or nothing', async () => {
    const { folder, core, path } = await openTestCore();
    core.close();
    let cut = 0;
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'large-commit-child.ts'), folder, path, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let acknowledged = false;
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line === 'committing') setTimeout(() => child.kill('SIGKILL'), 60 + round * 150);
        if (line === 'committed') acknowledged = true;
      });
      await new Promise((resolve) => child.on('close', resolve));
      const register = openRegisterFile(path, { who: '', now: () => new Date() });
      try {
        const count = (table: string): number => (register.sql(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
        const { n } = register.sql("SELECT count(*) AS n FROM command WHERE kind = 'import'").get() as { n: number };
        expect(register.integrity()).toBe('ok');
        expect([count('member'), count('change') % 12_000]).toEqual([n * 12_000, 0]);
        if (acknowledged) expect(n).toBeGreaterThan(0);
        else cut++;
        expect(register.sql('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      } finally {
        register.close();
      }
    }
    // It would prove nothing if each had come to its end.
    expect(cut).toBeGreaterThan(0);
  });
});
