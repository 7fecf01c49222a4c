import { describe, expect, test } from 'vitest';
import { Home } from '../../../shared/checks/home.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { householdCases } from './cases/household-cases.ts';
import { identityCases } from './cases/identity-cases.ts';
import { incomeCases } from './cases/income-cases.ts';
import { around, problemsOf, sound, type Case } from './support.ts';

const cases: readonly Case[] = [...identityCases, ...householdCases, ...incomeCases];

describe('each rule finds what breaks it and lets the nearest right case pass', () => {
  test.each(cases.map((each, order) => [each.rule, each.why, order] as const))('%s %s', (_rule, _why, order) => {
    const one = cases[order];
    if (!one) throw new Error('no such case');
    expect(problemsOf(one.rule, one.wrong, one.around).length, 'what breaks it').toBeGreaterThan(0);
    expect(problemsOf(one.rule, one.right, one.rightAround), 'what does not').toEqual([]);
  });

  test('every rule has a case here', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });
});

test('no message gives a whole number away, and every field that is named is one of the register', () => {
  for (const { wrong, around: within = around } of cases) {
    for (const rule of rules) {
      for (const { message, field } of rule.problems(new Home(wrong, within.day), within)) {
        expect(message).not.toMatch(/\d{15}/);
        expect(field).toMatch(/^[A-Za-z.\d]*$/);
      }
    }
  }
});

test('a sound household breaks no rule that calls something wrong', () => {
  for (const rule of rules.filter(({ grade }) => grade === 'E')) expect([rule.id, rule.problems(new Home(sound, around.day), around)]).toEqual([rule.id, []]);
});
