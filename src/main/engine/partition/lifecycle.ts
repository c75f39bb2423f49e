/**
 * The states of a child partition. Every transition that takes time puts the VM into its
 * intermediate state and leaves a timeline entry; a later command replaces the VM's token and so
 * overtakes the entry.
 */
import type { Vm, VmState } from '../../../shared/model/vm';
import { uptimeAt } from '../../../shared/model/vm';
import { invariant } from '../kernel/invariant';
import type { Context, Handler, VmHappening } from '../world/context';

/** Begins a transition that ends after `durationMs`; `text` is the caption of the Status column. */
export function begin(
  context: Context,
  vm: Vm,
  state: VmState,
  text: string | null,
  durationMs: number,
): void {
  const token = context.nextToken();
  const task = text === null ? null : { text, startedAt: context.now, durationMs };
  context.world.put('vm', { ...vm, state, task, token });
  context.schedule(durationMs, { noun: 'partition', subject: vm.id, token });
}

/** The VM at rest: no uptime, no guest; whatever was under way is overtaken. A saved one keeps its memory's size. */
export function atRest(context: Context, vm: Vm, state: 'Off' | 'Saved'): Vm {
  // A hang does not outlive the guest that hangs.
  const guest = { ...vm.guest, state: 'off' as const, responsive: true };
  const memory = state === 'Off' ? null : vm.memory;
  const token = context.nextToken();
  return { ...vm, state, task: null, token, uptimeMs: 0, runningSince: null, guest, memory };
}

/** Stops the uptime clock and keeps what it shows. */
export function withStoppedUptime(vm: Vm, now: number): Vm {
  return { ...vm, uptimeMs: uptimeAt(vm, now), runningSince: null };
}

/** Runs the VM; a guest that is still booting gets the time it needs. */
function run(context: Context, vm: Vm, guest: 'booting' | 'running'): void {
  const token = context.nextToken();
  const running: Vm = {
    ...vm,
    state: 'Running',
    task: null,
    token,
    runningSince: context.now,
    guest: { ...vm.guest, state: guest },
  };
  context.world.put('vm', running);
  if (guest === 'booting') {
    context.schedule(context.latencies.guestBoot, { noun: 'partition', subject: vm.id, token });
  }
}

function finish(context: Context, vm: Vm, state: 'Off' | 'Saved', what: VmHappening): void {
  context.world.put('vm', atRest(context, vm, state));
  context.log({ about: 'vm', what, vm });
}

/**
 * Ends whatever the VM was doing when its timeline entry was made. The only entry of a VM at rest
 * is the delay of its automatic start; `startVm` starts it as a person would.
 */
export function completeTransition(
  context: Context,
  vmId: string,
  token: number,
  startVm: Handler<{ id: string }>,
): void {
  const vm = context.world.vm.get(vmId);
  if (vm?.token !== token) return;
  switch (vm.state) {
    case 'Off':
    case 'Saved':
      startVm(context, { id: vm.id });
      return;
    case 'Starting':
      run(context, vm, vm.guest.state === 'running' ? 'running' : 'booting');
      context.log({ about: 'vm', what: 'started', vm });
      return;
    case 'Reset':
      return run(context, vm, 'booting');
    case 'Resuming':
      run(context, vm, vm.guest.state === 'running' ? 'running' : 'booting');
      context.log({ about: 'vm', what: 'resumed', vm });
      return;
    case 'Running':
      context.world.put('vm', { ...vm, guest: { ...vm.guest, state: 'running' } });
      return;
    case 'Stopping':
      // Whoever hangs never answered the request; its time is over.
      return finish(context, vm, 'Off', vm.guest.responsive ? 'shutDown' : 'turnedOff');
    case 'Saving':
      return finish(context, vm, 'Saved', 'saved');
    case 'Pausing':
      context.world.put('vm', { ...vm, state: 'Paused', task: null });
      context.log({ about: 'vm', what: 'paused', vm });
      return;
    case 'Paused':
      invariant(false, `Nothing was under way for the paused VM '${vm.name}'.`);
  }
}
