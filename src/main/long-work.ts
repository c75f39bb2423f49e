/** Work that takes long: windows see how far it is, and the user may end it. */
import type { StreamMessage } from '../shared/contract';
import type { Work } from '../shared/model/document';

/** Less often than this, or the telling would cost more than the work. */
const tellEveryMs = 100;

export class LongWork {
  readonly #send: (message: StreamMessage) => void;
  readonly #wall: () => number;
  #kind: Work['kind'] | null = null;
  #cancelled = false;
  #toldAt = 0;

  constructor(send: (message: StreamMessage) => void, wall: () => number) {
    this.#send = send;
    this.#wall = wall;
  }

  begin(kind: Work['kind']): void {
    this.#kind = kind;
    this.#cancelled = false;
    this.#toldAt = this.#wall();
  }

  /** Tells the share that is done; answers whether the work is still wanted. */
  readonly report = (share: number): boolean => {
    if (this.#kind !== null && this.#wall() - this.#toldAt >= tellEveryMs) {
      this.#toldAt = this.#wall();
      this.#send({ stream: 'work', work: { kind: this.#kind, share } });
    }
    return !this.#cancelled;
  };

  end(): void {
    this.#kind = null;
    this.#send({ stream: 'work', work: null });
  }

  cancel(): void {
    this.#cancelled = true;
  }
}
