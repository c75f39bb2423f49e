import os from 'node:os';
import { say } from '../scripts/project.mjs';
import { rounded, spreadOf } from './statistics.mjs';

/**
 * Prints one result as `name value unit`: the only thing that goes to stdout.
 *
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 */
export function result(name, value, unit) {
  process.stdout.write(`${name} ${rounded(value)} ${unit}\n`);
}

/**
 * Prints the median of several measurements as a result, and how far they lie apart on stderr.
 *
 * @param {string} name
 * @param {number[]} values
 * @param {string} unit
 */
export function medianResult(name, values, unit) {
  const { median, min, max, runs } = spreadOf(values);
  result(name, median, unit);
  say(`  ${name}: ${runs} runs, ${rounded(min)} to ${rounded(max)} ${unit}`);
}

/** Tells what machine the results were measured on, and how busy it was with other things. */
export function describeMachine() {
  const cores = os.cpus();
  const gibibytes = os.totalmem() / 2 ** 30;
  say(`${cores.length} x ${cores[0]?.model ?? 'unknown processor'}, ${gibibytes.toFixed(1)} GiB`);
  say(`${os.type()} ${os.release()} ${os.arch()}, Node.js ${process.versions.node}`);
  say(
    `load ${os
      .loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
}
