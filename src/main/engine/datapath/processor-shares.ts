/**
 * How the hypervisor shares the host's processors when they cannot serve everybody: the root's own
 * work first, then every VM its reserve, and the rest by weight. Simplified: VMs are weighed as a
 * whole, and time is a fluid, without a scheduler's slices.
 */
import type { Resource } from './resource';

/** What a VM claims of the host's processors. */
export interface ProcessorClaim {
  /** Relative weight; counts against the other VMs' weights. */
  readonly weight: number;
  /** Cycles per second that it gets whatever the others want. */
  readonly reserve: number;
}

/** One VM that wants cycles. */
export interface Wanting extends ProcessorClaim {
  readonly wanted: number;
}

/** Rounds in which the root's work and what the VMs get settle on each other. */
const mostRounds = 16;
/** Share of the host's processors that may be left over. */
const settled = 1e-4;

/**
 * Shares an amount: nobody gets more than wanted nor less than reserved, as far as there is enough,
 * and otherwise everybody's part is to the weights as everybody else's. In the order of `all`.
 */
export function shareOut(amount: number, all: readonly Wanting[]): readonly number[] {
  const floors = all.map(({ wanted, reserve }) => Math.min(wanted, reserve));
  const reserved = floors.reduce((sum, floor) => sum + floor, 0);
  if (reserved >= amount) return floors.map((floor) => (floor * amount) / Math.max(reserved, 1));
  const level = levelFor(amount - reserved, all, floors);
  return all.map(({ weight, wanted }, index) =>
    Math.min(wanted, Math.max(floors[index] ?? 0, weight * level)),
  );
}

/** The amount per weight at which what is handed out beyond the floors comes to `rest`. */
function levelFor(rest: number, all: readonly Wanting[], floors: readonly number[]): number {
  const turns = all
    .flatMap(({ weight, wanted }, index) => [
      { at: (floors[index] ?? 0) / weight, rising: weight },
      { at: wanted / weight, rising: -weight },
    ])
    .sort((one, other) => one.at - other.at);
  let level = 0;
  let rising = 0;
  let left = rest;
  for (const turn of turns) {
    const taken = (turn.at - level) * rising;
    if (taken > left && rising > 0) return level + left / rising;
    left -= taken;
    level = turn.at;
    rising += turn.rising;
  }
  return level;
}

/** What was taken of a resource in the last filling. */
function takenOf({ served, wanted }: Resource): number {
  return served?.taken ?? wanted;
}

/** What the VM would take if nothing but its own processors held it. */
function wantingOf({ wanted, whole, claim }: Resource): Wanting {
  return { wanted: Math.min(wanted, whole), weight: claim?.weight ?? 0, reserve: claim?.reserve ?? 0 };
}

/** An amount given to the guests, and how much more than there is the host's processors do then. */
interface Try {
  readonly given: number;
  readonly excess: number;
}

/**
 * Restricts the VMs' processors until the host's suffice, and fills once more. `fillOnce` fills
 * anew with whatever restrictions there are. Restrictions stay until somebody lifts them.
 */
export function regulate(host: Resource, guests: readonly Resource[], fillOnce: () => void): void {
  host.restrictTo(Infinity);
  fillOnce();
  const wanting = guests.map(wantingOf);
  let low: Try = { given: 0, excess: -host.whole };
  let high: Try = { given: wanting.reduce((sum, { wanted }) => sum + wanted, 0), excess: excessOf(host) };
  for (let round = 0; round < mostRounds; round++) {
    // The root's work rises with the guests', almost in proportion.
    const given = low.given + ((high.given - low.given) * low.excess) / (low.excess - high.excess);
    const shares = shareOut(given, wanting);
    guests.forEach((guest, index) => {
      guest.restrictTo(shares[index] ?? 0);
    });
    fillOnce();
    const excess = excessOf(host);
    if (Math.abs(excess) <= settled * host.whole) break;
    // The end that stays counts for half, lest the other creep towards the answer.
    if (excess > 0)
      [low, high] = [
        { ...low, excess: low.excess / 2 },
        { given, excess },
      ];
    else
      [low, high] = [
        { given, excess },
        { ...high, excess: high.excess / 2 },
      ];
  }
  host.lift();
  fillOnce();
}

function excessOf(host: Resource): number {
  return takenOf(host) - host.whole;
}
