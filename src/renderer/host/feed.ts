/** Keeps the store abreast of the host: reads the world once, then follows the streams. */
import type { StoreApi } from 'zustand';
import type { RequestOutput, StreamMessage } from '../../shared/contract';
import type { HostPort } from '../../shared/host-port';
import { refuse } from '../../shared/result';
import { readAnswer } from './client';
import { eventCapacity } from './store';
import type { HostState } from './store';
import { emptyWorld, withChanges } from './world-state';

type Changed = Extract<StreamMessage, { stream: 'world.changed' }>;
type DocumentMessage = Extract<StreamMessage, { stream: 'document.changed' | 'work' | 'mishap' }>;
type Sample = Extract<StreamMessage, { stream: 'sample' }>;
type Reading = RequestOutput<'world.read'>;

export interface FeedOptions {
  readonly port: HostPort;
  readonly store: StoreApi<HostState>;
  /** Gets every counter sample; samples never enter the store. */
  readonly onSample: (sample: Sample) => void;
  /** Gets what concerns the document and not the world. */
  readonly onDocument?: (message: DocumentMessage) => void;
  /** Hears that another host, or another moment of this one, has taken the host's place. */
  readonly onReplaced?: () => void;
  /** Wall time in milliseconds. */
  readonly wall: () => number;
}

/**
 * Follows the host's streams. One instance lives as long as the page; `start` reads the world and
 * resolves when that has been done for the first time.
 */
export class HostFeed {
  readonly #options: FeedOptions;
  /** Null while a reading is under way: messages then wait, for the reading may be older than they are. */
  #sequence: number | null = null;
  #waiting: Changed[] = [];
  #readings = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Begins to listen, then reads: nothing that happens in between is lost. */
  start(): Promise<void> {
    this.#unsubscribe = this.#options.port.subscribe((message) => {
      this.#hear(message as StreamMessage);
    });
    return this.#read();
  }

  /** Listens no more; a reading still under way is dropped. */
  stop(): void {
    this.#readings += 1;
    this.#unsubscribe?.();
  }

  #hear(message: StreamMessage): void {
    const { store, wall, onSample } = this.#options;
    if (message.stream === 'sample') onSample(message);
    else if (message.stream === 'clock') store.setState({ clock: message.clock, clockHeardAt: wall() });
    else if (message.stream === 'world.replaced') {
      this.#waiting = [];
      this.#options.onReplaced?.();
      void this.#read();
    } else if (message.stream !== 'world.changed') this.#options.onDocument?.(message);
    else if (this.#sequence === null) this.#waiting.push(message);
    else this.#follow([message]);
  }

  async #read(): Promise<void> {
    const { port, store } = this.#options;
    this.#readings += 1;
    const mine = this.#readings;
    this.#sequence = null;
    const answer = await port
      .invoke('world.read', {})
      .then((text) => readAnswer<Reading>(text))
      .catch((error: unknown) => refuse('port.failed', String(error)));
    // Another reading was begun meanwhile; it will see everything that this one saw.
    if (mine !== this.#readings) return;
    if (answer.ok) this.#take(answer.value);
    else store.setState({ problem: answer.error });
  }

  #take(reading: Reading): void {
    const { store, wall } = this.#options;
    store.setState({
      ready: true,
      problem: null,
      world: withChanges(emptyWorld(), reading.changes),
      events: reading.events.slice(-eventCapacity),
      clock: reading.clock,
      clockHeardAt: wall(),
    });
    this.#sequence = reading.sequence;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#follow(waiting);
  }

  #follow(messages: readonly Changed[]): void {
    const known = this.#sequence ?? 0;
    const fresh = messages.filter((message) => message.sequence > known);
    const gap = fresh.findIndex((message, index) => message.sequence !== known + index + 1);
    const usable = gap === -1 ? fresh : fresh.slice(0, gap);
    const last = usable.at(-1);
    if (last !== undefined) {
      this.#sequence = last.sequence;
      this.#apply(usable);
    }
    // A message is missing: only a new reading tells what it said.
    if (gap !== -1) void this.#read();
  }

  #apply(messages: readonly Changed[]): void {
    const changes = messages.flatMap((message) => message.changes);
    const logged = messages.flatMap((message) => message.events);
    this.#options.store.setState((state) => ({
      world: withChanges(state.world, changes),
      events: logged.length === 0 ? state.events : [...state.events, ...logged].slice(-eventCapacity),
    }));
  }
}
