/**
 * From a platform description to PCI functions with whole configuration spaces: a host bridge, the
 * root ports, and behind each its NIC's functions; then firmware hands out buses and memory.
 */
import type { NicModel, SriovModel } from '../../shared/model/nic-model';
import { formatAddress, routingIdOf } from '../../shared/model/pcie';
import type { PcieFunction, SriovCapability } from '../../shared/model/pcie';
import type { CardSlot } from '../../shared/model/platform';
import type { PlatformDescription, RootPort } from '../../shared/model/platform-description';
import { buildFunction, defaultBuildOptions, places } from '../../shared/pcie/build-function';
import type { BuildOptions } from '../../shared/pcie/build-function';
import { stored } from '../../shared/pcie/config-space';
import type { FunctionSpace } from '../../shared/pcie/config-space';
import { factsOf } from '../../shared/pcie/decode';
import type { RegisterFacts } from '../../shared/pcie/decode';
import { defaultResources, enumerate } from '../../shared/pcie/enumerate';
import type { FirmwareResources } from '../../shared/pcie/enumerate';
import type { Silicon } from '../../shared/pcie/silicon';
import { plainSilicon } from '../../shared/pcie/silicon';
import type { Hardware } from '../engine/engine';
import { nicLink, nicSilicon } from './nic-silicon';

/** A function before power-on, with what no register tells. */
interface Part extends FunctionSpace {
  readonly names: Pick<PcieFunction, 'className' | 'name' | 'driver'>;
}

const without: Omit<RegisterFacts, 'classCode' | 'vendorId' | 'deviceId'> = {
  express: true,
  acs: false,
  ari: false,
  bridge: null,
  sriov: null,
  msixVectors: null,
};

function part(
  routingId: number,
  names: Part['names'],
  facts: RegisterFacts,
  options: Partial<BuildOptions>,
  silicon: Silicon,
): Part {
  const bytes = buildFunction(facts, { ...options, fn: routingId & 7 });
  return { id: formatAddress(0, routingId), domain: 0, routingId, names, bytes, silicon };
}

function hostBridge({ hostBridge: chip }: PlatformDescription): Part {
  const { vendorId, deviceId, name } = chip;
  const names = { className: 'Host bridge', name, driver: null };
  const facts = { ...without, classCode: 0x0600, vendorId, deviceId };
  return part(routingIdOf(0, 0, 0), names, facts, {}, plainSilicon);
}

function rootPort(port: RootPort): Part {
  const { vendorId, deviceId, name } = port.chip;
  const facts: RegisterFacts = {
    ...without,
    classCode: 0x0604,
    vendorId,
    deviceId,
    acs: port.acs,
    bridge: {
      secondaryBus: port.secondaryBus,
      subordinateBus: port.subordinateBus,
      portType: 'root',
      ariForwarding: { capable: port.ariForwarding, enabled: false },
    },
  };
  const silicon: Silicon = {
    ...plainSilicon,
    port: {
      acsAt: port.acs ? places.portAcs : null,
      ariCapable: port.ariForwarding,
      spareBuses: port.subordinateBus - port.secondaryBus,
    },
  };
  const options = { slot: port.slot, link: { speed: 3, width: 16 } } as const;
  const names = { className: 'PCI bridge', name, driver: null };
  return part(routingIdOf(0, port.device, port.function), names, facts, options, silicon);
}

/** The capability before firmware has given it addresses and the operating system ARI. */
function sriovCapability(sriov: SriovModel, silicon: Silicon): SriovCapability {
  return {
    totalVfs: sriov.totalVfs.value,
    // Without VF migration, which nobody built, InitialVFs equals TotalVFs.
    initialVfs: sriov.totalVfs.value,
    firstVfOffset: silicon.sriov?.offsets.noAri ?? 0,
    vfStride: sriov.vfStride.value,
    vfDeviceId: sriov.vfDeviceId.value,
    ariCapableHierarchy: false,
    vfBars: sriov.vfBars.map(({ index, sizeBytes }) => ({
      index: index.value,
      address: 0,
      sizeBytes: sizeBytes.value,
      // Bridges forward addresses above 4 GiB through their prefetchable window alone.
      is64Bit: true,
      prefetchable: true,
    })),
  };
}

function nicFunction(port: RootPort, model: NicModel, fn: number): Part {
  const count = model.functions.value;
  const silicon = nicSilicon(model, fn);
  const facts: RegisterFacts = {
    ...without,
    classCode: 0x0200,
    vendorId: model.vendorId.value,
    deviceId: model.deviceIds.value[0] ?? null,
    acs: model.acs.value,
    ari: model.ari.value,
    sriov: model.sriov === null ? null : sriovCapability(model.sriov, silicon),
    msixVectors: model.msixVectorsPf?.value ?? null,
  };
  const options = {
    multifunction: count > 1,
    nextFunction: fn + 1 < count ? fn + 1 : 0,
    bars: model.pfBars.value.map((each) => ({ ...each, address: 0 })),
    link: nicLink(model),
    pageSizes: model.sriov?.pageSizes.value ?? defaultBuildOptions.pageSizes,
  };
  const names = {
    className: 'Ethernet controller',
    name: model.pciName.value,
    driver: model.drivers.windowsPf?.value ?? null,
  };
  return part(routingIdOf(port.secondaryBus, 0, fn), names, facts, options, silicon);
}

/** The slots behind a platform's root ports. */
export function slotsOf(ports: readonly RootPort[]): CardSlot[] {
  return ports.map((port) => ({
    portId: formatAddress(0, routingIdOf(0, port.device, port.function)),
    name: port.name,
    acs: port.acs,
    ari: port.ariForwarding,
    spareBuses: port.subordinateBus - port.secondaryBus,
    card: port.nic,
  }));
}

/**
 * The PCI functions of a platform after power-on, ordered by routing ID; VFs are not among them.
 * @throws {Error} when a root port names a NIC model that `catalogue` does not have
 */
export function platformFunctions(
  description: PlatformDescription,
  catalogue: readonly NicModel[],
  resources: FirmwareResources = defaultResources,
): Pick<Hardware, 'functions' | 'configs'> {
  const behindPorts = description.rootPorts.flatMap((port) => {
    if (port.nic === null) return [];
    const model = catalogue.find((candidate) => candidate.id === port.nic);
    if (model === undefined) throw new Error(`${description.id} names the unknown NIC model ${port.nic}.`);
    return Array.from({ length: model.functions.value }, (_, fn) => nicFunction(port, model, fn));
  });
  const parts = [hostBridge(description), ...description.rootPorts.map(rootPort), ...behindPorts].sort(
    (a, b) => a.routingId - b.routingId,
  );
  const started = enumerate(parts, resources);
  return {
    functions: started.map(({ id, domain, routingId, names, bytes, silicon }) => ({
      id,
      domain,
      routingId,
      ...names,
      ...factsOf(bytes, silicon),
    })),
    configs: started.map(stored),
  };
}
