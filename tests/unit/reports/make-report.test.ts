import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';
import { explain } from '../../../shared/reports/explain.ts';
import { headRows } from '../../../shared/reports/head-rows.ts';
import { reports } from '../../../shared/reports/index.ts';
import { partsOf } from '../../../shared/reports/made-report.ts';
import { makeReport } from '../../../shared/reports/make-report.ts';
import { asked, before, daysOf, periodLabel, periodOf } from '../../../shared/reports/periods.ts';
import type { Unit } from '../../../shared/reports/report.ts';

const values = (of: Record<string, fc.Arbitrary<string | number | null>>) => fc.record(of, { requiredKeys: [] });
const yesNo = fc.constantFrom('是', '否', null);
const member = (id: string) =>
  values({
    name: fc.constantFrom('王试', '李试'), relation: fc.constantFrom('户主', '配偶', '之子'), memberState: fc.constantFrom('正常', '死亡', null), birthDate: fc.constantFrom('1950-02-28', '2012-09-01', '1985-06-30', null),
    health: fc.constantFrom('健康', '残疾', '长期慢性病、残疾', '患有大病', null), labour: fc.constantFrom('普通劳动力', '无劳动力', null), workArea: fc.constantFrom('省外务工', '未务工', null), schooling: fc.constantFrom('小学', '七年级', '非在校生', '大专及以上', null),
    dibao: yesNo, tekun: yesNo, residentMedical: yesNo, employeeMedical: yesNo, residentPension: yesNo,
  }).map((of) => ({ id, householdId: id.split('.')[0] ?? '', values: of }));

const household = (id: string): fc.Arbitrary<HouseholdFacts> =>
  fc.record({
    values: values({
      town: fc.constantFrom('高台子街道', '卧龙街道'), village: fc.constantFrom('李家堡村', '大峪村', ''), headName: fc.constantFrom('王守信', '李守义'), householdNo: fc.constant(`99050${id}`), perCapitaIncome: fc.constantFrom(599_999, 600_000, null), wageIncome: fc.constantFrom(0, 123_456, null),
      safeWater: yesNo, roadKind: fc.constantFrom('水泥路', '泥土路', null), mainCause: fc.constantFrom('因病', '因残', null), dangerousHouse: yesNo, houseLevel: fc.constantFrom('A级', 'D级', null),
    }),
    members: fc.integer({ min: 0, max: 4 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => member(`${id}.${at}`)))),
    aid: fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 2 }),
  }).map(({ values: of, members, aid }) => ({ id, year: 2020, values: of, lastYear: {}, members, helpers: [], records: { studentAid: aid.map((amount, at) => ({ id: `${id}r${at}`, memberId: members[0]?.id ?? null, year: 2020, values: { 'studentAid.amount': amount } })) } }));

const unit = (facts: HouseholdFacts): Unit => ({ id: facts.id, label: String(facts.values['headName'] ?? ''), town: String(facts.values['town'] ?? ''), village: String(facts.values['village'] ?? ''), household: facts, record: null, ledger: null });
const register = fc.integer({ min: 0, max: 8 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => household(String(at)))));

const made = (report: (typeof reports)[number], facts: readonly HouseholdFacts[]) =>
  makeReport(report, { asked: asked(report.period, periodOf(report.period, '2020-03-31'), '2020-03-31'), level: 'reduced', office: '明山区扶贫办', revision: 1, households: facts.map(unit), records: {}, notes: {} });

describe.each(reports.map((report) => [report.title, report] as const))('%s', (_, report) => {
  it('adds up whatever the register holds: every number is the sum of its parts, every identity holds', () => {
    fc.assert(
      fc.property(register, (facts) => {
        const { figures, sheets } = made(report, facts);
        for (const [key, { value }] of Object.entries(figures)) expect(Object.values(partsOf({ figures }, key)).reduce((sum, part) => sum + part, 0), key).toBe(value);
        for (const { rows, columns } of sheets) for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
      }),
      { numRuns: 60 },
    );
  });

  it('explains any change household by household; the explanations are the difference', () => {
    fc.assert(
      fc.property(register, register, (then, now) => {
        const [first, second] = [made(report, then), made(report, now)];
        const told = explain(first, second);
        for (const { difference, because } of told) expect(because.reduce((sum, each) => sum + each.difference, 0)).toBe(difference);
        const changed = Object.keys(second.figures).filter((key) => (first.figures[key]?.value ?? 0) !== second.figures[key]?.value);
        expect(changed.filter((key) => !told.some(({ figure }) => figure === key))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

it('tells that there is no figure where no ledger has a record, and leaves empty what is not counted by the month', () => {
  const report = reports.find(({ key }) => key === 'five-groups');
  if (!report) throw new Error('no monthly report');
  const [facts] = fc.sample(household('1'), 1);
  const cells = (of: HouseholdFacts, item: string) => made(report, [of]).sheets[0]?.rows.find(({ key }) => key === item)?.cells.map(({ text }) => text);
  const bare = { ...(facts as HouseholdFacts), records: {} };
  expect(cells(bare, 'contract')?.slice(4, 7)).toEqual(['', '没有数据', '']);
  expect(cells({ ...bare, records: { doctorContract: [{ id: 'r', memberId: null, year: 2020, values: {} }] } }, 'contract')?.slice(4, 6)).toEqual(['0', '0']);
  expect(cells(bare, 'medical')?.[4]).toBe('');
});

describe('periods', () => {
  it('know their first and last day, leap years and turns of the year', () => {
    expect(daysOf('month', '2020-02')).toEqual({ from: '2020-02-01', until: '2020-02-29' });
    expect(daysOf('quarter', '2020-Q4')).toEqual({ from: '2020-10-01', until: '2020-12-31' });
    expect([before('month', '2020-01'), before('quarter', '2020-Q1'), before('year', '2020'), before('day', '2020-03-01')]).toEqual(['2019-12', '2019-Q4', '2019', '2020-02-29']);
    expect([periodLabel('quarter', '2020-Q1'), periodLabel('month', '2020-03'), periodLabel('day', '2020-10-31')]).toEqual(['2020年1季度', '2020年3月', '2020年10月31日']);
  });
});

it('merges equal heads that stand beside each other, and lets single ones reach down', () => {
  const rows = headRows([{ head: ['序号'] }, { head: ['低保', '户数'] }, { head: ['低保', '人数'] }, { head: ['特困', '户数'] }]);
  expect(rows).toEqual([
    [{ text: '序号', column: 0, across: 1, down: 2 }, { text: '低保', column: 1, across: 2, down: 1 }, { text: '特困', column: 3, across: 1, down: 1 }],
    [{ text: '户数', column: 1, across: 1, down: 1 }, { text: '人数', column: 2, across: 1, down: 1 }, { text: '户数', column: 3, across: 1, down: 1 }],
  ]);
});
