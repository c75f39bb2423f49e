/**
 * What the Virtual Switch Manager is being changed to: patches over the host's switches, so that
 * whatever changes on the host meanwhile still shows where nobody has typed.
 */
import type { SwitchType, VirtualSwitch } from '../../../shared/model/switch';
import { untouchedExtensions } from '../../../shared/model/switch-extensions';
import type { WorldView } from '../../../shared/model/world-view';
import { switchManager as text } from '../../text/en/switch-manager';
import type { MacRange } from './mac-range';

/** A switch as its pages show it; the VLAN counts while its box is ticked. */
export interface SwitchValue extends Omit<VirtualSwitch, 'id' | 'managementVlanId' | 'softwareRscEnabled'> {
  readonly vlan: boolean;
  readonly vlanId: number;
}

export type SwitchField = keyof SwitchValue | keyof MacRange;

/** Several pages' changes, none of them sent to the host yet. */
export interface ManagerDraft {
  /** Switches to create, by page id. */
  readonly added: Readonly<Record<string, SwitchValue>>;
  /** What was changed of switches that exist, by page id. */
  readonly edits: Readonly<Record<string, Partial<SwitchValue>>>;
  /** Pages of switches to remove. */
  readonly removed: readonly string[];
  /** Null while the range of MAC addresses has not been touched. */
  readonly macRange: MacRange | null;
}

/** One page: a switch of the host with the draft's changes, or one that is still to be created. */
export interface SwitchPage {
  readonly id: string;
  /** The switch as the host has it; null for a switch to create. */
  readonly before: VirtualSwitch | null;
  readonly value: SwitchValue;
}

/** A draft that changes nothing. */
export const noChanges: ManagerDraft = { added: {}, edits: {}, removed: [], macRange: null };

/** Page id of a switch that exists. */
export function pageOf(switchId: string): string {
  return `switch/${switchId}`;
}

/** Id of the child page Extensions. */
export function extensionsPageOf(switchPage: string): string {
  return `${switchPage}/extensions`;
}

/** What the box beside an empty check box shows (from memory). */
const proposedVlan = 2;

/** The switch's value as the host has it. */
export function valueOf(of: VirtualSwitch): SwitchValue {
  const { managementVlanId } = of;
  return { ...of, vlan: managementVlanId !== null, vlanId: managementVlanId ?? proposedVlan };
}

/** Whether the management operating system is on the switch too. */
export function sharesWithHost({ type, allowManagementOs }: SwitchValue): boolean {
  return type === 'Internal' || (type === 'External' && allowManagementOs);
}

/** The pages in the order of the tree: the host's switches by name, then the new ones. */
export function switchPages(world: Pick<WorldView, 'switch'>, draft: ManagerDraft): readonly SwitchPage[] {
  const existing = [...world.switch.values()]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((before) => {
      const id = pageOf(before.id);
      return { id, before, value: { ...valueOf(before), ...draft.edits[id] } };
    })
    .filter((page) => !draft.removed.includes(page.id));
  const added = Object.entries(draft.added).map(([id, value]) => ({ id, before: null, value }));
  return [...existing, ...added];
}

/** The page that would hold the physical adapter, `except` aside; undefined while it is free. */
export function holderOf(
  pages: readonly SwitchPage[],
  nicId: string,
  except?: string,
): SwitchPage | undefined {
  return pages.find(
    (page) => page.id !== except && page.value.type === 'External' && page.value.nicId === nicId,
  );
}

/** The first adapter in the computer that no page holds, or the first of all; null where there is none. */
function suggestedNic(world: Pick<WorldView, 'nic'>, pages: readonly SwitchPage[]): string | null {
  const nicIds = [...world.nic.values()].filter((nic) => nic.present).map((nic) => nic.id);
  return nicIds.find((id) => holderOf(pages, id) === undefined) ?? nicIds[0] ?? null;
}

/** The default name, numbered from the second use on: the host wants each name once. */
function freeName(pages: readonly SwitchPage[]): string {
  const taken = new Set(pages.map((page) => page.value.name.trim().toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? text.defaultName : `${text.defaultName} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Adds a switch of the type; it exists in the draft alone. Answers with the draft and the new page. */
export function withNewSwitch(
  world: Pick<WorldView, 'switch' | 'nic'>,
  draft: ManagerDraft,
  type: SwitchType,
): { readonly draft: ManagerDraft; readonly page: string } {
  let number = 1;
  while (`new/${number}` in draft.added) number += 1;
  const pages = switchPages(world, draft);
  const value: SwitchValue = {
    name: freeName(pages),
    notes: '',
    type,
    nicId: type === 'External' ? suggestedNic(world, pages) : null,
    allowManagementOs: true,
    vlan: false,
    vlanId: proposedVlan,
    ...untouchedExtensions,
    iovEnabled: false,
  };
  const page = `new/${number}`;
  return { draft: { ...draft, added: { ...draft.added, [page]: value } }, page };
}

/** Changes members of one page. A switch that becomes external starts with the defaults of a new one. */
export function withEdit(
  world: Pick<WorldView, 'switch' | 'nic'>,
  draft: ManagerDraft,
  page: SwitchPage,
  patch: Partial<SwitchValue>,
): ManagerDraft {
  const becomesExternal = patch.type === 'External' && page.value.nicId === null;
  const whole = becomesExternal
    ? { nicId: suggestedNic(world, switchPages(world, draft)), allowManagementOs: true, ...patch }
    : patch;
  if (page.before === null) {
    return { ...draft, added: { ...draft.added, [page.id]: { ...page.value, ...whole } } };
  }
  return { ...draft, edits: { ...draft.edits, [page.id]: { ...draft.edits[page.id], ...whole } } };
}

/** Drops a switch that is still to be created, or marks one that exists for removal. */
export function withoutSwitch(draft: ManagerDraft, page: SwitchPage): ManagerDraft {
  if (page.before !== null) return { ...draft, removed: [...draft.removed, page.id] };
  const others = Object.entries(draft.added).filter(([id]) => id !== page.id);
  return { ...draft, added: Object.fromEntries(others) };
}

/** What is wrong, and where. `field` is null when no single field is to blame. */
export interface Problem {
  readonly page: string;
  readonly field: SwitchField | null;
  readonly message: string;
}

function problemOf(value: SwitchValue): Omit<Problem, 'page'> | null {
  const name = value.name.trim();
  if (name === '') return { field: 'name', message: text.nameMissing };
  if (name.length > 100) return { field: 'name', message: text.nameTooLong };
  if (value.notes.length > 4000) return { field: 'notes', message: text.notesTooLong };
  if (value.type === 'External' && value.nicId === null) {
    return { field: 'nicId', message: text.adapterMissing };
  }
  const { vlan, vlanId } = value;
  const inRange = Number.isInteger(vlanId) && vlanId >= 1 && vlanId <= 4094;
  if (vlan && sharesWithHost(value) && !inRange) return { field: 'vlanId', message: text.vlanRange };
  return null;
}

/** The first thing on any page that the host would refuse without looking at its state; null if all is well. */
export function validate(pages: readonly SwitchPage[]): Problem | null {
  for (const page of pages) {
    const problem = problemOf(page.value);
    if (problem !== null) return { page: page.id, ...problem };
  }
  return null;
}
