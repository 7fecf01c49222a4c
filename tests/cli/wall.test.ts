import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { wang, zhang } from '../core/support/people.ts';
import { readZip } from '../core/support/zip.ts';
import { runCommand } from './support/run-command.ts';

/** Two households of one village in a register, its people from a sheet. */
function register() {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const file = join(folder, '册.mingce');
  const people = join(folder, '人员_2020.csv');
  writeFileSync(people, `\uFEFF乡镇,行政村,自然村,户编号,姓名,证件号码,与户主关系,人均纯收入\r\n卧龙街道,试上村,一组,1,张试一,${zhang},户主,5000\r\n卧龙街道,试上村,二组,2,王试三,${wang},户主,7000\r\n`);
  run('create', file);
  run('import', file, people);
  return { folder, run, json, file, out: (name: string) => join(folder, name) };
}

async function textOf(path: string): Promise<string> {
  const { sheets } = await openWorkbook(new Uint8Array(readFileSync(path)), path);
  const texts: string[] = [];
  for (const sheet of sheets) for await (const chunk of sheet.rows()) for (const { cells } of chunk) texts.push(...cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return texts.join('\n');
}

test('wall makes the sets of house, village and board, and refuses what is no set, no edition, or no place of it', async () => {
  const { run, json, file, out } = register();
  const made = (...words: string[]) => json('wall', file, ...words).json;
  expect(made('--village', '试上村', '--out', out('户.xlsx'), '--no-lists')).toMatchObject({ set: 'house', places: 2, sheets: 6, households: 2 });
  expect(await textOf(out('户.xlsx'))).toContain('张试一');
  expect(made('--all', '--set', 'village', '--out', out('村.xlsx'))).toMatchObject({ set: 'village', places: 1, households: 2 });
  expect(await textOf(out('村.xlsx'))).toContain('王试三');
  expect(made('--all', '--set', 'board', '--out', out('图.xlsx'))).toMatchObject({ set: 'board', places: 3 });
  expect(await textOf(out('图.xlsx'))).not.toContain('张试一');
  expect(made('--household', '2', '--sheets', 'income', '--out', out('一.xlsx'))).toMatchObject({ places: 1, sheets: 1 });
  expect(run('wall', file, '--all', '--set', 'street', '--out', out('x.xlsx'))).toMatchObject({ code: 2, err: expect.stringContaining('--set 应为 house、village、board') as string });
  expect(run('wall', file, '--all', '--changed-since', 'gestern', '--out', out('x.xlsx'))).toMatchObject({ code: 2, err: expect.stringContaining('版次') as string });
  expect(run('wall', file, '--household', '1', '--set', 'village', '--out', out('x.xlsx'))).toMatchObject({ code: 1, err: expect.stringContaining('不能只出一户') as string });
  expect(run('wall', file, '--household', '9', '--out', out('x.xlsx'))).toMatchObject({ code: 1, err: expect.stringContaining('没有这一户') as string });
});

test('--changed-since: nothing while the walls are as they hang; after an edit the sheets on which it stands, since the last printing or since an edition', async () => {
  const { run, json, file, out } = register();
  json('wall', file, '--all', '--out', out('户.xlsx'));
  const [edition] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await editions(out('户.xlsx'))) ?? [];
  expect(edition).toBeDefined();
  expect(run('wall', file, '--all', '--changed-since', 'printed', '--out', out('补.xlsx'))).toMatchObject({ code: 1, err: expect.stringContaining('没有要补打的') as string });
  expect(run('edit', file, 'households', '--where', '户编号=1', '--set', '人均纯收入=5500')).toMatchObject({ code: 0 });
  expect(json('wall', file, '--all', '--changed-since', 'printed', '--out', out('补.xlsx'), '--no-lists').json).toMatchObject({ sheets: 1, households: 1 });
  // Reprinted since, so nothing is open against the last printing; against the first one it still is.
  expect(run('wall', file, '--all', '--changed-since', 'printed', '--out', out('再.xlsx'))).toMatchObject({ code: 1 });
  expect(json('wall', file, '--all', '--changed-since', edition ?? '', '--out', out('自那版.xlsx'), '--no-lists').json).toMatchObject({ sheets: 1 });
  expect(run('wall', file, '--all', '--changed-since', 'ZZZZ-ZZZZ', '--out', out('x.xlsx'))).toMatchObject({ code: 1 });
});

/** Edition codes stand in the footers of the worksheets. */
async function editions(path: string): Promise<string> {
  const members = await readZip(new Uint8Array(readFileSync(path)));
  return [...members].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, bytes]) => String(bytes)).join('');
}
