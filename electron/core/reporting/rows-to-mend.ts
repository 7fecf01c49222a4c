import { Refusal } from '../../../shared/contract/errors.ts';
import type { BatchSummary, CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { mendingHeaders, mendingYear } from '../../../shared/sheets/header-index.ts';
import { yearOfSheet } from '../../../shared/sheets/year-of-sheet.ts';
import { calledAgain, writeReturned, type ReturnedSheet } from './returned-writer.ts';

interface Kept {
  readonly sheet: number;
  readonly cells: string;
  readonly remarks: string;
}

/** The year to which a sheet's rows went, where the workbook that goes back would tell another or none: it stood in the file's name, or the clerk said it. */
function untoldYear({ files }: BatchSummary, { file, sheet }: { readonly file: string; readonly sheet: string }, head: readonly (readonly string[])[]): number | null {
  const told = files.find((each) => each.file === file)?.sheets.find((each) => each.sheet === sheet);
  if (!told || told.year === null || told.yearFrom === 'column') return null;
  const titles = head.slice(0, Math.max(0, head.length - told.headerRows.length)).map((row) => row.join(' '));
  return yearOfSheet({ titles, sheet: calledAgain(file, sheet), file: '' }, undefined).year === told.year ? null : told.year;
}

/** What an import did not take, as a workbook in the layouts of its files. */
export async function rowsToMend(register: RegisterFile, batch: number, job: Job): Promise<{ name: string; bytes: Uint8Array }> {
  const sheets = register.sql('SELECT id, file, sheet, head FROM importSheet WHERE batch = ? ORDER BY id').all(batch) as { id: number; file: string; sheet: string; head: string }[];
  const kept = register.sql('SELECT sheet, cells, remarks FROM planRow WHERE batch = ? AND cells IS NOT NULL ORDER BY position').all(batch) as Kept[];
  if (kept.length === 0) throw new Refusal('NOTHING_TO_PRINT', '这次导入没有要改的行', { remedy: '所有行都收下了，不用再改' });
  const { summary: said } = register.sql('SELECT summary FROM importBatch WHERE number = ?').get(batch) as { summary: string };
  const summary = JSON.parse(said) as BatchSummary;
  const bySheet = Map.groupBy(kept, ({ sheet }) => sheet);
  const mending = sheets.flatMap(({ id, file, sheet, head: stored }): ReturnedSheet[] => {
    const rows = bySheet.get(id);
    if (!rows) return [];
    const head = JSON.parse(stored) as string[][];
    const year = untoldYear(summary, { file, sheet }, head);
    return [{
      file,
      sheet,
      head,
      headers: [...mendingHeaders, ...(year === null ? [] : [mendingYear])],
      rows: rows.map(({ cells, remarks }) => {
        const faults = (JSON.parse(remarks) as CellRemark[]).filter(({ effect }) => effect !== 'flagged');
        // Here the row has another number than in the file that the clerk was sent.
        const reasons = faults.map(({ cell, message }) => `原表 ${cell}：${message}`).join('；');
        const remedies = [...new Set(faults.map(({ remedy }) => remedy))].join('；');
        return { cells: JSON.parse(cells) as string[], notes: [reasons, remedies, ...(year === null ? [] : [String(year)])], marked: faults.map(({ cell }) => cell) };
      }),
    }];
  });
  return { name: `要改的行_${kept.length}行.xlsx`, bytes: await writeReturned(mending, job) };
}
