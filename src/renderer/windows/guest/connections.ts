/** The guest's network connections: Windows' Network Connections, Linux' `ip link`. */
import type { Adapter } from '../../../shared/model/adapter';
import { adapterInstance, counterPath, objects } from '../../../shared/model/counter';
import { isLinux } from '../../../shared/model/guest-systems';
import { formatMac } from '../../../shared/model/mac-address';
import { netvscState } from '../../../shared/model/netvsc';
import { mtuOf, negotiatedMbps } from '../../../shared/model/nic';
import { hasMedia, nicBehind } from '../../../shared/model/uplink';
import { carriesData } from '../../../shared/model/vf';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { LiveFigure } from '../../charts/live-figures';
import type { Fact } from '../../forms/facts';
import { panes } from '../../text/en/panes';
import { guestView as text } from '../../text/en/guest-view';
import type { FactGroup } from './device-facts';
import { adaptersOf, guestDevices } from './guest-devices';
import { linkLocal, linuxNames, vfNames } from './guest-names';

export interface Connection {
  readonly id: string;
  readonly adapter: Adapter;
  readonly name: string;
  /** Second line: whether it is up. */
  readonly status: string;
  readonly groups: readonly FactGroup[];
  /** True for a VF's interface, which Linux shows beside its master; Windows hides it. */
  readonly slave: boolean;
}

/** What NetVSC reports without a physical adapter behind it, and what the emulated chip is; from memory. */
const virtualMbps = 10_000;
const legacyMbps = 100;

function speedMbps(world: WorldView, adapter: Adapter): number {
  if (adapter.kind === 'legacy') return legacyMbps;
  const nic = nicBehind(world, adapter);
  return nic === undefined ? virtualMbps : negotiatedMbps(nic);
}

function speedText(mbps: number): string {
  return mbps < 1000 ? text.mbps(mbps) : text.gbps(mbps / 1000);
}

/** What the guest takes its link for. */
function isUp(world: WorldView, adapter: Adapter): boolean {
  return adapter.channel?.mediaConnected ?? hasMedia(world, adapter);
}

/** Bytes of an IP packet that fit: a jumbo frame only where the VF's adapter passes it. */
function mtu(world: WorldView, adapter: Adapter): number {
  const nic = nicBehind(world, adapter);
  return nic === undefined ? 1500 : mtuOf(nic);
}

function addresses({ macAddress }: Adapter, linux: boolean): readonly Fact[] {
  if (macAddress === null) return [];
  const address = linux
    ? formatMac(macAddress).replaceAll('-', ':').toLowerCase()
    : formatMac(macAddress).replaceAll(':', '-');
  return [
    [text.physicalAddress, address],
    [text.ipv4, text.noIpv4],
    [text.linkLocal, linkLocal(macAddress)],
  ];
}

function pathGroup(adapter: Adapter): FactGroup {
  const netvsc = netvscState(adapter);
  return {
    caption: text.path,
    simulated: text.onePath,
    facts: [
      [text.pathNow, text.dataPaths[adapter.dataPath]],
      ...(netvsc === null
        ? []
        : ([
            [text.netvscState, panes.iov.netvscStates[netvsc]],
            [text.switches, panes.iov.switched(adapter.switching)],
          ] as const)),
    ],
  };
}

function windowsConnections(world: WorldView, vm: Vm): readonly Connection[] {
  const devices = new Map(guestDevices(world, vm).map((device) => [device.id, device.name]));
  return adaptersOf(world, vm.id).map((adapter, index): Connection => {
    const up = isUp(world, adapter);
    const status = up ? text.enabled : text.unplugged;
    const facts: Fact[] = [
      [text.device, devices.get(adapter.id) ?? ''],
      [text.mediaState, status],
      [text.speed, up ? speedText(speedMbps(world, adapter)) : text.noSpeed],
      ...addresses(adapter, false),
    ];
    const groups = [{ caption: text.status, facts, simplified: text.addressHint }, pathGroup(adapter)];
    return { id: adapter.id, adapter, name: text.ethernet(index + 1), status, groups, slave: false };
  });
}

function slaveOf(world: WorldView, adapter: Adapter, master: string): Connection {
  const { name } = vfNames(adapter);
  const facts: Fact[] = [
    [text.flags, text.flagsSlave],
    [text.master, master],
    [text.mtu, String(mtu(world, adapter))],
    [text.speed, speedText(speedMbps(world, adapter))],
    ...addresses(adapter, true).slice(0, 1),
  ];
  return {
    id: `${adapter.id}/vf`,
    adapter,
    name,
    status: text.slaveOf(master),
    groups: [{ caption: text.status, facts }],
    slave: true,
  };
}

function linuxConnections(world: WorldView, vm: Vm): readonly Connection[] {
  const adapters = adaptersOf(world, vm.id);
  const names = linuxNames(adapters);
  const driven = new Set(
    guestDevices(world, vm)
      .filter(
        ({ kind, adapter }) =>
          kind === 'vf' && (netvscState(adapter) !== 'advertised' || carriesData(adapter.assignment?.step)),
      )
      .map(({ adapter }) => adapter.id),
  );
  return adapters.flatMap((adapter): Connection[] => {
    const name = names.get(adapter.id)?.name ?? '';
    const up = isUp(world, adapter);
    const facts: Fact[] = [
      [text.flags, up ? text.flagsUp : text.flagsDown],
      [text.mtu, String(mtu(world, adapter))],
      [text.speed, up ? speedText(speedMbps(world, adapter)) : text.noSpeed],
      ...addresses(adapter, true),
    ];
    const groups = [{ caption: text.status, facts, simplified: text.addressHint }, pathGroup(adapter)];
    const status = up ? text.up : text.noCarrier;
    const own: Connection = { id: adapter.id, adapter, name, status, groups, slave: false };
    return driven.has(adapter.id) ? [own, slaveOf(world, adapter, name)] : [own];
  });
}

/** In the order of the adapters; a Linux VF stands behind its master. */
export function connectionsOf(world: WorldView, vm: Vm): readonly Connection[] {
  return (isLinux(vm.guest.operatingSystem) ? linuxConnections : windowsConnections)(world, vm);
}

const megabitsPerByte = 8 / 1_000_000;

/** Counters of what a connection has carried and carries; a VF's interface counts what goes over the VF. */
export function activityOf(
  vm: Vm,
  { adapter, slave }: Pick<Connection, 'adapter' | 'slave'>,
): readonly LiveFigure[] {
  const path = (counter: string): string =>
    counterPath(objects.dataPath, adapterInstance(vm, adapter), counter);
  const rate = { kind: 'rate', unit: text.megabits, scale: megabitsPerByte } as const;
  const total = { kind: 'gauge', unit: text.bytes, whole: true } as const;
  if (slave) {
    const paths = [path('VF Bytes/sec')];
    return [
      { ...total, label: text.sentAndReceived, paths },
      { ...rate, label: text.now, paths },
    ];
  }
  const sent = [path('Bytes Sent/sec')];
  const received = [path('Bytes Received/sec')];
  return [
    { ...total, label: text.sent, paths: sent },
    { ...total, label: text.received, paths: received },
    { ...rate, label: text.sending, paths: sent },
    { ...rate, label: text.receiving, paths: received },
  ];
}

/** What the adapters' connections are called, by adapter. */
export function adapterNames(world: WorldView, vm: Vm): ReadonlyMap<string, string> {
  const own = connectionsOf(world, vm).filter(({ slave }) => !slave);
  return new Map(own.map(({ adapter, name }) => [adapter.id, name]));
}
