/**
 * NUMA nodes of the host and of virtual machines, as far as NUMA spanning needs them. The simulator's
 * own topology: a computer of more than eight logical processors has two nodes of the same size. Which
 * node has how much memory left is not simulated.
 */
import type { Platform } from './platform';
import type { Vm } from './vm';

type Processors = Pick<Platform, 'logicalProcessors' | 'memoryMb'>;

/** What one physical NUMA node has. */
export interface NumaNode {
  readonly processors: number;
  readonly memoryMb: number;
}

export function numaNodes({ logicalProcessors, memoryMb }: Processors): readonly NumaNode[] {
  const count = logicalProcessors > 8 ? 2 : 1;
  const node = { processors: Math.ceil(logicalProcessors / count), memoryMb: Math.floor(memoryMb / count) };
  return Array.from({ length: count }, () => node);
}

/**
 * Memory of the VM's largest virtual NUMA node, MB. By default as many nodes are made as keep each
 * within a physical one (Microsoft, "Hyper-V Virtual NUMA Overview"); a node has a processor at least.
 */
export function virtualNodeMb(vm: Pick<Vm, 'processors' | 'startupMemoryMb'>, platform: Processors): number {
  const [node] = numaNodes(platform);
  if (node === undefined) return vm.startupMemoryMb;
  const wanted = Math.max(
    Math.ceil(vm.startupMemoryMb / node.memoryMb),
    Math.ceil(vm.processors / node.processors),
  );
  return Math.ceil(vm.startupMemoryMb / Math.min(wanted, vm.processors));
}
