/** What must hold in every world that `execute` or `advance` leaves behind. */
import type { PcieFunction } from '../../shared/model/pcie';
import { diskIdOf } from '../../shared/model/host-file';
import { assignedMemoryMb } from '../../shared/model/memory';
import { controllersOf, locationsOf, virtualHardDisksOf } from '../../shared/model/storage';
import { isActive } from '../../shared/model/vm';
import type { Vm } from '../../shared/model/vm';
import { isReleasing } from '../../shared/model/vf';
import { enforcedByShielding } from '../../shared/model/vm-security';
import { hasNicSwitch, queuePairsInUse, sameFilter, vPortsOf, wantedFilter } from '../../shared/model/vport';
import { theHost, thePlatform } from '../../shared/model/world-view';
import type { WorldView } from '../../shared/model/world-view';
import { bytesOf } from '../../shared/pcie/config-space';
import type { StoredConfig } from '../../shared/pcie/config-space';
import { decodeConfig, factsOf } from '../../shared/pcie/decode';
import type { SriovRegisters } from '../../shared/pcie/decode';
import { invariant } from './kernel/invariant';

interface Configs {
  readonly config: ReadonlyMap<string, StoredConfig>;
}

function checkVfs(world: WorldView): void {
  const owners = new Set<string>();
  for (const vf of world.vf.values()) {
    invariant(world.nic.has(vf.nicId), `VF ${vf.id} has no NIC.`);
    if (vf.adapterId === null) {
      invariant(vf.vPortId === null, `The free VF ${vf.id} has a VPort.`);
      continue;
    }
    invariant(!owners.has(vf.adapterId), `Adapter ${vf.adapterId} owns two VFs.`);
    owners.add(vf.adapterId);
    invariant(
      world.adapter.get(vf.adapterId)?.assignment?.vfId === vf.id,
      `VF ${vf.id} and its owner do not agree.`,
    );
  }
  for (const nic of world.nic.values()) {
    const existing = [...world.vf.values()].filter((vf) => vf.nicId === nic.id);
    const used = existing.filter((vf) => vf.adapterId !== null).length;
    const free = existing.filter((vf) => vf.adapterId === null).length;
    invariant(
      used + free === nic.numVfs,
      `NIC ${nic.id}: ${used} used + ${free} free VFs are not ${nic.numVfs}.`,
    );
    const ports = existing.flatMap((vf) => (vf.vPortId === null ? [] : [vf.vPortId]));
    invariant(new Set(ports).size === ports.length, `NIC ${nic.id} has a VPort twice.`);
  }
  const routingIds = [...world.vf.values()].map(
    (vf) => `${world.function.get(vf.nicId)?.domain} ${vf.routingId}`,
  );
  invariant(new Set(routingIds).size === routingIds.length, 'Two VFs have the same routing ID.');
}

function checkAdapters(world: WorldView): void {
  const addresses = new Set<string>();
  for (const adapter of world.adapter.values()) {
    const vm = world.vm.get(adapter.vmId);
    invariant(vm !== undefined, `Adapter ${adapter.id} has no VM.`);
    invariant(
      adapter.switchId === null || world.switch.has(adapter.switchId),
      `${adapter.id}: no such switch.`,
    );
    if (adapter.macAddress !== null) {
      invariant(!addresses.has(adapter.macAddress), `MAC address ${adapter.macAddress} was given twice.`);
      addresses.add(adapter.macAddress);
    }
    const { assignment, dataPath } = adapter;
    if (assignment !== null) {
      invariant(
        world.vf.get(assignment.vfId)?.adapterId === adapter.id,
        `${adapter.id} holds a VF it does not own.`,
      );
    }
    const onVf = dataPath === 'vf';
    invariant(
      !onVf || assignment?.step === 'active' || assignment?.step === 'switchingBack',
      'VF path without a VF.',
    );
    const talks = adapter.kind === 'synthetic' && vm.guest.state === 'running';
    invariant(!talks || adapter.channel !== null, `Adapter ${adapter.id} of a running guest has no channel.`);
    const reachable = vm.guest.state === 'running' && adapter.switchId !== null;
    invariant(reachable === (dataPath !== 'none'), `Adapter ${adapter.id} of a running guest has no path.`);
    invariant(
      !adapter.waitingForVf || assignment === null || isReleasing(assignment.step),
      'Waits for a VF it has.',
    );
  }
}

/** Dynamic Memory keeps to its limits, and keeps account exactly as long as it has anything to say. */
function checkMemory({ name, state, dynamicMemory, startupMemoryMb, memory }: Vm): void {
  const { enabled, minimumMb, maximumMb } = dynamicMemory;
  const ordered = minimumMb <= startupMemoryMb && startupMemoryMb <= maximumMb;
  invariant(!enabled || ordered, `The limits of the memory of '${name}' are out of order.`);
  invariant(
    (memory !== null) === (enabled && state !== 'Off'),
    `'${name}' keeps the wrong account of memory.`,
  );
  if (memory === null) return;
  const within = minimumMb <= memory.assignedMb && memory.assignedMb <= maximumMb;
  invariant(within, `'${name}' holds ${memory.assignedMb} MB, which its limits do not allow.`);
  invariant(memory.assignedMb <= memory.visibleMb, `The guest of '${name}' sees less memory than it has.`);
}

function checkVms(world: WorldView): void {
  let memoryMb = 0;
  for (const vm of world.vm.values()) {
    memoryMb += assignedMemoryMb(vm);
    checkMemory(vm);
    if (!isActive(vm))
      invariant(
        vm.guest.state === 'off' && vm.runningSince === null,
        `'${vm.name}' rests but its guest does not.`,
      );
  }
  invariant(memoryMb <= thePlatform(world).memoryMb, 'VMs use more memory than the host has.');
}

/** What shielding enforces is on, and generation 1 has none of it. */
function checkSecurity({ vm }: WorldView): void {
  for (const { name, generation, security } of vm.values()) {
    invariant((generation === 1) === (security === null), `'${name}' has the other generation's security.`);
    const whole = security?.shielded !== true || enforcedByShielding.every((member) => security[member]);
    invariant(whole, `'${name}' is shielded by half.`);
  }
}

/** Every drive in a place of its own, every virtual hard disk there, none held by two active VMs. */
function checkDrives(world: WorldView): void {
  const held = new Set<string>();
  for (const vm of world.vm.values()) {
    const places = new Set<string>();
    for (const { controllerType, controllerNumber, controllerLocation } of vm.storage.drives) {
      const place = `${controllerType} ${controllerNumber}:${controllerLocation}`;
      invariant(!places.has(place), `'${vm.name}' has two drives at ${place}.`);
      places.add(place);
      const exists =
        controllerNumber < controllersOf(vm, controllerType) &&
        controllerLocation < locationsOf[controllerType];
      invariant(exists, `'${vm.name}' has a drive at ${place}, which does not exist.`);
    }
    for (const path of virtualHardDisksOf(vm)) {
      const id = diskIdOf(path);
      invariant(world.disk.get(id)?.path === path, `'${vm.name}' has a disk that does not exist: ${path}.`);
      invariant(!isActive(vm) || !held.has(id), `Two virtual machines hold ${path}.`);
      if (isActive(vm)) held.add(id);
    }
  }
}

function checkSwitches(world: WorldView): void {
  const absent = new Set(theHost(world).absentNics.map(({ id }) => id));
  for (const { id, switchId } of world.nic.values()) {
    invariant(world.function.has(id), `Adapter ${id} has no PCI function.`);
    invariant(switchId === null || world.switch.get(switchId)?.nicId === id, 'Binding does not agree.');
  }
  for (const each of world.switch.values()) {
    invariant(
      (each.type === 'External') === (each.nicId !== null),
      `Switch '${each.name}' has the wrong uplink.`,
    );
    invariant(!each.iovEnabled || each.type === 'External', `Switch '${each.name}' cannot have SR-IOV.`);
    if (each.nicId === null) continue;
    const nic = world.nic.get(each.nicId);
    invariant(nic !== undefined || absent.has(each.nicId), `Switch '${each.name}' names an unknown adapter.`);
    invariant(nic === undefined || nic.switchId === each.id, 'Binding does not agree.');
  }
}

/** Bytes and facts that were found to agree: neither ever changes, so they need no second look. */
const agreed = new WeakMap<StoredConfig, PcieFunction>();
/** What the bytes of a PF say of its VFs. */
const decodedSriov = new WeakMap<StoredConfig, SriovRegisters>();

/** The facts of a function are what its bytes say, and VFs exist only where VF Enable is set. */
function checkConfigs(world: WorldView & Configs): void {
  invariant(world.config.size === world.function.size, 'Some function has no configuration space.');
  for (const config of world.config.values()) {
    const facts = world.function.get(config.id);
    invariant(facts !== undefined, `The configuration space ${config.id} belongs to no function.`);
    if (agreed.get(config) === facts) continue;
    for (const [name, value] of Object.entries(factsOf(bytesOf(config), config.silicon))) {
      const told = facts[name as keyof typeof facts];
      invariant(
        JSON.stringify(told) === JSON.stringify(value),
        `${config.id}: ${name} is not what its registers say.`,
      );
    }
    agreed.set(config, facts);
  }
  for (const nic of world.nic.values()) {
    if (nic.numVfs === 0) continue;
    const { capability, vfEnable, numVfs } = sriovOf(world, nic.id);
    invariant(vfEnable && numVfs === nic.numVfs, `NIC ${nic.id} has VFs that its registers do not enable.`);
    invariant(capability.totalVfs >= numVfs, `NIC ${nic.id} has more VFs than TotalVFs.`);
  }
}

function sriovOf({ config }: Configs, id: string): SriovRegisters {
  const pf = config.get(id);
  const known = pf === undefined ? undefined : decodedSriov.get(pf);
  if (known !== undefined) return known;
  const decoded = pf === undefined ? undefined : decodeConfig(bytesOf(pf));
  const registers = decoded?.ok === true ? decoded.value.extended?.sriov : undefined;
  invariant(pf !== undefined && registers != null, `${id} has VFs but no SR-IOV capability.`);
  decodedSriov.set(pf, registers);
  return registers;
}

/** Every VPort id once and in range, no more queue pairs than the port has, every address on one VPort. */
function checkVPorts(world: WorldView): void {
  const places = new Map<string, string>();
  for (const nic of world.nic.values()) {
    const ports = vPortsOf(world, nic.id);
    if (nic.nicSwitch === null || ports.length === 0) continue;
    invariant(nic.state === 'up' || nic.state === 'halting', `NIC ${nic.id} is down and has a NIC switch.`);
    const { maxVPorts, queuePairs } = nic.nicSwitch;
    const ids = ports.map((port) => port.id);
    invariant(new Set(ids).size === ids.length, `NIC ${nic.id} has a VPort twice.`);
    invariant(Math.max(...ids) < maxVPorts, `NIC ${nic.id} has more VPorts than it can have.`);
    const used = ports.reduce((sum, port) => sum + port.queuePairs, 0);
    invariant(used <= queuePairs, `NIC ${nic.id} has handed out ${used} of ${queuePairs} queue pairs.`);
    invariant(used === queuePairsInUse(world, nic), `NIC ${nic.id}: its queue pairs do not add up.`);
    for (const port of ports) {
      invariant(port.queuePairs > 0, `VPort ${port.id} of NIC ${nic.id} has no queue pair.`);
      for (const { macAddress } of port.filters) {
        const other = places.get(macAddress);
        invariant(other === undefined, `${macAddress} is on ${other} and on VPort ${port.id} of ${nic.id}.`);
        places.set(macAddress, `VPort ${port.id} of ${nic.id}`);
      }
    }
  }
  for (const adapter of world.adapter.values()) {
    const programmed = sameFilter(adapter.filter, wantedFilter(world, adapter));
    invariant(programmed, `The receive filter of adapter ${adapter.id} is not where it should be.`);
    const onOne = (adapter.vmqNicId === null) === (adapter.vmqVPortId === null);
    invariant(onOne, `Adapter ${adapter.id} has half a VMQ.`);
    const nic = world.nic.get(adapter.vmqNicId ?? '');
    invariant(nic === undefined || hasNicSwitch(nic), `Adapter ${adapter.id} has a VMQ without a switch.`);
  }
}

/** Throws an `InvariantError` that names the first rule that is broken. */
export function checkInvariants(world: WorldView & Configs): void {
  theHost(world);
  checkVfs(world);
  checkAdapters(world);
  checkVms(world);
  checkDrives(world);
  checkSecurity(world);
  checkSwitches(world);
  checkConfigs(world);
  checkVPorts(world);
}
