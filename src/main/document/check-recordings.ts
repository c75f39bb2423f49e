/** Whether the recordings of a file are what a document may hold; nothing in it is believed. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { maxRecordings, maxSamples, recordingSchema } from '../../shared/model/recording';
import { Damage } from './fault';

const numberBytes = 8;
const storedSchema = recordingSchema.omit({ samples: true });

function parsed(paths: unknown): unknown {
  try {
    return JSON.parse(String(paths));
  } catch {
    return null;
  }
}

/** Throws `Damage` unless every recording, with its samples, can be shown and continued at simulated time `now`. */
export function checkRecordings(db: DatabaseSyncInstance, now: number): void {
  const rows = db.prepare('SELECT * FROM recordings').all() as Record<string, unknown>[];
  const samples = db.prepare(
    'SELECT count(*) AS wrong FROM samples WHERE recording = ? AND (length(numbers) <> ? OR at < ? OR at > ?)',
  );
  let wrong = rows.length > maxRecordings;
  for (const row of rows) {
    const recording = storedSchema.safeParse({ ...row, paths: parsed(row['paths']) });
    if (!recording.success) throw new Damage('one of its recordings cannot be read.');
    const { id, paths, startedAt, endedAt } = recording.data;
    const end = endedAt ?? now;
    const bad = samples.get(id, paths.length * numberBytes, startedAt, end) as { wrong: number };
    wrong ||= bad.wrong > 0 || startedAt > end || end > now;
  }
  const { total, stray } = db
    .prepare(
      `SELECT count(*) AS total, count(*) FILTER (WHERE recording NOT IN (SELECT id FROM recordings)) AS stray
       FROM samples`,
    )
    .get() as { total: number; stray: number };
  if (wrong || stray > 0 || total > maxSamples) throw new Damage('its recordings contradict themselves.');
}
