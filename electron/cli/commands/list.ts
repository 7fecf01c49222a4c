import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { recordSubjects, type RecordSubject } from '../../../shared/sheets/subject.ts';
import { WrongUsage, word, yearOf, type Arguments, type Command } from '../command.ts';
import { filtersOf, rowsAsJson, rowsOf } from '../table-rows.ts';

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
  usage: 'REGISTER households|people [--where 列名=值]… [--year 年度]',
  about: '列出户或人；列名写中文的，或者英文键',
  options: { where: { type: 'string', multiple: true }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const subject = subjectOf(given);
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const { total, rows } = await rowsOf(client, { subject, year, filters: filtersOf(subject, given) });
    const lines = [
      columns[subject].map(labelOf).join('\t'),
      ...rows.map(({ values }) => columns[subject].map((key) => (values[key] === null || values[key] === undefined ? '' : shown(key, values[key]))).join('\t')),
      `共 ${total} ${subject === 'people' ? '人' : '户'}`,
    ];
    return { json: { subject, year, total, rows: rowsAsJson(rows) }, lines };
  },
};
