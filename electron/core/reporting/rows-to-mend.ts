import { Refusal } from '../../../shared/contract/errors.ts';
import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { mendingHeaders } from '../../../shared/sheets/header-index.ts';
import { writeReturned, type ReturnedSheet } from './returned-writer.ts';

interface Kept {
  readonly sheet: number;
  readonly cells: string;
  readonly remarks: string;
}

/** What an import did not take, as a workbook in the layouts of its files. */
export async function rowsToMend(register: RegisterFile, batch: number, job: Job): Promise<{ name: string; bytes: Uint8Array }> {
  const sheets = register.sql('SELECT id, file, sheet, head FROM importSheet WHERE batch = ? ORDER BY id').all(batch) as { id: number; file: string; sheet: string; head: string }[];
  const kept = register.sql('SELECT sheet, cells, remarks FROM planRow WHERE batch = ? AND cells IS NOT NULL ORDER BY position').all(batch) as Kept[];
  if (kept.length === 0) throw new Refusal('NOTHING_TO_PRINT', '这次导入没有要改的行', { remedy: '所有行都收下了，不用再改' });
  const bySheet = Map.groupBy(kept, ({ sheet }) => sheet);
  const mending = sheets.flatMap(({ id, file, sheet, head }): ReturnedSheet[] => {
    const rows = bySheet.get(id);
    if (!rows) return [];
    return [{
      file,
      sheet,
      head: JSON.parse(head) as string[][],
      rows: rows.map(({ cells, remarks }) => {
        const faults = (JSON.parse(remarks) as CellRemark[]).filter(({ effect }) => effect !== 'flagged');
        const reasons = faults.map(({ cell, message }) => `${cell} ${message}`).join('；');
        const remedies = [...new Set(faults.map(({ remedy }) => remedy))].join('；');
        return { cells: JSON.parse(cells) as string[], notes: [reasons, remedies] as const, marked: faults.map(({ cell }) => cell) };
      }),
    }];
  });
  return { name: `要改的行_${kept.length}行.xlsx`, bytes: await writeReturned(mending, mendingHeaders, job) };
}
