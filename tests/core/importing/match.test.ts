import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { bookOf, names, placed, readBack, slipped } from '../support/matching.ts';
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

describe('a list held against the register', () => {
  it('puts every row in one place: alike, different, not registered, unusable; and tells who is not in it', async () => {
    const client = await register();
    const list = csv('低保名单.csv', [
      ['低保名单'],
      ['序号', '姓名', '身份证号', '是否享受低保', '等级'],
      ['1', '赵试一', a, '是', 'A'],
      ['2', '钱试一', `${b}42`, '是', 'B'],
      ['3', '李试一', d, '是', ''],
      ['4', '孙试一', slipped(c, 15), '是', ''],
      ['5', '周试一', '', '是', ''],
      ['6', '吴试一', '9.90504E+17', '是', ''],
      ['7', '赵试一', a, '是', ''],
    ]);
    const { workbook, ...found } = await client.importing.match({ file: list, back: true });
    expect(names(found)).toEqual({
      both: ['赵试一'],
      differ: ['钱试一 dibao 否→是'],
      onlyTheirs: ['李试一', '孙试一'],
      onlyRegister: ['孙试一'],
      unusable: ['周试一 没有证件号码', '吴试一 证件号码被当成了数值，末几位已经丢失', '赵试一 和第 3 行是同一个人'],
    });
    expect(found).toMatchObject({ subject: 'dibao', rows: 7, year: 2020, listYear: null, onlyRegister: [{ village: '下牛村', householdNo: '2', why: '登记册记着享受低保；名单第 6 行可能是这个人' }] });
    expect(found.near).toMatchObject([{ row: 6, candidate: { name: '孙试一', householdNo: '2', village: '下牛村', identityNo: c }, differs: [15], why: expect.stringMatching(/^同名，证件号码第 16 位不同/) as string }]);

    const sheet = Object.values(await readBack(workbook))[0] ?? {};
    expect(sheet[2]).toEqual(['序号', '姓名', '身份证号', '是否享受低保', '等级', '比对结果', '比对说明']);
    expect([3, 4, 5, 6, 7, 8, 9].map((row) => [sheet[row]?.[1], sheet[row]?.[5]])).toEqual([
      ['赵试一', '在册，一致'], ['钱试一', '在册，不一致'], ['李试一', '不在册'], ['孙试一', '不在册'], ['周试一', '没法比对'], ['吴试一', '没法比对'], ['赵试一', '没法比对'],
    ]);
  });

  it('writes nothing, hands no workbook back unasked, and refuses a list without numbers', async () => {
    const client = await register();
    const before = await client.registers.current();
    const found = await client.importing.match({ file: csv('名单.csv', [['姓名', '证件号码', '等级'], ['赵试一', a, '一']]) });
    expect('workbook' in found).toBe(false);
    // Of no subject: everybody of the register is missed.
    expect(found).toMatchObject({ subject: null, onlyRegister: [{ name: '钱试一' }, { name: '孙试一' }] });
    expect(await client.registers.current()).toEqual(before);
    await expect(client.importing.match({ file: csv('名单.csv', [['姓名', '等级'], ['赵试一', '一']]) })).rejects.toMatchObject({ data: { code: 'NOTHING_RECOGNISED' } });
    await expect(client.importing.match({ file: csv('项目2020.csv', [['项目名称', '计划开始', '中省资金', '投资合计', '责任单位', '建设内容'], ['大棚', '202003', '20', '20', '某局', '']]) })).rejects.toMatchObject({ data: { code: 'NOTHING_RECOGNISED' } });
  });

  it('can be told what the list is: a kind of sheet, a subject, or everybody', async () => {
    const client = await register();
    const list = (): File => csv('名单.csv', [['姓名', '证件号码', '补助'], ['赵试一', a, '300']]);
    expect((await client.importing.match({ file: list() })).subject).toBeNull();
    for (const as of ['dibao', 'dibaoList', 'dibaoQuarter']) expect(await client.importing.match({ file: list(), as })).toMatchObject({ subject: 'dibao', list: 'dibao', both: [{ name: '赵试一' }], onlyRegister: [{ name: '孙试一' }] });
    const named = csv('低保名单.csv', [['姓名', '证件号码', '等级', '金额'], ['赵试一', a, 'A', '300']]);
    expect(await client.importing.match({ file: named, as: 'everybody' })).toMatchObject({ subject: null, onlyRegister: [{ name: '钱试一' }, { name: '孙试一' }] });
    await expect(client.importing.match({ file: named, as: '没有的' })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });

  it('tells who has left the register, and whom 人编号 finds under another number', async () => {
    const client = await register();
    const [person] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'memberState', text: '死亡', base: person?.revision ?? 0 });
    const found = await client.importing.match({ file: csv('低保名单.csv', [['姓名', '人编号', '证件号码', '等级'], ['赵试一', '', a, 'A'], ['钱试一', '12', d, 'A'], ['别人', '21', '', 'A']]) });
    expect(found.onlyTheirs).toMatchObject([{ name: '赵试一', told: '登记册里已是“死亡”' }]);
    expect(found.differ).toMatchObject([
      { name: '钱试一', told: '按人编号', fields: [{ field: 'identityNo', register: b, theirs: d }, { field: 'dibao' }] },
      { name: '别人', told: '按人编号', fields: [{ field: 'name', register: '孙试一', theirs: '别人' }] },
    ]);
  });

  it('reads all sheets of a workbook; who stands on two of them, and a sheet that is another list, is told', async () => {
    const client = await register();
    const head = ['姓名', '证件号码', '等级', '金额'];
    const book = await bookOf('低保汇总2020.xlsx', {
      上牛村: [['上牛村低保名单'], head, ['赵试一', a, 'A', '300']],
      下牛村: [['下牛村低保名单'], head, ['孙试一', c, 'B', '200'], ['赵试一', a, 'A', '300']],
      特困: [['姓名', '证件号码', '特困编号', '供养方式', '婚姻状况'], ['钱试一', b, '9', '分散', '未婚']],
      说明: [['本表由民政部门提供']],
    });
    const found = await client.importing.match({ file: book });
    expect(names(found)).toMatchObject({ both: ['赵试一', '孙试一'], onlyRegister: [], unusable: ['赵试一 和“上牛村”第 3 行是同一个人'] });
    expect(found.sheets.map(({ sheet, rows, why }) => [sheet, rows, why])).toEqual([
      ['上牛村', 1, undefined],
      ['下牛村', 2, undefined],
      ['特困', 1, '这是“特困供养名单”，请另外按“特困双纳入”比对'],
      ['说明', 0, '没有认出表头'],
    ]);
    expect([found.rows, placed(found)]).toEqual([3, ['上牛村:0003', '下牛村:0003', '下牛村:0004']]);
    expect(await client.importing.match({ file: book, as: 'tekun' })).toMatchObject({ subject: 'tekun', rows: 1, differ: [{ sheet: '特困', name: '钱试一' }] });
  });

  it('counts a name that stands alone as a row, but no heading, sum or note', async () => {
    const client = await register();
    const found = await client.importing.match({ file: csv('低保名单.csv', [['姓名', '证件号码', '等级'], ['上牛村', '', ''], ['赵试一', a, 'A'], ['周试一', '', ''], ['合计', '', ''], ['', '', ''], ['填表人：某某', '', '']]) });
    expect(names(found)).toMatchObject({ both: ['赵试一'], unusable: ['周试一 没有证件号码'] });
  });

  it('loses no row of any list', async () => {
    const client = await register();
    const number = fc.constantFrom(a, b, c, d, slipped(a, 15), '', '123', `${a}41`, ' ', '9.9E+17', a.slice(0, 17), '合计');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('赵试一', '钱试一', '', '李试一', '合计'), number), { minLength: 1, maxLength: 12 }), async (people) => {
        const rows = people.map(([name, key], at) => [name, key, `第${at}`]);
        const found = await client.importing.match({ file: csv('名单.csv', [['姓名', '证件号码', '备考'], ...rows]) });
        expect(placed(found)).toHaveLength(found.rows);
        expect(new Set(placed(found)).size).toBe(found.rows);
      }),
      { numRuns: 40 },
    );
  });
});
