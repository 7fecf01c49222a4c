import { expect, test } from 'vitest';
import type { PlanBoard } from '../../../shared/plan/measured.ts';
import { planRegister } from './plan-register.ts';

const days = ['2020-03-31', '2020-04-20', '2020-09-30', '2020-10-31'] as const;

/**
 * Every row of the plan on four days, counted by hand from what plan-register.ts writes into the sample: done/due and state; a dash
 * where nothing is there or nothing is owed. How a figure comes about where it is not plain:
 * S05 the first ten households have sixteen people. S12 ten of twenty contracts were served in April, the others in September. S36 two
 * people turn sixty until the end of September, a third in October. S24, S25 the eleven pupils of the sample. S39 one has been tapering since June 2019: sixteen months in
 * September. S41 the water of one household failed in April and was mended in September. S42 thirty-five helpers. S57 done in March and April, then missed.
 * S59, S60 four streets owe it, one did in March. S62 six groups, a dispatch and a bulletin a month; one report came. S63 twenty-three
 * units a month; one unit did in March and April. S75 one household of 111 was greeted at 劳动节, none at 端午.
 */
const byHand = `
S01 18/18 met | 18/18 met | 18/18 met | 18/18 met
S02 - none | - none | - none | - none
S03 - none | - none | - none | - none
S04 - none | - none | - none | - none
S05 16/208 risk | 16/208 risk | 16/208 risk | 16/208 risk
S06 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S07 1/1 met | 1/1 met | 1/1 met | 1/1 met
S08 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S09 0/38 risk | 0/38 risk | 0/38 risk | 0/38 risk
S10 208/208 met | 208/208 met | 208/208 met | 208/208 met
S11 5/208 risk | 5/208 risk | 5/208 risk | 5/208 risk
S12 0/208 risk | 10/208 risk | 20/208 risk | 20/208 risk
S13 0/19 risk | 0/19 risk | 0/19 risk | 0/19 risk
S14 1/- course | 1/- course | 1/- course | 2/- course
S15 1/1 met | 1/1 met | 1/2 risk | 1/2 risk
S16 1/1 met | 1/1 met | 1/2 risk | 1/2 risk
S17 111/111 met | 111/111 met | 111/111 met | 111/111 met
S18 3/3 met | 3/3 met | 3/3 met | 3/3 met
S19 2/3 course | 2/3 course | 2/3 risk | 2/3 risk
S20 0/11 risk | 0/11 risk | 0/11 risk | 0/11 risk
S21 0/0 met | 0/0 met | 0/0 met | 0/0 met
S22 0/0 met | 0/0 met | 0/0 met | 0/0 met
S23 0/0 met | 0/0 met | 0/0 met | 0/0 met
S24 0/7 risk | 0/7 risk | 0/7 risk | 0/7 risk
S25 0/4 risk | 0/4 risk | 0/4 risk | 0/4 risk
S26 0/0 met | 0/0 met | 0/0 met | 0/0 met
S27 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S28 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S29 - none | - none | 1/- course | 1/- course
S30 1/- course | 1/- course | 1/- course | 1/- course
S31 1/- course | 1/- course | 1/- course | 1/- course
S32 0/2 risk | 0/2 risk | 1/2 risk | 1/2 risk
S33 174/174 met | 174/174 met | 174/174 met | 174/174 met
S34 6.25/6 met | 6.25/6 met | 6.25/6 met | 6.25/6 met
S35 1.7/1.8 course | 1.7/1.8 course | 1.7/1.8 overdue | 1.7/1.8 overdue
S36 73/73 met | 73/73 met | 71/71 met | 70/70 met
S37 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S38 2/174 risk | 2/174 risk | 2/174 risk | 2/174 risk
S39 2/2 met | 2/2 met | 1/2 risk | 1/2 risk
S40 1/2 course | 1/2 course | 1/2 risk | 1/2 risk
S41 111/111 met | 110/111 course | 111/111 met | 111/111 met
S42 0/0 course | 0/35 overdue | 0/70 overdue | 0/105 overdue
S43 111/111 met | 111/111 met | 111/111 met | 111/111 met
S44 - none | - none | 1/- course | 1/- course
S45 - none | - none | 1/- course | 1/- course
S46 0/58 risk | 0/58 risk | 1/58 risk | 1/58 risk
S47 - none | - none | - none | - none
S48 - none | - none | - none | - none
S49 - none | - none | - none | - none
S50 6/7 course | 6/7 course | 6/7 course | 6/7 course
S51 - none | - none | - none | - none
S52 80000/200000 course | 80000/200000 course | 200000/200000 met | 200000/200000 met
S53 5/5 met | 5/5 met | 5/5 met | 5/5 met
S54 0/5 risk | 0/5 risk | 1/5 risk | 1/5 risk
S55 0/5 risk | 2/5 course | 2/5 risk | 2/5 risk
S56 0/1 risk | 0/1 risk | 1/1 met | 1/1 met
S57 1/1 course | 2/2 course | 2/6 overdue | 2/7 overdue
S58 1/1 course | 1/1 course | 1/6 overdue | 1/7 overdue
S59 1/1 course | 1/4 overdue | 1/24 overdue | 1/28 overdue
S60 1/1 course | 1/4 overdue | 1/24 overdue | 1/28 overdue
S61 1/1 met | 1/2 course | 1/2 risk | 1/2 risk
S62 1/1 course | 1/8 overdue | 1/48 overdue | 1/56 overdue
S63 1/1 course | 2/24 overdue | 2/138 overdue | 2/161 overdue
S64 - none | 1/- course | 1/- course | 1/- course
S65 0/2 overdue | 0/6 overdue | 0/34 overdue | 0/40 overdue
S66 0/3 risk | 1/3 course | 1/3 risk | 1/3 risk
S67 0/3 risk | 0/3 risk | 2/3 risk | 3/3 met
S68 0/3 risk | 0/3 risk | 1/3 risk | 2/3 risk
S69 1/1 course | 1/1 course | 1/2 overdue | 1/3 overdue
S70 0/0 course | 0/0 course | 0/1 overdue | 0/1 overdue
S71 0/1 risk | 0/2 risk | 1/3 risk | 1/3 risk
S72 - none | - none | - none | - none
S73 1/- course | 1/- course | 1/- course | 1/- course
S74 0/111 risk | 0/111 risk | 0/111 risk | 0/111 risk
S75 0/0 met | 0/0 met | 0/111 risk | 0/111 risk`.trim().split('\n');

test('every row of the plan has the figures that were counted by hand on four days', async () => {
  const { client } = await planRegister();
  await client.plan.say({ year: 2020, of: 'dibaoStandard', what: 'value', from: '2020-01-01', value: '4800', why: '试文' });
  await client.plan.say({ year: 2020, of: 'dibaoStandard', what: 'value', from: '2020-07-01', value: '5100', why: '试文' });
  await client.plan.say({ year: 2020, of: 'tekunStandard', what: 'value', from: '2020-07-01', value: '8670', why: '试文' });
  const boards: PlanBoard[] = [];
  for (const day of days) boards.push(await client.plan.board({ day, names: 500 }));
  const told = (boards[0]?.rows ?? []).map(({ row }) => {
    const cells = boards.map(({ rows }) => {
      const found = rows.find((each) => each.row === row);
      const figure = found?.actual === null || found === undefined ? '-' : `${found.actual}/${found.target ?? '-'}`;
      return `${figure} ${found?.state ?? ''}`;
    });
    return `${row} ${cells.join(' | ')}`;
  });
  expect(told).toEqual(byHand);
  for (const { rows } of boards) {
    for (const { target, actual, missing, names, unit } of rows) {
      // Whoever is missing is named, each once.
      expect(names).toHaveLength(missing);
      if (target !== null && actual !== null && ['人', '户', '个'].includes(unit) && missing > 0) expect(missing).toBe(target - actual);
    }
  }
});
