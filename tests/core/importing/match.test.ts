import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const [a, b, c, d] = [identity('19600101', 1), identity('19610202', 2), identity('19620303', 3), identity('19630404', 4)];

async function register(): Promise<TestClient> {
  const { client } = await openTestCore();
  await importAll(client, [
    csv('人员_2020.csv', [
      ['行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '是否享受低保', '健康状况'],
      ['上牛村', '1', '11', '赵试一', a, '户主', '是', '健康'],
      ['上牛村', '1', '12', '钱试一', b, '配偶', '否', '残疾'],
      ['下牛村', '2', '21', '孙试一', c, '户主', '是', '健康'],
    ]),
  ]);
  return client;
}

const wrong = (number: string): string => number.slice(0, 15) + (number[15] === '9' ? '8' : '9') + number.slice(16);

describe('a list held against the register', () => {
  it('puts every row in one place: alike, different, not registered, unusable; and tells who is not in it', async () => {
    const client = await register();
    const list = csv('低保名单.csv', [
      ['低保名单'],
      ['序号', '姓名', '身份证号', '是否享受低保', '等级'],
      ['1', '赵试一', a, '是', 'A'],
      ['2', '钱试一', `${b}42`, '是', 'B'],
      ['3', '李试一', d, '是', ''],
      ['4', '孙试一', wrong(c), '是', ''],
      ['5', '周试一', '', '是', ''],
      ['6', '吴试一', '9.90504E+17', '是', ''],
      ['7', '赵试一', a, '是', ''],
    ]);
    const { workbook, ...found } = await client.importing.match({ file: list });
    expect(found.both.map(({ row }) => row)).toEqual([3]);
    expect(found.differ).toEqual([{ row: 4, name: '钱试一', key: b, fields: [{ field: 'dibao', label: '是否享受低保', register: '否', theirs: '是' }] }]);
    expect(found.onlyTheirs.map(({ row }) => row)).toEqual([5, 6]);
    expect(found.near).toEqual([expect.objectContaining({ row: 6, why: '同名，证件号码只差一位', candidate: expect.objectContaining({ name: '孙试一', householdNo: '2', village: '下牛村' }) as object })]);
    expect(found.unusable.map(({ row, why }) => [row, why])).toEqual([[7, '没有证件号码'], [8, '证件号码被当成了数值，末几位已经丢失'], [9, '和第 3 行是同一个人']]);
    expect(found.onlyRegister.map(({ name }) => name)).toEqual(['孙试一']);

    const sheet = (await openWorkbook(new Uint8Array(await workbook.arrayBuffer()), workbook.name)).sheets[0];
    const rows: string[][] = [];
    for await (const chunk of sheet?.rows() ?? []) for (const row of chunk) rows.push(row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    expect(rows[1]).toEqual(['序号', '姓名', '身份证号', '是否享受低保', '等级', '比对结果', '比对说明']);
    expect(rows.slice(2).map((row) => [row[1], row[5]])).toEqual([
      ['赵试一', '在册，一致'], ['钱试一', '在册，不一致'], ['李试一', '不在册'], ['孙试一', '不在册'], ['周试一', '没法比对'], ['吴试一', '没法比对'], ['赵试一', '没法比对'],
    ]);
  });

  it('writes nothing, and refuses a list without numbers', async () => {
    const client = await register();
    const before = await client.registers.current();
    await client.importing.match({ file: csv('名单.csv', [['姓名', '证件号码', '等级'], ['赵试一', a, '一']]) });
    expect(await client.registers.current()).toEqual(before);
    await expect(client.importing.match({ file: csv('名单.csv', [['姓名', '等级'], ['赵试一', '一']]) })).rejects.toMatchObject({ data: { code: 'NOTHING_RECOGNISED' } });
  });

  it('loses no row of any list', async () => {
    const client = await register();
    const number = fc.constantFrom(a, b, c, d, wrong(a), '', '123', `${a}41`, ' ', '9.9E+17');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('赵试一', '钱试一', '', '李试一'), number), { minLength: 1, maxLength: 12 }), async (people) => {
        const rows = people.map(([name, key], at) => [name, key, `第${at}`]);
        const found = await client.importing.match({ file: csv('名单.csv', [['姓名', '证件号码', '备考'], ...rows]) });
        const places = [...found.both, ...found.differ, ...found.onlyTheirs, ...found.unusable].map(({ row }) => row).toSorted((x, y) => x - y);
        expect(places).toHaveLength(found.rows);
        expect(new Set(places).size).toBe(found.rows);
      }),
      { numRuns: 40 },
    );
  });
});
