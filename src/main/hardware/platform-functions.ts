/**
 * From a platform description to PCI functions, in the shape that an imported lspci listing has
 * too: a host bridge, the root ports, and behind each its NIC's functions with their capabilities.
 */
import { firstVfOffset } from '../../shared/model/nic-model';
import type { NicModel, SriovModel } from '../../shared/model/nic-model';
import { formatAddress, routingIdOf } from '../../shared/model/pcie';
import type { PcieFunction, SriovCapability, VfBar } from '../../shared/model/pcie';
import type { CardSlot } from '../../shared/model/platform';
import type { PlatformDescription, RootPort } from '../../shared/model/platform-description';

/** Where firmware starts to hand out space for VF BARs: far above 4 GiB and any memory. */
const windowBase = 0x3800_0000_0000;
/** A bridge forwards memory in steps of 1 MiB, so each port's windows start on such a border. */
const bridgeGranularity = 0x10_0000;

/** Hands out addresses upward. */
class AddressWindow {
  private next = windowBase;

  /** The next address that is a multiple of `alignment`; the `size` bytes behind it are taken. */
  take(size: number, alignment: number): number {
    const address = Math.ceil(this.next / alignment) * alignment;
    this.next = address + size;
    return address;
  }
}

/** What all functions of a platform have unless they say otherwise. */
function pciFunction(
  routingId: number,
  own: Omit<PcieFunction, 'id' | 'domain' | 'routingId'>,
): PcieFunction {
  return { id: formatAddress(0, routingId), domain: 0, routingId, ...own };
}

const withoutCapabilities = {
  vendorId: null,
  deviceId: null,
  acs: false,
  ari: false,
  bridge: null,
  sriov: null,
  msixVectors: null,
  driver: null,
};

function hostBridge(): PcieFunction {
  return pciFunction(routingIdOf(0, 0, 0), {
    ...withoutCapabilities,
    classCode: 0x0600,
    className: 'Host bridge',
    name: 'Host bridge',
    express: false,
  });
}

function rootPortFunction(port: RootPort): PcieFunction {
  return pciFunction(routingIdOf(0, port.device, port.function), {
    ...withoutCapabilities,
    classCode: 0x0604,
    className: 'PCI bridge',
    name: 'PCI Express root port',
    express: true,
    acs: port.acs,
    bridge: {
      secondaryBus: port.secondaryBus,
      subordinateBus: port.subordinateBus,
      portType: 'root',
      ariForwarding: { capable: port.ariForwarding, enabled: port.ariForwarding },
    },
  });
}

function vfBars(sriov: SriovModel, window: AddressWindow): VfBar[] {
  return sriov.vfBars.map(({ index, sizeBytes }) => ({
    index: index.value,
    // One BAR holds the shares of all VFs; the whole must be aligned like one share only.
    address: window.take(sizeBytes.value * sriov.totalVfs.value, sizeBytes.value),
    sizeBytes: sizeBytes.value,
    // Bridges forward addresses above 4 GiB through their prefetchable window alone.
    is64Bit: true,
    prefetchable: true,
  }));
}

function sriovCapability(
  sriov: SriovModel,
  fn: number,
  ari: boolean,
  window: AddressWindow,
): SriovCapability {
  return {
    totalVfs: sriov.totalVfs.value,
    // Without VF migration, which nobody built, InitialVFs equals TotalVFs.
    initialVfs: sriov.totalVfs.value,
    firstVfOffset: firstVfOffset(sriov, fn, ari),
    vfStride: sriov.vfStride.value,
    vfDeviceId: sriov.vfDeviceId.value,
    // The operating system sets the bit in the lowest-numbered PF of a device alone.
    ariCapableHierarchy: ari && fn === 0,
    vfBars: vfBars(sriov, window),
  };
}

function nicFunctions(port: RootPort, model: NicModel, window: AddressWindow): PcieFunction[] {
  const ari = port.ariForwarding && model.ari.value;
  window.take(0, bridgeGranularity);
  return Array.from({ length: model.functions.value }, (_, fn) =>
    pciFunction(routingIdOf(port.secondaryBus, 0, fn), {
      classCode: 0x0200,
      className: 'Ethernet controller',
      vendorId: model.vendorId.value,
      deviceId: model.deviceIds.value[0] ?? null,
      name: model.pciName.value,
      express: true,
      acs: model.acs.value,
      ari: model.ari.value,
      bridge: null,
      sriov: model.sriov === null ? null : sriovCapability(model.sriov, fn, ari, window),
      msixVectors: model.msixVectorsPf?.value ?? null,
      driver: model.drivers.windowsPf?.value ?? null,
    }),
  );
}

/** The slots behind a platform's root ports. */
export function slotsOf(ports: readonly RootPort[]): CardSlot[] {
  return ports.map((port) => ({
    portId: formatAddress(0, routingIdOf(0, port.device, port.function)),
    name: port.name,
    acs: port.acs,
    ari: port.ariForwarding,
    spareBuses: port.subordinateBus - port.secondaryBus,
    fixed: port.onBoard,
    imported: false,
    card: port.nic,
  }));
}

/**
 * The PCI functions of a platform, ordered by routing ID; VFs are not among them.
 * @throws {Error} when a root port names a NIC model that `catalogue` does not have
 */
export function platformFunctions(
  description: PlatformDescription,
  catalogue: readonly NicModel[],
): PcieFunction[] {
  const window = new AddressWindow();
  const behindPorts = description.rootPorts.flatMap((port) => {
    if (port.nic === null) return [];
    const model = catalogue.find((candidate) => candidate.id === port.nic);
    if (model === undefined) throw new Error(`${description.id} names the unknown NIC model ${port.nic}.`);
    return nicFunctions(port, model, window);
  });
  return [hostBridge(), ...description.rootPorts.map(rootPortFunction), ...behindPorts].sort(
    (a, b) => a.routingId - b.routingId,
  );
}
