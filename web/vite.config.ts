/** How the page is built: into `src/web/page`, under names that stay, so that a change shows as one. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// What runs the build, such as tests, may say otherwise; the files would not be the same then.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../src/web/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { entryFileNames: 'app.js', chunkFileNames: '[name].js', assetFileNames: 'app[extname]' },
    },
  },
});
