import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../shared/contract/tables.ts';
import { meets } from '../../../shared/views/meets.ts';
import { conditionOfPeriods, covered, foundAmong, periodTicksOf, periodWords, readDaySearch, tickOf, tickPeriods, type Period } from '../../../shared/views/period-ticks.ts';
import type { Ticks } from '../../../shared/views/value-ticks.ts';

const everything: Ticks<Period> = { but: true, values: new Set() };
const nothing: Ticks<Period> = { but: false, values: new Set() };

const months = ['2019-12', '2020-02', '2020-03'];
const days = ['2019-12-31', '2020-02-01', '2020-02-29', '2020-03-01', '2020-03-15', null];
const listed: readonly Period[] = [...months, null];
const ticked = ({ but, values }: Ticks<Period>, day: Period): boolean => but !== covered(values, day);
const periods = fc.constantFrom<Period>('2019', '2020', ...months, '2020-01', ...days);

const condition = (ticks: Ticks<Period>, found: readonly Period[] | null = null): Filter | null | 'nothing' => conditionOfPeriods('birthDate', ticks, listed, found);

describe('ticks of years, months and days', () => {
  it('take a year with its months, and leave the rest of it when a day goes', () => {
    const year = tickPeriods(nothing, ['2020'], true);
    expect(tickOf(year, '2020-03-15')).toBe('all');
    const without = tickPeriods(year, ['2020-03-15'], false);
    expect(tickOf(without, '2020')).toBe('some');
    expect(tickOf(without, '2020-03')).toBe('some');
    expect(tickOf(without, '2020-02')).toBe('all');
    expect(without.values.size).toBe(11 + 30);
    expect(tickPeriods(without, ['2020-03-15'], true)).toEqual(year);
  });

  it('show a year as whole where every month that holds anything is ticked', () => {
    const both = tickPeriods(nothing, ['2020-02', '2020-03'], true);
    expect(tickOf(both, '2020', ['2020-02', '2020-03'])).toBe('all');
    expect(tickOf(both, '2020', ['2020-02', '2020-03', '2020-05'])).toBe('some');
  });

  it('make no condition where everything is ticked, and refuse where nothing is', () => {
    expect(condition(everything)).toBeNull();
    expect(condition(tickPeriods(nothing, ['2019', '2020', null], true))).toBeNull();
    expect(condition(nothing)).toBe('nothing');
    expect(condition(tickPeriods(everything, ['2019', '2020', null], false))).toBe('nothing');
    expect(condition(tickPeriods(everything, ['2020-03'], false))).toEqual({ field: 'birthDate', test: 'notInPeriods', periods: ['2020-03'] });
  });

  it('mean only what a search found', () => {
    expect(condition(everything, ['2020'])).toEqual({ field: 'birthDate', test: 'inPeriods', periods: ['2020'] });
    expect(condition(tickPeriods(everything, ['2020-02'], false), ['2020-02', '2020-03'])).toEqual({ field: 'birthDate', test: 'inPeriods', periods: ['2020-03'] });
    expect(condition(tickPeriods(nothing, ['2019'], true), ['2020'])).toBe('nothing');
  });

  it('keep exactly the ticked days, whatever was ticked in which order', () => {
    const step = fc.record({ which: fc.array(periods, { minLength: 1, maxLength: 3 }), on: fc.boolean() });
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 8 }), fc.option(fc.subarray(['2019', '2020-02', '2020-03', null])), (but, steps, found) => {
        let ticks: Ticks<Period> = { but, values: new Set() };
        const model = new Set<Period>(but ? days : []);
        for (const { which, on } of steps) {
          ticks = tickPeriods(ticks, which, on);
          for (const day of days) {
            if (!which.some((period) => day === period || (day !== null && period !== null && day.startsWith(period)))) continue;
            if (on) model.add(day);
            else model.delete(day);
          }
        }
        for (const day of days) expect(ticked(ticks, day)).toBe(model.has(day));
        const made = condition(ticks, found);
        const inFound = (day: Period): boolean => found === null || found.some((period) => day === period || (day !== null && period !== null && day.startsWith(period)));
        for (const day of days) {
          expect(made === null || (made !== 'nothing' && meets(made, day))).toBe(model.has(day) && inFound(day));
        }
        if (made !== null && made !== 'nothing') for (const day of days) expect(ticked(periodTicksOf(made), day)).toBe(meets(made, day));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is looked for among days', () => {
  it.each([
    ['2020', { year: '2020' }], ['20', { year: '20' }], ['2020年', { year: '2020' }], ['2020年3月', { year: '2020', month: '03' }], ['202003', { year: '2020', month: '03' }],
    ['20200315', { year: '2020', month: '03', day: '15' }], ['2020-3-15', { year: '2020', month: '03', day: '15' }], ['２０２０．３', { year: '2020', month: '03' }],
    ['3月', { month: '03' }], ['3月5日', { month: '03', day: '05' }], ['15号', { day: '15' }], ['三月', undefined], ['', undefined],
  ])('%s', (typed, meant) => {
    expect(readDaySearch(typed)).toEqual(meant);
  });

  it('are whole years where a year was typed, also in part, and months where a month was', () => {
    expect(foundAmong(listed, { year: '20' })).toEqual(['2019', '2020']);
    expect(foundAmong(listed, { year: '2020' })).toEqual(['2020']);
    expect(foundAmong(listed, { month: '12' })).toEqual(['2019-12']);
    expect(foundAmong(listed, { year: '2020', month: '03' })).toEqual(['2020-03']);
  });

  it('is said as it is spoken', () => {
    expect([null, '2020', '2020-03', '2020-03-05'].map(periodWords)).toEqual(['（空白）', '2020年', '2020年3月', '2020年3月5日']);
  });
});
