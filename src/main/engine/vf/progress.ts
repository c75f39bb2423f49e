/** Walks an assignment on: ends the step that a timeline entry stands for and enters the next one. */
import type { Adapter } from '../../../shared/model/adapter';
import { failureReasons, netvscObjection } from '../../../shared/model/iov-status';
import { isReleasing } from '../../../shared/model/vf';
import type { Vf, VfAssignment, VfFailure, VfStep } from '../../../shared/model/vf';
import { freeVPort, queuePairsFor } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { letGo, mayKeep, withFilterOn } from './assignment';
import { steps } from './steps';
import { traceAssociation, traceFullRing, traceNoVPort, traceStep, traceSurprise } from './vf-trace';
import { enter, report } from './walk';
import type { Owned } from './walk';

/** Ends the step that a timeline entry stands for. An entry that has been overtaken does nothing. */
export function completeStep(context: Context, adapterId: string, token: number): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  const assignment = adapter?.assignment;
  if (adapter === undefined || assignment?.token !== token) return;
  const vf = world.need('vf', assignment.vfId);
  if (assignment.stalled) return removeBySurprise(context, adapter, assignment, vf);
  switch (assignment.step) {
    case 'creatingVPort':
      return attach(context, adapter, assignment, vf);
    case 'loadingDriver':
    case 'takingOver':
    case 'switching':
      return join(context, adapter, assignment, vf);
    case 'freeing':
      return free(context, adapter, vf);
    default:
      return pass(context, adapter, assignment, vf);
  }
}

function finish(context: Context, step: VfStep, adapter: Adapter, vf: Vf): void {
  traceStep(context, step, adapter, vf);
  const { then } = steps[step];
  if (then !== null) report(context, then, adapter, vf);
}

function pass(context: Context, adapter: Adapter, assignment: VfAssignment, vf: Vf): void {
  const { step } = assignment;
  finish(context, step, adapter, vf);
  const after = afterMove(step, adapter, vf);
  if (step === 'deletingVPort') context.world.put('vf', { ...vf, vPortId: null, queuePairs: 0 });
  const next = nextStep(context, adapter, assignment);
  let owned: Owned = assignment;
  if (step === 'movingFilter') {
    traceAssociation(context, adapter, vf, true);
    owned = { ...assignment, associated: true };
  }
  // NetVSC's objection was what it left the VF for.
  const objection = next === 'refused' ? netvscObjection(context.world, adapter) : null;
  if (objection !== null) return refuseVf(context, after, owned, vf, objection);
  enter(context, after, owned, next);
  if (next === 'noDriver') report(context, 'driverMissing', adapter, vf);
}

/** Steps that move the receive filter leave it on another VPort. */
function afterMove(step: VfStep, adapter: Adapter, vf: Vf): Adapter {
  if (step === 'movingFilter') return withFilterOn(adapter, vf.vPortId ?? 0);
  return step === 'movingFilterBack' ? withFilterOn(adapter, 0) : adapter;
}

function nextStep(context: Context, adapter: Adapter, assignment: VfAssignment): VfStep {
  const { step, vfId } = assignment;
  const next = steps[step].next ?? 'freeing';
  const { vfDriverInstalled } = context.world.need('vm', adapter.vmId).guest;
  if (next === 'loadingDriver' && !vfDriverInstalled) return 'noDriver';
  // The guest alone has let go: the VF stays with the VM and waits for a driver, or for a reason less.
  const keeps = mayKeep(context, adapter, vfId);
  if (step !== 'switchingBack' || !keeps || assignment.revokedAt !== null) return next;
  if (!vfDriverInstalled) return 'noDriver';
  return netvscObjection(context.world, adapter) === null ? 'takingOver' : 'refused';
}

/** CREATE_VPORT: the NIC switch may have none left by now, or no queue pairs for it. */
function attach(context: Context, adapter: Adapter, assignment: VfAssignment, vf: Vf): void {
  const { world } = context;
  const nic = world.need('nic', vf.nicId);
  const vPortId = freeVPort(world, nic);
  const queuePairs = queuePairsFor(world, nic, adapter);
  if (vPortId === null || queuePairs === 0) {
    traceNoVPort(context, adapter, vf);
    report(context, 'vPortRefused', adapter, vf);
    enter(context, adapter, { ...assignment, revokedAt: context.now }, 'resettingVf');
    return;
  }
  const attached = { ...vf, vPortId, queuePairs };
  world.put('vf', attached);
  pass(context, adapter, assignment, attached);
}

function refuseVf(context: Context, adapter: Adapter, owned: Owned, vf: Vf, failure: VfFailure): void {
  enter(context, adapter, { ...owned, failure, attempts: 0 }, 'refused');
  report(context, 'vfRefused', adapter, vf, failureReasons[failure]);
}

/** A saturated software path fills the ring to the host; a burst may do so at any time. */
function ringIsFull(context: Context, adapter: Adapter): boolean {
  const { ringFullSaturated, ringFullOtherwise } = context.netvsc;
  const chance = context.isSaturated(adapter.id) ? ringFullSaturated : ringFullOtherwise;
  return context.random('netvsc').uint32() / 2 ** 32 < chance;
}

/** The guest's part: its driver, NetVSC's own checks, and the request to switch, which a full ring holds up. */
function join(context: Context, adapter: Adapter, assignment: VfAssignment, vf: Vf): void {
  const { step, attempts } = assignment;
  const objection = step === 'loadingDriver' ? null : netvscObjection(context.world, adapter);
  if (objection !== null) return refuseVf(context, adapter, assignment, vf, objection);
  if (step !== 'switching' || !ringIsFull(context, adapter)) {
    return pass(context, adapter, { ...assignment, attempts: 0 }, vf);
  }
  traceFullRing(context, adapter, vf);
  if (attempts === 0) report(context, 'ringFull', adapter, vf);
  if (attempts + 1 >= context.netvsc.sendAttempts)
    return refuseVf(context, adapter, assignment, vf, 'cannotSwitch');
  const { ringFullRetryMinimum, ringFullRetrySpread } = context.latencies;
  const wait = ringFullRetryMinimum + (context.random('netvsc').uint32() % (ringFullRetrySpread + 1));
  const token = context.nextToken();
  const again = { ...assignment, attempts: attempts + 1, token };
  context.world.put('adapter', { ...adapter, assignment: again });
  context.schedule(wait, { noun: 'vf', subject: adapter.id, token });
}

function free(context: Context, adapter: Adapter, vf: Vf): void {
  finish(context, 'freeing', adapter, vf);
  letGo(context, adapter, vf);
}

/** The host's patience with a guest that does not answer is at its end. */
function removeBySurprise(context: Context, adapter: Adapter, assignment: VfAssignment, vf: Vf): void {
  if (!isReleasing(assignment.step)) return;
  traceSurprise(context, adapter, vf, assignment.step);
  report(context, 'surpriseRemoved', adapter, vf);
  enter(context, adapter, assignment, 'movingFilterBack');
}
