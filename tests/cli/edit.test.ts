import { expect, test } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../electron/core/open-core.ts';
import { temporaryFolder, testHost } from '../core/support/core.ts';
import { peopleRegister } from './support/people-register.ts';
import { runCommand } from './support/run-command.ts';

test('edit changes what meets the conditions, as one step, and tells before it does', async () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = await peopleRegister(folder, (client) => client.tables.addEntry({ subject: 'ledger:project', year: 2020, values: { 'project.name': '光伏电站' } }));
  const months = () => (json('list', register, 'people').json as { rows: { workMonths: number | null; workPlace: string | null }[] }).rows.map(({ workMonths, workPlace }) => [workMonths, workPlace]);
  const before = months();

  const asked = ['edit', register, 'people', '--where', '行政村=台地村', '--set', '务工时间=11', '--set', '务工所在地=本溪市'] as const;
  const dry = json(...asked, '--dry-run');
  expect(dry).toMatchObject({ code: 0, json: { total: 2, changes: 4, rows: 2, households: 1, refusedCount: 0, written: 0 } });
  expect(months()).toEqual(before);
  expect(run(...asked, '--dry-run').out).toContain('张试一 · 务工时间：空 → 11');
  expect(json(...asked)).toMatchObject({ code: 0, json: { written: 4, label: '批量修改“务工时间”为“11”、“务工所在地”为“本溪市”，改 4 格' } });
  expect(months().filter(([count, place]) => count === 11 && place === '本溪市')).toHaveLength(2);

  // What no cell can hold is refused with its place; the good cells go in alone where that is wished.
  const locked = ['edit', register, 'people', '--all', '--set', '户主姓名=甲', '--set', '务工时间=3'] as const;
  expect(json(...locked)).toMatchObject({ code: 1, json: { error: { code: 'VALUE_REFUSED', what: expect.stringContaining('户主信息来自户主本人那一行') as string } } });
  expect(json(...locked, '--good-only')).toMatchObject({ code: 0, json: { written: 3, refusedCount: 3 } });
  expect(json('edit', register, '项目库', '--where', '项目名称=光伏电站', '--set', '年度=2021')).toMatchObject({ code: 0, json: { total: 1 } });
  expect(json('edit', register, 'people', '--where', '姓名=查无此人', '--set', '务工时间=3')).toMatchObject({ code: 0, json: { total: 0, written: 0 } });

  for (const wrong of [['people', '--where', '姓名=甲'], ['people', '--set', '务工时间=3'], ['people', '--all', '--set', '无此列=3'], ['people', '--all', '--set', '务工时间'], ['people', '--all', '--set', '务工时间=1', '--set', 'workMonths=2'], ['没有这本', '--all', '--set', '年度=1']]) {
    expect([wrong, run('edit', register, ...wrong).code]).toEqual([wrong, 2]);
  }
  const again = openCore(testHost(folder));
  const later = createRouterClient(again.router, { context: {} });
  const [recent] = await later.registers.recent();
  await later.registers.open({ ref: recent?.ref ?? '' });
  for (let left = 3; left > 0; left--) expect((await later.tables.undo()).kept).toBe(0);
  again.close();
  expect(months()).toEqual(before);
});
