import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { zhang } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('identities lists damaged numbers of the register and of refused rows, with what they may be', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const sheet = join(folder, '人员_2020.csv');
  const old = zhang.slice(0, 6) + zhang.slice(8, 17);
  writeFileSync(sheet, `\uFEFF户编号,姓名,证件号码,与户主关系\r\n1,赵试一,${old},户主\r\n1,钱试一,9.90504E+17,配偶\r\n`);
  run('create', register);
  expect(run('identities', register).out).toBe('没有坏了的证件号码\n');
  expect(run('import', register, sheet).code).toBe(0);
  const told = json('identities', register);
  expect(told.code).toBe(0);
  expect(told.json).toMatchObject({
    open: 2,
    counts: { old: 1, lost: 1 },
    rows: [
      { name: '赵试一', what: 'old', written: old, source: null, candidates: [{ number: zhang, sure: 'likely', differs: [6, 7, 17] }] },
      { name: '钱试一', what: 'lost', source: '人员_2020.csv › C3', candidates: [] },
    ],
  });
  const lines = run('identities', register).out;
  expect(lines).toContain(`很可能 ${zhang}\t15 位旧号码升为 18 位`);
  expect(lines).toContain('共 2 个');
});
