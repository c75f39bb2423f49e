/**
 * Entries of the trace on a VF's way: OIDs to the PF driver, messages of the virtual PCI bus and of
 * NetVSC. An entry stands where the request is complete. Names and members: Microsoft's pages on the
 * SR-IOV OIDs, Linux' hyperv_net.h for NVSP, Linux' vpci documentation.
 */
import type { Adapter, ProgrammedFilter } from '../../../shared/model/adapter';
import type { Latencies } from '../../../shared/model/model-parameters';
import type { TraceEntry } from '../../../shared/model/ndis-trace';
import { carriesData } from '../../../shared/model/vf';
import type { Vf, VfStep } from '../../../shared/model/vf';
import type { Context } from '../world/context';
import { steps } from './steps';

type Entry = Pick<TraceEntry, 'channel' | 'kind' | 'name' | 'from' | 'to' | 'parameters'>;

const stack = 'Virtualization stack';
const pf = 'PF miniport';
const vsp = 'VPCI VSP';
const vsc = 'VPCI VSC';
const netvsp = 'NetVSP';
const netvsc = 'NetVSC';

export function traceVf(
  context: Context,
  adapter: Adapter,
  vf: Vf,
  entry: Entry,
  outcome: { readonly status?: string; readonly tookMs?: number } = {},
): void {
  const { status = 'NDIS_STATUS_SUCCESS', tookMs = 0 } = outcome;
  context.trace({ ...entry, status, tookMs, nicId: vf.nicId, adapterId: adapter.id, vfId: vf.id });
}

function oid(kind: 'method' | 'set' | 'query', name: string, parameters: Entry['parameters']): Entry {
  return { channel: 'OID', kind, name, from: stack, to: pf, parameters };
}

function nvsp(from: string, name: string, parameters: Entry['parameters']): Entry {
  const to = from === netvsc ? netvsp : netvsc;
  return { channel: 'NVSP', kind: null, name, from, to, parameters };
}

function vpci(name: string, parameters: Entry['parameters'] = {}, from = vsp): Entry {
  return { channel: 'VPCI', kind: null, name, from, to: from === vsp ? vsc : vsp, parameters };
}

function call(from: string, to: string, name: string, parameters: Entry['parameters']): Entry {
  return { channel: 'call', kind: null, name, from, to, parameters };
}

function hex(routingId: number): string {
  return `0x${routingId.toString(16).padStart(4, '0')}`;
}

const association = 'NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION';
const switchDataPath = 'NVSP_MSG4_TYPE_SWITCH_DATA_PATH';

/** NetVSP tells NetVSC of its VF, or that it is no longer there. */
export function traceAssociation(context: Context, adapter: Adapter, vf: Vf, allocated: boolean): void {
  const parameters = { VfAllocated: allocated ? 1 : 0, VfSerialNumber: vf.serial ?? 0 };
  traceVf(context, adapter, vf, nvsp(netvsp, association, parameters), { status: 'NVSP_STAT_SUCCESS' });
}

/** The ring was full: NetVSC could not even ask. */
export function traceFullRing(context: Context, adapter: Adapter, vf: Vf): void {
  const entry = nvsp(netvsc, switchDataPath, { ActiveDataPath: 1 });
  traceVf(context, adapter, vf, entry, { status: 'STATUS_RETRY' });
}

/** The virtualization stack numbers a VF before it asks for one; the call's name is the simulator's. */
export function traceSerial(context: Context, adapter: Adapter, vf: Vf): void {
  const entry = call(stack, 'NDIS', 'Generate VF serial number', { SerialNumber: vf.serial ?? 0 });
  traceVf(context, adapter, vf, entry, { status: 'STATUS_SUCCESS' });
}

/**
 * The guest did not answer in time, or the device is gone from under it. Where the VF carried the
 * traffic the host first puts the data path back itself, as OpenVMM does.
 */
export function traceSurprise(context: Context, adapter: Adapter, vf: Vf, step: VfStep): void {
  if (carriesData(step)) {
    const forced = call(netvsp, 'Hyper-V virtual switch', 'Force data path to synthetic', {});
    traceVf(context, adapter, vf, forced, { status: 'STATUS_SUCCESS' });
  }
  traceVf(context, adapter, vf, vpci('Rescind (surprise removal)'), { status: 'STATUS_SUCCESS' });
}

/** An extension of the switch has the VF taken from the port. */
export function traceRemoveVf(context: Context, adapter: Adapter, vf: Vf): void {
  const parameters = { PortId: adapter.id, NicIndex: 0 };
  const between = ['Forwarding extension', 'Hyper-V virtual switch'] as const;
  traceVf(context, adapter, vf, call(...between, 'NDIS_STATUS_SWITCH_PORT_REMOVE_VF', parameters));
}

/** The filter of a VF's VPort follows the adapter's address and VLAN. */
export function traceFilter(
  context: Context,
  adapter: Adapter,
  vf: Vf,
  before: ProgrammedFilter,
  after: ProgrammedFilter,
): void {
  const of = ({ vPortId, macAddress, vlanId }: ProgrammedFilter): Entry['parameters'] => ({
    VPortId: vPortId,
    MacAddress: macAddress,
    VlanId: vlanId ?? 0,
  });
  // The new one comes before the old one goes: at no moment is there none.
  traceVf(context, adapter, vf, oid('method', 'OID_RECEIVE_FILTER_SET_FILTER', of(after)));
  traceVf(context, adapter, vf, oid('set', 'OID_RECEIVE_FILTER_CLEAR_FILTER', of(before)));
}

function moveFilter(adapter: Adapter, from: number, to: number): Entry {
  return oid('set', 'OID_RECEIVE_FILTER_MOVE_FILTER', {
    SourceVPortId: from,
    DestVPortId: to,
    MacAddress: adapter.filter?.macAddress ?? '',
    VlanId: adapter.filter?.vlanId ?? 0,
  });
}

function allocate(context: Context, adapter: Adapter, vf: Vf): Entry {
  const vm = context.world.need('vm', adapter.vmId);
  return oid('method', 'OID_NIC_SWITCH_ALLOCATE_VF', {
    SwitchId: 0,
    VMName: vm.id,
    VMFriendlyName: vm.name,
    NicName: adapter.id,
    PermanentMacAddress: adapter.macAddress ?? '',
    CurrentMacAddress: adapter.macAddress ?? '',
    VFId: vf.index,
    RequestorId: hex(vf.routingId),
  });
}

function createVPort(adapter: Adapter, vf: Vf): Entry {
  return oid('method', 'OID_NIC_SWITCH_CREATE_VPORT', {
    SwitchId: 0,
    VPortId: vf.vPortId ?? 0,
    AttachedFunctionId: vf.index,
    NumQueuePairs: vf.queuePairs,
    InterruptModeration: adapter.iovInterruptModeration,
    VPortState: 'NdisNicSwitchVPortStateActivated',
  });
}

/** What the guest's bus driver asks before the VF driver can be loaded. */
function offered({ world }: Context, vf: Vf): Entry[] {
  const { vendorId, sriov } = world.need('function', vf.nicId);
  const ids = { VendorId: hex(vendorId ?? 0), DeviceId: hex(sriov?.vfDeviceId ?? 0) };
  const VFId = vf.index;
  const bars = sriov?.vfBars.map(({ index }) => index) ?? [];
  return [
    vpci('Offer channel', { SerialNumber: vf.serial ?? 0 }),
    { ...oid('query', 'OID_SRIOV_PROBED_BARS', { VFId, Bars: bars.join(', ') }), from: vsp },
    ...bars.map((BarIndex) => ({
      ...oid('method', 'OID_SRIOV_BAR_RESOURCES', { VFId, BarIndex }),
      from: vsp,
    })),
    { ...oid('method', 'OID_SRIOV_VF_VENDOR_DEVICE_ID', { VFId, ...ids }), from: vsp },
    vpci('Device enters D0', {}, vsc),
  ];
}

/** In the guest: the VF's driver starts. */
function driverStart({ world }: Context, vf: Vf): Entry {
  const MiniportName = world.nic.get(vf.nicId)?.nicSwitch?.vfDriver ?? '';
  return call('NDIS (guest)', 'VF miniport', 'MiniportInitializeEx', { MiniportName });
}

/** NetVSC finds its VF by the serial number, which NDIS in the guest knows, and binds to it (trace event 50). */
function takeover({ world }: Context, vf: Vf): Entry[] {
  const VfSerialNumber = vf.serial ?? 0;
  const MiniportName = world.nic.get(vf.nicId)?.nicSwitch?.vfDriver ?? '';
  return [
    {
      ...oid('query', 'OID_SRIOV_VF_SERIAL_NUMBER', { SerialNumber: VfSerialNumber }),
      from: netvsc,
      to: 'NDIS (guest)',
    },
    call(netvsc, 'NDIS (guest)', 'VfBindAdapter', { VfSerialNumber, MiniportName }),
  ];
}

/** What is complete when the step is. `vf` has its VPort still, or already. */
function entriesOf(context: Context, step: VfStep, adapter: Adapter, vf: Vf): readonly Entry[] {
  const vPort = vf.vPortId ?? 0;
  switch (step) {
    case 'allocating':
      return [allocate(context, adapter, vf)];
    case 'programmingIommu': {
      const parameters = { RequestorId: hex(vf.routingId) };
      return [call(stack, 'Hypervisor', 'Program DMA and interrupt remapping', parameters)];
    }
    case 'creatingVPort':
      return [createVPort(adapter, vf)];
    case 'movingFilter':
      return [moveFilter(adapter, 0, vPort)];
    case 'associating':
      return offered(context, vf);
    case 'loadingDriver':
      return [driverStart(context, vf)];
    case 'takingOver':
      return takeover(context, vf);
    case 'switching':
      return [nvsp(netvsc, switchDataPath, { ActiveDataPath: 1 })];
    case 'switchingBack':
      return [nvsp(netvsc, switchDataPath, { ActiveDataPath: 0 })];
    case 'removingDevice':
      return [vpci('Eject'), vpci('Ejection complete', {}, vsc)];
    case 'movingFilterBack':
      return vf.vPortId === null ? [] : [moveFilter(adapter, vPort, 0)];
    case 'deletingVPort':
      return [oid('set', 'OID_NIC_SWITCH_DELETE_VPORT', { VPortId: vPort })];
    case 'resettingVf':
      return [oid('set', 'OID_SRIOV_RESET_VF', { VFId: vf.index })];
    case 'freeing':
      return [oid('set', 'OID_NIC_SWITCH_FREE_VF', { VFId: vf.index })];
    default:
      return [];
  }
}

const statusOf: Readonly<Partial<Record<TraceEntry['channel'], string>>> = {
  call: 'STATUS_SUCCESS',
  NVSP: 'NVSP_STAT_SUCCESS',
  VPCI: 'STATUS_SUCCESS',
};

function durationOf(step: VfStep, latencies: Latencies): number {
  const { takes } = steps[step];
  return takes === null ? 0 : latencies[takes];
}

/** The offer is what took its time; what the guest asks of its new device follows at once. */
function timedEntry(step: VfStep, count: number): number {
  return step === 'associating' ? 0 : count - 1;
}

/** Writes what was asked and answered while the step lasted; its time belongs to one of the requests, mostly the last. */
export function traceStep(context: Context, step: VfStep, adapter: Adapter, vf: Vf): void {
  const entries = entriesOf(context, step, adapter, vf);
  entries.forEach((entry, index) => {
    const timed = index === timedEntry(step, entries.length);
    const tookMs = timed ? durationOf(step, context.latencies) : 0;
    traceVf(context, adapter, vf, entry, {
      status: statusOf[entry.channel] ?? 'NDIS_STATUS_SUCCESS',
      tookMs,
    });
  });
}

/** The PF driver could not make the VPort. */
export function traceNoVPort(context: Context, adapter: Adapter, vf: Vf): void {
  const entry = createVPort(adapter, vf);
  traceVf(context, adapter, vf, entry, {
    status: 'NDIS_STATUS_RESOURCES',
    tookMs: context.latencies.createVPort,
  });
}
