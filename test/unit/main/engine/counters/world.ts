/** Small worlds for tests of the counters; every test names only what it is about. */
import { untouchedAdapter } from '../../../../../src/shared/model/adapter';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import type { Host } from '../../../../../src/shared/model/host';
import { newHostSettings } from '../../../../../src/shared/model/host-settings';
import { newIntegrationServices } from '../../../../../src/shared/model/integration-services';
import { hardwareTopology, newDynamicMemory } from '../../../../../src/shared/model/memory';
import { freshNic } from '../../../../../src/shared/model/nic';
import type { Nic } from '../../../../../src/shared/model/nic';
import { permissiveFirmware, soundHardware } from '../../../../../src/shared/model/platform';
import type { Platform } from '../../../../../src/shared/model/platform';
import { bareStorage } from '../../../../../src/shared/model/storage';
import type { VirtualSwitch } from '../../../../../src/shared/model/switch';
import type { Vm } from '../../../../../src/shared/model/vm';
import { newVmSecurity } from '../../../../../src/shared/model/vm-security';
import type { WorldView } from '../../../../../src/shared/model/world-view';
import type { AdapterRates } from '../../../../../src/main/engine/counters/publish';

export const clockMhz = 2000;

export function vm(id: string, changes: Partial<Vm> = {}): Vm {
  return {
    id,
    name: id,
    generation: 1,
    state: 'Running',
    task: null,
    token: 0,
    createdAt: 0,
    uptimeMs: 0,
    runningSince: 0,
    startupMemoryMb: 1024,
    dynamicMemory: newDynamicMemory(false, 1024),
    memory: null,
    numa: hardwareTopology({ logicalProcessors: 64, memoryMb: 262_144 }),
    compatibilityForMigration: false,
    processors: 2,
    processorLimit: 100,
    processorReserve: 0,
    processorWeight: 100,
    notes: '',
    guest: {
      operatingSystem: 'Windows Server 2016',
      supportsSriov: true,
      vfDriverInstalled: true,
      responsive: true,
      state: 'running',
    },
    integrationServices: newIntegrationServices,
    storage: bareStorage,
    security: newVmSecurity[2],
    path: newHostSettings.virtualMachinePath,
    smartPagingFilePath: newHostSettings.virtualMachinePath,
    ranBeforeRestart: false,
    automaticStart: { action: 'StartIfRunning', delaySeconds: 0 },
    automaticStop: 'Save',
    ...changes,
  };
}

export function adapter(id: string, vmId: string, changes: Partial<Adapter> = {}): Adapter {
  return {
    id,
    vmId,
    kind: 'synthetic',
    name: 'Network Adapter',
    switchId: 'switch',
    macAddress: null,
    vmqWeight: 100,
    ...untouchedAdapter,
    trafficSince: 0,
    dataPath: 'vmbus',
    ...changes,
  };
}

export function nic(id: string, interfaceDescription = `Adapter ${id}`): Nic {
  return {
    id,
    name: id,
    interfaceDescription,
    linkSpeedMbps: 10_000,
    macAddress: '',
    vmqQueues: 16,
    nicSwitch: null,
    ...freshNic(null),
  };
}

export function virtualSwitch(id: string, nicId: string | null): VirtualSwitch {
  const type = nicId === null ? 'Internal' : 'External';
  return {
    id,
    name: id,
    notes: '',
    type,
    nicId,
    allowManagementOs: true,
    iovEnabled: true,
    forwardingExtension: false,
    captureExtension: false,
    filteringExtension: true,
    managementVlanId: null,
    softwareRscEnabled: true,
  };
}

interface Contents {
  readonly host?: Partial<Host>;
  readonly logicalProcessors?: number;
  readonly nics?: readonly Nic[];
  readonly switches?: readonly VirtualSwitch[];
  readonly vms?: readonly Vm[];
  readonly adapters?: readonly Adapter[];
}

/** A host with one external switch, unless other switches are given. */
export function world(contents: Contents = {}): WorldView {
  const host: Host = {
    id: 'host',
    computerName: 'HOST',
    state: 'running',
    managementService: 'running',
    powerOnToken: null,
    startedAt: 0,
    dateOffsetMs: 0,
    origin: 'built-in',
    notes: [],
    macAddressMinimum: '00155D000000',
    macAddressMaximum: '00155D0000FF',
    settings: newHostSettings,
    absentNics: [],
    ...contents.host,
  };
  const platform: Platform = {
    id: 'platform',
    processorName: 'Processor',
    clockMhz,
    logicalProcessors: contents.logicalProcessors ?? 4,
    memoryMb: 1024,
    hardware: soundHardware,
    storedHardware: soundHardware,
    firmware: permissiveFirmware,
    storedFirmware: permissiveFirmware,
  };
  return {
    host: new Map([['host', host]]),
    platform: new Map([['platform', platform]]),
    function: new Map(),
    nic: byId(contents.nics ?? [nic('nic')]),
    vf: new Map(),
    switch: byId(contents.switches ?? [virtualSwitch('switch', 'nic')]),
    vm: byId(contents.vms ?? []),
    adapter: byId(contents.adapters ?? []),
    disk: new Map(),
  };
}

function byId<Entity extends { readonly id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** Rates of one adapter that does nothing but what `changes` says. */
export function rates(changes: Partial<AdapterRates> = {}): AdapterRates {
  return {
    path: 'vmbus',
    rootProcessors: [0],
    onWire: true,
    send: packets(0),
    receive: packets(0),
    rootCyclesPerSecond: 0,
    guestCyclesPerSecond: 0,
    hypervisorCyclesPerSecond: 0,
    rootHypervisorCyclesPerSecond: 0,
    interceptsPerSecond: 0,
    hypercallsPerSecond: 0,
    syntheticInterruptsPerSecond: 0,
    hardwareInterruptsPerSecond: 0,
    postedInterruptsPerSecond: 0,
    latency: { mean: 0, p50: 0, p99: 0, p999: 0 },
    ...changes,
  };
}

/** So many packets of 1000 bytes. */
export function packets(packetsPerSecond: number): AdapterRates['send'] {
  return { packetsPerSecond, bytesPerSecond: packetsPerSecond * 1000, droppedPerSecond: 0 };
}
