import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findElectron, sandboxFlags } from '../../scripts/electron-binary.mjs';
import { largeWorkbook } from '../core/support/large-sheet.ts';
import { peopleSheet } from '../core/support/people.ts';
import { savedAs } from '../fixtures/workbooks/other-formats.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { WallsPage } from './pages/walls-page.ts';
import { hostName } from './support/launch.ts';

const root = join(import.meta.dirname, '..', '..');
const places: Partial<Record<NodeJS.Platform, string>> = { win32: '*/*.exe', darwin: '*/*.app/Contents/MacOS/*', linux: '*/mingce' };

/** Packs what is built here around the Electron of the tests; answers the program. */
async function pack(into: string): Promise<string> {
  const electron = dirname(findElectron() ?? '');
  const version = readFileSync(join(electron, 'version'), 'utf8').trim().replace(/^v/, '');
  const words = ['--dir', `-c.electronDist=${electron}`, `-c.electronVersion=${version}`, `-c.directories.output=${into}`];
  await promisify(execFile)(process.execPath, [join(root, 'node_modules', 'electron-builder', 'cli.js'), ...words], { cwd: root });
  const [packed] = globSync(places[process.platform] ?? '', { cwd: into });
  if (packed === undefined) throw new Error('nothing was packed');
  return join(into, packed);
}

/** Where a program that has started can be driven, once its page is there: before, Playwright waits for ever. */
async function drivenAt({ stderr }: ChildProcess): Promise<string> {
  let said = '';
  stderr?.on('data', (words: Buffer) => (said += words.toString()));
  return vi.waitFor(
    async () => {
      const place = /DevTools listening on (\S+)/.exec(said)?.[1] ?? '';
      const pages = (await (await fetch(new URL('/json/list', place.replace(/^ws/, 'http')))).json()) as { readonly title: string }[];
      if (!pages.some(({ title }) => title === '明册')) throw new Error('its page is not there');
      return place;
    },
    { timeout: 60_000, interval: 200 },
  );
}

/** The program as it is handed out: what the packing leaves out is found only here. */
describe.runIf(hostName === 'desktop')('the packed program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-packed-'));
  let started: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    const packed = await pack(join(folder, 'made'));
    const [registers, state, downloads] = ['registers', 'state', 'downloads'].map((name) => join(folder, name));
    for (const each of [registers, state, downloads]) mkdirSync(each ?? '');
    // Playwright's own way of starting Electron wants to be there before the program's first line, which a packed one does not let it.
    started = spawn(packed, [...sandboxFlags(), `--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-port=0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MINGCE_REGISTERS: registers, MINGCE_STATE: state, MINGCE_DOWNLOADS: downloads },
    });
    browser = await chromium.connectOverCDP(await drivenAt(started));
    page = browser.contexts()[0]?.pages()[0];
  });
  afterAll(async () => {
    await browser?.close();
    if (started && started.exitCode === null) {
      const ended = once(started, 'exit');
      started.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('reads old and large workbooks, shows who is in them, and makes the sheets for a wall', async () => {
    if (!page) throw new Error('not started');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const files = { '人员2020.xls': savedAs('biff8', peopleSheet), '人员信息2020.xlsx': largeWorkbook() };
    const paths = Object.entries(files).map(([name, bytes]) => { const path = join(folder, name); writeFileSync(path, bytes); return path; });
    const [frame, imports] = [new FramePage(page), new ImportPage(page)];
    await new FirstStartPage(page).choose('先用示例看看');
    await frame.arrived('户');
    await frame.go('导入');
    await imports.chooseFiles(paths);
    await imports.previewed();
    expect(await imports.count('新增')).toBe(12_000 + peopleSheet.length - 1);
    await frame.go('人');
    const grid = new GridPage(page);
    await grid.shown();
    const name = await grid.cell(0, 'name').innerText();
    await frame.go('上墙');
    const walls = new WallsPage(page);
    await walls.oneHousehold(name);
    await walls.make();
    await walls.made();
    await walls.shown.says('家庭基本情况');
    expect(errors).toEqual([]);
  });
});
