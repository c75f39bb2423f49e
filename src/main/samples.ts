/** Counter samples for one window: what it watches, and when the next sample of each is due. */
import type { RequestInput, StreamMessage } from '../shared/contract';
import type { CounterKind } from '../shared/model/counter';
import type { Engine } from './engine/engine';

interface Watched {
  readonly paths: readonly string[];
  readonly intervalMs: number;
  dueAt: number;
}

export class Samples {
  readonly #watches = new Map<string, Watched>();

  /** Starts a watch, or replaces the one of that name. */
  watch(engine: Engine, input: RequestInput<'counters.watch'>): { kinds: (CounterKind | null)[] } {
    this.#watches.set(input.watch, { paths: input.paths, intervalMs: input.intervalMs, dueAt: 0 });
    return { kinds: input.paths.map((path) => engine.counterKind(path)) };
  }

  unwatch(watch: string): void {
    this.#watches.delete(watch);
  }

  clear(): void {
    this.#watches.clear();
  }

  /** Sends a sample of everything that is watched, due or not. */
  sendAll(engine: Engine, send: (message: StreamMessage) => void): void {
    for (const [watch, { paths }] of this.#watches) this.#send(engine, watch, paths, send);
  }

  /** Sends every sample that is due at wall-clock time `wallMs`. */
  sendDue(engine: Engine, wallMs: number, send: (message: StreamMessage) => void): void {
    for (const [watch, watched] of this.#watches) {
      if (wallMs < watched.dueAt) continue;
      // The next one is due on the grid, so that a late tick does not shift all that follow.
      watched.dueAt = Math.max(watched.dueAt + watched.intervalMs, wallMs + watched.intervalMs / 2);
      this.#send(engine, watch, watched.paths, send);
    }
  }

  #send(
    engine: Engine,
    watch: string,
    paths: readonly string[],
    send: (message: StreamMessage) => void,
  ): void {
    const values = Float64Array.from(paths, (path) => engine.counterValue(path));
    send({ stream: 'sample', watch, at: engine.now(), values });
  }
}
