import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the real Electron of node_modules, so no browser is ever downloaded. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './scripts/e2e-display.mjs',
  // One reference for all systems: what is compared uses the bundled typeface.
  snapshotPathTemplate: 'test/references/{arg}{ext}',
  // One worker: two windows on a small machine would disturb each other's timing.
  workers: 1,
  fullyParallel: false,
  // A test that passes only sometimes is a failing test.
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
