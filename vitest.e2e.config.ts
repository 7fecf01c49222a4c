import { defineConfig } from 'vitest/config';

/** MINGCE_E2E_HOST=web (default) or desktop; one program at a time. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What a busy machine may take to show something.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    fileParallelism: false,
    reporters: ['default'],
  },
});
