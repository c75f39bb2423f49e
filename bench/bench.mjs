import { setTimeout as delay } from 'node:timers/promises';
import { packUnpacked } from '../scripts/packaging/package.mjs';
import { say } from '../scripts/project.mjs';
import { timeDialog } from './dialog.mjs';
import { buildEngine, runEngine, runSolver } from './engine.mjs';
import { treeCpu, treeMemory } from './processes.mjs';
import { consoleWith, emptyPage, packageWith, temporaryFolder, whileRunning } from './program.mjs';
import { describeMachine, medianResult, result } from './report.mjs';
import { timeStarts } from './start.mjs';

const STARTS = 7;
const COLD_STARTS = 5;
const OPENINGS = 11;
/** A program that has just started is still busy with itself. */
const SETTLE_MS = 10_000;
const IDLE_MS = 20_000;
const HOUR = 3600;

/** Every measurement by the word that chooses it, in the order in which all of them run. */
const MEASUREMENTS = {
  start: measureStart,
  package: measurePackage,
  dialog: measureDialog,
  engine: measureEngine,
  idle: measureIdle,
};

/**
 * Measures and prints.
 *
 * @param {string[]} words what to measure; nothing chosen means everything
 * @throws {Error} when a word means nothing or a measurement fails
 */
export async function runBench(words) {
  const known = Object.keys(MEASUREMENTS);
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) throw new Error(`'${unknown}' is not measured; there are ${known.join(', ')}.`);
  describeMachine();
  for (const [word, measure] of Object.entries(MEASUREMENTS)) {
    if (words.length > 0 && !words.includes(word)) continue;
    say(`Measuring: ${word} ...`);
    await measure();
  }
}

async function measureStart() {
  const seconds = await timeStarts(STARTS, {
    floor_empty_page: { program: emptyPage, warm: true },
    start_to_list_1vm: { program: consoleWith(1), warm: true },
    start_to_list_1vm_cold: { program: consoleWith(1), warm: false },
    start_to_list_1000vms: { program: consoleWith(1000), warm: true },
  });
  for (const [name, values] of Object.entries(seconds)) medianResult(name, values, 's');
}

/** Starts with a new data folder, the development build's and the package's by turns. */
async function measurePackage() {
  if (process.platform !== 'linux') return say('  The unpacked package is made on Linux only.');
  await packUnpacked();
  for (const vms of [1, 1000, 5000]) {
    const name = vms === 1 ? '1vm' : `${vms}vms`;
    const seconds = await timeStarts(COLD_STARTS, {
      [`cold_start_${name}`]: { program: consoleWith(vms), warm: false },
      [`cold_start_package_${name}`]: { program: packageWith(vms), warm: false },
    });
    for (const [each, values] of Object.entries(seconds)) medianResult(each, values, 's');
  }
}

async function measureDialog() {
  const [first = Number.NaN, ...others] = await timeDialog(consoleWith(1), OPENINGS);
  result('dialog_open_first', first, 'ms');
  medianResult('dialog_open', others, 'ms');
}

async function measureEngine() {
  const folder = temporaryFolder();
  try {
    await buildEngine(folder.path);
    for (const running of [100, 1000]) {
      const steady = await runEngine(folder.path, { running, seconds: HOUR, kind: 'steady' });
      const churn = await runEngine(folder.path, { running, seconds: HOUR, kind: 'churn' });
      const shapes = await runEngine(folder.path, { running, seconds: HOUR, kind: 'shapes' });
      result(`engine_${running}vms`, steady.msPerSecond, 'ms/s');
      result(`engine_${running}vms_churn`, churn.msPerSecond, 'ms/s');
      result(`engine_${running}vms_shapes`, shapes.msPerSecond, 'ms/s');
      result(`engine_${running}vms_growth`, churn.grownMiB, 'MiB/h');
      result(`engine_${running}vms_shapes_growth`, shapes.grownMiB, 'MiB/h');
      say(`  engine_${running}vms: half of ${running * 2} VMs run; built in ${Math.round(churn.buildMs)} ms`);
    }
    const { solveMs, exponent } = await runSolver(folder.path);
    result('solve_10000flows', solveMs, 'ms');
    result('solve_exponent', exponent, '1');
  } finally {
    await folder.remove();
  }
}

async function measureIdle() {
  if (process.platform !== 'linux') return say('  Only Linux tells a process tree its memory and time.');
  for (const vms of [1, 1000]) {
    const name = vms === 1 ? '1vm' : `${vms}vms`;
    const folder = temporaryFolder();
    try {
      await whileRunning(consoleWith(vms), folder.path, async ({ pid }) => {
        await delay(SETTLE_MS);
        result(`memory_${name}`, treeMemory(pid), 'MiB');
        result(`idle_cpu_${name}`, await treeCpu(pid, IDLE_MS), '%');
      });
    } finally {
      await folder.remove();
    }
  }
}
