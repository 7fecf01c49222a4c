import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingPlaces } from '../../../shared/fields/differing-places.ts';
import { identityCandidates, type KnownOfPerson } from '../../../shared/fields/identity-candidates.ts';
import { birthDateOf, identityFault, readIdentity, sexOf } from '../../../shared/fields/identity-number.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import { type Mutated, mutated, soundNumber, ways } from './mutated-identities.ts';

const today = '2020-06-30';

/** What the cell shows to a person: without blanks, apostrophe and ="", in half width and upper case. Written apart from the program's own. */
function shows(written: string): string {
  const signs = [...written].map((sign) => (sign >= '\uff01' && sign <= '\uff5e' ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign));
  const text = signs.filter((sign) => !/[\s\u200b-\u200d\u2060\ufeff]/.test(sign)).join('');
  return (/^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^['’‘]/, '')).toUpperCase();
}

const knownOf = (original: string): KnownOfPerson => ({ birthDate: birthDateOf(original), sex: sexOf(original), areas: [original.slice(0, 6)], elsewhere: [] });
const numbersFor = ({ cell }: Mutated, known: KnownOfPerson): string[] => identityCandidates(cell, known, today).map(({ number }) => number);

describe('100,000 damaged identity numbers', () => {
  it('none is repaired silently to a number that is not written there', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(mutated, ({ kind, original, cell }) => {
        const reading = readIdentity(cell, { today });
        if (reading.ok && reading.value === null) expect(shows(cellText(cell))).toBe('');
        if (!reading.ok || reading.flag || reading.value === null) return;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        const value = String(reading.value);
        // Every character of what is taken stands there; nothing is left out, put in or computed.
        expect([kind, value]).toEqual([kind, shows(cellText(cell))]);
        expect(identityFault(value, today)).toBeUndefined();
        if (typeof cell !== 'string') expect([kind, value]).toEqual([kind, original]);
      }),
      { numRuns: 100_000, seed: 19_990_504 },
    );
    // What only looks different is taken: the test would hold for a program that takes nothing.
    for (const kind of ['whole', 'blanks', 'apostrophe', 'wrapped', 'wide', 'lower']) expect(seen.get(kind)).toBeGreaterThan(1000);
    for (const kind of ['old', 'oldFloat', 'oldNumber', 'noCheck', 'excelNumber', 'excelStored', 'shownScientific', 'double', 'doubleDigits', 'doubleText', 'float', 'label', 'hyphens']) {
      expect([kind, seen.get(kind)]).toEqual([kind, undefined]);
    }
  });
});

/** Kinds of damage after which the number itself must be among what is offered. */
const recoverable = ['label', 'hyphens', 'letterO', 'letterL', 'letterI', 'times', 'covered', 'birthCovered', 'old', 'oldFloat', 'oldNumber', 'check', 'changed', 'dropped', 'inserted', 'doubled', 'swapped', 'noCheck'] as const;

describe('candidates', () => {
  it.each(recoverable)('%s: the number itself is offered where birth date, sex and area are known', (kind) => {
    fc.assert(
      fc.property(soundNumber, fc.nat({ max: 1000 }), fc.constantFrom(...'0123456789X'), (original, at, digit) => {
        const cell = ways[kind]?.(original, at, digit) ?? original;
        const reading = readIdentity(cell, { today });
        const isOld = kind.startsWith('old');
        // A slip may make another sound number; a certificate's own two or four digits have no check digit.
        fc.pre(!(reading.ok && !reading.flag) && !(isOld && !original.startsWith('19', 6)) && (original.length === 18 || ['label', 'hyphens', 'letterO', 'letterL', 'letterI', 'times', 'check'].includes(kind)));
        // A swap with X in front leaves no digits to count with; X in the middle is no slip of one digit.
        fc.pre(!/X(?!$)/.test(cellText(cell)) || kind === 'swapped' || original.length > 18);
        expect(numbersFor({ kind, original, cell }, knownOf(original))).toContain(original);
      }),
      { numRuns: 1000, seed: 22 },
    );
  });

  it('a number rounded to a double is offered by what is left of it, where it ended in a digit', () => {
    let offered = 0;
    fc.assert(
      fc.property(soundNumber, fc.constantFrom('double', 'doubleDigits', 'doubleText', 'float'), (original, kind) => {
        fc.pre(/^\d{18}$/.test(original));
        const cell = ways[kind]?.(original, 0, '0') ?? original;
        fc.pre(cellText(cell).replace(/\D.*$/, '').slice(-3) !== '000');
        const found = numbersFor({ kind, original, cell }, knownOf(original));
        // Where the double happens to end in zeros it looks like what Excel cut, and nothing is offered.
        if (found.length === 0) return true;
        offered++;
        return found.includes(original);
      }),
      { numRuns: 1000, seed: 22 },
    );
    expect(offered).toBeGreaterThan(700);
  });

  it('are sound, never more than twelve, none twice, and never contradict what is known unless they say so', () => {
    fc.assert(
      fc.property(mutated, soundNumber, fc.boolean(), (damaged, other, knows) => {
        const known: KnownOfPerson = knows ? knownOf(damaged.original) : { birthDate: null, sex: null, areas: [], elsewhere: [{ number: other, near: 'name', from: '别处' }] };
        const found = identityCandidates(damaged.cell, known, today);
        expect(found.length).toBeLessThanOrEqual(12);
        expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
        for (const { number, reason, sure, differs } of found) {
          expect(identityFault(number, today)).toBeUndefined();
          expect(differs.every((place) => place >= 0 && place < number.length)).toBe(true);
          const against = (known.birthDate !== null && birthDateOf(number) !== known.birthDate) || (known.sex !== null && sexOf(number) !== known.sex);
          expect([reason, reason.includes('对不上'), sure === 'weak' || !against]).toEqual([reason, against, true]);
        }
      }),
      { numRuns: 10_000, seed: 12 },
    );
  });
});

it('tells where two texts differ', () => {
  expect(differingPlaces('abcd', 'abcd')).toEqual({ steps: 0, places: [] });
  expect(differingPlaces('abcd', 'abXd')).toEqual({ steps: 1, places: [2] });
  expect(differingPlaces('abcd', 'acbd')).toEqual({ steps: 1, places: [1, 2] });
  expect(differingPlaces('abd', 'abcd')).toEqual({ steps: 1, places: [2] });
  expect(differingPlaces('abcd', 'abd')).toEqual({ steps: 1, places: [2] });
  expect(differingPlaces('abcd', 'abc')).toEqual({ steps: 1, places: [] });
  expect(differingPlaces('', 'ab')).toEqual({ steps: 2, places: [0, 1] });
  fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => differingPlaces(one, other).steps === differingPlaces(other, one).steps));
});
