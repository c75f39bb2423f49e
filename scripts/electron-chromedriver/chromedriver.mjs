/*
 * What Spectron starts as `electron-chromedriver/chromedriver`: the operating system's ChromeDriver. That one is made
 * for its own release of Chromium and looks at the version of the browser unless it is told not to.
 */
import { spawn } from 'node:child_process';

const program = process.env['CHROMEDRIVER'] ?? 'chromedriver';
const driver = spawn(program, ['--disable-build-check', ...process.argv.slice(2)], { stdio: 'inherit' });
driver.once('error', (error) => {
  console.error(`${program} cannot be started: ${error.message}`);
  process.exit(1);
});
driver.once('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => driver.kill(signal));
}
