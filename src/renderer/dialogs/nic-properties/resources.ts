/** An adapter's resources, read from its registers. */
import { bytesOf, Registers } from '../../../shared/pcie/config-space';
import { readBars } from '../../../shared/pcie/decode';
import { header } from '../../../shared/pcie/registers';
import { formatRoutingId } from '../../../shared/model/pcie';
import type { PcieFunction, SriovCapability } from '../../../shared/model/pcie';
import type { RequestOutput } from '../../../shared/contract';
import type { Fact } from '../../forms/facts';
import { nicProperties as text } from '../../text/en/devices';

export interface Resource {
  readonly type: string;
  readonly setting: string;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** First and last byte, sixteen digits each, as Device Manager writes a range. */
function rangeOf(address: number, bytes: number | null): string {
  const first = hex(address, 16);
  return bytes === null ? first : `${first} - ${hex(address + bytes - 1, 16)}`;
}

/** A power of two in the unit that needs the fewest digits. */
export function sizeText(bytes: number): string {
  if (bytes >= 2 ** 20) return `${bytes / 2 ** 20} MiB`;
  return bytes >= 1024 ? `${bytes / 1024} KiB` : `${bytes} bytes`;
}

/** Memory ranges of the function's BARs and its interrupts. */
export function resourcesOf(space: RequestOutput<'pcie.read'>, fn: PcieFunction): readonly Resource[] {
  const bytes = bytesOf({ size: space.hex.length / 2, hex: space.hex });
  const sizes = new Map(space.bars.map(({ index, sizeBytes }) => [index, sizeBytes]));
  const memory = readBars(new Registers(bytes), header.bar0).map(({ index, address }): Resource => {
    const size = sizes.get(index) ?? null;
    return { type: text.memoryRange, setting: rangeOf(address, size) };
  });
  const vectors = fn.msixVectors;
  return [...memory, { type: text.irq, setting: vectors === null ? text.msi : text.msix(vectors) }];
}

function vfBarFacts({ vfBars, totalVfs }: SriovCapability): Fact[] {
  return vfBars.map(({ index, address, sizeBytes }): Fact => {
    if (address === 0) return [text.vfBar(index), text.vfBarUnset];
    if (sizeBytes === null) return [text.vfBar(index), rangeOf(address, null)];
    return [text.vfBar(index), text.vfBarText(hex(address, 16), sizeText(sizeBytes), totalVfs)];
  });
}

function id(value: number | null): string {
  return value === null ? '????' : hex(value, 4);
}

/** The function as PCI Express sees it, and where its VFs are. */
export function expressFacts(fn: PcieFunction): readonly Fact[] {
  const has = (present: boolean): string => (present ? text.has : text.hasNot);
  const { routingId, sriov } = fn;
  return [
    [text.routingId, text.routingIdText(formatRoutingId(routingId), hex(routingId, 4))],
    [text.ids, `${id(fn.vendorId)}:${id(fn.deviceId)}`],
    [text.ari, has(fn.ari)],
    [text.acs, has(fn.acs)],
    ...(sriov === null
      ? []
      : ([
          [text.totalVfs, String(sriov.totalVfs)],
          [text.vfPlaces, text.vfPlacesText(sriov.firstVfOffset, sriov.vfStride)],
          [text.vfIds, id(sriov.vfDeviceId)],
          ...vfBarFacts(sriov),
        ] as const)),
  ];
}
