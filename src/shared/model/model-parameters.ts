/**
 * The figures of the cost model and the simulated durations. The engine gets them as plain
 * numbers; the files in assets/model carry unit, mark and source beside each.
 */
import { z } from 'zod';
import { operatingSystemSchema } from './guest-systems';
import { markSchema, namesItsSource, sourceMissing } from './marked';
import type { Plain } from './marked';
import { applicationSchema } from './traffic';

/** One figure: `source` also holds the reasoning behind an estimate. */
export function figure<U extends string>(unit: U, value: z.ZodNumber = z.number().nonnegative()) {
  return z
    .strictObject({ value, unit: z.literal(unit), mark: markSchema, source: z.string().min(1) })
    .refine(namesItsSource, { error: sourceMissing });
}

const cycles = figure('cycles');
const microseconds = figure('us');
const perSecond = figure('1/s');
const pure = figure('1');
const probability = figure('1', z.number().min(0).max(1));
const bytes = figure('B');
const megabytes = figure('MB');
const megabytesStep = figure('MB', z.int().positive());
const cyclesPerByte = figure('cycles/B');

/** Distribution of a one-way latency: floor + Gamma(shape, scale) + now and then Exp(tailMean). */
const jitterSchema = z.strictObject({
  floor: microseconds,
  gammaShape: pure,
  gammaScale: microseconds,
  tailProbability: pure,
  tailMean: microseconds,
});

export const modelParametersFileSchema = z.strictObject({
  /** Leaving the guest. */
  exits: z.strictObject({
    hypercall: cycles,
    inHypervisor: cycles,
    toUserSpace: cycles,
    /** CPU time of an intercept that the VM's worker process in the root partition handles. */
    interceptToWorker: cycles,
    /** Further time until that worker thread runs; a delay, no CPU time. */
    workerWakeLatency: cycles,
  }),
  interrupts: z.strictObject({
    /** Injected by software, with the exit for end-of-interrupt. */
    virtualOld: cycles,
    virtualPosted: cycles,
    /** The guest's handler and the entry to its poll loop. */
    guestHandler: cycles,
    /** Intercepts per injected interrupt; their cycles are in `virtualOld`. */
    exitsPerInjected: pure,
    /** Packets that share an interrupt before moderation limits it. */
    batchPackets: figure('packets', z.number().positive()),
  }),
  /** The root partition's work on the software path, per unit (frame, or large segment). */
  root: z.strictObject({
    perPacket: cycles,
    /** Sorting on the default queue when the vNIC has no VMQ. */
    withoutVmq: cycles,
    policyLayer: cycles,
    /** Extra per unit that is handed over by page list (GPA-direct) or merged by RSC. */
    perLargeUnit: cycles,
    largeUnitBytes: bytes,
    /** Per byte that a guest sends, in whatever way it is handed over. */
    sentPerByte: cyclesPerByte,
  }),
  /** Copies between the guest's memory and the buffers of its VMBus channel. */
  copy: z.strictObject({
    perByte: cyclesPerByte,
    /** By the root. */
    intoReceiveBuffer: pure,
    /** By the guest. */
    outOfReceiveBuffer: pure,
    intoSendBuffer: pure,
  }),
  vmbus: z.strictObject({
    /** A longer packet does not fit a section of the send buffer and goes by page list. */
    sendSection: bytes,
    rndisHeader: bytes,
  }),
  guest: z.strictObject({
    /** Small packets through sockets. */
    perPacket: cycles,
    /** Per MTU frame when sends and receives are aggregated (TSO, GRO). */
    perPacketAggregated: cycles,
    perByte: cyclesPerByte,
  }),
  /** VMBus channel signals. */
  signal: z.strictObject({
    toHostHypercall: cycles,
    toHostWorkerWake: cycles,
    toGuestInterrupt: cycles,
    toGuestWake: cycles,
  }),
  /** The emulated DEC/Intel 21140. */
  legacy: z.strictObject({
    interceptsPerSend: pure,
    interceptsPerInterrupt: pure,
    packetsPerInterrupt: figure('packets', z.number().positive()),
    reportedLinkMbps: figure('Mb/s'),
  }),
  /** Upper limit of interrupts per second and queue for each setting; off has none. */
  moderation: z.strictObject({
    low: perSecond,
    medium: perSecond,
    high: perSecond,
    adaptiveMinimum: perSecond,
    adaptiveMaximum: perSecond,
  }),
  /** The NIC's internal switch: bits per second as a multiple of the line's. */
  nicSwitch: z.strictObject({ capacityOverLine: pure }),
  framing: z.strictObject({
    ethernetHeader: bytes,
    /** All bytes a frame takes on the wire beyond its IP packet. */
    wireOverhead: bytes,
    ipTcpHeaders: bytes,
    ipUdpHeaders: bytes,
  }),
  /** Parts of a one-way latency between guests on two hosts. */
  latency: z.strictObject({
    guestSend: microseconds,
    nicSend: microseconds,
    switchHops: microseconds,
    nicReceive: microseconds,
    vfInterrupt: microseconds,
    guestReceive: microseconds,
    /** The next five once per side on the software path. */
    vmbusSignal: microseconds,
    rootWake: microseconds,
    virtualSwitch: microseconds,
    rootCopy: microseconds,
    virtualInterrupt: microseconds,
    /** Both guests on one host, software path, complete. */
    sameHostSoftware: microseconds,
    /** Distance beyond two switch hops. */
    networkDistance: microseconds,
    /** Packets that wait before a resource at most. */
    queuePackets: figure('packets', z.number().positive()),
  }),
  traffic: z.strictObject({
    rampStep: figure('ms', z.int().positive()),
    /** Copies of each byte that the one thread of a file copy makes, besides those of the network. */
    fileCopyCopies: pure,
  }),
  jitter: z.strictObject({ vf: jitterSchema, software: jitterSchema }),
  /** The guest's NetVSC, which asks the host to switch the data path. */
  netvsc: z.strictObject({
    /** Chance that its message finds the ring full while the software path is saturated, and otherwise. */
    ringFullSaturated: probability,
    ringFullOtherwise: probability,
    /** After so many attempts it gives up. */
    sendAttempts: figure('1', z.int().positive()),
  }),
  /** What guests need of memory, and how Dynamic Memory follows. */
  memory: z.strictObject({
    /** The parent partition keeps so much. */
    parentReserve: megabytes,
    /** An idle guest that has booted. */
    guest: z.record(operatingSystemSchema, megabytes),
    /** Buffers of each synthetic adapter. */
    adapterBuffers: megabytes,
    perConnection: megabytes,
    /** What runs in the guest, as long as it has traffic. */
    application: z.record(applicationSchema, megabytes),
    /** Guests report what they need, and the balancer moves memory, so far apart. */
    balanceInterval: figure('ms', z.int().positive()),
    /** What a VM is given, or loses, at most each time. */
    addStep: megabytesStep,
    removeStep: megabytesStep,
  }),
});

const duration = figure('ms', z.int().nonnegative());

export const latenciesFileSchema = z.strictObject({
  vmStarting: duration,
  /** From the first instruction until NetVSC is up. */
  guestBoot: duration,
  /** A shutdown from inside the guest. */
  vmStopping: duration,
  /** How long a host that goes down waits for a guest that does not answer. */
  vmShutDownLimit: duration,
  vmSaving: duration,
  vmRestoring: duration,
  vmPausing: duration,
  vmResuming: duration,
  vmResetting: duration,
  hostRestart: duration,
  allocateVf: duration,
  programIommu: duration,
  createVPort: duration,
  moveFilter: duration,
  /** From the acknowledged VF association to the offer of the virtual PCI device. */
  associationToOffer: duration,
  guestDriverLoad: duration,
  /** NetVSC waits this long before it opens the VF. */
  takeover: duration,
  switchDataPath: duration,
  switchBack: duration,
  vpciRemove: duration,
  deleteVPort: duration,
  resetVf: duration,
  freeVf: duration,
  vfEnableWait: duration,
  vfDisableWait: duration,
  /** How long the host waits for the guest before it removes the device by force. */
  gracefulRemovalLimit: duration,
  /** NetVSC asks again after this long, and up to `ringFullRetrySpread` more, when the ring is full. */
  ringFullRetryMinimum: duration,
  ringFullRetrySpread: duration,
  /** Linux' NetVSC keeps changes of the link at least this far apart. */
  linkChangeInterval: duration,
  /** A message on a VMBus channel, or on the bus itself, until it is answered. */
  vmbusMessage: figure('ms'),
  /** Sharing guest memory with the host (GPADL), per MiB. */
  sharedMemoryPerMiB: figure('ms'),
  /** Time in which packets are lost when both sides take part in a change of the data path. */
  gracefulSwitchGap: figure('ms'),
  surpriseSwitchGap: figure('ms'),
  tcpRetransmissionTimeout: duration,
  /** A TCP connection is given up when nothing gets through for longer. */
  tcpGivesUpAfter: duration,
  /** From the start of the PF driver until the adapter has a link. */
  nicStart: duration,
  /** From the reset of a PF until the adapter has a link. */
  pfReset: duration,
});

export type ModelParametersFile = z.infer<typeof modelParametersFileSchema>;
export type LatenciesFile = z.infer<typeof latenciesFileSchema>;
/** The cost model's figures as plain numbers. */
export type ModelParameters = Plain<ModelParametersFile>;
/** Simulated durations in milliseconds; those that the timeline waits for are whole numbers. */
export type Latencies = Plain<LatenciesFile>;
