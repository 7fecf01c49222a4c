import { required, yearOf, type Command } from '../command.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';
import { subjectOf } from './list.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'REGISTER people|households --out FILE.xlsx [--year 年度] [--level public|inside|full --reason 用途]',
  about: '按省级表头顺序导出上报表',
  options: { out: { type: 'string' }, year: { type: 'string' }, ...leavingOptions },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const subject = subjectOf(given);
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const register = await client.registers.current();
    const year = yearOf(given) ?? register?.workingYear ?? 2020;
    const bytes = await writeOut(out, await client.papers.exportSheet({ subject, year, ...leavingOf(given, 'full', '命令行上报导出') }, { signal }));
    const rows = (subject === 'people' ? register?.people : register?.households) ?? 0;
    return { json: { out, bytes, subject, year, rows }, lines: [`已导出 ${rows} ${subject === 'people' ? '人' : '户'}：${out}`] };
  },
};
