/**
 * Performance counters: absolute values under Windows' names; what a person reads is computed
 * from two samples by one pure function.
 */
import type { Adapter } from './adapter';
import type { Vm } from './vm';

/**
 * `rate`: the value only grows, shown per second. `percent`: seconds of run time, shown as per
 * cent of the elapsed time. `gauge`: shown as it is.
 */
export type CounterKind = 'rate' | 'percent' | 'gauge';

/** Builds a counter path as PDH writes it, without the machine: `\Object(Instance)\Counter`. */
export function counterPath(object: string, instance: string, counter: string): string {
  return `\\${object}(${instance})\\${counter}`;
}

/** What a counter shows between two samples; NaN when a sample is missing or no time has passed. */
export function cook(kind: CounterKind, earlier: number, later: number, elapsedMs: number): number {
  if (kind === 'gauge') return later;
  if (elapsedMs <= 0 || Number.isNaN(earlier) || Number.isNaN(later)) return Number.NaN;
  // An instance that went and came back starts again at 0; it never runs backwards.
  const perSecond = (Math.max(0, later - earlier) * 1000) / elapsedMs;
  return kind === 'percent' ? perSecond * 100 : perSecond;
}

/** Instance of `Hyper-V Virtual Network Adapter`: `<VM>_<adapter>_<VM GUID>--<adapter GUID>`. */
export function adapterInstance(vm: Vm, adapter: Adapter): string {
  return `${vm.name}_${adapter.name}_${vm.id}--${adapter.id}`;
}

/** Instance of `Hyper-V Hypervisor Virtual Processor`: `<VM>:Hv VP <n>`. */
export function virtualProcessorInstance(vm: Vm, index: number): string {
  return `${vm.name}:Hv VP ${index}`;
}

export const objects = {
  adapter: 'Hyper-V Virtual Network Adapter',
  switch: 'Hyper-V Virtual Switch',
  nic: 'Network Adapter',
  legacyAdapter: 'Hyper-V Legacy Network Adapter',
  logicalProcessor: 'Hyper-V Hypervisor Logical Processor',
  rootVirtualProcessor: 'Hyper-V Hypervisor Root Virtual Processor',
  virtualProcessor: 'Hyper-V Hypervisor Virtual Processor',
  memoryBalancer: 'Hyper-V Dynamic Memory Balancer',
  dynamicMemory: 'Hyper-V Dynamic Memory VM',
  /** Not in Windows: what each data path carries, and what changing it costs. */
  dataPath: 'Simulator Data Path',
} as const;
