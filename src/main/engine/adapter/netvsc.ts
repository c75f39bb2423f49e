/**
 * NetVSC's channel to the host: opened when the guest comes up or an adapter is added to it, kept
 * over a saved state, and gone with the guest. Through it the host tells of changes of the link,
 * which the guest's driver passes on to its network stack, Linux' not more often than it wants.
 */
import type { Adapter } from '../../../shared/model/adapter';
import { guestSystem } from '../../../shared/model/guest-systems';
import type { NetvscChannel } from '../../../shared/model/netvsc-channel';
import { hasMedia } from '../../../shared/model/uplink';
import { answers } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { Context } from '../world/context';
import { traceIndication, traceLinkChange, traceRescind, traceStart } from './netvsc-trace';

/** True when nothing of the guest that opened the channel is left. */
function isGone({ state, guest }: Vm): boolean {
  return state === 'Off' || state === 'Reset' || guest.state === 'booting';
}

function put({ world }: Context, adapter: Adapter, channel: NetvscChannel | null): void {
  if (channel !== adapter.channel) world.put('adapter', { ...adapter, channel });
}

/** Opens and closes the channel with the guest, and has it hear of its link. */
export function followNetvsc(context: Context, adapterId: string): void {
  const { world } = context;
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined || adapter.kind === 'legacy') return;
  const vm = world.need('vm', adapter.vmId);
  const { channel } = adapter;
  if (channel === null) {
    if (vm.guest.state === 'running') put(context, adapter, open(context, adapter, vm));
  } else if (isGone(vm)) put(context, adapter, null);
  else put(context, adapter, passOn(context, adapter, vm, tell(context, adapter, vm, channel)));
}

function open(context: Context, adapter: Adapter, vm: Vm): NetvscChannel {
  const { nvspVersion } = guestSystem(vm.guest.operatingSystem);
  const mediaConnected = hasMedia(context.world, adapter);
  traceStart(context, adapter, vm, mediaConnected);
  return { nvspVersion, mediaConnected, linkChangedAt: null, linkChanges: [], linkToken: null };
}

/** The host indicates a change of the link; nobody is there to hear it while the guest is saved. */
function tell(context: Context, adapter: Adapter, vm: Vm, channel: NetvscChannel): NetvscChannel {
  if (vm.guest.state !== 'running') return channel;
  const connected = hasMedia(context.world, adapter);
  const told = channel.linkChanges.at(-1) ?? channel.mediaConnected;
  if (connected === told) return channel;
  traceIndication(context, adapter, connected);
  return { ...channel, linkChanges: [...channel.linkChanges, connected] };
}

/** NetVSC passes on what it was told, in order, each change when the one before is old enough. */
function passOn(context: Context, adapter: Adapter, vm: Vm, told: NetvscChannel): NetvscChannel {
  const { linkChangeInterval } = context.latencies;
  const { spacesLinkChanges } = guestSystem(vm.guest.operatingSystem);
  let channel = told;
  while (channel.linkToken === null && answers(vm)) {
    const [connected, ...linkChanges] = channel.linkChanges;
    if (connected === undefined) break;
    const { linkChangedAt } = channel;
    const wait =
      linkChangedAt === null || !spacesLinkChanges ? 0 : linkChangedAt + linkChangeInterval - context.now;
    if (wait > 0) {
      const linkToken = context.nextToken();
      context.schedule(wait, { noun: 'netvsc', subject: adapter.id, token: linkToken });
      channel = { ...channel, linkToken };
    } else {
      traceLinkChange(context, adapter, connected, spacesLinkChanges);
      channel = { ...channel, mediaConnected: connected, linkChangedAt: context.now, linkChanges };
    }
  }
  return channel;
}

/** NetVSC has waited long enough; `followNetvsc` goes on, now or when the guest answers again. */
export function resumeLinkChanges(context: Context, adapterId: string, token: number): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter?.channel?.linkToken !== token) return;
  put(context, adapter, { ...adapter.channel, linkToken: null });
}

/** The adapter is about to be removed from the running guest. */
export function rescindChannel(context: Context, adapterId: string): void {
  const adapter = context.world.adapter.get(adapterId);
  if (adapter?.channel != null) traceRescind(context, adapter);
}
