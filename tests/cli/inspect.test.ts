import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

test('inspect begins, draws, shows, notes, prints, ends and hands on; meanwhile every other command is told why it may not', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF行政村,户编号,姓名,证件号码,与户主关系,户联系电话\r\n试上村,9900000001,张试一,${zhang},户主,19900000001\r\n试下村,9900000002,王试三,${wang},户主,19900000002\r\n`);
  run('create', register);
  run('import', register, people);
  expect(run('inspect', register, 'status')).toMatchObject({ code: 1, err: expect.stringContaining('还没有迎检的记录') as string });
  expect(run('inspect', register, 'start', '--occasion', '串门', '--unit', '三组')).toMatchObject({ code: 2 });
  expect(json('inspect', register, 'start', '--occasion', '第三方评估', '--unit', '评估三组', '--people', '试检一').json).toMatchObject({ number: 1, occasion: '第三方评估', endedAt: null });
  // The mode stands in the file: each of these is a process of its own.
  expect(run('import', register, people)).toMatchObject({ code: 1, err: expect.stringContaining('正在迎检（第三方评估，评估三组），登记册只能看，没有写入') as string });
  expect(run('undo', register, '--batch', '1')).toMatchObject({ code: 1, err: expect.stringContaining('正在迎检') as string });
  expect(run('list', register, 'people')).toMatchObject({ code: 1, err: expect.stringContaining('只能看抽中和点名的户') as string });
  const drawn = json('inspect', register, 'draw', '--count', '2', '--by', '行政村', '--seed', '8').json;
  expect(drawn).toMatchObject({ seed: '8', size: 2, households: [{ position: 1 }, { position: 2 }] });
  const shown = run('inspect', register, 'show', '1');
  expect(shown.out).toContain('【三保障和饮水安全】');
  for (const secret of [zhang, wang, '19900000001', '19900000002']) expect(shown.out).not.toContain(secret);
  expect(run('inspect', register, 'record', '1', '--different', '--about', '住房')).toMatchObject({ code: 1, err: expect.stringContaining('没有写实际情况') as string });
  expect(run('inspect', register, 'record', '1', '--same', '--different')).toMatchObject({ code: 2 });
  expect(json('inspect', register, 'record', '1', '--different', '--about', '住房', '--said', '屋顶漏雨', '--inspector', '试检一').json).toMatchObject({ about: '住房', said: '屋顶漏雨' });
  run('inspect', register, 'record', '2', '--same');
  const list = join(folder, '名单.pdf');
  expect(json('inspect', register, 'list', '--out', list).json).toMatchObject({ out: list });
  expect(textOf(list)).toContain('199****0001');
  expect(run('inspect', register, 'problems')).toMatchObject({ code: 1, err: expect.stringContaining('正在迎检') as string });
  expect(json('inspect', register, 'end').json).toMatchObject({ endedBy: expect.any(String) as string });
  expect(json('inspect', register, 'status').json).toMatchObject({ score: { judged: 2, same: 1, different: 1, rate: 50 }, shown: 2 });
  expect(json('inspect', register, 'report', '--out', join(folder, '记录.xlsx')).json).toMatchObject({ name: expect.stringMatching(/^迎检记录_.*评估三组\.xlsx$/) as string });
  expect(json('inspect', register, 'problems').json).toMatchObject({ made: 1 });
  expect(json('problems', register, '--open').json).toMatchObject({ problems: [{ state: 'open', 'problem.source': '上级反馈' }] });
}, 240_000);
