import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('report makes one on a level, asks for a reason, and freezes it; reports lists them', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF户编号,姓名,证件号码,与户主关系,是否享受低保\r\n1,张试一,${zhang},户主,是\r\n2,王试三,${wang},户主,否\r\n`);
  run('create', register);
  run('import', register, people);
  expect(json('reports').json).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'five-groups', period: 'month' })]));
  const out = join(folder, '村.xlsx');
  expect(json('report', register, 'villages', '--period', '2020', '--out', out, '--freeze').json).toMatchObject({ name: '2020年村级情况汇总表.xlsx', level: 'reduced', frozen: 1, bytes: readFileSync(out).length });
  expect(json('reports', register, '--frozen').json).toMatchObject([{ number: 1, report: 'villages', period: '2020' }]);
  expect(run('report', register, 'people', '--level', 'full', '--out', join(folder, '人.xlsx'))).toMatchObject({ code: 1, err: expect.stringContaining('要写明用途') as string });
  expect(run('report', register, 'people', '--period', '2020', '--level', 'full', '--reason', '核对', '--out', join(folder, '人.xlsx'))).toMatchObject({ code: 0 });
  expect(run('report', register, 'people', '--level', 'secret', '--out', join(folder, '人.xlsx'))).toMatchObject({ code: 2 });
  expect(run('report', register, 'nothing', '--out', join(folder, 'x.xlsx'))).toMatchObject({ code: 1, err: expect.stringContaining('没有“nothing”这种报表') as string });
});
