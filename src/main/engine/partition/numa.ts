/** Whether a VM may start on a host that does not let virtual NUMA nodes span physical ones. */
import { memoryToStartMb, virtualTopology } from '../../../shared/model/memory';
import { numaNodesOf } from '../../../shared/model/numa';
import type { Vm } from '../../../shared/model/vm';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/**
 * Memory of the VM's largest virtual NUMA node, MB, if it has `memoryMb`: as many nodes as its limits want
 * (Microsoft, "Hyper-V Virtual NUMA Overview"), each with a processor at least.
 */
function virtualNodeMb(vm: Vm, memoryMb: number): number {
  const { nodes } = virtualTopology({ ...vm, startupMemoryMb: memoryMb }, vm.numa);
  return Math.ceil(memoryMb / Math.min(nodes, vm.processors));
}

/** Holds for starting and for restoring a saved state. The sentence's first part is Windows', from memory. */
export function requireNumaFit({ world }: Context, vm: Vm): Result<Vm> {
  if (theHost(world).settings.numaSpanningEnabled) return ok(vm);
  const neededMb = virtualNodeMb(vm, memoryToStartMb(vm));
  const nodeMb = numaNodesOf(thePlatform(world)).memoryMb;
  if (neededMb <= nodeMb) return ok(vm);
  return refuse(
    'vm.spansNumaNodes',
    `'${vm.name}' failed to start. One of its virtual NUMA nodes needs ${neededMb} MB, a physical NUMA node has ${nodeMb} MB, and NUMA spanning is disabled on this host. Give the virtual machine less memory or more processors, or allow NUMA spanning in Hyper-V Settings.`,
    'id',
  );
}
