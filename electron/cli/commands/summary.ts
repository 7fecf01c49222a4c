import { kindOf } from '../../../shared/register/field.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { columnHead, sheetOf } from '../../../shared/views/summary-sheet.ts';
import { countsOf, figureLabel, figuresOf, usualStep, waysOf, type Figure, type Grouping } from '../../../shared/views/summary.ts';
import { text, word, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { subjectNamed } from '../subject-named.ts';
import { fieldNamed, filtersOf } from '../table-rows.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

const several = (given: Arguments, name: string): string[] => {
  const value = given.values[name] ?? [];
  return (Array.isArray(value) ? value : [value]).map(String);
};

/** 列名, 列名:年, 列名:月, 列名:值, 列名:1000 (每 1000 一档, as the column is written). */
function groupingNamed(subject: Subject, written: string): Grouping {
  const [, named = '', how = ''] = /^(.*?)(?::(年|月|值|[\d.]+))?$/su.exec(written) ?? [];
  const field = fieldNamed(subject, named);
  const ways = waysOf(field);
  if (how === '') return { field: field.key, by: ways[0] ?? 'value', step: usualStep(field) };
  const by = how === '年' ? 'year' : how === '月' ? 'month' : how === '值' ? 'value' : 'steps';
  if (!ways.includes(by)) throw new WrongUsage(`“${field.label}”不能这样分：${written}`);
  if (by !== 'steps') return { field: field.key, by };
  const step = kindOf(field).read(how, { today: '9999-12-31' });
  if (!step.ok || Number(step.value) <= 0) throw new WrongUsage(`每档应是大于 0 的数，给的是 ${written}`);
  return { field: field.key, by, step: Number(step.value) };
}

/** 人数, 户数, 条数, or a column with what is told of it: 务工时间平均. */
function figureNamed(subject: Subject, written: string): Figure {
  const table = tableOf(subject);
  const found = figuresOf(table).find((figure) => figureLabel(table, figure).replace(/（[^（]*）$/, '') === written.trim());
  if (!found) throw new WrongUsage(`“${table.title}”算不出“${written}”；可以写 ${countsOf(table).map((figure) => figureLabel(table, figure)).join('、')}，或者金额、数量的列名加上合计、平均、最小、最大`);
  return found;
}

export const summaryCommand: Command = {
  name: 'summary',
  usage: 'REGISTER households|people|helpers|台账名 --by 列名[:年|月|值|每档]… [--across 列名[:…]] [--figure 人数|户数|列名合计…]… [--where 列名=值]… [--out FILE.xlsx|.pdf] [--year 年度]',
  about: '分类汇总：按列分组，数人、数户，算合计、平均、最小、最大',
  options: { by: { type: 'string', multiple: true }, across: { type: 'string' }, figure: { type: 'string', multiple: true }, where: { type: 'string', multiple: true }, out: { type: 'string' }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const subject = subjectNamed(word(given, 1));
    const table = tableOf(subject);
    const by = several(given, 'by');
    if (by.length === 0 || by.length > 3) throw new WrongUsage('--by 要写一到三个');
    const across = text(given, 'across');
    const figures = several(given, 'figure');
    const asked = {
      subject,
      year: yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020,
      filters: filtersOf(subject, given),
      down: by.map((each) => groupingNamed(subject, each)),
      across: across === undefined ? null : groupingNamed(subject, across),
      figures: figures.length > 0 ? figures.map((each) => figureNamed(subject, each)) : [...countsOf(table)],
    };
    const out = text(given, 'out');
    if (out !== undefined) {
      const as = out.endsWith('.pdf') ? 'pdf' : out.endsWith('.xlsx') ? 'xlsx' : null;
      if (as === null) throw new WrongUsage('--out 应以 .xlsx 或 .pdf 结尾');
      await folderMustBeThere(out);
      const bytes = await writeOut(out, await client.summaries.paper({ ...asked, conditions: several(given, 'where').join('；'), as }));
      return { json: { file: out, bytes }, lines: [`已写出 ${out}`] };
    }
    const summary = await client.summaries.make(asked);
    const sheet = sheetOf(table, asked, summary);
    return {
      json: summary,
      lines: [[...sheet.heads, ...sheet.columns.map((column) => columnHead(column, asked))].join('\t'), ...sheet.lines.map(({ labels, cells }) => [...labels, ...cells.map(({ said }) => said)].join('\t')), ...(sheet.means === '' ? [] : [`${sheet.means}。`])],
    };
  },
};
