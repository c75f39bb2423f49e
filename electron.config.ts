import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { pureSchemas } from './scripts/vite-pure-schemas.mjs';
import { textTables } from './scripts/vite-text-tables.mjs';
import { yaml } from './scripts/vite-yaml.mjs';
import manifest from './package.json' with { type: 'json' };

/**
 * How the three parts of the program are built. Everything is bundled, the main process's packages too:
 * start-up then reads a handful of files. SQLite alone stays a package: it brings compiled code that it looks for
 * beside itself.
 */
export default defineConfig({
  main: {
    plugins: [yaml()],
    build: {
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        external: ['@photostructure/sqlite'],
        // options.js stands alone so that plain Node.js can read the command line before Electron starts.
        input: { index: 'src/main/index.ts', options: 'src/main/options.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload script can be loaded as CommonJS only, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), pureSchemas(), textTables()],
    define: { 'import.meta.env.VERSION': JSON.stringify(manifest.version) },
    build: {
      minify: true,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
