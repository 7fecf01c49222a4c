import type { WallBudget } from '../../../../shared/contract/walls.ts';
import { wallSetWords } from '../../../../shared/papers/wall-sets.ts';
import { pageSize } from '../../../../shared/papers/to-html.ts';
import type { Host } from '../../host.ts';
import type { Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { letOut } from '../outgoing.ts';
import { writePages } from '../paper-writer.ts';
import { pdfOfPages } from '../pdf-of-pages.ts';
import { batchOf, type Batch } from './batch.ts';
import { noteHanging } from './hanging.ts';
import { madeSheets, withoutUnchanged, type Asked, type MadeSheet } from './made-walls.ts';

/** The register that is printed from, and the one as it is now, which knows what hangs: a past day may be looked at. */
export interface Registers {
  readonly register: RegisterFile;
  readonly present: RegisterFile;
}

/** Sides a minute of an office's printer. */
const speed = { a4: 20, a3: 10 } as const;

const named: Readonly<Record<Asked['set'], string>> = { house: '三上墙', village: '村内公示', board: '作战图' };
/** What the register notes that they left for. */
const purposes: Readonly<Record<Asked['set'], string>> = { house: '上墙表', village: '村内公示', board: '作战图' };

async function wanted({ register, present }: Registers, asked: Asked, job: Job): Promise<{ batch: Batch; all: readonly MadeSheet[] }> {
  const all = await madeSheets(register, asked, job);
  return { batch: batchOf(withoutUnchanged(present, asked, all), asked), all };
}

const householdsOf = (sheets: readonly MadeSheet[]) => new Map(sheets.flatMap(({ place }) => place.households).map((household) => [household.id, household]));

export async function wallBudget(registers: Registers, asked: Asked, job: Job): Promise<WallBudget> {
  const all = await madeSheets(registers.register, asked, job);
  const wantedSheets = withoutUnchanged(registers.present, asked, all);
  const pages = wantedSheets.length === 0 ? [] : batchOf(wantedSheets, asked).pages;
  const a3 = pages.filter((page) => pageSize(page).excel === 8).length;
  const a4 = pages.length - a3;
  return {
    set: asked.set,
    places: new Set(wantedSheets.map(({ place }) => place.key)).size,
    households: householdsOf(wantedSheets).size,
    sheets: wantedSheets.length,
    pages: pages.length,
    a4,
    a3,
    minutes: Math.ceil(a4 / speed.a4 + a3 / speed.a3),
    unchanged: all.length - withoutUnchanged(registers.present, { ...asked, changedSince: 'printed' }, all).length,
  };
}

const footOf = (register: RegisterFile, today: string) => ({ office: register.meta('office') ?? '', date: today });

/** The PDF that is previewed, saved and printed. */
export async function wallPage(registers: Registers, host: Host, asked: Asked, job: Job): Promise<Uint8Array> {
  return pdfOfPages(host, (await wanted(registers, asked, job)).batch.pages, footOf(registers.register, asked.today), job);
}

/** Notes that the sheets leave for their walls, and what hangs there from now on; answers the number of the printing. */
function noteLeaving({ present }: Registers, host: Host, asked: Asked, { batch }: { batch: Batch }, how: '保存' | '打印', file: string, bytes: Uint8Array): number {
  // A board holds counts alone: nobody's data.
  const households = asked.set === 'board' ? [] : [...householdsOf(batch.sheets).values()];
  const [first] = batch.sheets;
  const scope = asked.of.scope === 'all' ? '全部' : asked.of.scope === 'village' ? asked.of.village : `${first?.place.called ?? ''}一户`;
  return present.together(() => {
    const outgoing = letOut({ present, host }, {
      what: `${named[asked.set]} ${asked.year}年 ${scope}${asked.changedSince === undefined ? '' : '，只补打变了的'}`,
      purpose: `${how}${purposes[asked.set]}`,
      level: first?.sheet.level ?? 'house',
      reason: '',
      columns: [...new Set(batch.sheets.map(({ sheet }) => sheet.title))],
      rows: batch.sheets.length,
      households: households.map(({ id }) => id),
      members: households.flatMap(({ members }) => members.map(({ id }) => id)),
      file,
      bytes,
    });
    noteHanging(present, { outgoing, year: asked.year, code: batch.code, at: host.now().toISOString() }, batch.sheets.map(({ sheet, ...made }) => ({ ...made, sheet: sheet.key })));
    return outgoing;
  });
}

/** The sheets as a file, noted in what left. */
export async function wallFile(registers: Registers, host: Host, asked: Asked, as: 'pdf' | 'xlsx', job: Job): Promise<{ name: string; bytes: Uint8Array }> {
  const made = await wanted(registers, asked, job);
  const foot = footOf(registers.register, asked.today);
  const bytes = as === 'xlsx' ? await writePages(made.batch.pages, foot, job) : await pdfOfPages(host, made.batch.pages, foot, job);
  const name = `${named[asked.set]}_${wallSetWords[asked.set]}_${made.batch.pages.length}页.${as}`;
  noteLeaving(registers, host, asked, made, '保存', name, bytes);
  return { name, bytes };
}

/** The PDF for the printer, noted in what left. */
export async function printedWalls(registers: Registers, host: Host, asked: Asked, job: Job): Promise<{ readonly bytes: Uint8Array; readonly printing: number }> {
  const made = await wanted(registers, asked, job);
  const bytes = await pdfOfPages(host, made.batch.pages, footOf(registers.register, asked.today), job);
  return { bytes, printing: noteLeaving(registers, host, asked, made, '打印', '', bytes) };
}
