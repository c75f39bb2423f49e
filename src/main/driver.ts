/**
 * Turns wall-clock time into simulated time: every tick the host advances by the time that has
 * passed, times the speed. The host itself never looks at a clock.
 */
import type { Clock } from '../shared/contract';
import type { Engine } from './engine/engine';

/** What the driver drives: a host, or whatever holds one. */
type Driven = Pick<Engine, 'now' | 'advance'>;

export type Pace = Pick<Clock, 'speed' | 'paused'>;

const tickMs = 100;
/** A process that was suspended does not race through the lost time. */
const longestTickMs = 1000;

export class Driver {
  #pace: Pace;
  readonly #engine: () => Driven;
  readonly #onTick: () => void;
  #last = performance.now();
  /** Fraction of a simulated millisecond not yet given to the host. */
  #rest = 0;
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(engine: () => Driven, { speed, paused }: Pace, onTick: () => void) {
    this.#engine = engine;
    this.#pace = { speed, paused };
    this.#onTick = onTick;
  }

  get clock(): Clock {
    return { now: this.#engine().now(), ...this.#pace };
  }

  start(): void {
    this.#running = true;
    this.#wind();
  }

  stop(): void {
    this.#running = false;
    this.#wind();
  }

  /** From now on at another pace; the time until now passes at the one before. */
  setPace(pace: Pace): void {
    if (this.#timer !== undefined) this.#tick();
    this.#pace = pace;
    this.#wind();
  }

  #wind(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!this.#running || this.#pace.paused) return;
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  #tick(): void {
    const now = performance.now();
    const passed = Math.min(now - this.#last, longestTickMs) * this.#pace.speed + this.#rest;
    this.#last = now;
    const whole = Math.floor(passed);
    this.#rest = passed - whole;
    this.#engine().advance(whole);
    this.#onTick();
  }
}
