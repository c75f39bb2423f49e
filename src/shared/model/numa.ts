/**
 * NUMA nodes of the host and of virtual machines, as far as NUMA spanning needs them. The simulator's
 * own topology: a computer of more than eight logical processors has two nodes of the same size. Which
 * node has how much memory left is not simulated.
 */
import type { Platform } from './platform';
import type { Vm } from './vm';

/** The physical NUMA nodes: how many, and what each has. */
export function numaNodesOf({
  logicalProcessors,
  memoryMb,
}: Pick<Platform, 'logicalProcessors' | 'memoryMb'>) {
  const count = logicalProcessors > 8 ? 2 : 1;
  return {
    count,
    processors: Math.ceil(logicalProcessors / count),
    memoryMb: Math.floor(memoryMb / count),
  };
}

/**
 * Memory of the VM's largest virtual NUMA node, MB, if it has `memoryMb`. Dynamic Memory leaves it one node;
 * else it has as many as its limits want (Microsoft, "Hyper-V Virtual NUMA Overview"), each with a
 * processor at least.
 */
export function virtualNodeMb(
  vm: Pick<Vm, 'processors' | 'numa' | 'dynamicMemory'>,
  memoryMb: number,
): number {
  const { maximumMemoryMb, maximumProcessors } = vm.numa;
  const wanted = Math.max(
    Math.ceil(memoryMb / maximumMemoryMb),
    Math.ceil(vm.processors / maximumProcessors),
  );
  return Math.ceil(memoryMb / (vm.dynamicMemory.enabled ? 1 : Math.min(wanted, vm.processors)));
}
