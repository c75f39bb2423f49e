/**
 * Seeded random numbers (sfc32: 128 bits of state, small and fast). Every user forks a stream of
 * its own by name, so that one more draw in one place shifts nothing in another.
 */

/** State of one stream: four unsigned 32-bit words. */
export type RandomState = readonly [number, number, number, number];

/** FNV-1a over the text's UTF-16 units, started from `seed`. */
function hash(seed: number, text: string): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(state: RandomState) {
    [this.#a, this.#b, this.#c, this.#counter] = state;
  }

  get state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#counter];
  }

  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number {
    const sum = (this.#a + this.#b + this.#counter) >>> 0;
    this.#counter = (this.#counter + 1) >>> 0;
    this.#a = (this.#b ^ (this.#b >>> 9)) >>> 0;
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** A random (version 4) GUID in lower case. */
  guid(): string {
    const hex = [0, 1, 2, 3].map(() => this.uint32().toString(16).padStart(8, '0')).join('');
    const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** All streams of one seed; saved and restored as plain data. */
export class RandomSource {
  readonly seed: number;
  readonly #streams = new Map<string, RandomStream>();

  constructor(seed: number, states: Readonly<Record<string, RandomState>> = {}) {
    this.seed = seed;
    for (const [name, state] of Object.entries(states)) this.#streams.set(name, new RandomStream(state));
  }

  /** The stream of that name; the first call derives it from the seed. */
  fork(name: string): RandomStream {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      stream = new RandomStream([
        hash(this.seed, `a${name}`),
        hash(this.seed, `b${name}`),
        this.seed >>> 0,
        1,
      ]);
      // The first numbers of nearby seeds resemble each other until the state has been mixed.
      for (let round = 0; round < 12; round += 1) stream.uint32();
      this.#streams.set(name, stream);
    }
    return stream;
  }

  save(): Record<string, RandomState> {
    const names = [...this.#streams.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, this.fork(name).state]));
  }
}
