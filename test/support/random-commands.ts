/** Random administrators: seeded streams of commands and pauses for the simulation tests. */
import type { Engine } from '../../src/main/engine/engine';
import { operatingSystemSchema } from '../../src/shared/model/guest-systems';
import type { Command } from '../../src/shared/contract';
import { newVmStorage, storageCommand } from './random-storage';
import { theHost } from '../../src/shared/model/world-view';
import { senderSchema } from '../../src/shared/model/traffic';
import type { TrafficShape } from '../../src/shared/model/traffic-shape';

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

/** Limits of Dynamic Memory, some of them refused. */
function dynamicMemory(
  pick: Pick,
): NonNullable<Extract<Command, { name: 'vm.modify' }>['input']['dynamicMemory']> {
  switch (pick(4)) {
    case 0:
      return { minimumMb: 64 + 2 * pick(600), maximumMb: 1024 + 2 * pick(8000) };
    case 1:
      return { bufferPercent: 5 + pick(100) };
    case 2:
      return { weight: pick(101) };
    default:
      return { enabled: pick(3) > 0 };
  }
}

/** One setting of a VM; half of them are the ones of a new VM. */
function vmSettings(pick: Pick): Omit<Extract<Command, { name: 'vm.modify' }>['input'], 'id'> {
  switch (pick(10)) {
    case 6:
    case 7:
      return { dynamicMemory: dynamicMemory(pick) };
    case 8:
      return { compatibilityForMigration: pick(2) === 0, numa: { maximumProcessors: 1 + pick(8) } };
    case 9:
      return { smartPagingFilePath: `D:\\Paging ${pick(3)}` };
    case 0:
      return { processors: 1 + pick(6) };
    case 1:
      return { startupMemoryMb: 512 + 2 * pick(2048) };
    case 2:
      return { integrationServices: { shutdown: pick(2) === 0, heartbeat: pick(2) === 0 } };
    case 3:
      return { notes: `Note ${pick(9)}` };
    case 4:
      return { processorReserve: pick(2) * pick(60), processorWeight: 1 + pick(300) };
    default:
      return { processorLimit: pick(2) === 0 ? 100 : 1 + pick(100) };
  }
}

function vmSecurity(pick: Pick): Omit<Extract<Command, { name: 'vm.setSecurity' }>['input'], 'id'> {
  const on = pick(2) === 0;
  return (
    any(pick, [{ shielded: on }, { secureBoot: on }, { tpm: on }, { encryptStateAndMigration: on }]) ?? {}
  );
}

function vmCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.vm.keys()]) ?? 'none';
  if (pick(9) === 0) return { name: 'vm.modify', input: { id, ...vmSettings(pick) } };
  if (pick(15) === 0) return { name: 'vm.setSecurity', input: { id, ...vmSecurity(pick) } };
  if (pick(12) === 0) return { name: 'vm.rename', input: { id, name: `Renamed ${pick(40)}` } };
  if (pick(9) === 0) return { name: 'guest.setResponsive', input: { vmId: id, responsive: pick(3) > 0 } };
  if (pick(9) === 0) {
    const operatingSystem = any(pick, operatingSystemSchema.options) ?? 'Linux';
    return { name: 'guest.setOperatingSystem', input: { vmId: id, operatingSystem } };
  }
  if (pick(8) === 0) return { name: 'guest.setVfDriver', input: { vmId: id, installed: pick(2) === 0 } };
  return { name: vmVerbs[pick(vmVerbs.length)] ?? 'vm.start', input: { id } };
}

function switchSettings(pick: Pick): Omit<Extract<Command, { name: 'switch.modify' }>['input'], 'id'> {
  if (pick(2) === 0) return { forwardingExtension: pick(3) === 0 };
  if (pick(2) === 0) return { softwareRscEnabled: pick(2) === 0 };
  return { captureExtension: pick(2) === 0, managementVlanId: pick(2) === 0 ? null : 1 + pick(4) };
}

function switchCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.switch.keys()]) ?? 'none';
  const nicId = any(pick, [...engine.world.nic.keys()]) ?? 'none';
  const name = `Switch ${pick(12)}`;
  switch (pick(6)) {
    case 0:
      return { name: 'switch.remove', input: { id } };
    case 1:
      return pick(2) === 0
        ? { name: 'switch.modify', input: { id, name, nicId } }
        : { name: 'switch.modify', input: { id, ...switchSettings(pick) } };
    case 2:
      return { name: 'switch.create', input: { name, type: pick(2) === 0 ? 'Internal' : 'Private' } };
    default:
      return { name: 'switch.create', input: { name, type: 'External', nicId, iovEnabled: pick(4) > 0 } };
  }
}

function randomShape(pick: Pick): TrafficShape {
  switch (pick(6)) {
    case 0:
      return { kind: 'ramp', fromPercent: pick(100), toPercent: pick(300), durationMs: 1 + pick(20_000) };
    case 1:
      return { kind: 'burst', onMs: 10 + pick(2000), offMs: 10 + pick(2000) };
    case 2: {
      const points = [0, 1, 2].map((n) => ({
        atMs: n * (1 + pick(900)),
        sendMbps: pick(500),
        receiveMbps: pick(500),
      }));
      const rising = points.filter(({ atMs }, index) => index === 0 || atMs > (points[index - 1]?.atMs ?? 0));
      return { kind: 'trace', points: rising, repeat: pick(2) === 0 };
    }
    default:
      return { kind: 'constant' };
  }
}

/** One setting of the port or the VF; half of them are cleared again. */
function portSettings(pick: Pick): Omit<Extract<Command, { name: 'adapter.modify' }>['input'], 'id'> {
  switch (pick(14)) {
    case 11:
      return { minimumMbps: pick(2) * 100 };
    case 12:
      return { macAddress: pick(2) === 0 ? null : `00155D0B00${(16 + pick(9)).toString(16).toUpperCase()}` };
    case 8:
      return { dhcpGuard: pick(2) === 0, allowTeaming: pick(2) === 0 };
    case 9:
      return { routerGuard: pick(2) === 0, protectedNetwork: pick(2) === 0 };
    case 10:
      return { ipsecMaximumSas: pick(4097), deviceNaming: pick(2) === 0 };
    case 0:
      return { macSpoofing: pick(2) === 0 };
    case 1:
      return { portMirroring: pick(2) === 0 ? 'Source' : 'None' };
    case 2:
      return { portAcl: pick(2) === 0 };
    case 3:
      return { maximumMbps: pick(2) * 200 };
    case 4:
      return { vlanId: pick(2) === 0 ? null : 1 + pick(4) };
    case 5:
      return { iovInterruptModeration: pick(2) === 0 ? 'Off' : 'High' };
    case 6:
      return { vrssEnabled: pick(2) === 0 };
    case 7:
      return { vrssMaxQueuePairs: 1 + pick(20) };
    default:
      return { iovQueuePairsRequested: 1 + pick(8) };
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
      const other = any(pick, [...engine.world.adapter.keys()]) ?? null;
      const peerAdapterId = pick(4) === 0 ? other : null;
      const application = pick(6) === 0 ? 'web' : 'custom';
      const sender = pick(4) === 0 ? any(pick, senderSchema.options) : undefined;
      const rest = { application, peerAdapterId, sender, shape: randomShape(pick) } as const;
      return {
        name: 'adapter.setTraffic',
        input: { id, traffic: { protocol: pick(2) === 0 ? 'tcp' : 'udp', ...traffic, ...rest } },
      };
    }
    case 5:
      return { name: 'adapter.modify', input: { id, ...portSettings(pick) } };
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
      const [sriov, vmq, lso] = [pick(4) > 0, pick(3) > 0, pick(2) > 0];
      const all = { numVfs: pick(70), sriov, vmq, lso, speedDuplex: any(pick, speeds) };
      const names = ['numVfs', 'sriov', 'vmq', 'lso', 'speedDuplex'] as const;
      const name = any(pick, names) ?? 'vmq';
      return { name: 'nic.configure', input: { id, properties: { [name]: all[name] } } };
    }
  }
}

const cards = [
  'intel-82599',
  'intel-82576',
  'intel-x710',
  'mellanox-connectx-4-lx',
  'intel-i210',
  'imported',
];

function hardwareCommand(engine: Engine, pick: Pick): Command {
  const slots = [...engine.world.platform.values()].flatMap(({ hardware }) => hardware.slots);
  const portId = any(pick, slots)?.portId ?? 'none';
  const card = pick(3) === 0 ? null : (any(pick, cards) ?? null);
  const port = pick(2) === 0 ? { acs: pick(6) > 0, ari: pick(3) > 0, spareBuses: pick(4) } : {};
  return {
    name: 'hardware.configure',
    input: {
      settings: {
        slat: pick(10) > 0,
        postedInterrupts: pick(3) > 0,
        mmioBelow4gMib: 16 << pick(8),
        slots: [{ portId, ...(pick(3) > 0 ? { card } : {}), ...port }],
      },
    },
  };
}

function platformCommand(engine: Engine, pick: Pick): Command {
  const id = any(pick, [...engine.world.vm.keys()]) ?? 'none';
  const action = any(pick, ['Nothing', 'StartIfRunning', 'Start'] as const) ?? 'Start';
  const stop = any(pick, ['Save', 'TurnOff', 'ShutDown'] as const) ?? 'Save';
  if (pick(3) === 0) {
    const start = { action, delaySeconds: pick(2) * pick(60) };
    return { name: 'vm.setAutomaticActions', input: { id, start, stop } };
  }
  if (pick(2) === 0) return hardwareCommand(engine, pick);
  if (pick(20) === 0)
    return { name: 'host.setDate', input: { date: Date.UTC(2000 + pick(60), pick(12), 1) } };
  if (pick(6) === 0) {
    const start = 0x00155d0a0000 + pick(0x300);
    const digits = (address: number): string => address.toString(16).toUpperCase().padStart(12, '0');
    const range = { minimum: digits(start), maximum: digits(start + pick(64)) };
    return { name: 'host.setMacAddressRange', input: range };
  }
  if (pick(6) === 0) {
    const settings = { numaSpanningEnabled: pick(3) > 0, virtualMachinePath: `D:\\VMs ${pick(3)}` };
    return { name: 'host.modify', input: settings };
  }
  const settings = {
    ioVirtualization: pick(4) > 0,
    postedInterrupts: pick(3) > 0,
    pcieNativeControl: pick(5) > 0,
    sriovSupport: pick(4) > 0,
    above4gDecoding: pick(2) > 0,
    ariSupport: pick(2) > 0,
    acsControl: pick(6) > 0,
  };
  return { name: 'firmware.configure', input: { settings } };
}

/** The next command of a random administrator; many of them will be refused. */
export function randomCommand(engine: Engine, pick: Pick): Command {
  const kind = pick(100);
  if (kind === 0 && pick(2) === 0) return { name: 'host.restart', input: {} };
  // Somebody misses a stopped service soon, or nothing would happen any more.
  const { managementService } = theHost(engine.world);
  if (managementService === 'stopped' && pick(4) === 0) return { name: 'host.startService', input: {} };
  if (kind === 1 && pick(3) === 0) return { name: 'host.stopService', input: {} };
  if (kind < 6) return platformCommand(engine, pick);
  if (kind < 20) {
    const switchId = any(pick, [...engine.world.switch.keys()]) ?? null;
    const generation = pick(2) === 0 ? 1 : 2;
    const input = {
      name: `VM ${pick(40)}`,
      generation,
      startupMemoryMb: 512 + pick(4096),
      processors: 1 + pick(4),
      dynamicMemory: pick(2) === 0,
      switchId,
      ...newVmStorage(pick),
    } as const;
    return { name: 'vm.create', input };
  }
  if (kind < 35) return switchCommand(engine, pick);
  if (kind < 40) return nicCommand(engine, pick);
  if (kind < 45) return storageCommand(engine, pick);
  return kind < 65 ? adapterCommand(engine, pick) : vmCommand(engine, pick);
}
