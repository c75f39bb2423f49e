/**
 * Turns wall-clock time into simulated time: every tick the host advances by the time that has
 * passed, times the speed. The host itself never looks at a clock.
 */
import type { Clock } from '../shared/contract';
import type { Engine } from './engine/engine';

/** What the driver drives: a host, or whatever holds one. */
type Driven = Pick<Engine, 'now' | 'advance'>;

const tickMs = 100;
/** A process that was suspended does not race through the lost time. */
const longestTickMs = 1000;

export class Driver {
  readonly #speed: number;
  readonly #paused: boolean;
  readonly #engine: () => Driven;
  readonly #onTick: () => void;
  #last = performance.now();
  /** Fraction of a simulated millisecond not yet given to the host. */
  #rest = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(engine: () => Driven, settings: { speed: number; paused: boolean }, onTick: () => void) {
    this.#engine = engine;
    this.#speed = settings.speed;
    this.#paused = settings.paused;
    this.#onTick = onTick;
  }

  get clock(): Clock {
    return { now: this.#engine().now(), speed: this.#speed, paused: this.#paused };
  }

  start(): void {
    this.#last = performance.now();
    if (!this.#paused) this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    const passed = Math.min(now - this.#last, longestTickMs) * this.#speed + this.#rest;
    this.#last = now;
    const whole = Math.floor(passed);
    this.#rest = passed - whole;
    this.#engine().advance(whole);
    this.#onTick();
  }
}
