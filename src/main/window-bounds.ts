/** Where windows of each kind were when they were last closed: a small file beside the program's other settings. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from './write-whole';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const schema = z.record(z.string(), boundsSchema);

/** Pixels of the screen, the window's frame included. */
export type Bounds = z.infer<typeof boundsSchema>;

/** How far a window stands below and to the right of one that is where it would be. */
const cascade = 24;

export class WindowBounds {
  readonly #file: string;
  #bounds: Readonly<Record<string, Bounds>>;

  constructor(file: string) {
    this.#file = file;
    this.#bounds = read(file);
  }

  /** Undefined for a kind of which none has been open. */
  of(kind: string): Bounds | undefined {
    return Object.hasOwn(this.#bounds, kind) ? this.#bounds[kind] : undefined;
  }

  remember(kind: string, bounds: Bounds): void {
    this.#bounds = { ...this.#bounds, [kind]: bounds };
    writeWhole(this.#file, JSON.stringify(this.#bounds));
  }
}

function read(file: string): Record<string, Bounds> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Beside windows that are where it would be, and wholly on the screen, whose size may be another one than last time. */
export function placed(wanted: Bounds, screen: Bounds, others: readonly Bounds[]): Bounds {
  const width = Math.min(wanted.width, screen.width);
  const height = Math.min(wanted.height, screen.height);
  const fit = (at: number, from: number, room: number): number => Math.min(Math.max(at, from), from + room);
  const at = (step: number): Bounds => ({
    x: fit(wanted.x + step * cascade, screen.x, screen.width - width),
    y: fit(wanted.y + step * cascade, screen.y, screen.height - height),
    width,
    height,
  });
  const isFree = ({ x, y }: Bounds): boolean => others.every((other) => other.x !== x || other.y !== y);
  const steps = Array.from({ length: others.length + 1 }, (_, step) => at(step));
  return steps.find(isFree) ?? at(0);
}
