/** The present host and everybody who listens to it. Another host can take its place. */
import type { StreamMessage } from '../shared/contract';
import type { Change } from '../shared/model/world-view';
import { kinds } from '../shared/model/world-view';
import type { Engine } from './engine/engine';

export class Session {
  #engine: Engine;
  #unsubscribe: () => void;
  /** Number of the last `world.changed` message. */
  #sequence = 0;
  readonly #send: (message: StreamMessage) => void;

  /** `send` reaches every open window. */
  constructor(engine: Engine, send: (message: StreamMessage) => void) {
    this.#engine = engine;
    this.#send = send;
    this.#unsubscribe = this.#listen();
  }

  get engine(): Engine {
    return this.#engine;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Puts another host in the present one's place. */
  replace(engine: Engine): void {
    this.#unsubscribe();
    this.#engine = engine;
    this.#unsubscribe = this.#listen();
    this.#send({ stream: 'world.replaced' });
  }

  /** The whole world as changes from nothing. */
  everything(): Change[] {
    const { world } = this.#engine;
    return kinds.flatMap((kind) =>
      [...world[kind].values()].map((value) => ({ kind, id: value.id, value }) as Change),
    );
  }

  #listen(): () => void {
    return this.#engine.subscribe((changes, events) => {
      this.#sequence += 1;
      this.#send({
        stream: 'world.changed',
        sequence: this.#sequence,
        changes: [...changes],
        events: [...events],
      });
    });
  }
}
