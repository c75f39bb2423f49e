/** What adapters got through when the data paths were last worked out, as far as nouns ask for it. */
import type { AdapterEnd } from './counters/publish';

export interface Carried {
  readonly adapterId: string;
  /** Both directions. */
  readonly packetsPerSecond: number;
  /** The root partition could not keep up. */
  readonly saturated: boolean;
}

function addUp(ends: readonly AdapterEnd[]): Map<string, Carried> {
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

/** Few ask, and many solutions come and go unasked: they are added up only when somebody does. */
export class CarriedTraffic {
  #ends: readonly AdapterEnd[] = [];
  /** What was saved, as long as no solution has followed. */
  #saved: readonly Carried[] | null;

  constructor(saved: readonly Carried[]) {
    this.#saved = saved;
  }

  /** A new solution; one entry per adapter and flow that it is at an end of. */
  follow(ends: readonly AdapterEnd[]): void {
    this.#ends = ends;
    this.#saved = null;
  }

  of(adapterId: string): Carried | undefined {
    if (this.#saved !== null) return this.#saved.find((each) => each.adapterId === adapterId);
    return addUp(this.#ends.filter(([id]) => id === adapterId)).get(adapterId);
  }

  save(): readonly Carried[] {
    return this.#saved ?? [...addUp(this.#ends).values()];
  }
}
