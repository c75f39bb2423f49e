/**
 * Contract x host -> one request handler. Checks every payload, answers with data, never throws;
 * knows nothing of Electron. A request without a handler does not compile.
 */
import { requests } from '../shared/contract';
import type { Command, RequestInput, RequestName, RequestOutput } from '../shared/contract';
import { requireManagementService } from '../shared/model/host';
import { iommuView } from '../shared/model/iommu';
import type { TraceEntry } from '../shared/model/ndis-trace';
import type { Card } from '../shared/model/platform-outlook';
import { hasSubject } from '../shared/model/window';
import type { WindowRequest } from '../shared/model/window';
import { theHost } from '../shared/model/world-view';
import { hexOf } from '../shared/pcie/config-space';
import { ok, refuse } from '../shared/result';
import type { Result } from '../shared/result';
import { nicCatalogue } from './hardware/catalogue';
import { applicationProfiles } from './hardware/applications';
import { readTrafficCsv } from './interop/traffic-csv';
import type { Samples } from './samples';
import { viewRows } from './scripting/cmdlet-views';
import { documentHandlers } from './serve-documents';
import { lspciHandlers } from './serve-lspci';
import type { ServedLspci } from './serve-lspci';
import { recordingHandlers } from './serve-recordings';
import { timeHandlers } from './serve-time';
import type { ServedTime } from './serve-time';

/** A text file that the user has chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** The window that asks. */
export interface Client {
  readonly samples: Samples;
  /** Lets the user choose a text file; null when the user cancels. */
  browse(): Promise<Result<ChosenFile | null>>;
  /** Lets the user choose a document; null when the user cancels. */
  chooseDocument(): Promise<string | null>;
  /** Lets the user choose where a document is to be kept; null when the user cancels. */
  chooseTarget(name: string): Promise<string | null>;
  /** Lets the user choose where a recording is to be written; null when the user cancels. */
  chooseCsv(name: string): Promise<string | null>;
  ready(): void;
  close(): void;
  /** Opens another window, or brings it to the front. */
  openWindow(request: WindowRequest): Result<Record<string, never>>;
  /** Full screen and back; answers whether it is full screen now. */
  toggleFullScreen(): boolean;
}

export type Served = ServedLspci & ServedTime;

type Handlers = {
  readonly [N in RequestName]: (
    input: RequestInput<N>,
    client: Client,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

/** Newest events that a window gets with the world. */
const eventsWithWorld = 500;

export type Serve = (client: Client, name: unknown, input: unknown) => Promise<Result<unknown>>;

function cards(): Card[] {
  return nicCatalogue().map((model) => ({
    id: model.id,
    name: model.name.value,
    ports: model.ports.value,
    linkSpeedMbps: model.linkSpeedMbps.value,
    vfs: model.sriov?.usableVfs.value ?? 0,
  }));
}

function handlersFor(served: Served): Handlers {
  const { session, clock } = served;
  return {
    ...documentHandlers(served),
    ...lspciHandlers(served),
    ...recordingHandlers(served),
    ...timeHandlers(served),
    execute: ({ commands }) => session.execute(commands as Command[]),
    'world.read': () =>
      ok({
        sequence: session.sequence,
        clock: clock(),
        changes: session.everything(),
        events: [...session.engine.events(eventsWithWorld)],
      }),
    'counters.watch': (input, client) => ok(client.samples.watch(session.engine, input)),
    'counters.unwatch': ({ watch }, client) => {
      client.samples.unwatch(watch);
      return ok({});
    },
    'ndis.trace': ({ nicId, adapterId, count }) => {
      const wanted = (entry: TraceEntry): boolean =>
        (nicId === undefined || entry.nicId === nicId) &&
        (adapterId === undefined || entry.adapterId === adapterId);
      return ok({ entries: [...session.engine.trace(count, wanted)] });
    },
    'powershell.view': ({ cmdlet, ...which }) => {
      const { world } = session.engine;
      const managed = cmdlet.startsWith('Get-VM') ? requireManagementService(theHost(world)) : ok('host');
      return managed.ok ? ok({ rows: viewRows(world, cmdlet, which) }) : managed;
    },
    'iommu.view': () => ok(iommuView(session.engine.world)),
    'platform.outlook': (changes) => session.engine.outlook(changes),
    'hardware.cards': () => ok({ cards: cards() }),
    'pcie.read': ({ functionId }) => {
      const space = session.engine.configSpace(functionId);
      if (space !== null) return ok({ hex: hexOf(space.bytes), bars: [...space.silicon.bars] });
      const sentence = `The host has no PCI function ${functionId} now; take an address such as 0000:01:00.0, or 0000:01:00.0#0 for a VF.`;
      return refuse('pcie.unknownFunction', sentence, 'functionId');
    },
    'packet.trace': (question) => session.engine.tracePacket(question),
    'traffic.applications': () => ok(applicationProfiles()),
    'traffic.readCsv': ({ text }) => readTrafficCsv(text),
    'window.ready': (_input, client) => {
      client.ready();
      return ok({});
    },
    'window.close': (_input, client) => {
      client.close();
      return ok({});
    },
    'window.open': (request, client) =>
      hasSubject(session.engine.world, request)
        ? client.openWindow(request)
        : refuse('window.subjectNotFound', 'What the window is to show is not there any more.'),
    'window.toggleFullScreen': (_input, client) => ok({ fullScreen: client.toggleFullScreen() }),
  };
}

/** Builds the one function that answers every request of every window. */
export function createServe(served: Served): Serve {
  const handlers = handlersFor(served);

  async function answer<N extends RequestName>(
    client: Client,
    name: N,
    input: unknown,
  ): Promise<Result<unknown>> {
    const parsed = requests[name].input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const place = issue?.path.join('.') ?? '';
      return refuse(
        'input.invalid',
        `${name}: ${place === '' ? '' : `${place}: `}${issue?.message ?? ''}`,
        place,
      );
    }
    return handlers[name](parsed.data as RequestInput<N>, client);
  }

  return async (client, name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(requests, name)) {
      return refuse('request.unknown', 'The host knows no such request.');
    }
    try {
      return await answer(client, name as RequestName, input);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return refuse('internal', `The simulated host stopped at an internal error: ${detail}`);
    }
  };
}
