/*
 * `npm run bench`: makes a fresh clone ready, builds what has changed, and measures the program. Each result
 * is a line `name value unit` on stdout, everything else goes to stderr. Words behind `npm run bench --` choose:
 * start, package, dialog, engine, idle.
 */
import os from 'node:os';
import { runBench } from '../bench/bench.mjs';
import { undoAll, undoLater } from '../bench/clean-up.mjs';
import { build } from './build.mjs';
import { say } from './project.mjs';
import { setUp } from './setup.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    void undoAll().finally(() => process.exit(128 + os.constants.signals[signal]));
  });
}

/** @param {string[]} words */
async function bench(words) {
  await setUp();
  await build();
  if (!hasDisplay()) {
    const display = await startVirtualDisplay();
    undoLater(display.stop);
    process.env['DISPLAY'] = display.name;
  }
  try {
    await runBench(words);
  } finally {
    await undoAll();
  }
}

try {
  await bench(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
