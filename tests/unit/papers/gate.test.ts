import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altered, left, levels, opens, passed } from '../../../shared/papers/gate.ts';
import { maskedText } from '../../../shared/register/masked.ts';
import { field, vocabulary } from '../../../shared/register/vocabulary.ts';
import { identity } from '../../core/support/people.ts';

const number = identity('19450102', 7);

describe('the gate', () => {
  it('closes what is not public to the public, and says so before it is asked', () => {
    for (const key of ['identityNo', 'memberPhone', 'bankCard', 'health', 'disabilityKind', 'mainCause', 'perCapitaIncome', 'birthDate']) {
      expect(opens(field(key), 'public')).toBe(false);
      expect(() => passed(field(key), number, 'public')).toThrow(key);
    }
    expect(passed(field('headName'), '王守信', 'public')).toBe('王守信');
    expect(passed(field('name'), '欧阳小试', 'public', true)).toBe('欧某');
  });

  it('masks numbers inside the offices: first two and last three, three and four, the tail of a card', () => {
    expect(passed(field('identityNo'), number, 'reduced')).toBe(`${number.slice(0, 2)}${'*'.repeat(13)}${number.slice(-3)}`);
    expect(passed(field('memberPhone'), '19900001234', 'reduced')).toBe('199****1234');
    expect(passed(field('bankCard'), '6217000000000001234', 'reduced')).toBe('****1234');
    // On the screen a number shows no more of itself than outside.
    for (const key of ['identityNo', 'memberPhone', 'bankCard', 'tekunList.disabilityNo']) expect(maskedText(field(key).kind, number)).toBe(passed(field(key), number, 'reduced'));
    expect(passed(field('tekunList.disabilityNo'), `${number}42`, 'reduced')).not.toContain(number.slice(2, -3));
    expect(passed(field('helpMeasures'), `电话19900001234，卡 6217 0000 0000 0001 234`, 'reduced')).not.toMatch(/\d{11}/);
  });

  it('lets everything through whole with a reason, and nothing that the family itself may not have on its wall', () => {
    expect(passed(field('identityNo'), number, 'full')).toBe(number);
    expect(opens(field('identityNo'), 'house')).toBe(false);
    expect(passed(field('householdPhone'), '19900001234', 'house')).toBe('199****1234');
  });

  it('lets values out as values where nothing of them is hidden, and what is hidden as its masked text', () => {
    expect(left(field('perCapitaIncome'), 123_450, 'reduced')).toBe(123_450);
    expect(left(field('birthDate'), '1945-01-02', 'reduced')).toBe('1945-01-02');
    expect(left(field('identityNo'), number, 'reduced')).toBe(passed(field('identityNo'), number, 'reduced'));
    expect(left(field('name'), '欧阳小试', 'public', true)).toBe('欧某');
    for (const of of vocabulary()) {
      expect([left(of, null, 'reduced'), altered(of, 'full')]).toEqual([null, false]);
      // What is said to leave unaltered is never other than it stands.
      if (!altered(of, 'reduced')) expect(left(of, '19900001234', 'reduced')).toBe('19900001234');
    }
  });

  it('never lets eleven digits in a row out of a text, a name, a phone, a card or an identity number but on full', () => {
    expect(opens(field('helpMeasures'), 'reduced')).toBe(true);
    const fields = vocabulary().filter(({ kind }) => ['text', 'name', 'phone', 'card', 'identity'].includes(kind));
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.constantFrom(...levels.filter((level) => level !== 'full')), fc.stringMatching(/^[一-龥 ]{0,4}[0-9]{11,19}[Xx]?[一-龥0-9 ]{0,6}$/), fc.boolean(), (of, level, text, minor) => {
        if (opens(of, level)) expect(passed(of, text, level, minor).replaceAll(' ', '')).not.toMatch(/\d{11}/);
      }),
      { numRuns: 3000 },
    );
  });
});
