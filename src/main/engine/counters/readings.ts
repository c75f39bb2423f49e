/** From sums to the counters of each object. */
import type { objects } from '../../../shared/model/counter';
import { memoryPressure } from '../../../shared/model/memory';
import type { MemoryUse } from '../../../shared/model/memory';
import type { Readings } from './definitions';
import type { PathTraffic, Traffic, Work } from './tally';

export function switchedReadings(traffic: Traffic): Readings<typeof objects.adapter | typeof objects.switch> {
  return {
    'Bytes/sec': traffic.bytesReceived + traffic.bytesSent,
    'Bytes Received/sec': traffic.bytesReceived,
    'Bytes Sent/sec': traffic.bytesSent,
    'Packets/sec': traffic.packetsReceived + traffic.packetsSent,
    'Packets Received/sec': traffic.packetsReceived,
    'Packets Sent/sec': traffic.packetsSent,
    'Directed Packets Received/sec': traffic.packetsReceived,
    'Directed Packets Sent/sec': traffic.packetsSent,
    'Dropped Packets Incoming/sec': traffic.droppedReceived,
    'Dropped Packets Outgoing/sec': traffic.droppedSent,
  };
}

export function legacyReadings(traffic: Traffic): Readings<typeof objects.legacyAdapter> {
  return {
    'Bytes Received/sec': traffic.bytesReceived,
    'Bytes Sent/sec': traffic.bytesSent,
    'Frames Received/sec': traffic.packetsReceived,
    'Frames Sent/sec': traffic.packetsSent,
  };
}

export function nicReadings(traffic: Traffic, linkSpeedMbps: number): Readings<typeof objects.nic> {
  return {
    'Bytes Total/sec': traffic.bytesReceived + traffic.bytesSent,
    'Bytes Received/sec': traffic.bytesReceived,
    'Bytes Sent/sec': traffic.bytesSent,
    'Packets/sec': traffic.packetsReceived + traffic.packetsSent,
    'Packets Received/sec': traffic.packetsReceived,
    'Packets Sent/sec': traffic.packetsSent,
    'Current Bandwidth': linkSpeedMbps * 1e6,
  };
}

/** `packetsLost`: what changes of the data path have cost so far. */
export function dataPathReadings(
  traffic: PathTraffic,
  packetsLost: number,
): Readings<typeof objects.dataPath> {
  return {
    'Emulated Bytes/sec': traffic.emulated,
    'VMBus Bytes/sec': traffic.vmbus,
    'VF Bytes/sec': traffic.vf,
    'Total Bytes/sec': traffic.emulated + traffic.vmbus + traffic.vf,
    'Bytes Received/sec': traffic.received,
    'Bytes Sent/sec': traffic.sent,
    'Same-Host Bytes Received/sec': traffic.localReceived,
    'Same-Host Bytes Sent/sec': traffic.localSent,
    'Dropped Packets Received/sec': traffic.droppedReceived,
    'Dropped Packets Sent/sec': traffic.droppedSent,
    'Mean Latency us': traffic.packets === 0 ? 0 : traffic.waited / traffic.packets,
    'P50 Latency us': traffic.p50,
    'P99 Latency us': traffic.p99,
    'P99.9 Latency us': traffic.p999,
    'Packets Lost by Switching': packetsLost,
    '% Root Run Time': traffic.root,
  };
}

/**
 * The mean run time of `processors` root virtual processors, and their events shared out to
 * `parts`: as many parts for one of several alike, one part for all of them together.
 */
export function rootReadings(
  work: Work,
  processors: number,
  parts: number,
): Readings<typeof objects.rootVirtualProcessor> {
  return {
    '% Guest Run Time': work.guest / processors,
    '% Hypervisor Run Time': work.hypervisor / processors,
    '% Total Run Time': (work.guest + work.hypervisor) / processors,
    'Total Intercepts/sec': work.intercepts / parts,
    'Hypercalls/sec': work.hypercalls / parts,
  };
}

/** The same for virtual processors of VMs. */
export function virtualReadings(
  work: Work,
  processors: number,
  parts: number,
): Readings<typeof objects.virtualProcessor> {
  return {
    '% Guest Run Time': work.guest / processors,
    '% Hypervisor Run Time': work.hypervisor / processors,
    '% Total Run Time': (work.guest + work.hypervisor) / processors,
    'Total Intercepts/sec': work.intercepts / parts,
    'Hypercalls/sec': work.hypercalls / parts,
    'Hardware Interrupts/sec': work.hardwareInterrupts / parts,
    'Synthetic Interrupts/sec': work.syntheticInterrupts / parts,
    'Posted Interrupt Notifications/sec': work.postedInterrupts / parts,
  };
}

/**
 * One of `processors` logical processors. The hypervisor's scheduler is not modelled: everything
 * that runs on the host is spread evenly over all of them, a simplification.
 */
export function logicalReadings(
  roots: Work,
  vms: Work,
  processors: number,
): Readings<typeof objects.logicalProcessor> {
  const guest = (roots.guest + vms.guest) / processors;
  const hypervisor = (roots.hypervisor + vms.hypervisor) / processors;
  return {
    '% Guest Run Time': guest,
    '% Hypervisor Run Time': hypervisor,
    '% Total Run Time': guest + hypervisor,
    // A host at full load may be rounded to a hair above 1.
    '% Idle Time': Math.max(0, 1 - (guest + hypervisor)),
  };
}

/** A guest that has reported nothing has no pressure yet. */
export function memoryReadings(memory: MemoryUse): Readings<typeof objects.dynamicMemory> {
  return {
    'Physical Memory': memory.assignedMb,
    'Guest Visible Physical Memory': memory.visibleMb,
    'Guest Available Memory': memory.demandMb === null ? 0 : Math.max(0, memory.assignedMb - memory.demandMb),
    'Current Pressure': memoryPressure(memory) ?? 0,
    'Added Memory': memory.addedMb,
    'Removed Memory': memory.removedMb,
    'Memory Add Operations': memory.addOperations,
    'Memory Remove Operations': memory.removeOperations,
  };
}

/** `freeMb`: host memory that nobody holds; the parent partition may hold more than it should. */
export function balancerReadings(
  freeMb: number,
  averagePressure: number,
): Readings<typeof objects.memoryBalancer> {
  return { 'Available Memory': Math.max(0, freeMb), 'Average Pressure': averagePressure };
}
