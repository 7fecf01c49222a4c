import { expect, test } from 'vitest';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';
import { FilledBook, sendAll } from './fill-in.ts';
import { pdfSays } from '../support/pdf-text.ts';

/** The same year every time: mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const offices = ['试东街道', '试南街道', '试西街道', '试北街道'];
const head = ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '在校生状况'];
const homes = offices.flatMap((office, street) => [0, 1, 2].map((at) => ({ office, no: `99${street}000000${at}`, headName: `试${'东南西北'[street] ?? ''}${'甲乙丙'[at] ?? ''}`, order: street * 10 + at })));
const people = homes.flatMap(({ office, no, headName, order }) => [
  [no, `${no}01`, office, `${office.slice(0, 2)}村`, headName, identity('19580312', order * 3 + 1), '户主', '非在校生'],
  [no, `${no}02`, office, `${office.slice(0, 2)}村`, `${headName}小`, identity('20110601', order * 3 + 2), '之孙子', '小学'],
]);

/** What an office does with its workbook in a month. */
const fates = ['inTime', 'inTime', 'late', 'never', 'zero', 'twice', 'columnAdded', 'sheetGone', 'lockedChanged'] as const;
type Fate = (typeof fates)[number];

interface Tally {
  visits: number;
  wages: number[];
  costs: number[];
  days: number;
  meetings: Map<string, number>;
}

test('twelve months of invented offices: late, wrong, twice, never; totals of reports are those of the ledgers, what is missing is told', async () => {
  let today = '2020-01-02';
  const { client } = await openTestCore({ now: () => new Date(`${today}T12:00:00`) });
  await importAll(client, [csv('人员2020.csv', [head, ...people])]);
  const roll = dice(20_200_315);
  const pick = (most: number): number => Math.floor(roll() * most);
  const model: Tally = { visits: 0, wages: Array.from({ length: 13 }, () => 0), costs: Array.from({ length: 13 }, () => 0), days: 0, meetings: new Map() };
  const ledger = async (key: string) => (await client.tables.rows({ subject: `ledger:${key}`, year: 2020, offset: 0, limit: 500 })).rows;
  const seen = new Map<Fate, number>();

  async function fill(book: FilledBook, office: string, month: number, fate: Fate): Promise<void> {
    const period = `2020-${String(month).padStart(2, '0')}`;
    for (const { headName } of homes.filter((home) => home.office === office)) {
      if (roll() < 0.7) {
        book.put('走访记录', book.rowOf('走访记录', '户主姓名', headName), { 走访时间: `${period}-${String(1 + pick(27)).padStart(2, '0')}`, 走访人: '试帮扶' });
        model.visits++;
      }
      const income = (label: string): number => book.rows('收入登记').find((row) => row.of('户主姓名') === headName && row.of('收支类别') === label)?.number ?? 0;
      const [wage, cost] = [pick(300_000), pick(50_000)];
      book.put('收入登记', income('工资性收入'), { [`${month}月`]: wage / 100 });
      book.put('收入登记', income('生产经营性支出'), { [`${month}月`]: cost / 100 });
      model.wages[month] = (model.wages[month] ?? 0) + wage;
      model.costs[month] = (model.costs[month] ?? 0) + cost;
      const days = 1 + pick(22);
      const pupil = book.rowOf('学生出勤', '姓名', `${headName}小`);
      book.put('学生出勤', pupil, { 当月是否在园在校: '是', 出勤天数: days });
      // The row of a pupil whose number was typed over is not taken.
      if (fate === 'lockedChanged') book.put('学生出勤', pupil, { 证件号码: identity('20110602', 999) });
      else model.days += days;
    }
    const meetings = pick(3);
    for (let at = 0; at < meetings; at++) book.put('会议记录', 5 + at, { 会议类别: '街道专题研究', 会议日期: `${period}-${String(3 + at).padStart(2, '0')}` });
    if (fate !== 'sheetGone') model.meetings.set(office, (model.meetings.get(office) ?? 0) + meetings);
    if (fate === 'sheetGone') book.book.removeWorksheet(book.sheet('会议记录').id);
    if (fate === 'columnAdded') {
      const sheet = book.sheet('工作日');
      sheet.getRow(4).getCell(sheet.columnCount + 1).value = '另加一列';
    }
  }

  for (let month = 1; month <= 12; month++) {
    const period = `2020-${String(month).padStart(2, '0')}`;
    today = `${period}-03`;
    const files = await sendAll(client, period, `${period}-25`);
    expect(files.size).toBe(offices.length);
    const state = async () => new Map((await client.cycle.year({ year: 2020 })).months[month - 1]?.offices.map((each) => [each.office, each]));
    const expected = new Map<string, string>();
    for (const office of offices) {
      const fate = fates[pick(fates.length)] ?? 'inTime';
      seen.set(fate, (seen.get(fate) ?? 0) + 1);
      today = `${period}-${fate === 'late' ? 27 : 20}`;
      expected.set(office, fate === 'never' ? 'overdue' : fate === 'late' ? 'returnedLate' : 'returned');
      if (fate === 'never') continue;
      const book = await FilledBook.open(files.get(office) ?? new File([], ''));
      if (fate !== 'zero') await fill(book, office, month, fate);
      const back = await book.file(`${office}${month}月.xlsx`);
      const [look] = await client.cycle.look({ files: [back], period });
      const told = { late: /迟交 2 天/, zero: /算零报告/, columnAdded: /多了“另加一列”/, sheetGone: /少了“会议记录”/, lockedChanged: /有 3 行锁定的格被改过/ };
      if (fate in told) expect(look?.told.join('；'), `${office} ${period}`).toMatch(told[fate as keyof typeof told]);
      else expect(look?.told, `${office} ${period} ${fate}`).toEqual([]);
      const plan = await client.importing.plan({ files: [back] });
      expect([plan.counts.conflict, plan.counts.refused], `${office} ${period} ${fate}`).toEqual([0, fate === 'lockedChanged' ? 3 : 0]);
      await client.importing.commit({ batch: plan.batch, confirmed: true });
      if (fate === 'twice') {
        // The same once more says nothing new; in its place one visit is corrected.
        const again = await client.importing.plan({ files: [back] });
        expect([again.writes.values, again.counts.new, again.counts.conflict], `${office} ${period} again`).toEqual([0, 0, 0]);
        await client.importing.commit({ batch: again.batch, confirmed: true });
      }
      // On the way, too, whoever has not returned is told.
      expect((await state()).get(office)?.state).toBe(expected.get(office));
    }
    today = `${period}-28`;
    expect(new Map([...(await state())].map(([office, { state: each }]) => [office, each]))).toEqual(expected);
    const never = offices.filter((office) => expected.get(office) === 'overdue');
    const [collected] = (await client.cycle.year({ year: 2020 })).months[month - 1]?.steps ?? [];
    expect(never.filter((office) => !(collected?.lacks.join() ?? '').includes(office))).toEqual([]);
    expect(collected?.state).toBe(never.length > 0 ? 'late' : 'done');
    const missing = await pdfSays(await client.cycle.paperPage({ period, paper: 'missing' }));
    expect(missing).toContain(`未交${never.length}个`);

    // The ledgers hold what was handed in, and the reports say the same.
    const fen = async (label: string, of: number): Promise<number> => (await ledger('monthlyIncome')).filter(({ values }) => values['monthlyIncome.class'] === label).reduce((sum, { values }) => sum + Number(values[`monthlyIncome.month${of}`] ?? 0), 0);
    expect([await fen('工资性收入', month), await fen('生产经营性支出', month)], period).toEqual([model.wages[month], model.costs[month]]);
    const { made } = await client.reports.make({ report: 'income-month', period });
    const sheet = made.sheets[0];
    const column = (name: string): number => sheet?.columns.findIndex(({ head: heads }) => heads.join('').startsWith(name)) ?? -1;
    const reported = (name: string): number => Math.round((sheet?.rows ?? []).filter(({ householdId }) => householdId !== undefined).reduce((sum, { cells }) => sum + Number((cells[column(name)]?.text ?? '').replaceAll(',', '') || 0), 0) * 100);
    expect([reported('工资性收入'), reported('支出'), reported('经营性收入')], period).toEqual([model.wages[month], model.costs[month], 0]);
  }

  expect(await ledger('visit')).toHaveLength(model.visits);
  expect((await ledger('attendance')).reduce((sum, { values }) => sum + Number(values['attendance.days'] ?? 0), 0)).toBe(model.days);
  const meetings = Map.groupBy(await ledger('meeting'), ({ values }) => String(values['meeting.unit']));
  expect(new Map([...meetings].map(([unit, own]) => [unit, own.length]))).toEqual(new Map([...model.meetings].filter(([, count]) => count > 0)));
  // Every fate came up.
  expect([...seen.keys()].toSorted()).toEqual([...new Set(fates)].toSorted());
  // Half a year taken back: the last import goes, and its office has not returned.
  const [last] = await client.importing.batches();
  await client.importing.undo({ batch: last?.batch ?? 0 });
  expect((await client.cycle.year({ year: 2020 })).months[11]?.steps[0]?.state).toBe('late');
});
