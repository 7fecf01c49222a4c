import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { readZip } from '../core/support/zip.ts';
import { runCommand } from './support/run-command.ts';

const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

test('dossier prints one household masked, all of them one file each, whole numbers only with a reason; report tells the month as a Word file', async () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF行政村,户编号,姓名,证件号码,与户主关系,是否参加大病保险\r\n试上村,1,张试一,${zhang},户主,是\r\n试下村,2,王试三,${wang},户主,否\r\n`);
  run('create', register);
  run('import', register, people);
  const out = join(folder, '一户.pdf');
  expect(json('dossier', register, '--household', '1', '--out', out).json).toMatchObject({ name: '一户一档 1 张试一.pdf', level: 'reduced', bytes: readFileSync(out).length });
  expect(textOf(out)).toContain('张试一');
  expect(textOf(out)).not.toContain(zhang);
  expect(textOf(out)).not.toContain('王试三');
  expect(run('dossier', register, '--household', '1', '--level', 'full', '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('要写明用途') as string });
  expect(run('dossier', register, '--household', '1', '--level', 'full', '--reason', '上级来查', '--out', out)).toMatchObject({ code: 0 });
  expect(textOf(out)).toContain(zhang);
  const zip = join(folder, '全部.zip');
  expect(json('dossier', register, '--all', '--no-photos', '--out', zip).json).toMatchObject({ name: '一户一档 2户.zip' });
  expect([...(await readZip(readFileSync(zip))).keys()]).toEqual(['1 1 张试一.pdf', '2 2 王试三.pdf']);
  expect(json('dossier', register, '--village', '试下村', '--out', out).json).toMatchObject({ name: '一户一档 2 王试三.pdf' });
  expect(run('dossier', register, '--all', '--level', 'public', '--out', out)).toMatchObject({ code: 2 });
  expect(run('dossier', register, '--all', '--out', join(folder, 'x.docx'))).toMatchObject({ code: 2, err: expect.stringContaining('.pdf 或 .zip') as string });

  const word = join(folder, '月报.docx');
  expect(json('report', register, 'five-groups', '--period', '2020-04', '--out', word).json).toMatchObject({ name: '2020年4月五个一批工作月报表.docx' });
  expect(String((await readZip(readFileSync(word))).get('word/document.xml')).replaceAll(/<[^>]+>/g, '')).toContain('参加大病保险1人');
  expect(run('report', register, 'villages', '--period', '2020', '--out', word)).toMatchObject({ code: 1, err: expect.stringContaining('没有文字稿') as string });
});
