// `npm run bench`: figures of this machine, as ratios within one run. Nothing here fails on time. `npm run bench -- grid`: those of the grid in a browser alone.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeList } from './large-list.ts';
import { largeSheet } from './large-sheet.ts';

const folder = join(tmpdir(), `mingce-bench-sheets-${process.pid}`);

interface Measured {
  /** Whole process, from start to end. */
  readonly process: number;
  readonly told: Readonly<Record<string, number>>;
}

function measure(script: string, ...words: string[]): Measured {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...words], { encoding: 'utf8' });
  const whole = performance.now() - started;
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return { process: whole, told: JSON.parse(stdout) as Record<string, number> };
}

/** The middle one of several runs, by what `of` takes. */
function middle(runs: readonly Measured[], of: (run: Measured) => number): Measured {
  const found = runs.toSorted((a, b) => of(a) - of(b))[Math.floor(runs.length / 2)];
  if (!found) throw new Error('Nothing was measured');
  return found;
}

const seconds = (milliseconds: number): string => (milliseconds >= 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const lines: string[][] = [['', 'measured', 'against', 'ratio', 'aim']];

async function gridInBrowser(): Promise<void> {
  const { told: of } = measure('grid-page.ts', await largeSheet(folder, 100_000));
  const took = (key: string): string => seconds(of[key] ?? 0);
  lines.push(['the grid in a browser, 100,000 people: opened, to the first usable row', took('open'), '', '', '']);
  const frames = (key: string): string => `a frame ${took(`${key}Median`)}, 95 of 100 within ${took(`${key}P95`)}, the worst ${took(`${key}Worst`)}`;
  const toBare = (key: string): string => ((of[`${key}P95`] ?? 0) / (of['bareP95'] ?? 1)).toFixed(2);
  lines.push(['  scrolled', frames('scroll'), `the bare grid, as many cells in sight: ${frames('bare')}; an empty page: ${frames('empty')}`, toBare('scroll'), '16.7 ms']);
  lines.push(['  scrolled, sorted and filtered', frames('filtered'), '', toBare('filtered'), '16.7 ms']);
  lines.push(['  to the last row', took('end'), `back to the first ${took('home')}, by the scrollbar to the middle ${took('middle')}`, '', '100 ms']);
  lines.push(['  found in all columns, from the last key', `a number ${took('findNumber')}, nothing ${took('findNowhere')}, thousands ${took('findOften')}`, `the next one ${took('next')}`, '', '300 ms']);
  lines.push(['  sorted by name', took('sort'), `filtered by a value ${took('filter')}`, '', '']);
  lines.push(['  memory of the page: heap; its process', `${megabytes(of['heap'] ?? 0)}; ${megabytes(of['memory'] ?? 0)}`, `the bare grid with all rows in it ${megabytes(of['bareHeap'] ?? 0)}`, '', '300 MB']);
}

async function everything(): Promise<void> {
  for (const [rows, times] of [[208, 5], [100_000, 3]] as const) {
    const path = await largeSheet(folder, rows);
    const bare = middle(Array.from({ length: times }, () => measure('parse-file.ts', path)), (run) => run.told['milliseconds'] ?? 0);
    const imported = middle(Array.from({ length: times }, () => measure('import-file.ts', path)), (run) => run.told['milliseconds'] ?? 0);
    const { milliseconds = 0, plan = 0, commit = 0, memory = 0, size = 0 } = imported.told;
    const { milliseconds: parse = 0, read = 0 } = bare.told;
    const name = `${rows.toLocaleString('en')} people, 60 columns, .xlsx (${megabytes(statSync(path).size)})`;
    lines.push([`${name}: file to committed register`, `${seconds(milliseconds)} (plan ${seconds(plan)}, commit ${seconds(commit)})`, `bare parse ${seconds(parse)}, our reader ${seconds(read)}`, (milliseconds / parse).toFixed(2), rows > 1000 ? '1.5' : '']);
    lines.push(['  whole process', seconds(imported.process), '', '', rows > 1000 ? '' : '1 s']);
    lines.push(['  peak memory; register', `${megabytes(memory)}; ${megabytes(size)}`, '', '', rows > 1000 ? '600 MB' : '']);
  }
  const { households = 0, rows = 0, verdict = 0, field = 0, choice = 0 } = measure('preview-page.ts', await largeSheet(folder, 100_000)).told;
  lines.push(['preview of 100,000 rows, a page by household', `${seconds(households)}, one verdict ${seconds(verdict)}, one field ${seconds(field)}`, `a page by row ${seconds(rows)}`, '', '50 ms']);
  lines.push(['  one row left out, all numbers told again', seconds(choice), '', '', '']);
  const ledger = measure('open-ledger.ts', await largeSheet(folder, 20_000)).told;
  const told = (key: string): string => seconds(ledger[key] ?? 0);
  lines.push(['a ledger of 100,000 records opened, its first 200 rows', told('open'), `the next window ${told('again')}, after an edit ${told('afterEdit')}`, '', '']);
  lines.push(['  sorted, filtered, searched', `by amount ${told('amount')}, by name ${told('name')}`, `filter ${told('filter')}, search ${told('search')}, values of a column ${told('distinct')}`, '', '']);
  const matching = measure('match-list.ts', await largeSheet(folder, 100_000), await largeList(folder, 100_000)).told;
  const { match = 0, readList = 0, readPeople = 0, back = 0 } = matching;
  lines.push(['a list of 100,000 held against a register of 100,000', seconds(match), `both files read ${seconds(readList + readPeople)}, the list alone ${seconds(readList)}`, (match / (readList + readPeople)).toFixed(2), '3']);
  lines.push(['  with the workbook that goes back', seconds(back), '', '', '']);
  const block = measure('change-block.ts', await largeSheet(folder, 100_000)).told;
  const blockTold = (key: string): string => seconds(block[key] ?? 0);
  lines.push([`a block of 100,000 rows × 5 columns (${(block['cells'] ?? 0).toLocaleString('en')} cells change) written`, blockTold('write'), `checked ${blockTold('check')}, taken back ${blockTold('undo')}`, '', '']);
  lines.push(['  a cell found in all columns', blockTold('find'), `a number ${blockTold('findNumber')}, the next ${blockTold('findNext')}; two columns added up ${blockTold('measure')}, Ctrl+arrow over all ${blockTold('edge')}`, '', '300 ms']);
  const { distinct = 0, plain: oneGroup = 0, full = 0 } = measure('sum-up.ts', await largeSheet(folder, 100_000)).told;
  lines.push(['100,000 people summed up by village', seconds(oneGroup), `by village and relation, across, with households and means ${seconds(full)}; values of the column alone ${seconds(distinct)}`, (oneGroup / distinct).toFixed(2), '']);
  const past = measure('past-day.ts', await largeSheet(folder, 100_000)).told;
  const of = (key: string): string => seconds(past[key] ?? 0);
  lines.push(['100,000 people as of the day before an import of them all', of('wholeImport'), `before ${past['changes'] ?? 0} changed cells ${of('oneColumn')}, before one ${of('oneCell')}`, '', '']);
  lines.push(['  its first 200 rows, the next', `${of('window')}, ${of('again')}`, `where nothing came since ${of('sameState')}; the register of today ${of('now')}`, '', '']);
  for (const people of [208, 100_000]) {
    const { first = 0, again = 0, read = 0, household = 0, slowest = 0 } = measure('check-register.ts', await largeSheet(folder, people)).told;
    lines.push([`every rule over ${people.toLocaleString('en')} people`, `${seconds(again)}, the first time ${seconds(first)}`, `one read of the tables ${seconds(read)}`, (again / read).toFixed(2), people > 1000 ? '3' : '0.2 s']);
    lines.push(['  one household after an edit', `${seconds(household)}, at most ${seconds(slowest)}`, '', '', '10 ms']);
  }
  const { pages = 0, walls = 0, plain = 0 } = measure('print-walls.ts').told;
  lines.push([`111 households × 3 sheets to one PDF (${pages} pages)`, seconds(walls), `as many bare pages of the same text ${seconds(plain)}`, (walls / plain).toFixed(2), '1.3']);
  for (const people of [208, 100_000]) {
    const { make = 0, write = 0, read = 0 } = measure('make-report.ts', await largeSheet(folder, people)).told;
    lines.push([`the largest report, ${people.toLocaleString('en')} people by name`, `made ${seconds(make)}, as a workbook ${seconds(write)}`, `one read of the tables ${seconds(read)}`, (make / read).toFixed(2), '']);
  }
  const filled = measure('fill-form.ts', await largeSheet(folder, 20_000)).told;
  const [some = 0, many = 0] = [filled['rows1000'], filled['rows10000']];
  lines.push(['a blank form filled with 10,000 people', seconds(many), `1,000 people ${seconds(some)}, 111 ${seconds(filled['rows111'] ?? 0)}, one ${seconds(filled['rows1'] ?? 0)}`, (many / (10 * some)).toFixed(2), '1.2']);
  for (const people of [208, 100_000]) {
    const { first = 0, again = 0, detail = 0, read = 0 } = measure('measure-plan.ts', await largeSheet(folder, people)).told;
    lines.push([`every row of the plan over ${people.toLocaleString('en')} people`, `${seconds(again)}, the first time ${seconds(first)}, one row with its months ${seconds(detail)}`, `one read of the tables ${seconds(read)}`, (again / read).toFixed(2), people > 1000 ? '3' : '0.2 s']);
  }
  const { edit = 0, bare = 0 } = measure('edit-cell.ts', await largeSheet(folder, 208)).told;
  lines.push(['one cell edit, through the contract, to durable', seconds(edit), `bare commit ${seconds(bare)}`, (edit / bare).toFixed(2), '1.5']);
}

try {
  if (process.argv[2] !== 'grid') await everything();
  await gridInBrowser();
} finally {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
}

const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
for (const line of lines) process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`);
