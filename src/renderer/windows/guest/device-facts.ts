/** What the guest tells of one network device: its properties, group by group. */
import { isLinux } from '../../../shared/model/guest-systems';
import { formatRoutingId, vendorOf } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { Fact } from '../../forms/facts';
import { guestView as text } from '../../text/en/guest-view';
import { adaptersOf, vfNic } from './guest-devices';
import type { GuestDevice } from './guest-devices';
import { drivers, firstLegacyDevice, linuxNames, vfDevice, vfNames } from './guest-names';

export interface FactGroup {
  readonly caption: string;
  readonly facts: readonly Fact[];
  /** Why the guest could not tell this; left out for what it can. */
  readonly simulated?: string;
  /** What is made simpler than it is. */
  readonly simplified?: string;
}

/** Bytes as lspci writes them, e.g. 16K. */
function sizeText(bytes: number | null): string {
  if (bytes === null) return text.unknownSize;
  if (bytes >= 2 ** 20) return `${bytes / 2 ** 20}M`;
  return bytes >= 1024 ? `${bytes / 1024}K` : String(bytes);
}

function hex(value: number | null): string {
  return value === null ? '????' : value.toString(16).toUpperCase().padStart(4, '0');
}

/** The PF behind a VF that the guest has been offered. */
function pfOf(world: WorldView, device: GuestDevice): PcieFunction | undefined {
  return world.function.get(vfNic(world, device.adapter)?.id ?? '');
}

function locationOf(world: WorldView, vm: Vm, { kind, adapter }: GuestDevice): string {
  if (kind === 'synthetic') return text.onVmbus;
  if (kind === 'legacy') {
    const legacy = adaptersOf(world, vm.id).filter((each) => each.kind === 'legacy');
    return text.onPci(firstLegacyDevice + legacy.findIndex((each) => each.id === adapter.id));
  }
  return text.onVirtualPci(vfDevice, world.vf.get(adapter.assignment?.vfId ?? '')?.serial ?? 0);
}

function statusOf({ kind, adapter }: GuestDevice): string {
  if (kind === 'unknown') return text.notInstalled;
  return adapter.assignment?.step === 'loadingDriver' && kind === 'vf' ? text.starting : text.working;
}

function windowsFacts(world: WorldView, vm: Vm, device: GuestDevice): readonly FactGroup[] {
  const { kind } = device;
  const pf = pfOf(world, device);
  const place: readonly Fact[] = [
    [text.location, locationOf(world, vm, device)],
    [text.deviceStatus, statusOf(device)],
  ];
  if (kind === 'unknown') {
    const id = text.hardwareIdText(hex(pf?.vendorId ?? null), hex(pf?.sriov?.vfDeviceId ?? null));
    const facts: Fact[] = [[text.deviceType, text.otherDevices], ...place, [text.hardwareId, id]];
    return [{ caption: text.general, facts }];
  }
  const vendor = pf === undefined ? text.microsoft : vendorOf(pf);
  const maker = kind === 'synthetic' ? text.microsoft : kind === 'legacy' ? text.digital : vendor;
  const provider = kind === 'vf' ? vendor : text.microsoft;
  const file =
    kind === 'vf' ? (vfNic(world, device.adapter)?.nicSwitch?.vfDriver ?? '') : drivers[kind].windows;
  return [
    {
      caption: text.general,
      facts: [[text.deviceType, text.networkAdapters], [text.manufacturer, maker], ...place],
    },
    {
      caption: text.driver,
      facts: [
        [text.provider, provider],
        [text.file, file],
      ],
    },
  ];
}

function linuxFacts(world: WorldView, vm: Vm, device: GuestDevice): readonly FactGroup[] {
  const { kind, adapter } = device;
  const names = linuxNames(adaptersOf(world, vm.id));
  const own = names.get(adapter.id)?.name ?? '';
  if (kind === 'unknown') return [{ caption: text.driver, facts: [[text.module, text.none]] }];
  const module = kind === 'vf' ? (vfNic(world, adapter)?.nicSwitch?.vfModule ?? '') : drivers[kind].linux;
  const facts: Fact[] = [
    [text.module, module],
    [text.interfaceName, kind === 'vf' ? vfNames(adapter).name : own],
  ];
  return [{ caption: text.driver, facts: kind === 'vf' ? [...facts, [text.master, own]] : facts }];
}

/** Memory and queues of a VF, and what it is on the host. */
function vfFacts(world: WorldView, device: GuestDevice): readonly FactGroup[] {
  const vf = world.vf.get(device.adapter.assignment?.vfId ?? '');
  const pf = pfOf(world, device);
  if (vf === undefined || pf?.sriov == null) return [];
  const memory = pf.sriov.vfBars.map(({ index, sizeBytes }): Fact => [
    text.memory(index),
    sizeText(sizeBytes),
  ]);
  return [
    { caption: text.resources, facts: [...memory, [text.queuePairs, String(vf.queuePairs)]] },
    {
      caption: text.onHost,
      simulated: text.onHostHint,
      facts: [
        [text.physicalAdapter, world.nic.get(vf.nicId)?.interfaceDescription ?? vf.nicId],
        [text.vf, text.vfText(vf.index, formatRoutingId(vf.routingId))],
        [text.vPort, vf.vPortId === null ? text.none : String(vf.vPortId)],
      ],
    },
  ];
}

/** All groups, in the order in which they are shown. */
export function deviceFacts(world: WorldView, vm: Vm, device: GuestDevice): readonly FactGroup[] {
  const own = isLinux(vm.guest.operatingSystem)
    ? linuxFacts(world, vm, device)
    : windowsFacts(world, vm, device);
  const isVf = device.kind === 'vf' || device.kind === 'unknown';
  return isVf ? [...own, ...vfFacts(world, device)] : own;
}
