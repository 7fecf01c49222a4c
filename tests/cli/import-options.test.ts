import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largeWorkbook } from '../core/support/large-sheet.ts';
import { identity } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-cli-import-'));
const register = join(folder, '试用.mingce');
const { json, run } = runCommand(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheet = (name: string, months: (at: number) => string, extra: readonly string[][] = []): string => {
  const path = join(folder, name);
  const rows = Array.from({ length: 6 }, (_, at) => [`990000000${at}`, `试${'一二三四五六'[at]}`, identity('19700101', at + 1), '户主', '台地村', months(at)]);
  writeFileSync(path, [['户编号', '姓名', '证件号码', '与户主关系', '村', '务工时间（月）'], ...rows, ...extra].map((row) => row.join(',')).join('\n'));
  return path;
};
const months = (): unknown => (json('list', register, 'people').json as { rows: Record<string, unknown>[] }).rows.map((row) => row['workMonths']);

describe('import', () => {
  beforeAll(() => {
    json('create', register);
    json('import', register, sheet('人员2020.csv', () => '3'));
  });

  test('asks for --confirm where the impact is out of the ordinary, and writes nothing before', () => {
    const path = sheet('全改2020.csv', () => '9');
    const braked = json('import', register, path);
    expect(braked).toMatchObject({ code: 1, json: { error: { code: 'BRAKE', where: '登记册 6 户里，有 6 户的“务工时间”会改成别的', remedy: expect.stringContaining('加上 --confirm') as string } } });
    expect(months()).toEqual(['3', '3', '3', '3', '3', '3'].map(Number));
    expect(json('import', register, path, '--confirm').code).toBe(0);
    expect(months()).toEqual([9, 9, 9, 9, 9, 9]);
  });

  test('--accept takes in only what is named', () => {
    const path = sheet('新增2020.csv', (at) => (at === 0 ? '1' : '9'), [['9900000009', '试七', identity('19700101', 9), '户主', '台地村', '2']]);
    const ran = json('import', register, path, '--accept', 'new');
    expect(ran).toMatchObject({ code: 0, json: { writes: { households: 1, people: 1, values: 0 } } });
    expect(months()).toEqual([9, 9, 9, 9, 9, 9, 2]);
    expect(json('import', register, path, '--accept', 'same').code).toBe(2);
  });

  test('says in words, too, which columns are kept under their own names', () => {
    const path = join(folder, '核实2020.csv');
    writeFileSync(path, `户编号,姓名,证件号码,与户主关系,核实人\n9900000000,试一,${identity('19700101', 1)},户主,甲\n`);
    expect(run('import', register, path, '--dry-run').out).toContain('照原列名保留 1 列：核实人');
  });

  test('--policy fill leaves what is there, and a wrong policy is wrong usage', () => {
    expect(json('import', register, sheet('填空2020.csv', () => '5'), '--policy', 'fill')).toMatchObject({ code: 0, json: { policy: 'fill', writes: { values: 0 } } });
    expect(json('import', register, sheet('填空2020.csv', () => '5'), '--policy', 'wipe').code).toBe(2);
  });

  test('layouts are listed, exported and taken in elsewhere, and one can be named for an import', () => {
    const listed = json('layouts', register).json as { name: string; kind: string; uses: number }[];
    expect(listed).toMatchObject([{ kind: 'people', uses: 4 }]);
    const file = join(folder, '版式.json');
    expect(json('layouts', register, 'export', file)).toMatchObject({ code: 0, json: { layouts: 1 } });
    const other = join(folder, '另一册.mingce');
    json('create', other);
    expect(json('layouts', other, 'import', file)).toMatchObject({ code: 0, json: { taken: 1 } });
    expect(json('import', other, sheet('人员2020.csv', () => '3'), '--layout', listed[0]?.name ?? '')).toMatchObject({ code: 0, json: { writes: { people: 6 } } });
    expect(json('import', other, sheet('人员2020.csv', () => '3'), '--layout', '没有这个')).toMatchObject({ code: 1, json: { error: { code: 'NOT_FOUND' } } });
    expect(json('layouts', other, 'import', sheet('人员2020.csv', () => '3'))).toMatchObject({ code: 1 });
  });

  test('a large workbook is read on its thread by the built program, too', () => {
    const [large, path] = [join(folder, '大册.mingce'), join(folder, '人员信息2020.xlsx')];
    writeFileSync(path, largeWorkbook());
    json('create', large);
    expect(json('import', large, path, '--confirm')).toMatchObject({ code: 0, json: { writes: { households: 12_000, people: 12_000 } } });
  });
});
