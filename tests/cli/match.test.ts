import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identity } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-cli-match-'));
const register = join(folder, '试用.mingce');
const { json, run } = runCommand(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [a, b, c] = [identity('19600101', 1), identity('19610202', 2), identity('19620303', 3)];
const sheet = (name: string, rows: readonly (readonly string[])[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  return path;
};

beforeAll(() => {
  json('create', register);
  json('import', register, sheet('人员2020.csv', [['户编号', '村', '姓名', '证件号码', '与户主关系', '是否享受低保'], ['1', '上牛村', '赵试一', a, '户主', '是'], ['1', '上牛村', '钱试一', b, '配偶', '否'], ['2', '下牛村', '孙试一', c, '户主', '是']]));
});

describe('match', () => {
  const list = sheet('名单.csv', [['姓名', '证件号码', '村'], ['赵试一', a, '上牛村'], ['钱试一', b, '上牛村'], ['孙试一', `${c.slice(0, 15)}9${c.slice(16)}`, '下牛村'], ['李试一', '', '']]);

  test('--as tells what the list is; every place is a list', () => {
    const { code, json: found } = json('match', register, list, '--as', 'dibaoList');
    expect([code, found]).toMatchObject([0, {
      subject: 'dibao',
      both: [{ sheet: expect.any(String) as string, row: 2, name: '赵试一', key: a }],
      differ: [{ row: 3, name: '钱试一', fields: [{ field: 'dibao', label: '是否享受低保', register: '否', theirs: '是' }] }],
      onlyTheirs: [{ row: 4, name: '孙试一' }],
      onlyRegister: [{ name: '孙试一', village: '下牛村', householdNo: '2', why: '登记册记着享受低保；名单第 4 行可能是这个人' }],
      unusable: [{ row: 5, name: '李试一', why: '没有证件号码' }],
      near: [{ row: 4, candidate: { name: '孙试一', identityNo: c }, differs: [15] }],
    }]);
    expect(json('match', register, list).json).toMatchObject({ subject: null, onlyRegister: [{ name: '孙试一' }] });
    expect(json('match', register, list, '--as', '没有的')).toMatchObject({ code: 1, json: { error: { code: 'WRONG_USAGE' } } });
  });

  test('--return writes their list with the results; without --json it says all of it in words', () => {
    const out = join(folder, '回执.xlsx');
    const { code, out: said } = run('match', register, list, '--as', 'dibao', '--return', out, '--year', '2020');
    expect([code, existsSync(out)]).toEqual([0, true]);
    for (const words of ['低保双纳入，按 2020 年度的登记册比：名单 4 行', '△ 第 3 行 钱试一', '－ 下牛村孙试一（户 2）：享而不在名单', '？ 第 4 行 孙试一：可能是 下牛村孙试一', '× 第 5 行 李试一：没有证件号码']) expect(said).toContain(words);
  });
});

describe('diff', () => {
  test('tells what came, went and changed by a column that is named', () => {
    const before = sheet('上月.csv', [['编码', '数量', '备注'], ['a', '1', ''], ['b', '2', '旧']]);
    const after = sheet('本月.csv', [['编码', '数量', '备注'], ['a', '3', ''], ['c', '4', '新']]);
    const out = join(folder, '比较.xlsx');
    const { code, json: found } = json('diff', before, after, '--key', '编码', '--out', out);
    expect([code, existsSync(out)]).toEqual([0, true]);
    expect(found).toMatchObject({ added: [{ key: 'c' }], removed: [{ key: 'b' }], changed: [{ key: 'a', header: '数量', old: '1', new: '3' }] });
  });
});
