/*
 * Times the data path solver on made-up flows and prints what came out, as JSON:
 * node bench/solver-run.mjs FOLDER
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { slopeOf, spreadOf } from './statistics.mjs';

/**
 * @typedef {object} SolverRun
 * @property {number} solveMs a new solver, 10,000 flows
 * @property {number} exponent of the cost over the number of flows, from 1,000 to 16,000: 1 is linear
 *
 * @typedef {typeof import('../src/main/engine/datapath/solve')} SolveModule
 * @typedef {typeof import('../src/main/hardware/parameters')} ParametersModule
 * @typedef {import('../src/main/engine/datapath/solve').Flow} Flow
 */

const PORTS = 8;
const PROCESSORS = 64;
const RUNS = 7;
const SIZES = [1000, 2000, 4000, 8000, 16_000];

const [folder = ''] = process.argv.slice(2);

/** @param {string} name */
function load(name) {
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}

const { solve } = /** @type {SolveModule} */ (await load('solve'));
const { modelParameters } = /** @type {ParametersModule} */ (await load('parameters'));
const parameters = modelParameters();

/**
 * Three paths, loads that differ, and as much of it as the plant can just not carry.
 *
 * @param {number} count
 * @returns {Flow[]}
 */
function flowsOf(count) {
  const share = 10_000 * PORTS * (1 / count);
  return Array.from({ length: count }, (_, index) => ({
    adapterId: `adapter ${String(index).padStart(6, '0')}`,
    vmId: `vm ${index}`,
    path: /** @type {const} */ (['vf', 'vf', 'vmbus', 'vmbus', 'emulated'])[index % 5] ?? 'vf',
    portId: `port ${index % PORTS}`,
    vmq: index % 3 > 0,
    rootProcessors: [index % PROCESSORS],
    guestProcessors: 1,
    traffic: {
      protocol: index % 7 === 0 ? 'udp' : 'tcp',
      sendMbps: share * (0.2 + ((index * 37) % 100) / 60),
      receiveMbps: share * (0.2 + ((index * 61) % 100) / 60),
      packetBytes: index % 11 === 0 ? 256 : 1500,
    },
  }));
}

const ports = Array.from({ length: PORTS }, (_, index) => ({ id: `port ${index}`, linkSpeedMbps: 10_000 }));
const plant = { clockMhz: 2400, logicalProcessors: PROCESSORS, ports };

/** @param {number} count */
function timeOf(count) {
  const flows = flowsOf(count);
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    solve(flows, plant, parameters);
    return performance.now() - begun;
  });
  // The quickest run is the one that nothing else got in the way of.
  return spreadOf(times).min;
}

// The first runs compile.
timeOf(4000);
const solveMs = timeOf(10_000);
const exponent = slopeOf(SIZES.map((count) => [Math.log(count), Math.log(timeOf(count))]));
process.stdout.write(JSON.stringify({ solveMs, exponent }));
