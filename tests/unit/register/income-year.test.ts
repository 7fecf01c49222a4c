import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stored } from '../../../shared/fields/reading.ts';
import { incomeKinds, incomeYear, type IncomeRecord, type IncomeYear } from '../../../shared/register/income/income-year.ts';

const yuan = (amount: number): number => amount * 100;
const line = (of: IncomeYear, key: string) => of.lines.find((each) => each.key === key);
const months = (year: number, label: string, amounts: readonly (number | null)[]): IncomeRecord => ({
  ledger: 'monthlyIncome',
  year,
  values: { 'monthlyIncome.class': label, ...Object.fromEntries(amounts.map((amount, at) => [`monthlyIncome.month${at + 1}`, amount === null ? null : yuan(amount)])) },
});

/** A family of three: 工资 18,000, 种养 6,000 less 2,400 of cost, 分红 600, 低保 3,600 and 养老 1,320. */
const family: Record<string, Stored> = {
  wageIncome: yuan(18_000), businessIncome: yuan(6000), businessCost: yuan(2400),
  assetDividend: yuan(600), propertyIncome: yuan(600), dibaoMoney: yuan(3600), pensionMoney: yuan(1320), transferIncome: yuan(4920),
  totalIncome: yuan(29_520), netIncome: yuan(27_120), perCapitaIncome: yuan(9040), householdSize: 3,
};

describe('income of a year', () => {
  it('follows the arithmetic: 29,520 less 2,400 by three is 9,040', () => {
    const told = incomeYear({ year: 2020, values: family, records: [], counted: 'calendar', members: 3 });
    expect(told).toMatchObject({ period: '2020年1月—12月', size: { people: 3, from: 'householdSize' }, monthsMissing: null, detailSum: null });
    expect(line(told, 'totalIncome')).toMatchObject({ counted: yuan(29_520), difference: null });
    expect(line(told, 'netIncome')).toMatchObject({ counted: yuan(27_120), difference: null });
    expect(line(told, 'perCapitaIncome')).toMatchObject({ counted: yuan(9040), difference: null });
    expect(told.lines.filter(({ difference }) => difference !== null)).toEqual([]);
  });

  it('shows where the sheet says otherwise, and what follows from it further down', () => {
    const told = incomeYear({ year: 2020, values: { ...family, transferIncome: yuan(5000), totalIncome: yuan(29_520) }, records: [], counted: 'calendar', members: 3 });
    expect(line(told, 'transferIncome')).toMatchObject({ stored: yuan(5000), counted: yuan(4920), difference: -yuan(80) });
    expect(line(told, 'totalIncome')).toMatchObject({ counted: yuan(29_600), difference: yuan(80) });
    expect(line(told, 'perCapitaIncome')).toMatchObject({ counted: 906_667, difference: 2667 });
  });

  it('divides by the year’s people before the household’s, and by who lives there where neither is written', () => {
    const heads = (values: Record<string, Stored>, members: number) => incomeYear({ year: 2020, values, records: [], counted: 'calendar', members }).size;
    expect(heads({ yearSize: 4, householdSize: 3 }, 2)).toEqual({ people: 4, from: 'yearSize' });
    expect(heads({ yearSize: 0 }, 2)).toEqual({ people: 2, from: 'members' });
    expect(heads({}, 0)).toBeNull();
  });

  it('counts what the sheet leaves blank, and nothing where there is nothing', () => {
    const told = incomeYear({ year: 2020, values: { dibaoMoney: yuan(3600), publicPostIncome: yuan(500) }, records: [], counted: 'calendar', members: 2 });
    expect(line(told, 'transferIncome')).toMatchObject({ stored: null, counted: yuan(3600), difference: null });
    // 公益岗位 alone is not all of the wages.
    expect(line(told, 'wageIncome')).toMatchObject({ stored: null, counted: null });
    expect(line(told, 'perCapitaIncome')).toMatchObject({ counted: yuan(1800) });
    expect(incomeYear({ year: 2020, values: {}, records: [], counted: 'calendar', members: 2 }).lines.every(({ stored, counted }) => stored === null && counted === null)).toBe(true);
  });

  it('adds up October to September: three months of last year’s register, nine of this year’s', () => {
    const last = months(2019, '二、工资性收入', [9, 9, 9, 9, 9, 9, 9, 9, 9, 1000, 1000, 1000]);
    const now = months(2020, '二、工资性收入', [500, 500, 500, 500, 500, 500, 500, 500, 500, 77, 77, 77]);
    const values = { wageIncome: yuan(7000), householdSize: 1 };
    const october = incomeYear({ year: 2020, values, records: [last, now], counted: 'october', members: 1 });
    // 3 × 1000 + 9 × 500
    expect(october).toMatchObject({ period: '2019年10月—2020年9月', monthsMissing: [] });
    expect(line(october, 'wageIncome')?.months).toBe(yuan(7500));
    const calendar = incomeYear({ year: 2020, values, records: [last, now], counted: 'calendar', members: 1 });
    // 9 × 500 + 3 × 77
    expect(line(calendar, 'wageIncome')?.months).toBe(yuan(4731));
  });

  it('says which months are missing instead of adding up an incomplete year', () => {
    const told = incomeYear({ year: 2020, values: {}, records: [months(2020, '二、工资性收入', [1, 1])], counted: 'october', members: 1 });
    expect(told.monthsMissing).toEqual(['2019年10月', '2019年11月', '2019年12月']);
    expect(line(told, 'wageIncome')?.months).toBeNull();
  });

  it('adds the details of single people', () => {
    const detail = (item: string, amount: number, year = 2020): IncomeRecord => ({ ledger: 'incomeDetail', year, values: { [`incomeDetail.${item}`]: yuan(amount) } });
    const told = incomeYear({ year: 2020, values: {}, records: [detail('item4', 300), detail('item4', 200), detail('item6', 110), detail('item6', 9, 2019)], counted: 'calendar', members: 2 });
    expect(told).toMatchObject({ details: [{ key: 'incomeDetail.item4', amount: yuan(500) }, { key: 'incomeDetail.item6', amount: yuan(110) }], detailSum: yuan(610) });
  });

  it('always has a total that is the sum of its kinds, whatever is written', () => {
    const keys = [...incomeKinds.flatMap(({ key, items }) => [key, ...items]), 'totalIncome', 'businessCost', 'netIncome', 'perCapitaIncome'];
    const amounts = fc.record(Object.fromEntries(keys.map((key) => [key, fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: null })])));
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (values, people) => {
        const told = incomeYear({ year: 2020, values: { ...values, yearSize: people }, records: [], counted: 'calendar', members: 0 });
        const kinds = incomeKinds.map(({ key }) => line(told, key)).map((kind) => kind?.stored ?? kind?.counted ?? null);
        const known = kinds.filter((kind) => kind !== null);
        const total = line(told, 'totalIncome');
        expect(total?.counted ?? null).toBe(known.length === 0 ? null : known.reduce((sum, kind) => sum + kind, 0));
        for (const each of told.lines) {
          expect(each.stored).toBe(values[each.key] ?? null);
          // A difference is told exactly where it is more than rounding.
          if (each.difference !== null) expect(each.difference).toBe((each.counted ?? 0) - (each.stored ?? 0));
          else if (each.stored !== null && each.counted !== null) expect(Math.abs(each.counted - each.stored)).toBeLessThanOrEqual(each.key === 'perCapitaIncome' ? 100 : 1);
        }
      }),
    );
  });
});
