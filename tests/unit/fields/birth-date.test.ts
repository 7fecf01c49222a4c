import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits } from '../../../shared/fields/digits.ts';
import { birthDateOf, readIdentity } from '../../../shared/fields/identity-number.ts';

const byCalendar = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};
const padded = (number: number, length: number): string => String(number).padStart(length, '0');

describe('the birth date in an identity number', () => {
  it('is the day of the calendar, or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1800, max: 2100 }), fc.integer({ min: 0, max: 9999 })), fc.nat(14), fc.nat(33), (year, month, day) => {
        expect(birthDateOf(`990504${padded(year, 4)}${padded(month, 2)}${padded(day, 2)}0012`)).toBe(byCalendar(year, month, day));
      }),
      { numRuns: 2000, examples: [[2000, 2, 29], [1900, 2, 29], [2019, 2, 29], [2020, 2, 29], [1970, 4, 31]] },
    );
  });

  it('is none where the number is short or has other signs', () => {
    for (const number of ['', '9905041970010', '99050419700a01001', '9905O4197001010012', '99050419７00101']) expect(birthDateOf(number)).toBeNull();
  });
});

describe('a number that is nothing but digits', () => {
  it('is read as the same number is with blanks around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '9', 'X', 'E', '.', '-', '5'), minLength: 1, maxLength: 22 }), (text) => {
        for (const read of [digits.read, readIdentity]) {
          const [bare, among] = [read(text, { today: '2020-06-01' }), read(` ${text} `, { today: '2020-06-01' })];
          expect(bare.ok).toBe(among.ok);
          expect(bare.ok && bare.value).toBe(among.ok && among.value);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
