/**
 * How an offered load changes by itself. The level at a moment is a function of the profile, the
 * moment at which it was set, and that moment alone, so it does not matter when anybody looks.
 */
import { z } from 'zod';

const mbps = z.number().min(0).max(400_000);
const longestMs = 7 * 24 * 3_600_000;
/** A day of one point per second, with room to spare. */
export const maxTracePoints = 100_000;

export const tracePointSchema = z.object({
  atMs: z.int().min(0).max(longestMs),
  sendMbps: mbps,
  receiveMbps: mbps,
});

const tracePointsSchema = z
  .array(tracePointSchema)
  .min(1)
  .max(maxTracePoints)
  .refine((points) => points.every(({ atMs }, index) => atMs > (points[index - 1]?.atMs ?? -1)), {
    error: 'The points of a trace must come in the order of their times, no two at one time.',
  });

export const shapeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('constant') }),
  /** From one share of the profile's rates to another; stays there. */
  z.object({
    kind: z.literal('ramp'),
    fromPercent: z.number().min(0).max(1000),
    toPercent: z.number().min(0).max(1000),
    durationMs: z.int().min(1).max(longestMs),
  }),
  /** The profile's rates for `onMs`, nothing for `offMs`, again and again. */
  z.object({
    kind: z.literal('burst'),
    onMs: z.int().min(10).max(longestMs),
    offMs: z.int().min(10).max(longestMs),
  }),
  /** Rates of its own: each point's hold until the next one's time; before the first there are none. */
  z.object({ kind: z.literal('trace'), points: tracePointsSchema, repeat: z.boolean() }),
]);

export type TrafficShape = z.infer<typeof shapeSchema>;
export type TracePoint = z.infer<typeof tracePointSchema>;

export const constantShape: TrafficShape = { kind: 'constant' };

/** Offered megabits per second of payload at one moment. */
export interface TrafficLevel {
  readonly sendMbps: number;
  readonly receiveMbps: number;
}

export interface ShapedLoad extends TrafficLevel {
  readonly shape: TrafficShape;
}

const nothing: TrafficLevel = { sendMbps: 0, receiveMbps: 0 };

function scaled({ sendMbps, receiveMbps }: TrafficLevel, factor: number): TrafficLevel {
  return { sendMbps: sendMbps * factor, receiveMbps: receiveMbps * factor };
}

/** Milliseconds into the shape at which it stands at `now`; a ramp moves on a grid of `stepMs` that all ramps share. */
function elapsedAt(shape: TrafficShape, since: number, now: number, stepMs: number): number {
  const moment =
    shape.kind === 'ramp' && now < since + shape.durationMs ? Math.floor(now / stepMs) * stepMs : now;
  return Math.max(0, moment - since);
}

/** Index of the last point at or before `elapsed`; -1 before the first. */
function pointBefore(points: readonly TracePoint[], elapsed: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.atMs ?? Infinity) <= elapsed) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The length of one round of a trace: its last point marks the end. */
function roundMs(points: readonly TracePoint[]): number {
  return points[points.length - 1]?.atMs ?? 0;
}

/** Where a trace that has run for `elapsed` stands, in milliseconds into the present round. */
function traceTime(shape: Extract<TrafficShape, { kind: 'trace' }>, elapsed: number): number {
  const round = roundMs(shape.points);
  return shape.repeat && round > 0 ? elapsed % round : elapsed;
}

/**
 * The load at simulated time `now` of a profile that was set at `since`; both in milliseconds.
 * `stepMs`: how often a ramp changes.
 */
export function levelAt(load: ShapedLoad, since: number, now: number, stepMs: number): TrafficLevel {
  const { shape } = load;
  const elapsed = elapsedAt(shape, since, now, stepMs);
  switch (shape.kind) {
    case 'constant':
      return load;
    case 'ramp': {
      const done = Math.min(1, elapsed / shape.durationMs);
      return scaled(load, (shape.fromPercent + (shape.toPercent - shape.fromPercent) * done) / 100);
    }
    case 'burst':
      return elapsed % (shape.onMs + shape.offMs) < shape.onMs ? load : nothing;
    case 'trace':
      return shape.points[pointBefore(shape.points, traceTime(shape, elapsed))] ?? nothing;
  }
}

/** The first moment after `now` at which the load may change; null when it never will again. */
export function nextChangeAt(
  { shape }: ShapedLoad,
  since: number,
  now: number,
  stepMs: number,
): number | null {
  switch (shape.kind) {
    case 'constant':
      return null;
    case 'ramp': {
      const end = since + shape.durationMs;
      return now >= end ? null : Math.min(end, (Math.floor(now / stepMs) + 1) * stepMs);
    }
    case 'burst': {
      const { onMs, offMs } = shape;
      const into = (now - since) % (onMs + offMs);
      return now - into + (into < onMs ? onMs : onMs + offMs);
    }
    case 'trace': {
      const { points } = shape;
      const time = traceTime(shape, now - since);
      const next = points[pointBefore(points, time) + 1];
      if (next !== undefined) return now + next.atMs - time;
      return null;
    }
  }
}
