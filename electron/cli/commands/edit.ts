import type { BlockCheck, ChangedCell } from '../../../shared/contract/blocks.ts';
import { shown } from '../../../shared/register/show-value.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { word, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { filtersOf, textsOf } from '../table-rows.ts';
import { subjectNamed } from '../subject-named.ts';

const changedLine = ({ where, field, old, new: value }: ChangedCell): string => `${where}：${shown(field, old)} → ${shown(field, value)}`;

function linesOf({ changes, rows, households, same, refusedCount, refused, changed }: BlockCheck): string[] {
  return [
    ...changed.map(changedLine),
    ...(changes > changed.length ? [`……还有 ${changes - changed.length} 格没有列出`] : []),
    ...refused.map(({ where, why, remedy }) => `不能改 ${where}：${why}。${remedy}`),
    `会改 ${changes} 格，${rows} 行，${households} 户；已是这个值的 ${same} 格${refusedCount > 0 ? `；不能改 ${refusedCount} 格` : ''}`,
  ];
}

function mustSay(given: Arguments): void {
  if (given.values['set'] === undefined) throw new WrongUsage('缺少 --set 列名=值');
  if (given.values['where'] === undefined && given.values['all'] !== true) throw new WrongUsage('没有 --where 会改全部的行；真要这样，请写 --all');
}

export const editCommand: Command = {
  name: 'edit',
  usage: 'REGISTER households|people|helpers|台账名 --where 列名=值… --set 列名=值… [--all] [--dry-run] [--good-only] [--year 年度]',
  about: '批量修改符合条件的行，算一步；--dry-run 只看会改什么，有不能改的格时 --good-only 只改好的',
  options: { where: { type: 'string', multiple: true }, set: { type: 'string', multiple: true }, all: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, 'good-only': { type: 'boolean' }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  async run({ client, signal }, given) {
    mustSay(given);
    const subject = subjectNamed(word(given, 1));
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const texts = textsOf(subject, given);
    const question = { subject, year, filters: filtersOf(subject, given) };
    const { total } = await client.tables.rows({ ...question, offset: 0, limit: 1 });
    const { one } = tableOf(subject);
    if (total === 0) return { json: { total, changes: 0, written: 0 }, lines: [`没有符合条件的${one}`] };
    const asked = { question, revision: (await client.registers.current())?.revision ?? 0, change: { kind: 'values' as const, rows: { from: 0, to: total - 1 }, texts } };
    const told = await client.blocks.check(asked, { signal });
    const { changes, refused, refusedCount, same, rows, households, changed } = told;
    const json = { total, changes, rows, households, same, refusedCount, refused, changed };
    if (given.values['dry-run'] === true) return { json: { ...json, written: 0 }, lines: linesOf(told), exit: refusedCount > 0 ? 1 : 0 };
    const { written, label } = await client.blocks.write({ ...asked, goodOnly: given.values['good-only'] === true }, { signal });
    return { json: { ...json, written, label }, lines: [...linesOf(told), written === 0 ? '没有要改的' : `已${label}`] };
  },
};
