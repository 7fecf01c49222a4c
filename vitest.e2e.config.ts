import { defineConfig } from 'vitest/config';

// Named to a whole `npm test`, which shares the screens between the hosts; asked for by itself a host runs everything.
const shared = process.env['MINGCE_E2E_SHARE'] === 'yes';
const desktop = process.env['MINGCE_E2E_HOST'] === 'desktop';

/** What goes through the host: keys and clipboard, files in and out, printing, the way from first start to last paper. */
const onBoth = ['journey', 'closing', 'habits-*', 'import-folder', 'import-large', 'two-*', 'problems', 'inspections', 'walls', 'reports', 'forms', 'record-papers'];
/** The rest of what the desktop run proves; all others are proved in the browser. */
const onDesktop = ['desktop', 'packed', 'match', 'accounts', 'plan', 'month'];

const files = (names: readonly string[]): string[] => names.map((name) => `tests/e2e/${name}.e2e.ts`);

/** MINGCE_E2E_HOST=web (default) or desktop. */
export default defineConfig({
  test: {
    include: shared && desktop ? files([...onBoth, ...onDesktop]) : ['tests/e2e/**/*.e2e.ts'],
    exclude: shared && !desktop ? files(onDesktop) : [],
    globalSetup: 'tests/e2e/support/make-sample.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What a busy machine may take to show something.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // The files of a run share their modules, a browser and its host: to start them anew for each took longer than many of the tests.
    isolate: false,
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Two programs on the desktop would share the display and its clipboard; browsers without a window have each their own.
    maxWorkers: desktop ? 1 : 2,
    reporters: ['default'],
  },
});
