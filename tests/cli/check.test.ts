import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { identity } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('check lists what is wrong, some rules alone, and as a workbook; exempt excuses one of them', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF户编号,姓名,证件号码,性别,与户主关系,健康状况,劳动技能\r\n99050400001,赵试一,${identity('19850506', 4)},男,户主,健康,丧失劳动力\r\n`);
  run('create', register);
  expect(run('import', register, people)).toMatchObject({ code: 0 });
  const { json: all } = json('check', register) as { json: { findings: { id: string; rule: string }[]; noData: Record<string, string[]> } };
  expect(all.findings.map(({ rule }) => rule)).toEqual(['R008', 'R085']);
  expect(all.noData['R036']).toEqual(['ethnicGroup']);
  const one = run('check', register, '--rule', 'R008');
  expect(one.out).toContain('赵试一');
  expect(one.out).not.toContain('R085');
  const id = all.findings[1]?.id ?? '';
  expect(run('exempt', register, '--finding', id)).toMatchObject({ code: 2 });
  expect(run('exempt', register, '--finding', id, '--reason', '工伤', '--until', '后天')).toMatchObject({ code: 2 });
  expect(json('exempt', register, '--finding', 'nothing', '--reason', '工伤')).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
  expect(run('exempt', register, '--finding', id, '--reason', '工伤', '--until', '2099-12-31').out).toBe(`已豁免 ${id}\n`);
  const out = join(folder, '核对.xlsx');
  const after = json('check', register, '--out', out) as { json: { findings: { rule: string }[]; exempted: number; before: unknown; size: number } };
  expect(after.json).toMatchObject({ findings: [{ rule: 'R008' }], exempted: 1, before: { gone: 0, fresh: 0 }, size: readFileSync(out).length });
});

test('problems lists what is to be put right, what is overdue, and how far it is', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  run('create', register);
  expect(run('problems', register).out).toBe('没有这样的问题\n整改率 100%：0 个问题，已销号 0 个，待销号 0 个，逾期 0 个\n');
  expect(json('problems', register, '--overdue')).toMatchObject({ code: 0, json: { problems: [], rates: [{ town: '合计', total: 0 }] } });
});

test('sweep tells how far every household and place is, by the sort of form', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF户编号,乡,村,姓名,证件号码,与户主关系\r\n99050400001,高台子街道,台地村,赵试一,${identity('19850506', 4)},户主\r\n`);
  run('create', register);
  run('import', register, people);
  expect(json('sweep', register, '排查', '--round', '2020')).toMatchObject({ code: 0, json: { deadline: '2020-03-31', overdue: true, households: [{ head: '赵试一', state: 'none' }] } });
  expect(run('sweep', register, '普查', '--progress', '--round', '2020').out).toContain('1 户 1 人，已录 0 户，已核定 0 户 0 人，2020-10-31 前完成（已过期）');
  expect(run('sweep', register, '抽查')).toMatchObject({ code: 1 });
});
