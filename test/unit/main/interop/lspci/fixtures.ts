/** Captures of real Linux kernels and ways to damage them. */
import { readFileSync } from 'node:fs';
import type { PcieFunction } from '../../../../../src/shared/model/pcie';
import { readLspci } from '../../../../../src/main/interop/lspci/read-lspci';
import type { LspciHost } from '../../../../../src/main/interop/lspci/read-lspci';
import type { LspciRefusal } from '../../../../../src/main/interop/lspci/refusal';
import { atOnce } from '../../../../support/portions';

const folder = new URL('../../../../fixtures/lspci/', import.meta.url);

export const dumpNames = [
  'iommu.off-vvvxxxx',
  'iommu.on-vvv-nn',
  'iommu.on-vvvxxxx',
  'two-port-ari.off-vvvxxxx',
  'two-port-ari.on-vvv-nn',
  'two-port-ari.on-vvvxxxx',
] as const;

export type DumpName = (typeof dumpNames)[number];

export function dump(name: DumpName): string {
  return readFileSync(new URL(`${name}.txt`, folder), 'utf8');
}

/** The VFs as the kernel placed them, from the `virtfnN` links of sysfs. */
export function kernelVfs(host: 'iommu' | 'two-port-ari'): { pf: string; index: number; address: string }[] {
  const rows = readFileSync(new URL(`${host}.vfs.txt`, folder), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [pf = '', index = '', address = ''] = row.split(' ');
    return { pf, index: Number(index), address };
  });
}

export function read(text: string): LspciHost {
  const result = atOnce(readLspci(text));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function refusal(text: string): LspciRefusal {
  const result = atOnce(readLspci(text));
  if (result.ok) throw new Error('The text was read, although it should have been refused.');
  return result.error;
}

export function functionOf(host: LspciHost, id: string): PcieFunction {
  const found = host.functions.find((fn) => fn.id === id);
  if (found === undefined) throw new Error(`${id} is not among the functions.`);
  return found;
}

/** The block of one function, from its header to the blank line behind it. */
export function block(text: string, address: string): string {
  const start = text.startsWith(`${address} `) ? 0 : text.indexOf(`\n${address} `) + 1;
  if (start === 0 && !text.startsWith(`${address} `)) throw new Error(`${address} is not in the text.`);
  return text.slice(start, text.indexOf('\n\n', start) + 2);
}

/** Replaces the first occurrence within one function's block; throws when there is none to replace. */
export function edit(text: string, address: string, from: string, to: string): string {
  const before = block(text, address);
  if (!before.includes(from)) throw new Error(`"${from}" is not in the block of ${address}.`);
  return text.replace(before, () => before.replace(from, () => to));
}

/** 1-based line of the first occurrence of `needle` in the block of `address`. */
export function lineOf(text: string, address: string, needle: string): number {
  const at = text.indexOf(needle, text.indexOf(block(text, address)));
  return text.slice(0, at).split('\n').length;
}

/** Cuts the hex bytes of every function, as -x (64) or -xxx (256) would have. */
export function withBytes(text: string, count: 0 | 64 | 256): string {
  const rows = /^([0-9a-f]{2,3}): (?:[0-9a-f]{2} ?){16}\n/gm;
  return text.replace(rows, (row, offset: string) => (parseInt(offset, 16) < count ? row : ''));
}
