import { Transform } from 'node:stream';

/** Lines Chromium writes where there is no desktop session or no graphics card; nothing is wrong when they come. */
const HARMLESS = [
  /:ERROR:bus\.cc\(\d+\)\] Failed to connect to the bus:/,
  /:ERROR:object_proxy\.cc\(\d+\)\] Failed to call method: org\.freedesktop\./,
  /:ERROR:viz_main_impl\.cc\(\d+\)\] Exiting GPU process due to errors during initialization/,
  /:ERROR:gpu_process_host\.cc\(\d+\)\] GPU process exited unexpectedly/,
  /:ERROR:command_buffer_proxy_impl\.cc\(\d+\)\] ContextResult::kTransientFailure/,
  /:ERROR:display\.cc\(\d+\)\] Frame latency is negative:/,
  /:WARNING:sandbox_linux\.cc\(\d+\)\] InitializeSandbox\(\) called with multiple threads in process gpu-process/,
];

/**
 * @param {string} line one line of Electron's stderr
 * @returns {boolean}
 */
export function isNoise(line) {
  return HARMLESS.some((pattern) => pattern.test(line));
}

/** A stream that passes text on line by line, all but the noise. */
export function withoutNoise() {
  let rest = '';
  return new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      done(null, lines.map((line) => (isNoise(line) ? '' : `${line}\n`)).join(''));
    },
    flush(done) {
      done(null, isNoise(rest) ? '' : rest);
    },
  });
}
