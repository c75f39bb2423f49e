/**
 * The configuration spaces of an imported host: the bytes it came with, VF Enable cleared; where
 * the text holds none, bytes built from its facts. Sizes that no register tells come from the
 * text, then from the NIC catalogue.
 */
import type { NicModel } from '../../shared/model/nic-model';
import { deviceHasAri } from '../../shared/model/pcie';
import type { PcieFunction } from '../../shared/model/pcie';
import { buildFunction } from '../../shared/pcie/build-function';
import { findExtended } from '../../shared/pcie/capabilities';
import { Registers, stored } from '../../shared/pcie/config-space';
import { factsOf, readBars } from '../../shared/pcie/decode';
import { extendedId, header, headerType, sriov } from '../../shared/pcie/registers';
import type { BarSize, PortSilicon, Silicon, SriovSilicon } from '../../shared/pcie/silicon';
import { placeVfs, vfPlaces } from '../../shared/pcie/vf-placing';
import type { Hardware } from '../engine/engine';
import type { LspciSpace } from '../interop/lspci/read-lspci';
import { nicSilicon } from '../../shared/pcie/nic-silicon';
import { modelOf } from '../../shared/pcie/network-adapters';

interface Imported {
  readonly fn: PcieFunction;
  readonly space: LspciSpace;
  readonly model: NicModel | undefined;
  /** All functions of the host. */
  readonly all: readonly PcieFunction[];
}

/** Completes the functions of a text with their bytes; the facts then say what the bytes say. */
export function lspciSpaces(
  functions: readonly PcieFunction[],
  spaces: readonly LspciSpace[],
  catalogue: readonly NicModel[],
): Pick<Hardware, 'functions' | 'configs'> {
  const completed = functions.map((each, index) => {
    const space = spaces[index] ?? { bytes: null, regions: [], vfMsixVectors: null };
    const model = modelOf(each, catalogue);
    const fn = space.bytes === null ? withIds(each, model) : each;
    const imported: Imported = { fn, space, model, all: functions };
    const bytes = space.bytes === null ? builtBytes(imported) : withoutVfs(space.bytes);
    const silicon = siliconOf(imported, bytes);
    // NumVFs is 0 now, which may have moved the VFs.
    if (silicon.sriov?.fewVfs !== undefined) placeVfs(bytes, silicon, hasAri(imported));
    return { fn, bytes, silicon };
  });
  return {
    functions: completed.map(({ fn, bytes, silicon }) => ({ ...fn, ...factsOf(bytes, silicon) })),
    configs: completed.map(({ fn, bytes, silicon }) => stored({ id: fn.id, bytes, silicon })),
  };
}

/** A listing without numbers names a model whose numbers the catalogue knows. */
function withIds(fn: PcieFunction, model: NicModel | undefined): PcieFunction {
  if (fn.vendorId !== null || model === undefined) return fn;
  return { ...fn, vendorId: model.vendorId.value, deviceId: model.deviceIds.value[0] ?? null };
}

function sameDevice(fn: PcieFunction, all: readonly PcieFunction[]): PcieFunction[] {
  const device = (each: PcieFunction): number => each.domain * 0x1_0000 + (each.routingId & 0xfff8);
  return all.filter((each) => device(each) === device(fn));
}

function hasAri({ fn, all }: Pick<Imported, 'fn' | 'all'>): boolean {
  return deviceHasAri(all, fn);
}

function builtBytes({ fn, space, model, all }: Imported): Uint8Array {
  const device = sameDevice(fn, all).map((each) => each.routingId & 7);
  const own = fn.routingId & 7;
  const inCatalogue = model?.pfBars.value.map((each) => ({ ...each, address: 0 })) ?? [];
  return buildFunction(fn, {
    fn: own,
    multifunction: device.length > 1,
    nextFunction: device.find((each) => each > own) ?? 0,
    bars: space.regions.length > 0 ? space.regions : inCatalogue,
    ...(model?.sriov && { pageSizes: model.sriov.pageSizes.value }),
  });
}

/** The simulated host starts without VFs, whatever the real one had. */
function withoutVfs(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const at = findExtended(copy, extendedId.sriov);
  if (at === undefined || at + sriov.length > copy.length) return copy;
  const registers = new Registers(copy);
  registers.turnOff16(at + sriov.control, sriov.vfEnable | sriov.vfMemorySpace);
  registers.set16(at + sriov.numVfs, 0);
  return copy;
}

function siliconOf(imported: Imported, bytes: Uint8Array): Silicon {
  const { fn, space, model } = imported;
  const known = model === undefined ? null : nicSilicon(model, fn.routingId & 7);
  return {
    bars: barSizes(bytes, space, known?.bars ?? []),
    sriov: fn.sriov === null ? null : sriovSilicon(imported, known?.sriov ?? null),
    port: portSilicon(fn, bytes),
  };
}

function barSizes(bytes: Uint8Array, { regions }: LspciSpace, known: readonly BarSize[]): BarSize[] {
  const registers = new Registers(bytes);
  const layout = registers.get8(header.type) & headerType.layout;
  if (layout > headerType.bridge) return [];
  const sizeIn = (sizes: readonly BarSize[], index: number): number | null =>
    sizes.find((each) => each.index === index)?.sizeBytes ?? null;
  return readBars(registers, header.bar0, layout === headerType.bridge ? 2 : 6).map(({ index }) => ({
    index,
    sizeBytes: sizeIn(regions, index) ?? sizeIn(known, index),
  }));
}

function sriovSilicon({ fn, space, all }: Imported, known: SriovSilicon | null): SriovSilicon | null {
  if (fn.sriov === null) return null;
  const pfs = sameDevice(fn, all).filter((each) => each.sriov !== null);
  const lowest = pfs.reduce((low, each) => (each.routingId < low.routingId ? each : low), fn);
  const layout = hasAri({ fn, all }) ? 'ari' : 'noAri';
  const seen = fn.sriov.firstVfOffset;
  // The catalogue tells where the VFs move only if it agrees about where they are.
  const agrees = known !== null && vfPlaces(known).some((place) => place[layout] === seen);
  return {
    lowestPf: lowest.id === fn.id,
    vfBars: fn.sriov.vfBars.map(({ index, sizeBytes }) => ({
      index,
      sizeBytes: sizeBytes ?? known?.vfBars.find((each) => each.index === index)?.sizeBytes ?? null,
    })),
    offsets: agrees ? known.offsets : { ari: seen, noAri: seen },
    vfStride: agrees && known.fewVfs !== undefined ? known.vfStride : fn.sriov.vfStride,
    ...(agrees && known.fewVfs !== undefined && { fewVfs: known.fewVfs }),
    vfMsixVectors: space.vfMsixVectors ?? known?.vfMsixVectors ?? null,
  };
}

function portSilicon({ bridge }: PcieFunction, bytes: Uint8Array): PortSilicon | null {
  if (bridge === null) return null;
  return {
    acsAt: findExtended(bytes, extendedId.acs) ?? null,
    ariCapable: bridge.ariForwarding.capable,
    // As many as the real firmware had set aside.
    spareBuses: bridge.subordinateBus - bridge.secondaryBus,
  };
}
