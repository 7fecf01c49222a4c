import { batchOf, WrongUsage, type Command } from '../command.ts';

export const undoCommand: Command = {
  name: 'undo',
  usage: 'REGISTER --batch N',
  about: '撤销一次导入；之后又改过的内容不动',
  options: { batch: { type: 'string' } },
  words: [1, 1],
  opens: true,
  async run({ client, signal }, given) {
    const batch = batchOf(given);
    if (batch === undefined) throw new WrongUsage('缺少 --batch');
    const result = await client.importing.undo({ batch }, { signal });
    return {
      json: result,
      lines: [
        `已撤销批次 ${batch}：恢复 ${result.reversed} 处，保留 ${result.kept.length} 处，没能恢复 ${result.failed.length} 处`,
        ...[...result.kept, ...result.failed].map(({ what, why }) => `  ${what}：${why}`),
      ],
      exit: result.failed.length > 0 ? 1 : 0,
    };
  },
};
