/** Work that takes long: windows see how far it is, and the user may end it. */
import { setImmediate } from 'node:timers/promises';
import type { StreamMessage } from '../shared/contract';
import type { Work } from '../shared/model/document';

/** Less often than this, or the telling would cost more than the work. */
const tellEveryMs = 100;

/** One piece of work, from its beginning to its end. */
export interface LongTask {
  /** Tells the share that is done; answers whether the work is still wanted. */
  readonly report: (share: number) => boolean;
  readonly end: () => void;
}

interface Current {
  readonly kind: Work['kind'];
  cancelled: boolean;
  toldAt: number;
}

export class LongWork {
  readonly #send: (message: StreamMessage) => void;
  readonly #wall: () => number;
  #current: Current | null = null;
  /** Whether windows show work. */
  #shown = false;

  constructor(send: (message: StreamMessage) => void, wall: () => number) {
    this.#send = send;
    this.#wall = wall;
  }

  /** Begins a piece of work. One that is still under way is not wanted any more: only reading can be overtaken. */
  begin(kind: Work['kind']): LongTask {
    this.cancel();
    const task: Current = { kind, cancelled: false, toldAt: this.#wall() };
    this.#current = task;
    return {
      report: (share) => {
        if (!task.cancelled && this.#wall() - task.toldAt >= tellEveryMs) {
          task.toldAt = this.#wall();
          this.#shown = true;
          this.#send({ stream: 'work', work: { kind, share } });
        }
        return !task.cancelled;
      },
      end: () => {
        if (this.#current !== task) return;
        this.#current = null;
        if (!this.#shown) return;
        this.#shown = false;
        this.#send({ stream: 'work', work: null });
      },
    };
  }

  /**
   * Does work that comes in portions and yields the share that is done; between two of them the
   * program does whatever else there is to do. Null when it was cancelled.
   */
  async run<T>(kind: Work['kind'], portions: Generator<number, T, void>): Promise<T | null> {
    const task = this.begin(kind);
    try {
      for (;;) {
        const step = portions.next();
        if (step.done === true) return step.value;
        if (!task.report(step.value)) {
          // It clears away what is half done; what it would have answered is not wanted.
          portions.return(undefined as never);
          return null;
        }
        await setImmediate();
      }
    } finally {
      task.end();
    }
  }

  cancel(): void {
    if (this.#current !== null) this.#current.cancelled = true;
  }
}
