import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { csv, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';

const [one, two, three] = [identity('19600101', 1), identity('19610101', 2), identity('19620101', 3)];

describe('two sheets compared', () => {
  it('by identity number: what came, went and changed; writing of the same value is no change', async () => {
    const { client } = await openTestCore();
    const before = csv('上月.csv', [['姓名', '证件号码', '与户主关系', '性别', '人均纯收入', '旧列'], ['赵试一', one, '户主', '1', '6000', 'x'], ['钱试一', two, '户主', '男', '5000', '']]);
    const after = csv('本月.csv', [['标题'], ['姓名', '身份证号', '与户主关系', '性别', '人均纯收入（元）', '新列'], ['赵试一', `${one}42`, '本人', '男', '6,000.00', 'y'], ['孙试一', three, '户主', '男', '1', '']]);
    const { workbook, ...found } = await client.importing.compare({ before, after });
    expect(found).toMatchObject({
      key: '身份证号',
      headers: { added: ['新列'], removed: ['旧列'] },
      added: [{ key: three, row: 4, name: '孙试一' }],
      removed: [{ key: two, row: 3, name: '钱试一' }],
      changed: [{ key: one, name: '赵试一', header: '身份证号', old: one, new: `${one}42` }],
      same: 0,
      unusable: { before: [], after: [], repeated: [] },
    });
    const sheet = (await openWorkbook(new Uint8Array(await workbook.arrayBuffer()), workbook.name)).sheets[0];
    const rows: string[][] = [];
    for await (const chunk of sheet?.rows() ?? []) for (const row of chunk) rows.push(row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    expect(rows.map(([word]) => word)).toEqual(['结果', '新增', '没有了', '改了']);
  });

  it('by any column that is named, also in sheets that are nothing the register knows', async () => {
    const { client } = await openTestCore();
    const before = csv('甲.csv', [['编码', '数量'], ['a', '1'], ['b', '2'], ['b', '3'], ['', '4']]);
    const after = csv('乙.csv', [['编码', '数量'], ['a', '2'], ['b', '2']]);
    const found = await client.importing.compare({ before, after, key: '编码' });
    expect(found.changed).toMatchObject([{ key: 'a', header: '数量', old: '1', new: '2' }]);
    expect(found.unusable).toEqual({ before: [5], after: [], repeated: ['b'] });
    await expect(client.importing.compare({ before, after, key: '没有' })).rejects.toMatchObject({ data: { code: 'NOTHING_RECOGNISED', where: '甲.csv' } });
    await expect(client.importing.compare({ before, after })).rejects.toMatchObject({ data: { code: 'NOTHING_RECOGNISED' } });
  });

  it('says nothing of two equal sheets, and leaves the register alone', async () => {
    const { client } = await openTestCore();
    const sheet = () => csv('同.csv', [['姓名', '证件号码', '与户主关系'], ['赵试一', one, '户主']]);
    const found = await client.importing.compare({ before: sheet(), after: sheet() });
    expect(found).toMatchObject({ added: [], removed: [], changed: [], same: 1 });
    expect(await client.importing.batches()).toEqual([]);
  });
});
