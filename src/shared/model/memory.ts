/** A VM's memory: how much it may have, how much it has, and what its guest makes of that. */
import { z } from 'zod';
import { numaNodesOf } from './numa';
import type { Vm } from './vm';

/** MB: Hyper-V starts no VM with less (from memory); 12 TB is the most of Windows Server 2016 to 2022. */
export const leastMemoryMb = 32;
const mostMb = 12_582_912;
const megabytes = z.int().min(leastMemoryMb).max(mostMb);

/** Dynamic Memory: percent, and a figure of its own. */
export const bufferRange = [5, 2000] as const;
export const weightRange = [0, 100] as const;

/** Dynamic Memory. The ranges of buffer and weight are Set-VMMemory's. */
export const dynamicMemorySchema = z.object({
  enabled: z.boolean(),
  /** The VM is left at least this much, MB. */
  minimumMb: megabytes,
  /** It is given at most this much, MB. */
  maximumMb: megabytes,
  /** Percent of its demand that the VM gets beyond it. */
  bufferPercent: z.int().min(bufferRange[0]).max(bufferRange[1]),
  /** Where the host's memory is scarce, the VM gets it to its weight as the others to theirs. */
  weight: z.int().min(weightRange[0]).max(weightRange[1]),
});

/** What has become of the memory of a VM with Dynamic Memory since it was started; all in MB. */
export const memoryUseSchema = z.object({
  assignedMb: z.int().positive(),
  /** What the guest's driver reports that it needs; null as long as it has reported nothing. */
  demandMb: z.int().min(0).nullable(),
  /** What the guest sees: what was taken from it by the balloon it still sees. */
  visibleMb: z.int().positive(),
  addedMb: z.int().min(0),
  removedMb: z.int().min(0),
  addOperations: z.int().min(0),
  removeOperations: z.int().min(0),
});

/** Virtual processors of a node, and nodes of a socket, at most. */
export const mostNumaProcessors = 240;
export const mostNumaNodes = 64;

/**
 * Limits of the virtual NUMA nodes that a guest sees. Simplified: they decide whether the VM starts
 * without NUMA spanning, and how fast memory is depends on nothing.
 */
export const numaSchema = z.object({
  maximumProcessors: z.int().min(1).max(mostNumaProcessors),
  maximumMemoryMb: megabytes,
  maximumNodesPerSocket: z.int().min(1).max(mostNumaNodes),
});

export type DynamicMemory = z.infer<typeof dynamicMemorySchema>;
export type MemoryUse = z.infer<typeof memoryUseSchema>;
export type Numa = z.infer<typeof numaSchema>;

/** Hyper-V's proposals for a new VM's least and most memory, MB. */
const usualMinimumMb = 512;
const usualMaximumMb = 1_048_576;

/** Hyper-V hands memory out in pieces of 2 MB (from memory). */
export const memoryStepMb = 2;

/** As Hyper-V makes a new VM; its limits give way where the startup memory lies beyond them. */
export function newDynamicMemory(enabled: boolean, startupMb: number): DynamicMemory {
  return {
    enabled,
    minimumMb: Math.min(usualMinimumMb, startupMb),
    maximumMb: Math.max(usualMaximumMb, startupMb),
    bufferPercent: 20,
    weight: 50,
  };
}

/** The limits that `Use Hardware Topology` gives: those of the host's nodes. */
export function hardwareTopology(host: {
  readonly logicalProcessors: number;
  readonly memoryMb: number;
}): Numa {
  const node = numaNodesOf(host);
  return {
    maximumProcessors: Math.min(mostNumaProcessors, node.processors),
    maximumMemoryMb: Math.min(mostMb, node.memoryMb),
    maximumNodesPerSocket: 1,
  };
}

type Held = Pick<Vm, 'state' | 'startupMemoryMb' | 'memory'>;

/** Host memory that the VM holds, MB; 0 while it is off or saved. */
export function assignedMemoryMb({ state, startupMemoryMb, memory }: Held): number {
  if (state === 'Off' || state === 'Saved') return 0;
  return memory?.assignedMb ?? startupMemoryMb;
}

/** Host memory that the VM holds or needs to start, MB; a saved one needs what it was saved with. */
export function memoryToStartMb({ startupMemoryMb, memory }: Held): number {
  return memory?.assignedMb ?? startupMemoryMb;
}

/** What the guest needs in percent of what it has, a whole number; null while it reports nothing. */
export function memoryPressure({ assignedMb, demandMb }: MemoryUse): number | null {
  return demandMb === null ? null : Math.round((demandMb / assignedMb) * 100);
}

/** What the VM should hold for a demand, MB, if the host had enough. */
export function wantedMemoryMb(dynamic: DynamicMemory, demandMb: number): number {
  const exact = demandMb * (1 + dynamic.bufferPercent / 100);
  const whole = Math.ceil(exact / memoryStepMb) * memoryStepMb;
  return Math.min(dynamic.maximumMb, Math.max(dynamic.minimumMb, whole));
}

export type MemoryStatus = 'ok' | 'low' | 'warning';

/**
 * Hyper-V Manager's Memory Status, from memory: low without the whole buffer, a warning where the
 * guest needs more than it has. Null where there is nothing to judge.
 */
export function memoryStatus({
  dynamicMemory,
  memory,
}: Pick<Vm, 'dynamicMemory' | 'memory'>): MemoryStatus | null {
  if (memory?.demandMb == null) return null;
  const { assignedMb, demandMb } = memory;
  if (demandMb > assignedMb) return 'warning';
  return assignedMb < demandMb * (1 + dynamicMemory.bufferPercent / 100) ? 'low' : 'ok';
}

/** What the limits make of a VM: its processors and its memory need so many nodes, those so many sockets. */
export interface VirtualTopology {
  readonly nodes: number;
  readonly sockets: number;
}

/** A VM with Dynamic Memory has one node (from memory). */
export function virtualTopology(
  {
    processors,
    startupMemoryMb,
    dynamicMemory,
  }: Pick<Vm, 'processors' | 'startupMemoryMb' | 'dynamicMemory'>,
  { maximumProcessors, maximumMemoryMb, maximumNodesPerSocket }: Numa,
): VirtualTopology {
  const needed = [processors / maximumProcessors, startupMemoryMb / maximumMemoryMb];
  const nodes = dynamicMemory.enabled ? 1 : Math.ceil(Math.max(...needed));
  return { nodes, sockets: Math.ceil(nodes / maximumNodesPerSocket) };
}
