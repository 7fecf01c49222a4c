import { text, word, WrongUsage, type Command } from '../command.ts';
import { writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

export const layoutsCommand: Command = {
  name: 'layouts',
  usage: 'REGISTER [list | export FILE.json | import FILE.json] [--name 版式]',
  about: '记住的表的版式：列出、导出给同事、收下同事的',
  options: { name: { type: 'string' } },
  words: [1, 3],
  opens: true,
  async run({ client }, given) {
    const action = given.positionals[1] ?? 'list';
    const file = word(given, 2);
    const all = await client.importing.layouts();
    const name = text(given, 'name');
    const chosen = all.filter((layout) => name === undefined || layout.name === name);
    switch (action) {
      case 'list': {
        const json = chosen.map(({ name: called, kind, department, columns, lastUsed, lastFile, uses }) => ({ name: called, kind, department, columns: columns.map(({ header, target }) => ({ header, field: target })), lastUsed, lastFile, uses }));
        const lines = chosen.map(({ name: called, kind, department, columns, lastFile, uses }) => `${called}　${kind}　${department}　${columns.length} 列　用过 ${uses} 次，最近：${lastFile}`);
        return { json, lines: lines.length > 0 ? lines : ['还没有记住的版式：导入过的表会记在这里。'] };
      }
      case 'export': {
        if (file === '') throw new WrongUsage('缺少要写的文件');
        await writeOut(file, await client.importing.exportLayouts(name === undefined ? {} : { ids: chosen.map(({ id }) => id) }));
        return { json: { file, layouts: chosen.length }, lines: [`已导出 ${chosen.length} 个版式：${file}`] };
      }
      case 'import': {
        const [given_] = await readFiles([file]);
        if (!given_) throw new WrongUsage('缺少要读的文件');
        const { taken } = await client.importing.importLayouts({ file: given_ });
        return { json: { taken }, lines: [`已收下 ${taken} 个版式。`] };
      }
      default:
        throw new WrongUsage(`layouts 只有 list、export、import，给的是 ${action}`);
    }
  },
};
