/**
 * Prints a host as `lspci -D -xxxx` does: per function a header line, hex rows and a blank line,
 * which `lspci -F FILE` reads on any machine. Between them stand the lines that lspci takes from
 * the operating system instead of from registers: sizes of BARs and the driver. `lspci -F` passes
 * over them, this program's own import needs them.
 */
import { formatAddress } from '../../../shared/model/pcie';
import type { PcieFunction, VfBar } from '../../../shared/model/pcie';
import type { Vf } from '../../../shared/model/vf';
import type { WorldView } from '../../../shared/model/world-view';
import { Registers } from '../../../shared/pcie/config-space';
import { readBar } from '../../../shared/pcie/decode';
import { header } from '../../../shared/pcie/registers';
import type { Silicon } from '../../../shared/pcie/silicon';

/** The host, and the bytes behind a function's or a VF's id. */
export interface PrintableHost {
  readonly world: WorldView;
  configSpace(id: string): { readonly bytes: Uint8Array; readonly silicon: Silicon } | null;
}

interface Block {
  readonly order: number;
  readonly lines: readonly string[];
}

/** All functions and existing VFs, ordered by address. */
export function printLspci(host: PrintableHost): string {
  const functions = [...host.world.function.values()]
    .filter(({ id }) => host.world.nic.get(id)?.present !== false)
    .map((each) => functionBlock(host, each));
  const vfs = [...host.world.vf.values()].map((each) => vfBlock(host, each));
  const blocks = [...functions, ...vfs].sort((left, right) => left.order - right.order);
  return blocks.map(({ lines }) => `${lines.join('\n')}\n\n`).join('');
}

function functionBlock(host: PrintableHost, fn: PcieFunction): Block {
  const { bytes, silicon } = needSpace(host, fn.id);
  const registers = new Registers(bytes);
  const regions = silicon.bars.map(({ index, sizeBytes }) =>
    regionLine({ ...readBar(registers, header.bar0, index), sizeBytes }, ''),
  );
  return block(fn.domain, fn.routingId, fn, fn.driver, regions, bytes);
}

function vfBlock(host: PrintableHost, vf: Vf): Block {
  const pf = host.world.function.get(vf.nicId);
  const nic = host.world.nic.get(vf.nicId);
  if (pf?.sriov == null) throw new Error(`${vf.id} has no PF.`);
  const regions = pf.sriov.vfBars.map((bar) => {
    const address = bar.address + vf.index * (bar.sizeBytes ?? 0);
    return regionLine({ ...bar, address }, ' [virtual]');
  });
  const named = { className: pf.className, name: nic?.nicSwitch?.vfName ?? pf.name };
  return block(pf.domain, vf.routingId, named, null, regions, needSpace(host, vf.id).bytes);
}

function needSpace(host: PrintableHost, id: string): NonNullable<ReturnType<PrintableHost['configSpace']>> {
  const space = host.configSpace(id);
  if (space === null) throw new Error(`${id} has no configuration space.`);
  return space;
}

function block(
  domain: number,
  routingId: number,
  { className, name }: Pick<PcieFunction, 'className' | 'name'>,
  driver: string | null,
  regions: readonly (string | null)[],
  bytes: Uint8Array,
): Block {
  const revision = bytes[header.revision] ?? 0;
  const suffix = revision === 0 ? '' : ` (rev ${digits(revision, 2)})`;
  return {
    order: domain * 0x1_0000 + routingId,
    lines: [
      `${formatAddress(domain, routingId)} ${className}: ${name}${suffix}`,
      ...regions.filter((line) => line !== null),
      ...(driver === null ? [] : [`\tKernel driver in use: ${driver}`]),
      ...hexRows(bytes),
    ],
  };
}

/** `Region 0: Memory at fe000000 (64-bit, prefetchable) [virtual] [size=16K]`; null where the size is not known. */
function regionLine(bar: VfBar, kind: string): string | null {
  if (bar.sizeBytes === null) return null;
  const address = bar.address === 0 ? '<unassigned>' : digits(bar.address, 8);
  const flags = `${bar.is64Bit ? '64' : '32'}-bit, ${bar.prefetchable ? '' : 'non-'}prefetchable`;
  return `\tRegion ${bar.index}: Memory at ${address} (${flags})${kind} [size=${size(bar.sizeBytes)}]`;
}

function size(bytes: number): string {
  let value = bytes;
  for (const unit of ['', 'K', 'M', 'G']) {
    if (value < 1024 || value % 1024 !== 0) return `${value}${unit}`;
    value /= 1024;
  }
  return `${value}T`;
}

function hexRows(bytes: Uint8Array): string[] {
  return Array.from({ length: bytes.length / 16 }, (_, row) => {
    const values = Array.from(bytes.subarray(16 * row, 16 * row + 16), (byte) => digits(byte, 2));
    return `${digits(16 * row, 2)}: ${values.join(' ')}`;
  });
}

function digits(value: number, count: number): string {
  return value.toString(16).padStart(count, '0');
}
