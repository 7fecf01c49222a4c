import { expect, it } from 'vitest';
import { mostMemory, runFuzz } from '../../fuzz/run-fuzz.ts';

// `npm run fuzz` tries ten thousand with other seeds.
it('500 spoilt workbooks: no crash, no hang, no defect, no row without a verdict, bounded memory', { timeout: 1_000_000 }, async () => {
  const { tried, failures, outcomes, peak } = await runFuzz({ seed: 20_200_630, from: 0, count: 500, milliseconds: 900_000 });
  expect(failures.map(({ index, how, what }) => `npm run fuzz -- --replay 20200630:${index} (${how}): ${what}`)).toEqual([]);
  expect(tried).toBe(500);
  // Both ends must be reached, or the fuzzer tries nothing.
  expect(outcomes['refused']).toBeGreaterThan(100);
  expect(outcomes['imported']).toBeGreaterThan(50);
  expect(peak).toBeLessThan(mostMemory);
});
