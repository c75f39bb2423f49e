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
import type { StoredConfig } from '../../shared/pcie/config-space';
import { factsOf, readBars } from '../../shared/pcie/decode';
import { extendedId, header, headerType, sriov } from '../../shared/pcie/registers';
import type { BarSize, PortSilicon, Silicon, SriovSilicon } from '../../shared/pcie/silicon';
import { placeVfs, vfPlaces } from '../../shared/pcie/vf-placing';
import type { Hardware } from '../engine/engine';
import type { Portions } from '../interop/lspci/portions';
import type { LspciSpace } from '../interop/lspci/read-lspci';
import { nicSilicon } from '../../shared/pcie/nic-silicon';
import { modelOf } from '../../shared/pcie/network-adapters';

interface Imported {
  readonly fn: PcieFunction;
  readonly space: LspciSpace;
  readonly model: NicModel | undefined;
  /** The functions of its device, itself included. */
  readonly device: readonly PcieFunction[];
}

/** Functions that are completed in one portion. */
const portion = 32;

/**
 * Completes the functions of a text with their bytes; the facts then say what the bytes say. Done in
 * portions; yields the share that is done.
 */
export function* lspciSpaces(
  functions: readonly PcieFunction[],
  spaces: readonly LspciSpace[],
  catalogue: readonly NicModel[],
): Portions<Pick<Hardware, 'functions' | 'configs'>> {
  const devices = new Map<number, PcieFunction[]>();
  for (const each of functions) {
    const device = devices.get(deviceOf(each));
    if (device === undefined) devices.set(deviceOf(each), [each]);
    else device.push(each);
  }
  const completed: { readonly fn: PcieFunction; readonly config: StoredConfig }[] = [];
  for (const [index, each] of functions.entries()) {
    const space = spaces[index] ?? { bytes: null, regions: [], vfMsixVectors: null };
    const model = modelOf(each, catalogue);
    const fn = space.bytes === null ? withIds(each, model) : each;
    completed.push(complete({ fn, space, model, device: devices.get(deviceOf(each)) ?? [] }));
    if (completed.length % portion === 0) yield completed.length / functions.length;
  }
  return {
    functions: completed.map(({ fn }) => fn),
    configs: completed.map(({ config }) => config),
  };
}

function complete(imported: Imported): { readonly fn: PcieFunction; readonly config: StoredConfig } {
  const { fn, space } = imported;
  const bytes = space.bytes === null ? builtBytes(imported) : withoutVfs(space.bytes);
  const silicon = siliconOf(imported, bytes);
  // NumVFs is 0 now, which may have moved the VFs.
  if (silicon.sriov?.fewVfs !== undefined) placeVfs(bytes, silicon, hasAri(imported));
  return {
    fn: { ...fn, ...factsOf(bytes, silicon) },
    config: stored({ id: fn.id, bytes, silicon }),
  };
}

/** A listing without numbers names a model whose numbers the catalogue knows. */
function withIds(fn: PcieFunction, model: NicModel | undefined): PcieFunction {
  if (fn.vendorId !== null || model === undefined) return fn;
  return { ...fn, vendorId: model.vendorId.value, deviceId: model.deviceIds.value[0] ?? null };
}

/** The same number for all functions of one device. */
function deviceOf({ domain, routingId }: PcieFunction): number {
  return domain * 0x1_0000 + (routingId & 0xfff8);
}

function hasAri({ fn, device }: Pick<Imported, 'fn' | 'device'>): boolean {
  return deviceHasAri(device, fn);
}

function builtBytes({ fn, space, model, device }: Imported): Uint8Array {
  const numbers = device.map((each) => each.routingId & 7);
  const own = fn.routingId & 7;
  const inCatalogue = model?.pfBars.value.map((each) => ({ ...each, address: 0 })) ?? [];
  return buildFunction(fn, {
    fn: own,
    multifunction: numbers.length > 1,
    nextFunction: numbers.find((each) => each > own) ?? 0,
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

function sriovSilicon({ fn, space, device }: Imported, known: SriovSilicon | null): SriovSilicon | null {
  if (fn.sriov === null) return null;
  const pfs = device.filter((each) => each.sriov !== null);
  const lowest = pfs.reduce((low, each) => (each.routingId < low.routingId ? each : low), fn);
  const layout = hasAri({ fn, device }) ? 'ari' : 'noAri';
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
