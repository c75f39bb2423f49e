/*
 * `npm run soak`: the random administrators of test/simulation over many seeds, on every processor. Words behind
 * `npm run soak --` give the range: `npm run soak -- 1-10000`, which is also what it does without them.
 */
import os from 'node:os';
import { inProject, ROOT, say } from './project.mjs';
import { run } from './run-command.mjs';
import { setUp } from './setup.mjs';

/** Seeds per process: few enough that progress is seen, many enough that starting costs little. */
const PORTION = 250;

/** @param {string} text `first-last` */
function rangeOf(text) {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match) throw new Error(`'${text}' is no range of seeds; write it as 1-10000.`);
  return { first: Number(match[1]), last: Number(match[2]) };
}

/**
 * @param {number} first
 * @param {number} last
 * @returns {Promise<string | undefined>} the output of a portion in which a seed failed
 */
async function runPortion(first, last) {
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const args = [
    vitest,
    'run',
    '--project',
    'simulation',
    '--reporter=dot',
    'test/simulation/random-work.test.ts',
  ];
  const { code, output } = await run(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, SEEDS: `${first}-${last}` },
  });
  return code === 0 ? undefined : output;
}

/** @param {string} words */
async function soak(words) {
  const { first, last } = rangeOf(words);
  await setUp();
  let next = first;
  let passed = 0;
  let failed = 0;
  const lane = async () => {
    while (next <= last) {
      const [from, to] = [next, Math.min(last, next + PORTION - 1)];
      next = to + 1;
      const output = await runPortion(from, to);
      if (output === undefined) passed += to - from + 1;
      else {
        failed += 1;
        say(output);
      }
      say(`${passed} of ${last - first + 1} seeds passed, ${failed} portions failed.`);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, lane));
  if (failed > 0) process.exitCode = 1;
}

try {
  await soak(process.argv[2] ?? '1-10000');
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
