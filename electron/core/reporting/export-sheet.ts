import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { layoutOf } from '../../../shared/sheets/layouts.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { orderedIds, type TableQuery } from '../tables/ordered-ids.ts';
import { columnOf, oneRow, sourceOf } from '../tables/sources.ts';
import { writeSheet } from './sheet-writer.ts';

export interface ExportedSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Within a household upstream wants the people by their numbers. */
const peopleOrder = "h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.memberNo, m.id";

function nothing({ subject, filters = [], search = '' }: TableQuery, title: string): Refusal {
  if (filters.length > 0 || search !== '') return new Refusal('NOTHING_TO_PRINT', '没有符合条件的内容可以导出', { remedy: '请先清除筛选条件' });
  return subject === 'people' || subject === 'households'
    ? new Refusal('NOTHING_TO_PRINT', '登记册里还没有可导出的内容', { remedy: '请先导入户表或人员表' })
    : new Refusal('NOTHING_TO_PRINT', `“${title}”里还没有记录`, { remedy: '请先导入或新增' });
}

/** The sheet of all people, households or records, or of those that the question finds; households in walking order. */
export async function exportSheet(register: RegisterFile, asked: TableQuery & { readonly own?: boolean }, job: Job): Promise<ExportedSheet> {
  const { subject, year } = asked;
  const source = sourceOf(subject);
  const layout = layoutOf(subject, asked.own);
  const ids = orderedIds(register, asked, subject === 'people' ? peopleOrder : undefined);
  if (ids.length === 0) throw nothing(asked, source.table.title);
  const keys = layout.columns.map(([, key]) => key).filter((key) => key !== '#year');
  const columns = keys.map((key) => `${columnOf(source, key).sql} AS "${key}"`).join(', ');
  const statement = register.sql(`SELECT ${columns} ${oneRow(source)}`);
  const row = (at: number): Record<string, Stored> => {
    const found = statement.get(year, ids[at] ?? '') as Record<string, Stored> | undefined;
    if (!found) throw new Refusal('STALE', '导出时登记册里删去了一些内容', { remedy: '请再导出一次' });
    return found;
  };
  const bytes = await writeSheet({ layout, year, total: ids.length, row }, job);
  const named = source.table.ledger ? '' : `_${year}年度`;
  return { name: `${layout.sheetName}${named}_${ids.length}${source.table.one}.xlsx`, bytes };
}
