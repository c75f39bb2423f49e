/** What a new recording is to hold: adapters to choose from, and the counters behind the choice. */
import { adapterPaths, rootPath } from '../../charts/traffic-series';
import type { NewRecording } from '../../../shared/model/recording';
import { maxIntervalMs, maxRecordedPaths, minIntervalMs } from '../../../shared/model/recording';
import type { WorldView } from '../../../shared/model/world-view';
import { recordings as text } from '../../text/en/recordings';

export interface RecordingDraft {
  readonly name: string;
  /** NaN while it is no number. */
  readonly seconds: number;
  readonly rootProcessor: boolean;
  readonly adapterIds: readonly string[];
}

export interface AdapterChoice {
  readonly id: string;
  readonly label: string;
  readonly paths: readonly string[];
}

/** More than this nobody reads through; the others are found by name. */
export const mostListed = 100;

/** Every adapter of a virtual machine, in the order of the names. */
export function adapterChoices(world: WorldView): readonly AdapterChoice[] {
  const choices = [...world.adapter.values()].flatMap((adapter) => {
    const vm = world.vm.get(adapter.vmId);
    return vm === undefined
      ? []
      : { id: adapter.id, label: text.adapter(vm.name, adapter.name), paths: adapterPaths(vm, adapter) };
  });
  return choices.sort((left, right) => left.label.localeCompare(right.label, 'en', { numeric: true }));
}

/** Those with the text in their name. */
export function found(choices: readonly AdapterChoice[], typed: string): readonly AdapterChoice[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' ? choices : choices.filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** The counters of the draft; an adapter that is gone has none. */
export function pathsOf(draft: RecordingDraft, choices: readonly AdapterChoice[]): readonly string[] {
  const chosen = new Set(draft.adapterIds);
  return [
    ...choices.filter(({ id }) => chosen.has(id)).flatMap(({ paths }) => paths),
    ...(draft.rootProcessor ? [rootPath] : []),
  ];
}

export function intervalError({ seconds }: RecordingDraft): string | undefined {
  const ms = seconds * 1000;
  return Number.isInteger(seconds) && ms >= minIntervalMs && ms <= maxIntervalMs
    ? undefined
    : text.intervalWrong;
}

/** Why it cannot be started; undefined when it can. */
export function obstacle(draft: RecordingDraft, choices: readonly AdapterChoice[]): string | undefined {
  if (draft.name.trim() === '') return text.nameMissing;
  const { length } = pathsOf(draft, choices);
  if (length === 0) return text.nothingChosen;
  return length > maxRecordedPaths ? text.tooMuch : intervalError(draft);
}

export function wanted(draft: RecordingDraft, choices: readonly AdapterChoice[]): NewRecording {
  return { name: draft.name, intervalMs: draft.seconds * 1000, paths: [...pathsOf(draft, choices)] };
}
