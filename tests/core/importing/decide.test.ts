import { describe, expect, it } from 'vitest';
import { textSheet } from '../../../shared/sheets/sheet-place.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, li, peopleSheet, wang, zhang } from '../support/people.ts';

const [head = []] = peopleSheet;
const column = (name: string): number => head.indexOf(name);
/** The people sheet with cells changed: row (1 = first person), header, value. */
const changed = (...cells: readonly (readonly [row: number, header: string, value: string])[]): string[][] =>
  peopleSheet.map((row, at) => row.map((value, index) => cells.find(([line, name]) => line === at && column(name) === index)?.[2] ?? value));
const person = async (client: TestClient, name: string) => {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
  const found = rows.find(({ values }) => values['name'] === name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};
const edit = async (client: TestClient, name: string, field: string, text: string): Promise<void> => {
  const { id, revision } = await person(client, name);
  await client.tables.edit({ subject: 'people', id, year: 2020, field, text, base: revision });
};
async function filled() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core;
}

describe('policies', () => {
  it('fills blanks only, and says of the rest why it stays', async () => {
    const { client } = await filled();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', changed([1, '务工时间（月）', '5'], [2, '务工时间（月）', '9']))], policy: 'fill' });
    expect(plan.counts).toMatchObject({ changed: 1, conflict: 0 });
    const { rows } = await client.importing.rows({ batch: plan.batch });
    expect(rows[1]?.changes).toMatchObject([{ field: 'workMonths', old: 6, new: 9, kept: true, why: 'fill' }]);
    await client.importing.commit({ batch: plan.batch });
    expect((await person(client, '张试一')).values['workMonths']).toBe(5);
    expect((await person(client, '李试二')).values['workMonths']).toBe(6);
  });

  it('overwrites what was edited by hand only where that was asked for, and then asks once more', async () => {
    const { client } = await filled();
    await edit(client, '李试二', 'workMonths', '3');
    const files = [csv('人员2020.csv', peopleSheet)];
    expect((await client.importing.plan({ files })).counts.conflict).toBe(1);
    const plan = await client.importing.plan({ files, policy: 'replace' });
    expect(plan.counts).toMatchObject({ conflict: 0, changed: 1 });
    expect(plan.brake).toMatchObject([{ kind: 'hand' }]);
    await expect(client.importing.commit({ batch: plan.batch })).rejects.toMatchObject({ data: { code: 'BRAKE' } });
    await client.importing.commit({ batch: plan.batch, confirmed: true });
    expect((await person(client, '李试二')).values['workMonths']).toBe(6);
  });

  it.each([['overwrite', []], ['replace', []], ['replace', ['workMonths']]] as const)('a blank wipes only in the columns chosen for it: %s %j', async (policy, wipe) => {
    const { client } = await filled();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', changed([2, '务工时间（月）', ''], [2, '文化程度', '']))], policy, sheets: [{ file: '人员2020.csv', sheet: textSheet, wipe: [...wipe] }] });
    await client.importing.commit({ batch: plan.batch, confirmed: true });
    const { values } = await person(client, '李试二');
    expect([values['workMonths'], values['education']]).toEqual([wipe.length > 0 ? null : 6, '文盲或半文盲']);
  });
});

describe('what the clerk chooses', () => {
  const file = (): File => csv('人员2020.csv', changed([1, '文化程度', '初中'], [2, '务工时间（月）', '9'], [2, '文化程度', '小学'], [3, '文化程度', '高中']));

  it.each([
    ['a row', 'row', async () => '1', ['初中', '文盲或半文盲', 6, '高中']],
    ['a cell', 'cell', async () => '1|workMonths', ['初中', '小学', 6, '高中']],
    ['a verdict', 'verdict', async () => 'changed', ['小学', '文盲或半文盲', 6, '初中']],
    ['a household', 'household', async (client: TestClient, batch: number) => (await client.importing.rows({ batch })).rows[0]?.grouping ?? '', ['小学', '文盲或半文盲', 6, '高中']],
    ['a column', 'column', async (client: TestClient, batch: number) => `${(await client.importing.fields({ batch }))[0]?.sheet}|education`, ['小学', '文盲或半文盲', 9, '初中']],
  ] as const)('leaves out %s', async (_, scope, target, after) => {
    const { client } = await filled();
    const plan = await client.importing.plan({ files: [file()] });
    expect(plan.writes.values).toBe(4);
    const chosen = await client.importing.choose({ batch: plan.batch, scope, target: await target(client, plan.batch), choice: 'skip' });
    const done = await client.importing.commit({ batch: plan.batch });
    const [one, two, three] = await Promise.all(['张试一', '李试二', '王试三'].map((name) => person(client, name)));
    expect([one?.values['education'], two?.values['education'], two?.values['workMonths'], three?.values['education']]).toEqual(after);
    const { total } = await client.history.changes({ command: 2 });
    expect(total).toBe(chosen.writes.values);
    expect(done.writes).toEqual(chosen.writes);
  });

  it('takes the file’s value for a conflict, and back again', async () => {
    const { client } = await filled();
    await edit(client, '李试二', 'workMonths', '3');
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] });
    const cell = { batch: plan.batch, scope: 'cell', target: '1|workMonths' } as const;
    expect((await client.importing.choose({ ...cell, choice: 'take' })).writes.values).toBe(1);
    expect((await client.importing.choose({ ...cell, choice: null })).writes.values).toBe(0);
    await client.importing.choose({ ...cell, choice: 'take' });
    await client.importing.commit({ batch: plan.batch });
    expect((await person(client, '李试二')).values['workMonths']).toBe(6);
    // What was decided is no conflict the next time.
    expect((await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] })).counts).toMatchObject({ same: 3, conflict: 0 });
  });

  it('makes a household that only a skipped row would have made when another needs it, and skips what hangs on a skipped person', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] });
    const chosen = await client.importing.choose({ batch: plan.batch, scope: 'row', target: '0', choice: 'skip' });
    expect(chosen.writes).toMatchObject({ households: 2, people: 2 });
    await client.importing.commit({ batch: plan.batch });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
    expect(new Map(rows.map(({ values }) => [values['name'], values['householdNo']]))).toEqual(new Map([['李试二', '9900000001'], ['王试三', '9900000002']]));
  });

  it('leaves out a column of new rows, too', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] });
    const sheet = (await client.importing.households({ batch: plan.batch })).households.length;
    expect(sheet).toBe(2);
    await client.importing.choose({ batch: plan.batch, scope: 'column', target: `1|education`, choice: 'skip' });
    await client.importing.commit({ batch: plan.batch });
    expect((await person(client, '张试一')).values).toMatchObject({ education: null, health: '长期慢性病' });
  });
});

describe('by household', () => {
  it('shows each household once with its rows, narrowed by verdict, field and file', async () => {
    const { client } = await filled();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', changed([2, '务工时间（月）', '9'], [3, '文化程度', '高中']))] });
    expect(plan.groups).toBe(2);
    const all = await client.importing.households({ batch: plan.batch });
    expect(all.households.map(({ householdNo, name, counts, rows }) => [householdNo, name, counts.changed, counts.same, rows.length])).toEqual([['9900000001', '张试一', 1, 1, 2], ['9900000002', '王试三', 1, 0, 1]]);
    const field = await client.importing.households({ batch: plan.batch, field: 'workMonths' });
    expect(field.households.map(({ householdNo, rows }) => [householdNo, rows.map(({ name }) => name)])).toEqual([['9900000001', ['李试二']]]);
    expect((await client.importing.households({ batch: plan.batch, verdict: 'new' })).total).toBe(0);
    expect((await client.importing.households({ batch: plan.batch, verdict: 'changed', offset: 1, limit: 1 })).households.map(({ householdNo }) => householdNo)).toEqual(['9900000002']);
    expect((await client.importing.fields({ batch: plan.batch })).map(({ field: key, rows }) => [key, rows])).toEqual([['workMonths', 1], ['education', 1]]);
  });

  it('shows a row that is refused with the household that it names', async () => {
    const { client } = await openTestCore();
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', changed([2, '证件号码', '9.90504E+17']))] });
    const { households } = await client.importing.households({ batch: plan.batch });
    expect(households.map(({ householdNo, rows }) => [householdNo, rows.map(({ verdict }) => verdict)])).toEqual([['9900000001', ['new', 'refused']], ['9900000002', ['new']]]);
  });
});

describe('the brake', () => {
  const many = (count: number, change: (at: number) => string): string[][] => [
    ['户编号', '姓名', '证件号码', '与户主关系', '村', '民族'],
    ...Array.from({ length: count }, (_, at) => [`99000001${String(at).padStart(2, '0')}`, `测试${String.fromCharCode(0x4e00 + at)}`, identity('19600101', at + 1), '户主', '台地村', change(at)]),
  ];

  it.each([
    [2, []],
    [3, ['field']],
  ] as const)('of ten households, %i that change in a field: %j', async (changes, kinds) => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', many(10, () => '汉族'))]);
    const plan = await client.importing.plan({ files: [csv('人员2020.csv', many(10, (at) => (at < changes ? '满族' : '汉族')))] });
    expect(plan.brake.map(({ kind }) => kind)).toEqual(kinds);
    if (kinds.length > 0) {
      expect(plan.brake[0]?.what).toContain('10 户里，有 3 户的“民族”');
      const refusal = await client.importing.commit({ batch: plan.batch }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ data: { code: 'BRAKE', where: expect.stringContaining('民族') as string } });
      expect((await client.registers.current())?.revision).toBe(1);
    }
    expect((await client.importing.commit({ batch: plan.batch, confirmed: true })).state).toBe('committed');
  });

  it('takes a certificate that begins with the number, whichever of the two comes first', async () => {
    const { client } = await openTestCore();
    const card = [...peopleSheet];
    const certificate = peopleSheet.map((row) => row.map((cell) => (cell === wang ? `${wang}42` : cell)));
    for (const [first, second] of [[card, certificate], [certificate, card]]) {
      const plan = await client.importing.plan({ files: [csv('甲_2020.csv', first ?? []), csv('乙_2020.csv', second ?? [])] });
      expect(plan.counts).toMatchObject({ new: 6, conflict: 0 });
      const { rows } = await client.importing.rows({ batch: plan.batch, offset: 0, limit: 10 });
      expect(rows.flatMap(({ name, changes }) => (name === '王试三' ? changes.filter(({ field }) => field === 'identityNo').map(({ new: value }) => value) : [])).at(-1)).toBe(`${wang}42`);
    }
  });

  it('lets the newer of two files speak first, whatever they are called', async () => {
    const { client } = await openTestCore();
    const [older, newer] = [csv('甲_20200110.csv', peopleSheet), csv('乙_20200310.csv', changed([1, '文化程度', '初中']))];
    for (const files of [[older, newer], [newer, older]]) {
      const plan = await client.importing.plan({ files });
      const { rows } = await client.importing.rows({ batch: plan.batch, verdict: 'conflict', offset: 0, limit: 10 });
      expect(rows.map(({ file, changes }) => [file, changes.map(({ old, new: value }) => [old, value])])).toEqual([['甲_20200110.csv', [['初中', '小学']]]]);
    }
  });

  it('knows a file that tells of an earlier day than the last of its kind', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员_20200410.csv', peopleSheet)]);
    expect((await client.importing.plan({ files: [csv('人员_20200310.csv', peopleSheet)] })).brake).toEqual([{ kind: 'older', what: '人员_20200310.csv 说的是2020年3月10日的情况，而“人员表”已经导入过2020年4月10日的', short: '表是2020年3月10日的，比已导入的旧' }]);
    expect((await client.importing.plan({ files: [csv('人员_20200510.csv', peopleSheet)] })).brake).toEqual([]);
    expect((await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] })).brake).toEqual([]);
    // What the clerk says of the year stands above what stands in the file's name.
    const misnamed = csv('人员_20190410.csv', peopleSheet);
    expect((await client.importing.plan({ files: [misnamed], sheets: [{ file: misnamed.name, sheet: textSheet, year: 2020 }] })).brake).toEqual([]);
  });

  it('asks when more rows are refused than taken, but not for people of a list who are not in the register', async () => {
    const { client } = await filled();
    const broken = [head, ['', '', '', '', '甲', '', '', '', '', '', ''], ['', '', '', '', '乙', '', '', '', '', '', '']];
    expect((await client.importing.plan({ files: [csv('人员2020.csv', broken)] })).brake).toMatchObject([{ kind: 'refused' }]);
    const list = [['姓名', '证件号码', '等级', '金额'], ...Array.from({ length: 9 }, (_, at) => [`外人${at}`, identity('19700101', at + 1), 'A', '500']), ['李试二', li, 'A', '500']];
    const plan = await client.importing.plan({ files: [csv('低保2020.csv', list)] });
    expect(plan).toMatchObject({ brake: [], toMend: 0, counts: { refused: 9 } });
    expect(plan.files[0]?.sheets[0]?.outside).toBe(9);
  });
});

describe('departments', () => {
  const lists = {
    own: (value: string): File => csv('人员2020.csv', [['户编号', '人编号', '姓名', '证件号码', '与户主关系', '是否享受低保'], ['9900000001', '990000000102', '李试二', li, '配偶', value]]),
    dibao: (): File => csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额'], ['李试二', li, 'A', '500']]),
  };

  it('民政 decides 低保 against the office’s own sheet, in either order, and every decision is listed', async () => {
    const { client } = await filled();
    await importAll(client, [lists.own('否')]);
    const plan = await client.importing.plan({ files: [lists.dibao()] });
    expect(plan).toMatchObject({ decisions: 1, counts: { conflict: 0 } });
    await client.importing.commit({ batch: plan.batch });
    expect((await person(client, '李试二')).values['dibao']).toBe('是');
    const later = await client.importing.plan({ files: [lists.own('否')] });
    expect(later).toMatchObject({ decisions: 1, counts: { conflict: 0, same: 1 } });
    const { rows } = await client.importing.rows({ batch: later.batch, verdict: 'decided' });
    expect(rows[0]?.changes).toMatchObject([{ field: 'dibao', old: '是', new: '否', kept: true, why: 'rank', by: '民政局' }]);
    await client.importing.commit({ batch: later.batch });
    expect((await person(client, '李试二')).values['dibao']).toBe('是');
    expect((await client.importing.decisions({})).rows.map(({ what, field, winner, loser, stands, dropped }) => ({ what, field, winner, loser, stands, dropped }))).toEqual([
      { what: '李试二 2020 年', field: 'dibao', winner: '民政局', loser: '扶贫办', stands: '是', dropped: '否' },
      { what: '李试二 2020 年', field: 'dibao', winner: '民政局', loser: '扶贫办', stands: '是', dropped: '否' },
    ]);
  });

  it('follows the office’s own order, and a word by hand stands above all', async () => {
    const { client } = await filled();
    await importAll(client, [lists.dibao()]);
    await client.importing.setPrecedence({ field: 'dibao', departments: ['扶贫办', '民政局'] });
    expect((await importAll(client, [lists.own('否')])).decisions).toBe(1);
    expect((await person(client, '李试二')).values['dibao']).toBe('否');
    await client.importing.setPrecedence({ field: 'dibao', departments: null });
    expect((await client.importing.precedence())['dibao']).toEqual(['民政局']);
    await edit(client, '李试二', 'dibao', '是');
    await edit(client, '李试二', 'dibao', '否');
    expect((await client.importing.plan({ files: [lists.dibao()] })).counts.conflict).toBe(1);
  });

  it('who is said to be on a list and is not, is told as absent from it', async () => {
    const { client } = await filled();
    await importAll(client, [lists.dibao(), lists.own('是')]);
    const list = csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额'], ['王试三', wang, 'A', '500']]);
    const plan = await client.importing.plan({ files: [list] });
    expect((await client.importing.absent({ batch: plan.batch })).rows.map(({ name }) => name)).toEqual(['李试二']);
    // Beside another sheet, each is told with the sheet that should have them, after the commit, too.
    const both = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet.slice(0, 3).map((row) => row.filter((_, at) => at !== column('乡') && at !== column('村')))), list] });
    const told = [['王试三', '人员2020.csv'], ['李试二', '低保2020.csv']];
    const absent = async (): Promise<unknown> => (await client.importing.absent({ batch: both.batch })).rows.map(({ name, file }) => [name, file]);
    expect(await absent()).toEqual(told);
    await client.importing.commit({ batch: both.batch, confirmed: true });
    expect(await absent()).toEqual(told);
  });
});

describe('code values that no dictionary has', () => {
  const sheet = (): File => csv('人员2020.csv', changed([1, '文化程度', '初中毕业'], [2, '文化程度', '没上过学'], [3, '文化程度', '初中毕业']));

  it('are asked once with the nearest, and known from then on', async () => {
    const { client } = await filled();
    const plan = await client.importing.plan({ files: [sheet()] });
    expect(plan.questions).toMatchObject([{ department: '扶贫办', field: 'education', written: '初中毕业', count: 2 }, { written: '没上过学', count: 1 }]);
    expect(plan.questions[0]?.nearest[0]?.value).toBe('初中');
    const answers = [{ department: '扶贫办', field: 'education', written: '初中毕业', value: '初中' }, { department: '扶贫办', field: 'education', written: '没上过学', value: null }];
    const answered = await client.importing.plan({ files: [sheet()], answers });
    expect(answered).toMatchObject({ questions: [], toMend: 0 });
    await client.importing.commit({ batch: answered.batch });
    expect((await person(client, '张试一')).values['education']).toBe('初中');
    expect((await person(client, '李试二')).values['education']).toBe('文盲或半文盲');
    const again = await client.importing.plan({ files: [sheet()] });
    expect(again).toMatchObject({ questions: [], counts: { same: 3 } });
  });
});

describe('a sheet that is not understood', () => {
  const strange = (): File => csv('来自街道.csv', [['某街道上报'], ['户号码', '名字', '号码', '和户主', '备注事项'], ['9900000001', '李试二', li, '配偶', '已核'], ['9900000002', '王试三', wang, '户主', '']]);
  const word = { file: '来自街道.csv', sheet: textSheet, kind: 'people', headerRows: [2], year: 2020, columns: { A: 'householdNo', B: 'name', C: 'identityNo', D: 'relation' } } as const;

  it('shows itself, is mapped once, and asks nothing the second time', async () => {
    const { client } = await filled();
    const first = await client.importing.plan({ files: [strange()] });
    expect(first.files[0]?.sheets[0]?.kind).toBeNull();
    const look = await client.importing.look({ batch: first.batch, file: '来自街道.csv', sheet: textSheet });
    expect(look.rows.slice(0, 2)).toEqual([{ number: 1, cells: ['某街道上报'] }, { number: 2, cells: ['户号码', '名字', '号码', '和户主', '备注事项'] }]);
    const mapped = await client.importing.plan({ files: [strange()], sheets: [{ ...word, headerRows: [...word.headerRows] }] });
    expect(mapped.counts).toMatchObject({ refused: 0, changed: 1, same: 1 });
    await client.importing.commit({ batch: mapped.batch });
    const again = await client.importing.plan({ files: [strange()] });
    expect(again.counts).toMatchObject({ same: 2, refused: 0 });
    expect(again.files[0]?.sheets[0]).toMatchObject({ kind: 'people', layout: { name: expect.stringContaining('人员表') as string } });
  });

  it('carries the mapping over to a new version of the form, and says what is different', async () => {
    const { client } = await filled();
    const mapped = await client.importing.plan({ files: [strange()], sheets: [{ ...word, headerRows: [...word.headerRows] }] });
    await client.importing.commit({ batch: mapped.batch });
    const next = csv('来自街道2.csv', [['户号码', '名字', '号码', '和户主的关系', '文化程度'], ['9900000001', '李试二', li, '配偶', '小学']]);
    const plan = await client.importing.plan({ files: [next], year: 2020, sheets: [{ file: '来自街道2.csv', sheet: textSheet, kind: 'people', headerRows: [1] }] });
    const [sheet] = plan.files[0]?.sheets ?? [];
    expect(sheet?.change).toMatchObject({ added: ['文化程度'], gone: ['备注事项'], renamed: [{ from: '和户主', to: '和户主的关系' }] });
    expect(sheet?.mapped.map(({ header, field }) => [header, field])).toEqual([['户号码', 'householdNo'], ['名字', 'name'], ['号码', 'identityNo'], ['和户主的关系', 'relation'], ['文化程度', 'education']]);
    expect(plan.counts).toMatchObject({ changed: 1, refused: 0 });
  });

  it('goes to a colleague as a file, without a word of any row', async () => {
    const { client } = await filled();
    await importAll(client, [csv('低保2020.csv', [['姓名', '证件号码', '等级', '金额'], ['李试二', li, 'A', '500']])]);
    const [layout] = await client.importing.layouts();
    await client.importing.renameLayout({ id: layout?.id ?? 0, name: '民政的低保表' });
    const file = await client.importing.exportLayouts({});
    const text = await file.text();
    expect(text).toContain('民政的低保表');
    expect(text).not.toContain(zhang);
    expect(text).not.toContain('李试二');
    const other = await openTestCore();
    expect(await other.client.importing.importLayouts({ file: new File([text], file.name) })).toEqual({ taken: 2 });
    expect((await other.client.importing.layouts()).map(({ name }) => name)).toContain('民政的低保表');
    await other.client.importing.forgetLayout({ id: (await other.client.importing.layouts())[0]?.id ?? 0 });
    expect(await other.client.importing.layouts()).toHaveLength(1);
    await expect(other.client.importing.importLayouts({ file: new File(['{}'], '别的.json') })).rejects.toMatchObject({ data: { where: '别的.json' } });
  });
});
