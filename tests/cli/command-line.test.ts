import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './support/run-command.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'mingce cli 试用-'));
const samples = join(folder, '示例 表');
const environment = { ...process.env, MINGCE_STATE: join(folder, 'state'), MINGCE_REGISTERS: join(folder, 'registers') };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { run, json } = runCommand(folder);

const register = join(folder, '明山区 2020.mingce');

interface Sheet {
  readonly kind: string | null;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refused: number;
  readonly absent: number;
  readonly batch: number | null;
  readonly headerRows: number[];
  readonly unmapped: string[];
  readonly refusals: { cell: string; value: string; rule: string; message: string }[];
}
const sheetsOf = (ran: { json: unknown }): Sheet[] => (ran.json as { files: { sheets: Sheet[] }[] }).files.flatMap((file) => file.sheets);
const rowsOf = (ran: { json: unknown }): Record<string, unknown>[] => (ran.json as { rows: Record<string, unknown>[] }).rows;

describe('the journey from the command line', () => {
  beforeAll(() => {
    run('sample', '--out', samples);
    run('create', register);
  });

  test('sample writes workbooks and does not overwrite them', () => {
    expect(readdirSync(samples).length).toBeGreaterThanOrEqual(4);
    expect(json('sample', '--out', samples)).toMatchObject({ code: 1, json: { error: { code: 'REGISTER_EXISTS' } } });
  });

  test('create refuses to overwrite, and leaves the file as it was', () => {
    expect(json('create', join(folder, 'fresh.mingce'))).toMatchObject({ code: 0, json: { workingYear: 2020, households: 0 } });
    const before = readFileSync(register);
    expect(json('create', register)).toMatchObject({ code: 1, json: { error: { code: 'REGISTER_EXISTS' } } });
    expect(readFileSync(register).equals(before)).toBe(true);
  });

  test('import tells first and writes second', () => {
    const files = readdirSync(samples).map((name) => join(samples, name));
    const dry = json('import', register, ...files, '--dry-run');
    expect(dry.code).toBe(0);
    expect(sheetsOf(dry).every((sheet) => sheet.batch === null && sheet.new === sheet.rows)).toBe(true);
    expect(json('list', register, 'people').json).toMatchObject({ total: 0 });
    const done = json('import', register, ...files);
    expect(done.code).toBe(0);
    expect(sheetsOf(done).every((sheet) => sheet.batch === (done.json as { batch: number }).batch && sheet.refused === 0)).toBe(true);
    const again = json('import', register, ...files);
    expect(sheetsOf(again).every((sheet) => sheet.same === sheet.rows && sheet.absent === 0)).toBe(true);
  });

  test('list filters by key and by label, values as stored', () => {
    expect(json('list', register, 'households').json).toMatchObject({ subject: 'households', year: 2020, total: 111 });
    const study = json('list', register, 'households', '--where', 'mainCause=因学');
    expect(rowsOf(study)).toHaveLength(5);
    expect(rowsOf(json('list', register, 'people', '--where', '是否享受低保='))).toHaveLength(0);
    expect(rowsOf(json('list', register, 'people', '--where', '是否享受低保!='))).toHaveLength(208);
    const [first] = rowsOf(study);
    const exact = json('list', register, 'households', '--where', `人均纯收入=${Number(first?.['perCapitaIncome']) / 100}`, '--where', '主要致贫原因=因学');
    expect(rowsOf(exact)[0]?.['householdNo']).toBe(first?.['householdNo']);
    expect(run('list', register, 'people', '--where', '无此列=1')).toMatchObject({ code: 2 });
    expect(run('list', register, 'villages').code).toBe(2);
  });

  test('history of a person and of a household tells old, new, when, who, and the cell of the file', () => {
    const [person] = rowsOf(json('list', register, 'people', '--where', '与户主关系=户主'));
    for (const known of [person?.['identityNo'], person?.['memberNo'], person?.['id']]) {
      const { entries } = json('history', register, '--person', String(known)).json as { entries: Record<string, unknown>[] };
      expect(entries).toContainEqual(expect.objectContaining({ field: 'name', old: null, new: person?.['name'], kind: 'import', cell: expect.stringMatching(/^[A-Z]+\d+$/) as string }));
      expect(entries.some((entry) => entry['entity'] === 'memberYear')).toBe(true);
    }
    const { entries } = json('history', register, '--household', String(person?.['householdNo'])).json as { entries: Record<string, unknown>[] };
    for (const entity of ['household', 'householdYear', 'member', 'memberYear', 'helper']) expect(entries.some((entry) => entry['entity'] === entity)).toBe(true);
    expect(json('history', register, '--person', '无此人')).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
    expect(run('history', register).code).toBe(2);
  });

  test('check answers findings and counts', () => {
    const { code, json: told } = json('check', register) as { code: number; json: { findings: { rule: string; household: string; message: string; remedy: string }[]; counts: Record<string, number> } };
    expect(code).toBe(0);
    const counted: Record<string, number> = {};
    for (const { rule } of told.findings) counted[rule] = (counted[rule] ?? 0) + 1;
    expect(told.counts).toEqual(counted);
    // The sample has nothing wrong in itself: only what somebody should look at.
    expect(told.findings.every(({ household, message, remedy }) => household !== '' && message !== '' && remedy !== '')).toBe(true);
    expect(told.findings.length).toBeGreaterThan(0);
  });

  test('export writes sheets that come back all the same', () => {
    for (const [subject, rows] of [['people', 208], ['households', 111]] as const) {
      const out = join(folder, `${subject}.xlsx`);
      expect(json('export', register, subject, '--out', out)).toMatchObject({ code: 0, json: { rows } });
      const [sheet] = sheetsOf(json('import', register, out, '--dry-run'));
      expect(sheet).toMatchObject({ rows, same: rows, new: 0, changed: 0, conflict: 0, refused: 0, absent: 0, unmapped: [] });
    }
    expect(json('export', register, 'people', '--out', join(folder, 'nowhere', 'x.xlsx'))).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
    expect(run('export', register, 'people').code).toBe(2);
  });

  test('wall prints one household and one village', () => {
    const [row] = rowsOf(json('list', register, 'households'));
    const one = join(folder, 'one.pdf');
    expect(json('wall', register, '--household', String(row?.['householdNo']), '--out', one)).toMatchObject({ code: 0, json: { households: 1, pages: 3 } });
    expect(readFileSync(one).subarray(0, 5).toString()).toBe('%PDF-');
    expect(json('wall', register, '--village', String(row?.['village']), '--out', join(folder, 'village.xlsx')).code).toBe(0);
    expect(json('wall', register, '--village', '没有村', '--out', one)).toMatchObject({ code: 1, json: { error: { code: 'NOTHING_TO_PRINT' } } });
    expect(json('wall', register, '--household', '0', '--out', one)).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
    expect(run('wall', register, '--all', '--village', 'x', '--out', one).code).toBe(2);
    // Nothing is left beside, and the file is the office's alone.
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(one).mode & 0o077).toBe(0);
  });

  test('match holds a list against the register and hands it back', () => {
    const out = join(folder, 'match.xlsx');
    const found = json('match', register, join(samples, '人员信息全字段_2020.csv'), '--return', out);
    expect(found).toMatchObject({ code: 0, json: { rows: 208, differ: [], onlyTheirs: [], onlyRegister: [], unusable: [], near: [] } });
    expect((found.json as { both: unknown[] }).both).toHaveLength(208);
    expect(existsSync(out)).toBe(true);
    expect(run('match', register).code).toBe(2);
  });

  test('diff compares two sheets, and needs no register', () => {
    const sheet = join(samples, '人员信息全字段_2020.csv');
    const out = join(folder, 'diff.xlsx');
    expect(json('diff', sheet, join(folder, 'people.xlsx'), '--out', out)).toMatchObject({ code: 0, json: { added: [], removed: [], changed: [], same: 208 } });
    expect(existsSync(out)).toBe(true);
    expect(json('diff', sheet, sheet, '--key', '没有这列').code).toBe(1);
    expect(run('diff', sheet).code).toBe(2);
  });

  test('undo takes the import back and says what it kept', () => {
    const { batch } = json('import', register, join(samples, readdirSync(samples)[0] ?? ''), '--dry-run').json as { batch: number | null };
    expect(batch).toBeNull();
    const done = json('undo', register, '--batch', '2');
    expect(done).toMatchObject({ code: 0, json: { kept: [], failed: [] } });
    expect(json('list', register, 'people').json).toMatchObject({ total: 0 });
    expect(json('undo', register, '--batch', '99').code).toBe(1);
    expect(run('undo', register).code).toBe(2);
  });
});

describe('what cannot be done', () => {
  test('a file that is no register, a folder, a missing register: each its own sentence', () => {
    const note = join(folder, 'note.mingce');
    writeFileSync(note, '这不是登记册，只是一段文字，而且不短，足够超过文件头的一百个字节，这样才像是真的被人改了扩展名的文本文件。');
    expect(json('list', note, 'people')).toMatchObject({ code: 1, json: { error: { code: 'NOT_A_REGISTER' } } });
    expect(readFileSync(note, 'utf8')).toContain('这不是登记册');
    const directory = join(folder, 'dir.mingce');
    mkdirSync(directory);
    expect(json('list', directory, 'people')).toMatchObject({ code: 1, json: { error: { code: 'NOT_A_REGISTER' } } });
    const missing = json('list', join(folder, 'missing.mingce'), 'people');
    expect(missing).toMatchObject({ code: 1, json: { error: { code: 'REGISTER_MISSING' } } });
    expect(missing.err).toContain('找不到这个登记册');
    expect(existsSync(join(folder, 'missing.mingce'))).toBe(false);
  });

  test('an unreadable file among good ones: the good ones go in, the exit says that one did not', () => {
    const own = join(folder, 'mixed.mingce');
    run('create', own);
    const picture = join(folder, '照片.xlsx');
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    const good = join(samples, '人员信息全字段_2020.csv');
    const mixed = json('import', own, good, picture);
    expect(mixed.code).toBe(1);
    expect(mixed.err).toContain('照片.xlsx');
    expect(json('list', own, 'people').json).toMatchObject({ total: 208 });
    const nothing = json('import', own, picture);
    expect(nothing.code).toBe(1);
    expect(json('import', own, join(folder, 'missing.csv'))).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
  });

  test('refused rows tell cell, value, rule and remedy; the others go in', () => {
    const own = join(folder, 'refused.mingce');
    run('create', own);
    const sheet = join(folder, '人员_2020.csv');
    writeFileSync(sheet, '\uFEFF户编号,姓名,证件号码,性别,与户主关系,文化程度\r\n1,赵试一,9.90504E+17,男,户主,小学\r\n2,钱试一,,男,户主,研究所\r\n');
    const mend = join(folder, '要改.xlsx');
    const done = json('import', own, sheet, '--mend', mend);
    expect(done).toMatchObject({ code: 0, json: { toMend: 2 } });
    expect(sheetsOf(json('import', own, mend, '--dry-run', '--year', '2020'))[0]).toMatchObject({ rows: 2, unmapped: [] });
    const [found] = sheetsOf(done);
    expect(found).toMatchObject({ rows: 2, new: 1, refused: 1 });
    expect(found?.refusals).toEqual([
      expect.objectContaining({ cell: 'C2', value: '9.90504E+17', rule: 'R016', effect: 'row' }),
      expect.objectContaining({ cell: 'F3', value: '研究所', rule: 'R143', effect: 'cell' }),
    ]);
  });

  test('wrong usage is 2, help is 0', () => {
    expect(run()).toMatchObject({ code: 2, out: '' });
    expect(run('nothing').code).toBe(2);
    expect(run('create').code).toBe(2);
    expect(run('create', 'a', 'b').code).toBe(2);
    expect(run('create', '--nonsense', 'x').code).toBe(2);
    expect(run('--help')).toMatchObject({ code: 0, err: '' });
    expect(run('import', '--help').out).toContain('--dry-run');
  });
});

describe('serve', () => {
  test('prints its address, has the register for itself, and ends at a signal', async () => {
    const own = join(folder, 'served.mingce');
    run('create', own);
    const host = spawn(process.execPath, [join(root, 'scripts', 'cli.mjs'), 'serve', own, '--json'], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      host.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('\n')) resolve((JSON.parse(said) as { url: string }).url);
      });
      host.once('exit', () => reject(new Error('ended too soon')));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#/);
    expect((await fetch(url.replace(/#.*/, ''))).status).toBe(200);
    expect(json('list', own, 'people')).toMatchObject({ code: 1, json: { error: { code: 'REGISTER_IN_USE' } } });
    const ended = new Promise<number | null>((resolve) => host.once('exit', resolve));
    host.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(json('list', own, 'people').code).toBe(0);
  });
});
