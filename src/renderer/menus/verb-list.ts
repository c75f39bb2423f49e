/** Which verbs a selection allows; the pane, the menus and the keys all ask here. */
import { canDo } from '../../shared/model/vm';
import type { Vm, VmVerb } from '../../shared/model/vm';

/** A VM's verb, or one of the two that only open a window. */
export type VmAction = VmVerb | 'connect' | 'settings';

/** In the order of Hyper-V Manager's Actions pane. */
const order: readonly VmAction[] = [
  'connect',
  'settings',
  'start',
  'turnOff',
  'shutDown',
  'save',
  'pause',
  'resume',
  'reset',
  'rename',
  'delete',
  'deleteSavedState',
];

/** These open a window about one virtual machine. */
const singular: readonly VmAction[] = ['connect', 'settings', 'rename'];

function allows(action: VmAction, vm: Vm): boolean {
  return action === 'connect' || action === 'settings' || canDo(action, vm);
}

/**
 * The verbs that every one of `vms` allows now. While the host restarts nobody can be told to do
 * anything, so only the windows remain.
 */
export function actionsFor(vms: readonly Vm[], hostRunning: boolean): readonly VmAction[] {
  if (vms.length === 0) return [];
  return order.filter((action) => {
    if (vms.length > 1 && singular.includes(action)) return false;
    if (!hostRunning && action !== 'connect' && action !== 'settings') return false;
    return vms.every((vm) => allows(action, vm));
  });
}
