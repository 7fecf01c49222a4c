import { defineConfig } from 'vitest/config';

/** `npm run guide`: draws the pictures of the user guide anew, from the program as it is. */
export default defineConfig({
  test: {
    include: ['tests/guide/*.guide.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    // Each picture stands on the one before.
    bail: 1,
    reporters: ['default'],
  },
});
