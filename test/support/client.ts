/** A window that is not there: what serve, session and samples need of one. */
import type { Client } from '../../src/main/serve';
import { onTestFinished } from 'vitest';
import { createServe } from '../../src/main/serve';
import { Samples } from '../../src/main/samples';
import { Session } from '../../src/main/session';
import { Documents } from '../../src/main/documents';
import { LongWork } from '../../src/main/long-work';
import type { Pace } from '../../src/main/driver';
import type {
  Clock,
  RequestArgument,
  RequestName,
  RequestOutput,
  StreamMessage,
} from '../../src/shared/contract';
import type { DocumentState } from '../../src/shared/model/document';
import type { WindowRequest } from '../../src/shared/model/window';
import type { Result } from '../../src/shared/result';
import { ok } from '../../src/shared/result';
import { freshPath, restore } from './documents';
import { newEngine } from './engine';

export interface Console {
  readonly session: Session;
  readonly client: Client;
  /** Everything that was sent, oldest first. */
  readonly messages: StreamMessage[];
  /** What was sent about the document, which is not among the messages. */
  readonly told: DocumentState[];
  readonly documents: Documents;
  /** Windows that were opened, oldest first. */
  readonly opened: WindowRequest[];
  /** How often another document took the place of the one before. */
  readonly switches: () => number;
  /** What the user answers when asked for a document, or where to keep one. */
  readonly answers: { document: string | null; target: string | null; csv: string | null };
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
export function newConsole(
  chosenFile: { name: string; text: string } | null = null,
  wall = (): number => performance.now(),
): Console {
  const messages: StreamMessage[] = [];
  const told: DocumentState[] = [];
  const send = (message: StreamMessage): void => {
    if (message.stream === 'document.changed') told.push(message.document);
    else messages.push(message);
  };
  const folder = freshPath('data');
  const documents = new Documents({ folder, restore, now: () => '2026-01-05T09:00:00.000Z' });
  const answers: Console['answers'] = { document: null, target: null, csv: null };
  const tell = (): void => send({ stream: 'document.changed', document: documents.state(session) });
  const first = documents.create(newEngine());
  const session = new Session(first, { restore, send, onDocument: tell, wall });
  onTestFinished(() => session.close());
  let readyCount = 0;
  let switchCount = 0;
  let fullScreen = false;
  const opened: WindowRequest[] = [];
  const client: Client = {
    samples: new Samples(),
    browse: () => Promise.resolve(ok(chosenFile)),
    ready: () => {
      readyCount += 1;
    },
    close: () => undefined,
    openWindow: (request) => {
      opened.push(request);
      return ok({});
    },
    toggleFullScreen: () => (fullScreen = !fullScreen),
    chooseDocument: () => Promise.resolve(answers.document),
    chooseTarget: () => Promise.resolve(answers.target),
    chooseCsv: () => Promise.resolve(answers.csv),
  };
  let pace: Pace = { speed: 1, paused: false };
  const clock = (): Clock => ({ now: session.engine.now(), ...pace });
  const serve = createServe({
    session,
    documents,
    work: new LongWork(send, wall),
    newEngine: () => newEngine(),
    tell,
    restore,
    clock,
    setPace: (wanted) => {
      pace = wanted;
    },
    tellTime: () => {
      send({ stream: 'clock', clock: clock() });
      client.samples.sendAll(session.engine, send);
    },
    onSwitch: () => {
      switchCount += 1;
    },
    engineOn: (hardware) => newEngine({ hardware }),
  });
  return {
    session,
    client,
    messages,
    told,
    documents,
    answers,
    opened,
    switches: () => switchCount,
    ready: () => readyCount,
    ask: (name, input) => serve(client, name, input) as never,
    askRaw: (name, input) => serve(client, name, input),
  };
}
