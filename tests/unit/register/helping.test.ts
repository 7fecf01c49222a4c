import { expect, test } from 'vitest';
import { societyAndMoneyTargets } from '../../../shared/plan/targets/society-and-money.ts';
import { Tally } from '../../../shared/plan/targets/tally.ts';
import { reportOf } from '../../../shared/reports/index.ts';
import { makeReport } from '../../../shared/reports/make-report.ts';
import { helpsOn } from '../../../shared/register/helping.ts';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';

const household = (helpUntil: string | null): HouseholdFacts => ({
  id: 'h', year: 2020, values: { town: '甲街道', village: '一村', householdNo: '1', headName: '张试一' }, lastYear: {},
  members: [{ id: 'm', householdId: 'h', values: { name: '张试一', relation: '户主' } }], helpers: [{ id: 'p', values: { helperName: '试帮扶', helpUntil } }], records: {},
});

/** As the report of pairings has it on a day. */
function reported(until: string | null, today: string): number {
  const unit = { id: 'h', label: '张试一', town: '甲街道', village: '一村', household: household(until), record: null, ledger: null };
  const asked = { period: '2020', year: 2020, from: '2020-01-01', until: '2020-12-31', today };
  const made = makeReport(reportOf('helpers'), { asked, level: 'reduced', office: '试办', revision: 1, households: [unit], records: {}, notes: {} });
  const [sheet] = made.sheets;
  const at = sheet?.columns.findIndex(({ head }) => head.join('') === '已结对') ?? -1;
  return Number(sheet?.rows.at(-1)?.cells[at]?.text);
}

/** As the plan has it. */
function measured(until: string | null, day: string): number {
  const target = societyAndMoneyTargets.find(({ row }) => row === 'S43');
  const tally = new Tally(5);
  const home = { household: household(until), here: household(until).members };
  target?.home?.(home, { year: 2020, day, row: { id: 'S43', section: '试', group: '试', title: '试', units: ['试'] }, parameter: () => null, windows: () => [] }, tally);
  return tally.done;
}

test('somebody helps until the last day of the pairing, that day counted: for the plan and the report alike', () => {
  expect(['2020-06-29', '2020-06-30', '2020-07-01'].map((day) => helpsOn({ values: { helpUntil: '2020-06-30' } }, day))).toEqual([true, true, false]);
  for (const until of [null, '2020-06-30', '2020-12-31']) {
    for (const day of ['2020-06-29', '2020-06-30', '2020-07-01', '2020-12-31']) {
      const helps = until === null || until >= day ? 1 : 0;
      expect([measured(until, day), reported(until, day)], `${String(until)} ${day}`).toEqual([helps, helps]);
    }
  }
  // A year that is over is told as it ended.
  expect([reported('2020-12-31', '2022-05-01'), reported('2020-12-30', '2022-05-01')]).toEqual([1, 0]);
});
