import { everybodyWords, findMatchSubject } from '../../../shared/changes/match-subjects.ts';
import { text, yearOf, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

export const matchCommand: Command = {
  name: 'match',
  usage: 'REGISTER FILE [--as 名单] [--return OUT.xlsx] [--year 年度]',
  about: '拿一份名单和登记册比对，不导入；--as 说明是什么名单（dibao、disabledList……），不说就按表头认；--return 在名单后面加上结果',
  options: { as: { type: 'string' }, return: { type: 'string' }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client, signal, tell }, given) {
    const out = text(given, 'return');
    if (out !== undefined) await folderMustBeThere(out);
    const [file] = await readFiles(given.positionals.slice(1));
    if (!file) throw new Error('One file is one file');
    const [year, as] = [yearOf(given), text(given, 'as')];
    const { workbook, ...found } = await client.importing.match({ file, back: out !== undefined, ...(year === undefined ? {} : { year }), ...(as === undefined ? {} : { as }) }, { signal });
    if (out !== undefined && workbook) await writeOut(out, workbook);
    for (const { sheet, why } of found.sheets) if (why !== undefined) tell(`“${sheet}”没有比：${why}`);
    const { both, differ, onlyTheirs, onlyRegister, unusable, near } = found;
    const subject = found.subject === null ? undefined : findMatchSubject(found.subject);
    const words = subject?.words ?? everybodyWords;
    return {
      json: found,
      lines: [
        `${subject?.label ?? '不分主题'}，按 ${found.year} 年度的登记册比：名单 ${found.rows} 行，${words.both} ${both.length}，${words.differ} ${differ.length}，${words.onlyTheirs} ${onlyTheirs.length}，没法比对 ${unusable.length}；${words.onlyRegister} ${onlyRegister.length} 人`,
        ...differ.map(({ row, name, fields }) => `△ 第 ${row} 行 ${name}：${fields.map(({ label, register, theirs }) => `${label} 登记册 ${register || '空'}，名单 ${theirs}`).join('；')}`),
        ...onlyTheirs.map(({ row, name, told }) => `＋ 第 ${row} 行 ${name}：${told ?? '不在册'}`),
        ...(subject ? onlyRegister.map(({ name, village, householdNo, why }) => `－ ${village}${name}（户 ${householdNo}）：${words.onlyRegister}，${why}`) : []),
        ...near.map(({ row, name, candidate, why }) => `？ 第 ${row} 行 ${name}：可能是 ${candidate.village}${candidate.name}（户 ${candidate.householdNo}），${why}`),
        ...unusable.map(({ row, name, why }) => `× 第 ${row} 行 ${name}：${why}`),
        ...(out === undefined ? [] : [`已另存：${out}`]),
      ],
    };
  },
};
