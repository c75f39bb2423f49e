/*
 * `npm test`: makes a fresh clone ready and runs every suite, or those named behind `npm test --`. All of them run
 * whatever the others find; the last line is the sum.
 */
import os from 'node:os';
import { build } from './build.mjs';
import { say } from './project.mjs';
import { setUp } from './setup.mjs';
import { total, verdict } from './test-results.mjs';
import { chooseSuites, startSuite } from './test-suites.mjs';

/**
 * @typedef {import('./test-suites.mjs').Suite} Suite
 * @typedef {import('./test-suites.mjs').Result} Result
 */

/** So many suites run side by side: each of them is busy on one core most of the time. */
const LANES = 2;

/** @type {Set<() => Promise<void>>} what takes down the suites that run at this moment */
const running = new Set();

/**
 * @param {Suite} suite
 * @param {boolean} live
 * @returns {Promise<Result>}
 */
async function runSuite(suite, live) {
  const { finished, stop } = startSuite(suite, live);
  running.add(stop);
  const result = await finished;
  running.delete(stop);
  print(result);
  return result;
}

/** @param {Result} result */
function print({ suite, count, output, seconds }) {
  if (count.failed > 0 && output.trim() !== '') process.stdout.write(`\n${output.trimEnd()}\n\n`);
  process.stdout.write(`${suite.name.padEnd(12)}${verdict(count)}  (${seconds.toFixed(1)} s)\n`);
}

/**
 * @param {Suite[]} suites
 * @returns {Promise<Result[]>}
 */
async function runSideBySide(suites) {
  const waiting = [...suites];
  /** @type {Result[]} */
  const results = [];
  const lane = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift())
      results.push(await runSuite(suite, false));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

/**
 * A build that fails is one failure, and the suites run nevertheless.
 *
 * @returns {Promise<Result[]>} nothing to count when it succeeds
 */
async function tryBuild() {
  try {
    await build();
    return [];
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    const failure = {
      suite: { name: 'build', command: [] },
      count: { passed: 0, failed: 1 },
      output,
      seconds: 0,
    };
    print(failure);
    return [failure];
  }
}

/** @param {string[]} words */
async function test(words) {
  const chosen = chooseSuites(words);
  if ('message' in chosen) {
    say(chosen.message);
    return 2;
  }
  const { suites, needsBuild, needsPackage } = chosen;
  await setUp(needsPackage ? 'packaged' : undefined);
  const results = needsBuild ? await tryBuild() : [];
  results.push(...(await runSideBySide(suites.filter((suite) => !suite.alone))));
  for (const suite of suites.filter((candidate) => candidate.alone))
    results.push(await runSuite(suite, true));

  const sum = total(results.map((result) => result.count));
  process.stdout.write(`\n${verdict(sum)}\n`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    void Promise.all([...running].map((stop) => stop())).finally(() => {
      process.exit(128 + os.constants.signals[signal]);
    });
  });
}

try {
  process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.stdout.write(`\n${verdict({ passed: 0, failed: 1 })}\n`);
  process.exitCode = 1;
}
