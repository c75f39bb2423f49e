/** Begins steps of an assignment and reports what happens on its way. */
import type { Adapter } from '../../../shared/model/adapter';
import type { IovReason } from '../../../shared/model/iov-reason';
import type { Vf, VfAssignment, VfStep } from '../../../shared/model/vf';
import { answers } from '../../../shared/model/vm';
import type { Context, VfHappening } from '../world/context';
import { guestSteps, steps } from './steps';

/** What an assignment takes along from step to step. */
export type Owned = Omit<VfAssignment, 'step' | 'token' | 'stalled'>;

/** Writes the happening to the event log; `why` says why a VF is taken back or left unused. */
export function report(context: Context, what: VfHappening, adapter: Adapter, vf: Vf, why?: IovReason): void {
  const vm = context.world.need('vm', adapter.vmId);
  context.log({ about: 'vf', what, vm, adapter, vf, ...(why === undefined ? {} : { why }) });
}

/** False when the guest is gone, and its VMBus channels with it. */
export function guestPresent({ world }: Context, adapter: Adapter): boolean {
  return world.need('vm', adapter.vmId).guest.state === 'running';
}

/** How long the host still waits for a guest that it has asked to let go; null while it asks for nothing. */
function patience(context: Context, { revokedAt }: Owned): number | null {
  if (revokedAt === null) return null;
  return Math.max(0, revokedAt + context.latencies.gracefulRemovalLimit - context.now);
}

/**
 * Begins a step. One that only the guest can take waits while the guest does not answer: for ever
 * on the way to it, until the host loses its patience on the way back.
 */
export function enter(context: Context, adapter: Adapter, owned: Owned, step: VfStep): void {
  const token = context.nextToken();
  const stalled = guestSteps.has(step) && !answers(context.world.need('vm', adapter.vmId));
  const failure = step === 'refused' ? owned.failure : null;
  const programmedAt = step === 'programmingIommu' ? context.now : owned.programmedAt;
  const assignment: VfAssignment = { ...owned, failure, programmedAt, step, token, stalled };
  context.world.put('adapter', { ...adapter, assignment, waitingForVf: false });
  const { takes } = steps[step];
  if (takes === null) return;
  const wait = stalled ? patience(context, owned) : context.latencies[takes];
  if (stalled && wait !== null) report(context, 'guestSilent', adapter, context.world.need('vf', owned.vfId));
  if (wait !== null) context.schedule(wait, { noun: 'vf', subject: adapter.id, token });
}
