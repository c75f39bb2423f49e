/** A window that is not there: what serve, session and samples need of one. */
import type { Client } from '../../src/main/serve';
import { createServe } from '../../src/main/serve';
import { Samples } from '../../src/main/samples';
import { Session } from '../../src/main/session';
import { createEngine } from '../../src/main/engine/engine';
import { lspciHost } from '../../src/main/hosts/lspci-host';
import type { RequestArgument, RequestName, RequestOutput, StreamMessage } from '../../src/shared/contract';
import type { Result } from '../../src/shared/result';
import { ok } from '../../src/shared/result';
import { model, newEngine, startAt } from './engine';

export interface Console {
  readonly session: Session;
  readonly client: Client;
  /** Everything that was sent, oldest first. */
  readonly messages: StreamMessage[];
  /** How often the window said that it is ready. */
  readonly ready: () => number;
  readonly ask: <N extends RequestName>(
    name: N,
    input: RequestArgument<N>,
  ) => Promise<Result<RequestOutput<N>>>;
  /** Asks with whatever a hostile page might send. */
  readonly askRaw: (name: unknown, input: unknown) => Promise<Result<unknown>>;
}

/** A host served to one window. */
export function newConsole(chosenFile: { name: string; text: string } | null = null): Console {
  const messages: StreamMessage[] = [];
  const session = new Session(newEngine(), (message) => messages.push(message));
  let readyCount = 0;
  const client: Client = {
    samples: new Samples(),
    browse: () => Promise.resolve(ok(chosenFile)),
    ready: () => {
      readyCount += 1;
    },
    close: () => undefined,
  };
  const serve = createServe({
    session,
    clock: () => ({ now: session.engine.now(), speed: 1, paused: false }),
    engineFromLspci: (text) => {
      const hardware = lspciHost(text);
      return hardware.ok ? ok(createEngine({ seed: 1, startAt, hardware: hardware.value, model })) : hardware;
    },
  });
  return {
    session,
    client,
    messages,
    ready: () => readyCount,
    ask: (name, input) => serve(client, name, input) as never,
    askRaw: (name, input) => serve(client, name, input),
  };
}
