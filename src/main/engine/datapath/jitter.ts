/**
 * Percentiles of a one-way latency: a floor, a hump (Erlang of shape 4), now and then a long tail,
 * and the wait behind other packets where there is one. All parts but the hump are exponential, so
 * the probability to exceed a time has a closed form; percentiles are found by bisection.
 */
import { invariant } from '../kernel/invariant';

export interface Jitter {
  readonly floor: number;
  /** The closed form below is that of shape 4. */
  readonly gammaShape: number;
  readonly gammaScale: number;
  readonly tailProbability: number;
  readonly tailMean: number;
}

/** The wait behind other packets: how probable, and how long on average if there is one. */
export interface Wait {
  readonly probability: number;
  readonly mean: number;
}

const shape = 4;
/** Bisections until the answer is exact to less than a nanosecond. */
const bisections = 30;
/** Two means that lie closer are moved apart: the closed form divides by their difference. */
const apart = 0.02;

/** 1, z, z^2/2, z^3/6 for z = rate * x, as coefficients of the powers of x. */
function series(rate: number): readonly [number, number, number, number] {
  return [1, rate, (rate * rate) / 2, (rate * rate * rate) / 6];
}

function movedApart(mean: number, from: number): number {
  return Math.abs(mean / from - 1) < apart ? from * (1 + apart) : mean;
}

/** The distribution of a latency: P(latency > x) = e^(-x/scale) times a cubic, and further exponentials. */
export class Spread {
  readonly #cubic: [number, number, number, number] = [0, 0, 0, 0];
  readonly #exponentials: { mean: number; weight: number }[] = [];

  constructor(
    private readonly jitter: Jitter,
    wait: Wait,
  ) {
    const { gammaShape, tailProbability: tail, tailMean } = jitter;
    invariant(gammaShape === shape, `The jitter's hump has the shape ${gammaShape} instead of ${shape}.`);
    const waits = wait.mean > 0 ? wait.probability : 0;
    this.#addHump((1 - waits) * (1 - tail));
    this.#addWith(tailMean, (1 - waits) * tail);
    if (waits === 0) return;
    this.#addWith(wait.mean, waits * (1 - tail));
    // Two exponentials in a row are a combination of either alone.
    const other = movedApart(wait.mean, tailMean);
    this.#addWith(tailMean, (waits * tail * tailMean) / (tailMean - other));
    this.#addWith(other, (-waits * tail * other) / (tailMean - other));
  }

  #addHump(weight: number): void {
    series(1 / this.jitter.gammaScale).forEach(
      (term, power) => (this.#cubic[power] = (this.#cubic[power] ?? 0) + weight * term),
    );
  }

  /** The hump and an exponential wait after it. */
  #addWith(wanted: number, weight: number): void {
    const { gammaScale } = this.jitter;
    const mean = movedApart(wanted, gammaScale);
    const rate = 1 / gammaScale - 1 / mean;
    const share = weight / Math.pow(rate * gammaScale, shape);
    this.#addHump(weight);
    series(rate).forEach((term, power) => (this.#cubic[power] = (this.#cubic[power] ?? 0) - share * term));
    this.#exponentials.push({ mean, weight: share });
  }

  /** The probability that a packet takes longer than `microseconds`. */
  exceeds(microseconds: number): number {
    const x = microseconds - this.jitter.floor;
    if (x <= 0) return 1;
    const [one, linear, square, cube] = this.#cubic;
    let sum = Math.exp(-x / this.jitter.gammaScale) * (one + x * (linear + x * (square + x * cube)));
    for (const { mean, weight } of this.#exponentials) sum += weight * Math.exp(-x / mean);
    return sum;
  }

  /** The time that a packet exceeds with probability `1 - share`; microseconds. */
  percentile(share: number): number {
    const { floor, gammaScale } = this.jitter;
    let low = floor;
    let high = floor + gammaScale * shape;
    while (this.exceeds(high) > 1 - share) high += high - floor;
    for (let round = 0; round < bisections; round++) {
      const middle = (low + high) / 2;
      if (this.exceeds(middle) > 1 - share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}
