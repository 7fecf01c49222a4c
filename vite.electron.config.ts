import { defineConfig, type UserConfig } from 'vite';

/** Stay in node_modules: native, or loaded only when first needed. */
const external = ['electron', 'better-sqlite3', 'exceljs', '@e965/xlsx'];

function bundle(entry: string, outDir: string, format: 'es' | 'cjs', fileName: string): UserConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: {
        external,
        output: { format, entryFileNames: fileName, ...(format === 'cjs' ? { codeSplitting: false } : {}) },
      },
    },
  };
}

export const bundles = {
  main: bundle('electron/main/main.ts', 'dist/main', 'es', 'main.js'),
  // A sandboxed preload script is one CommonJS file.
  preload: bundle('electron/preload/preload.ts', 'dist/preload', 'cjs', 'preload.cjs'),
  utility: bundle('electron/utility/utility.ts', 'dist/utility', 'es', 'utility.js'),
  // Started for every command: scripts/built-cli.mjs.
  cli: bundle('electron/cli/main.ts', 'dist/cli', 'es', 'main.js'),
};

export default defineConfig(bundles.main);
