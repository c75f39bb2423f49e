/** Who gets a VF when there are not enough, or when what a VF needs besides is exhausted. */
import { describe, expect, it } from 'vitest';
import type { Engine, Hardware } from '../../../../../src/main/engine/engine';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import { iovReasons } from '../../../../../src/shared/model/iov-status';
import type { NicSwitch } from '../../../../../src/shared/model/nic';
import { adapterOf, done, iovVm, newEngine, nicNamed, waitFor } from '../../../../support/engine';

function start(engine: Engine, ...vmIds: string[]): void {
  for (const id of vmIds) done(engine, { name: 'vm.start', input: { id } });
}

function onVf(engine: Engine, vmId: string): boolean {
  return adapterOf(engine, vmId).dataPath === 'vf';
}

/** The built-in host whose X520 offers less. */
function scarce(change: Partial<NicSwitch>): Hardware {
  const hardware = builtInHost();
  const nics = hardware.nics.map((nic) =>
    nic.nicSwitch === null || !nic.interfaceDescription.includes('X520')
      ? nic
      : { ...nic, nicSwitch: { ...nic.nicSwitch, ...change } },
  );
  return { ...hardware, nics };
}

describe('the queue for VFs', () => {
  it('is served by weight also when all VFs come at once, after the adapter has restarted', () => {
    const engine = newEngine();
    const light = iovVm(engine, { name: 'Light' });
    const heavy = iovVm(engine, { name: 'Heavy', switchId: light.switchId });
    done(engine, { name: 'adapter.modify', input: { id: light.adapterId, iovWeight: 10 } });
    start(engine, light.vmId, heavy.vmId);
    waitFor(engine, 'two VFs', () => onVf(engine, light.vmId) && onVf(engine, heavy.vmId));
    const { id } = nicNamed(engine, /X520/);
    done(engine, { name: 'nic.configure', input: { id, properties: { numVfs: 1 } } });
    waitFor(engine, 'the VF', () => engine.world.vf.size === 1 && onVf(engine, heavy.vmId));
    expect(adapterOf(engine, light.vmId)).toMatchObject({ assignment: null, waitingForVf: true });
  });

  it('takes no VF from a running VM for the sake of a heavier one', () => {
    const engine = newEngine({ hardware: scarce({ maxVfs: 1 }) });
    const light = iovVm(engine, { name: 'Light' });
    const heavy = iovVm(engine, { name: 'Heavy', switchId: light.switchId });
    done(engine, { name: 'adapter.modify', input: { id: light.adapterId, iovWeight: 10 } });
    start(engine, light.vmId);
    waitFor(engine, 'the VF', () => onVf(engine, light.vmId));
    start(engine, heavy.vmId);
    engine.advance(30_000);
    expect([onVf(engine, light.vmId), onVf(engine, heavy.vmId)]).toEqual([true, false]);
  });
});

describe('a NIC switch with a free VF', () => {
  it('without a VPort for it leaves the VM on the software path until a VMQ gives one back', () => {
    const pool = { maxVfs: 2, maxVPorts: 3, singleVPortPool: true };
    const engine = newEngine({ hardware: scarce(pool) });
    const first = iovVm(engine, { name: 'Queue 1' });
    const second = iovVm(engine, { name: 'Queue 2', switchId: first.switchId });
    for (const { adapterId: id } of [first, second])
      done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0, vmqWeight: 100 } });
    start(engine, first.vmId, second.vmId);
    waitFor(engine, 'VMQs', () => adapterOf(engine, second.vmId).vmqVPortId !== null);
    const late = iovVm(engine, { name: 'Late', switchId: first.switchId });
    start(engine, late.vmId);
    engine.advance(30_000);
    expect(adapterOf(engine, late.vmId)).toMatchObject({ dataPath: 'vmbus', assignment: null });
    expect(iovReasons(engine.world, adapterOf(engine, late.vmId))).toEqual(['noFreeVPort']);
    done(engine, { name: 'adapter.modify', input: { id: first.adapterId, vmqWeight: 0 } });
    waitFor(engine, 'the VF', () => onVf(engine, late.vmId));
  });

  it('without queue pairs leaves the VM on the software path until others ask for fewer', () => {
    const pairs = {
      maxVfs: 2,
      queuePairs: 3,
      maxQueuePairsPerVPort: 2,
      singleVPortPool: true,
      asymmetricQueuePairs: true,
    };
    const engine = newEngine({ hardware: scarce(pairs) });
    const greedy = iovVm(engine, { name: 'Greedy' });
    const late = iovVm(engine, { name: 'Late', switchId: greedy.switchId });
    for (const { adapterId: id } of [greedy, late])
      done(engine, { name: 'adapter.modify', input: { id, vmqWeight: 0, iovQueuePairsRequested: 2 } });
    start(engine, greedy.vmId);
    waitFor(engine, 'two queue pairs', () => onVf(engine, greedy.vmId));
    start(engine, late.vmId);
    engine.advance(30_000);
    expect(iovReasons(engine.world, adapterOf(engine, late.vmId))).toEqual(['noFreeQueuePairs']);
    done(
      engine,
      { name: 'adapter.modify', input: { id: greedy.adapterId, iovQueuePairsRequested: 1 } },
      { name: 'vm.turnOff', input: { id: greedy.vmId } },
      { name: 'adapter.modify', input: { id: late.adapterId, iovQueuePairsRequested: 1 } },
    );
    waitFor(engine, 'a VF for the late one', () => onVf(engine, late.vmId));
    start(engine, greedy.vmId);
    waitFor(engine, 'a VF for both', () => onVf(engine, greedy.vmId));
    expect([...engine.world.vf.values()].map((vf) => vf.queuePairs)).toEqual([1, 1]);
  });
});
