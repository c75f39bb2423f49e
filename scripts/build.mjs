/*
 * Builds the program into out/, unless out/ was built from the very same files.
 */
import { realpathSync } from 'node:fs';
import { ifChanged } from './if-changed.mjs';
import { inProject, ROOT, say } from './project.mjs';
import { mustRun } from './run-command.mjs';

/** What the result of a build depends on: files, and folders with all in them. */
export const BUILD_INPUTS = [
  'assets',
  'electron.config.ts',
  'package-lock.json',
  'package.json',
  'scripts/build.mjs',
  'scripts/vite-pure-schemas.mjs',
  'scripts/vite-text-tables.mjs',
  'scripts/vite-yaml.mjs',
  'src',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.renderer.json',
];

/**
 * Builds the program if a file it is made from has changed.
 *
 * @throws {Error} when the build fails
 */
export async function build() {
  const product = { name: 'build', announcement: 'Building ...', stamp: 'out/.built-from' };
  await ifChanged({ ...product, inputs: BUILD_INPUTS }, async () => {
    // In a process of its own: Vite leaves NODE_ENV and more behind, which whatever runs next would inherit.
    const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const options = ['--config', 'electron.config.ts', '--logLevel', 'warn'];
    const warnings = await mustRun(process.execPath, [electronVite, 'build', ...options], { cwd: ROOT });
    if (warnings.trim() !== '') say(warnings.trim());
  });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    await build();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
