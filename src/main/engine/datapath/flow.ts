/** What the data path solver is asked and what it answers. */
import type { TrafficProfile } from '../../../shared/model/traffic';

/** The way of a flow's packets between the guest and the physical port. */
export type FlowPath = 'emulated' | 'vmbus' | 'vf';

/** One virtual network adapter with a constant offered load. */
export interface Flow {
  readonly adapterId: string;
  readonly vmId: string;
  readonly path: FlowPath;
  /** Physical port, i.e. the nic's id; null on an internal switch, where the peer is the management OS. */
  readonly portId: string | null;
  readonly traffic: TrafficProfile;
  /** A hardware queue (VMQ) sorts its packets; without one the root partition does. */
  readonly vmq: boolean;
  /**
   * Root virtual processor that serves the software path. Flows of one port without VMQ share the
   * port's default queue, so the caller gives them the same number.
   */
  readonly rootProcessor: number;
  /** Virtual processors of the VM; all flows of one VM say the same. */
  readonly guestProcessors: number;
}

/** The hardware that the flows share. */
export interface Plant {
  readonly clockMhz: number;
  readonly logicalProcessors: number;
  readonly ports: readonly { readonly id: string; readonly linkSpeedMbps: number }[];
  /** The virtual switch carries a policy layer, as a public cloud's does; absent means no. */
  readonly policyLayer?: boolean;
}

/** What one direction carries. */
export interface DirectionRates {
  readonly packetsPerSecond: number;
  /** Frame bytes: IP packet and Ethernet header, without preamble and checksum. */
  readonly bytesPerSecond: number;
  readonly payloadBitsPerSecond: number;
}

/** What keeps a flow from carrying more: its own demand, or the first resource that ran out for it. */
export type FlowLimit = 'demand' | 'port' | 'rootProcessor' | 'guestProcessor' | 'hostProcessors';

/** The steady state of one flow: what it carries and what that costs per second. */
export interface FlowRates {
  readonly path: FlowPath;
  readonly rootProcessor: number;
  /** From the guest. */
  readonly send: DirectionRates;
  /** To the guest. */
  readonly receive: DirectionRates;
  /** The root partition's own work, all of it on `rootProcessor`. */
  readonly rootCyclesPerSecond: number;
  readonly guestCyclesPerSecond: number;
  /** All hypervisor work for the flow, on the guest's and on the root's virtual processors. */
  readonly hypervisorCyclesPerSecond: number;
  /** The part of `hypervisorCyclesPerSecond` that runs on `rootProcessor`: hypercalls of the root. */
  readonly rootHypervisorCyclesPerSecond: number;
  /** Intercepts of the guest, hypercalls among them. */
  readonly interceptsPerSecond: number;
  /** Hypercalls of the guest. */
  readonly hypercallsPerSecond: number;
  /** VMBus interrupts to the guest; the root sends each with one hypercall. */
  readonly syntheticInterruptsPerSecond: number;
  /** Interrupts of the VF, posted to the guest. */
  readonly hardwareInterruptsPerSecond: number;
  readonly limitedBy: FlowLimit;
}
