import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { printWithBrowser } from '../../electron/core/printing/print-with-browser.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'mingce-paper-test-'));
const font = pathToFileURL(join(root, 'dist', 'fonts', 'NotoSerifSC-Bold.ttf')).href;
const temporary = process.env['TMPDIR'];

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'fonts']);
  // The printer's own temporary folders are then the only ones here.
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  delete process.env['MINGCE_BROWSER'];
});
afterAll(() => {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  rmSync(folder, { recursive: true, force: true });
});

const leftOver = (): string[] => readdirSync(folder).filter((name) => name.startsWith('mingce-print-'));

const paper = (pages: number): string => `<!doctype html><meta charset="utf-8"><style>
  @font-face { font-family: Wall; src: url(${font}); }
  @page { size: A4; margin: 20mm; }
  @page wide { size: A3 landscape; }
  body { font-family: Wall; margin: 0; }
  section { break-after: page; }
  .wide { page: wide; }
</style>${'<section>家庭基本情况 䶮</section>'.repeat(pages)}<section class="wide">帮扶责任人一览</section>`;

it('keeps the sizes, the shipped font and the rare characters', async () => {
  const pdf = join(folder, 'paper.pdf');
  writeFileSync(pdf, await printWithBrowser(paper(2)));
  const facts = execFileSync('pdfinfo', ['-f', '1', '-l', '3', pdf], { encoding: 'utf8' });
  expect(facts).toMatch(/Pages:\s+3/);
  expect(facts).toMatch(/Page\s+1 size:\s+59[45][.\d]* x 84[12]/);
  expect(facts).toMatch(/Page\s+3 size:\s+119[01][.\d]* x 84[12]/);
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts).toHaveLength(1);
  expect(fonts[0]).toMatch(/NotoSerifSC-Bold\s+CID TrueType.*\s+yes yes yes/);
  expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('䶮');
  expect(leftOver()).toEqual([]);
});

it('runs no script', async () => {
  const pdf = join(folder, 'script.pdf');
  writeFileSync(pdf, await printWithBrowser('<!doctype html><meta charset="utf-8"><p id="p">原文</p><script>p.textContent = "RAN"</script>'));
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  expect(text).toContain('原文');
  expect(text).not.toContain('RAN');
});

it('stops when it is cancelled and leaves nothing behind', async () => {
  const abort = new AbortController();
  const printing = printWithBrowser(paper(2000), abort.signal);
  setTimeout(() => abort.abort(), 600);
  await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(leftOver()).toEqual([]);
  await expect(printWithBrowser(paper(1), abort.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});

it('says what to install where there is no browser', async () => {
  process.env['MINGCE_BROWSER'] = join(folder, 'no-such-browser');
  await expect(printWithBrowser(paper(1))).rejects.toMatchObject({ code: 'NO_PRINTER', remedy: expect.stringContaining('Edge') });
});

it('says so when the program is no browser', async () => {
  process.env['MINGCE_BROWSER'] = process.execPath;
  await expect(printWithBrowser(paper(1))).rejects.toMatchObject({ code: 'NO_PRINTER', where: process.execPath });
  expect(leftOver()).toEqual([]);
});
