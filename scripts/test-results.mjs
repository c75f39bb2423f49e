/**
 * How a suite ended.
 *
 * @typedef {{ passed: number, failed: number }} Count
 *
 * What Vitest's JSON reporter writes, as far as it is read here.
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: VitestFile[] }} VitestReport
 *
 * What Playwright's JSON reporter writes, as far as it is read here.
 * @typedef {{ expected: number, unexpected: number, flaky: number }} PlaywrightStats
 * @typedef {{ stats: PlaywrightStats, errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {VitestReport} report
 * @returns {Count} a file that could not even be loaded counts as one failure
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Count} a test that passed at the second attempt failed; so did whatever went wrong outside a test
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * Makes sure that nothing broken looks green: a command that failed has at least one failure, and so has a suite
 * in which nothing ran.
 *
 * @param {Count} count
 * @param {number} exitCode the suite's command's
 * @returns {Count}
 */
export function settle(count, exitCode) {
  const looksGreen = count.failed === 0;
  if (looksGreen && (exitCode !== 0 || count.passed === 0)) return { ...count, failed: 1 };
  return count;
}

/**
 * @param {Count[]} counts
 * @returns {Count} their sum
 */
export function total(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  };
}

/**
 * The words every run of the tests ends with.
 *
 * @param {Count} count
 */
export function verdict(count) {
  return `${count.passed} passed, ${count.failed} failed`;
}
