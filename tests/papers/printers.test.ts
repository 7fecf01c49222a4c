import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberedChoices } from '../../electron/core/printing/remembered-choices.ts';
import { sendToPrinter } from '../../electron/core/printing/send-to-printer.ts';
import { runsOf, type PrintOrder } from '../../shared/hosting/print-order.ts';
import { openTestCore, temporaryFolder } from '../core/support/core.ts';

const cupsd = ['/usr/sbin/cupsd', '/usr/bin/cupsd'].find((path) => existsSync(path));
const asRoot = process.getuid?.() === 0;

const order = (change: Partial<PrintOrder> = {}): PrintOrder => ({ choice: { printer: 'mingce', paper: 'asMade', sides: 'long' }, copies: 1, title: '上墙表', runs: [{ from: 1, to: 1, paper: 'A4' }], ...change });
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

/** A print service of its own, with one printer whose paper is a file. */
describe.skipIf(cupsd === undefined || !asRoot)('a printer of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-cups-'));
  const socket = join(folder, 'cups.sock');
  const before = process.env['CUPS_SERVER'];
  let service: ChildProcess;

  beforeAll(async () => {
    for (const name of ['spool', 'cache', 'state', 'ssl']) mkdirSync(join(folder, name), { mode: 0o755 });
    writeFileSync(join(folder, 'cupsd.conf'), `Listen ${socket}\nLogLevel warn\nDirtyCleanInterval 0\nPreserveJobHistory Yes\nPreserveJobFiles Yes\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n`);
    writeFileSync(join(folder, 'cups-files.conf'), ['FileDevice Yes', `ServerRoot ${folder}`, `StateDir ${folder}/state`, `CacheDir ${folder}/cache`, `RequestRoot ${folder}/spool`, `AccessLog ${folder}/access`, `ErrorLog ${folder}/error`, `PageLog ${folder}/pages`, ''].join('\n'));
    service = spawn(cupsd ?? '', ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], { stdio: 'ignore' });
    process.env['CUPS_SERVER'] = socket;
    for (let tries = 0; tries < 200 && !spawnSync('lpstat', ['-r'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout.includes('is running'); tries++) await pause(50);
    execFileSync('lpadmin', ['-p', 'mingce', '-E', '-v', 'file:///dev/null'], { stdio: 'ignore' });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => service.once('exit', resolve));
    service.kill();
    await ended;
    if (before === undefined) delete process.env['CUPS_SERVER'];
    else process.env['CUPS_SERVER'] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The jobs that the service took: what each was told, and its file. */
  const jobs = async (count: number): Promise<{ told: string; file: Buffer }[]> => {
    const spool = join(folder, 'spool');
    await expect.poll(() => readdirSync(spool).filter((name) => /^c\d+$/.test(name)).length, { timeout: 20_000 }).toBe(count);
    return readdirSync(spool).filter((name) => /^c\d+$/.test(name)).toSorted().map((name) => ({ told: readFileSync(join(spool, name), 'latin1'), file: readFileSync(join(spool, `d${name.slice(1)}-001`)) }));
  };

  test('takes the PDF as it is, told the paper, the sides and the copies; nothing of it stays behind', async () => {
    const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('mingce-print-'));
    const already = left();
    await sendToPrinter(pdf, order({ copies: 2 }), '');
    const [job] = await jobs(1);
    expect(job?.file.equals(Buffer.from(pdf))).toBe(true);
    for (const told of ['two-sided-long-edge', 'A4', 'copies']) expect(job?.told).toContain(told);
    expect(left().filter((name) => !already.includes(name))).toEqual([]);
  });

  test('takes a set of two sizes as a job each', async () => {
    await sendToPrinter(pdf, order({ runs: runsOf([{ width: 595, height: 842 }, { width: 842, height: 1191 }]) }), '');
    const [first, second] = (await jobs(3)).slice(1);
    expect(first?.told).toContain('A4');
    expect(second?.told).toContain('A3');
  });

  test('that is not there is told in words', async () => {
    await expect(sendToPrinter(pdf, order({ choice: { printer: 'nowhere', paper: 'A4', sides: 'one' } }), '')).rejects.toMatchObject({ code: 'NO_PRINTER', where: 'nowhere', remedy: expect.stringContaining('保存 PDF') as string });
  });
});

test('what was chosen is remembered for each kind of paper on this machine; a damaged note is asked again', () => {
  const host = { stateFolder: join(temporaryFolder(), 'state') };
  expect(rememberedChoices.of(host, 'wallHouse')).toBeNull();
  rememberedChoices.keep(host, 'wallHouse', { printer: '甲', paper: 'asMade', sides: 'long' });
  rememberedChoices.keep(host, 'wallBoard', { printer: '乙', paper: 'A3', sides: 'one' });
  expect(rememberedChoices.of(host, 'wallHouse')).toEqual({ printer: '甲', paper: 'asMade', sides: 'long' });
  expect(rememberedChoices.of(host, 'wallBoard')).toEqual({ printer: '乙', paper: 'A3', sides: 'one' });
  writeFileSync(join(host.stateFolder, 'printing.json'), '{');
  expect(rememberedChoices.of(host, 'wallHouse')).toBeNull();
});

test('the page is told the printers and the last choice, and sends its PDF to one; where there are none it is the browser that prints', async () => {
  const sent: { pdf: string; order: PrintOrder }[] = [];
  const { client } = await openTestCore({ printers: { list: async () => [{ name: 'p1', called: '一号', usual: true }], send: async (bytes, of) => void sent.push({ pdf: new TextDecoder().decode(bytes), order: of }) } });
  expect(await client.printing.desk({ kind: 'pins' })).toEqual({ printers: [{ name: 'p1', called: '一号', usual: true }], chosen: null });
  const choice = { printer: 'p1', paper: 'A4', sides: 'short' } as const;
  await client.printing.send({ kind: 'pins', pdf: new File([pdf], 'x.pdf'), title: '常问的数', choice, copies: 3, runs: [{ from: 1, to: 2, paper: 'A4' }] });
  expect(sent).toEqual([{ pdf: new TextDecoder().decode(pdf), order: { choice, copies: 3, title: '常问的数', runs: [{ from: 1, to: 2, paper: 'A4' }] } }]);
  expect((await client.printing.desk({ kind: 'pins' })).chosen).toEqual(choice);
  expect((await client.printing.desk({ kind: 'problems' })).chosen).toBeNull();
  const { client: browser } = await openTestCore();
  expect((await browser.printing.desk({ kind: 'pins' })).printers).toBeNull();
  await expect(browser.printing.send({ kind: 'pins', pdf: new File([pdf], 'x.pdf'), title: 'x', choice, copies: 1, runs: [{ from: 1, to: 1, paper: 'A4' }] })).rejects.toMatchObject({ data: { code: 'NO_PRINTER' } });
});
