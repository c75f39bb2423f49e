/*
 * Lets one simulated host live for a while and prints what that took, as JSON:
 * node --expose-gc bench/engine-run.mjs FOLDER RUNNING SECONDS steady|churn|shapes
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} EngineRun
 * @property {number} buildMs to make the host and bring its VMs up
 * @property {number} msPerSecond of a processor, per simulated second
 * @property {number} grownMiB by how much the heap has grown from beginning to end, garbage collected
 * @property {number} heard changes the listener was told of
 *
 * @typedef {typeof import('../src/main/engine/engine')} EngineModule
 * @typedef {typeof import('../src/main/hardware/model')} ModelModule
 * @typedef {typeof import('../src/main/hosts/scale-host')} ScaleModule
 * @typedef {import('../src/main/engine/engine').Engine} Engine
 * @typedef {import('../src/shared/contract').Command} Command
 */

/** As often as the program lets simulated time pass. */
const TICK_MS = 100;
/** The VMs are up by then, and the code is compiled. */
const SETTLE_MS = 30_000;
/** Events and trace keep a bounded number of entries; with a disturbance every second they are full by then. */
const FILL_SECONDS = 1200;
const START_AT = Date.parse('2026-01-05T09:00:00Z');

const [folder = '', running = '', seconds = '', kind = ''] = process.argv.slice(2);

/** @param {string} name */
function load(name) {
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}

/**
 * @param {Engine} engine
 * @param {number} ms
 */
function pass(engine, ms) {
  for (let passed = 0; passed < ms; passed += TICK_MS) engine.advance(TICK_MS);
}

/**
 * Turns one running VM off in one second and starts it again in the next.
 *
 * @param {Engine} engine
 * @param {string[]} ids
 * @param {number} second
 */
function disturb(engine, ids, second) {
  const id = ids[(second >> 1) % ids.length] ?? '';
  const done = engine.execute([{ name: second % 2 === 0 ? 'vm.turnOff' : 'vm.start', input: { id } }]);
  if (!done.ok) throw new Error(done.error.message);
}

/**
 * Lets every running VM's load change by itself: most climb a long ramp, the others come in bursts or as a trace says.
 *
 * @param {Engine} engine
 * @param {number} seconds
 */
function shape(engine, seconds) {
  const ramp = { kind: 'ramp', fromPercent: 10, toPercent: 200, durationMs: seconds * 1000 };
  const burst = { kind: 'burst', onMs: 5000, offMs: 5000 };
  const points = [0, 7000, 14_000].map((atMs) => ({ atMs, sendMbps: 5 + atMs / 1000, receiveMbps: 10 }));
  const trace = { kind: 'trace', points, repeat: true };
  const commands = [...engine.world.adapter.values()]
    .filter(({ vmId }) => engine.world.vm.get(vmId)?.state === 'Running')
    .map(({ id, traffic }, index) => {
      const shape = index % 10 === 0 ? burst : index % 10 === 1 ? trace : ramp;
      return /** @type {Command} */ ({
        name: 'adapter.setTraffic',
        input: { id, traffic: { ...traffic, shape } },
      });
    });
  const done = engine.execute(commands);
  if (!done.ok) throw new Error(done.error.message);
}

function heapMiB() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const { createEngine } = /** @type {EngineModule} */ (await load('engine'));
const { programModel } = /** @type {ModelModule} */ (await load('model'));
const { populating, scaleHardware } = /** @type {ScaleModule} */ (await load('scale'));

const begun = performance.now();
const vms = Number(running) * 2; // Every second VM runs.
const engine = createEngine({
  seed: 1,
  startAt: START_AT,
  hardware: scaleHardware(vms),
  model: programModel(),
});
for (const done of populating(engine, vms)) void done;
const buildMs = performance.now() - begun;

const ids = [...engine.world.vm.values()].filter((vm) => vm.state === 'Running').map((vm) => vm.id);
if (ids.length !== Number(running)) throw new Error(`${ids.length} VMs are running instead of ${running}.`);
// As in the program, someone listens.
let heard = 0;
engine.subscribe((changes) => (heard += changes.length));
if (kind === 'shapes') shape(engine, FILL_SECONDS + Number(seconds) + SETTLE_MS / 1000);
pass(engine, SETTLE_MS);

/** @param {number} count seconds to live through */
function live(count) {
  for (let second = 0; second < count; second += 1) {
    if (kind !== 'steady') disturb(engine, ids, second);
    pass(engine, 1000);
  }
}

live(FILL_SECONDS);
const heapBefore = heapMiB();
const cpuBefore = process.cpuUsage();
live(Number(seconds));
const { user, system } = process.cpuUsage(cpuBefore);
const msPerSecond = (user + system) / 1000 / Number(seconds);
const grownMiB = heapMiB() - heapBefore;
process.stdout.write(JSON.stringify({ buildMs, msPerSecond, grownMiB, heard }));
