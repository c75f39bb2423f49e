/** Random administrators: seeded streams of commands and pauses for the simulation tests. */
import type { Engine } from '../../src/main/engine/engine';
import type { Command } from '../../src/shared/contract';

/** A small generator of its own (mulberry32), so that the engine's cannot hide its faults. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Pick = (below: number) => number;

function any<T>(pick: Pick, values: readonly T[]): T | undefined {
  return values[pick(Math.max(1, values.length))];
}

const vmVerbs = [
  'vm.start',
  'vm.start',
  'vm.start',
  'vm.turnOff',
  'vm.shutDown',
  'vm.save',
  'vm.pause',
  'vm.resume',
  'vm.reset',
  'vm.delete',
  'vm.deleteSavedState',
] as const;

function vmCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.vm.keys()]) ?? 'none';
  if (pick(12) === 0) return { name: 'vm.rename', input: { id, name: `Renamed ${pick(40)}` } };
  if (pick(8) === 0) return { name: 'guest.setVfDriver', input: { vmId: id, installed: pick(2) === 0 } };
  return { name: vmVerbs[pick(vmVerbs.length)] ?? 'vm.start', input: { id } };
}

function switchCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.switch.keys()]) ?? 'none';
  const nicId = any(pick, [...engine.world.nic.keys()]) ?? 'none';
  const name = `Switch ${pick(12)}`;
  switch (pick(6)) {
    case 0:
      return { name: 'switch.remove', input: { id } };
    case 1:
      return { name: 'switch.modify', input: { id, name, nicId } };
    case 2:
      return { name: 'switch.create', input: { name, type: pick(2) === 0 ? 'Internal' : 'Private' } };
    default:
      return { name: 'switch.create', input: { name, type: 'External', nicId, iovEnabled: pick(4) > 0 } };
  }
}

function adapterCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.adapter.keys()]) ?? 'none';
  const switchId = pick(4) === 0 ? null : (any(pick, [...engine.world.switch.keys()]) ?? null);
  const vmId = any(pick, [...engine.world.vm.keys()]) ?? 'none';
  switch (pick(8)) {
    case 0:
      return { name: 'adapter.add', input: { vmId, kind: pick(3) === 0 ? 'legacy' : 'synthetic', switchId } };
    case 1:
      return { name: 'adapter.remove', input: { id } };
    case 2:
      return { name: 'adapter.modify', input: { id, switchId } };
    case 3:
    case 4: {
      const traffic = { sendMbps: pick(4000), receiveMbps: pick(12_000), packetBytes: 64 + pick(1437) };
      return {
        name: 'adapter.setTraffic',
        input: { id, traffic: { protocol: pick(2) === 0 ? 'tcp' : 'udp', ...traffic } },
      };
    }
    default:
      return { name: 'adapter.modify', input: { id, iovWeight: pick(3) === 0 ? 0 : 100 } };
  }
}

function nicCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.nic.keys()]) ?? 'none';
  const removed = [...engine.world.nic.values()].find((nic) => !nic.present);
  if (removed !== undefined && pick(2) === 0)
    return { name: 'fault.returnNic', input: { nicId: removed.id } };
  switch (pick(10)) {
    case 0:
      return { name: 'nic.setDriver', input: { id, sriov: pick(3) > 0 } };
    case 1:
      return { name: 'nic.setEnabled', input: { id, enabled: false } };
    case 2:
    case 3:
      return { name: 'nic.setEnabled', input: { id, enabled: true } };
    case 4:
      return { name: 'nic.restart', input: { id } };
    case 5:
      return { name: 'nic.setCable', input: { id, plugged: pick(3) > 0 } };
    case 6:
      return { name: 'fault.failPf', input: { nicId: id } };
    case 7:
      return { name: 'fault.resetPf', input: { nicId: id } };
    case 8:
      return { name: 'fault.removeNic', input: { nicId: id } };
    default: {
      const speeds = ['auto', '100half', '1000full', '10000full'] as const;
      const all = { numVfs: pick(70), sriov: pick(4) > 0, vmq: pick(3) > 0, speedDuplex: any(pick, speeds) };
      const names = ['numVfs', 'sriov', 'vmq', 'speedDuplex'] as const;
      const name = any(pick, names) ?? 'vmq';
      return { name: 'nic.configure', input: { id, properties: { [name]: all[name] } } };
    }
  }
}

/** The next command of a random administrator; many of them will be refused. */
export function randomCommand(engine: Engine, pick: Pick): Command {
  const kind = pick(100);
  if (kind === 0 && pick(2) === 0) return { name: 'host.restart', input: {} };
  if (kind < 5) {
    const settings = { ioVirtualization: pick(3) > 0, pcieNativeControl: pick(4) > 0 };
    return { name: 'firmware.configure', input: { settings } };
  }
  if (kind < 20) {
    const switchId = any(pick, [...engine.world.switch.keys()]) ?? null;
    const generation = pick(2) === 0 ? 1 : 2;
    const input = {
      name: `VM ${pick(40)}`,
      generation,
      startupMemoryMb: 512 + pick(4096),
      switchId,
    } as const;
    return { name: 'vm.create', input };
  }
  if (kind < 35) return switchCommand(engine, pick);
  if (kind < 40) return nicCommand(engine, pick);
  return kind < 65 ? adapterCommand(engine, pick) : vmCommand(engine, pick);
}
