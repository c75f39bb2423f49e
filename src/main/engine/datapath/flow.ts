/** What the data path solver is asked and what it answers. */
import type { Latency } from '../../../shared/model/latency';

/** The way of a flow's packets between the guest and the physical port. */
export type FlowPath = 'emulated' | 'vmbus' | 'vf';

/** Interrupt moderation of a VF's VPort; a limit is the driver's own, in interrupts per second. */
export type Moderation = 'off' | 'low' | 'medium' | 'high' | 'adaptive' | { readonly limitPerSecond: number };

/** A constant offered load. */
export interface Offer {
  readonly protocol: 'tcp' | 'udp';
  readonly sendMbps: number;
  readonly receiveMbps: number;
  /** IP packet size in bytes. */
  readonly packetBytes: number;
  /** One keeps to one processor of the guest and one of the root; absent means as many as there are processors. */
  readonly connections?: number;
  /** How often the application copies each payload byte, all on one thread; absent means that it does nothing with it. */
  readonly applicationCopies?: number;
  /** The guest asks again only when it has been answered: the rates above are upper limits. */
  readonly closedLoop?: ClosedLoop;
}

export interface ClosedLoop {
  /** Requests under way at once. */
  readonly outstanding: number;
  /** Payload of a request, which the guest sends, and of its answer. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Microseconds that the other side takes to answer. */
  readonly thinkUs: number;
}

/** A virtual network adapter at one end of a flow. */
export interface FlowSide {
  readonly adapterId: string;
  readonly vmId: string;
  readonly path: FlowPath;
  /** Physical port, i.e. the nic's id; null on an internal or private switch. */
  readonly portId: string | null;
  /** A hardware queue (VMQ) sorts its packets; without one the root partition does. */
  readonly vmq: boolean;
  /**
   * Root virtual processors that serve the software path: one, unless virtual RSS spreads its
   * connections. Flows of one port without VMQ share the port's default queue and so the first one.
   */
  readonly rootProcessors: readonly number[];
  /** Virtual processors of the VM; all flows of one VM say the same. */
  readonly guestProcessors: number;
  /** Part of each of these processors' time that the VM gets at most; absent means all. */
  readonly guestShare?: number;
  /**
   * The VM's weight where the host's processors are shared. Absent: they are shared like everything
   * else, evenly in what is carried.
   */
  readonly hostWeight?: number;
  /** Part of each of its processors' time that the host keeps for the VM; absent means nothing. */
  readonly hostReserve?: number;
  /**
   * Queue pairs of the VF, or channels of the VMBus adapter, each with an interrupt and a processor
   * of the guest of its own. Absent: one interrupt whose packets any processor takes, which is how
   * measurements are read that do not tell.
   */
  readonly queues?: number;
  /** Of the VF's VPort; absent means adaptive. */
  readonly moderation?: Moderation;
  /** The largest IP packet that its way lets pass; absent means any. */
  readonly mtuBytes?: number;
  /** What the virtual switch lets out of the VM, megabits per second; a VF knows no such limit. */
  readonly maximumMbps?: number | null;
  /** What the virtual switch reserves for what the VM sends, megabits per second; absent means nothing. */
  readonly minimumMbps?: number;
  /** Segments of up to 64 KB that the guest sends pass the virtual switch whole; absent means no. */
  readonly lso?: boolean;
  /** The virtual switch merges segments for the guest; absent means no. */
  readonly rsc?: boolean;
  /** The virtual switch carries a policy layer, as a public cloud's does; absent means no. */
  readonly policyLayer?: boolean;
}

/** Another adapter of the same host at the far end. */
export interface FlowPeer extends FlowSide {
  /** On the same virtual switch: nothing goes over the wire. */
  readonly local: boolean;
}

/** What one adapter exchanges with one other party. */
export interface Flow extends FlowSide {
  readonly traffic: Offer;
  /** The switch port drops all that the guest sends; absent means that it lets it pass. */
  readonly dropped?: boolean;
  /** Absent: a party beyond the port, or the management OS. */
  readonly peer?: FlowPeer;
  /** Two flows with the same one here differ by nothing but the rates that they offer: they cost the same per packet. */
  readonly kin?: object;
}

export interface Port {
  readonly id: string;
  readonly linkSpeedMbps: number;
  /** Both directions share the line; absent means that each has the whole of it. */
  readonly halfDuplex?: boolean;
}

/** The hardware that the flows share. */
export interface Plant {
  readonly clockMhz: number;
  readonly logicalProcessors: number;
  readonly ports: readonly Port[];
  /** A VF's interrupts reach the guest without an intercept; absent means yes. */
  readonly postedInterrupts?: boolean;
}

/** What one direction carries. */
export interface DirectionRates {
  readonly packetsPerSecond: number;
  /** Frame bytes: IP packet and Ethernet header, without preamble and checksum. */
  readonly bytesPerSecond: number;
  readonly payloadBitsPerSecond: number;
  /** UDP packets that were offered and did not get through. */
  readonly droppedPerSecond: number;
}

/** What keeps a flow from carrying more: its own demand, or the first resource that ran out for it. */
export type FlowLimit =
  | 'demand'
  | 'bandwidthLimit'
  | 'port'
  | 'nicSwitch'
  | 'rootProcessor'
  | 'guestProcessor'
  | 'application'
  | 'hostProcessors';

/** What a flow carries and costs at the adapter of one of its ends, per second. */
export interface EndRates {
  readonly path: FlowPath;
  /** Those that share the root's work, evenly. */
  readonly rootProcessors: readonly number[];
  /** The traffic passes the physical port. */
  readonly onWire: boolean;
  /** From the guest. */
  readonly send: DirectionRates;
  /** To the guest. */
  readonly receive: DirectionRates;
  /** The root partition's own work, all of it on `rootProcessors`. */
  readonly rootCyclesPerSecond: number;
  readonly guestCyclesPerSecond: number;
  /** All hypervisor work for the flow, on the guest's and on the root's virtual processors. */
  readonly hypervisorCyclesPerSecond: number;
  /** The part of `hypervisorCyclesPerSecond` that runs on `rootProcessors`: hypercalls of the root. */
  readonly rootHypervisorCyclesPerSecond: number;
  /** Intercepts of the guest, hypercalls among them. */
  readonly interceptsPerSecond: number;
  /** Hypercalls of the guest. */
  readonly hypercallsPerSecond: number;
  /** VMBus interrupts to the guest; the root sends each with one hypercall. */
  readonly syntheticInterruptsPerSecond: number;
  /** Interrupts of the VF. */
  readonly hardwareInterruptsPerSecond: number;
  /** Those of them that reached the guest without an intercept. */
  readonly postedInterruptsPerSecond: number;
  /** The same for both ends. */
  readonly latency: Latency;
}

/** The steady state of one flow. */
export interface FlowRates extends EndRates {
  readonly limitedBy: FlowLimit;
  /** The other end, when it is on this host; absent otherwise. */
  readonly peer?: EndRates & { readonly adapterId: string };
}

/** An adapter's id and what it carries at one end of a flow; an adapter may be at the ends of several. */
export type AdapterEnd = readonly [adapterId: string, rates: EndRates];
