/**
 * Dynamic Memory. Once a second, as long as anything changes, guests report what they need and the
 * balancer brings every VM a step nearer to what it should hold: its demand and the buffer, within its
 * limits. Where the host has too little, VMs share what is there beyond their minima by weight.
 */
import { wantedMemoryMb } from '../../../shared/model/memory';
import type { DynamicMemory, MemoryUse } from '../../../shared/model/memory';
import { answers, isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { Change } from '../../../shared/model/world-view';
import type { Context } from '../world/context';
import type { World } from '../world/world';
import { memoryDemandMb } from './memory-demand';
import { shareOut } from './share-out';

/** Host memory that nobody holds, MB. */
export function freeMemoryMb({ world, memory }: Context): number {
  return Math.max(0, thePlatform(world).memoryMb - memory.parentReserve - world.activeMemoryMb);
}

/** The VM as it is when its guest begins to boot: nothing has moved, nothing was reported. */
export function withFreshMemory(vm: Vm, assignedMb: number): Vm {
  if (!vm.dynamicMemory.enabled) return vm;
  const moved = { addedMb: 0, removedMb: 0, addOperations: 0, removeOperations: 0 };
  return { ...vm, memory: { assignedMb, demandMb: null, visibleMb: assignedMb, ...moved } };
}

/**
 * What a VM boots with that is reset. A guest boots with its startup memory; where the host has not so
 * much left, Hyper-V would make up for it on disk (Smart Paging), which is not simulated.
 */
export function memoryAfterReset(context: Context, { memory, startupMemoryMb }: Vm): number {
  if (memory === null) return startupMemoryMb;
  return Math.min(startupMemoryMb, memory.assignedMb + freeMemoryMb(context));
}

/** Whether the balancer must look again: what guests need or what there is may be other than it was. */
export function concernsBalancer(world: World, changes: readonly Change[]): boolean {
  if (world.balancedVms === 0) return false;
  return changes.some(({ kind }) => kind === 'vm' || kind === 'adapter' || kind === 'host');
}

/** A VM whose guest has its part in moving memory. */
interface Party {
  readonly vm: Vm;
  readonly memory: MemoryUse;
  readonly limits: DynamicMemory;
  readonly wantedMb: number;
}

/** A guest that boots, hangs or is frozen reports nothing and gives nothing back; it keeps what it has. */
function partyOf({ world, memory: figures }: Context, vm: Vm): Party | null {
  if (vm.memory === null || vm.state !== 'Running' || !answers(vm)) return null;
  const demandMb = memoryDemandMb(vm, world.adaptersOf(vm.id), figures);
  const wantedMb = wantedMemoryMb(vm.dynamicMemory, demandMb);
  return { vm, memory: { ...vm.memory, demandMb }, limits: vm.dynamicMemory, wantedMb };
}

/** What each should hold of what they can hold together. */
function targetsOf(parties: readonly Party[], togetherMb: number): readonly number[] {
  const minimaMb = parties.reduce((sum, { limits }) => sum + limits.minimumMb, 0);
  const claims = parties.map(({ limits, wantedMb }) => ({
    want: wantedMb - limits.minimumMb,
    weight: limits.weight,
  }));
  const shares = shareOut(togetherMb - minimaMb, claims);
  return parties.map(({ limits }, index) => limits.minimumMb + (shares[index] ?? 0));
}

function removed(memory: MemoryUse, mb: number): MemoryUse {
  if (mb <= 0) return memory;
  const { assignedMb, removedMb, removeOperations } = memory;
  return {
    ...memory,
    assignedMb: assignedMb - mb,
    removedMb: removedMb + mb,
    removeOperations: removeOperations + 1,
  };
}

/** A balloon gives back what it took before anything new is plugged in. */
function added(memory: MemoryUse, mb: number): MemoryUse {
  if (mb <= 0) return memory;
  const assignedMb = memory.assignedMb + mb;
  return {
    ...memory,
    assignedMb,
    visibleMb: Math.max(memory.visibleMb, assignedMb),
    addedMb: memory.addedMb + mb,
    addOperations: memory.addOperations + 1,
  };
}

function same(left: MemoryUse, right: MemoryUse): boolean {
  return left.assignedMb === right.assignedMb && left.demandMb === right.demandMb;
}

/** VMs that have their part in moving memory, in the order in which they were created. */
function partiesOf(context: Context): readonly Party[] {
  // The balancer belongs to the Virtual Machine Management service (from memory).
  if (context.world.balancedVms === 0 || theHost(context.world).managementService === 'stopped') return [];
  return [...context.world.vm.values()]
    .filter((vm) => vm.memory !== null && isActive(vm))
    .map((vm) => partyOf(context, vm))
    .filter((party) => party !== null);
}

/** What a VM holds beyond its guest's demand and its minimum. */
function spareMb({ memory, limits }: Party): number {
  return Math.max(0, memory.assignedMb - Math.max(limits.minimumMb, memory.demandMb ?? 0));
}

/** Host memory that a start can have, MB: what nobody holds, and what others hold as a buffer. */
export function availableMemoryMb(context: Context): number {
  return partiesOf(context).reduce((sum, party) => sum + spareMb(party), freeMemoryMb(context));
}

/**
 * Takes buffers back until so much is free, from VMs of low weight first; no more than is available.
 * At once, where a real balloon would take a moment of the start; the simulator's choice.
 */
export function makeRoom(context: Context, neededMb: number): void {
  const parties = [...partiesOf(context)].sort((left, right) => left.limits.weight - right.limits.weight);
  for (const party of parties) {
    const missingMb = neededMb - freeMemoryMb(context);
    if (missingMb <= 0) return;
    const memory = removed(party.memory, Math.min(missingMb, spareMb(party)));
    context.world.put('vm', { ...party.vm, memory });
  }
}

/** One step of the balancer. Its changes call for another one; a step that changes nothing is the last. */
export function balance(context: Context): void {
  const { world, memory: figures } = context;
  const parties = partiesOf(context);
  const heldMb = parties.reduce((sum, { memory }) => sum + memory.assignedMb, 0);
  const targets = targetsOf(parties, heldMb + freeMemoryMb(context));
  const after = parties.map(({ memory }, index) =>
    removed(memory, Math.min(figures.removeStep, memory.assignedMb - (targets[index] ?? 0))),
  );
  const keptMb = after.reduce((sum, { assignedMb }) => sum + assignedMb, 0);
  const claims = after.map(({ assignedMb }, index) => ({
    want: Math.min(figures.addStep, Math.max(0, (targets[index] ?? 0) - assignedMb)),
    weight: parties[index]?.limits.weight ?? 0,
  }));
  const additions = shareOut(freeMemoryMb(context) + heldMb - keptMb, claims);
  for (const [index, { vm }] of parties.entries()) {
    const before = after[index];
    if (before === undefined || vm.memory === null) continue;
    const memory = added(before, additions[index] ?? 0);
    if (!same(memory, vm.memory)) world.put('vm', { ...vm, memory });
  }
}
