/** How much memory a guest needs: what follows from its system and from what runs in it. */
import type { Adapter } from '../../../shared/model/adapter';
import { systemNamed } from '../../../shared/model/guest-systems';
import type { ModelParameters } from '../../../shared/model/model-parameters';
import { hasTraffic } from '../../../shared/model/traffic';
import type { Vm } from '../../../shared/model/vm';

/** Buffers of the adapter, and the application that talks through it; its peer is not charged. */
function adapterMb({ kind, dataPath, traffic }: Adapter, figures: ModelParameters['memory']): number {
  const buffersMb = kind === 'synthetic' ? figures.adapterBuffers : 0;
  if (dataPath === 'none' || !hasTraffic(traffic)) return buffersMb;
  return buffersMb + figures.application[traffic.application] + traffic.connections * figures.perConnection;
}

/** Whole MB that a guest which has booted needs. */
export function memoryDemandMb(
  vm: Vm,
  adapters: readonly Adapter[],
  figures: ModelParameters['memory'],
): number {
  const restMb = figures.guest[systemNamed(vm.guest.operatingSystem)];
  return Math.ceil(adapters.reduce((sum, adapter) => sum + adapterMb(adapter, figures), restMb));
}
