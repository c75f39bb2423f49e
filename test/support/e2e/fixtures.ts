/** Playwright's `test` with the program: `open` starts it, the end of the test ends it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { startProgram } from './program';
import type { Program } from './program';
import { virtualMachines } from './frame';

export { expect };

interface Fixtures {
  /** A folder for the program's data that outlives the program. */
  readonly dataDir: string;
  /** Starts the program with these options and waits for its list of virtual machines. */
  readonly open: (...options: string[]) => Promise<Program>;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- the pattern is Playwright's way of saying that nothing is needed
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sriov-manager-data-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // Playwright reads from the first parameter which fixtures this one needs: none.
  // eslint-disable-next-line no-empty-pattern -- the pattern is Playwright's way of saying so
  open: async ({}, use, testInfo) => {
    const programs: Program[] = [];
    // Half a minute is enough on an idle computer; builds run beside the tests on others.
    testInfo.setTimeout(90_000);
    await use(async (...options) => {
      const program = await startProgram(options);
      programs.push(program);
      await expect(virtualMachines(program.page)).toBeVisible();
      return program;
    });
    for (const program of programs) {
      const failed = testInfo.status !== testInfo.expectedStatus;
      for (const window of failed ? program.app.windows() : []) {
        const body = await window.screenshot().catch(() => undefined);
        const name = await window.title().catch(() => 'window');
        if (body !== undefined) await testInfo.attach(name, { body, contentType: 'image/png' });
      }
      await program.close();
    }
  },
});
