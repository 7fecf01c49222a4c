import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeMonth, ranked, type MonthFacts, type OfficeState } from '../../../shared/cycle/month.ts';
import { fillForms } from '../../../shared/cycle/monthly-form.ts';
import { readCode, sealOf, writeCode } from '../../../shared/cycle/stamp.ts';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';
import { findField } from '../../../shared/register/vocabulary.ts';

const facts = (day: string, more: Partial<MonthFacts> = {}): MonthFacts => ({
  period: '2020-03', day, issuedOn: '2020-01-01', offices: ['甲街道', '乙街道'], sendings: [], returns: [], groups: ['产业组', '健康组'], reported: [],
  proofs: { check: null, report: null, dispatch: null, bulletin: null }, ...more,
});
const states = (of: MonthFacts): string[] => judgeMonth(of).steps.map(({ state }) => state);
const sent = ['甲街道', '乙街道'].map((office) => ({ office, sentOn: '2020-03-02', due: '2020-03-20', revision: 3, rows: 10 }));
const back = (office: string, on: string) => ({ office, sentOn: '2020-03-02', revision: 3, changed: [], file: `${office}.xlsx`, on, by: '试', batch: 1, rows: 4, refused: 0 });

const proof = { on: '2020-03-28', by: '试', paper: '', note: '' };

test('a month is worked out of what is there: before it, in it, after it', () => {
  expect(states(facts('2020-02-28'))).toEqual(['later', 'later', 'later', 'later', 'later']);
  expect(states(facts('2020-03-31'))).toEqual(['open', 'open', 'open', 'open', 'open']);
  expect(states(facts('2020-04-01'))).toEqual(['late', 'late', 'late', 'late', 'late']);
  // What was over before the plan was issued was not owed; what was done of it was.
  expect(states(facts('2020-05-01', { issuedOn: '2020-04-15', proofs: { check: proof, report: null, dispatch: null, bulletin: null } }))).toEqual(['free', 'done', 'free', 'free', 'free']);
  expect(states(facts('2020-05-01', { issuedOn: '2020-04-15', sendings: sent }))[0]).toBe('late');
  // Its workbooks are late from their own day on.
  expect(states(facts('2020-03-20', { sendings: sent }))[0]).toBe('open');
  expect(states(facts('2020-03-21', { sendings: sent }))[0]).toBe('late');
  const half = judgeMonth(facts('2020-03-21', { sendings: sent, returns: [back('甲街道', '2020-03-20')] }));
  expect(half.offices.map(({ state, daysLate }) => [state, daysLate])).toEqual([['returned', 0], ['overdue', 1]]);
  expect(half.steps[0]?.lacks).toEqual(['没有交回：乙街道']);
  const whole = judgeMonth(facts('2020-04-09', { sendings: sent, returns: [back('甲街道', '2020-03-20'), back('乙街道', '2020-04-02'), back('乙街道', '2020-04-08')] }));
  expect(whole.offices.map(({ state, daysLate, returns }) => [state, daysLate, returns.length])).toEqual([['returned', 0, 1], ['returnedLate', 13, 2]]);
  expect(whole.steps[0]).toMatchObject({ state: 'done', on: '2020-04-02' });
  // An office that lost its households since still owes what it was sent.
  expect(judgeMonth(facts('2020-03-10', { offices: ['甲街道'], sendings: sent })).offices).toHaveLength(2);
  expect(judgeMonth(facts('2020-03-10', { sendings: sent.slice(0, 1) })).steps[0]?.lacks).toEqual(['没有发给乙街道', '没有交回：甲街道']);
});

test('the report is done when every group has reported', () => {
  const of = (reported: string[]) => judgeMonth(facts('2020-03-31', { reported, proofs: { check: proof, report: proof, dispatch: null, bulletin: null } })).steps;
  expect(of(['产业组'])[2]).toMatchObject({ state: 'open', lacks: ['没有月报告：健康组'], on: '' });
  expect(of(['产业组', '健康组'])[2]).toMatchObject({ state: 'done', lacks: [], on: '2020-03-28' });
});

test('offices are ranked by what they did of what they owed; equal ones share a place', () => {
  const state = fc.constantFrom<OfficeState>('returned', 'returnedLate', 'waiting', 'overdue', 'none');
  const part = fc.tuple(fc.nat(5), fc.nat(5)).map(([done, more]) => ({ done, owed: done + more }));
  fc.assert(fc.property(fc.array(fc.record({ state, daysLate: fc.nat(9), duties: part, problems: part }), { maxLength: 12 }), (offices) => {
    const found = ranked(offices.map((each, at) => ({ ...each, office: `街道${at}` })));
    expect(new Set(found.map(({ office }) => office)).size).toBe(offices.length);
    for (const [at, each] of found.entries()) {
      expect(each.done).toBeLessThanOrEqual(each.owed);
      const better = found.filter(({ rate }) => rate > each.rate).length;
      expect([each.place, each.rate >= (found[at + 1]?.rate ?? 0)]).toEqual([better + 1, true]);
    }
  }));
  expect(ranked([{ office: '甲', state: 'returnedLate', daysLate: 2, duties: { owed: 2, done: 2 }, problems: { owed: 1, done: 0 } }])).toMatchObject([{ owed: 4, done: 2, rate: 50, place: 1 }]);
});

test('a row code is read as it was written, and a changed locked cell is another seal', () => {
  fc.assert(fc.property(fc.constantFrom('household' as const, 'member' as const, 'entry' as const, 'blank' as const), fc.uuid(), fc.array(fc.string()), (of, id, texts) => {
    const code = { of, id, seal: sealOf(texts), asSent: sealOf([]) };
    expect(readCode(writeCode(code))).toEqual(code);
  }));
  expect(readCode('张三')).toBeNull();
  expect(sealOf(['甲', ' 乙'])).toBe(sealOf(['甲 ', '乙']));
  expect(sealOf(['甲', '乙'])).not.toBe(sealOf(['甲乙', '']));
});

test('every sheet of a form is of a ledger that arrives as a sheet, and names its fields', () => {
  for (const { key, title, ledger, known, standing = [], asked, given, note } of fillForms.flatMap(({ sheets }) => sheets)) {
    expect(findSheetKind(ledger)?.label, title).toBe(findLedger(ledger)?.label);
    const own = [...standing, ...asked('2020-03'), ...Object.keys(given?.('甲街道', '2020-03', null)[0] ?? {})].map((name) => `${ledger}.${name}`);
    expect([...known, ...own].filter((field) => findField(field) === undefined), title).toEqual([]);
    const heads = [...known, ...own].map((field) => findField(field)?.label);
    expect(new Set(heads).size, title).toBe(heads.length);
    expect([key, note.length > 5]).toEqual([expect.stringMatching(/^[a-z]+$/) as string, true]);
  }
});
