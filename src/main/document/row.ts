/** A saved host as rows, and back. Counters alone are binary: they are most of a large host. */
import { storedKinds } from '../engine/engine';
import type { SavedEngine, SavedRest, UnsavedEngine } from '../engine/engine';

export interface Row {
  readonly kind: string;
  readonly id: string;
  readonly place: number;
  readonly value: string | Uint8Array;
}

/** What a commit writes. */
export interface RowChanges {
  /** Rows without a place keep theirs, or get one from `order`. */
  readonly put: readonly (Omit<Row, 'place'> & { readonly place?: number })[];
  readonly gone: readonly { readonly kind: string; readonly id: string }[];
  /** Ids of the kinds whose rows came or went, in order. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** Numbered rows: those with a smaller number go. */
  readonly keptFrom: Readonly<Record<string, number>>;
}

type Counters = SavedEngine['counters']['blocks'][number];
type Saved = { readonly sequence: number };

const restKind = 'engine';
const counterKind = 'counters';
const numberBytes = 8;

function encodeCounters({ base, rate, since, ...named }: Counters): Uint8Array {
  const head = Buffer.from(JSON.stringify(named));
  const padded = Math.ceil((4 + head.length) / numberBytes) * numberBytes;
  const numbers = Float64Array.from([...base, ...rate, ...since]);
  const row = Buffer.alloc(padded + numbers.byteLength);
  row.writeUInt32LE(head.length, 0);
  head.copy(row, 4);
  Buffer.from(numbers.buffer).copy(row, padded);
  return row;
}

function decodeCounters(value: Uint8Array): Counters {
  const row = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const length = row.readUInt32LE(0);
  const padded = Math.ceil((4 + length) / numberBytes) * numberBytes;
  const named = JSON.parse(row.toString('utf8', 4, 4 + length)) as Omit<Counters, 'base' | 'rate' | 'since'>;
  // A copy: the database's bytes may begin where no number may.
  const numbers = [...new Float64Array(new Uint8Array(row.subarray(padded)).buffer)];
  const size = numbers.length / 3;
  return {
    ...named,
    base: numbers.slice(0, size),
    rate: numbers.slice(size, 2 * size),
    since: numbers.slice(2 * size),
  };
}

function entryRow(kind: string, entry: Saved): Row {
  return { kind, id: String(entry.sequence), place: entry.sequence, value: JSON.stringify(entry) };
}

/** Rows of what does not grow with the host, one per member. */
function restRows(rest: SavedRest, countersNow: number): Row[] {
  const members = Object.entries({ ...rest, counters: { now: countersNow } });
  return members.map(([id, value], place) => ({ kind: restKind, id, place, value: JSON.stringify(value) }));
}

/** All rows of a host. */
export function rowsOf({ entities, events, trace, counters, ...rest }: SavedEngine): Row[] {
  const small = {
    ...rest,
    events: { nextSequence: events.nextSequence },
    trace: { nextSequence: trace.nextSequence },
  };
  return [
    ...restRows(small, counters.now),
    ...Object.entries(entities).flatMap(([kind, all]) =>
      all.map((entity, place): Row => ({ kind, id: entity.id, place, value: JSON.stringify(entity) })),
    ),
    ...counters.blocks.map((block, place): Row => ({
      kind: counterKind,
      id: block.owner,
      place,
      value: encodeCounters(block),
    })),
    ...events.entries.map((entry) => entryRow('event', entry)),
    ...trace.entries.map((entry) => entryRow('trace', entry)),
  ];
}

/** The rows that differ from those last written. */
export function changedRows({ entities, order, events, trace, counters, rest }: UnsavedEngine): RowChanges {
  return {
    put: [
      ...restRows(rest, counters.now),
      ...entities.flatMap(({ kind, id, value }) =>
        value === null ? [] : { kind, id, value: JSON.stringify(value) },
      ),
      ...counters.blocks.map((block) => ({
        kind: counterKind,
        id: block.owner,
        value: encodeCounters(block),
      })),
      ...events.entries.map((entry) => entryRow('event', entry)),
      ...trace.entries.map((entry) => entryRow('trace', entry)),
    ],
    gone: [
      ...entities.filter(({ value }) => value === null),
      ...counters.gone.map((id) => ({ kind: counterKind, id })),
    ],
    order: counters.order === undefined ? order : { ...order, [counterKind]: counters.order },
    keptFrom: { event: events.keptFrom, trace: trace.keptFrom },
  };
}

/** The host that the rows tell of, in the order of their places. Throws when a row cannot be read. */
export function savedOf(rows: readonly Row[]): SavedEngine {
  const byKind = new Map<string, Row[]>();
  for (const row of [...rows].sort((left, right) => left.place - right.place)) {
    const known = byKind.get(row.kind);
    if (known === undefined) byKind.set(row.kind, [row]);
    else known.push(row);
  }
  const texts = (kind: string): unknown[] =>
    (byKind.get(kind) ?? []).map(({ value }) => JSON.parse(String(value)) as unknown);
  const rest = Object.fromEntries(
    (byKind.get(restKind) ?? []).map(({ id, value }) => [id, JSON.parse(String(value)) as object]),
  );
  const blocks = (byKind.get(counterKind) ?? []).map(({ value }) => decodeCounters(value as Uint8Array));
  return {
    ...rest,
    entities: Object.fromEntries(storedKinds.map((kind) => [kind, texts(kind)])),
    events: { ...rest['events'], entries: texts('event') },
    trace: { ...rest['trace'], entries: texts('trace') },
    counters: { ...rest['counters'], blocks },
    // What has been read is checked where the file is opened.
  } as unknown as SavedEngine;
}
