import path from 'node:path';
import { startGroup } from '../scripts/process-group.mjs';
import { inProject, ROOT } from '../scripts/project.mjs';
import { undoLater } from './clean-up.mjs';

/** @typedef {import('./engine-run.mjs').EngineRun} EngineRun */

/** The parts of the program the engine's measurements need, as names of bundles. */
const PARTS = {
  engine: 'src/main/engine/engine.ts',
  model: 'src/main/hardware/model.ts',
  scale: 'src/main/hosts/scale-host.ts',
};

/**
 * Bundles the simulated host for plain Node.js.
 *
 * @param {string} folder where to
 */
export async function buildEngine(folder) {
  // Loaded here, not at the top: it is there only once the set-up has run.
  const vite = await import('vite');
  const { yaml } = await import('../scripts/vite-yaml.mjs');
  await vite.build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [yaml()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(PARTS).map(([name, file]) => [name, inProject(file)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/**
 * Lets a host with many VMs live for a while, in a process of its own: no other measurement is in its memory.
 *
 * @param {string} folder where {@link buildEngine} has put the engine
 * @param {{ running: number, seconds: number, churn: boolean }} load `running` VMs out of twice as many, for
 *   so many simulated seconds; with `churn` one of them is turned off or started every simulated second
 * @returns {Promise<EngineRun>}
 */
export async function runEngine(folder, { running, seconds, churn }) {
  const script = path.join(import.meta.dirname, 'engine-run.mjs');
  const args = ['--expose-gc', script, folder, String(running), String(seconds), churn ? 'churn' : 'steady'];
  const run = startGroup(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = undoLater(run.stop);
  let output = '';
  run.leader.stdout?.on('data', (chunk) => (output += String(chunk)));
  const code = await run.ended;
  await stop();
  if (code !== 0) throw new Error(`The engine's run ended with exit code ${code}.`);
  return /** @type {EngineRun} */ (JSON.parse(output));
}
