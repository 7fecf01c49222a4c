import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page. Electron's own bundles are in vite.electron.config.ts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    // Where it goes, and that a whole one stands there meanwhile, is said by scripts/build.mjs.
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures stay files: font-src allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: 'es' },
});
