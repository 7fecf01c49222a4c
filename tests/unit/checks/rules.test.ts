import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shippedRules } from '../../../electron/core/checking/rule-book.ts';
import { Home } from '../../../shared/checks/home.ts';
import { numberOfRule } from '../../../shared/checks/rule.ts';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import { speak } from '../../../shared/register/own/spoken.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { blankCases } from './cases/blank-cases.ts';
import { formCases, wholeCases } from './cases/form-cases.ts';
import { healthCases, livingCases } from './cases/health-cases.ts';
import { helpCases } from './cases/help-cases.ts';
import { householdCases } from './cases/household-cases.ts';
import { identityCases } from './cases/identity-cases.ts';
import { incomeCases } from './cases/income-cases.ts';
import { moneyCases } from './cases/money-cases.ts';
import { ownCases, ownColumns } from './cases/own-cases.ts';
import { schoolingCases } from './cases/schooling-cases.ts';
import { workCases } from './cases/work-cases.ts';
import { around, problemsOf, sound, type Case } from './support.ts';

const cases: readonly Case[] = [...identityCases, ...householdCases, ...blankCases, ...schoolingCases, ...healthCases, ...livingCases, ...workCases, ...incomeCases, ...moneyCases, ...helpCases, ...formCases, ...ownCases];

beforeEach(() => void speak(ownColumns));
afterEach(() => void speak([]));

describe('each rule finds what breaks it and lets the nearest right case pass', () => {
  test.each(cases.map((each, order) => [each.rule, each.why, order] as const))('%s %s', (_rule, _why, order) => {
    const one = cases[order];
    if (!one) throw new Error('no such case');
    expect(problemsOf(one.rule, one.wrong, one.around).length, 'what breaks it').toBeGreaterThan(0);
    expect(problemsOf(one.rule, one.right, one.rightAround), 'what does not').toEqual([]);
  });

  test.each(wholeCases.map((each) => [each.rule, each.why, each] as const))('%s %s', (id, _why, { wrong, right }) => {
    const rule = shippedRules().find((each) => each.id === id);
    expect(rule?.ofWhole?.(wrong).length).toBeGreaterThan(0);
    expect(rule?.ofWhole?.(right)).toEqual([]);
  });

  test('every rule has a case here', () => {
    expect([...new Set([...cases, ...wholeCases].map(({ rule }) => rule))].toSorted()).toEqual(shippedRules().map(({ id }) => id).toSorted());
  });
});

/** The rule book's numbers. */
const numbers = Array.from({ length: 150 }, (_, at) => `R${String(at + 1).padStart(3, '0')}`);

test('every number of the rule book is declared, those that bundle several conditions with a switch for each', () => {
  // Z001 and on are the office's own, about the columns that it added.
  expect([...new Set(shippedRules().map(({ id }) => numberOfRule(id)))].filter((number) => number.startsWith('R'))).toEqual(numbers);
  const bundled = (number: string): number => shippedRules().filter(({ id }) => numberOfRule(id) === number).length;
  for (const [number, switches] of [['R009', 2], ['R034', 2], ['R043', 3], ['R050', 3], ['R051', 6], ['R060', 2], ['R107', 2], ['R108', 2], ['R112', 3], ['R123', 4], ['R138', 3], ['R140', 8], ['R141', 7], ['R142', 6], ['R144', 12], ['R147', 5], ['R149', 3]] as const) {
    expect([number, bundled(number)]).toEqual([number, switches]);
  }
});

test('what a rule reads is in the vocabulary, and it says what to do', () => {
  for (const { id, reads, may = [], title, why, remedy, source } of shippedRules()) {
    for (const key of [...reads, ...may].flatMap((keys) => keys.split('|'))) {
      const known = key.startsWith('ledger:') ? findLedger(key.slice(7)) : findField(key.replace(/^last:/, ''));
      expect(known, `${id} reads ${key}`).toBeDefined();
    }
    for (const said of [title, why, remedy, source]) expect(said, id).not.toBe('');
  }
});

test('no message gives a whole number away, and every field that is named is one of the register', () => {
  for (const { wrong, around: within = around } of cases) {
    for (const rule of shippedRules()) {
      for (const { message, field } of rule.problems(new Home(wrong, within.day), within)) {
        expect(message).not.toMatch(/\d{15}/);
        if (field !== '') expect(findField(field), `${rule.id} names ${field}`).toBeDefined();
      }
    }
  }
});

test('a household of which little is known breaks no rule that calls something wrong, but for what must be filled', () => {
  const found = shippedRules().filter(({ grade }) => grade === 'E').filter((rule) => rule.problems(new Home(sound, around.day), around).length > 0).map(({ id, title }) => [id, title]);
  expect(found.filter(([, title]) => !/空着|没有帮扶责任人/.test(title ?? ''))).toEqual([]);
});
