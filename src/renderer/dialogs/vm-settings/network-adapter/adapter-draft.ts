/** The network adapters of a VM as the draft would have them. */
import { adapterLimits, canAddOrRemove } from '../../../../shared/model/adapter';
import type { Adapter, AdapterKind } from '../../../../shared/model/adapter';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { vmSettings as text } from '../../../text/en/vm-settings';
import type { SettingsDraft, SettingsField } from '../settings-draft';
import { freshValue, valueOf } from './adapter-value';
import type { AddedAdapter, AdapterValue } from './adapter-value';

/** One network adapter: of the VM, with the draft's changes, or still to be added. */
export interface DraftedAdapter {
  /** Id of its first page. */
  readonly id: string;
  /** The adapter as the host has it; null for one to add. */
  readonly before: Adapter | null;
  readonly kind: AdapterKind;
  readonly name: string;
  readonly value: AdapterValue;
}

/** Page id of an adapter that exists. */
export function pageOf(adapterId: string): string {
  return `adapter/${adapterId}`;
}

/** Id of the child page Hardware Acceleration. */
export function accelerationPageOf(adapterPage: string): string {
  return `${adapterPage}/acceleration`;
}

/** Id of the child page Advanced Features. */
export function advancedPageOf(adapterPage: string): string {
  return `${adapterPage}/advanced`;
}

const onAcceleration: readonly SettingsField[] = ['vmq', 'ipsec', 'ipsecMaximumSas', 'iov'];
const onFirst: readonly SettingsField[] = [
  'switchId',
  'vlan',
  'vlanId',
  'bandwidth',
  'minimumMbps',
  'maximumMbps',
];

/** The page of an adapter that has the field. */
export function pageWithField(adapterPage: string, field: keyof AdapterValue): string {
  if (onFirst.includes(field)) return adapterPage;
  return onAcceleration.includes(field) ? accelerationPageOf(adapterPage) : advancedPageOf(adapterPage);
}

/** The adapters in the order of the list: those of the VM, then the new ones. */
export function adapterPages(
  world: Pick<WorldView, 'adapter'>,
  vmId: string,
  draft: SettingsDraft,
): readonly DraftedAdapter[] {
  const existing = [...world.adapter.values()]
    .filter((adapter) => adapter.vmId === vmId && !draft.removed.includes(pageOf(adapter.id)))
    .map((before): DraftedAdapter => {
      const id = pageOf(before.id);
      const value = { ...valueOf(before), ...draft.edits[id] };
      return { id, before, kind: before.kind, name: before.name, value };
    });
  const added = Object.entries(draft.added).map(([id, { kind, ...value }]): DraftedAdapter => {
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
  const fresh: AddedAdapter = { kind, ...freshValue(kind) };
  return { draft: { ...draft, added: { ...draft.added, [page]: fresh } }, page };
}

/** Changes members of an adapter's pages, whether the adapter exists or is still to be added. */
export function withEdit(
  draft: SettingsDraft,
  adapter: DraftedAdapter,
  patch: Partial<AdapterValue>,
): SettingsDraft {
  const { id, before, kind, value } = adapter;
  if (before === null) {
    const added: AddedAdapter = { kind, ...value, ...patch };
    return { ...draft, added: { ...draft.added, [id]: added } };
  }
  return { ...draft, edits: { ...draft.edits, [id]: { ...draft.edits[id], ...patch } } };
}

/** Drops an adapter that is still to be added, or marks one that exists for removal. */
export function withoutAdapter(draft: SettingsDraft, adapter: DraftedAdapter): SettingsDraft {
  if (adapter.before !== null) return { ...draft, removed: [...draft.removed, adapter.id] };
  const others = Object.entries(draft.added).filter(([id]) => id !== adapter.id);
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
  adapters: readonly DraftedAdapter[],
  kind: AdapterKind,
): string | undefined {
  const count = adapters.filter((adapter) => adapter.kind === kind).length;
  if (count >= adapterLimits[kind]) return text.limitReached(text.deviceNames[kind], adapterLimits[kind]);
  return adaptersFixedReason(vm, kind);
}

/** Why the address and the device's name cannot be changed now; undefined when they can. */
export function identityFixedReason(vm: Vm, adapter: DraftedAdapter): string | undefined {
  return vm.state === 'Off' || adapter.before === null ? undefined : text.needsOff;
}
