import { once } from 'node:events';
import { text, WrongUsage, word, type Command } from '../command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: 'REGISTER [--port 端口]',
  about: '在本机浏览器里用；Ctrl+C 结束',
  options: { port: { type: 'string' } },
  words: [1, 1],
  opens: false,
  async run({ signal, tell }, given) {
    const port = text(given, 'port') ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new WrongUsage(`--port 应为 0–65535，给的是 ${port}`);
    const { startWebHost } = await import('../../web/start-web-host.ts');
    const web = await startWebHost({ register: word(given, 0), port: Number(port) });
    // The address must be known while the command runs, so it is printed now and not with the answer.
    process.stdout.write(`${given.values['json'] ? JSON.stringify({ url: web.url }) : web.url}\n`);
    tell('只在本机有效；地址里带着口令，不要给别人。Ctrl+C 结束。');
    if (!signal.aborted) await once(signal, 'abort');
    await web.close();
    return { json: undefined, lines: [] };
  },
};
