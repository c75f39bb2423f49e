/** From the draft to one batch of commands, and from the batch's refusal back to a page. */
import type { Command } from '../../../shared/contract';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { adapterPages, namePage, pageOf, valueOf } from './settings-draft';
import type { AdapterPage, AdapterValue, Problem, SettingsDraft, SettingsField } from './settings-draft';

/** One command and the page that it comes from. */
export interface Step {
  readonly page: string;
  readonly command: Command;
}

type Modify = Extract<Command, { name: 'adapter.modify' }>['input'];

function weight(ticked: boolean): number {
  return ticked ? 100 : 0;
}

/** A box that was not touched writes nothing: a weight between 1 and 99 set elsewhere stays. */
function changed(before: AdapterValue, value: AdapterValue): Omit<Modify, 'id'> {
  return {
    ...(value.switchId === before.switchId ? {} : { switchId: value.switchId }),
    ...(value.vmq === before.vmq ? {} : { vmqWeight: weight(value.vmq) }),
    ...(value.iov === before.iov ? {} : { iovWeight: weight(value.iov) }),
  };
}

function modification(page: AdapterPage): Step[] {
  if (page.before === null) return [];
  const members = changed(valueOf(page.before), page.value);
  if (Object.keys(members).length === 0) return [];
  return [{ page: page.id, command: { name: 'adapter.modify', input: { id: page.before.id, ...members } } }];
}

function addition(vmId: string, page: AdapterPage): Step[] {
  if (page.before !== null) return [];
  const { kind, value } = page;
  // The host refuses weights on a legacy adapter, whose page has no boxes either.
  const weights = kind === 'legacy' ? {} : { vmqWeight: weight(value.vmq), iovWeight: weight(value.iov) };
  const input = { vmId, kind, switchId: value.switchId, ...weights };
  return [{ page: page.id, command: { name: 'adapter.add', input } }];
}

/** The batch that makes the draft true: removals before additions, as a VM holds only so many; may be empty. */
export function settingsSteps(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly Step[] {
  const pages = adapterPages(world, vm.id, draft);
  const name = draft.name?.trim() ?? vm.name;
  const rename: Step = { page: namePage, command: { name: 'vm.rename', input: { id: vm.id, name } } };
  const removals = [...world.adapter.values()]
    .filter((adapter) => adapter.vmId === vm.id && draft.removed.includes(pageOf(adapter.id)))
    .map(({ id }): Step => ({ page: pageOf(id), command: { name: 'adapter.remove', input: { id } } }));
  return [
    ...(name === vm.name ? [] : [rename]),
    ...removals,
    ...pages.flatMap(modification),
    ...pages.flatMap((page) => addition(vm.id, page)),
  ];
}

/** Id of the child page Hardware Acceleration. */
export function accelerationPageOf(adapterPage: string): string {
  return `${adapterPage}/acceleration`;
}

const fields: Readonly<Record<string, SettingsField>> = {
  name: 'name',
  switchId: 'switchId',
  vmqWeight: 'vmq',
  iovWeight: 'iov',
};

/** Where a refusal of the batch belongs: `commands.<index>.input.<member>` names command and field. */
export function problemFrom(error: Refusal, steps: readonly Step[]): Problem | null {
  const [, index, , member = ''] = error.field?.split('.') ?? [];
  const step = steps[Number(index)];
  if (step === undefined) return null;
  const field = fields[member] ?? null;
  const onChild = field === 'vmq' || field === 'iov';
  const page = onChild ? accelerationPageOf(step.page) : step.page;
  return { page, field, message: error.message };
}
