/**
 * The VF assignment engine. It compares what each adapter should have with what it has and starts
 * the documented sequences; `progress.ts` walks them, one timeline entry at a time.
 */
import type { Adapter } from '../../../shared/model/adapter';
import { netvscObjection, wantsVf, withholding } from '../../../shared/model/iov-status';
import { nicBehind } from '../../../shared/model/uplink';
import { carriesData, freshAssignment, isReleasing } from '../../../shared/model/vf';
import type { Vf, VfAssignment, VfStep } from '../../../shared/model/vf';
import { freeVf, vfShortage } from '../../../shared/model/vf-shortage';
import { answers } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { invariant } from '../kernel/invariant';
import type { Context, VfHappening } from '../world/context';
import { guestSteps, releaseFrom, steps } from './steps';
import { traceAssociation, traceRemoveVf, traceSurprise, traceVlan } from './vf-trace';

type Owned = Omit<VfAssignment, 'step' | 'token' | 'stalled'>;

export function report(context: Context, what: VfHappening, adapter: Adapter, vf: Vf): void {
  context.log({ about: 'vf', what, vm: context.world.need('vm', adapter.vmId), adapter, vf });
}

function guestPresent(vm: Vm): boolean {
  return vm.guest.state === 'running';
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
  const assignment: VfAssignment = { ...owned, failure, step, token, stalled };
  context.world.put('adapter', { ...adapter, assignment, waitingForVf: false });
  const { takes } = steps[step];
  if (takes === null) return;
  const wait = stalled ? patience(context, owned) : context.latencies[takes];
  if (wait !== null) context.schedule(wait, { noun: 'vf', subject: adapter.id, token });
}

/** True when the VF the adapter owns belongs to the NIC that the adapter is connected to now. */
export function onItsNic({ world }: Context, adapter: Adapter, vfId: string): boolean {
  return nicBehind(world, adapter)?.id === world.need('vf', vfId).nicId;
}

/** The PF stopped at once, or is not there any more, and everything on it went with it. */
function goneWithItsPf({ world }: Context, vfId: string): boolean {
  const nic = world.nic.get(world.need('vf', vfId).nicId);
  return nic === undefined || nic.state === 'failed' || !nic.present;
}

function requestVf(context: Context, adapter: Adapter): void {
  const { world } = context;
  const nic = nicBehind(world, adapter);
  invariant(nic !== undefined, `Adapter ${adapter.id} wants a VF without a physical adapter.`);
  const vf = vfShortage(world, nic, adapter) === null ? freeVf(world, nic) : undefined;
  if (vf !== undefined) {
    // The serial number is there before the VF: NetVSC will know it by that.
    const serial = 1 + (context.random('vf').uint32() % 0x7fff_ffff);
    world.put('vf', { ...vf, adapterId: adapter.id, serial });
    enter(context, adapter, { ...freshAssignment, vfId: vf.id }, 'allocating');
    return;
  }
  // While VF Enable settles there is no VF yet; that is not the same as none being free.
  const waiting = nic.numVfs > 0;
  if (adapter.waitingForVf !== waiting) world.put('adapter', { ...adapter, waitingForVf: waiting });
}

/** Starts whatever the adapter's present situation demands; does nothing when all is as it should be. */
export function reconcileAdapter(context: Context, adapterId: string): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const { assignment } = adapter;
  if (assignment === null) {
    if (wantsVf(world, adapter)) requestVf(context, adapter);
    else if (adapter.waitingForVf) world.put('adapter', { ...adapter, waitingForVf: false });
    return;
  }
  if (goneWithItsPf(context, assignment.vfId)) return loseVf(context, adapter, assignment);
  const vm = world.need('vm', adapter.vmId);
  if (isReleasing(assignment.step)) return followRelease(context, adapter, assignment, vm);
  if (!wantsVf(world, adapter) || !onItsNic(context, adapter, assignment.vfId)) {
    return revoke(context, adapter, assignment, vm);
  }
  if (followGuest(context, adapter, assignment, vm)) return;
  followVlan(context, adapter, assignment);
}

/** The host takes the VF back: with the guest's help while there is a guest, by force otherwise. */
function revoke(context: Context, adapter: Adapter, assignment: VfAssignment, vm: Vm): void {
  const vf = context.world.need('vf', assignment.vfId);
  if (withholding(context.world, adapter).includes('forwardingExtension')) {
    traceRemoveVf(context, adapter, vf);
  }
  const step = releaseFrom(assignment.step, guestPresent(vm));
  enter(context, adapter, { ...assignment, revokedAt: context.now }, step);
}

/** On the way back: a guest that has gone is not waited for, one that has come to its senses goes on. */
function followRelease(context: Context, adapter: Adapter, assignment: VfAssignment, vm: Vm): void {
  const { step, stalled } = assignment;
  if (!guestSteps.has(step)) return;
  if (!guestPresent(vm)) enter(context, adapter, assignment, 'movingFilterBack');
  else if (stalled === answers(vm)) enter(context, adapter, assignment, step);
}

/**
 * What the guest does under a VF that it may keep: it freezes and goes on, its administrator installs
 * or removes the driver, NetVSC finds fault with the VF or no longer does. True when that led to a step.
 */
function followGuest(context: Context, adapter: Adapter, assignment: VfAssignment, vm: Vm): boolean {
  const { step, stalled, failure } = assignment;
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
    return objection === null ? go('takingOver') : go('refused', { ...assignment, failure: objection });
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

/** The receive filter of the VF's VPort has the adapter's VLAN. */
function followVlan(context: Context, adapter: Adapter, assignment: VfAssignment): void {
  const { step, filterVlanId, vfId, associated } = assignment;
  if (!associated || isReleasing(step) || filterVlanId === adapter.vlanId) return;
  traceVlan(context, adapter, context.world.need('vf', vfId), filterVlanId);
  const followed = { ...assignment, filterVlanId: adapter.vlanId };
  context.world.put('adapter', { ...adapter, assignment: followed });
}

/** The device is gone from under the guest. The host has the data path on the virtual switch at once. */
function loseVf(context: Context, adapter: Adapter, assignment: VfAssignment): void {
  const vf = context.world.need('vf', assignment.vfId);
  traceSurprise(context, adapter, vf);
  report(context, 'surpriseRemoved', adapter, vf);
  if (assignment.associated) traceAssociation(context, adapter, vf, false);
  context.world.put('vf', { ...vf, adapterId: null, vPortId: null, queuePairs: 0, serial: null });
  context.world.put('adapter', { ...adapter, assignment: null });
}

/** Takes a VF away at once, because its adapter is about to be removed. */
export function releaseAtOnce(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  const vfId = adapter?.assignment?.vfId;
  if (adapter === undefined || vfId === undefined) return;
  const vf = context.world.need('vf', vfId);
  report(context, 'freed', adapter, vf);
  context.world.put('vf', { ...vf, adapterId: null, vPortId: null, queuePairs: 0, serial: null });
  context.world.put('adapter', { ...adapter, assignment: null });
}

/** True when packets of the adapter still go over the VF it holds. */
export function usesVf({ assignment }: Adapter): boolean {
  return carriesData(assignment?.step);
}
