import base from './playwright.config';

/** Pictures for the documentation: the same program, driven the same way, but nothing is counted. */
export default {
  ...base,
  testDir: 'test/pictures',
  testMatch: '**/*.picture.ts',
  outputDir: 'test-results/pictures',
  reporter: [['list']],
};
