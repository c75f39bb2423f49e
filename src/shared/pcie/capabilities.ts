/** The two linked lists of capabilities: walking them, and hiding one as firmware does. */
import { Registers } from './config-space';
import { header, headerType, status } from './registers';

/** Offsets by capability ID, or the pointer that leads back and so never ends. */
export type Walk =
  | { readonly ok: true; readonly found: ReadonlyMap<number, number> }
  | { readonly ok: false; readonly from: number; readonly to: number };

const firstExtended = 0x100;

/** Offsets of the capabilities by ID; the first one counts where an ID occurs twice. */
export function walkCapabilities(space: Registers): Walk {
  const found = new Map<number, number>();
  const hasList = (space.get16(header.status) & status.capabilityList) !== 0;
  const layout = space.get8(header.type) & headerType.layout;
  // A CardBus bridge keeps its pointer where others have a BAR.
  const pointerAt = layout === headerType.cardBus ? 0x14 : header.capabilities;
  const visited = new Set<number>();
  let from: number = pointerAt;
  let where = hasList ? space.get8(pointerAt) & 0xfc : 0;
  while (where >= 0x40) {
    if (visited.has(where)) return { ok: false, from, to: where };
    visited.add(where);
    const id = space.get8(where);
    if (id === 0xff) break;
    if (!found.has(id)) found.set(id, where);
    from = where;
    where = space.get8(where + 1) & 0xfc;
  }
  return { ok: true, found };
}

/** Offsets of the extended capabilities by ID, in a space of 4,096 bytes. */
export function walkExtendedCapabilities(space: Registers): Walk {
  const found = new Map<number, number>();
  const visited = new Set<number>();
  let from = firstExtended;
  let where = firstExtended;
  while (where >= firstExtended) {
    if (visited.has(where)) return { ok: false, from, to: where };
    visited.add(where);
    const head = space.get32(where);
    if (head === 0 || head === 0xffff_ffff) break;
    const id = head & 0xffff;
    // ID 0 is the null capability, which only keeps its place in the list.
    if (id !== 0 && !found.has(id)) found.set(id, where);
    from = where;
    where = (head >>> 20) & 0xffc;
  }
  return { ok: true, found };
}

/** Where a capability lies; undefined without it. */
export function findCapability(bytes: Uint8Array, id: number): number | undefined {
  const walk = walkCapabilities(new Registers(bytes));
  return walk.ok ? walk.found.get(id) : undefined;
}

/** Where an extended capability lies; undefined without it or in a conventional space. */
export function findExtended(bytes: Uint8Array, id: number): number | undefined {
  if (bytes.length <= firstExtended) return undefined;
  const walk = walkExtendedCapabilities(new Registers(bytes));
  return walk.ok ? walk.found.get(id) : undefined;
}

/** Takes the extended capability at `at` out of the list; its other registers stay. */
export function hideExtended(bytes: Uint8Array, at: number): void {
  const space = new Registers(bytes);
  const next = space.get32(at) >>> 20;
  if (at === firstExtended) {
    // The list begins here, so a null capability holds the place.
    space.set32(at, next << 20);
    return;
  }
  const before = entryBefore(space, at);
  if (space.get32(before) >>> 20 === at) setNext(space, before, next);
}

/** Puts the extended capability at `at` into the list, unless it is there already. */
export function showExtended(bytes: Uint8Array, at: number, id: number, version: number): void {
  const space = new Registers(bytes);
  if (at === firstExtended) {
    space.set32(at, (space.get32(at) & 0xfff0_0000) | (version << 16) | id);
    return;
  }
  const before = entryBefore(space, at);
  if (space.get32(before) >>> 20 === at) return;
  space.set32(at, (version << 16) | id);
  setNext(space, before, at);
}

/** The entry that leads to `at`, or the last one of the list. */
function entryBefore(space: Registers, at: number): number {
  let where = firstExtended;
  for (;;) {
    const next = space.get32(where) >>> 20;
    if (next === 0 || next === at) return where;
    where = next;
  }
}

function setNext(space: Registers, at: number, next: number): void {
  space.set32(at, (space.get32(at) & 0xf_ffff) | (next << 20));
}
