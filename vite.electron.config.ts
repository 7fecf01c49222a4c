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
        // Beside the program, where what it starts is looked for.
        output: { format, entryFileNames: fileName, chunkFileNames: '[name]-[hash].js', ...(format === 'cjs' ? { codeSplitting: false } : {}) },
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

/** What a program that holds the core starts as a thread (read-aside.ts): one file beside it. */
export function readingThread(outDir: string): UserConfig {
  const { build, ...config } = bundle('electron/core/importing/reading-thread.ts', outDir, 'cjs', 'reading-thread.cjs');
  return { ...config, build: { ...build, emptyOutDir: false, sourcemap: false } };
}

export default defineConfig(bundles.main);
