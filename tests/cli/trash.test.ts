import { expect, test } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { join } from 'node:path';
import { openCore } from '../../electron/core/open-core.ts';
import { csv, importAll, temporaryFolder, testHost } from '../core/support/core.ts';
import { peopleSheet } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('trash lists what was taken out and brings one back', async () => {
  const folder = temporaryFolder();
  const { run } = runCommand(folder);
  const register = join(folder, 'registers', '册.mingce');
  const core = openCore(testHost(folder));
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '册', office: '办', workingYear: 2020, areas: [] });
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 2, search: '李试二' });
  await client.trash.remove({ entity: 'member', id: rows[0]?.id ?? '', reason: '录入错误', base: 1 });
  core.close();

  const { out } = run('trash', register);
  expect(out).toContain('删除成员 李试二（户 9900000001）：录入错误');
  expect(out).toContain('共 1 条');
  const which = out.split('\t')[0] ?? '';
  expect(run('trash', register, '--restore', which).out).toBe('已从回收站恢复 李试二（户 9900000001）\n');
  expect(run('trash', register).out).toBe('回收站是空的\n');
});
