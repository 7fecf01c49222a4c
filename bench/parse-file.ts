// One process: the file parsed and nothing done with it. Prints milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openWorkbook } from '../electron/core/importing/read-workbook.ts';
import { bareParse } from './bare-parse.ts';

const [path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
let started = performance.now();
const before = process.cpuUsage();
await bareParse(bytes);
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
started = performance.now();
const workbook = await openWorkbook(bytes, basename(path));
let rows = 0;
for (const sheet of workbook.sheets) for await (const chunk of sheet.rows()) rows += chunk.length;
process.stdout.write(JSON.stringify({ milliseconds, cpu: (user + system) / 1000, read: performance.now() - started, rows }));
