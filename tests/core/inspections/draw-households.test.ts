import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawHouseholds, fingerprintOf, sharesOf, type Framed } from '../../../electron/core/inspections/draw-households.ts';

const frames = fc.array(fc.constantFrom('甲街道', '乙街道', '丙街道', ''), { minLength: 1, maxLength: 60 }).map((strata): Framed[] => strata.map((stratum, at) => ({ id: `h${at}`, key: `99000000${String(at).padStart(2, '0')}`, stratum })));
const asked = frames.chain((frame) => fc.tuple(fc.constant(frame), fc.integer({ min: 1, max: frame.length }), fc.string({ maxLength: 12 }), fc.shuffledSubarray(frame, { minLength: frame.length })));

const drawn = (frame: readonly Framed[], wanted: number, seed: string): string[] => drawHouseholds(frame, wanted, seed).flatMap(({ order, drawn: n }) => order.slice(0, n));

test('a draw has as many as are wanted, none twice, of each stratum its share within one, and again the same from the same seed whatever the order of the frame', () => {
  fc.assert(
    fc.property(asked, ([frame, wanted, seed, shuffled]) => {
      const strata = drawHouseholds(frame, wanted, seed);
      const ids = drawn(frame, wanted, seed);
      expect(ids).toHaveLength(wanted);
      expect(new Set(ids).size).toBe(wanted);
      for (const { name, size, drawn: n, order } of strata) {
        expect(Math.abs(n - (size * wanted) / frame.length)).toBeLessThan(1);
        expect(new Set(order)).toEqual(new Set(frame.filter(({ stratum }) => stratum === name).map(({ id }) => id)));
      }
      expect(drawn(shuffled, wanted, seed)).toEqual(ids);
      expect(fingerprintOf(shuffled)).toBe(fingerprintOf(frame));
    }),
  );
});

test('every household is as likely as another: over many seeds each is drawn about as often', () => {
  const frame = Array.from({ length: 10 }, (_, at): Framed => ({ id: `h${at}`, key: String(9_900_000_000 + at), stratum: '' }));
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++) for (const id of drawn(frame, 3, String(seed))) times.set(id, (times.get(id) ?? 0) + 1);
  // 600 expected of each, with a spread of 20: the seeds are fixed, so this holds or does not.
  for (const { id } of frame) expect(Math.abs((times.get(id) ?? 0) - 600)).toBeLessThan(80);
});

test('shares by largest remainder, worked out by hand; another frame or seed is another draw', () => {
  expect(sharesOf([50, 30, 20], 10)).toEqual([5, 3, 2]);
  expect(sharesOf([47, 33, 20], 10)).toEqual([5, 3, 2]);
  expect(sharesOf([1, 1, 1], 2)).toEqual([1, 1, 0]);
  const frame = Array.from({ length: 40 }, (_, at): Framed => ({ id: `h${at}`, key: String(at), stratum: '' }));
  expect(drawn(frame, 8, '1')).not.toEqual(drawn(frame, 8, '2'));
  expect(fingerprintOf(frame)).not.toBe(fingerprintOf(frame.slice(1)));
});
