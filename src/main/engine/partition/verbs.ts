/** The verbs of the Actions pane: start, stop, save, pause and their kin. */
import type { Commands } from '../../../shared/contract';
import { memoryToStartMb } from '../../../shared/model/memory';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { findVmFor } from './find';
import { availableMemoryMb, makeRoom, memoryAfterReset, withFreshMemory } from './balancer';
import { atRest, begin, withStoppedUptime } from './lifecycle';
import { requireNumaFit } from './numa';
import { requireReserve } from './processor-reserve';

type Target = Commands['vm.start'];

export function start(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'start', id);
  if (!found.ok) return found;
  const vm = found.value;
  const { latencies } = context;
  const neededMb = memoryToStartMb(vm);
  const availableMb = availableMemoryMb(context);
  if (neededMb > availableMb) {
    const short = `${neededMb} MB are needed, ${availableMb} MB are available`;
    return refuse(
      'vm.notEnoughMemory',
      `'${vm.name}' failed to start. Not enough memory in the system to start the virtual machine (${short}).`,
    );
  }
  const fits = requireNumaFit(context, vm);
  if (!fits.ok) return fits;
  const reserved = requireReserve(context, vm, `'${vm.name}' failed to start.`, 'id');
  if (!reserved.ok) return reserved;
  makeRoom(context, neededMb);
  // A saved VM goes on with the guest it had; its memory is read back first.
  if (vm.state === 'Saved') {
    const guest = { ...vm.guest, state: 'running' as const };
    begin(context, { ...vm, guest }, 'Starting', 'Restoring', latencies.vmRestoring);
  } else {
    begin(context, withFreshMemory(vm, vm.startupMemoryMb), 'Starting', 'Starting', latencies.vmStarting);
  }
  return ok(id);
}

export function turnOff(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'turnOff', id);
  if (!found.ok) return found;
  context.world.put('vm', atRest(context, found.value, 'Off'));
  context.log({ about: 'vm', what: 'turnedOff', vm: found.value });
  return ok(id);
}

export function shutDown(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'shutDown', id);
  if (!found.ok) return found;
  if (!found.value.guest.responsive) {
    return refuse(
      'guest.notResponding',
      `'${found.value.name}' failed to shut down: its guest operating system does not answer. Turn it off instead.`,
      'id',
    );
  }
  begin(context, found.value, 'Stopping', 'Shutting Down', context.latencies.vmStopping);
  return ok(id);
}

export function save(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'save', id);
  if (!found.ok) return found;
  begin(context, withStoppedUptime(found.value, context.now), 'Saving', 'Saving', context.latencies.vmSaving);
  return ok(id);
}

export function pause(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'pause', id);
  if (!found.ok) return found;
  begin(context, withStoppedUptime(found.value, context.now), 'Pausing', null, context.latencies.vmPausing);
  return ok(id);
}

export function resume(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'resume', id);
  if (!found.ok) return found;
  begin(context, found.value, 'Resuming', null, context.latencies.vmResuming);
  return ok(id);
}

export function reset(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'reset', id);
  if (!found.ok) return found;
  const vm = found.value;
  const rebooting: Vm = {
    ...withFreshMemory(vm, memoryAfterReset(context, vm)),
    uptimeMs: 0,
    runningSince: null,
    guest: { ...vm.guest, state: 'off', responsive: true },
  };
  begin(context, rebooting, 'Reset', null, context.latencies.vmResetting);
  context.log({ about: 'vm', what: 'reset', vm });
  return ok(id);
}

export function deleteSavedState(context: Context, { id }: Target): Result<string> {
  const found = findVmFor(context, 'deleteSavedState', id);
  if (!found.ok) return found;
  context.world.put('vm', atRest(context, found.value, 'Off'));
  return ok(id);
}
