/**
 * What host and guest say on the VMBus when a synthetic adapter comes up, in the order of Linux'
 * netvsc.c and rndis_filter.c; Windows' driver is taken to do the same. Names and members: Linux'
 * hyperv.h, hyperv_net.h and rndis.h. Completions that say nothing but success are left out.
 */
import type { Adapter } from '../../../shared/model/adapter';
import { guestSystem } from '../../../shared/model/guest-systems';
import type { GuestSystem } from '../../../shared/model/guest-systems';
import type { Latencies } from '../../../shared/model/model-parameters';
import type { TraceEntry } from '../../../shared/model/ndis-trace';
import { nvspVersions } from '../../../shared/model/netvsc-channel';
import type { Vm } from '../../../shared/model/vm';
import type { Context } from '../world/context';

type Parameters = TraceEntry['parameters'];
type Message = Pick<TraceEntry, 'channel' | 'name' | 'from' | 'to' | 'parameters' | 'status'> & {
  /** Members that differ from adapter to adapter. */
  readonly own?: (adapter: Adapter, vm: Vm) => Parameters;
  /** Guest memory that is shared first, in MiB. */
  readonly sharedMiB?: number;
  /** It answers the message before it, whose time it is part of. */
  readonly isAnswer?: boolean;
};

const netvsp = 'NetVSP';
const netvsc = 'NetVSC';
const hostBus = 'VMBus (host)';
const guestBus = 'VMBus (guest)';
const success = { status: 'STATUS_SUCCESS' } as const;

/** Class of network adapters on the VMBus (OpenVMM). */
const networkClass = '{f8615163-df3e-46c5-913f-f2d2f965ed0e}';
const packetFilter =
  'NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST | NDIS_PACKET_TYPE_ALL_MULTICAST';
const ethernetHeader = 14;
const defaultMtu = 1500;
/** NETVSC_RECEIVE_BUFFER_ID and NETVSC_SEND_BUFFER_ID. */
const bufferIds = { receive: 0xcafe, send: 0 } as const;
/** Sizes of Linux' driver, which Windows' is taken to share: bytes of a part, MiB of the whole. */
const receiveBuffer = { section: 1728, miB: 16, legacyMiB: 15 } as const;
const sendBuffer = { section: 6144, miB: 1 } as const;
/** Of one direction: 128 pages. */
const ringMiB = 0.5;
const miB = 2 ** 20;

function nvsp(name: string, parameters: Parameters, more: Partial<Message> = {}): Message {
  const way = { channel: 'NVSP', from: netvsc, to: netvsp, status: 'NVSP_STAT_SUCCESS' } as const;
  return { ...way, name, parameters, ...more };
}

function nvspAnswer(name: string, parameters: Parameters): Message {
  return nvsp(name, parameters, { from: netvsp, to: netvsc, isAnswer: true });
}

function rndis(name: string, parameters: Parameters): Message {
  const way = { channel: 'RNDIS', from: netvsc, to: netvsp, status: 'RNDIS_STATUS_SUCCESS' } as const;
  return { ...way, name, parameters };
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

/** Offer and opening of the channel, whose two rings the guest makes. */
function channelMessages(): Message[] {
  const toGuest = { channel: 'VMBus', from: hostBus, to: guestBus, ...success } as const;
  const toHost = { ...toGuest, from: guestBus, to: hostBus };
  const own = ({ id }: Adapter): Parameters => ({ InterfaceType: networkClass, InterfaceInstance: id });
  const rings = { ByteCount: 2 * ringMiB * miB };
  return [
    { ...toGuest, name: 'CHANNELMSG_OFFERCHANNEL', parameters: {}, own },
    { ...toHost, name: 'CHANNELMSG_GPADL_HEADER', parameters: rings, sharedMiB: 2 * ringMiB },
    { ...toHost, name: 'CHANNELMSG_OPENCHANNEL', parameters: {} },
    { ...toGuest, name: 'CHANNELMSG_OPENCHANNEL_RESULT', parameters: {}, isAnswer: true },
  ];
}

/** What the guest's NetVSC can do. A guest that cannot take a VF leaves the bit clear, and gets none. */
function abilities({ traffic }: Adapter, { guest }: Vm): Parameters {
  const { nvspVersion } = guestSystem(guest.operatingSystem);
  const { v5, v61 } = nvspVersions;
  return {
    Mtu: Math.max(defaultMtu, traffic.packetBytes) + ethernetHeader,
    Ieee8021qEnabled: true,
    SriovEnabled: guest.supportsSriov && nvspVersion >= v5,
    TeamingEnabled: nvspVersion >= v5,
    RscEnabled: nvspVersion >= v61,
  };
}

/** The newest version that the guest knows comes first, and this host knows them all. */
function versionMessages({ nvspVersion, ndisVersion }: GuestSystem): Message[] {
  const version = hex(nvspVersion);
  const [NdisMajorVersion, NdisMinorVersion] = ndisVersion;
  return [
    nvsp('NVSP_MSG_TYPE_INIT', { MinProtocolVersion: version, MaxProtocolVersion: version }),
    nvspAnswer('NVSP_MSG_TYPE_INIT_COMPLETE', { NegotiatedProtocolVersion: version }),
    nvsp('NVSP_MSG2_TYPE_SEND_NDIS_CONFIG', {}, { own: abilities }),
    nvsp('NVSP_MSG1_TYPE_SEND_NDIS_VER', { NdisMajorVersion, NdisMinorVersion }),
  ];
}

/** The host divides the buffer for what it sends, and names the part in which the guest may put a packet. */
function bufferMessages({ nvspVersion }: GuestSystem): Message[] {
  const receiveMiB = nvspVersion <= nvspVersions.v2 ? receiveBuffer.legacyMiB : receiveBuffer.miB;
  const share = (sharedMiB: number): Message => ({
    channel: 'VMBus',
    name: 'CHANNELMSG_GPADL_HEADER',
    from: guestBus,
    to: hostBus,
    parameters: { ByteCount: sharedMiB * miB },
    sharedMiB,
    ...success,
  });
  return [
    share(receiveMiB),
    nvsp('NVSP_MSG1_TYPE_SEND_RECV_BUF', { Id: hex(bufferIds.receive) }),
    nvspAnswer('NVSP_MSG1_TYPE_SEND_RECV_BUF_COMPLETE', {
      NumSections: 1,
      SubAllocSize: receiveBuffer.section,
      NumSubAllocs: Math.floor((receiveMiB * miB) / receiveBuffer.section),
    }),
    share(sendBuffer.miB),
    nvsp('NVSP_MSG1_TYPE_SEND_SEND_BUF', { Id: hex(bufferIds.send) }),
    nvspAnswer('NVSP_MSG1_TYPE_SEND_SEND_BUF_COMPLETE', { SectionSize: sendBuffer.section }),
  ];
}

function permanentAddress({ macAddress }: Adapter): Parameters {
  return { Oid: 'OID_802_3_PERMANENT_ADDRESS', Information: macAddress ?? '' };
}

function rndisMessages(connected: boolean): Message[] {
  return [
    rndis('REMOTE_NDIS_INITIALIZE_MSG', { MajorVersion: 1, MinorVersion: 0, MaxTransferSize: 0x4000 }),
    { ...rndis('REMOTE_NDIS_QUERY_MSG', {}), own: permanentAddress },
    rndis('REMOTE_NDIS_QUERY_MSG', {
      Oid: 'OID_GEN_MEDIA_CONNECT_STATUS',
      Information: connected ? 'NdisMediaStateConnected' : 'NdisMediaStateDisconnected',
    }),
    rndis('REMOTE_NDIS_SET_MSG', {
      Oid: 'OID_GEN_CURRENT_PACKET_FILTER',
      Information: packetFilter,
    }),
  ];
}

interface TimedMessage extends Message {
  readonly tookMs: number;
  /** From the end of this message to that of the last one, in milliseconds. */
  readonly beforeEnd: number;
}

function microseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

function startOf(latencies: Latencies, system: GuestSystem, connected: boolean): TimedMessage[] {
  const messages = [
    ...channelMessages(),
    ...versionMessages(system),
    ...bufferMessages(system),
    ...rndisMessages(connected),
  ];
  const { vmbusMessage, sharedMemoryPerMiB } = latencies;
  let beforeEnd = 0;
  return messages
    .reverse()
    .map((message) => {
      const { isAnswer = false, sharedMiB = 0 } = message;
      const tookMs = isAnswer ? 0 : microseconds(vmbusMessage + sharedMiB * sharedMemoryPerMiB);
      const timed = { ...message, tookMs, beforeEnd };
      beforeEnd = microseconds(beforeEnd + tookMs);
      return timed;
    })
    .reverse();
}

interface Start {
  readonly up: readonly TimedMessage[];
  readonly down: readonly TimedMessage[];
}

/** What a start says differs from adapter to adapter in a few members only; a thousand VMs may start at once. */
const known = new WeakMap<Latencies, Map<GuestSystem, Start>>();

function knownStart(
  { latencies }: Context,
  system: GuestSystem,
  connected: boolean,
): readonly TimedMessage[] {
  const starts = known.get(latencies) ?? new Map<GuestSystem, Start>();
  known.set(latencies, starts);
  const start = starts.get(system) ?? {
    up: startOf(latencies, system, true),
    down: startOf(latencies, system, false),
  };
  starts.set(system, start);
  return connected ? start.up : start.down;
}

function write(
  context: Context,
  adapterId: string,
  { channel, name, from, to, parameters, status }: Message,
  tookMs = 0,
  at = context.now,
): void {
  const about = { kind: null, nicId: null, adapterId, vfId: null };
  context.trace({ at, channel, ...about, name, from, to, parameters, status, tookMs });
}

/**
 * The adapter comes up in the guest: the last message is complete now, the others in the millisecond
 * before. All of it together takes less, so that an adapter's entries stay in the order of time.
 */
export function traceStart(context: Context, adapter: Adapter, vm: Vm, connected: boolean): void {
  const { now } = context;
  for (const message of knownStart(context, guestSystem(vm.guest.operatingSystem), connected)) {
    const { own, tookMs, beforeEnd } = message;
    const told = own === undefined ? message : { ...message, parameters: own(adapter, vm) };
    write(context, adapter.id, told, tookMs, microseconds(now - beforeEnd));
  }
}

/** The host tells NetVSC that the link has come or gone. */
export function traceIndication(context: Context, { id }: Adapter, connected: boolean): void {
  const Status = connected ? 'RNDIS_STATUS_MEDIA_CONNECT' : 'RNDIS_STATUS_MEDIA_DISCONNECT';
  const message = rndis('REMOTE_NDIS_INDICATE_STATUS_MSG', { Status });
  write(context, id, { ...message, from: netvsp, to: netvsc });
}

/** NetVSC tells the guest's network stack: in Linux as a change of the carrier, in Windows as a link state. */
export function traceLinkChange(
  context: Context,
  { id }: Adapter,
  connected: boolean,
  inLinux: boolean,
): void {
  const call = { channel: 'call', from: netvsc, ...success } as const;
  if (inLinux) {
    const name = connected ? 'netif_carrier_on' : 'netif_carrier_off';
    return write(context, id, { ...call, to: 'Network stack (guest)', name, parameters: {} });
  }
  const parameters = {
    StatusCode: 'NDIS_STATUS_LINK_STATE',
    MediaConnectState: connected ? 'MediaConnectStateConnected' : 'MediaConnectStateDisconnected',
  };
  write(context, id, { ...call, to: 'NDIS (guest)', name: 'NdisMIndicateStatusEx', parameters });
}

/** The host takes its offer back: the device vanishes from the running guest. */
export function traceRescind(context: Context, { id }: Adapter): void {
  const name = 'CHANNELMSG_RESCIND_CHANNELOFFER';
  const way = { channel: 'VMBus', from: hostBus, to: guestBus, ...success } as const;
  write(context, id, { ...way, name, parameters: { InterfaceInstance: id } });
}
