import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { OwnColumn } from '../../../shared/register/own/own-column.ts';
import { readDeclaration } from '../../../shared/register/own/declaration.ts';
import type { Statement } from './connection.ts';

/** The columns that the office added, in their order. What cannot be understood is told: a column that is left out would hide its values. */
export function ownColumnsOf(sql: (text: string) => Statement): readonly OwnColumn[] {
  const rows = sql('SELECT * FROM ownColumn ORDER BY ownPlace, id').all() as Readonly<Record<string, Stored>>[];
  return rows.map((row) => {
    const column = readDeclaration(String(row['id']), row);
    if (column === null) throw new Refusal('REGISTER_DAMAGED', '有一个自设列的说明读不懂', { where: `自设列 ${String(row['ownLabel'])}`, remedy: '请改用最近一次的备份' });
    return column;
  });
}
