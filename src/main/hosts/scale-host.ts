/** A made-up host with many VMs on its switches, half of them running with traffic: for scale, not for teaching. */
import type { Command } from '../../shared/contract';
import type { Engine, Hardware } from '../engine/engine';
import { nicCatalogue } from '../hardware/catalogue';
import { platformFunctions, slotsOf } from '../hardware/platform-functions';
import { defaultPlatform } from '../hardware/platforms';
import { nicsOf } from '../../shared/pcie/network-adapters';

const rootPorts = 4;
/** From the PCI ID database. */
const rootPort = {
  vendorId: 0x8086,
  deviceId: 0x3c08,
  name: 'Intel Corporation Xeon E5/Core i7 IIO PCI Express Root Port 3a in PCI Express Mode',
};
const megabytesPerVm = 1024;
/** Simulated time that the host has been up when it is first shown: its VMs run by then. */
export const settledMs = 15_000;
const stepMs = 250;

/** Four dual-port 82599 cards: eight ports of 10 Gb/s with 63 VFs each. */
export function scaleHardware(vms: number): Hardware {
  const description = defaultPlatform();
  const catalogue = nicCatalogue();
  const ports = Array.from({ length: rootPorts }, (_, index) => ({
    name: `Slot ${index + 1}`,
    device: index + 1,
    function: 0,
    chip: rootPort,
    slot: index + 1,
    acs: true,
    ariForwarding: true,
    secondaryBus: 0x10 * (index + 1),
    subordinateBus: 0x10 * (index + 1) + 1,
    nic: 'intel-82599',
  }));
  const { functions, configs } = platformFunctions({ ...description, rootPorts: ports }, catalogue);
  return {
    host: {
      computerName: description.computerName,
      origin: 'scale',
      notes: [`A made-up host with ${vms} virtual machines.`],
      // The usual 256 addresses would not do.
      macAddressMinimum: '00155D000000',
      macAddressMaximum: '00155DFFFFFF',
    },
    platform: {
      processorName: description.processorName,
      clockMhz: description.clockMhz,
      logicalProcessors: 64,
      memoryMb: 65_536 + vms * megabytesPerVm,
      hardware: { ...description.hardware, slots: slotsOf(ports) },
      firmware: description.firmwareDefaults,
    },
    functions,
    configs,
    nics: nicsOf(functions, catalogue),
  };
}

function must(engine: Engine, commands: readonly Command[]): string[] {
  const done = engine.execute(commands);
  if (!done.ok) throw new Error(done.error.message);
  return done.value.ids;
}

/** VMs that are created or started in one portion of `populating`. */
const portion = 50;

function* portions<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += portion) yield values.slice(start, start + portion);
}

/**
 * Every second pair of switches has SR-IOV; every second VM asks for a VF, runs, and has 20 Mb/s each
 * way. Takes `settledMs` of simulated time, and so much work that a window would stand still: it is
 * done in portions, and the caller may do something else between them. Yields the share that is done,
 * returns the engine.
 */
export function* populating(engine: Engine, vms: number): Generator<number, Engine, void> {
  const total = Math.ceil(vms / portion) + Math.ceil(vms / 2 / portion) + settledMs / stepMs;
  let step = 0;
  const nics = [...engine.world.nic.values()];
  const switches = must(
    engine,
    nics.map((nic, index) => ({
      name: 'switch.create',
      input: { name: `Switch ${index + 1}`, type: 'External', nicId: nic.id, iovEnabled: index % 4 < 2 },
    })),
  );
  for (const indexes of portions(Array.from({ length: vms }, (_, index) => index))) {
    must(
      engine,
      indexes.map((index) => ({
        name: 'vm.create',
        input: {
          name: `VM ${String(index + 1).padStart(4, '0')}`,
          generation: 2,
          startupMemoryMb: megabytesPerVm,
          switchId: switches[index % switches.length] ?? null,
        },
      })),
    );
    yield (step += 1) / total;
  }
  const adapters = [...engine.world.adapter.values()].filter((_, index) => index % 2 === 0);
  for (const some of portions(adapters)) {
    must(
      engine,
      some.flatMap(({ id, vmId }): Command[] => [
        { name: 'adapter.modify', input: { id, iovWeight: 100 } },
        { name: 'vm.start', input: { id: vmId } },
      ]),
    );
    yield (step += 1) / total;
  }
  for (let passed = 0; passed < settledMs; passed += stepMs) {
    engine.advance(stepMs);
    yield (step += 1) / total;
  }
  const traffic = { protocol: 'tcp', sendMbps: 20, receiveMbps: 20, packetBytes: 1500 } as const;
  must(
    engine,
    adapters.map(({ id }): Command => ({ name: 'adapter.setTraffic', input: { id, traffic } })),
  );
  return engine;
}
