import type { TrashRow } from '../../../shared/contract/trash.ts';
import { WrongUsage, type Command } from '../command.ts';

const page = 200;

export const trashCommand: Command = {
  name: 'trash',
  usage: 'REGISTER [--restore N:ID]',
  about: '回收站：列出删除的人、户和台账记录；按列出的编号恢复一条',
  options: { restore: { type: 'string' } },
  words: [1, 1],
  opens: true,
  async run({ client, signal }, given) {
    const restore = given.values['restore'];
    if (typeof restore === 'string') {
      const [, command, id] = /^(\d+):(.+)$/.exec(restore) ?? [];
      if (command === undefined || id === undefined) throw new WrongUsage('--restore 要写成列表里的编号，例如 12:0190…');
      const { label, revision } = await client.trash.restore({ command: Number(command), id }, { signal });
      return { json: { label, revision }, lines: [`已${label}`] };
    }
    const rows: TrashRow[] = [];
    let found;
    do {
      found = await client.trash.list({ offset: rows.length, limit: page }, { signal });
      rows.push(...found.rows);
    } while (rows.length < found.total && found.rows.length > 0);
    const lines = rows.map(({ command, id, at, who, what, label, obstacle }) => `${command}:${id}\t${at}\t${who}\t${what}\t${label}${obstacle ? `\t不能恢复：${obstacle.what}` : ''}`);
    return { json: { rows }, lines: [...lines, rows.length === 0 ? '回收站是空的' : `共 ${rows.length} 条`] };
  },
};
