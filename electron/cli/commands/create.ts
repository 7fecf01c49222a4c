import { basename } from 'node:path';
import { text, word, yearOf, type Command } from '../command.ts';

export const createCommand: Command = {
  name: 'create',
  usage: 'REGISTER [--name 名称] [--office 单位] [--year 年度]',
  about: '新建登记册，不覆盖已有的文件',
  options: { name: { type: 'string' }, office: { type: 'string' }, year: { type: 'string' } },
  words: [1, 1],
  opens: false,
  async run({ client }, given) {
    const name = text(given, 'name') ?? (basename(word(given, 0)).replace(/\.[^.]*$/, '').slice(0, 60) || '登记册');
    const { defaultOffice, defaultYear } = await import('../../core/registers/open-register.ts');
    const areas = await client.registers.presetAreas();
    const info = await client.registers.create({ name, office: text(given, 'office') ?? defaultOffice, workingYear: yearOf(given) ?? defaultYear, areas: [...areas] });
    return { json: info, lines: [`已新建登记册“${name}”：${info?.file ?? word(given, 0)}`] };
  },
};
