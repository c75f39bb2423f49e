import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { inProject, ROOT } from './project.mjs';
import { startGroup } from './process-group.mjs';
import { countPlaywright, countVitest, settle } from './test-results.mjs';

/**
 * One thing to run and to count.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} command arguments for Node.js
 * @property {string} [report] the JSON file it writes, from the project's folder
 * @property {(report: never) => Count} [count] reads that file; a suite without one counts as one check
 * @property {boolean} [alone] whether it is disturbed by anything that runs beside it
 *
 * @typedef {import('./test-results.mjs').Count} Count
 * @typedef {{ suite: Suite, count: Count, output: string, seconds: number }} Result
 */

const KINDS = /** @type {const} */ (['static', 'unit', 'sim', 'e2e', 'packaged']);

/** @param {...string} parts the file of a command that came with an npm package */
function tool(...parts) {
  return inProject('node_modules', ...parts);
}

/** @type {Suite[]} */
const STATIC = [
  { name: 'lint', command: [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'typecheck', command: [tool('typescript', 'bin', 'tsc'), '-b'] },
  {
    name: 'format',
    command: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn'],
  },
];

/**
 * @param {string} name
 * @param {string} project as vitest.config.ts names it
 * @returns {Suite}
 */
function vitest(name, project) {
  const report = `test-results/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    command: [tool('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters],
    report,
    count: countVitest,
  };
}

/** @type {Suite} */
const E2E = {
  name: 'e2e',
  command: [tool('@playwright', 'test', 'cli.js'), 'test'],
  report: 'test-results/e2e.json',
  count: countPlaywright,
  alone: true,
};

/**
 * Drives the package; its set-up makes that anew when something has changed.
 *
 * @type {Suite}
 */
const PACKAGED = { ...vitest('packaged', 'packaged'), alone: true };

/**
 * @param {string[]} words what stands behind `npm test --`
 * @returns {{ suites: Suite[], needsBuild: boolean, needsPackage: boolean } | { message: string }} all suites when nothing stands there
 */
export function chooseSuites(words) {
  const unknown = words.find((word) => !KINDS.some((kind) => kind === word));
  if (unknown !== undefined) return { message: `'${unknown}' is no suite; there are ${KINDS.join(', ')}.` };
  const isChosen = (/** @type {string} */ kind) => words.length === 0 || words.includes(kind);
  const suites = [
    ...(isChosen('static') ? STATIC : []),
    ...(isChosen('unit') ? [vitest('unit', 'unit')] : []),
    ...(isChosen('sim') ? [vitest('simulation', 'simulation')] : []),
    ...(isChosen('e2e') ? [E2E] : []),
    // The package of this system can be driven on Linux only: elsewhere ChromeDriver would have to be downloaded.
    ...(isChosen('packaged') && process.platform === 'linux' ? [PACKAGED] : []),
  ];
  return { suites, needsBuild: isChosen('e2e'), needsPackage: suites.includes(PACKAGED) };
}

/**
 * Starts a suite; it runs in a process group of its own.
 *
 * @param {Suite} suite
 * @param {boolean} live whether its output is shown while it runs instead of being kept
 * @returns {{ finished: Promise<Result>, stop: () => Promise<void> }}
 */
export function startSuite(suite, live) {
  if (suite.report !== undefined) rmSync(inProject(suite.report), { force: true });
  const startedAt = Date.now();
  const env = { ...process.env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' };
  delete env['NODE_ENV']; // 'production' would give the tests other builds of some packages.
  const group = startGroup(process.execPath, suite.command, {
    cwd: ROOT,
    env,
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    // Playwright and Vitest take down what they started when they are interrupted.
    farewell: 'SIGINT',
  });
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
  group.leader.stdout?.on('data', keep);
  group.leader.stderr?.on('data', keep);
  const finish = async () => {
    const closed = once(group.leader, 'close');
    const code = await group.ended;
    await group.stop(); // Whatever the suite left behind; it might hold the output open.
    await closed;
    return { suite, count: countSuite(suite, code), output, seconds: (Date.now() - startedAt) / 1000 };
  };
  return { finished: finish(), stop: group.stop };
}

/**
 * @param {Suite} suite
 * @param {number} exitCode
 * @returns {Count}
 */
function countSuite(suite, exitCode) {
  if (!suite.count || suite.report === undefined) {
    return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  try {
    const report = /** @type {never} */ (JSON.parse(readFileSync(inProject(suite.report), 'utf8')));
    return settle(suite.count(report), exitCode);
  } catch {
    return { passed: 0, failed: 1 }; // It broke down before it could report.
  }
}
