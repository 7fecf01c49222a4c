import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conditionOf, hows, linesOf } from '../../../shared/checks/simple/rule-lines.ts';
import { conditionSchema } from '../../../shared/checks/simple/condition.ts';

const text = fc.stringMatching(/^[一-龥0-9]{1,6}$/);
const wantsNothing = new Set(['blank', 'filled']);
const line = fc.record({ field: fc.constantFrom('age', 'health', 'liftYear'), how: fc.constantFrom(...hows.map(({ value }) => value)), value: text }).map((each) => (wantsNothing.has(each.how) ? { ...each, value: '' } : each));

it('the form of an own rule shows what it wrote, after the register has read it', () => {
  fc.assert(
    fc.property(fc.constantFrom('all' as const, 'any' as const), fc.array(line, { minLength: 1, maxLength: 6 }), (joined, lines) => {
      expect(linesOf(conditionSchema.parse(JSON.parse(JSON.stringify(conditionOf({ joined, lines })))))).toEqual({ joined, lines });
    }),
  );
});

it('leaves alone what it could not write again', () => {
  expect(linesOf({ field: 'age', than: '<', limit: 'workAge' })).toBeNull();
  expect(linesOf({ all: [{ not: { field: 'age', is: 'blank' } }] })).toBeNull();
  expect(linesOf({ any: [{ all: [{ field: 'age', is: 'blank' }] }] })).toBeNull();
  expect(linesOf({ field: 'liftYear', than: '>=', value: '2019' })).toBeNull();
  expect(linesOf({ field: 'health', in: ['残疾'] })).toEqual({ joined: 'all', lines: [{ field: 'health', how: 'in', value: '残疾' }] });
});
