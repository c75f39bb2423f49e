import { spawn } from 'node:child_process';

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 1 when the command was stopped by a signal or could not start
 * @property {string} output what it wrote to stdout and stderr, in order
 */

/**
 * Runs a command to its end and keeps its output. It ends with this process, whatever ends this process
 * in an orderly way.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, watch?: (stop: (reason: string) => void) => () => void }} [options]
 *   `watch` is called once the command runs and may stop it with a reason; what it returns is called at the end
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a batch file on Windows, and only a shell starts those.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const endTogether = () => child.kill();
    process.once('exit', endTogether);
    const unwatch = options.watch?.((reason) => {
      output += `${reason}\n`;
      child.kill('SIGKILL');
    });
    const end = (/** @type {number} */ code) => {
      process.off('exit', endTogether);
      unwatch?.();
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a command that must succeed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} its output
 * @throws {Error} with the command and the end of its output
 */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    const end = output.trim().split('\n').slice(-30).join('\n');
    throw new Error(`'${[command, ...args].join(' ')}' ended with exit code ${code}:\n${end}`);
  }
  return output;
}
