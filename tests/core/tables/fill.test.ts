import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../electron/core/tables/blocks/series.ts';
import type { KindName } from '../../../shared/fields/kinds.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { area, blockRegister, check, column, write } from '../support/block-register.ts';

describe('a series', () => {
  it.each<[string, KindName, Stored[], number[], Stored[]]>([
    ['days', 'date', ['2020-02-28'], [1, 2, -1], ['2020-02-29', '2020-03-01', '2020-02-27']],
    ['days by weeks', 'date', ['2020-01-01', '2020-01-08'], [2], ['2020-01-15']],
    ['the same day of each month', 'date', ['2020-01-15', '2020-02-15'], [2, 11], ['2020-03-15', '2020-12-15']],
    ['the last day of each month', 'date', ['2020-01-31', '2020-02-29'], [2, 3], ['2020-03-31', '2020-04-30']],
    ['the thirtieth, as far as there is one', 'date', ['2020-12-30', '2021-01-30'], [2, 3], ['2021-02-28', '2021-03-30']],
    ['months over the year', 'month', ['2020-11'], [1, 2, -11], ['2020-12', '2021-01', '2019-12']],
    ['quarters', 'month', ['2020-01', '2020-04'], [2], ['2020-07']],
    ['years', 'year', [2019], [1, -1], [2020, 2018]],
    ['numbers', 'count', [2, 4], [2, 3], [6, 8]],
    ['money by 元', 'money', [100_000], [1], [100_100]],
    ['money by a step', 'money', [100_050, 100_100], [2], [100_150]],
    ['quantities without errors of fractions', 'measure', [0.1, 0.2], [2, 5], [0.3, 0.6]],
    ['texts that end in a number', 'text', ['一组09'], [1, 2], ['一组10', '一组11']],
    ['texts with leading noughts', 'text', ['A001', 'A003'], [2, 50], ['A005', 'A101']],
    ['nothing regular: copied', 'count', [1, 2, 4], [3, 4], [1, 2]],
    ['with a gap: copied', 'count', [1, null], [2, 3], [1, null]],
    ['identity numbers: copied', 'identity', ['99050419580312001X'], [1], ['99050419580312001X']],
    ['numbers that are names: copied', 'digits', ['9900000001'], [1], ['9900000001']],
    ['codes: copied', 'code', ['小学', '初中'], [2, 3], ['小学', '初中']],
    ['names that end in a number: copied', 'name', ['张1'], [1], ['张1']],
  ])('goes on: %s', (_, kind, values, places, expected) => {
    const series = seriesOf(kind, values, 'series');
    expect(values.map((_value, at) => series(at))).toEqual(values);
    expect(places.map(series)).toEqual(expected);
  });

  it('is a copy when a copy is asked for, before the pattern too', () => {
    const copy = seriesOf('date', ['2020-01-01', '2020-01-02'], 'copy');
    expect([2, 3, -1, -2].map(copy)).toEqual(['2020-01-01', '2020-01-02', '2020-01-02', '2020-01-01']);
  });
});

describe('filling', () => {
  it('goes down, up, and to the side', async () => {
    const { client } = await blockRegister();
    await write(client, { kind: 'set', areas: [area(0, 0, 'workMonths')], text: '1' });
    expect(await write(client, { kind: 'fill', pattern: area(0, 0, 'workMonths'), into: area(1, 2, 'workMonths'), mode: 'series' })).toMatchObject({ written: 2, label: '按序列填充，改 2 格' });
    expect(await column(client, 'workMonths')).toEqual([1, 2, 3]);
    await write(client, { kind: 'fill', pattern: area(2, 2, 'workMonths'), into: area(0, 1, 'workMonths'), mode: 'copy' });
    expect(await column(client, 'workMonths')).toEqual([3, 3, 3]);
    await write(client, { kind: 'fill', pattern: area(1, 2, 'workMonths'), into: area(1, 2, 'publicPostMonths'), mode: 'copy' });
    expect(await column(client, 'publicPostMonths')).toEqual([null, 3, 3]);
  });

  it('takes the pattern in without changing it', async () => {
    const { client } = await blockRegister();
    expect(await check(client, { kind: 'fill', pattern: area(1, 1, 'workMonths'), into: area(0, 2, 'workMonths'), mode: 'series' })).toMatchObject({ cells: 3, changes: 2, same: 1 });
  });

  it('refuses what may be only once', async () => {
    const { client } = await blockRegister();
    expect(await check(client, { kind: 'fill', pattern: area(0, 0, 'identityNo'), into: area(1, 2, 'identityNo'), mode: 'copy' })).toMatchObject({ changes: 0, refusedCount: 2 });
  });
});
