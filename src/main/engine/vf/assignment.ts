/**
 * The VF assignment engine. It compares what each adapter should have with what it has and starts
 * the documented sequences; `progress.ts` walks them, one timeline entry at a time.
 */
import type { Adapter } from '../../../shared/model/adapter';
import { failureReasons, netvscObjection, wantsVf, withholding } from '../../../shared/model/iov-status';
import { nicBehind } from '../../../shared/model/uplink';
import { isReleasing } from '../../../shared/model/vf';
import type { Vf, VfAssignment, VfStep } from '../../../shared/model/vf';
import { answers } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { sameFilter, wantedFilter } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { queueUp } from './queue';
import { guestSteps, hasDevice, releaseFrom, restOfRelease } from './steps';
import { traceAssociation, traceFilter, traceRemoveVf, traceStep, traceSurprise } from './vf-trace';
import { enter, guestPresent, report } from './walk';
import type { Owned } from './walk';

/** True while the adapter may keep its VF: it wants one, and this one is of the NIC that it is connected to now. */
export function mayKeep({ world }: Context, adapter: Adapter, vfId: string): boolean {
  return nicBehind(world, adapter)?.id === world.need('vf', vfId).nicId && wantsVf(world, adapter);
}

/** The PF stopped at once, or is not there any more, and everything on it went with it. */
function goneWithItsPf({ world }: Context, vfId: string): boolean {
  const nic = world.nic.get(world.need('vf', vfId).nicId);
  return nic === undefined || nic.state === 'failed' || !nic.present;
}

/** Starts whatever the adapter's present situation demands; does nothing when all is as it should be. */
export function reconcileAdapter(context: Context, adapterId: string): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const { assignment } = adapter;
  if (assignment === null) return queueUp(context, adapter);
  if (goneWithItsPf(context, assignment.vfId)) return loseVf(context, adapter, assignment);
  const vm = world.need('vm', adapter.vmId);
  if (isReleasing(assignment.step)) return followRelease(context, adapter, assignment, vm);
  if (!mayKeep(context, adapter, assignment.vfId)) {
    return revoke(context, adapter, assignment);
  }
  if (followGuest(context, adapter, assignment, vm)) return;
  followFilter(context, adapter, assignment);
}

/** The host takes the VF back: with the guest's help while there is a guest, by force otherwise. */
function revoke(context: Context, adapter: Adapter, assignment: VfAssignment): void {
  const vf = context.world.need('vf', assignment.vfId);
  const reasons = withholding(context.world, adapter);
  const [why] = reasons;
  if (reasons.includes('forwardingExtension')) traceRemoveVf(context, adapter, vf);
  if (why !== undefined) report(context, 'revoked', adapter, vf, why);
  const step = releaseFrom(assignment.step, guestPresent(context, adapter));
  enter(context, adapter, { ...assignment, revokedAt: context.now }, step);
}

/** On the way back: a guest that has gone is not waited for, one that has come to its senses goes on. */
function followRelease(context: Context, adapter: Adapter, assignment: VfAssignment, vm: Vm): void {
  const { step, stalled, revokedAt, vfId } = assignment;
  if (!guestSteps.has(step)) return;
  if (!guestPresent(context, adapter)) return enter(context, adapter, assignment, 'movingFilterBack');
  // NetVSC was switching back of its own accord, and now the host wants the VF, too: its patience begins.
  const wanted = revokedAt === null && !mayKeep(context, adapter, vfId);
  const owned = wanted ? { ...assignment, revokedAt: context.now } : assignment;
  if (wanted || stalled === answers(vm)) enter(context, adapter, owned, step);
}

/**
 * What the guest does under a VF that it may keep: it freezes and goes on, its administrator installs
 * or removes the driver, NetVSC finds fault with the VF or no longer does. True when that led to a step.
 */
function followGuest(context: Context, adapter: Adapter, assignment: VfAssignment, vm: Vm): boolean {
  const { step, stalled, failure, vfId } = assignment;
  const go = (to: VfStep, owned: Owned = assignment): boolean => {
    enter(context, adapter, owned, to);
    return true;
  };
  const { vfDriverInstalled: installed } = vm.guest;
  if (installed && step === 'noDriver') return go('loadingDriver');
  if (!installed) return followMissingDriver(context, adapter, assignment);
  const objection = netvscObjection(context.world, adapter);
  if (step === 'active' && objection !== null) return go('switchingBack');
  // Only a new start helps a NetVSC that could not get its request through.
  if (step === 'refused' && failure !== 'cannotSwitch' && failure !== objection) {
    if (objection === null) return go('takingOver');
    report(context, 'vfRefused', adapter, context.world.need('vf', vfId), failureReasons[objection]);
    return go('refused', { ...assignment, failure: objection });
  }
  return guestSteps.has(step) && stalled === answers(vm) ? go(step) : false;
}

function followMissingDriver(context: Context, adapter: Adapter, assignment: VfAssignment): boolean {
  const { step, vfId } = assignment;
  if (step === 'active') {
    enter(context, adapter, assignment, 'switchingBack');
    return true;
  }
  const loses =
    step === 'loadingDriver' || step === 'takingOver' || step === 'switching' || step === 'refused';
  if (!loses) return false;
  enter(context, adapter, { ...assignment, attempts: 0 }, 'noDriver');
  report(context, 'driverMissing', adapter, context.world.need('vf', vfId));
  return true;
}

/** The receive filter of the VF's VPort has the adapter's address and VLAN. */
function followFilter(context: Context, adapter: Adapter, { associated, vfId }: VfAssignment): void {
  const { filter: before } = adapter;
  const after = wantedFilter(context.world, adapter);
  if (!associated || before === null || after === null || sameFilter(before, after)) return;
  const vf = context.world.need('vf', vfId);
  traceFilter(context, adapter, vf, before, after);
  report(context, 'filterChanged', adapter, vf);
  context.world.put('adapter', { ...adapter, filter: after });
}

/** The filter was moved to another VPort of its NIC switch. */
export function withFilterOn(adapter: Adapter, vPortId: number): Adapter {
  return adapter.filter === null ? adapter : { ...adapter, filter: { ...adapter.filter, vPortId } };
}

/** Marks the VF free and ends the assignment; a guest that is there hears of it. */
export function letGo(context: Context, adapter: Adapter, vf: Vf): void {
  if (adapter.assignment?.associated === true && guestPresent(context, adapter)) {
    traceAssociation(context, adapter, vf, false);
  }
  context.world.put('vf', { ...vf, adapterId: null, vPortId: null, queuePairs: 0, serial: null });
  context.world.put('adapter', { ...adapter, assignment: null });
}

/** The device is gone from under the guest. The host has the data path on the virtual switch at once. */
function loseVf(context: Context, adapter: Adapter, { vfId, step }: VfAssignment): void {
  const vf = context.world.need('vf', vfId);
  if (guestPresent(context, adapter) && hasDevice(step)) traceSurprise(context, adapter, vf, step);
  report(context, 'lostWithPf', adapter, vf);
  letGo(context, adapter, vf);
}

/** Takes a VF away at once, because its adapter is about to be removed. */
export function releaseAtOnce(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  const assignment = adapter?.assignment;
  if (adapter === undefined || assignment == null) return;
  const { vfId, step } = assignment;
  const vf = context.world.need('vf', vfId);
  if (guestPresent(context, adapter) && hasDevice(step)) traceSurprise(context, adapter, vf, step);
  const rest = restOfRelease(step);
  for (const each of rest) traceStep(context, each, adapter, vf);
  report(context, 'freed', adapter, vf);
  letGo(context, rest.includes('movingFilterBack') ? withFilterOn(adapter, 0) : adapter, vf);
}
