/**
 * Random administrators on random hosts. After every command and every pause all invariants hold;
 * once nobody touches anything any more, every VM ends on the best path it may have.
 *
 * SEEDS=1234 npx vitest run --project simulation   re-runs one seed; SEEDS=1-10000 a range.
 */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/main/engine/engine';
import { counterPath, objects } from '../../src/shared/model/counter';
import type { Adapter } from '../../src/shared/model/adapter';
import { netvscObjection, wantsVf } from '../../src/shared/model/iov-status';
import { nicBehind } from '../../src/shared/model/uplink';
import type { VfStep } from '../../src/shared/model/vf';
import { vfShortage } from '../../src/shared/model/vf-shortage';
import { answers } from '../../src/shared/model/vm';
import { lspciHardware, newEngine } from '../support/engine';
import { randomCommand, randomNumbers } from '../support/random-commands';

const steps = 150;
const defaultSeeds = '1-40';

function seeds(): number[] {
  const [first = 1, last = first] = (process.env['SEEDS'] ?? defaultSeeds).split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function hostOf(seed: number): Engine {
  if (seed % 3 === 0) return newEngine({ seed });
  const dump = seed % 3 === 1 ? 'two-port-ari.off-vvvxxxx.txt' : 'iommu.on-vvvxxxx.txt';
  return newEngine({ seed, hardware: lspciHardware(dump) });
}

/** VMBus + VF + emulated = total per adapter; the NIC carries what its adapters carry. */
function checkSums(engine: Engine): void {
  const value = (object: string, instance: string, counter: string): number =>
    engine.counterValue(counterPath(object, instance, counter));
  for (const adapter of engine.world.adapter.values()) {
    const vm = engine.world.vm.get(adapter.vmId);
    const instance = `${vm?.name}_${adapter.name}_${vm?.id}--${adapter.id}`;
    const total = value(objects.dataPath, instance, 'Total Bytes/sec');
    if (Number.isNaN(total)) continue;
    const parts = ['Emulated Bytes/sec', 'VMBus Bytes/sec', 'VF Bytes/sec'].map((name) =>
      value(objects.dataPath, instance, name),
    );
    const sum = parts.reduce((left, right) => left + right, 0);
    expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
  }
}

/** No fault goes on: cards are in their slots, drivers run, cables are plugged in, guests answer. */
function stopFaults(engine: Engine): void {
  const { nic, vm } = engine.world;
  for (const each of [...nic.values()]) {
    if (!each.present) engine.execute([{ name: 'fault.returnNic', input: { nicId: each.id } }]);
    else if (each.state === 'failed') engine.execute([{ name: 'nic.restart', input: { id: each.id } }]);
    engine.execute([{ name: 'nic.setCable', input: { id: each.id, plugged: true } }]);
  }
  for (const id of vm.keys()) {
    engine.execute([{ name: 'guest.setResponsive', input: { vmId: id, responsive: true } }]);
  }
}

/** The step in which the adapter's assignment must have come to rest. */
function expectedStep(engine: Engine, adapter: Adapter): VfStep {
  const { world } = engine;
  if (world.vm.get(adapter.vmId)?.guest.vfDriverInstalled !== true) return 'noDriver';
  const refused = netvscObjection(world, adapter) !== null || adapter.assignment?.failure === 'cannotSwitch';
  return refused ? 'refused' : 'active';
}

function settle(engine: Engine): void {
  for (let second = 0; second < 60; second += 1) engine.advance(1000);
  stopFaults(engine);
  for (let second = 0; second < 180; second += 1) engine.advance(1000);
  engine.check();
  const { world } = engine;
  for (const adapter of world.adapter.values()) {
    const { assignment } = adapter;
    const nic = nicBehind(world, adapter);
    const vm = world.vm.get(adapter.vmId);
    if (!wantsVf(world, adapter)) expect(assignment).toBeNull();
    else if (assignment === null) {
      expect(adapter.waitingForVf).toBe(true);
      expect(nic === undefined ? null : vfShortage(world, nic, adapter)).not.toBeNull();
    }
    // A frozen guest goes on where it was.
    else if (vm !== undefined && answers(vm)) expect(assignment.step).toBe(expectedStep(engine, adapter));
  }
}

describe('random work', () => {
  it.each(seeds())('seed %i', (seed) => {
    const engine = hostOf(seed);
    const pick = randomNumbers(seed);
    let accepted = 0;
    try {
      for (let step = 0; step < steps; step += 1) {
        const batch = Array.from({ length: 1 + (pick(5) === 0 ? pick(3) : 0) }, () =>
          randomCommand(engine, pick),
        );
        if (engine.execute(batch).ok) accepted += 1;
        engine.check();
        engine.advance(pick(4) === 0 ? pick(8000) : pick(400));
        engine.check();
        if (step % 10 === 0) checkSums(engine);
      }
      settle(engine);
      checkSums(engine);
    } catch (error) {
      console.error(`Re-run with: SEEDS=${seed} npx vitest run --project simulation`);
      throw error;
    }
    expect(accepted).toBeGreaterThan(steps / 10);
  });
});
