import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostName, launch, type Launched } from './support/launch.ts';

/** What only the desktop has: its process model and its walls. */
describe.runIf(hostName === 'desktop')('the desktop', () => {
  let program: Launched;
  const shown = (): Promise<void> => program.page.getByText(/明册/).first().waitFor();
  beforeAll(async () => {
    program = await launch();
    await shown();
  });
  afterAll(() => program?.close());

  it('gives the page no Node', async () => {
    const found = await program.page.evaluate(() => ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in globalThis));
    expect(found).toEqual([]);
  });

  it('speaks Chinese in what the browser itself draws, whatever the machine speaks', async () => {
    expect(await program.page.evaluate(() => navigator.language)).toBe('zh-CN');
  });

  it('fits on a screen of 1366 × 768 that is shown at 150 %', async () => {
    const least = await program.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize());
    expect(least?.[0]).toBeLessThanOrEqual(910);
    // The bar of the system takes its part.
    expect(least?.[1]).toBeLessThanOrEqual(512 - 48);
  });

  it('serves the page and the fonts and nothing beside them', async () => {
    const statuses = await program.page.evaluate(async (paths) => {
      const replies = await Promise.all(paths.map((path) => fetch(path)));
      return replies.map((reply) => reply.status);
    }, ['/index.html', '/fonts/NotoSansSC-Bold.ttf', '/..%2f..%2fpackage.json', '/main/main.js', '/built.json']);
    expect(statuses).toEqual([200, 200, 404, 404, 404]);
  });

  it('stays on its page', async () => {
    const before = program.page.url();
    const refused = await program.page.evaluate(async () => {
      location.href = 'https://example.com/';
      const opened = window.open('https://example.com/');
      const reached = await fetch('https://example.com/').then(() => true, () => false);
      const permission = await navigator.permissions.query({ name: 'geolocation' });
      return { opened: opened !== null, reached, permission: permission.state };
    });
    expect(refused).toEqual({ opened: false, reached: false, permission: 'denied' });
    expect(program.page.url()).toBe(before);
    expect(program.electron?.windows()).toHaveLength(1);
  });

  it('runs no script that did not come with it', async () => {
    const ran = await program.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.planted = true';
      document.head.append(script);
      return 'planted' in globalThis;
    });
    expect(ran).toBe(false);
  });

  it('saves what the page makes', async () => {
    const path = await program.download(() =>
      program.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['一户一册']));
        link.download = '人员 名单.txt';
        link.click();
      }),
    );
    expect(basename(path)).toBe('人员 名单.txt');
    expect(readFileSync(path, 'utf8')).toBe('一户一册');
  });

  it('starts its core again when that dies', async () => {
    const core = await program.electron?.evaluate(({ app }) => app.getAppMetrics().find((each) => each.name === '明册')?.pid);
    if (core === undefined) throw new Error('no core process');
    await program.page.evaluate(() => document.body.setAttribute('data-before', ''));
    process.kill(core, 'SIGKILL');
    await program.page.locator('body:not([data-before])').waitFor();
    await shown();
    const next = await program.electron?.evaluate(({ app }) => app.getAppMetrics().find((each) => each.name === '明册')?.pid);
    expect(next).not.toBe(core);
  });
});
