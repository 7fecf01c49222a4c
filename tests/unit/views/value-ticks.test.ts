import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOfTicks, isTicked, tick, tickAll, ticksOf, allTicked } from '../../../shared/views/value-ticks.ts';
import { mostValues } from '../../../shared/contract/tables.ts';
import { meets } from '../../../shared/views/meets.ts';

const long = [null, ...Array.from({ length: mostValues - 1 }, (_, at) => `值${at}`)];
const short = long.slice(0, 6);

describe('ticks of a list of values', () => {
  it('that is cut leave out what was unticked, and nothing that is not listed', () => {
    const made = conditionOfTicks('workPlace', tick(allTicked, [null, '值3'], false), long, null);
    expect(made).toEqual({ field: 'workPlace', test: 'notIn', values: [null, '值3'] });
    if (made === null || made === 'nothing') throw new Error('no condition');
    expect(meets(made, '没列出的')).toBe(true);
    expect(meets(made, null)).toBe(false);
    expect(ticksOf(made)).toEqual({ but: true, values: new Set([null, '值3']) });
  });

  it('of which all were taken away and a few put back mean those few', () => {
    expect(conditionOfTicks('workPlace', tick(tickAll(false), ['值1'], true), long, null)).toEqual({ field: 'workPlace', test: 'in', values: ['值1'] });
  });

  it('that were searched mean what was found, also where the list is cut', () => {
    expect(conditionOfTicks('workPlace', allTicked, long, ['值1', '值10'])).toEqual({ field: 'workPlace', test: 'in', values: ['值1', '值10'] });
  });

  it('show exactly the listed values that are ticked, whatever was ticked in which order', () => {
    const step = fc.oneof(
      fc.boolean().map((on) => ({ which: null, on })),
      fc.record({ which: fc.subarray(short), on: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom(short, long), (steps, listed) => {
        let ticks = allTicked;
        for (const { which, on } of steps) ticks = which ? tick(ticks, which, on) : tickAll(on);
        const made = conditionOfTicks('workPlace', ticks, listed, null);
        for (const value of short) expect(made === null || (made !== 'nothing' && meets(made, value))).toBe(isTicked(ticks, value));
      }),
    );
  });
});
