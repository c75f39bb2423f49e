/** Which way an adapter's packets go, from the state of its VM, its switch and its VF. */
import type { Adapter, DataPath } from '../../../shared/model/adapter';
import type { Context } from '../world/context';

function dataPathOf({ world }: Context, adapter: Adapter): DataPath {
  const vm = world.need('vm', adapter.vmId);
  const connected = adapter.switchId !== null;
  if (!connected || vm.guest.state !== 'running') return 'none';
  if (adapter.kind === 'legacy') return 'emulated';
  const step = adapter.assignment?.step;
  // Until the switch back is complete the VF carries the traffic: no packet falls in between.
  return step === 'active' || step === 'switchingBack' ? 'vf' : 'vmbus';
}

/** Brings the adapter's data path up to date. */
export function refreshDataPath(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const dataPath = dataPathOf(context, adapter);
  if (dataPath !== adapter.dataPath) context.world.put('adapter', { ...adapter, dataPath });
}
