import { describe, expect, it } from 'vitest';
import { area, blockRegister, cellsOf, check, column, differing, households, people, revisionOf, write } from '../support/block-register.ts';
import { identity, li, wang, zhang } from '../support/people.ts';

const paste = (into: ReturnType<typeof area>, texts: string[][], blanks: 'skip' | 'clear' = 'skip') => ({ kind: 'paste' as const, into, texts, blanks });

describe('pasting', () => {
  it('reads every cell by its kind, as typed, in one command with one undo', async () => {
    const { client } = await blockRegister();
    const before = await cellsOf(client);
    const done = await write(client, paste(area(0, 0, 'birthDate', 'education', 'workMonths'), [['1958/3/13', '高中', '3'], ['1961年7月26日', '大专及以上', '12']]));
    expect(done).toMatchObject({ label: '粘贴 2 行 × 3 列，改 6 格', written: 6, refused: [], revision: 2, undo: { undo: '粘贴 2 行 × 3 列，改 6 格' } });
    expect(await column(client, 'birthDate')).toEqual(['1958-03-13', '1961-07-26', '1949-10-01']);
    expect(await column(client, 'workMonths')).toEqual([3, 12, null]);
    await client.tables.undo();
    expect(differing(before, await cellsOf(client))).toEqual([]);
  });

  it('is taken back cell by cell where one cell of a row was changed since', async () => {
    const { client } = await blockRegister();
    const before = await cellsOf(client);
    await write(client, paste(area(0, 1, 'birthDate', 'education', 'memberPhone'), [['1958/3/13', '高中', '19900000031'], ['1961-07-26', '初中', '19900000032']]));
    await write(client, { kind: 'set', areas: [area(1, 1, 'education')], text: '小学' });
    const [, block] = (await client.history.commands({ limit: 9 })).rows;
    expect(await client.history.undo({ command: block?.command ?? 0 })).toMatchObject({ kept: [{ what: expect.stringContaining('文化程度：小学') as string }], failed: [] });
    expect(differing(before, await cellsOf(client))).toEqual([expect.stringContaining('|education|')]);
  });

  it('repeats a block over a range that is a whole multiple of it, and not over any other', async () => {
    const { client } = await blockRegister();
    await write(client, paste(area(0, 2, 'workPlace'), [['本溪市']]));
    expect(await column(client, 'workPlace')).toEqual(['本溪市', '本溪市', '本溪市']);
    await write(client, paste(area(0, 2, 'workFirm'), [['甲'], ['乙']]));
    expect(await column(client, 'workFirm')).toEqual(['甲', '乙', null]);
  });

  it('tells what goes beyond the last row and the last column', async () => {
    const { client } = await blockRegister();
    const told = await check(client, paste(area(2, 2, 'workPlace'), [['甲', '乙'], ['丙', '丁']]));
    expect(told).toMatchObject({ cells: 1, changes: 1, beyond: 3 });
  });

  it('leaves alone or clears what is under blank cells, as asked', async () => {
    const { client } = await blockRegister();
    expect(await check(client, paste(area(0, 1, 'workMonths'), [['5'], ['']]))).toMatchObject({ cells: 1, changes: 1 });
    await write(client, paste(area(0, 1, 'workMonths'), [['5'], ['']], 'clear'));
    expect(await column(client, 'workMonths')).toEqual([5, null, null]);
  });

  it('goes into the rows that a filter leaves, and no other', async () => {
    const { client } = await blockRegister();
    const heads = { ...people, filters: [{ field: 'relation', test: 'equals' as const, value: '户主' }] };
    await write(client, paste(area(0, 1, 'workPlace'), [['甲'], ['乙']]), false, heads);
    expect(await column(client, 'workPlace')).toEqual(['甲', null, '乙']);
  });

  it('tells every refused cell with place, text and reason; writes nothing, or the good ones', async () => {
    const { client } = await blockRegister();
    const change = paste(area(0, 0, 'birthDate', 'headName', 'education'), [['1958-02-30', '张试四', '小学'], ['1961-01-01', '', '幼儿园']]);
    const told = await check(client, change);
    expect(told).toMatchObject({ cells: 5, changes: 1, same: 1, refusedCount: 3 });
    expect(told.refused.map(({ where, text, why }) => [where, text, why])).toEqual([
      ['张试一 · 出生日期', '1958-02-30', expect.stringContaining('不是日期')],
      ['张试一 · 户主姓名', '张试四', expect.stringContaining('户主本人')],
      ['李试二 · 文化程度', '幼儿园', expect.stringContaining('代码表')],
    ]);
    const before = await cellsOf(client);
    await expect(write(client, change)).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', where: '张试一 · 出生日期', what: expect.stringContaining('另有 2 格') as string } });
    expect(differing(before, await cellsOf(client))).toEqual([]);
    expect(await write(client, change, true)).toMatchObject({ written: 1, label: expect.stringContaining('李试二 · 出生日期') as string });
    expect(differing(before, await cellsOf(client))).toHaveLength(1);
  });

  it('begins one record of a year for all of its cells', async () => {
    const { client } = await blockRegister();
    await client.blocks.write({ question: { ...people, year: 2019 }, revision: await revisionOf(client), change: paste(area(0, 0, 'workMonths', 'workPlace'), [['4', '本溪'], ['5', '本溪']]) });
    expect(await column(client, 'workPlace', { ...people, year: 2019 })).toEqual(['本溪', '本溪', null]);
    const [made] = (await client.history.commands({})).rows;
    expect(made?.changes).toBe(2);
    await client.tables.undo();
    expect((await client.registers.current())?.years).toEqual([2020]);
  });
});

describe("a household's column on people's rows", () => {
  it('is one cell: the same value on every row is written once', async () => {
    const { client } = await blockRegister();
    const change = { kind: 'set' as const, areas: [area(0, 2, 'householdPhone')], text: '19900000008' };
    expect(await check(client, change)).toMatchObject({ cells: 3, changes: 2, rows: 3, households: 2 });
    expect(await write(client, change)).toMatchObject({ written: 2 });
    expect(await column(client, 'householdPhone', households)).toEqual(['19900000008', '19900000008']);
  });

  it('is refused where the rows of one household disagree', async () => {
    const { client } = await blockRegister();
    const change = paste(area(0, 2, 'householdPhone'), [['19900000007'], ['19900000008'], ['19900000009']]);
    const told = await check(client, change);
    expect(told).toMatchObject({ changes: 1, refusedCount: 2 });
    expect(told.refused.map(({ row, why }) => [row, why])).toEqual([[0, expect.stringContaining('“19900000007”、“19900000008”')], [1, expect.any(String)]]);
    // One row that keeps what the household has is another word than one that changes it.
    expect(await check(client, paste(area(0, 1, 'householdPhone'), [['19900000001'], ['19900000008']]))).toMatchObject({ changes: 0, refusedCount: 2 });
  });
});

describe('numbers that must not be borne twice', () => {
  it('are refused where somebody else has one, or where the block has one twice', async () => {
    const { client } = await blockRegister();
    expect(await check(client, paste(area(0, 0, 'identityNo'), [[wang]]))).toMatchObject({ refusedCount: 1, refused: [{ why: expect.stringContaining('王试三') as string }] });
    const fresh = identity('19700101', 7);
    expect(await check(client, paste(area(0, 1, 'identityNo'), [[fresh], [fresh]]))).toMatchObject({ changes: 0, refusedCount: 2 });
    expect(await check(client, paste(area(0, 1, 'memberNo'), [['1'], ['1']]))).toMatchObject({ changes: 0, refusedCount: 2 });
  });

  it('may change places within a block', async () => {
    const { client } = await blockRegister();
    expect(await write(client, paste(area(0, 1, 'identityNo'), [[li], [zhang]]))).toMatchObject({ written: 2 });
    expect(await column(client, 'identityNo')).toEqual([li, zhang, wang]);
  });

  it('are refused when the one that should have made way cannot', async () => {
    const { client } = await blockRegister();
    const told = await check(client, paste(area(0, 2, 'identityNo'), [[li], [wang], ['123']]));
    expect(told).toMatchObject({ changes: 0, refusedCount: 3 });
    expect(told.refused.map(({ why }) => why)).toEqual([expect.stringContaining('李试二'), expect.stringContaining('王试三'), expect.stringContaining('不是身份证号')]);
  });
});

describe('clearing and setting', () => {
  it('empties what may be empty', async () => {
    const { client } = await blockRegister();
    const told = await check(client, { kind: 'clear', areas: [area(0, 2, 'name', 'education')] });
    expect(told).toMatchObject({ cells: 6, changes: 3, refusedCount: 3, refused: [{ why: '姓名不能空着' }, {}, {}] });
    expect(await write(client, { kind: 'clear', areas: [area(0, 2, 'name', 'education')] }, true)).toMatchObject({ label: '清空 3 格', written: 3 });
    expect(await column(client, 'education')).toEqual([null, null, null]);
  });

  it('counts a cell of two areas once', async () => {
    const { client } = await blockRegister();
    expect(await check(client, { kind: 'set', areas: [area(0, 1, 'workPlace'), area(1, 2, 'workPlace')], text: '本溪' })).toMatchObject({ cells: 3, changes: 3 });
  });

  it('follows the rules of a ledger: its year goes with its date, and no record becomes like another', async () => {
    const { client } = await blockRegister();
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 3 });
    for (const [at, year] of [[0, 2019], [0, 2020], [1, 2020]] as const) {
      await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: rows[at]?.id ?? '', year, values: { 'dibaoList.amount': '300' } });
    }
    const ledger = { subject: 'ledger:dibaoList' as const, year: 2020, sorts: [{ field: 'year', descending: false }, { field: 'name', descending: true }] };
    expect(await check(client, { kind: 'set', areas: [area(0, 2, 'year')], text: '2021' }, ledger)).toMatchObject({ changes: 1, refusedCount: 2 });
    expect(await write(client, { kind: 'paste', into: area(0, 1, 'year'), texts: [['2020'], ['2019']], blanks: 'skip' }, false, ledger)).toMatchObject({ written: 2 });
    expect(await check(client, { kind: 'clear', areas: [area(0, 0, 'year')] }, ledger)).toMatchObject({ refusedCount: 1 });
    expect(await check(client, { kind: 'set', areas: [area(0, 0, 'name')], text: '别人' }, ledger)).toMatchObject({ refusedCount: 1, refused: [{ why: expect.stringContaining('台账里只看不改') as string }] });
  });
});

describe('replacing', () => {
  it('works on what cells show, everywhere that can be written', async () => {
    const { client } = await blockRegister();
    await client.tables.edit({ subject: 'people', id: (await client.tables.rows({ ...people, offset: 0, limit: 1 })).rows[0]?.id ?? '', year: 2020, field: 'totalIncome', text: '12345.6', base: 9 });
    expect(await write(client, { kind: 'replace', find: '12,345', with: '12,346' })).toMatchObject({ written: 1 });
    expect(await column(client, 'totalIncome')).toEqual([1_234_660, 1_234_660, null]);
    expect(await write(client, { kind: 'replace', fields: ['name'], find: '试', with: '$&样' })).toMatchObject({ written: 3, label: '“试”替换为“$&样”，改 3 格' });
    expect(await column(client, 'name')).toEqual(['张$&样一', '李$&样二', '王$&样三']);
  });

  it('tells cells of a chosen range that hold the text and cannot be written', async () => {
    const { client } = await blockRegister();
    expect(await check(client, { kind: 'replace', areas: [area(0, 2, 'headName', 'name')], find: '张', with: '章' })).toMatchObject({ cells: 3, changes: 1, refusedCount: 2 });
    expect(await check(client, { kind: 'replace', find: '张试一', with: '章试一' })).toMatchObject({ cells: 1, changes: 1, refusedCount: 0 });
  });

  it('minds capitals and whole cells where asked', async () => {
    const { client } = await blockRegister();
    await write(client, { kind: 'set', areas: [area(0, 0, 'workFirm')], text: 'Abc' });
    expect(await check(client, { kind: 'replace', find: 'abc', with: 'x' })).toMatchObject({ changes: 1 });
    expect(await check(client, { kind: 'replace', find: 'abc', with: 'x', matchCase: true })).toMatchObject({ changes: 0 });
    expect(await check(client, { kind: 'replace', find: 'Ab', with: 'x', whole: true })).toMatchObject({ cells: 0 });
    expect(await check(client, { kind: 'replace', find: '.*', with: 'x' })).toMatchObject({ cells: 0 });
  });
});

describe('what others have written meanwhile', () => {
  it('refuses only the cells that changed, with both values, and writes the rest', async () => {
    const { client } = await blockRegister();
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 3 });
    const revision = await revisionOf(client);
    const id = (at: number) => ({ subject: 'people' as const, id: rows[at]?.id ?? '', year: 2020, base: revision });
    await client.tables.edit({ ...id(1), field: 'workMonths', text: '7' });
    await client.tables.edit({ ...id(2), field: 'workPlace', text: '沈阳' });
    const asked = { question: people, revision, change: { kind: 'set' as const, areas: [area(0, 2, 'workMonths')], text: '9' } };
    const told = await client.blocks.check(asked);
    expect(told).toMatchObject({ changes: 2, refusedCount: 1, refused: [{ row: 1, why: '这一格刚被别处改为“7”，您填的是“9”' }] });
    await expect(client.blocks.write(asked)).rejects.toMatchObject({ data: { code: 'STALE' } });
    expect(await client.blocks.write({ ...asked, goodOnly: true })).toMatchObject({ written: 2 });
    expect(await column(client, 'workMonths')).toEqual([9, 7, 9]);
  });

  it('writes over what the writer has seen of others, and over nothing newer', async () => {
    const { client } = await blockRegister();
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 3 });
    const revision = await revisionOf(client);
    const meanwhile = async (at: number, text: string): Promise<void> => void (await client.tables.edit({ subject: 'people', id: rows[at]?.id ?? '', year: 2020, field: 'workMonths', text, base: await revisionOf(client) }));
    await meanwhile(1, '7');
    const asked = { question: people, revision, change: { kind: 'set' as const, areas: [area(0, 2, 'workMonths')], text: '9' } };
    const told = await client.blocks.check(asked);
    expect(told).toMatchObject({ changes: 2, staleCount: 1, refused: [{ stands: '7', text: '9' }] });
    await meanwhile(2, '5');
    await expect(client.blocks.write({ ...asked, seen: told.revision })).rejects.toMatchObject({ data: { code: 'STALE', stands: { text: '5' } } });
    expect(await column(client, 'workMonths')).not.toContain(9);
    expect(await client.blocks.write({ ...asked, seen: await revisionOf(client) })).toMatchObject({ written: 3 });
    await client.tables.undo();
    expect((await column(client, 'workMonths')).slice(1)).toEqual([7, 5]);
  });

  it('says of one cell whether a revision was made: of the same value again none, whoever has made the newest', async () => {
    const { client } = await blockRegister();
    const { rows } = await client.tables.rows({ ...people, offset: 0, limit: 1 });
    const edit = async () => client.tables.edit({ subject: 'people', id: rows[0]?.id ?? '', year: 2020, field: 'workMonths', text: '7', base: await revisionOf(client) });
    const before = await revisionOf(client);
    expect(await edit()).toMatchObject({ made: true, revision: before + 1 });
    expect(await edit()).toMatchObject({ made: false, revision: before + 1 });
  });

  it('keeps to the rows that the page shows, though they have moved since', async () => {
    const { client } = await blockRegister();
    const byMonths = { subject: 'people' as const, year: 2020, sorts: [{ field: 'workMonths', descending: false }, { field: 'memberNo', descending: false }] };
    const { rows } = await client.tables.rows({ ...byMonths, offset: 0, limit: 3 });
    const revision = await revisionOf(client);
    expect(rows[0]?.values['name']).toBe('李试二');
    await client.tables.edit({ subject: 'people', id: rows[2]?.id ?? '', year: 2020, field: 'workMonths', text: '1', base: revision });
    await client.blocks.write({ question: byMonths, revision, change: { kind: 'set', areas: [area(0, 0, 'workPlace')], text: '本溪' } });
    expect(await column(client, 'workPlace')).toEqual([null, '本溪', null]);
  });

  it('tells of rows that are gone, and refuses places that nobody knows any more', async () => {
    const { client } = await blockRegister();
    const revision = await revisionOf(client);
    await client.tables.rows({ ...people, offset: 0, limit: 3 });
    await client.tables.undo();
    const change = { kind: 'set' as const, areas: [area(0, 2, 'workPlace')], text: '本溪' };
    expect(await client.blocks.check({ question: people, revision, change })).toMatchObject({ changes: 0, refusedCount: 3, refused: [{ why: '这个人已不在登记册里' }, {}, {}] });
    await expect(client.blocks.check({ question: { ...people, search: '试' }, revision, change })).rejects.toMatchObject({ data: { code: 'STALE' } });
    await expect(client.blocks.check({ question: people, revision: revision + 5, change })).rejects.toMatchObject({ data: { code: 'STALE' } });
    expect((await client.tables.rows({ ...people, offset: 0, limit: 3 })).total).toBe(0);
    await expect(client.blocks.check({ question: people, revision: await revisionOf(client), change })).rejects.toMatchObject({ data: { code: 'STALE' } });
  });
});

describe('reading', () => {
  it('gives cells as stored and as shown, and no more of a masked number than the screen', async () => {
    const { client } = await blockRegister();
    const asked = { question: people, revision: await revisionOf(client), area: area(0, 1, 'identityNo', 'workMonths') };
    const { rows: shown } = await client.tables.rows({ ...people, offset: 0, limit: 2 });
    const { rows, whose } = await client.blocks.read(asked);
    expect(whose).toEqual(shown.map(({ householdId, memberId }) => ({ householdId, memberId })));
    expect(rows).toEqual([[{ value: zhang, text: zhang }, { value: null, text: '' }], [{ value: li, text: li }, { value: 6, text: '6' }]]);
    const masked = `${zhang.slice(0, 2)}*************${zhang.slice(-3)}`;
    expect((await client.blocks.read({ ...asked, masked: true })).rows[0]?.[0]).toEqual({ value: masked, text: masked });
  });

  it('measures a selection, money in 元, without the errors of fractions', async () => {
    const { client } = await blockRegister();
    await write(client, { kind: 'paste', into: area(0, 0, 'totalIncome'), texts: [['0.1'], ['0.2']], blanks: 'skip' }, false, households);
    await write(client, { kind: 'paste', into: area(0, 0, 'farmland'), texts: [['0.7'], ['0.1']], blanks: 'skip' }, false, households);
    const measured = await client.blocks.measure({ question: households, revision: await revisionOf(client), areas: [area(0, 1, 'totalIncome', 'headName'), area(1, 1, 'farmland', 'totalIncome')] });
    expect(measured).toEqual({ cells: 5, filled: 5, numbers: 3, sum: 0.4, average: 0.4 / 3, smallest: 0.1, largest: 0.2, distinct: 5 });
    expect(await client.blocks.measure({ question: people, revision: await revisionOf(client), areas: [area(0, 0, 'name')] })).toMatchObject({ sum: null, average: null, numbers: 0 });
  });

  it('finds the edge of filled cells as Ctrl+arrow does', async () => {
    const { client } = await blockRegister();
    const edge = async (row: number, down: boolean, field: string) => client.blocks.edge({ question: people, revision: await revisionOf(client), row, field, down });
    // workMonths: nothing, 6, nothing.
    expect([await edge(0, true, 'workMonths'), await edge(1, true, 'workMonths'), await edge(2, false, 'workMonths')]).toEqual([1, 2, 1]);
    expect([await edge(0, true, 'name'), await edge(2, false, 'name'), await edge(2, true, 'name')]).toEqual([2, 0, 2]);
  });

  it('finds cells by what they show, onwards, backwards and round the end', async () => {
    const { client } = await blockRegister();
    const fields = ['name', 'headName', 'memberPhone', 'workMonths', 'totalIncome'];
    const find = async (text: string, row: number, field: string, more: { backwards?: boolean; whole?: boolean } = {}) =>
      client.blocks.findCell({ question: people, revision: await revisionOf(client), text, fields, after: { row, field }, ...more });
    expect(await find('试一', 0, 'name')).toEqual({ at: { row: 0, field: 'headName' }, matches: 3 });
    expect(await find('试一', 1, 'headName')).toEqual({ at: { row: 0, field: 'name' }, matches: 3 });
    expect(await find('试一', 0, 'name', { backwards: true })).toEqual({ at: { row: 1, field: 'headName' }, matches: 3 });
    expect(await find('试', 0, 'name', { whole: true })).toEqual({ at: null, matches: 0 });
    await write(client, { kind: 'set', areas: [area(2, 2, 'totalIncome')], text: '1234567.8' });
    expect(await find('1,234,567.80', 0, 'name')).toEqual({ at: { row: 2, field: 'totalIncome' }, matches: 1 });
    expect(await find('%', 0, 'name')).toEqual({ at: null, matches: 0 });
  });
});
