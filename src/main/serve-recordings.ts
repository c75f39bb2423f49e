/** The requests that concern the recordings of counters. */
import type { RequestInput, RequestName, RequestOutput } from '../shared/contract';
import { maxRecordings, maxSamples } from '../shared/model/recording';
import type { NewRecording, Recording } from '../shared/model/recording';
import { theHost } from '../shared/model/world-view';
import { ok, refuse } from '../shared/result';
import type { Result } from '../shared/result';
import { exportRecording } from './export-recording';
import type { Client } from './serve';
import type { ServedDocuments } from './serve-documents';
import type { Session } from './session';

type RecordingRequest = Extract<RequestName, `recording.${string}`>;

type RecordingHandlers = {
  readonly [N in RecordingRequest]: (
    input: RequestInput<N>,
    client: Client,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

const ending = '.csv';

function known({ document }: Session, id: number): Result<Recording> {
  const found = document.recordings.list().find((recording) => recording.id === id);
  return found === undefined
    ? refuse('recording.notFound', 'The recording is not there any more.', 'id')
    : ok(found);
}

function start(session: Session, wanted: NewRecording): Result<{ id: number }> {
  const { engine } = session;
  const { recordings } = session.document;
  const stranger = wanted.paths.find((path) => engine.counterKind(path) === null);
  if (stranger !== undefined) {
    return refuse('counter.unknown', `The host has no counter ${stranger.slice(0, 200)}.`, 'paths');
  }
  if (new Set(wanted.paths).size < wanted.paths.length) {
    return refuse('counter.twice', 'A counter is named twice. Name each of them once.', 'paths');
  }
  if (recordings.full) {
    const most = maxSamples.toLocaleString('en');
    return refuse(
      'recording.full',
      `The document holds ${most} samples, the most it takes. Delete a recording.`,
    );
  }
  if (recordings.list().length >= maxRecordings) {
    return refuse(
      'recording.tooMany',
      `The document holds ${maxRecordings} recordings, the most it takes. Delete one.`,
    );
  }
  return session.record((each) =>
    ok({ id: each.start(wanted, engine.now(), (path) => engine.counterValue(path)) }),
  );
}

async function exportTo(
  served: ServedDocuments,
  client: Client,
  id: number,
): Promise<Result<{ exported: boolean }>> {
  const { session, work } = served;
  const named = known(session, id);
  if (!named.ok) return named;
  const chosen = await client.chooseCsv(named.value.name);
  if (chosen === null) return ok({ exported: false });
  const path = chosen.toLowerCase().endsWith(ending) ? chosen : `${chosen}${ending}`;
  // An undo, or another sample, would make two stories of one file.
  return session.standingStill(async () => {
    const found = known(session, id);
    if (!found.ok) return found;
    const { engine, document } = session;
    const task = work.begin('export');
    try {
      const exported = {
        recording: found.value,
        kinds: found.value.paths.map((each) => engine.counterKind(each) ?? 'gauge'),
        computer: theHost(engine.world).computerName.toUpperCase(),
        dateOffsetMs: theHost(engine.world).dateOffsetMs,
        samplesAfter: (at: number, count: number) => document.recordings.samplesAfter(id, at, count),
      };
      return await exportRecording(path, exported, task.report);
    } finally {
      task.end();
    }
  });
}

/** A handler for every request about recordings. */
export function recordingHandlers(served: ServedDocuments): RecordingHandlers {
  const { session } = served;
  return {
    'recording.start': (wanted) => start(session, wanted),
    'recording.stop': ({ id }) => {
      const found = known(session, id);
      if (!found.ok) return found;
      return session.record((recordings) => {
        recordings.stop(id, session.now());
        return ok({});
      });
    },
    'recording.remove': ({ id }) => {
      const found = known(session, id);
      if (!found.ok) return found;
      return session.record((recordings) => {
        recordings.remove(id);
        return ok({});
      });
    },
    'recording.list': () => {
      const { recordings } = session.document;
      return ok({ recordings: recordings.list(), full: recordings.full });
    },
    'recording.export': ({ id }, client) => exportTo(served, client, id),
  };
}
