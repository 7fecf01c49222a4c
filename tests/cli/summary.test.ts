import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { peopleRegister } from './support/people-register.ts';
import { runCommand } from './support/run-command.ts';

test('summary groups a table by columns, tells figures, and writes them out', async () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = await peopleRegister(folder);

  const { code, json: told } = json('summary', register, 'people', '--by', '行政村');
  expect([code, told]).toMatchObject([0, { across: [], rows: expect.arrayContaining([{ groups: ['台地村'], cells: [2, 1] }, { groups: [], cells: [3, 2] }]) as unknown }]);
  const { out } = run('summary', register, 'people', '--by', '行政村', '--by', '出生日期:年', '--across', '性别', '--figure', '人数', '--where', '与户主关系=户主');
  expect(out.split('\n')[0]).toMatch(/^行政村\t出生日期（年）\t.*合计$/);
  expect(out).toMatch(/\n台地村\t小计\t/);
  expect(run('summary', register, 'people', '--by', '务工时间:6', '--figure', '务工时间平均').out).toContain('务工时间平均（月）');

  const sheet = join(folder, '汇总.xlsx');
  expect(json('summary', register, 'people', '--by', '行政村', '--out', sheet)).toMatchObject({ code: 0, json: { file: sheet } });
  expect(existsSync(sheet)).toBe(true);

  for (const wrong of [[], ['--by', '没有这列'], ['--by', '行政村:年'], ['--by', '务工时间:0'], ['--by', '行政村', '--figure', '行政村合计'], ['--by', '行政村', '--out', '汇总.txt']]) {
    expect([wrong, run('summary', register, 'people', ...wrong).code]).toEqual([wrong, 2]);
  }
  expect(json('summary', register, 'people', '--by', '证件号码')).toMatchObject({ code: 1, json: { error: { code: 'NOT_ALLOWED', what: '“证件号码”不能用来分组' } } });
});
