import { yearOf, type Command } from '../command.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'REGISTER [--year 年度]',
  about: '核对：列出前后矛盾、填错的地方',
  options: { year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  async run({ client, signal }, given) {
    const year = yearOf(given);
    const { findings, counts } = await client.checking.run(year === undefined ? {} : { year }, { signal });
    return {
      json: { findings: findings.map(({ rule, grade, household, person, field, message, remedy }) => ({ rule, grade, household, person, field, message, remedy })), counts },
      lines: [...findings.map(({ rule, household, person, message, remedy }) => `${rule}\t户 ${household}\t${person}\t${message}。${remedy}`), findings.length === 0 ? '没有发现问题' : `共 ${findings.length} 处`],
    };
  },
};
