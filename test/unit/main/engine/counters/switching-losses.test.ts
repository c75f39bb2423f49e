/** The simulator's own counter of what changes of the data path cost: it says what the adapter says. */
import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../../../src/main/engine/engine';
import { adapterInstance, counterPath, objects } from '../../../../../src/shared/model/counter';
import {
  adapterOf,
  done,
  iovVm,
  model,
  newEngine,
  nicNamed,
  vmOf,
  waitFor,
} from '../../../../support/engine';

const name = 'Packets Lost by Switching';

function counter(engine: Engine, vmId: string): number {
  const instance = adapterInstance(vmOf(engine, vmId), adapterOf(engine, vmId));
  return engine.counterValue(counterPath(objects.dataPath, instance, name));
}

function total(engine: Engine): number {
  return engine.counterValue(counterPath(objects.dataPath, '_Total', name));
}

function lost(engine: Engine, vmId: string): number {
  return adapterOf(engine, vmId).switching.packetsLost;
}

/** VMs under traffic, all of them on their VFs. */
function onVfs(count: number): { engine: Engine; vmIds: string[] } {
  const engine = newEngine();
  let switchId: string | undefined;
  const vmIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const one = iovVm(engine, { name: `VM ${index}`, ...(switchId === undefined ? {} : { switchId }) });
    switchId = one.switchId;
    vmIds.push(one.vmId);
    const traffic = { protocol: 'udp', sendMbps: 100, receiveMbps: 50, packetBytes: 1500 } as const;
    done(
      engine,
      { name: 'adapter.setTraffic', input: { id: one.adapterId, traffic } },
      { name: 'vm.start', input: { id: one.vmId } },
    );
  }
  waitFor(engine, 'the VFs', () => vmIds.every((id) => adapterOf(engine, id).dataPath === 'vf'));
  engine.advance(1000);
  return { engine, vmIds };
}

/** The guest does not answer, so the host takes the VF by force after its patience. */
function revokeByForce(engine: Engine, vmId: string): void {
  done(
    engine,
    { name: 'guest.setResponsive', input: { vmId, responsive: false } },
    { name: 'adapter.modify', input: { id: adapterOf(engine, vmId).id, iovWeight: 0 } },
  );
  engine.advance(model.latencies.gracefulRemovalLimit);
  waitFor(engine, 'no VF', () => adapterOf(engine, vmId).assignment === null);
}

describe(name, () => {
  it('is the figure of the adapter after a VF was taken by force, and the total is the sum', () => {
    const { engine, vmIds } = onVfs(2);
    const [forced = '', other = ''] = vmIds;
    const before = counter(engine, forced);
    expect(before).toBe(lost(engine, forced));
    revokeByForce(engine, forced);
    expect(counter(engine, forced) - before).toBeGreaterThan(100);
    expect(counter(engine, forced)).toBe(lost(engine, forced));
    expect(counter(engine, other)).toBe(lost(engine, other));
    expect(total(engine)).toBe(lost(engine, forced) + lost(engine, other));
    expect(engine.counterKind(counterPath(objects.dataPath, '_Total', name))).toBe('gauge');
  });

  it('begins anew with the VM', () => {
    const { engine, vmIds } = onVfs(1);
    const [vmId = ''] = vmIds;
    revokeByForce(engine, vmId);
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    engine.advance(20);
    expect(counter(engine, vmId)).toBeNaN();
    expect(total(engine)).toBe(0);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    engine.advance(20_000);
    expect(counter(engine, vmId)).toBe(0);
  });

  it('counts an outage that begins and ends between two solutions of the data paths', () => {
    const { engine, vmIds } = onVfs(1);
    const [vmId = ''] = vmIds;
    const { id } = nicNamed(engine, /X520/);
    const before = lost(engine, vmId);
    engine.advance(10 - (engine.now() % 10));
    done(engine, { name: 'nic.setCable', input: { id, plugged: false } });
    engine.advance(5);
    done(engine, { name: 'nic.setCable', input: { id, plugged: true } });
    engine.advance(10);
    expect(lost(engine, vmId)).toBeGreaterThan(before);
    expect(counter(engine, vmId)).toBe(lost(engine, vmId));
  });

  it('is the same in a host that was saved and restored before it was published', () => {
    const { engine, vmIds } = onVfs(1);
    const [vmId = ''] = vmIds;
    done(engine, { name: 'adapter.modify', input: { id: adapterOf(engine, vmId).id, iovWeight: 0 } });
    waitFor(engine, 'the software path', () => adapterOf(engine, vmId).dataPath === 'vmbus');
    const restored = restoreEngine(JSON.parse(JSON.stringify(engine.save())) as SavedEngine, model);
    for (const each of [engine, restored]) each.advance(10);
    expect(counter(restored, vmId)).toBe(lost(engine, vmId));
    expect(counter(engine, vmId)).toBe(lost(engine, vmId));
  });
});
