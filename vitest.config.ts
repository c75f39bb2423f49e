import { defineConfig } from 'vitest/config';
import { yaml } from './scripts/vite-yaml.mjs';

export default defineConfig({
  plugins: [yaml()],
  test: {
    // Ends what hangs; generous, because a busy machine is no reason to fail.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'simulation', include: ['test/simulation/**/*.test.ts'] } },
    ],
  },
});
