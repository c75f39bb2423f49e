/** One command of every kind that a host with a switch, two VMs and their adapters carries out. */
import type { Engine } from '../../src/main/engine/engine';
import type { Command, CommandName } from '../../src/shared/contract';
import { thePlatform } from '../../src/shared/model/world-view';
import { iovVm, nicNamed, done, waitFor, adapterOf } from './engine';

export interface Furniture {
  readonly nicId: string;
  readonly spareNicId: string;
  readonly switchId: string;
  /** A running VM and its adapter. */
  readonly runningId: string;
  readonly runningAdapterId: string;
  /** A VM that is off and its adapter. */
  readonly offId: string;
  readonly offAdapterId: string;
  /** The DVD drive of the VM that is off, which is of generation 1. */
  readonly offDvdDriveId: string;
  /** A generation 2 VM that is off. */
  readonly secondId: string;
  /** The port of an empty slot. */
  readonly emptyPortId: string;
}

const diskPath = String.raw`C:\VMs\Second.vhdx`;

/** Sets a host up so that there is something to name. */
export function furnish(engine: Engine): Furniture {
  const running = iovVm(engine, { name: 'Runs' });
  const [offId = ''] = done(engine, {
    name: 'vm.create',
    input: { name: 'Rests', generation: 1, startupMemoryMb: 512, switchId: running.switchId },
  });
  const [secondId = ''] = done(engine, {
    name: 'vm.create',
    input: {
      name: 'Second',
      generation: 2,
      startupMemoryMb: 512,
      switchId: null,
      hardDisk: { kind: 'new', path: diskPath, sizeGb: 10 },
    },
  });
  done(engine, { name: 'vm.start', input: { id: running.vmId } });
  waitFor(engine, 'a VF in use', () => adapterOf(engine, running.vmId).dataPath === 'vf');
  return {
    nicId: nicNamed(engine, /X520/).id,
    spareNicId: nicNamed(engine, /82576/).id,
    switchId: running.switchId,
    runningId: running.vmId,
    runningAdapterId: running.adapterId,
    offId,
    offAdapterId: adapterOf(engine, offId).id,
    offDvdDriveId: engine.world.vm.get(offId)?.storage.drives[0]?.id ?? '',
    secondId,
    emptyPortId: thePlatform(engine.world).hardware.slots.find(({ card }) => card === null)?.portId ?? '',
  };
}

type Samples = { readonly [K in CommandName]: Extract<Command, { name: K }>['input'] };

/** A command without a sample does not compile. */
export function sampleInputs(of: Furniture): Samples {
  return {
    'switch.create': {
      name: 'Another',
      notes: 'n',
      type: 'External',
      nicId: of.spareNicId,
      allowManagementOs: true,
      iovEnabled: true,
    },
    'switch.modify': {
      id: of.switchId,
      name: 'B',
      notes: 'n',
      nicId: of.nicId,
      allowManagementOs: true,
      managementVlanId: 5,
      captureExtension: true,
      filteringExtension: false,
      forwardingExtension: false,
      softwareRscEnabled: false,
    },
    'switch.remove': { id: of.switchId },
    'vm.create': {
      name: 'New',
      generation: 2,
      startupMemoryMb: 1024,
      processors: 2,
      dynamicMemory: true,
      switchId: of.switchId,
      hardDisk: { kind: 'new', path: String.raw`C:\VMs\New.vhdx`, sizeGb: 127 },
      location: String.raw`D:\VMs`,
      installation: { kind: 'image', path: String.raw`C:\ISO\Setup.iso` },
    },
    'vm.addScsiController': { id: of.offId },
    'vm.removeScsiController': { id: of.offId, number: 0 },
    'vm.addDrive': {
      id: of.offId,
      kind: 'hard',
      controllerType: 'IDE',
      controllerNumber: 0,
      controllerLocation: 1,
      path: diskPath,
    },
    'vm.modifyDrive': {
      id: of.offId,
      driveId: of.offDvdDriveId,
      controllerType: 'IDE',
      controllerNumber: 1,
      controllerLocation: 1,
      path: String.raw`C:\ISO\Setup.iso`,
    },
    'vm.removeDrive': { id: of.offId, driveId: of.offDvdDriveId },
    'vm.setDiskette': { id: of.offId, path: String.raw`C:\VMs\Boot.vfd` },
    'vm.setComPort': { id: of.offId, number: 1, pipe: String.raw`\\.\pipe\Debug` },
    'vm.setBios': {
      id: of.offId,
      numLock: true,
      startupOrder: ['IDE', 'CD', 'LegacyNetworkAdapter', 'Floppy'],
    },
    'vm.setBootOrder': { id: of.secondId, order: [] },
    'vm.start': { id: of.offId },
    'vm.turnOff': { id: of.runningId },
    'vm.shutDown': { id: of.runningId },
    'vm.save': { id: of.runningId },
    'vm.pause': { id: of.runningId },
    'vm.resume': { id: of.runningId },
    'vm.reset': { id: of.runningId },
    'vm.rename': { id: of.offId, name: 'Renamed' },
    'vm.modify': {
      id: of.offId,
      notes: 'n',
      startupMemoryMb: 1024,
      dynamicMemory: { enabled: true, minimumMb: 256, maximumMb: 4096, bufferPercent: 50, weight: 80 },
      numa: { maximumProcessors: 2, maximumMemoryMb: 2048, maximumNodesPerSocket: 1 },
      compatibilityForMigration: true,
      processors: 2,
      processorLimit: 50,
      processorReserve: 10,
      processorWeight: 200,
      integrationServices: { shutdown: false, heartbeat: false },
      smartPagingFilePath: String.raw`D:\Paging`,
    },
    'vm.setSecurity': { id: of.secondId, secureBootTemplate: 'OpenSourceShieldedVM', shielded: true },
    'vm.setAutomaticActions': { id: of.offId, start: { action: 'Start', delaySeconds: 5 }, stop: 'TurnOff' },
    'vm.delete': { id: of.offId },
    'vm.deleteSavedState': { id: of.offId },
    'adapter.add': {
      vmId: of.offId,
      kind: 'synthetic',
      switchId: of.switchId,
      iovWeight: 10,
      vmqWeight: 10,
      vlanId: 7,
      macSpoofing: true,
      portMirroring: 'Source',
      minimumMbps: 0,
      maximumMbps: 100,
      macAddress: '00155D0B0001',
      ipsecMaximumSas: 256,
      dhcpGuard: true,
      routerGuard: true,
      protectedNetwork: false,
      allowTeaming: true,
      deviceNaming: false,
    },
    'adapter.modify': {
      id: of.offAdapterId,
      switchId: of.switchId,
      iovWeight: 100,
      vmqWeight: 1,
      iovQueuePairsRequested: 2,
      iovInterruptModeration: 'Low',
      vrssEnabled: false,
      vrssMaxQueuePairs: 4,
      vlanId: 7,
      macSpoofing: false,
      portMirroring: 'None',
      portAcl: false,
      minimumMbps: 0,
      maximumMbps: 0,
      macAddress: '00155D0B0002',
      ipsecMaximumSas: 1,
      dhcpGuard: false,
      routerGuard: false,
      protectedNetwork: true,
      allowTeaming: false,
      deviceNaming: false,
    },
    'adapter.remove': { id: of.offAdapterId },
    'adapter.setTraffic': {
      id: of.runningAdapterId,
      traffic: {
        protocol: 'udp',
        sendMbps: 100,
        receiveMbps: 200,
        packetBytes: 512,
        connections: 4,
        peerAdapterId: of.offAdapterId,
      },
    },
    'guest.setOperatingSystem': { vmId: of.offId, operatingSystem: 'Windows Server 2016' },
    'guest.setResponsive': { vmId: of.runningId, responsive: true },
    'guest.setVfDriver': { vmId: of.runningId, installed: true },
    'firmware.configure': {
      settings: { ioVirtualization: true, postedInterrupts: false, version: 'current' },
    },
    'hardware.configure': {
      settings: {
        slat: true,
        postedInterrupts: false,
        mmioBelow4gMib: 512,
        slots: [{ portId: of.emptyPortId, acs: true, spareBuses: 1, card: 'intel-x710' }],
      },
    },
    'host.setDate': { date: Date.UTC(2026, 5, 1, 8, 30) },
    'host.modify': {
      virtualHardDiskPath: String.raw`D:\Disks`,
      virtualMachinePath: String.raw`D:\VMs`,
      numaSpanningEnabled: false,
      enableEnhancedSessionMode: true,
    },
    'host.setMacAddressRange': { minimum: '00155D0A0200', maximum: '00155D0A02FF' },
    'host.restart': {},
    'host.startService': {},
    'host.stopService': {},
    'nic.configure': {
      id: of.nicId,
      properties: {
        speedDuplex: '1000full',
        jumboPacket: 9014,
        lso: false,
        vmq: false,
        rss: false,
        sriov: false,
        numVfs: 8,
      },
    },
    'nic.setDriver': { id: of.nicId, sriov: false },
    'nic.setEnabled': { id: of.nicId, enabled: false },
    'nic.restart': { id: of.nicId },
    'nic.setCable': { id: of.nicId, plugged: false },
    'fault.failPf': { nicId: of.nicId },
    'fault.resetPf': { nicId: of.nicId },
    'fault.removeNic': { nicId: of.nicId },
    'fault.returnNic': { nicId: of.nicId },
  };
}
