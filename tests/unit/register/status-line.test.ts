import { describe, expect, it } from 'vitest';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import { mainValues, recordLine } from '../../../shared/register/ledgers/main-values.ts';
import { statusLine } from '../../../shared/register/ledgers/status-line.ts';

const record = (id: string, kind: string, on: string | null, paper: string | null = null) => ({ id, values: { 'status.kind': kind, 'status.on': on, 'status.detail': null, 'status.paper': paper } });
const told = (...line: ReturnType<typeof statusLine>): string[] => line.map(({ on, what, paper, record: of }) => [on, what, paper, of ?? ''].filter((part) => part !== '').join(' '));

describe('the line of a household', () => {
  it('begins with its own fields and goes on in the order of time', () => {
    const line = statusLine({ firstIdentified: '2014-03', liftYear: 2018 }, [record('c', '风险消除', '2021-09'), record('a', '返贫', '2019-05', '区办1号'), record('b', '纳入监测', '2020-01')]);
    expect(told(...line)).toEqual(['2014-03 识别', '2018 脱贫', '2019-05 返贫 区办1号 a', '2020-01 纳入监测 b', '2021-09 风险消除 c']);
  });

  it('says nothing twice that a record tells with its paper', () => {
    const line = statusLine({ firstIdentified: '2014-03', liftYear: 2018 }, [record('a', '识别', '2014-03', '区办1号'), record('b', '脱贫', '2018-12')]);
    expect(told(...line)).toEqual(['2014-03 识别 区办1号 a', '2018-12 脱贫 b']);
  });

  it('keeps both where the dates differ, and puts the undated last', () => {
    const line = statusLine({ firstIdentified: null, liftYear: 2018 }, [record('a', '脱贫', '2016-12'), record('b', '清退', null)]);
    expect(told(...line)).toEqual(['2016-12 脱贫 a', '2018 脱贫', '清退 b']);
  });

  it('is empty where nothing is known', () => {
    expect(statusLine({}, [])).toEqual([]);
  });
});

describe('a record in few words', () => {
  const claim = findLedger('medicalClaim');
  const values = { 'medicalClaim.hospital': '试验医院', 'medicalClaim.admittedOn': '2020-03-01', 'medicalClaim.leftOn': '2020-03-09', 'medicalClaim.total': 1_234_500, 'medicalClaim.own': 100 };

  it('begins with what it is known by, amounts in 元', () => {
    if (!claim) throw new Error('no such ledger');
    expect(recordLine(claim, values, 4)).toBe('入院日期 2020-03-01，医疗机构名称 试验医院，出院日期 2020-03-09，医疗总费用 12,345.00');
    expect(mainValues(claim, {})).toEqual([]);
  });

  it('leaves numbers of people and accounts out', () => {
    const payment = findLedger('payment');
    if (!payment) throw new Error('no such ledger');
    expect(recordLine(payment, { 'payment.kind': '分红', 'payment.account': '6217000000000000001', 'payment.amount': 30_000 })).toBe('补助类型 分红，补助金额 300.00');
  });
});
