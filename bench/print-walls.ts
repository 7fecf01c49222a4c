// One process: the three sheets of 111 households made and printed to one PDF; as many bare pages of the same text, and the same tables without any style, printed by the same browser.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { hostFacts } from '../electron/core/host-facts.ts';
import { openCore } from '../electron/core/open-core.ts';
import { printWithBrowser } from '../electron/core/printing/print-with-browser.ts';
import { fontFaces } from '../shared/papers/fonts.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { timeOf } from './time.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
const fontsUrl = `${pathToFileURL(join(import.meta.dirname, '..', 'dist', 'fonts')).href}/`;
const core = openCore({ kind: 'command', ...hostFacts(), stateFolder: folder, registersFolder: folder, fontsUrl, hasDialogs: false, now: () => new Date('2020-04-15T02:00:00Z'), chooseNewRegister: async () => join(folder, 'bench.mingce'), chooseRegister: async () => null, printPdf: printWithBrowser });
const client = createRouterClient(core.router, { context: {} });
await client.registers.openSample();
const request = { year: 2020, of: { scope: 'all' }, lists: false } as const;
const html = await (await client.walls.page({ ...request, fontsUrl: 'http://127.0.0.1/fonts/' })).text();
const sections = html.split('<section ').slice(1).map((section) => section.replace(/^[^>]*>/, ''));
const head = `<!doctype html><meta charset="utf-8"><style>${fontFaces(fontsUrl)}@page{size:A4;margin:15mm}body{margin:0;font:12pt "MC Song"}`;
const bare = `${head}p{break-after:page;margin:0}</style>${sections.map((section) => `<p>${section.replaceAll(/<[^>]+>/g, ' ')}</p>`).join('')}`;
const tables = `${head}div{break-after:page}table{width:100%;border-collapse:collapse}td,th{border:.3mm solid}</style>${sections.map((section) => `<div>${section.replaceAll(/<\/?(?:section|div|footer|span|svg|h1|h2|colgroup)[^>]*>|<col [^>]*>/g, ' ').replaceAll(/ (?:class|style|scope)="[^"]*"/g, '')}</div>`).join('')}`;
// By turns, so that a busy machine is busy for all.
const rounds: { walls: number; plain: number; ruled: number }[] = [];
for (let round = 0; round < 3; round++) rounds.push({ plain: await timeOf(() => printWithBrowser(bare)), ruled: await timeOf(() => printWithBrowser(tables)), walls: await timeOf(() => client.walls.file(request)) });
core.close();
rmSync(folder, { recursive: true, force: true });
const middle = rounds.toSorted((a, b) => a.walls / a.plain - b.walls / b.plain)[1];
process.stdout.write(JSON.stringify({ pages: sections.length, walls: middle?.walls ?? 0, plain: middle?.plain ?? 0, ruled: middle?.ruled ?? 0 }));
