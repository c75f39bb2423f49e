/**
 * Random administrators on random hosts. After every command and every pause all invariants hold;
 * once nobody touches anything any more, every VM ends on the best path it may have.
 *
 * SEEDS=1234 npx vitest run --project simulation   re-runs one seed; SEEDS=1-10000 a range.
 */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/main/engine/engine';
import { counterPath, objects } from '../../src/shared/model/counter';
import { nicBehind, wantsVf } from '../../src/shared/model/iov-status';
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

function settle(engine: Engine): void {
  for (let second = 0; second < 120; second += 1) engine.advance(1000);
  engine.check();
  for (const adapter of engine.world.adapter.values()) {
    const nic = nicBehind(engine.world, adapter);
    const vm = engine.world.vm.get(adapter.vmId);
    const free = [...engine.world.vf.values()].some((vf) => vf.nicId === nic?.id && vf.adapterId === null);
    if (!wantsVf(engine.world, adapter)) expect(adapter.assignment).toBeNull();
    else if (adapter.assignment === null)
      expect({ free, waiting: adapter.waitingForVf }).toEqual({ free: false, waiting: true });
    else expect(adapter.assignment.step).toBe(vm?.guest.vfDriverInstalled === true ? 'active' : 'noDriver');
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
