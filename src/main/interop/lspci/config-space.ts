/** Decodes the hex bytes of a block with the simulator's own decoder, and says which line is wrong. */
import { decodeConfig } from '../../../shared/pcie/decode';
import type { DecodedConfig } from '../../../shared/pcie/decode';
import type { BusFacts, ExtendedFacts } from './facts';
import type { ConfigBytes } from './hex-rows';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked } from './refusal';

/** What the bytes tell, with the lines of the text where refusals may have to point. */
export interface ConfigFacts extends Omit<DecodedConfig, 'bus' | 'extended'> {
  readonly bus: BusFacts | null;
  /** Null when the bytes end before it (-x, -xxx). */
  readonly extended: ExtendedFacts | null;
}

/** Decodes a configuration space of 64, 128, 256 or 4,096 bytes; refuses lists whose pointers go in circles. */
export function decodeConfigSpace(config: ConfigBytes): LspciChecked<ConfigFacts> {
  const decoded = decodeConfig(config.bytes);
  if (!decoded.ok) {
    const { from, to } = decoded;
    const step = `the capability pointer at ${from.toString(16)} leads back to ${to.toString(16)}`;
    const sentence = `${step}, so the list never ends; ${CAPTURE_AGAIN}`;
    return refuseAt('lspci.contradiction', config.lineOf(from), sentence);
  }
  const { bus, extended, ...rest } = decoded.value;
  const sriov = extended?.sriov ?? null;
  return {
    ok: true,
    value: {
      ...rest,
      bus: bus === null ? null : { ...bus, line: config.lineOf(0x18) },
      extended:
        extended === null
          ? null
          : { ...extended, sriov: sriov && { ...sriov, line: config.lineOf(sriov.at) } },
    },
  };
}
