import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/sheets/cells.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';

const today = '2020-06-30';
const read = (key: string, cell: Cell) => kindOf(field(key)).read(cell, { today });
const number = (text: string): Cell => ({ type: 'number', text });

describe('a number made of digits that went through a program for quantities', () => {
  test.each([
    ['householdNo', number('9.900000001E9'), '9900000001'],
    ['memberNo', number('9.90000000101E11'), '990000000101'],
    ['memberNo', '990000000101.0', '990000000101'],
    ['memberNo', number('990000000000001.0'), '990000000000001'],
    ['householdPhone', number('1.9900000001E10'), '19900000001'],
    ['identityNo', number('9.90504580312001E14'), '990504580312001'],
  ] as const)('%s %j has lost nothing', (key, cell, value) => {
    expect(read(key, cell)).toMatchObject({ ok: true, value });
  });

  test.each([
    ['householdNo', number('9.900000000000001E15')],
    ['householdNo', '9.9E+9'],
    ['memberNo', '9900000000000001.0'],
    ['identityNo', number('9.90504195803120E17')],
    ['identityNo', number('990504195803120000')],
    ['bankCard', number('9999990000000000002')],
  ] as const)('%s %j may have, and is refused', (key, cell) => {
    expect(read(key, cell)).toMatchObject({ ok: false, refused: { rule: 'R016' } });
  });

  test.each(['householdNo', 'householdPhone', 'bankCard'])('%s that Excel took for a day is refused', (key) => {
    expect(read(key, { type: 'date', text: '2020-03-12' })).toMatchObject({ ok: false, refused: { message: expect.stringContaining('日期') as string } });
  });
});

describe('an amount in 万元', () => {
  test.each([['1.2万元', 1_200_000], ['0.6万', 600_000], ['1,200万', 1_200_000_000], ['1.23456万元', 1_234_560], ['-1万元', -1_000_000]])('%s', (text, fen) => {
    expect(read('wageIncome', text)).toMatchObject({ ok: true, value: fen });
  });
  test.each(['万元', '一万元', '1万2千', '（300）', '1.2万亿'])('%s is no amount', (text) => {
    expect(read('wageIncome', text).ok).toBe(false);
  });
});

describe('a cell that is crossed out', () => {
  test.each(['-', '—', '/', '\\', ' ', '　'])('%j says nothing', (text) => {
    for (const key of ['dibao', 'wageIncome', 'workMonths', 'birthDate', 'liftYear', 'farmland']) expect([key, read(key, text)]).toEqual([key, { ok: true, value: null }]);
  });
});

test('a code may have lost its leading nought, or got one', () => {
  expect(read('sex', '01')).toMatchObject({ ok: true, value: '男' });
  expect(read('relation', number('1'))).toMatchObject({ ok: true, value: '户主' });
  expect(read('sex', '001').ok).toBe(false);
});

describe('a year', () => {
  test.each([['2020', 2020], ['2020年度', 2020], ['2019年底', 2019], ['20200310', 2020], ['2020-3-1', 2020], ['2015年12月底', 2015], ['2020.0', 2020]])('%s', (text, value) => {
    expect(read('liftYear', text)).toMatchObject({ ok: true, value });
  });
  test.each(['2020-2021', '2018-19', '20', '去年', '202013'])('%s is none', (text) => {
    expect(read('liftYear', text).ok).toBe(false);
  });
});

test.each(['买买提·试一', '买买提•试一', '买买提．试一', '买买提.试一', '买买提 . 试一', '买买提‧ 试一', '买买提・试一'])('the dot of %s is one', (name) => {
  expect(read('name', name)).toMatchObject({ ok: true, value: '买买提·试一' });
});

test('a certificate that was issued anew ends in B1', () => {
  expect(read('identityNo', '99050419611007002844b1')).toMatchObject({ ok: true });
  expect(read('identityNo', '990504196110070028441')).toMatchObject({ ok: false, refused: { rule: 'R001' } });
});
