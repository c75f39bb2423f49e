/**
 * What a VM's settings are being changed to: patches over the VM as the host has it, so that
 * whatever changes on the host meanwhile still shows where nobody has typed.
 */
import { adapterLimits, canAddOrRemove } from '../../../shared/model/adapter';
import type { Adapter, AdapterKind } from '../../../shared/model/adapter';
import { canDo } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { vmSettings as text } from '../../text/en/vm-settings';

/** What the pages of one network adapter hold; the check boxes stand for weights of 100 and 0. */
export interface AdapterValue {
  readonly switchId: string | null;
  readonly vmq: boolean;
  readonly iov: boolean;
}

/** An adapter that only the draft knows: what its pages hold is complete, for there is nothing below it. */
export interface AddedAdapter extends AdapterValue {
  readonly kind: AdapterKind;
}

/** Several pages' changes, none of them sent to the host yet. */
export interface SettingsDraft {
  /** Null while the name has not been touched. */
  readonly name: string | null;
  /** What was changed of adapters that exist, by page id. */
  readonly edits: Readonly<Record<string, Partial<AdapterValue>>>;
  /** Adapters to add, by page id. */
  readonly added: Readonly<Record<string, AddedAdapter>>;
  /** Pages of adapters to remove. */
  readonly removed: readonly string[];
}

/** One network adapter: of the VM, with the draft's changes, or still to be added. */
export interface AdapterPage {
  readonly id: string;
  /** The adapter as the host has it; null for one to add. */
  readonly before: Adapter | null;
  readonly kind: AdapterKind;
  readonly name: string;
  readonly value: AdapterValue;
}

/** A draft that changes nothing. */
export const noChanges: SettingsDraft = { name: null, edits: {}, added: {}, removed: [] };

/** Page id of an adapter that exists. */
export function pageOf(adapterId: string): string {
  return `adapter/${adapterId}`;
}

/** The adapter's value as the host has it. */
export function valueOf(adapter: Adapter): AdapterValue {
  return { switchId: adapter.switchId, vmq: adapter.vmqWeight > 0, iov: adapter.iovWeight > 0 };
}

/** The adapters' pages in the order of the tree: those of the VM, then the new ones. */
export function adapterPages(
  world: Pick<WorldView, 'adapter'>,
  vmId: string,
  draft: SettingsDraft,
): readonly AdapterPage[] {
  const existing = [...world.adapter.values()]
    .filter((adapter) => adapter.vmId === vmId && !draft.removed.includes(pageOf(adapter.id)))
    .map((before): AdapterPage => {
      const id = pageOf(before.id);
      const value = { ...valueOf(before), ...draft.edits[id] };
      return { id, before, kind: before.kind, name: before.name, value };
    });
  const added = Object.entries(draft.added).map(([id, { kind, ...value }]): AdapterPage => {
    return { id, before: null, kind, name: text.deviceNames[kind], value };
  });
  return [...existing, ...added];
}

/** Adds an adapter that is not connected; it exists in the draft alone. Answers with its page too. */
export function withNewAdapter(
  draft: SettingsDraft,
  kind: AdapterKind,
): { readonly draft: SettingsDraft; readonly page: string } {
  let number = 1;
  while (`new/${number}` in draft.added) number += 1;
  const page = `new/${number}`;
  // As the host makes them: the queue is on for what can have one, SR-IOV is off.
  const fresh: AddedAdapter = { kind, switchId: null, vmq: kind === 'synthetic', iov: false };
  return { draft: { ...draft, added: { ...draft.added, [page]: fresh } }, page };
}

/** Changes members of an adapter's pages, whether the adapter exists or is still to be added. */
export function withEdit(
  draft: SettingsDraft,
  page: AdapterPage,
  patch: Partial<AdapterValue>,
): SettingsDraft {
  if (page.before === null) {
    const added: AddedAdapter = { kind: page.kind, ...page.value, ...patch };
    return { ...draft, added: { ...draft.added, [page.id]: added } };
  }
  return { ...draft, edits: { ...draft.edits, [page.id]: { ...draft.edits[page.id], ...patch } } };
}

/** Drops an adapter that is still to be added, or marks one that exists for removal. */
export function withoutAdapter(draft: SettingsDraft, page: AdapterPage): SettingsDraft {
  if (page.before !== null) return { ...draft, removed: [...draft.removed, page.id] };
  const others = Object.entries(draft.added).filter(([id]) => id !== page.id);
  return { ...draft, added: Object.fromEntries(others) };
}

/** The devices that Add Hardware lists for the VM. */
export function addableKinds(vm: Vm): readonly AdapterKind[] {
  return vm.generation === 1 ? ['synthetic', 'legacy'] : ['synthetic'];
}

/** Why adapters of the kind cannot be added or removed now; undefined when they can. */
export function adaptersFixedReason(vm: Vm, kind: AdapterKind): string | undefined {
  if (canAddOrRemove(kind, vm)) return undefined;
  return vm.generation === 1 ? text.generation1NeedsOff : text.generation2NeedsOffOrRunning;
}

/** Why no further adapter of the kind can be added; undefined when one can. */
export function addRefusedReason(
  vm: Vm,
  pages: readonly AdapterPage[],
  kind: AdapterKind,
): string | undefined {
  const count = pages.filter((page) => page.kind === kind).length;
  if (count >= adapterLimits[kind]) return text.limitReached(text.deviceNames[kind], adapterLimits[kind]);
  return adaptersFixedReason(vm, kind);
}

/** Why the VM cannot be renamed now; undefined when it can. */
export function nameFixedReason(vm: Vm): string | undefined {
  return canDo('rename', vm) ? undefined : text.renameNotNow;
}

export type SettingsField = 'name' | keyof AdapterValue;

/** What is wrong, and where. `field` is null when no single field is to blame. */
export interface Problem {
  readonly page: string;
  readonly field: SettingsField | null;
  readonly message: string;
}

/** Id of the page with the VM's name. */
export const namePage = 'name';

/** What the host would refuse without looking at its state; null if all is well. */
export function validate(draft: SettingsDraft): Problem | null {
  if (draft.name === null) return null;
  const name = draft.name.trim();
  if (name === '') return { page: namePage, field: 'name', message: text.nameMissing };
  if (name.length > 100) return { page: namePage, field: 'name', message: text.nameTooLong };
  return null;
}
