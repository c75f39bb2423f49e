/** Which way an adapter's packets go, from the state of its VM, its switch and its VF, and what a change costs. */
import { unswitched } from '../../../shared/model/adapter';
import type { Adapter, DataPath, DataPathSwitching } from '../../../shared/model/adapter';
import { reachesNetwork } from '../../../shared/model/uplink';
import { carriesData } from '../../../shared/model/vf';
import type { Context } from '../world/context';

function dataPathOf({ world }: Context, adapter: Adapter): DataPath {
  const vm = world.need('vm', adapter.vmId);
  const connected = adapter.switchId !== null;
  if (!connected || vm.guest.state !== 'running') return 'none';
  if (adapter.kind === 'legacy') return 'emulated';
  // Until the switch back is complete the VF carries the traffic: no packet falls in between.
  return carriesData(adapter.assignment?.step) ? 'vf' : 'vmbus';
}

/** True when the VF went without NetVSC having been asked to switch back before. */
function wentBySurprise({ assignment }: Adapter, dataPath: DataPath): boolean {
  return dataPath === 'vmbus' && (assignment === null || assignment.step === 'movingFilterBack');
}

function lose(context: Context, switching: DataPathSwitching, packets: number): DataPathSwitching {
  const lost = Math.round(packets);
  const { packetsLost } = switching;
  return { ...switching, packetsLost: packetsLost + lost, lastLost: lost, lastAt: context.now };
}

/** VMBus and VF change places. What an outage takes along is counted when that is over, not here too. */
function switched(context: Context, adapter: Adapter, dataPath: DataPath): DataPathSwitching {
  const { surpriseSwitchGap, gracefulSwitchGap } = context.latencies;
  const gapMs = wentBySurprise(adapter, dataPath) ? surpriseSwitchGap : gracefulSwitchGap;
  const { switching } = adapter;
  const rate = reachesNetwork(context.world, adapter) ? context.packetsPerSecond(adapter.id) : 0;
  const counted = { ...switching, switches: switching.switches + 1 };
  return lose(context, counted, (rate * gapMs) / 1000);
}

/** What was offered while nothing got through: UDP goes on sending, TCP waits, and gives up in the end. */
function resumed(
  context: Context,
  { traffic }: Adapter,
  switching: DataPathSwitching,
  since: number,
): DataPathSwitching {
  const { tcpRetransmissionTimeout, tcpGivesUpAfter } = context.latencies;
  const gapMs = context.now - since;
  const tcp = traffic.protocol === 'tcp';
  const lostMs = tcp ? Math.min(gapMs, tcpRetransmissionTimeout) : gapMs;
  const broken = tcp && gapMs > tcpGivesUpAfter ? 1 : 0;
  const over = {
    ...switching,
    interruptedSince: null,
    rateBefore: 0,
    connectionsLost: switching.connectionsLost + broken,
  };
  return lose(context, over, (switching.rateBefore * lostMs) / 1000);
}

/** The same value when there is nothing to forget: a new one would count as a change. */
function forgotten(switching: DataPathSwitching): DataPathSwitching {
  const { switches, packetsLost, connectionsLost, interruptedSince } = switching;
  const untouched = switches + packetsLost + connectionsLost === 0 && interruptedSince === null;
  return untouched ? switching : unswitched;
}

/** Takes note of interruptions; a guest that starts anew has lost nothing yet. */
function switchingOf(context: Context, adapter: Adapter, dataPath: DataPath): DataPathSwitching {
  const { world } = context;
  const vm = world.need('vm', adapter.vmId);
  const { switching } = adapter;
  if (vm.guest.state !== 'running') return vm.state === 'Off' ? forgotten(switching) : switching;
  const changed = adapter.dataPath !== dataPath && adapter.dataPath !== 'none' && dataPath !== 'none';
  const after = changed ? switched(context, adapter, dataPath) : switching;
  // A frozen guest sends nothing that could be lost.
  const cut = vm.state === 'Running' && !reachesNetwork(world, adapter);
  const { interruptedSince } = after;
  if (interruptedSince !== null) return cut ? after : resumed(context, adapter, after, interruptedSince);
  const rate = cut ? context.packetsPerSecond(adapter.id) : 0;
  return rate === 0 ? after : { ...after, interruptedSince: context.now, rateBefore: rate };
}

/** Brings the adapter's data path up to date, and what its changes have cost. */
export function refreshDataPath(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter === undefined) return;
  const dataPath = dataPathOf(context, adapter);
  const switching = switchingOf(context, adapter, dataPath);
  if (dataPath === adapter.dataPath && switching === adapter.switching) return;
  context.world.put('adapter', { ...adapter, dataPath, switching });
}
