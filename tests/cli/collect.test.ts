import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FilledBook } from '../core/cycle/fill-in.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('collect makes a workbook an office, takes in a folder of them, and says who is missing', async () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF户编号,乡,村,姓名,证件号码,与户主关系\r\n1,甲街道,一村,张试一,${zhang},户主\r\n2,乙街道,二村,王试三,${wang},户主\r\n`);
  run('create', register);
  run('import', register, people);
  const [sent, back] = [join(folder, '发出'), join(folder, '交回')];
  const due = '2099-12-31';
  expect(run('collect', register, 'make', '--out', sent, '--period', '2020-03').code).toBe(2);
  expect(run('collect', register, 'make', '--out', sent, '--period', '三月', '--due', due).code).toBe(2);
  expect(run('collect', register, 'make', '--out', sent, '--period', '2020-03', '--due', due, '--level', 'full')).toMatchObject({ code: 1, err: expect.stringContaining('要写明用途') as string });
  expect(json('collect', register, 'make', '--out', sent, '--period', '2020-03', '--due', due, '--level', 'full', '--reason', '发给办事处填报').json).toMatchObject({ period: '2020-03', files: [{ file: '2020年3月月度填报表_乙街道.xlsx' }, { file: '2020年3月月度填报表_甲街道.xlsx' }] });
  expect(readdirSync(sent)).toHaveLength(2);

  mkdirSync(back);
  const book = await FilledBook.open(new File([readFileSync(join(sent, '2020年3月月度填报表_甲街道.xlsx'))], '甲.xlsx'));
  book.put('走访记录', book.rowOf('走访记录', '户主姓名', '张试一'), { 走访时间: '2020-03-12', 走访人: '试帮扶' });
  writeFileSync(join(back, '甲街道交.xlsx'), new Uint8Array(await (await book.file('甲.xlsx')).arrayBuffer()));
  writeFileSync(join(back, '~$甲街道交.xlsx'), '');
  expect(json('collect', register, 'merge', back, '--period', '2020-03', '--dry-run').json).toMatchObject({ batch: null, counts: { new: 1 }, month: { steps: [{ lacks: ['没有交回：乙街道、甲街道'] }, {}, {}, {}, {}] } });
  const merged = json('collect', register, 'merge', back, '--period', '2020-03');
  expect(merged).toMatchObject({ code: 0, json: { counts: { new: 1, refused: 0 }, files: [{ ok: true, office: '甲街道', rows: 1 }], month: { offices: [{ office: '乙街道', state: 'waiting' }, { office: '甲街道', state: 'returned' }] } } });
  expect(json('ledger', register, 'visit').json).toMatchObject({ total: 1 });
  expect(run('collect', register, 'status', '--period', '2020-03').out).toContain('没有交回：乙街道');
  // April's is not March's: told, and the folder's other files go in.
  renameSync(people, join(back, '名单.xlsx'));
  expect(json('collect', register, 'merge', back, '--period', '2020-04')).toMatchObject({ code: 1, json: { batch: null, files: [{ ok: false }, { ok: false }] } });
  expect(run('collect', register, 'merge', join(folder, '没有')).code).toBe(1);
  expect(run('collect', register, 'gather').code).toBe(2);
});
