// The browser host of one program after another, told by messages: to load it anew takes longer than most of what is tested.
import { enableCompileCache, syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import type { WebHost } from '../../../electron/web/start-web-host.ts';
import type { Folders } from './launch.ts';

/** Start with these folders, or end what runs; answered with `HostAnswer`. */
export type HostOrder = Folders | 'stop';
/** The address of the page; null once the host has ended; or why it did neither. */
export type HostAnswer = { readonly url: string | null } | { readonly failed: string };

enableCompileCache();
// The program is a clerk's, whoever runs the tests: the pictures of the guide bear this name.
const account = os.userInfo();
Object.assign(os, { userInfo: () => ({ ...account, username: '张敏' }) });
syncBuiltinESMExports();
const { startWebHost } = await import('../../../electron/web/start-web-host.ts');
let host: WebHost | null = null;

async function obey(order: HostOrder): Promise<HostAnswer> {
  if (order === 'stop') {
    await host?.close();
    host = null;
    return { url: null };
  }
  process.env['MINGCE_REGISTERS'] = order.registers;
  process.env['MINGCE_STATE'] = order.state;
  host = await startWebHost();
  return { url: host.url };
}

process.on('message', (order: HostOrder) => {
  void obey(order)
    .catch((error: unknown): HostAnswer => ({ failed: String(error) }))
    .then((answer) => process.send?.(answer));
});
// Who gives the orders is gone.
process.on('disconnect', () => process.exit());
