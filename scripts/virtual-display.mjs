import { once } from 'node:events';
import { startGroup } from './process-group.mjs';
import { findProgram } from './setup/system-packages.mjs';

/** Whether this session has a screen; only Linux can be without one. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts an X server without a screen on a display number that is free.
 *
 * @returns {Promise<{ name: string, stop: () => Promise<void> }>} `name` is what DISPLAY is to be set to
 * @throws {Error} when Xvfb is not installed or does not start
 */
export async function startVirtualDisplay() {
  const program = findProgram('Xvfb');
  if (program === undefined) {
    throw new Error('Xvfb is not installed. On Debian: sudo apt-get install -y xvfb');
  }
  // The server picks the number itself and tells it through descriptor 3 once it takes connections.
  const server = startGroup(program, ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  server.leader.stderr?.on('data', (chunk) => (complaint += String(chunk)));
  const ready = server.leader.stdio[3];
  if (!ready) throw new Error('Xvfb could not be started.');
  const said = await Promise.race([once(ready, 'data'), server.ended]);
  if (!Array.isArray(said)) throw new Error(`Xvfb ended at once: ${complaint.trim()}`);
  return { name: `:${String(said[0]).trim()}`, stop: server.stop };
}
