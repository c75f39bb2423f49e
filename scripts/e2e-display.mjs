import { startVirtualDisplay } from './virtual-display.mjs';

/**
 * Playwright's global set-up: on Linux the tests get a display of their own, so that they need no screen and
 * disturb nobody's.
 *
 * @returns {Promise<() => Promise<void>>} what takes the display down again
 */
export default async function setUpDisplay() {
  if (process.platform !== 'linux') return () => Promise.resolve();
  const display = await startVirtualDisplay();
  process.env['DISPLAY'] = display.name;
  // Were it left, Electron might open its windows on the desktop instead.
  delete process.env['WAYLAND_DISPLAY'];
  return display.stop;
}
