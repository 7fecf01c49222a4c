import { describe, expect, it } from 'vitest';
import { identityCandidates, type KnownNumber, type KnownOfPerson } from '../../../shared/fields/identity-candidates.ts';
import { lostNumber } from '../../../shared/fields/lost-number.ts';
import type { Cell } from '../../../shared/sheets/cells.ts';
import { identity } from '../../core/support/people.ts';

const zhang = identity('19580312', 1);
const li = identity('19610725', 2);
const nothing: KnownOfPerson = { birthDate: null, sex: null, areas: [], elsewhere: [] };
const ofZhang: KnownOfPerson = { birthDate: '1958-03-12', sex: '男', areas: ['990504'], elsewhere: [] };
const number = (text: string): Cell => ({ type: 'number', text });
const offered = (cell: Cell, known: KnownOfPerson = nothing) => identityCandidates(cell, known, '2020-06-30').map(({ number: found, reason, sure }) => [found, sure, reason]);
const elsewhere = (of: string, near: KnownNumber['near'] = 'household'): KnownOfPerson => ({ ...nothing, elsewhere: [{ number: of, near, from: '“甲.xlsx”第 5 行' }] });

describe('candidates for a damaged identity number', () => {
  it('15 digits: the century is put in, the check digit computed', () => {
    expect(zhang).toBe('99050419580312001X');
    expect(offered('990504580312001')).toEqual([[zhang, 'likely', '15 位旧号码升为 18 位，校验码是算出来的']]);
    expect(offered('990504580312001.0')).toEqual([[zhang, 'likely', '去掉小数，15 位旧号码升为 18 位，校验码是算出来的']]);
    // An order kept for people born before 1900: no number of today.
    expect(offered('990504580312996')).toEqual([]);
    expect(offered('990504581312001')).toEqual([]);
  });

  it('a wrong check digit: the right one, one digit changed, two neighbours swapped, as far as they agree with birth date and sex', () => {
    const found = offered('990504195803120017', ofZhang);
    expect(found[0]).toEqual([zhang, 'possible', '第 18 位校验码应为 X；出生日期、性别、地区对得上']);
    expect(found.map(([each]) => String(each).slice(6, 14))).toEqual(found.map(() => '19580312'));
    expect(offered('990504195803120017').length).toBe(12);
    expect(offered('99050419508312001X', ofZhang)[0]).toEqual([zhang, 'likely', '第 10、11 位写颠倒了；出生日期、性别、地区对得上']);
  });

  it('what contradicts the birth date is offered only where nothing else is left, and says so', () => {
    for (const [, sure, reason] of offered('990504195803120017', { ...ofZhang, birthDate: '1990-01-01' })) {
      expect([sure, reason]).toEqual(['weak', expect.stringContaining('和登记的出生日期 1990-01-01 对不上')]);
    }
  });

  it('one digit too few or too many', () => {
    expect(offered(zhang.slice(0, 17), ofZhang)[0]).toEqual([zhang, 'likely', '只有 17 位，补上校验码 X；出生日期、性别、地区对得上']);
    expect(offered('9905041958003120017'.replace('17', '1X'), ofZhang)[0]?.[0]).toBe(zhang);
  });

  it('other signs among the digits', () => {
    expect(offered(`身份证：${zhang}`)).toEqual([[zhang, 'likely', '去掉“身份证:”']]);
    expect(offered('99O5O4l9580312001×')).toEqual([[zhang, 'likely', '“O”看作 0，“l”看作 1，“×”看作 X']]);
    expect(offered('990504********001X', ofZhang)).toEqual([[zhang, 'likely', '看不清的几位按出生日期、地区补上；出生日期、性别、地区对得上']]);
    expect(offered('990504********001X')).toEqual([]);
  });

  it('lost digits: only what stands elsewhere, and only if it agrees with what is left', () => {
    expect(li).toBe('990504196107250026');
    for (const lost of [number('990504196107250000'), number('9.9050419610725E+17'), '9.90504E+17']) {
      expect(offered(lost)).toEqual([]);
    }
    expect(offered(number('990504196107250000'), elsewhere(identity('19491001', 13)))).toEqual([]);
    expect(offered(number('990504196107250000'), elsewhere(li))).toEqual([[li, 'likely', '“甲.xlsx”第 5 行，前 15 位相同']]);
    expect(offered('9.90504E+17', elsewhere(li))).toEqual([[li, 'possible', '“甲.xlsx”第 5 行，前 5 位相同']]);
    expect(offered('9.90504E+17', elsewhere(li, 'name'))[0]?.[1]).toBe('weak');
    // A number that ends in X stays text: it cannot have been lost.
    expect(offered('9.90504E+17', elsewhere(zhang))).toEqual([]);
  });

  it('a number that a program rounded instead of cutting it still tells most of itself', () => {
    expect(lostNumber(number('990504195803120128'))).toEqual({ from: 990504195803120064n, to: 990504195803120192n, kept: '990504195803120', length: 18 });
    // Zeros that are left out where a number is stored, and digits that a cell does not show, are not the same.
    expect(lostNumber('9.905041958031E+17')).toMatchObject({ kept: '990504195803100' });
    expect(lostNumber('9.90504195803E+17')?.kept).toBe('99050419580');
    const found = offered(number('990504196107250048'), { ...nothing, birthDate: '1961-07-25', sex: '女' });
    expect(found.map(([each]) => each)).toContain(li);
    expect(found.length).toBeLessThanOrEqual(6);
  });

  it('nothing written: what stands elsewhere under the name, the nearer the surer', () => {
    expect(offered('')).toEqual([]);
    expect(offered('', elsewhere(zhang))).toEqual([[zhang, 'possible', '“甲.xlsx”第 5 行']]);
    expect(offered('', elsewhere(zhang, 'name'))[0]?.[1]).toBe('weak');
  });

  it('what stands elsewhere comes first, with what else speaks for it', () => {
    expect(offered('990504195803120017', elsewhere(zhang))[0]).toEqual([zhang, 'possible', '“甲.xlsx”第 5 行，只差 1 处；第 18 位校验码应为 X']);
    expect(offered('990504580312001', elsewhere(zhang, 'name'))[0]).toEqual([zhang, 'likely', expect.stringContaining('就是这个 15 位号码')]);
    expect(offered('990504195803120017', elsewhere(li, 'name')).map(([each]) => each)).not.toContain(li);
  });

  it('says which places differ', () => {
    const differs = (cell: Cell, known = nothing) => identityCandidates(cell, known, '2020-06-30')[0]?.differs;
    expect(differs('990504195803120017', ofZhang)).toEqual([17]);
    expect(differs('990504580312001')).toEqual([6, 7, 17]);
    expect(differs(number('990504196107250000'), elsewhere(li))).toEqual([15, 16, 17]);
    expect(differs('', elsewhere(zhang))).toEqual([]);
    expect(differs(`身份证：${zhang}`)).toEqual([]);
    expect(differs(`身份证：${zhang.replace('5', 'S')}`)).toEqual([3]);
  });
});
