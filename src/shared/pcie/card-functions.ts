/** A card of the catalogue as it is before power-on: the configuration spaces of its functions. */
import type { NicModel, SriovModel } from '../model/nic-model';
import { routingIdOf } from '../model/pcie';
import type { SriovCapability } from '../model/pcie';
import { defaultBuildOptions } from './build-function';
import type { RegisterFacts } from './decode';
import { namedSpace, plainFacts } from './named-space';
import type { NamedSpace } from './named-space';
import { nicLink, nicSilicon } from './nic-silicon';
import type { Silicon } from './silicon';
import { vfPlaces } from './vf-placing';

/** The capability before firmware has given it addresses and the operating system ARI. */
function sriovCapability(sriov: SriovModel, silicon: Silicon): SriovCapability {
  const atRest = silicon.sriov === null ? undefined : vfPlaces(silicon.sriov)[0];
  return {
    totalVfs: sriov.totalVfs.value,
    // Without VF migration, which nobody built, InitialVFs equals TotalVFs.
    initialVfs: sriov.totalVfs.value,
    firstVfOffset: atRest?.noAri ?? 0,
    vfStride: atRest?.vfStride ?? 0,
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

function cardFunction(domain: number, bus: number, model: NicModel, fn: number): NamedSpace {
  const count = model.functions.value;
  const silicon = nicSilicon(model, fn);
  const facts: RegisterFacts = {
    ...plainFacts,
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
  return namedSpace(domain, routingIdOf(bus, 0, fn), names, facts, options, silicon);
}

/** The functions of a card that is device 0 on the bus, as every card behind a port is. */
export function cardFunctions(domain: number, bus: number, model: NicModel): NamedSpace[] {
  return Array.from({ length: model.functions.value }, (_, fn) => cardFunction(domain, bus, model, fn));
}
