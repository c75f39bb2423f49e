import path from 'node:path';
import { startGroup } from '../scripts/process-group.mjs';
import { inProject, ROOT } from '../scripts/project.mjs';
import { undoLater } from './clean-up.mjs';

/** @typedef {import('./engine-run.mjs').EngineRun} EngineRun */
/** @typedef {import('./solver-run.mjs').SolverRun} SolverRun */

/** The parts of the program the engine's measurements need, as names of bundles. */
const PARTS = {
  engine: 'src/main/engine/engine.ts',
  model: 'src/main/hardware/model.ts',
  parameters: 'src/main/hardware/parameters.ts',
  scale: 'src/main/hosts/scale-host.ts',
  solve: 'src/main/engine/datapath/solve.ts',
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
 * @param {{ running: number, seconds: number, kind: 'steady' | 'churn' | 'shapes' }} load `running` VMs out of twice
 *   as many, for so many simulated seconds; unless `steady` one of them is turned off or started every simulated
 *   second, with `shapes` every load changes by itself as well
 * @returns {Promise<EngineRun>}
 */
export async function runEngine(folder, { running, seconds, kind }) {
  return /** @type {EngineRun} */ (
    await answerOf('engine-run.mjs', [folder, String(running), String(seconds), kind])
  );
}

/**
 * Times the data path solver alone.
 *
 * @param {string} folder where {@link buildEngine} has put the engine
 * @returns {Promise<SolverRun>}
 */
export async function runSolver(folder) {
  return /** @type {SolverRun} */ (await answerOf('solver-run.mjs', [folder]));
}

/**
 * Runs a script of this folder in a process of its own; answers with the JSON that it prints.
 *
 * @param {string} name
 * @param {string[]} parameters
 * @returns {Promise<unknown>}
 */
async function answerOf(name, parameters) {
  const args = ['--expose-gc', path.join(import.meta.dirname, name), ...parameters];
  const run = startGroup(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = undoLater(run.stop);
  let output = '';
  run.leader.stdout?.on('data', (chunk) => (output += String(chunk)));
  const code = await run.ended;
  await stop();
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}.`);
  return JSON.parse(output);
}
