import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { layouts } from '../../../shared/sheets/layouts.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnOf, rowIdOf, tableFrom } from '../tables/columns.ts';
import { writeSheet } from './sheet-writer.ts';

export interface ExportedSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const order = { people: "h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.memberNo, m.id", households: 'h.walkKey, h.householdNo, h.id' } as const;

/** The sheet of all people or households of one year in the order of the province's headers, households in walking order. */
export async function exportSheet(register: RegisterFile, { subject, year }: { subject: Subject; year: number }, job: Job): Promise<ExportedSheet> {
  const layout = layouts[subject];
  const ids = (register.sql(`SELECT ${rowIdOf[subject]} AS id ${tableFrom[subject]} ORDER BY ${order[subject]}`).all(year) as { id: string }[]).map(({ id }) => id);
  if (ids.length === 0) throw new Refusal('NOTHING_TO_PRINT', '登记册里还没有可导出的内容', { remedy: '请先导入户表或人员表' });
  const keys = layout.columns.map(([, key]) => key).filter((key) => key !== '#year');
  const columns = keys.map((key) => `${columnOf(subject, key).sql} AS "${key}"`).join(', ');
  const statement = register.sql(`SELECT ${columns} ${tableFrom[subject]} WHERE ${rowIdOf[subject]} = ?2`);
  const row = (at: number): Record<string, Stored> => {
    const found = statement.get(year, ids[at] ?? '') as Record<string, Stored> | undefined;
    if (!found) throw new Refusal('STALE', '导出时登记册里删去了人或户', { remedy: '请再导出一次' });
    return found;
  };
  const bytes = await writeSheet({ layout, year, total: ids.length, row }, job);
  return { name: `${layout.sheetName}_${year}年度_${ids.length}${subject === 'people' ? '人' : '户'}.xlsx`, bytes };
}
