import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Host } from '../../electron/core/host.ts';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { BatchSummary, SheetSummary } from '../../shared/changes/plan-types.ts';
import { cellText } from '../../shared/sheets/cells.ts';
import type { AwkwardFile } from '../fixtures/awkward/awkward.ts';
import { csv, whole } from '../fixtures/awkward/make-files.ts';

const hostIn = (folder: string): Host => ({
  kind: 'command',
  version: '0.0.0',
  who: '试用员',
  registersFolder: folder,
  stateFolder: join(folder, 'state'),
  fontsUrl: 'about:blank/',
  fontsFolder: folder,
  printers: null,
  hasDialogs: false,
  now: () => new Date('2020-06-30T02:00:00Z'),
  chooseNewRegister: async (name) => join(folder, name),
  chooseRegister: async () => null,
  printPdf: async () => {
    throw new Error('nothing is printed here');
  },
});

const clientOf = (core: ReturnType<typeof openCore>) => createRouterClient(core.router, { context: {} });
type Client = ReturnType<typeof clientOf>;
const fileOf = ({ name, bytes }: AwkwardFile): File => new File([Uint8Array.from(bytes)], name);

/** Columns of which a long number makes a row that nobody may lose. */
const keys = new Set(['householdNo', 'memberNo', 'identityNo', 'headIdentityNo']);
const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Whether a call was refused in the user's words; anything else that is thrown is a defect. */
function isRefusal(error: unknown): boolean {
  const { code, data } = error as { code?: string; data?: { what?: string; remedy?: string } };
  return code === 'REFUSED' && typeof data?.what === 'string' && data.what !== '';
}

async function refusedOr<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

async function allRows(client: Client, { batch }: BatchSummary) {
  const found: { sheet: string; row: number }[] = [];
  for (;;) {
    const { total, rows } = await client.importing.rows({ batch, offset: found.length, limit: 500 });
    found.push(...rows.map(({ sheet, row }) => ({ sheet, row })));
    if (found.length >= total || rows.length === 0) return found;
  }
}

/** Rows of the sheet, read once more and by nobody's filter, that hold a long number in a column of keys. */
async function keyedRows(file: AwkwardFile, sheets: readonly SheetSummary[]): Promise<{ sheet: string; row: number }[]> {
  const book = await openWorkbook(file.bytes, file.name);
  const found: { sheet: string; row: number }[] = [];
  for (const sheet of book.sheets) {
    const summary = sheets.find((each) => each.sheet === sheet.name);
    if (!summary || summary.kind === null) continue;
    const columns = summary.mapped.filter(({ field }) => keys.has(field)).map(({ column }) => columnOf(column));
    for await (const rows of sheet.rows()) {
      for (const { number, cells } of rows) {
        if (number > Math.max(...summary.headerRows) && columns.some((column) => /\d{12}/.test(cellText(cells[column])))) found.push({ sheet: sheet.name, row: number });
      }
    }
  }
  book.close();
  return found;
}

function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function holdRows(client: Client, file: AwkwardFile, summary: BatchSummary): Promise<number> {
  const sheets = summary.files.flatMap((each) => each.sheets);
  const rows = await allRows(client, summary);
  const counted = sheets.reduce((sum, sheet) => sum + Object.values(sheet.counts).reduce((all, count) => all + count, 0), 0);
  hold(rows.length === counted, `${counted} verdicts are counted and ${rows.length} listed`);
  hold(sheets.reduce((sum, sheet) => sum + sheet.rows, 0) === counted, 'a row has no verdict');
  // Sheets of one name cannot be told apart in a preview.
  if (new Set(sheets.map(({ sheet }) => sheet)).size !== sheets.length) return rows.length;
  const listed = new Set(rows.map(({ sheet, row }) => `${sheet}|${row}`));
  hold(listed.size === rows.length, 'a row has two verdicts');
  const lost = (await keyedRows(file, sheets)).find(({ sheet, row }) => !listed.has(`${sheet}|${row}`));
  hold(lost === undefined, `row ${lost?.row} of sheet ${lost?.sheet} has a number and no verdict`);
  return rows.length;
}

/** A register with a few people, copied for each file, so that a file meets the same whatever came before it. */
export async function openTrial(): Promise<{ tryFile(file: AwkwardFile, index: number): Promise<string>; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-fuzz-'));
  const core = openCore(hostIn(folder));
  const client = clientOf(core);
  await client.registers.create({ name: '试用', office: '明山区扶贫办', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
  const filled = await client.importing.plan({ files: [fileOf(csv('人员_2020.csv', whole))] });
  await client.importing.commit({ batch: filled.batch, confirmed: true });
  core.close();
  const [template, path] = [join(folder, '试用.mingce'), join(folder, '一次.mingce')];
  return {
    /** Plans and previews the file; mends, commits and undoes some, matches and compares others. Answers what became of it; throws where something went wrong. */
    async tryFile(file, index) {
      copyFileSync(template, path);
      await core.openRegister(path);
      try {
        if (index % 16 === 5) return (await refusedOr(client.importing.match({ file: fileOf(file) }))) ? 'matched' : 'refused';
        if (index % 16 === 13) return (await refusedOr(client.importing.compare({ before: fileOf(csv('人员_2020.csv', whole)), after: fileOf(file) }))) ? 'compared' : 'refused';
        const summary = await refusedOr(client.importing.plan({ files: [fileOf(file)] }));
        if (!summary) return 'refused';
        const rows = await holdRows(client, file, summary);
        if (rows === 0) return 'no rows';
        if (summary.toMend > 0 && index % 4 === 0) await refusedOr(client.importing.toMend({ batch: summary.batch }));
        if (index % 2 === 1) return 'planned';
        const done = await refusedOr(client.importing.commit({ batch: summary.batch, confirmed: true }));
        if (done && index % 8 === 2) await client.importing.undo({ batch: summary.batch });
        return done ? 'imported' : 'not committed';
      } finally {
        core.close();
        for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
