import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../electron/core/open-core.ts';
import { csv, importAll, type TestClient, testHost } from '../../core/support/core.ts';
import { peopleSheet } from '../../core/support/people.ts';

/** A register of 2020 with three people in a folder of the command line's; answers its path. */
export async function peopleRegister(folder: string, more: (client: TestClient) => Promise<unknown> = () => Promise.resolve()): Promise<string> {
  const core = openCore(testHost(folder));
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '册', office: '办', workingYear: 2020, areas: [] });
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  await more(client);
  core.close();
  return join(folder, 'registers', '册.mingce');
}
