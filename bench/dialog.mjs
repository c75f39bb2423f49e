import path from 'node:path';
import { undoLater } from './clean-up.mjs';
import { electronCommand, programEnvironment, temporaryFolder } from './program.mjs';

/** @typedef {import('./program.mjs').Program} Program */

/**
 * Opens a VM's Settings again and again, as a user does: the VM's row, then "Settings..." among the actions.
 *
 * @param {Program} program
 * @param {number} times
 * @returns {Promise<number[]>} milliseconds from press to painted dialog, in order; the first one loads code
 */
export async function timeDialog(program, times) {
  // Loaded here, not at the top: it is there only once the set-up has run.
  const { _electron } = await import('@playwright/test');
  const folder = temporaryFolder();
  const { electron, switches } = electronCommand();
  const opened = await _electron.launch({
    executablePath: electron,
    args: [...switches, ...program(path.join(folder.path, 'data'))],
    env: programEnvironment(),
  });
  const close = undoLater(() => opened.close());
  try {
    const page = await opened.firstWindow();
    await page.getByRole('row', { name: 'VM 0001' }).click();
    /** @type {number[]} */
    const milliseconds = [];
    for (let time = 0; time < times; time += 1) {
      milliseconds.push(await timeOpening(page));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    return milliseconds;
  } finally {
    await close();
    await folder.remove();
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number>} milliseconds
 */
async function timeOpening(page) {
  const settings = page.getByRole('button', { name: /^Settings\.\.\./ });
  await settings.hover();
  // The page itself keeps the time, so that the way to it and back does not count.
  const painted = await page.evaluateHandle(() => {
    const shown = new Promise((/** @type {(ms: number) => void} */ resolve) => {
      addEventListener(
        'pointerdown',
        (press) => {
          const look = () => {
            if (document.querySelector('[role="dialog"] button[type="submit"]') === null) {
              requestAnimationFrame(look);
              return;
            }
            // Seen before the paint of this frame: the next one begins after it.
            requestAnimationFrame((frame) => resolve(Math.max(frame, performance.now()) - press.timeStamp));
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
    return { shown };
  });
  await page.mouse.down();
  await page.mouse.up();
  return painted.evaluate(({ shown }) => shown);
}
