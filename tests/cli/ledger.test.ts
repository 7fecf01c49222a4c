import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';
import { li, wang, zhang } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

test('ledger tells the ledgers, lists one, and exports it so that it comes back the same', () => {
  const folder = temporaryFolder();
  const { run, json } = runCommand(folder);
  const register = join(folder, '册.mingce');
  const write = (name: string, ...rows: string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `\uFEFF${rows.join('\r\n')}\r\n`);
    return path;
  };
  const people = write('人员_2020.csv', '户编号,姓名,证件号码,与户主关系', `1,张试一,${zhang},户主`, `1,李试二,${li},配偶`, `2,王试三,${wang},户主`);
  const list2020 = write('低保名单_2020.csv', '姓名,证件号码,等级,金额', `张试一,${zhang},A类,420.5`, `王试三,${wang},B类,300`);
  const list2019 = write('低保名单_2019.csv', '姓名,证件号码,等级,金额', `李试二,${li},C类,200`);
  run('create', register);
  for (const file of [people, list2019, list2020]) expect(run('import', register, file)).toMatchObject({ code: 0 });

  expect(json('ledger', register).json).toEqual(expect.arrayContaining([{ ledger: 'dibaoList', label: '低保名单', department: '民政局', records: 3 }, { ledger: 'payment', label: '补助发放表', department: '扶贫办', records: 0 }]));
  const listed = json('ledger', register, 'dibaoList');
  expect(listed.json).toMatchObject({ ledger: 'dibaoList', total: 3 });
  expect(json('ledger', register, '低保名单', 'list', '--year', '2020', '--where', '低保金额=300').json).toMatchObject({ total: 1, rows: [{ name: '王试三', householdNo: '2', year: 2020, 'dibaoList.amount': 30_000 }] });
  expect(run('ledger', register, '低保名单', '--year', '2019').out).toBe('李试二\t2019\t低保等级 C类，低保金额 200.00\n共 1 条\n');

  const out = join(folder, '导出.xlsx');
  expect(json('ledger', register, '低保名单', 'export', '--out', out).json).toMatchObject({ ledger: 'dibaoList', bytes: readFileSync(out).length });
  expect(json('import', register, out, '--dry-run').json).toMatchObject({ files: [{ sheets: [{ kind: 'dibaoList', rows: 3, same: 3, new: 0 }] }] });

  expect(run('ledger', register, '没有这本').code).toBe(2);
  expect(run('ledger', register, '低保名单', 'export').code).toBe(2);
  expect(run('ledger', register, '低保名单', '--where', '项目名称=甲').code).toBe(2);
  expect(run('ledger', register, 'status', '--year', '2020').code).toBe(2);
  expect(json('ledger', register, '补助发放表', 'export', '--out', join(folder, '空.xlsx'))).toMatchObject({ code: 1, json: { error: { code: 'NOTHING_TO_PRINT' } } });
});
