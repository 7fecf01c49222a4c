import { expect, test } from 'vitest';
import { shippedPlans } from '../../../electron/core/plan/plan-of.ts';
import { holidaysOf, windowsOf } from '../../../electron/core/plan/windows.ts';
import { countryCalendar } from '../../../electron/core/plan/work-calendar.ts';
import { targets } from '../../../shared/plan/targets/index.ts';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import { builtInViews } from '../../../shared/views/built-in.ts';

const rows = Array.from({ length: 75 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`);

test.each(shippedPlans.map((plan) => [plan.year, plan] as const))('the plan of %i has every row, and every row is measured', (_, plan) => {
  expect(plan.rows.map(({ id }) => id)).toEqual(rows);
  expect(targets.map(({ row }) => row)).toEqual(rows);
  for (const { id, remarks = [], group, view } of plan.rows) {
    const target = targets.find(({ row }) => row === id);
    const duties = plan.duties.filter(({ key }) => target?.duties?.includes(key));
    // What is measured has somewhere to stand: a ledger, duties, or the register's own fields.
    expect(target?.home ?? target?.whole ?? duties[0], id).toBeDefined();
    expect(duties.map(({ key }) => key), id).toEqual(target?.duties ?? []);
    for (const ledger of [...(target?.ledgers ?? []), ...duties.flatMap(({ evidence }) => evidence?.ledger ?? [])]) expect(findLedger(ledger), `${id}: ${ledger}`).toBeDefined();
    for (const remark of remarks) expect(plan.remarks[remark], remark).toBeDefined();
    expect(plan.groups).toContain(group);
    if (view !== undefined) expect(builtInViews.some(({ key }) => key === view), view).toBe(true);
  }
  for (const { row, evidence } of plan.duties) {
    expect(rows).toContain(row);
    const fields = findLedger(evidence?.ledger ?? '')?.fields.map(({ key }) => key) ?? [];
    for (const name of evidence ? [evidence.on, ...Object.keys(evidence.where ?? {}), ...(evidence.by === undefined || evidence.by === 'town' ? [] : [evidence.by]), ...(evidence.sum === undefined ? [] : [evidence.sum])] : []) expect(fields).toContain(`${evidence?.ledger ?? ''}.${name}`);
  }
});

test.each(shippedPlans.flatMap((plan) => [plan, { ...plan, year: 2021, issuedOn: '2021-01-01' }, { ...plan, year: 2024, issuedOn: '2024-01-01' }]).map((plan) => [plan.year, plan] as const))('windows of %i follow each other without a gap, end on a calendar day, and are reminded of on a working day', (year, plan) => {
  for (const duty of plan.duties) {
    if (duty.rule === undefined || duty.rule === 'HOLIDAYS') continue;
    const windows = windowsOf(duty, plan);
    expect(windows.length).toBeGreaterThan(0);
    windows.forEach(({ from, until, remind }, at) => {
      expect(from <= until && until <= `${year}-12-31`).toBe(true);
      const before = windows[at - 1];
      if (before) expect(Date.parse(from) - Date.parse(before.until)).toBe(86_400_000);
      // A window all of whose days are off is reminded of on its last.
      const days = Array.from({ length: (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1 }, (_, more) => new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10));
      expect(remind).toBe(days.findLast(countryCalendar.isWorkday) ?? until);
    });
  }
  const monthly = windowsOf({ key: 'm', row: 'S57', title: '月', who: ['区'], rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }, { ...plan, issuedOn: `${year}-01-01` });
  expect(monthly).toHaveLength(12);
  expect(monthly[1]?.until).toBe(year % 4 === 0 ? `${year}-02-29` : `${year}-02-28`);
});

test('the holidays of 2020 are those of the national calendar', () => {
  expect(holidaysOf({ year: 2020, holidays: ['元旦', '春节', '劳动节', '端午', '中秋', '国庆节'] })).toEqual([
    { label: '元旦', first: '2020-01-01', last: '2020-01-01' },
    { label: '春节', first: '2020-01-24', last: '2020-02-02' },
    { label: '劳动节', first: '2020-05-01', last: '2020-05-05' },
    { label: '端午', first: '2020-06-25', last: '2020-06-27' },
    { label: '国庆节', first: '2020-10-01', last: '2020-10-08' },
  ]);
  // A Sunday that was worked for a holiday, a Saturday that was not.
  expect(['2020-09-27', '2020-10-03'].map(countryCalendar.isWorkday)).toEqual([true, false]);
});
