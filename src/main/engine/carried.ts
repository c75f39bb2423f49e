/** What adapters got through when the data paths were last worked out, as far as nouns ask for it. */
import type { AdapterEnd } from './counters/publish';

export interface Carried {
  readonly adapterId: string;
  /** Both directions. */
  readonly packetsPerSecond: number;
  /** The root partition could not keep up. */
  readonly saturated: boolean;
}

/** One entry per adapter with traffic, in the order of the ends. */
export function carriedOf(ends: readonly AdapterEnd[]): Map<string, Carried> {
  const carried = new Map<string, Carried>();
  for (const [adapterId, rates] of ends) {
    const known = carried.get(adapterId);
    const packets = rates.send.packetsPerSecond + rates.receive.packetsPerSecond;
    const limitedBy = 'limitedBy' in rates ? rates.limitedBy : null;
    carried.set(adapterId, {
      adapterId,
      packetsPerSecond: (known?.packetsPerSecond ?? 0) + packets,
      saturated: known?.saturated === true || limitedBy === 'rootProcessor' || limitedBy === 'hostProcessors',
    });
  }
  return carried;
}
