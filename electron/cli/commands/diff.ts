import { text, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

export const diffCommand: Command = {
  name: 'diff',
  usage: 'A.xlsx B.xlsx [--key 列名] [--out FILE.xlsx]',
  about: '比较两张表，不导入；--out 把不同之处另存成带颜色的表',
  options: { key: { type: 'string' }, out: { type: 'string' } },
  words: [2, 2],
  opens: false,
  async run({ client, signal }, given) {
    const out = text(given, 'out');
    if (out !== undefined) await folderMustBeThere(out);
    const [before, after] = await readFiles(given.positionals);
    if (!before || !after) throw new Error('Two files are two files');
    const key = text(given, 'key');
    const { workbook, ...found } = await client.importing.compare({ before, after, ...(key === undefined ? {} : { key }) }, { signal });
    if (out !== undefined) await writeOut(out, workbook);
    return {
      json: found,
      lines: [
        `按“${found.key}”比较：新增 ${found.added.length} 行，没有了 ${found.removed.length} 行，改了 ${found.changed.length} 格，相同 ${found.same} 行`,
        ...found.added.map(({ key: of, name, row }) => `＋ ${of} ${name}（第 ${row} 行）`),
        ...found.removed.map(({ key: of, name, row }) => `－ ${of} ${name}（原第 ${row} 行）`),
        ...found.changed.map((cell) => `△ ${cell.key} ${cell.name} ${cell.header}：${cell.old || '空'} → ${cell.new || '空'}`),
        ...(out === undefined ? [] : [`已另存：${out}`]),
      ],
    };
  },
};
