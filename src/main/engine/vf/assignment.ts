/**
 * The VF assignment engine. It compares what each adapter should have with what it has and walks
 * the documented sequences one timeline entry at a time.
 */
import type { Adapter } from '../../../shared/model/adapter';
import { nicBehind, wantsVf } from '../../../shared/model/iov-status';
import type { Nic } from '../../../shared/model/nic';
import { isReleasing } from '../../../shared/model/vf';
import type { Vf, VfAssignment, VfStep } from '../../../shared/model/vf';
import type { Vm } from '../../../shared/model/vm';
import { freeVPort, queuePairsFor } from '../../../shared/model/vport';
import { invariant } from '../kernel/invariant';
import type { Context, VfHappening } from '../world/context';
import { releaseFrom, steps } from './steps';

function enter(context: Context, adapter: Adapter, vfId: string, step: VfStep): void {
  const token = context.nextToken();
  const assignment: VfAssignment = { vfId, step, token };
  context.world.put('adapter', { ...adapter, assignment, waitingForVf: false });
  const { takes } = steps[step];
  if (takes !== null) {
    context.schedule(context.latencies[takes], { noun: 'vf', subject: adapter.id, token });
  }
}

function report(context: Context, what: VfHappening, adapter: Adapter, vf: Vf): void {
  context.log({ about: 'vf', what, vm: context.world.need('vm', adapter.vmId), adapter, vf });
}

function guestPresent(vm: Vm): boolean {
  return vm.guest.state === 'running';
}

/** True when the PF stopped at once and everything on it went with it. */
function goneWithItsPf({ world }: Context, vfId: string): boolean {
  return world.nic.get(world.need('vf', vfId).nicId)?.state === 'failed';
}

function freeVfOf({ world }: Context, nic: Nic): Vf | undefined {
  for (let index = 0; index < nic.numVfs; index += 1) {
    const vf = world.need('vf', `${nic.id}#${index}`);
    if (vf.adapterId === null) return vf;
  }
  return undefined;
}

/** Gives the VF its VPort. */
function withVPort({ world }: Context, adapter: Adapter, vf: Vf): Vf {
  const nic = world.need('nic', vf.nicId);
  return { ...vf, vPortId: freeVPort(world, nic), queuePairs: queuePairsFor(world, nic, adapter) };
}

function requestVf(context: Context, adapter: Adapter): void {
  const nic = nicBehind(context.world, adapter);
  invariant(nic !== undefined, `Adapter ${adapter.id} wants a VF without a physical adapter.`);
  const vf = freeVfOf(context, nic);
  if (vf !== undefined) {
    context.world.put('vf', { ...vf, adapterId: adapter.id });
    enter(context, adapter, vf.id, 'allocating');
    return;
  }
  // While VF Enable settles there is no VF yet; that is not the same as none being free.
  const waiting = nic.numVfs > 0;
  if (adapter.waitingForVf !== waiting) context.world.put('adapter', { ...adapter, waitingForVf: waiting });
}

/** True when the VF the adapter owns belongs to the NIC that the adapter is connected to now. */
function onItsNic({ world }: Context, adapter: Adapter, vfId: string): boolean {
  return nicBehind(world, adapter)?.id === world.need('vf', vfId).nicId;
}

/** Starts whatever the adapter's present situation demands; does nothing when all is as it should be. */
export function reconcileAdapter(context: Context, adapterId: string): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const vm = world.need('vm', adapter.vmId);
  const wants = wantsVf(world, adapter);
  const { assignment } = adapter;
  if (assignment === null) {
    if (wants) requestVf(context, adapter);
    else if (adapter.waitingForVf) world.put('adapter', { ...adapter, waitingForVf: false });
    return;
  }
  if (goneWithItsPf(context, assignment.vfId)) {
    releaseAtOnce(context, adapterId);
    return;
  }
  if (isReleasing(assignment.step)) {
    // A guest that vanishes in the middle of a graceful removal is not waited for.
    const asked = assignment.step === 'switchingBack' || assignment.step === 'removingDevice';
    if (asked && !guestPresent(vm)) enter(context, adapter, assignment.vfId, 'movingFilterBack');
    return;
  }
  if (!wants || !onItsNic(context, adapter, assignment.vfId)) {
    enter(context, adapter, assignment.vfId, releaseFrom(assignment.step, guestPresent(vm)));
    return;
  }
  followDriver(context, adapter, assignment, vm.guest.vfDriverInstalled);
}

/** The guest's administrator installs or removes the VF driver under a VF that is there. */
function followDriver(
  context: Context,
  adapter: Adapter,
  assignment: VfAssignment,
  installed: boolean,
): void {
  const { vfId, step } = assignment;
  if (installed && step === 'noDriver') enter(context, adapter, vfId, 'loadingDriver');
  if (installed) return;
  if (step === 'active') enter(context, adapter, vfId, 'switchingBack');
  if (step === 'loadingDriver' || step === 'takingOver' || step === 'switching') {
    enter(context, adapter, vfId, 'noDriver');
    report(context, 'driverMissing', adapter, context.world.need('vf', vfId));
  }
}

function nextStep(context: Context, adapter: Adapter, { step, vfId }: VfAssignment): VfStep | null {
  const { next } = steps[step];
  const { vfDriverInstalled } = context.world.need('vm', adapter.vmId).guest;
  if (next === 'loadingDriver' && !vfDriverInstalled) return 'noDriver';
  // Only the driver went: the VF stays with the VM and waits for another one.
  const keeps = wantsVf(context.world, adapter) && onItsNic(context, adapter, vfId);
  if (step === 'switchingBack' && keeps) return vfDriverInstalled ? 'takingOver' : 'noDriver';
  return next;
}

/** Ends the step that a timeline entry stands for and enters the next one. */
export function completeStep(context: Context, adapterId: string, token: number): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  const assignment = adapter?.assignment;
  if (adapter === undefined || assignment?.token !== token) return;
  const { step, vfId } = assignment;
  let vf = world.need('vf', vfId);
  if (step === 'creatingVPort') vf = withVPort(context, adapter, vf);
  const { then } = steps[step];
  if (then !== null) report(context, then, adapter, vf);
  if (step === 'deletingVPort') vf = { ...vf, vPortId: null, queuePairs: 0 };
  if (step === 'freeing') vf = { ...vf, adapterId: null };
  world.put('vf', vf);
  const next = nextStep(context, adapter, assignment);
  if (next === null) {
    world.put('adapter', { ...adapter, assignment: null });
    return;
  }
  enter(context, adapter, vfId, next);
  if (next === 'noDriver') report(context, 'driverMissing', adapter, vf);
}

/** Takes a VF away at once, because its adapter is about to be removed. */
export function releaseAtOnce(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  const vfId = adapter?.assignment?.vfId;
  if (adapter === undefined || vfId === undefined) return;
  const vf = context.world.need('vf', vfId);
  report(context, 'freed', adapter, vf);
  context.world.put('vf', { ...vf, adapterId: null, vPortId: null, queuePairs: 0 });
  context.world.put('adapter', { ...adapter, assignment: null });
}
