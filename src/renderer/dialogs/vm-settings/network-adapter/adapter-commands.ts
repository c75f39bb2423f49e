/** What the host is told about a VM's network adapters. */
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import type { SettingsDraft, Step } from '../settings-draft';
import { adapterPages, pageOf, pageWithField } from './adapter-draft';
import type { DraftedAdapter } from './adapter-draft';
import { changedSettings, freshValue, valueOf } from './adapter-value';
import type { AdapterSettings, AdapterValue } from './adapter-value';

/** Fields that are not called as the member of the command is. */
const fields: Readonly<Partial<Record<keyof AdapterSettings, keyof AdapterValue>>> = {
  vmqWeight: 'vmq',
  iovWeight: 'iov',
};

function isField(member: string): member is keyof AdapterValue {
  return member in freshValue('synthetic');
}

function places(page: string): Step['placeOf'] {
  return (member) => {
    const field = fields[member as keyof AdapterSettings] ?? member;
    return isField(field) ? { page: pageWithField(page, field), field } : undefined;
  };
}

function modification({ id: page, before, value }: DraftedAdapter): Step[] {
  if (before === null) return [];
  const members = changedSettings(valueOf(before), value);
  if (Object.keys(members).length === 0) return [];
  const input = { id: before.id, ...members };
  return [{ page, command: { name: 'adapter.modify', input }, placeOf: places(page) }];
}

function addition(vmId: string, { id: page, before, kind, value }: DraftedAdapter): Step[] {
  if (before !== null) return [];
  const members = changedSettings(freshValue(kind), value);
  const input = { vmId, kind, switchId: value.switchId, ...members };
  return [{ page, command: { name: 'adapter.add', input }, placeOf: places(page) }];
}

/** Removals before additions, as a VM holds only so many. */
export function adapterSteps(
  world: Pick<WorldView, 'adapter'>,
  vm: Vm,
  draft: SettingsDraft,
): readonly Step[] {
  const adapters = adapterPages(world, vm.id, draft);
  const removals = [...world.adapter.values()]
    .filter((adapter) => adapter.vmId === vm.id && draft.removed.includes(pageOf(adapter.id)))
    .map(({ id }): Step => {
      const page = pageOf(id);
      return { page, command: { name: 'adapter.remove', input: { id } }, placeOf: () => undefined };
    });
  return [
    ...removals,
    ...adapters.flatMap(modification),
    ...adapters.flatMap((adapter) => addition(vm.id, adapter)),
  ];
}
