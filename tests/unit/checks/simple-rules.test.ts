import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Home } from '../../../shared/checks/home.ts';
import { compileRule, RuleFault } from '../../../shared/checks/simple/compile.ts';
import type { Condition } from '../../../shared/checks/simple/condition.ts';
import { simpleRuleSchema, type SimpleRule } from '../../../shared/checks/simple/simple-rule.ts';
import type { Values } from '../../../shared/register/facts.ts';
import { aged, around, head, household } from './support.ts';

const ruleOf = (when: Condition, more: Partial<SimpleRule> = {}): SimpleRule => simpleRuleSchema.parse({ id: 'Z001', grade: 'W', title: '试', why: '', remedy: '请核对', source: '', scope: 'people', when, field: 'name', ...more });
const finds = (when: Condition, person: Values, home: Values = {}, more: Partial<SimpleRule> = {}) =>
  compileRule(ruleOf(when, more)).problems(new Home(household(home, { ...head, ...person }), around.day), around);
const trips = (...given: Parameters<typeof finds>): boolean => finds(...given).length > 0;

describe('a rule that is data', () => {
  test('reads numbers as numbers, however they are written', () => {
    expect(trips({ field: 'workMonths', than: '=', value: '1' }, { workMonths: 1 })).toBe(true);
    expect(trips({ field: 'workMonths', than: '<', value: '9' }, { workMonths: 10 })).toBe(false);
    expect(trips({ field: 'perCapitaIncome', than: '<', value: '4000' }, {}, { perCapitaIncome: 3_999_99 })).toBe(true);
    expect(trips({ field: 'perCapitaIncome', than: '<', value: '4000.00' }, {}, { perCapitaIncome: 4_000_00 })).toBe(false);
  });

  test('reads a code by any of its wordings', () => {
    expect(trips({ field: 'sex', than: '=', value: '1' }, { sex: '男' })).toBe(true);
    expect(trips({ field: 'mainCause', in: ['缺劳动力'] }, {}, { mainCause: '缺劳力' })).toBe(true);
    expect(trips({ field: 'health', contains: '残疾' }, { health: '长期慢性病、残疾' })).toBe(true);
  });

  test('holds fields against each other, dates as far as both go', () => {
    expect(trips({ field: 'memberIdentified', than: '<', other: 'firstIdentified' }, { memberIdentified: '2013-12' }, { firstIdentified: '2014-01' })).toBe(true);
    expect(trips({ field: 'birthDate', than: '>', value: '2020-01-01' }, { birthDate: '2020-01-02' })).toBe(true);
  });

  test('asks for years of age on the day of the check', () => {
    expect(trips({ field: 'age', than: '>=', limit: 'workAge' }, aged(16))).toBe(true);
    expect(trips({ field: 'age', than: '>=', limit: 'workAge' }, aged(15))).toBe(false);
  });

  test('tells the values, and no number whole', () => {
    const [told] = finds({ all: [{ field: 'identityNo', is: 'filled' }, { field: 'labour', is: 'blank' }] }, {});
    expect(told?.message).toMatch(/^证件号码：9905\*{4}\w{4}，劳动技能：空$/);
    const [written] = finds({ field: 'age', than: '>', value: '1' }, aged(40), {}, { message: '{name}已 {age}' });
    expect(written?.message).toBe('试0已 40 岁');
  });

  test.each<[string, Condition, Partial<SimpleRule>]>([
    ['没有“nonsense”这一列', { field: 'nonsense', is: 'blank' }, {}],
    ['不能用在户的规则里', { field: 'age', than: '>', value: '1' }, { scope: 'households', field: 'village' }],
    ['不能比大小', { field: 'name', than: '<', value: '张' }, {}],
    ['不能比较', { field: 'age', than: '<', limit: 'nationalLine' }, {}],
    ['没有“nowhere”这个标准', { field: 'age', than: '<', limit: 'nowhere' }, {}],
    ['年龄要写成岁数', { field: 'age', than: '<', value: '十六' }, {}],
    ['不是“是”或“否”', { field: 'dibao', than: '=', value: '也许' }, {}],
    ['不是一类', { field: 'workMonths', than: '=', other: 'name' }, {}],
  ])('is refused in plain words: %s', (words, when, more) => {
    expect(() => compileRule(ruleOf(when, more))).toThrow(RuleFault);
    expect(() => compileRule(ruleOf(when, more))).toThrow(words);
  });
});

/** Conditions over yes-or-no fields. */
const fields = ['dibao', 'tekun', 'mandarin'] as const;
const leaf = fc.constantFrom(...fields).chain((field) => fc.constantFrom<Condition>({ field, than: '=', value: '是' }, { field, than: '≠', value: '是' }, { field, in: ['否'] }));
const conditions = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, leaf, tie('node').map((not): Condition => ({ not })), fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })), fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any }))),
})).node;
const values = fc.record(Object.fromEntries(fields.map((key) => [key, fc.constantFrom('是', '否', null)])));

test('what is not known breaks neither a rule nor its opposite; what is known breaks exactly one of the two', () => {
  fc.assert(fc.property(conditions, values, (when, person) => {
    const [one, other] = [trips(when, person), trips({ not: when }, person)];
    expect(one && other).toBe(false);
    if (Object.values(person).every((value) => value !== null)) expect(one || other).toBe(true);
    // Whatever a blank turns out to be, what was found stays found.
    if (one) for (const told of ['是', '否']) expect(trips(when, Object.fromEntries(Object.entries(person).map(([key, value]) => [key, value ?? told])))).toBe(true);
  }));
});
