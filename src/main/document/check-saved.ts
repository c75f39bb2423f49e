/** Whether what a file tells is a host at all. A file may come from anywhere, and nothing in it is believed. */
import { z } from 'zod';
import { eventSchema } from '../../shared/model/event';
import { traceEntrySchema } from '../../shared/model/ndis-trace';
import { changeSchema, kinds } from '../../shared/model/world-view';
import { storedKinds } from '../engine/engine';
import type { SavedEngine } from '../engine/engine';
import { Damage } from './fault';

const count = z.int().min(0);
const word = z.int().min(0).max(0xffffffff);

/** What the engine needs beside entities and counters; members that are not named here pass. */
const restSchema = z.looseObject({
  format: z.literal(1),
  seed: word,
  lastToken: count,
  random: z.record(z.string(), z.tuple([word, word, word, word])),
  timeline: z.object({
    now: z.int(),
    nextSequence: count,
    entries: z.array(
      z.object({
        at: z.int(),
        sequence: count,
        task: z.looseObject({ noun: z.string(), subject: z.string(), token: z.int() }),
      }),
    ),
  }),
  events: z.object({ nextSequence: count, entries: z.array(eventSchema) }),
  trace: z.object({ nextSequence: count, entries: z.array(traceEntrySchema) }),
  counters: z.object({
    now: z.number(),
    blocks: z.array(
      z.object({
        owner: z.string(),
        signature: z.string(),
        instances: z.array(z.object({ object: z.string(), name: z.string() })),
        base: z.array(z.number()),
        rate: z.array(z.number()),
        since: z.array(z.number()),
      }),
    ),
  }),
});

/** What the engine keeps to itself has no schema; its own invariants look after it. */
const untoldSchema = z.object({ kind: z.string(), id: z.string(), value: z.looseObject({}) });

function inOrder(entries: readonly { readonly sequence: number }[], next: number): boolean {
  return entries.every(({ sequence }, index) => sequence === next - entries.length + index);
}

/** Throws `Damage` unless the host can be continued. */
export function checkSaved(saved: SavedEngine): void {
  const rest = restSchema.safeParse(saved);
  if (!rest.success) {
    const issue = rest.error.issues[0];
    throw new Damage(`its ${issue?.path.slice(0, 2).join(' ') ?? 'state'} cannot be read.`);
  }
  const told: readonly string[] = kinds;
  for (const kind of storedKinds) {
    const ids = new Set<string>();
    for (const value of saved.entities[kind]) {
      const schema = told.includes(kind) ? changeSchema : untoldSchema;
      if (!schema.safeParse({ kind, id: value.id, value }).success || ids.has(value.id)) {
        throw new Damage(`one of its ${kind} entries cannot be read.`);
      }
      ids.add(value.id);
    }
  }
  const { timeline, events, trace } = saved;
  const sequences = new Set(timeline.entries.map((entry) => entry.sequence));
  const early = timeline.entries.some(
    ({ at, sequence }) => at < timeline.now || sequence >= timeline.nextSequence,
  );
  if (early || sequences.size !== timeline.entries.length)
    throw new Damage('its timeline contradicts itself.');
  if (!inOrder(events.entries, events.nextSequence)) throw new Damage('its event log has gaps.');
  if (!inOrder(trace.entries, trace.nextSequence)) throw new Damage('its trace has gaps.');
}
