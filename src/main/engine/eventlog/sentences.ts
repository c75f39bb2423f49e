/**
 * Sentences of the event log. Where Windows' wording is known the event has its ID and text; the
 * others are worded by the simulator and marked so.
 */
import { reasonText } from '../../../shared/model/iov-reason';
import { formatRoutingId } from '../../../shared/model/pcie';
import type { EventRecord } from '../../../shared/model/event';
import type { Happening, HostHappening, NicHappening, VfHappening, VmHappening } from '../world/context';

type Wording = Omit<EventRecord, 'sequence' | 'at'>;

interface Sentence {
  readonly source: string;
  readonly eventId: number | null;
  readonly simulated: boolean;
  readonly say: (name: string) => string;
}

function worker(eventId: number, what: string, simulated = false): Sentence {
  return { source: 'Hyper-V-Worker', eventId, simulated, say: (name) => `'${name}' ${what}` };
}

/** Event IDs and texts of the Worker and VMMS channels; the marked ones are not known word for word. */
const vmSentences: Readonly<Record<VmHappening, Sentence>> = {
  created: {
    source: 'Hyper-V-VMMS',
    eventId: 13002,
    simulated: false,
    say: (name) => `A new virtual machine '${name}' was created.`,
  },
  deleted: {
    source: 'Hyper-V-VMMS',
    eventId: 13003,
    simulated: false,
    say: (name) => `The virtual machine '${name}' was deleted.`,
  },
  started: worker(18500, 'started successfully.'),
  turnedOff: worker(18502, 'was turned off.'),
  shutDown: worker(18504, 'was shut down using the Shutdown Integration Component.'),
  reset: worker(18512, 'was reset using Hyper-V Manager.'),
  saved: worker(18510, 'saved successfully.', true),
  paused: worker(18516, 'was paused.', true),
  resumed: worker(18518, 'was resumed.', true),
};

function vmWording({ what, vm }: Extract<Happening, { about: 'vm' }>): Wording {
  const sentence = vmSentences[what];
  return {
    level: 'Information',
    source: sentence.source,
    eventId: sentence.eventId,
    text: `${sentence.say(vm.name)} (Virtual machine ID ${vm.id.toUpperCase()})`,
    simulated: sentence.simulated,
    vmId: vm.id,
    adapterId: null,
  };
}

/** SynthNic's VF events: the IDs are Windows', the sentences are not known and therefore ours. */
const vfSentences: Readonly<Record<VfHappening, { readonly eventId: number | null; readonly what: string }>> =
  {
    allocated: { eventId: 12584, what: 'a virtual function was allocated' },
    assigned: { eventId: 12588, what: 'a virtual function was assigned' },
    unassigned: { eventId: 12590, what: 'a virtual function was unassigned' },
    freed: { eventId: 12586, what: 'a virtual function was freed' },
    iommuProgrammed: { eventId: null, what: 'DMA and interrupt remapping were programmed' },
    vPortCreated: { eventId: null, what: 'a VPort was created' },
    vPortDeleted: { eventId: null, what: 'the VPort was deleted' },
    filterMoved: { eventId: null, what: 'the receive filter was moved to the VPort of the virtual function' },
    filterMovedBack: { eventId: null, what: 'the receive filter was moved back to the default VPort' },
    driverLoaded: { eventId: null, what: 'the guest loaded the virtual function driver' },
    driverMissing: { eventId: null, what: 'the guest has no driver for the virtual function' },
    vfJoined: { eventId: null, what: 'NetVSC opened the virtual function' },
    switchedToVf: { eventId: null, what: 'the data path was switched to the virtual function' },
    switchedToSoftware: { eventId: null, what: 'the data path was switched to the software path' },
    functionReset: { eventId: null, what: 'the virtual function was reset' },
    vPortRefused: { eventId: null, what: 'no VPort could be created for the virtual function' },
    vfRefused: { eventId: null, what: 'NetVSC does not use the virtual function' },
    surpriseRemoved: {
      eventId: null,
      what: 'the guest did not answer in time, and the virtual function was removed by surprise',
    },
    revoked: { eventId: null, what: 'the virtual function is taken back' },
    guestSilent: { eventId: null, what: 'the guest does not answer and keeps the virtual function for now' },
    lostWithPf: { eventId: null, what: 'the virtual function is gone with its physical function' },
    filterChanged: { eventId: null, what: 'the receive filter got another VLAN' },
    ringFull: {
      eventId: null,
      what: 'the VMBus ring was full, and NetVSC asks again to switch the data path',
    },
  };

const troubles: ReadonlySet<VfHappening> = new Set([
  'driverMissing',
  'vPortRefused',
  'vfRefused',
  'surpriseRemoved',
  'guestSilent',
  'lostWithPf',
]);

function vfWording({ what, vm, adapter, vf, why }: Extract<Happening, { about: 'vf' }>): Wording {
  const sentence = vfSentences[what];
  const port = vf.vPortId === null ? '' : `, VPort ${vf.vPortId}`;
  const reason = why === undefined ? '' : ` ${reasonText(why).text}`;
  const place = `VF ${vf.index}, routing ID ${formatRoutingId(vf.routingId)}${port}`;
  return {
    level: troubles.has(what) ? 'Warning' : 'Information',
    source: sentence.eventId === null ? 'SR-IOV simulation' : 'Hyper-V-SynthNic',
    eventId: sentence.eventId,
    text: `'${vm.name}' ${adapter.name} (${adapter.id.toUpperCase()}): ${sentence.what} (${place}).${reason}`,
    simulated: true,
    vmId: vm.id,
    adapterId: adapter.id,
  };
}

/** Windows' drivers word these each in their own way, so the sentences are the simulator's. */
const nicSentences: Readonly<
  Record<NicHappening, { readonly level: Wording['level']; readonly what: string }>
> = {
  halting: {
    level: 'Information',
    what: 'the adapter stops for a restart; everything above it lets go first',
  },
  restarted: { level: 'Information', what: 'the adapter has started' },
  disabled: { level: 'Information', what: 'the adapter is disabled' },
  failed: {
    level: 'Error',
    what: 'the driver has stopped the device because it has reported problems (code 43)',
  },
  resetting: {
    level: 'Warning',
    what: 'the physical function is reset; its virtual functions fail over first',
  },
  removed: { level: 'Error', what: 'the adapter was removed while in use' },
  returned: { level: 'Information', what: 'the adapter is back in its slot' },
  linkUp: { level: 'Information', what: 'the network link is up' },
  linkDown: { level: 'Warning', what: 'the network link is down' },
  vfsEnabled: { level: 'Information', what: 'the NIC switch was created and virtual functions were enabled' },
  vfsNotEnabled: {
    level: 'Error',
    what: 'the NIC switch was not created, because virtual functions could not be enabled',
  },
  vfsDisabled: {
    level: 'Information',
    what: 'virtual functions were disabled and the NIC switch was deleted',
  },
};

function nicWording({ what, nic, why }: Extract<Happening, { about: 'nic' }>): Wording {
  const sentence = nicSentences[what];
  return {
    level: sentence.level,
    source: 'SR-IOV simulation',
    eventId: null,
    text: `${nic.name} (${nic.interfaceDescription}): ${sentence.what}.${why === undefined ? '' : ` ${why}`}`,
    simulated: true,
    vmId: null,
    adapterId: null,
  };
}

const hostSentences: Readonly<
  Record<HostHappening, Pick<Wording, 'source' | 'eventId' | 'text' | 'simulated'>>
> = {
  goingDown: {
    source: 'SR-IOV simulation',
    eventId: null,
    text: 'The host is restarting.',
    simulated: true,
  },
  up: { source: 'SR-IOV simulation', eventId: null, text: 'The host has started.', simulated: true },
  // From memory: what the System log says of every service.
  serviceStopped: {
    source: 'Service Control Manager',
    eventId: 7036,
    text: 'The Hyper-V Virtual Machine Management service entered the stopped state.',
    simulated: false,
  },
  serviceStarted: {
    source: 'Service Control Manager',
    eventId: 7036,
    text: 'The Hyper-V Virtual Machine Management service entered the running state.',
    simulated: false,
  },
};

/** The log's wording of a happening. */
export function describe(happening: Happening): Wording {
  if (happening.about === 'vm') return vmWording(happening);
  if (happening.about === 'vf') return vfWording(happening);
  if (happening.about === 'nic') return nicWording(happening);
  return { level: 'Information', ...hostSentences[happening.what], vmId: null, adapterId: null };
}
