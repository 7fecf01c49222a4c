import type { Filter, RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import { kindOf } from '../../shared/register/field.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { CoreClient } from '../core/open-core.ts';
import { WrongUsage, type Arguments } from './command.ts';

/** A field of the table by key or 中文 label. */
export function fieldNamed(subject: Subject, named: string) {
  const { title, fields } = tableOf(subject);
  const found = fields.find(({ key, label }) => key === named.trim() || label === named.trim());
  if (!found) throw new WrongUsage(`“${title}”里没有“${named}”这一列`);
  return found;
}

/** What --set gives, by field key: FIELD=VALUE, the value as it would be typed; nothing after the sign makes it blank. */
export function textsOf(subject: Subject, given: Arguments): Record<string, string> {
  const { set = [] } = given.values;
  const texts: Record<string, string> = {};
  for (const each of Array.isArray(set) ? set : [set]) {
    const match = /^([^=]+)=(.*)$/su.exec(String(each));
    if (!match) throw new WrongUsage(`--set 应写成 列名=值，给的是 ${String(each)}`);
    const { key, label } = fieldNamed(subject, match[1] ?? '');
    if (key in texts) throw new WrongUsage(`--set 里“${label}”写了两次`);
    texts[key] = match[2] ?? '';
  }
  return texts;
}

/** FIELD=VALUE, FIELD!=VALUE: the field by key or 中文 label, the value as a sheet would write it; nothing after the sign means blank. */
function filterOf(subject: Subject, condition: string): Filter {
  const match = /^([^=!]+)(!?=)(.*)$/su.exec(condition);
  if (!match) throw new WrongUsage(`--where 应写成 列名=值，给的是 ${condition}`);
  const [, named = '', sign, written = ''] = match;
  const found = fieldNamed(subject, named);
  const reading = kindOf(found).read(written, { today: '9999-12-31' });
  if (!reading.ok) throw new WrongUsage(`--where ${named}：${reading.refused.message}`);
  const field = found.key;
  if (reading.value === null) return { field, test: sign === '=' ? 'blank' : 'notBlank' };
  return { field, test: sign === '=' ? 'equals' : 'notEquals', value: reading.value };
}

/** The conditions given with --where, all of which must hold. */
export function filtersOf(subject: Subject, given: Arguments): Filter[] {
  const { where = [] } = given.values;
  return (Array.isArray(where) ? where : [where]).map((condition) => filterOf(subject, String(condition)));
}

/** Every row that a question finds, window after window. */
export async function rowsOf(client: CoreClient, query: RowsQuery): Promise<{ readonly total: number; readonly rows: readonly TableRow[] }> {
  const rows: TableRow[] = [];
  for (;;) {
    const page = await client.tables.rows({ ...query, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return { total: page.total, rows };
  }
}

/** Rows as the document of --json holds them: values beside the ids. */
export const rowsAsJson = (rows: readonly TableRow[]): object[] => rows.map(({ id, householdId, values, extra }) => ({ id, householdId, ...values, ...(extra ? { extra } : {}) }));
