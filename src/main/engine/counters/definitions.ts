/**
 * The counters of the simulated host, under the names that Windows gives them (counter lists of
 * Windows Server 2016 hosts). The order of the counters of an object is the order of its slots.
 */
import { objects } from '../../../shared/model/counter';
import type { CounterKind } from '../../../shared/model/counter';

export interface CounterDefinition {
  readonly kind: CounterKind;
  readonly description: string;
}

function rate(description: string): CounterDefinition {
  return { kind: 'rate', description };
}

function percent(description: string): CounterDefinition {
  return { kind: 'percent', description };
}

function gauge(description: string): CounterDefinition {
  return { kind: 'gauge', description };
}

/** Received and sent as the virtual machines see it; traffic over a VF does not come by. */
const switched = {
  'Bytes/sec': rate('Bytes received and sent through the virtual switch.'),
  'Bytes Received/sec': rate('Bytes that virtual machines received through the virtual switch.'),
  'Bytes Sent/sec': rate('Bytes that virtual machines sent through the virtual switch.'),
  'Packets/sec': rate('Packets received and sent through the virtual switch.'),
  'Packets Received/sec': rate('Packets that virtual machines received through the virtual switch.'),
  'Packets Sent/sec': rate('Packets that virtual machines sent through the virtual switch.'),
  'Directed Packets Received/sec': rate('Unicast packets received; the simulated traffic has no others.'),
  'Directed Packets Sent/sec': rate('Unicast packets sent; the simulated traffic has no others.'),
  'Dropped Packets Incoming/sec': rate('Packets for virtual machines that did not get through.'),
  'Dropped Packets Outgoing/sec': rate('Packets from virtual machines that did not get through.'),
};

const runTime = {
  '% Guest Run Time': percent('Time in which the processor ran a partition, the root included.'),
  '% Hypervisor Run Time': percent('Time in which the processor ran the hypervisor.'),
  '% Total Run Time': percent('Guest and hypervisor run time together.'),
};

const intercepts = {
  'Total Intercepts/sec': rate('Times the hypervisor took over from the virtual processor.'),
  'Hypercalls/sec': rate('Requests of the virtual processor to the hypervisor; intercepts, too.'),
};

export const definitions = {
  [objects.adapter]: switched,
  [objects.legacyAdapter]: {
    'Bytes Received/sec': rate('Bytes that the guest received through the emulated adapter.'),
    'Bytes Sent/sec': rate('Bytes that the guest sent through the emulated adapter.'),
    'Frames Received/sec': rate('Frames that the guest received through the emulated adapter.'),
    'Frames Sent/sec': rate('Frames that the guest sent through the emulated adapter.'),
  },
  [objects.switch]: switched,
  [objects.nic]: {
    'Bytes Total/sec': rate('Bytes received and sent on the port, by the virtual switch and by VFs.'),
    'Bytes Received/sec': rate('Bytes received on the port.'),
    'Bytes Sent/sec': rate('Bytes sent on the port.'),
    'Packets/sec': rate('Packets received and sent on the port.'),
    'Packets Received/sec': rate('Packets received on the port.'),
    'Packets Sent/sec': rate('Packets sent on the port.'),
    'Current Bandwidth': gauge('Link speed in bits per second.'),
  },
  [objects.logicalProcessor]: {
    ...runTime,
    '% Idle Time': percent('Time in which the processor had nothing to do.'),
  },
  [objects.rootVirtualProcessor]: { ...runTime, ...intercepts },
  [objects.virtualProcessor]: {
    ...runTime,
    ...intercepts,
    'Hardware Interrupts/sec': rate('Interrupts of assigned devices, such as a VF.'),
    'Synthetic Interrupts/sec': rate('Interrupts of the VMBus.'),
    'Posted Interrupt Notifications/sec': rate(
      'Hardware interrupts that reached the guest without an intercept.',
    ),
  },
  [objects.memoryBalancer]: {
    'Available Memory': gauge('Memory of the host that nobody holds, MB.'),
    'Average Pressure': gauge('Mean pressure of the virtual machines that report one, percent.'),
  },
  // The pressure bands of the balancer are not simulated, and so have no counters.
  [objects.dynamicMemory]: {
    'Physical Memory': gauge('Memory that the virtual machine holds, MB.'),
    'Guest Visible Physical Memory': gauge('Memory that its guest sees, with what a balloon took, MB.'),
    'Guest Available Memory': gauge('Memory that it holds beyond what its guest needs, MB.'),
    'Current Pressure': gauge('What the guest needs, in percent of what the virtual machine holds.'),
    'Added Memory': gauge('Memory that was added since the guest was started, MB.'),
    'Removed Memory': gauge('Memory that was removed since the guest was started, MB.'),
    'Memory Add Operations': gauge('How often memory was added.'),
    'Memory Remove Operations': gauge('How often memory was removed.'),
  },
  [objects.dataPath]: {
    'Emulated Bytes/sec': rate('Bytes that the adapter carried by emulation.'),
    'VMBus Bytes/sec': rate('Bytes that the adapter carried over the VMBus.'),
    'VF Bytes/sec': rate('Bytes that the adapter carried over its VF.'),
    'Total Bytes/sec': rate('Bytes that the adapter carried on all paths.'),
    'Bytes Received/sec': rate('Bytes that the guest received on all paths.'),
    'Bytes Sent/sec': rate('Bytes that the guest sent on all paths.'),
    'Same-Host Bytes Received/sec': rate('Those of them that came from a guest of this host, not by a port.'),
    'Same-Host Bytes Sent/sec': rate('Those of them that went to a guest of this host, not by a port.'),
    'Dropped Packets Received/sec': rate('UDP packets for the guest that did not get through, on all paths.'),
    'Dropped Packets Sent/sec': rate('UDP packets from the guest that did not get through, on all paths.'),
    'Mean Latency us': gauge('One-way latency from guest to guest, microseconds; 0 without traffic.'),
    'P50 Latency us': gauge('Latency that half of the packets exceed; of several flows the slowest.'),
    'P99 Latency us': gauge('Latency that one in a hundred packets exceeds; of several flows the slowest.'),
    'P99.9 Latency us': gauge(
      'Latency that one in a thousand packets exceeds; of several flows the slowest.',
    ),
    'Packets Lost by Switching': gauge(
      'Packets lost as VMBus and VF changed places or nothing got through, since the VM started.',
    ),
    '% Root Run Time': percent("The root partition's work for the adapter, in per cent of one processor."),
  },
} as const;

export type ObjectName = keyof typeof definitions;
export type CounterName<O extends ObjectName> = keyof (typeof definitions)[O];
/**
 * One number per counter of an object: what it grows by per second (`rate`), the share of a
 * processor's time from 0 to 1 (`percent`), or its present value (`gauge`).
 */
export type Readings<O extends ObjectName> = Readonly<Record<CounterName<O>, number>>;

interface ObjectTable {
  readonly names: readonly string[];
  readonly kinds: readonly CounterKind[];
  readonly offsets: ReadonlyMap<string, number>;
}

const tables: ReadonlyMap<string, ObjectTable> = new Map(
  Object.entries<Readonly<Record<string, CounterDefinition>>>(definitions).map(([object, counters]) => {
    const names = Object.keys(counters);
    const kinds = Object.values(counters).map((definition) => definition.kind);
    return [object, { names, kinds, offsets: new Map(names.map((name, offset) => [name, offset])) }];
  }),
);

/** The counters of an object in slot order; undefined for an unknown object. */
export function tableOf(object: string): ObjectTable | undefined {
  return tables.get(object);
}
