import { text, yearOf, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

export const matchCommand: Command = {
  name: 'match',
  usage: 'REGISTER FILE [--return FILE.xlsx] [--year 年度]',
  about: '拿一份名单和登记册比对，不导入；--return 在名单后面加上结果',
  options: { return: { type: 'string' }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  async run({ client, signal }, given) {
    const out = text(given, 'return');
    if (out !== undefined) await folderMustBeThere(out);
    const [file] = await readFiles(given.positionals.slice(1));
    if (!file) throw new Error('One file is one file');
    const year = yearOf(given);
    const { workbook, ...found } = await client.importing.match({ file, ...(year === undefined ? {} : { year }) }, { signal });
    if (out !== undefined) await writeOut(out, workbook);
    const { both, differ, onlyTheirs, onlyRegister, unusable, near } = found;
    return {
      json: found,
      lines: [
        `名单 ${found.rows} 行：在册一致 ${both.length}，在册不一致 ${differ.length}，不在册 ${onlyTheirs.length}，没法比对 ${unusable.length}；登记册里有、名单里没有 ${onlyRegister.length} 人`,
        ...differ.map(({ row, name, fields }) => `△ 第 ${row} 行 ${name}：${fields.map(({ label, register, theirs }) => `${label} 登记册 ${register || '空'}，名单 ${theirs}`).join('；')}`),
        ...onlyTheirs.map(({ row, name }) => `＋ 第 ${row} 行 ${name}：不在册`),
        ...near.map(({ row, name, candidate, why }) => `？ 第 ${row} 行 ${name}：可能是 ${candidate.village}${candidate.name}（户 ${candidate.householdNo}），${why}`),
        ...unusable.map(({ row, name, why }) => `× 第 ${row} 行 ${name}：${why}`),
        ...(out === undefined ? [] : [`已另存：${out}`]),
      ],
    };
  },
};
