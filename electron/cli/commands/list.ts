import type { Filter, TableRow } from '../../../shared/contract/tables.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { vocabulary } from '../../../shared/register/vocabulary.ts';
import { recordSubjects, type RecordSubject } from '../../../shared/sheets/subject.ts';
import { WrongUsage, word, yearOf, type Arguments, type Command } from '../command.ts';

/** FIELD=VALUE, FIELD!=VALUE: the field by key or 中文 label, the value as a sheet would write it; nothing after the sign means blank. */
function filterOf(condition: string): Filter {
  const match = /^([^=!]+)(!?=)(.*)$/su.exec(condition);
  if (!match) throw new WrongUsage(`--where 应写成 字段=值，给的是 ${condition}`);
  const [, named = '', sign, written = ''] = match;
  const found = vocabulary.find(({ key, label, entity }) => entity !== 'helper' && entity !== 'entry' && (key === named.trim() || label === named.trim()));
  if (!found) throw new WrongUsage(`没有“${named}”这个字段`);
  const reading = kindOf(found).read(written, { today: '9999-12-31' });
  if (!reading.ok) throw new WrongUsage(`--where ${named}：${reading.refused.message}`);
  const field = found.key;
  if (reading.value === null) return { field, test: sign === '=' ? 'blank' : 'notBlank' };
  return { field, test: sign === '=' ? 'equals' : 'notEquals', value: reading.value };
}

export function subjectOf(given: Arguments): RecordSubject {
  const subject = recordSubjects.find((each) => each === word(given, 1));
  if (!subject) throw new WrongUsage(`应为 households 或 people，给的是“${word(given, 1)}”`);
  return subject;
}

const columns: Readonly<Record<RecordSubject, readonly string[]>> = {
  people: ['householdNo', 'name', 'relation', 'identityNo', 'memberPhone', 'village', 'group', 'health', 'schooling'],
  households: ['householdNo', 'headName', 'householdSize', 'town', 'village', 'group', 'householdKind', 'mainCause', 'perCapitaIncome'],
};

export const listCommand: Command = {
  name: 'list',
  usage: 'REGISTER households|people [--where 字段=值]… [--year 年度]',
  about: '列出户或人；字段用英文键或中文名',
  options: { where: { type: 'string', multiple: true }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  async run({ client }, given) {
    const subject = subjectOf(given);
    const { where = [] } = given.values;
    const filters = (Array.isArray(where) ? where : [where]).map((condition) => filterOf(String(condition)));
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const rows: TableRow[] = [];
    let total = 0;
    do {
      const page = await client.tables.rows({ subject, year, filters, offset: rows.length, limit: 500 });
      ({ total } = page);
      rows.push(...page.rows);
      if (page.rows.length === 0) break;
    } while (rows.length < total);
    const json = { subject, year, total, rows: rows.map(({ id, householdId, values, extra }) => ({ id, householdId, ...values, ...(extra ? { extra } : {}) })) };
    const lines = [
      columns[subject].map(labelOf).join('\t'),
      ...rows.map(({ values }) => columns[subject].map((key) => (values[key] === null || values[key] === undefined ? '' : shown(key, values[key]))).join('\t')),
      `共 ${total} ${subject === 'people' ? '人' : '户'}`,
    ];
    return { json, lines };
  },
};
