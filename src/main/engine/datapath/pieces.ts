/**
 * Functions through the origin made of straight pieces. Everything that a flow costs is one: so
 * much per packet, so much per interrupt, and the interrupts follow the packets piece by piece.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { Moderation } from './flow';

export interface Pieces {
  /** Where a piece ends and the next begins, rising; the last piece never ends. */
  readonly ends: readonly number[];
  /** One more than `ends`. */
  readonly slopes: readonly number[];
}

/** f(x) = `slope` * x. */
export function proportional(slope: number): Pieces {
  return { ends: [], slopes: [slope] };
}

/** f(x) = x, but never more than `limit`. */
function limited(limit: number): Pieces {
  return { ends: [limit], slopes: [1, 0] };
}

/** Of `count` alike things that share x evenly: each limit comes that many times. */
export function severally({ ends, slopes }: Pieces, count: number): Pieces {
  return { ends: ends.map((end) => end * count), slopes };
}

/** The slope of piece `index`. */
export function slopeOf(pieces: Pieces, index: number): number {
  return pieces.slopes[index] ?? 0;
}

/** The end of piece `index`; Infinity for the last. */
export function endOf(pieces: Pieces, index: number): number {
  return pieces.ends[index] ?? Infinity;
}

/** The piece that goes on from `x`. */
export function pieceAt(pieces: Pieces, x: number): number {
  const index = pieces.ends.findIndex((end) => end > x);
  return index === -1 ? pieces.ends.length : index;
}

export function valueAt(pieces: Pieces, x: number): number {
  let value = 0;
  let start = 0;
  for (let index = 0; start < x; index++) {
    const end = Math.min(endOf(pieces, index), x);
    value += (end - start) * slopeOf(pieces, index);
    start = end;
  }
  return value;
}

/**
 * Interrupts per second over packets per second with adaptive moderation: a full batch shares one,
 * but never more than the upper limit; packets that trickle in wait no longer than the lower
 * limit's interval, and no interrupt comes without a packet. Of a closed loop no more than
 * `outstanding` packets can come together; a lone one is never kept waiting.
 */
export function adaptiveInterrupts(
  { interrupts, moderation }: ModelParameters,
  outstanding = Infinity,
): Pieces {
  const batchPackets = Math.min(interrupts.batchPackets, outstanding);
  if (batchPackets <= 1) return proportional(1);
  const { adaptiveMinimum, adaptiveMaximum } = moderation;
  const at = (packets: number): number =>
    Math.min(packets, Math.max(adaptiveMinimum, Math.min(packets / batchPackets, adaptiveMaximum)));
  const ends = [adaptiveMinimum, adaptiveMaximum]
    .flatMap((limit) => [limit, limit * batchPackets])
    .filter((end) => end > 0)
    .sort((left, right) => left - right)
    .filter((end, index, all) => end !== all[index - 1]);
  const slopes = ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return (at(end) - at(start)) / (end - start);
  });
  // Beyond the last limit nothing rises any more.
  return { ends, slopes: [...slopes, 0] };
}

/** Interrupts per second that a fixed setting allows; Infinity when it moderates nothing. */
export function interruptLimit(
  moderation: Exclude<Moderation, 'adaptive'>,
  { moderation: limits }: ModelParameters,
): number {
  if (typeof moderation === 'object') return moderation.limitPerSecond;
  return moderation === 'off' ? Infinity : limits[moderation];
}

/** Interrupts per second over packets per second of a queue with the given setting. */
export function moderatedInterrupts(
  moderation: Moderation,
  parameters: ModelParameters,
  outstanding?: number,
): Pieces {
  if (moderation === 'adaptive') return adaptiveInterrupts(parameters, outstanding);
  const limit = interruptLimit(moderation, parameters);
  return limit === Infinity ? proportional(1) : limited(limit);
}
