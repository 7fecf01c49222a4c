import { levelWords } from '../../../shared/papers/gate.ts';
import { required, text, word, WrongUsage, type Command } from '../command.ts';
import { buildFonts } from '../fonts.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

export const reportsCommand: Command = {
  name: 'reports',
  usage: '[REGISTER] [--frozen]',
  about: '有哪些报表；--frozen 列出登记册里定格过的',
  options: { frozen: { type: 'boolean' } },
  words: [0, 1],
  opens: false,
  async run({ client, core }, given) {
    if (given.values['frozen'] !== true) {
      const list = await client.reports.list();
      return { json: list, lines: list.map(({ key, title, theme, period }) => `${key.padEnd(16)} ${theme}\t${title}（按${{ year: '年', quarter: '季', month: '月', day: '日' }[period]}）`) };
    }
    if (word(given, 0) === '') throw new WrongUsage('--frozen 要给出登记册');
    await core.openRegister(word(given, 0));
    const frozen = await client.reports.frozen({});
    return { json: frozen, lines: frozen.map(({ number, report, period, at, who, file }) => `${number}\t${report}\t${period}\t${at.slice(0, 16).replace('T', ' ')}\t${who}\t${file}`) };
  },
};

export const reportCommand: Command = {
  name: 'report',
  usage: 'REGISTER 报表 --out FILE.xlsx|.pdf|.docx [--period 2020-03] [--level public|inside|full --reason 用途] [--definitions] [--freeze]',
  about: '出一张报表；.docx 是有文字稿的报表的文字；--freeze 作为上报定格',
  options: { out: { type: 'string' }, period: { type: 'string' }, ...leavingOptions, definitions: { type: 'boolean' }, freeze: { type: 'boolean' } },
  words: [2, 2],
  opens: true,
  async run({ client, signal }, given) {
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const ending = out.toLowerCase().split('.').at(-1);
    if (ending !== 'xlsx' && ending !== 'pdf' && ending !== 'docx') throw new WrongUsage('--out 应以 .xlsx、.pdf 或 .docx 结尾');
    if (ending === 'pdf') buildFonts();
    const period = text(given, 'period');
    const { level, reason } = leavingOf(given, 'reduced');
    const freeze = given.values['freeze'] === true;
    const file = await client.reports.take({ report: word(given, 1), ...(period === undefined ? {} : { period }), level, reason, as: ending, withDefinitions: given.values['definitions'] === true, freeze }, { signal });
    const bytes = await writeOut(out, file);
    const [frozen] = freeze ? await client.reports.frozen({ report: word(given, 1) }) : [];
    return { json: { out, bytes, name: file.name, level, frozen: frozen?.number ?? null }, lines: [`已出 ${file.name}（${levelWords[level]}）：${out}`, ...(frozen ? [`已定格，编号 ${frozen.number}`] : [])] };
  },
};
