/** The page `NUMA`: what may be typed there, what it comes to, and what the host is told. */
import {
  leastMemoryMb,
  mostNumaNodes,
  mostNumaProcessors,
  virtualTopology,
} from '../../../../shared/model/memory';
import type { Numa, VirtualTopology } from '../../../../shared/model/memory';
import { mostMemoryMb } from '../../../../shared/model/vm';
import type { Vm } from '../../../../shared/model/vm';
import { numaPage as text } from '../../../text/en/processor-children';
import type { Problem, SettingsDraft, Step } from '../settings-draft';
import { differing, isWithin, valueOfVm } from '../vm-value';

export const numaPageId = 'numa';

/** The members in the order of the page. */
export const numaLimits = ['maximumProcessors', 'maximumMemoryMb', 'maximumNodesPerSocket'] as const;

/** The least and the greatest figure of each. */
export const numaRanges: Readonly<Record<keyof Numa, readonly [number, number]>> = {
  maximumProcessors: [1, mostNumaProcessors],
  maximumMemoryMb: [leastMemoryMb, mostMemoryMb[2]],
  maximumNodesPerSocket: [1, mostNumaNodes],
};

/** What the guest would see; null while a figure is missing. */
export function topologyOf(vm: Vm, draft: SettingsDraft): VirtualTopology | null {
  const value = valueOfVm(vm, draft);
  const topology = virtualTopology(value, value.numa);
  return Number.isFinite(topology.nodes) && Number.isFinite(topology.sockets) ? topology : null;
}

/** What the host would refuse without looking at its state; null if all is well. */
export function numaProblem(vm: Vm, draft: SettingsDraft): Problem | null {
  const { numa } = valueOfVm(vm, draft);
  for (const field of numaLimits) {
    const [least, most] = numaRanges[field];
    if (!isWithin(numa[field], least, most))
      return { page: numaPageId, field, message: text.range(least, most) };
  }
  return null;
}

/** Changes the limits, if that is what the draft comes to. */
export function numaSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const numa = differing(vm.numa, valueOfVm(vm, draft).numa);
  if (Object.keys(numa).length === 0) return [];
  return [
    {
      page: numaPageId,
      command: { name: 'vm.modify', input: { id: vm.id, numa } },
      placeOf: (member) => (member === 'numa' ? { page: numaPageId, field: 'maximumProcessors' } : undefined),
    },
  ];
}
