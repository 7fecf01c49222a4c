import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter, identityFault } from '../../../shared/fields/identity-number.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { field, vocabulary } from '../../../shared/register/vocabulary.ts';

const today = '2020-06-30';
const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-06-29'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const identities = fc.tuple(days, fc.integer({ min: 0, max: 999 })).map(([day, order]) => {
  const first17 = `990504${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
});

describe('identity numbers', () => {
  test('a sound number passes; any one digit changed, or two neighbours swapped, is caught', () => {
    fc.assert(
      fc.property(identities, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        expect(identityFault(number, today)).toBeUndefined();
        const old = number.charAt(place);
        const next = old === 'X' ? String(step) : String((Number(old) + step) % 10);
        const changed = number.slice(0, place) + next + number.slice(place + 1);
        if (changed !== number) expect(identityFault(changed, today)).toBeDefined();
        if (place < 16 && number[place] !== number[place + 1]) {
          const swapped = number.slice(0, place) + (number[place + 1] ?? '') + old + number.slice(place + 2);
          expect(identityFault(swapped, today)).toBeDefined();
        }
      }),
    );
  });

  test('is repaired only where nothing can be lost', () => {
    const kind = kindOf(field('identityNo'));
    fc.assert(
      fc.property(identities, fc.constantFrom(' ', '\t', '\n', '　'), (number, blank) => {
        const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
        const ways = [`${blank}${number}${blank}`, `${number.slice(0, 6)}${blank}${number.slice(6)}`, `'${number}`, `="${number}"`, number.toLowerCase(), wide];
        for (const way of ways) expect([way, kind.read(way, { today })]).toMatchObject([way, { ok: true, value: number }]);
        expect(kind.read({ type: 'number', text: number.slice(0, 17) }, { today }).ok).toBe(false);
        expect(kind.read(`${number.slice(0, 1)}.${number.slice(1, 6)}E+17`, { today }).ok).toBe(false);
      }),
    );
  });
});

describe('every field of the vocabulary', () => {
  test('reads what it offers for change as the same value', () => {
    const values: Partial<Record<string, fc.Arbitrary<string | number>>> = {
      money: fc.integer({ min: -1_000_000_000, max: 1_000_000_000_00 }),
      count: fc.integer({ min: 0, max: 10_000 }),
      measure: fc.integer({ min: 0, max: 10_000_000 }).map((part) => part / 10_000),
      date: days,
      month: days.map((day) => day.slice(0, 7)),
      year: fc.integer({ min: 1950, max: 2100 }),
      yesNo: fc.constantFrom('是', '否'),
      identity: identities,
      phone: fc.integer({ min: 0, max: 9999 }).map((end) => `1990000${String(end).padStart(4, '0')}`),
    };
    for (const each of vocabulary()) {
      const kind = kindOf(each);
      const stored = each.codes ? fc.constantFrom(...each.codes.values.map(({ value }) => value)) : (values[each.kind] ?? fc.constantFrom('甲乙', 'A1'));
      if (['digits', 'card', 'name', 'text'].includes(each.kind)) continue;
      fc.assert(
        fc.property(stored, (value) => {
          expect([each.key, kind.read(kind.edit(value), { today })]).toMatchObject([each.key, { ok: true, value }]);
        }),
        { numRuns: 30 },
      );
      expect([each.key, kind.read('', { today }), kind.show(null), kind.edit(null)]).toEqual([each.key, { ok: true, value: null }, '', '']);
    }
  });

  test('has a label and keys that no other has within its entity', () => {
    const seen = new Set<string>();
    for (const { entity, group, label } of vocabulary()) {
      // A ledger's labels are its own.
      expect(seen.has(`${entity === 'entry' ? group : entity} ${label}`)).toBe(false);
      seen.add(`${entity === 'entry' ? group : entity} ${label}`);
    }
  });
});

describe('amounts', () => {
  const money = kindOf(field('wageIncome'));
  test.each([
    ['1,234.50', 123_450], ['¥1234', 123_400], ['1234元', 123_400], ['1.2E3', 120_000], ['1.005', 101], ['-0.5', -50], ['0', 0], ['６０００', 600_000], ['—', null],
  ])('%s', (text, fen) => {
    expect(money.read(text, { today })).toMatchObject({ ok: true, value: fen });
  });
  test.each(['一千', '12.3.4', '1e99', '12,34'])('%s is no amount', (text) => {
    expect(money.read(text, { today }).ok).toBe(false);
  });
});
