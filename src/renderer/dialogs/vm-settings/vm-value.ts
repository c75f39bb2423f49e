/** What the pages show of the VM itself, and the command that makes it so. */
import type { IntegrationServices } from '../../../shared/model/integration-services';
import type { DynamicMemory, Numa } from '../../../shared/model/memory';
import type { Vm } from '../../../shared/model/vm';
import type { VmSecurity } from '../../../shared/model/vm-security';
import type { SettingsDraft, Step } from './settings-draft';

/** Members as the pages edit them; figures are NaN while what is typed is none. */
export interface VmValue {
  readonly notes: string;
  readonly startupMemoryMb: number;
  readonly dynamicMemory: DynamicMemory;
  readonly numa: Numa;
  readonly compatibilityForMigration: boolean;
  readonly processors: number;
  readonly processorLimit: number;
  readonly processorReserve: number;
  readonly processorWeight: number;
  readonly integrationServices: IntegrationServices;
  readonly startAction: Vm['automaticStart']['action'];
  readonly startDelaySeconds: number;
  /** Null for generation 1. */
  readonly security: VmSecurity | null;
  readonly smartPagingFilePath: string;
  readonly stopAction: Vm['automaticStop'];
}

/** The VM as the host has it. */
function currentValue(vm: Vm): VmValue {
  const { processors, processorLimit, processorReserve, processorWeight } = vm;
  return {
    ...{ processors, processorLimit, processorReserve, processorWeight },
    notes: vm.notes,
    startupMemoryMb: vm.startupMemoryMb,
    dynamicMemory: vm.dynamicMemory,
    numa: vm.numa,
    compatibilityForMigration: vm.compatibilityForMigration,
    integrationServices: vm.integrationServices,
    startAction: vm.automaticStart.action,
    startDelaySeconds: vm.automaticStart.delaySeconds,
    stopAction: vm.automaticStop,
    security: vm.security,
    smartPagingFilePath: vm.smartPagingFilePath,
  };
}

/** The VM with the draft laid over it. */
export function valueOfVm(vm: Vm, draft: SettingsDraft): VmValue {
  return { ...currentValue(vm), ...draft.vm };
}

/** The draft with further changes of the VM itself. */
export function withVmEdit(draft: SettingsDraft, patch: Partial<VmValue>): SettingsDraft {
  return { ...draft, vm: { ...draft.vm, ...patch } };
}

/** Members that the host calls as the pages do and takes by one command. */
type Modifiable =
  | 'notes'
  | 'smartPagingFilePath'
  | 'compatibilityForMigration'
  | 'processors'
  | 'processorLimit'
  | 'processorReserve'
  | 'processorWeight';

/** One command for the members of a page that differ from what the host has; none where none does. */
export function modificationOf(
  page: string,
  vm: Vm,
  draft: SettingsDraft,
  members: readonly Modifiable[],
): readonly Step[] {
  const value = valueOfVm(vm, draft);
  const changed = members.filter((member) => value[member] !== vm[member]);
  if (changed.length === 0) return [];
  const input = { id: vm.id, ...Object.fromEntries(changed.map((member) => [member, value[member]])) };
  const placeOf: Step['placeOf'] = (name) => {
    const field = members.find((member) => member === name);
    return field === undefined ? undefined : { page, field };
  };
  return [{ page, command: { name: 'vm.modify', input }, placeOf }];
}

/** The members of `wanted` that differ from those of `present`. */
export function differing<T extends object>(present: T, wanted: T): Partial<T> {
  const names = Object.keys(wanted) as (keyof T)[];
  const changed = names.filter((name) => wanted[name] !== present[name]);
  return Object.fromEntries(changed.map((name) => [name, wanted[name]])) as Partial<T>;
}

/** Whether something typed is a whole number within the limits. */
export function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
