import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { sheetCells } from '../core/templates/support.ts';
import { householdCard } from '../fixtures/forms/card-forms.ts';
import { listForms } from '../fixtures/forms/list-forms.ts';
import { runCommand } from './support/run-command.ts';

test('fill writes a blank form from the register, says what was left out, and notes that it left', async () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF户编号,村,姓名,证件号码,与户主关系\r\n9905040001,台地村,张试一,${zhang},户主\r\n9905040002,金坑村,王试三,${wang},户主\r\n`);
  run('create', register);
  run('import', register, people);
  const blank = join(folder, '登记表.xlsx');
  writeFileSync(blank, listForms[0]?.make() ?? '');
  const out = join(folder, '填好.xlsx');
  expect(json('fill', register, blank, '--out', out, '--level', 'full', '--reason', '报区里').json).toMatchObject({ each: 'once', rows: 2, level: 'full', leftOut: [], bytes: readFileSync(out).length });
  const cells = await sheetCells(readFileSync(out));
  // In walking order.
  expect([8, 9].map((row) => cells.get(row)?.slice(0, 6))).toEqual([['1', '金坑村', '王试三', '男', '1949-10-01', wang], ['2', '台地村', '张试一', '男', '1958-03-12', zhang]]);
  const open = run('fill', register, blank, '--out', out, '--level', 'public', '--village', '金坑村');
  expect(open).toMatchObject({ code: 0, err: expect.stringMatching(/没有填：.*证件号码/) as string, out: expect.stringContaining('已填 1 行') as string });
  expect((await sheetCells(readFileSync(out))).get(8)?.[5] ?? '').toBe('');
  const card = join(folder, '明白卡.xlsx');
  writeFileSync(card, householdCard());
  expect(json('fill', register, card, '--household', '9905040002', '--out', join(folder, '一户.xlsx')).json).toMatchObject({ each: 'household', fillings: 1 });
  expect(json('fill', register, card, '--sheets', '--out', join(folder, '各户.xlsx')).json).toMatchObject({ fillings: 2 });
  expect((await sheetCells(readFileSync(join(folder, '各户.xlsx')), 1)).get(3)?.[1]).toBe('张试一');
  expect(run('fill', register, blank, '--view', '低保特困户', '--level', 'public', '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('没有符合条件的人或户') as string });
  expect(run('fill', register, blank, '--view', '没有的', '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('没有叫“没有的”的视图') as string });
  expect(run('fill', register, card, '--household', '1', '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('没有户编号 1') as string });
  expect(run('fill', register, card, '--each', 'sometimes', '--out', out)).toMatchObject({ code: 2 });
  expect(run('fill', register, people, '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('空表要是 .xlsx 或 .docx') as string });
});
