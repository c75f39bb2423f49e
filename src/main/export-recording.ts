/** Writes a recording into a file that is there wholly or not at all. */
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { ok, refuse } from '../shared/result';
import type { Result } from '../shared/result';
import type { CounterKind } from '../shared/model/counter';
import type { Recording } from '../shared/model/recording';
import type { Sample } from './document/recordings';
import { pdhHeader, pdhRow } from './interop/pdh-csv';

/** Samples that are written at once. */
const rowsAtOnce = 500;

export interface Exported {
  readonly recording: Recording;
  /** One per path of the recording. */
  readonly kinds: readonly CounterKind[];
  readonly computer: string;
  /** What the host's calendar adds to simulated time. */
  readonly dateOffsetMs: number;
  readonly samplesAfter: (at: number, count: number) => readonly Sample[];
}

/** False when `progress`, which gets the share that is done, has answered false. */
async function writeRows(
  file: FileHandle,
  { recording, kinds, computer, dateOffsetMs, samplesAfter }: Exported,
  progress: (share: number) => boolean,
): Promise<boolean> {
  await file.write(pdhHeader(computer, recording.paths));
  let earlier: Sample | null = null;
  for (let done = 0; ;) {
    if (!progress(recording.samples === 0 ? 1 : done / recording.samples)) return false;
    const samples = samplesAfter(earlier?.at ?? Number.MIN_SAFE_INTEGER, rowsAtOnce);
    if (samples.length === 0) break;
    let text = '';
    for (const sample of samples) {
      text += pdhRow(kinds, earlier, sample, dateOffsetMs);
      earlier = sample;
    }
    await file.write(text);
    done += samples.length;
  }
  await file.sync();
  return true;
}

/** `progress` gets the share that is done, and stops the work by answering false. */
export async function exportRecording(
  path: string,
  exported: Exported,
  progress: (share: number) => boolean,
): Promise<Result<{ exported: boolean }>> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    let whole = false;
    try {
      whole = await writeRows(file, exported, progress);
    } finally {
      await file.close();
    }
    if (whole) await rename(part, path);
    else await rm(part, { force: true });
    return ok({ exported: whole });
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    return refuse('recording.unwritable', `${path} cannot be written: ${detail}. Choose another place.`);
  }
}
