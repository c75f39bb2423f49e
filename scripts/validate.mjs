/*
 * `npm run validate`: asks the cost model for every published measurement and prints how far it is off. Ends with
 * exit code 1 when a row is outside its tolerance.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, ROOT, say } from './project.mjs';
import { setUp } from './setup.mjs';

/**
 * @typedef {typeof import('../src/main/engine/datapath/validation')} ValidationModule
 * @typedef {typeof import('../src/main/hardware/parameters')} ParametersModule
 * @typedef {import('../src/main/engine/datapath/validation').Verdict} Verdict
 */

/** The parts of the program that are asked, as names of bundles. */
const PARTS = {
  validation: 'src/main/engine/datapath/validation.ts',
  parameters: 'src/main/hardware/parameters.ts',
};

/** @param {string} folder where to */
async function bundle(folder) {
  // Loaded here, not at the top: it is there only once the set-up has run.
  const vite = await import('vite');
  const { yaml } = await import('./vite-yaml.mjs');
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

/** @param {number} value */
function figure(value) {
  return String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3)));
}

/** @param {Verdict} verdict */
function cells({ row, modelled, errorPercent, holds }) {
  const { published, tolerancePercent } = row;
  const target =
    'value' in published ? figure(published.value) : `${figure(published.low)}-${figure(published.high)}`;
  const error = `${errorPercent > 0 ? '+' : ''}${errorPercent.toFixed(1)}`;
  const tolerance = tolerancePercent === null ? '-' : String(tolerancePercent);
  const role = holds ? row.role : `OUTSIDE (${row.role})`;
  const source = `${row.source} [${row.mark}]`;
  return [row.id, row.quantity, row.unit, target, figure(modelled), error, tolerance, role, source];
}

const HEAD = ['row', 'quantity', 'unit', 'published', 'modelled', 'error %', 'tolerance %', 'role', 'source'];

/** @param {readonly Verdict[]} verdicts */
function table(verdicts) {
  const lines = [HEAD, ...verdicts.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  /** @param {readonly string[]} line */
  const printed = (line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return lines.map((line) => printed(line).trimEnd());
}

async function validate() {
  await setUp();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sriov-validate-'));
  try {
    await bundle(folder);
    const load = (/** @type {string} */ name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
    const { validate: compare } = /** @type {ValidationModule} */ (await load('validation'));
    const { modelParameters, publishedRows } = /** @type {ParametersModule} */ (await load('parameters'));
    const verdicts = compare(publishedRows(), modelParameters());
    process.stdout.write(`${table(verdicts).join('\n')}\n`);
    const judged = verdicts.filter((verdict) => verdict.row.tolerancePercent !== null);
    const held = judged.filter((verdict) => verdict.holds);
    say(`${held.length} of ${judged.length} rows with a tolerance are within it.`);
    if (held.length < judged.length) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await validate();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
