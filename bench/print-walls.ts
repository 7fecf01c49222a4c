// One process: the three sheets of 111 households made and drawn to one PDF; as many bare pages of the same text, printed by a browser.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { hostFacts } from '../electron/core/host-facts.ts';
import { openCore } from '../electron/core/open-core.ts';
import { printWithBrowser } from '../electron/core/printing/print-with-browser.ts';
import { escaped, fontFaces } from '../shared/papers/fonts.ts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { timeOf } from './time.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
const fontsUrl = `${pathToFileURL(join(import.meta.dirname, '..', 'dist', 'fonts')).href}/`;
const core = openCore({ kind: 'command', ...hostFacts(), stateFolder: folder, registersFolder: folder, fontsUrl, fontsFolder: join(import.meta.dirname, '..', 'dist', 'fonts'), hasDialogs: false, now: () => new Date('2020-04-15T02:00:00Z'), chooseNewRegister: async () => join(folder, 'bench.mingce'), chooseRegister: async () => null, printPdf: printWithBrowser, printers: null });
const client = createRouterClient(core.router, { context: {} });
await client.registers.openSample();
const request = { year: 2020, of: { scope: 'all' }, lists: false } as const;
const written = join(folder, 'walls.pdf');
writeFileSync(written, await (await client.walls.page(request)).bytes());
const pages = execFileSync('pdftotext', ['-raw', written, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).split('\f').slice(0, -1);
const bare = `<!doctype html><meta charset="utf-8"><style>${fontFaces(fontsUrl)}@page{size:A4;margin:15mm}body{margin:0;font:12pt "MC Song"}p{break-after:page;margin:0}</style>${pages.map((page) => `<p>${escaped(page)}</p>`).join('')}`;
// By turns, so that a busy machine is busy for all.
const rounds: { walls: number; plain: number }[] = [];
for (let round = 0; round < 3; round++) rounds.push({ plain: await timeOf(() => printWithBrowser(bare)), walls: await timeOf(() => client.walls.file(request)) });
core.close();
rmSync(folder, { recursive: true, force: true });
const middle = rounds.toSorted((a, b) => a.walls / a.plain - b.walls / b.plain)[1];
process.stdout.write(JSON.stringify({ pages: pages.length, walls: middle?.walls ?? 0, plain: middle?.plain ?? 0 }));
