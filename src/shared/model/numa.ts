/**
 * NUMA nodes of the host, as far as NUMA spanning needs them. The simulator's own topology: a computer
 * of more than eight logical processors has two nodes of the same size. Which node has how much memory
 * left is not simulated.
 */
import type { Platform } from './platform';

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
