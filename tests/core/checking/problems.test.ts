import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProblemRow } from '../../../shared/contract/problems.ts';
import { notSecond } from '../../../shared/register/problem-state.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';
import { pdfSays } from '../support/pdf-text.ts';

const header = ['乡镇', '行政村', '户编号', '姓名', '证件号码', '性别', '与户主关系', '人数', '健康状况', '劳动技能'];
const sheet = csv('人员_2020.csv', [
  header,
  ['高台子街道', '台地村', '99050400009', '钱试一', identity('19850203', 1), '男', '户主', '1', '健康', '丧失劳动力'],
  ['牛心台街道', '上牛村', '99050400001', '赵试一', identity('19850506', 4), '女', '户主', '1', '健康', '无劳动力'],
]);
let photos = 0;
/** A picture that nobody has stored yet. */
const photo = (): File => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, Math.floor(photos / 200), photos++ % 200, 1, 2])], '整改后.jpg');

async function onADay(day = '2020-03-16') {
  const clock = { day };
  const core = await openTestCore({ now: () => new Date(`${clock.day}T09:00:00`) });
  await importAll(core.client, [sheet]);
  return { ...core, clock };
}

const found = async (client: TestClient): Promise<string[]> => (await client.checking.run({ year: 2020 })).findings.map(({ id }) => id);
const open = async (client: TestClient, values: Record<string, string> = {}) => client.problems.open({ findings: await found(client), year: 2020, values: { 'problem.due': '2020-04-20', 'problem.owner': '孙试责', ...values } });
const rowsOf = async (client: TestClient): Promise<readonly ProblemRow[]> => (await client.problems.list()).rows;
const of = async (client: TestClient, name: string): Promise<ProblemRow> => {
  const row = (await rowsOf(client)).find(({ values }) => values['problem.person'] === name);
  if (!row) throw new Error(`no problem of ${name}`);
  return row;
};
async function edit(client: TestClient, name: string, field: string, text: string) {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 50 });
  const row = rows.find(({ values }) => values['name'] === name);
  await client.tables.edit({ subject: 'people', id: row?.id ?? '', year: 2020, field, text, base: row?.revision ?? 0 });
}
const done = async (client: TestClient, name: string, by = '孙试责') => {
  const { id, revision: base } = await of(client, name);
  return client.problems.done({ id, base, by, note: '已改', files: [photo()] });
};
const close = async (client: TestClient, name: string, by: string) => {
  const { id, revision: base } = await of(client, name);
  return client.problems.close({ id, base, by, verdict: '属实', year: 2020 });
};

it('makes findings problems once, with who answers for them; a fixed one is proposed by the next run and closed by a second person with evidence', async () => {
  const { client } = await onADay();
  expect(await open(client)).toEqual({ label: '列入整改：2 个问题', made: 2, already: 0 });
  await expect(open(client)).rejects.toThrow('都已经在整改台账里');
  expect(await of(client, '钱试一')).toMatchObject({ state: 'open', overdue: false, town: '高台子街道', values: { 'problem.source': '规则核对', 'problem.rule': 'R085', 'problem.due': '2020-04-20', 'problem.foundOn': '2020-03-16' } });

  // Nothing is closed that is not said to be done, not proved, or still found.
  await expect(close(client, '钱试一', '周试复')).rejects.toThrow('还没有报整改完成');
  const { id, revision: base } = await of(client, '钱试一');
  await expect(client.problems.done({ id, base, by: '孙试责', files: [] })).rejects.toThrow('没有整改佐证');
  await done(client, '钱试一');
  await expect(close(client, '钱试一', '周试复')).rejects.toThrow('核对还查得出这个问题');
  await edit(client, '钱试一', 'labour', '普通劳动力');
  await expect(close(client, '钱试一', ' 孙 试责')).rejects.toThrow('报完成的人');
  expect(await client.problems.follow({ year: 2020 })).toEqual({ proposed: 1, reopened: 0 });
  expect(await client.problems.follow({ year: 2020 })).toEqual({ proposed: 0, reopened: 0 });
  expect(await of(client, '钱试一')).toMatchObject({ state: 'proposed', values: { 'problem.proposedWhy': '重新核对已查不出' }, evidence: [{ name: '整改后.jpg' }] });
  await close(client, '钱试一', '周试复');
  expect(await of(client, '钱试一')).toMatchObject({ state: 'closed', values: { 'problem.closedBy': '周试复', 'problem.closedOn': '2020-03-16' } });
  expect((await client.problems.list()).rates).toMatchObject([{ town: '高台子街道', rate: 100 }, { town: '牛心台街道', rate: 0 }, { town: '合计', total: 2, closed: 1, rate: 50 }]);

  // An undone closing is open again; so is one whose error comes back.
  await client.tables.undo();
  expect(await of(client, '钱试一')).toMatchObject({ state: 'proposed' });
  await client.tables.redo();
  await edit(client, '钱试一', 'labour', '丧失劳动力');
  expect(await client.problems.follow({ year: 2020 })).toEqual({ proposed: 0, reopened: 1 });
  expect(await of(client, '钱试一')).toMatchObject({ state: 'open', evidence: [], values: { 'problem.reopenedWhy': '重新核对又查出来' } });
});

it('proposes what was excused, and what a switched-off rule is silent about stays', async () => {
  const { client } = await onADay();
  await open(client);
  const finding = (await client.checking.run({ year: 2020 })).findings.find(({ person }) => person === '钱试一');
  await client.checking.exempt({ finding: finding?.id ?? '', reason: '工伤' });
  await client.checking.switchRule({ rule: 'R085', off: true, why: '试' });
  expect(await client.problems.follow({ year: 2020 })).toEqual({ proposed: 0, reopened: 0 });
  await client.checking.switchRule({ rule: 'R085', off: false, why: '' });
  expect(await client.problems.follow({ year: 2020 })).toEqual({ proposed: 1, reopened: 0 });
  expect((await of(client, '钱试一')).values['problem.proposedWhy']).toBe('已豁免');
});

it('takes problems of inspections and of no household, changes them, and writes nothing by the grid that closes one', async () => {
  const { client } = await onADay();
  const values = { 'problem.text': '项目公示不全', 'problem.source': '审计', 'problem.foundOn': '2020-03-10', 'problem.town': '高台子街道', 'problem.project': '光伏电站', 'problem.mode': '现场整改' };
  const { id } = await client.problems.add({ values });
  await expect(client.problems.add({ values })).rejects.toThrow('已经有这一条');
  await expect(client.problems.add({ values: { ...values, 'problem.foundOn': '2020-05-10' } })).rejects.toThrow('将来');
  await expect(client.problems.add({ values: { ...values, 'problem.closedOn': '2020-03-10' } })).rejects.toThrow('不能这样填');
  const row = (await rowsOf(client)).find((each) => each.id === id);
  expect(row).toMatchObject({ householdId: null, town: '高台子街道', state: 'open' });
  await client.problems.change({ id, base: row?.revision ?? 0, values: { 'problem.progress': '补公示', 'problem.due': '20200320' } });
  await expect(client.problems.change({ id, base: row?.revision ?? 0, values: { 'problem.progress': '别的' } })).rejects.toThrow('刚被改过');
  expect((await rowsOf(client))[0]).toMatchObject({ state: 'working', values: { 'problem.due': '2020-03-20' } });
  const [line] = (await client.tables.rows({ subject: 'ledger:problem', year: 2020, offset: 0, limit: 5 })).rows;
  for (const [field, text] of [['closedOn', '2020-03-16'], ['closedBy', '周试复'], ['doneOn', '2020-03-16'], ['evidence', 'x']] as const) {
    await expect(client.tables.edit({ subject: 'ledger:problem', id, year: 2020, field: `problem.${field}`, text, base: line?.revision ?? 0 })).rejects.toThrow('要有佐证和第二个人');
  }
  // Evidence of no household lies with the problem alone.
  await client.problems.done({ id, base: line?.revision ?? 0, by: '孙试责', place: '档案柜 3' });
  const said = (await rowsOf(client))[0];
  expect(said).toMatchObject({ state: 'proposed', evidence: [{ name: '项目公示不全' }] });
  expect((await client.documents.ofRecord({ recordId: id })).documents).toMatchObject([{ values: { 'document.kind': '整改佐证', 'document.place': '档案柜 3' } }]);
  await client.problems.close({ id, base: said?.revision ?? 0, by: '周试复' });
  const closed = (await rowsOf(client))[0];
  expect(closed?.state).toBe('closed');
  // Its evidence goes: so does its closing.
  const evidence = closed?.evidence[0]?.id ?? '';
  await client.tables.removeEntry({ subject: 'ledger:document', id: evidence, base: 1000 });
  expect((await rowsOf(client))[0]?.state).toBe('proposed');
});

it('hangs what is public and nothing else, page by page; the workbook has it all by list', async () => {
  const { client } = await onADay();
  await open(client, { 'problem.measure': '入户核实' });
  const page = await pdfSays(await client.problems.posterPage({}));
  expect(page).toContain('劳动年龄、健康，却没有劳动力');
  expect(page).toContain('孙试责');
  for (const secret of ['钱试一', '赵试一', '丧失劳动力', identity('19850203', 1)]) expect(page).not.toContain(secret);
  const ofTown = await pdfSays(await client.problems.posterPage({ town: '高台子街道' }));
  expect(ofTown).toContain('高台子街道');
  expect(ofTown.length).toBeLessThan(page.length);
  await expect(client.problems.posterPage({ of: 'overdue' })).rejects.toThrow('没有逾期未改的问题');
  await client.problems.notePoster({});
  expect((await client.outgoing.list({})).rows).toMatchObject([{ what: expect.stringContaining('问题清单上墙') as string, level: 'public', rows: 2 }]);
  await expect(client.problems.export({ level: 'public' })).rejects.toThrow('只在机关内部');
  const book = await client.problems.export({ level: 'reduced' });
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(await book.arrayBuffer());
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['整改率', '逐日', '整改台账', '现场整改', '交办整改', '逾期']);
  expect(workbook.getWorksheet('交办整改')?.rowCount).toBe(4);
});

it('is followed through a quarter day by day: found until 31 March, due on 20 April, overdue from the day after, closed when proved', async () => {
  const { client, clock } = await onADay('2020-03-16');
  await open(client);
  const seen: string[] = [];
  for (const day = new Date('2020-03-17T00:00:00Z'); day <= new Date('2020-06-16T00:00:00Z'); day.setUTCDate(day.getUTCDate() + 1)) {
    clock.day = day.toISOString().slice(0, 10);
    if (clock.day === '2020-03-31') await client.problems.add({ values: { 'problem.text': '走访没有日期', 'problem.source': '大排查', 'problem.foundOn': '2020-03-31', 'problem.due': (await client.problems.list()).usualDue } });
    if (clock.day === '2020-04-10') await edit(client, '钱试一', 'labour', '普通劳动力');
    if (clock.day === '2020-04-12') await done(client, '钱试一');
    await client.problems.follow({ year: 2020 });
    if (clock.day === '2020-04-15') await close(client, '钱试一', '周试复');
    if (clock.day === '2020-05-06') await edit(client, '赵试一', 'labour', '普通劳动力');
    if (clock.day === '2020-05-20') await done(client, '赵试一');
    if (clock.day === '2020-05-25') await close(client, '赵试一', '周试复');
    if (clock.day === '2020-06-01') await edit(client, '钱试一', 'labour', '丧失劳动力');
    const { rows, rates } = await client.problems.list();
    const told = `${rows.map(({ values, state, overdue }) => `${String(values['problem.person'] ?? '本办')}${state}${overdue ? '!' : ''}`).toSorted((a, b) => (a < b ? -1 : 1)).join(' ')} ${rates.at(-1)?.rate}`;
    if (seen.at(-1)?.slice(11) !== told) seen.push(`${clock.day} ${told}`);
  }
  expect(seen).toEqual([
    '2020-03-17 赵试一open 钱试一open 0',
    '2020-03-31 本办open 赵试一open 钱试一open 0',
    '2020-04-10 本办open 赵试一open 钱试一proposed 0',
    '2020-04-15 本办open 赵试一open 钱试一closed 33.3',
    '2020-04-21 本办open! 赵试一open! 钱试一closed 33.3',
    '2020-05-07 本办open! 赵试一proposed! 钱试一closed 33.3',
    '2020-05-25 本办open! 赵试一closed 钱试一closed 66.7',
    '2020-06-02 本办open! 赵试一closed 钱试一open! 33.3',
  ]);
});

it('is asked of a past day as it was, and written only now', async () => {
  const { client, clock } = await onADay('2020-03-16');
  await open(client);
  await edit(client, '钱试一', 'labour', '普通劳动力');
  clock.day = '2020-04-02';
  await done(client, '钱试一');
  await close(client, '钱试一', '周试复');
  const before = await client.problems.list({ asOf: '2020-03-20' });
  expect([before.today, before.rates.at(-1), before.rows.map(({ state }) => state)]).toEqual(['2020-03-20', expect.objectContaining({ total: 2, closed: 0 }), ['open', 'open']]);
  expect((await client.problems.list({ asOf: '2020-04-02' })).rates.at(-1)).toMatchObject({ total: 2, closed: 1, rate: 50 });
  expect((await client.problems.list()).days).toEqual([{ day: '2020-03-16', total: 2, closed: 0 }, { day: '2020-04-02', total: 2, closed: 1 }]);
});

/** A list as an inspection sends it: of households, and of a village; said to be closed, which a list cannot make it. */
const fedBack = csv('审计反馈问题清单.csv', [
  ['明山区扶贫审计反馈问题整改台账'],
  ['序号', '乡镇（街道）', '村', '户主姓名', '问题类型', '存在问题', '反馈时间', '责任单位', '责任人', '整改时限', '完成情况', '完成时间', '是否销号'],
  ['1', '高台子街道', '台地村', '钱试一', '住房安全', '鉴定没有附照片', '2020-03-10', '高台子街道', '孙试责', '2020-03-14', '已补', '2020-03-12', '是'],
  ['2', '牛心台街道', '上牛村', '', '资金项目', '公示不足十天', '2020-03-10', '牛心台街道', '', '2020-04-20', '', '', ''],
  ['3', '牛心台街道', '上牛村', '吴试无', '收入', '收入没有依据', '2020-03-10', '牛心台街道', '', '2020-04-20', '', '', ''],
  ['4', '牛心台街道', '上牛村', '', '收入', '', '2020-03-10', '牛心台街道', '', '2020-04-20', '', '', ''],
]);

it('takes an inspection\'s list: of a household, of a village, told apart whom it does not know; closed it makes none', async () => {
  const { client } = await onADay();
  const done = await importAll(client, [fedBack]);
  expect(done.files[0]?.sheets[0]).toMatchObject({ kind: 'problem' });
  expect(done.files[0]?.sheets[0]?.unmapped.map(({ header }) => header)).toEqual(['完成时间', '是否销号']);
  expect(done.counts).toMatchObject({ new: 2, refused: 2 });
  const rows = await rowsOf(client);
  expect(rows.map(({ head, town, village, state, overdue, values }) => [head, town, village, values['problem.text'], values['problem.source'], state, overdue])).toEqual([
    ['钱试一', '高台子街道', '台地村', '鉴定没有附照片', '审计', 'working', true],
    ['', '牛心台街道', '上牛村', '公示不足十天', '审计', 'open', false],
  ]);
  const again = await client.importing.plan({ files: [fedBack] });
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  await client.importing.discard({ batch: again.batch });
  await client.importing.undo({ batch: done.batch });
  expect(await rowsOf(client)).toEqual([]);
});

it('comes back the same from its own sheet, whatever a rule found and somebody closed; a sheet that closes one is told, and closes none', async () => {
  const { client } = await onADay();
  await open(client);
  await importAll(client, [fedBack]);
  await edit(client, '钱试一', 'labour', '普通劳动力');
  await done(client, '钱试一');
  await close(client, '钱试一', '周试复');
  const before = await rowsOf(client);
  const sheetOf = await client.papers.exportSheet({ level: 'full', reason: '上报', subject: 'ledger:problem', year: 2020 });
  const again = await client.importing.plan({ files: [sheetOf] });
  expect(again.counts).toMatchObject({ same: before.length, new: 0, changed: 0, refused: 0 });
  await client.importing.discard({ batch: again.batch });
  const said = await client.importing.plan({ files: [csv('整改台账.csv', [['问题内容', '发现日期', '问题来源', '问题所在村', '销号日期', '销号复核人'], ['账目不清', '2020-03-10', '审计', '上牛村', '2020-03-12', '周试复']])] });
  const { rows: [row] } = await client.importing.rows({ batch: said.batch, limit: 5 });
  expect(row?.remarks.map(({ message }) => message)).toEqual(['“销号日期”由程序写，没有收', '“销号复核人”由程序写，没有收']);
  await client.importing.commit({ batch: said.batch, confirmed: true });
  expect((await rowsOf(client)).find(({ values }) => values['problem.text'] === '账目不清')).toMatchObject({ state: 'open', values: { 'problem.source': '审计' } });
});

it('is reported by village as of a day, found, open, closed, with both lists; what was done later is not yet done then', async () => {
  const { client, clock } = await onADay();
  await open(client);
  await importAll(client, [fedBack]);
  await edit(client, '钱试一', 'labour', '普通劳动力');
  clock.day = '2020-04-02';
  await done(client, '钱试一');
  await close(client, '钱试一', '周试复');
  const told = async (period: string): Promise<readonly (readonly string[])[]> => {
    const { made } = await client.reports.make({ report: 'problems', period });
    return made.sheets.map(({ rows, key }) => (key === 'sum' ? (rows.at(-1)?.cells.slice(3, 10).map(({ text }) => text) ?? []) : rows.map(({ cells }) => `${cells[3]?.text}:${cells[5]?.text}`)));
  };
  expect(await told('2020-03-12')).toEqual([['2', '1', '1', '0', '0', '0', '0.00%'], ['钱试一:鉴定没有附照片', ':公示不足十天'], []]);
  expect(await told('2020-03-31')).toEqual([['4', '3', '1', '0', '0', '1', '0.00%'], expect.arrayContaining(['钱试一:鉴定没有附照片', ':公示不足十天']), []]);
  const [sums, left, closed] = await told('2020-04-02');
  expect([sums, left?.length, closed]).toEqual([['4', '2', '1', '0', '1', '1', '25.00%'], 3, [expect.stringMatching(/^钱试一:35 岁/)]]);
  // Its evidence is gone: so is its closing, also in the report.
  const evidence = (await of(client, '钱试一')).evidence[0]?.id ?? '';
  await client.tables.removeEntry({ subject: 'ledger:document', id: evidence, base: 1000 });
  expect((await told('2020-04-02'))[0]?.[4]).toBe('0');
});

it('property: whatever is done and taken back, nothing counts as closed without evidence that is there and a second person', async () => {
  const names = ['孙试责', '周试复', '吴试三', ' '] as const;
  const step = fc.record({ deed: fc.constantFrom('done', 'close', 'reopen', 'undo', 'redo', 'mend', 'spoil', 'follow', 'owner', 'drop', 'undoOne'), whom: fc.constantFrom('钱试一', '赵试一'), name: fc.constantFrom(...names), bare: fc.boolean(), back: fc.nat(6) });
  let closings = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      const { client } = await onADay();
      await open(client);
      await edit(client, '钱试一', 'labour', '普通劳动力');
      await done(client, '钱试一');
      await close(client, '钱试一', '周试复');
      for (const { deed, whom, name, bare, back } of steps) {
        const now = (await rowsOf(client)).find(({ values }) => values['problem.person'] === whom);
        if (!now) {
          // The opening was taken back.
          await client.tables.redo().catch(() => undefined);
          continue;
        }
        const { id, revision: base, evidence, state: before } = now;
        const deeds: Readonly<Record<typeof deed, () => Promise<unknown>>> = {
          done: () => client.problems.done({ id, base, by: name, files: bare ? [] : [photo()] }),
          close: () => client.problems.close({ id, base, by: name, year: 2020 }),
          reopen: () => client.problems.reopen({ id, base, why: '没改好' }),
          undo: () => client.tables.undo(),
          redo: () => client.tables.redo(),
          mend: () => edit(client, whom, 'labour', '普通劳动力'),
          spoil: () => edit(client, whom, 'labour', '丧失劳动力'),
          follow: () => client.problems.follow({ year: 2020 }),
          owner: () => client.problems.change({ id, base, values: { 'problem.owner': name } }),
          drop: () => client.tables.removeEntry({ subject: 'ledger:document', id: evidence[0]?.id ?? '', base: 1_000_000 }),
          undoOne: async () => {
            const { rows } = await client.history.commands({});
            const number = rows[Math.min(back, rows.length - 1)]?.command ?? 0;
            return client.history.undo({ command: number });
          },
        };
        await deeds[deed]().catch(() => undefined);
        for (const row of await rowsOf(client)) {
          if (row.state !== 'closed') continue;
          closings++;
          expect(row.evidence.length).toBeGreaterThan(0);
          expect(notSecond(row.values, String(row.values['problem.closedBy'] ?? ''))).toBeNull();
          expect(row.values['problem.doneBy']).not.toBe(row.values['problem.closedBy']);
        }
        const after = (await rowsOf(client)).find((row) => row.id === id)?.state;
        // Only a second person's word, or a step forward or back, closes.
        if (before !== 'closed' && after === 'closed') expect(['close', 'undo', 'redo', 'owner', 'undoOne']).toContain(deed);
      }
    }),
    { numRuns: 20 },
  );
  expect(closings).toBeGreaterThan(0);
});
