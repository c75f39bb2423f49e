/** What VMs do of themselves when the host goes down and when it comes up. */
import { canDo, isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { Context, Handler } from '../world/context';
import { atRest, begin, withStoppedUptime } from './lifecycle';

/** Nobody asks a VM that is on its way to rest for anything further. */
function comesToRest({ state }: Vm): boolean {
  return state === 'Saving' || state === 'Stopping';
}

function turnOff(context: Context, vm: Vm): void {
  context.world.put('vm', atRest(context, vm, 'Off'));
  context.log({ about: 'vm', what: 'turnedOff', vm });
}

/**
 * The VM's automatic stop action. A VM that cannot follow it is turned off (the simulator's
 * choice): one between two states cannot be saved, a guest that has not booted, or is not offered the
 * service that asks it, cannot be shut down.
 */
function stop(context: Context, vm: Vm): void {
  const { latencies } = context;
  if (vm.automaticStop === 'Save' && (vm.state === 'Running' || vm.state === 'Paused')) {
    begin(context, withStoppedUptime(vm, context.now), 'Saving', 'Saving', latencies.vmSaving);
    return;
  }
  if (vm.automaticStop === 'ShutDown' && canDo('shutDown', vm)) {
    const takes = vm.guest.responsive ? latencies.vmStopping : latencies.vmShutDownLimit;
    begin(context, vm, 'Stopping', 'Shutting Down', takes);
    return;
  }
  turnOff(context, vm);
}

/** The host goes down: every active VM stops as it has been told to. */
export function stopAutomatically(context: Context): void {
  for (const vm of [...context.world.vm.values()]) {
    // A VM whose automatic start is still to come is not started by a host that goes down.
    if (!isActive(vm)) context.world.put('vm', { ...vm, token: context.nextToken() });
    else if (!comesToRest(vm)) stop(context, { ...vm, ranBeforeRestart: true });
  }
}

function startsWithHost(vm: Vm): boolean {
  const { action } = vm.automaticStart;
  return action === 'Start' || (action === 'StartIfRunning' && vm.ranBeforeRestart);
}

/**
 * The host is up: VMs start as they have been told to, in the order in which they were created; one
 * that cannot start stays as it is. A delay is a timeline entry with the VM's token, so whatever is
 * done to the VM meanwhile overtakes it.
 */
export function startAutomatically(context: Context, startVm: Handler<{ id: string }>): void {
  for (const vm of [...context.world.vm.values()]) {
    const starts = startsWithHost(vm);
    const delayMs = vm.automaticStart.delaySeconds * 1000;
    const token = starts && delayMs > 0 ? context.nextToken() : vm.token;
    if (vm.ranBeforeRestart || token !== vm.token) {
      context.world.put('vm', { ...vm, ranBeforeRestart: false, token });
    }
    if (!starts) continue;
    if (delayMs > 0) context.schedule(delayMs, { noun: 'partition', subject: vm.id, token });
    else startVm(context, { id: vm.id });
  }
}
