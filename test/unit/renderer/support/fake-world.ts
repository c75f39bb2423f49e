/** A made-up world for tests of the console: one host with an SR-IOV adapter, and any VMs wanted. */
import { untouchedAdapter } from '../../../../src/shared/model/adapter';
import type { Adapter } from '../../../../src/shared/model/adapter';
import { newHostSettings } from '../../../../src/shared/model/host-settings';
import { newIntegrationServices } from '../../../../src/shared/model/integration-services';
import { hardwareTopology, newDynamicMemory } from '../../../../src/shared/model/memory';
import { freshNic } from '../../../../src/shared/model/nic';
import type { Nic } from '../../../../src/shared/model/nic';
import type { PcieFunction } from '../../../../src/shared/model/pcie';
import { permissiveFirmware, soundHardware } from '../../../../src/shared/model/platform';
import type { Platform } from '../../../../src/shared/model/platform';
import { bareStorage } from '../../../../src/shared/model/storage';
import type { VirtualSwitch } from '../../../../src/shared/model/switch';
import type { Vf } from '../../../../src/shared/model/vf';
import type { Vm } from '../../../../src/shared/model/vm';
import { newVmSecurity } from '../../../../src/shared/model/vm-security';
import type { Host } from '../../../../src/shared/model/host';
import type { Change } from '../../../../src/shared/model/world-view';

/** 2026-01-05 09:00 UTC. */
export const NOW = Date.UTC(2026, 0, 5, 9);

export const fakeHost: Host = {
  id: 'host',
  computerName: 'hv01',
  state: 'running',
  managementService: 'running',
  powerOnToken: null,
  startedAt: NOW - 3_600_000,
  dateOffsetMs: 0,
  origin: 'built-in',
  notes: [],
  macAddressMinimum: '00155D0A0000',
  macAddressMaximum: '00155D0AFFFF',
  settings: newHostSettings,
  absentNics: [],
};

export const fakePlatform: Platform = {
  id: 'platform',
  processorName: 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz',
  clockMhz: 2000,
  logicalProcessors: 64,
  memoryMb: 262_144,
  hardware: soundHardware,
  storedHardware: soundHardware,
  firmware: permissiveFirmware,
  storedFirmware: permissiveFirmware,
};

const rootPort: PcieFunction = {
  id: '0000:00:02.0',
  domain: 0,
  routingId: 0x0010,
  classCode: 0x0604,
  className: 'PCI bridge',
  vendorId: 0x8086,
  deviceId: 0x347a,
  name: 'Intel Corporation PCI Express Root Port',
  express: true,
  acs: true,
  ari: false,
  bridge: {
    secondaryBus: 0x5e,
    subordinateBus: 0x5e,
    portType: 'root',
    ariForwarding: { capable: true, enabled: true },
  },
  sriov: null,
  msixVectors: null,
  driver: 'pcieport',
};

const physicalFunction: PcieFunction = {
  ...rootPort,
  id: '0000:5e:00.0',
  routingId: 0x5e00,
  classCode: 0x0200,
  className: 'Ethernet controller',
  deviceId: 0x1572,
  name: 'Intel Corporation Ethernet Controller X710 for 10GbE SFP+',
  ari: true,
  bridge: null,
  sriov: {
    totalVfs: 64,
    initialVfs: 64,
    firstVfOffset: 16,
    vfStride: 1,
    vfDeviceId: 0x154c,
    ariCapableHierarchy: true,
    vfBars: [{ index: 0, address: 0x9000_0000, sizeBytes: 65_536, is64Bit: true, prefetchable: true }],
  },
  msixVectors: 129,
  driver: 'i40e',
};

const nicSwitch: NonNullable<Nic['nicSwitch']> = {
  maxVfs: 32,
  maxVPorts: 97,
  queuePairs: 128,
  queuePairsAssumed: false,
  queuePairsPerVf: 1,
  maxQueuePairsPerVPort: 4,
  singleVPortPool: false,
  asymmetricQueuePairs: false,
  perVPortModeration: true,
  vfRss: true,
  vfName: 'Intel(R) VF',
  vfDriver: 'iavf.sys',
  vfPciName: 'Intel Corporation Ethernet Virtual Function 700 Series',
  vfModule: 'iavf',
};

export const fakeNic: Nic = {
  id: physicalFunction.id,
  name: 'Ethernet',
  interfaceDescription: 'Intel(R) Ethernet Converged Network Adapter X710-2',
  linkSpeedMbps: 10_000,
  macAddress: '3CFDFE112233',
  vmqQueues: 64,
  nicSwitch,
  ...freshNic(nicSwitch),
  switchId: 'switch-1',
  numVfs: 32,
};

export const fakeSwitch: VirtualSwitch = {
  id: 'switch-1',
  name: 'SR-IOV Switch',
  notes: '',
  type: 'External',
  nicId: fakeNic.id,
  allowManagementOs: true,
  iovEnabled: true,
  forwardingExtension: false,
  captureExtension: false,
  filteringExtension: true,
  managementVlanId: null,
  softwareRscEnabled: true,
};

/** A VM that is off, or whatever `patch` makes of it. */
export function fakeVm(patch: Partial<Vm> = {}): Vm {
  return {
    id: 'vm-1',
    name: 'Web01',
    generation: 2,
    state: 'Off',
    task: null,
    token: 0,
    createdAt: NOW - 86_400_000,
    uptimeMs: 0,
    runningSince: null,
    startupMemoryMb: 4096,
    dynamicMemory: newDynamicMemory(false, 4096),
    memory: null,
    numa: hardwareTopology({ logicalProcessors: 64, memoryMb: 262_144 }),
    compatibilityForMigration: false,
    processors: 2,
    processorLimit: 100,
    processorReserve: 0,
    processorWeight: 100,
    notes: '',
    guest: {
      operatingSystem: 'Windows Server 2022',
      supportsSriov: true,
      vfDriverInstalled: true,
      responsive: true,
      state: 'off',
    },
    integrationServices: newIntegrationServices,
    storage: bareStorage,
    security: newVmSecurity[2],
    path: newHostSettings.virtualMachinePath,
    smartPagingFilePath: newHostSettings.virtualMachinePath,
    ranBeforeRestart: false,
    automaticStart: { action: 'StartIfRunning', delaySeconds: 0 },
    automaticStop: 'Save',
    ...patch,
  };
}

/** The same VM running, with a guest that has booted. */
export function runningVm(patch: Partial<Vm> = {}): Vm {
  const off = fakeVm();
  return fakeVm({
    state: 'Running',
    runningSince: NOW - 3_725_000,
    guest: { ...off.guest, state: 'running' },
    ...patch,
  });
}

/** A network adapter without SR-IOV on the external switch. */
export function fakeAdapter(patch: Partial<Adapter> = {}): Adapter {
  return {
    id: 'adapter-1',
    vmId: 'vm-1',
    kind: 'synthetic',
    name: 'Network Adapter',
    switchId: fakeSwitch.id,
    macAddress: '00155D0A0B0C',
    vmqWeight: 100,
    ...untouchedAdapter,
    trafficSince: 0,
    ...patch,
  };
}

/** A free VF of the physical adapter. */
export function fakeVf(index: number, patch: Partial<Vf> = {}): Vf {
  return {
    id: `${fakeNic.id}#${index}`,
    nicId: fakeNic.id,
    index,
    routingId: 0x5e10 + index,
    adapterId: null,
    vPortId: null,
    queuePairs: 0,
    serial: null,
    ...patch,
  };
}

/** The host with its hardware and switch, as `world.read` tells it, and the VMs and adapters given. */
export function fakeChanges(vms: readonly Vm[] = [], adapters: readonly Adapter[] = []): Change[] {
  return [
    { kind: 'host', id: 'host', value: fakeHost },
    { kind: 'platform', id: 'platform', value: fakePlatform },
    { kind: 'function', id: rootPort.id, value: rootPort },
    { kind: 'function', id: physicalFunction.id, value: physicalFunction },
    { kind: 'nic', id: fakeNic.id, value: fakeNic },
    { kind: 'switch', id: fakeSwitch.id, value: fakeSwitch },
    ...vms.map((value): Change => ({ kind: 'vm', id: value.id, value })),
    ...adapters.map((value): Change => ({ kind: 'adapter', id: value.id, value })),
  ];
}
