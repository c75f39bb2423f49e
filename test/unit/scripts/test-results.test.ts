import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, settle, total, verdict } from '../../../scripts/test-results.mjs';
import { chooseSuites } from '../../../scripts/test-suites.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

describe('counting', () => {
  it("takes Vitest's figures", () => {
    const testResults = [{ status: 'failed', assertionResults: [passed, failed] }];
    expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts a test file that does not load as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [passed] },
    ];
    expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it("takes Playwright's figures, and what went wrong outside a test", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1 };
    expect(countPlaywright({ stats, errors: ['the display did not start'] })).toEqual({
      passed: 3,
      failed: 3,
    });
  });

  it('never lets a broken suite look green', () => {
    expect(settle({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
    expect(settle({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
    expect(settle({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(settle({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('ends with the sum', () => {
    const sum = total([
      { passed: 2, failed: 0 },
      { passed: 40, failed: 1 },
    ]);
    expect(verdict(sum)).toBe('42 passed, 1 failed');
  });
});

describe('the choice of suites', () => {
  function names(...words: string[]): string[] {
    const chosen = chooseSuites(words);
    return 'message' in chosen ? [chosen.message] : chosen.suites.map((suite) => suite.name);
  }

  it('is all of them unless some are named', () => {
    const packaged = process.platform === 'linux' ? ['packaged'] : [];
    const all = ['lint', 'typecheck', 'format', 'unit', 'simulation', 'e2e', ...packaged];
    expect(names()).toEqual(all);
    expect(names('sim', 'static')).toEqual(['lint', 'typecheck', 'format', 'simulation']);
  });

  it('builds only for the end-to-end tests', () => {
    expect(chooseSuites(['unit'])).toMatchObject({ needsBuild: false });
    expect(chooseSuites(['e2e'])).toMatchObject({ needsBuild: true });
  });

  it('refuses an unknown name', () => {
    expect(names('unti')).toEqual(["'unti' is no suite; there are static, unit, sim, e2e, packaged."]);
  });
});
