/**
 * One packet on its way from guest to guest, hop by hop, for teaching: who runs, for how long, and
 * what is copied or intercepted. Cycles are those of this host; what the other host spends is not counted.
 */
import { z } from 'zod';

/** Who works on the packet at a hop. `vmwp` is the VM's worker process in the root partition. */
export const traceActorSchema = z.enum([
  'guestKernel',
  'hypervisor',
  'vmwp',
  'rootKernel',
  'nic',
  'network',
  'otherHost',
]);

/** What happens; the console has the words in its own language. */
export const traceEventSchema = z.enum([
  'stackSend',
  'copyToSendBuffer',
  'gatherPages',
  'signalHost',
  'interruptRoot',
  'wakeRoot',
  'switchFrame',
  'touchPayload',
  'nicSend',
  'wire',
  'insideNic',
  'nicReceive',
  'nicInterruptRoot',
  'copyToReceiveBuffer',
  'signalGuest',
  'interruptGuest',
  'copyFromReceiveBuffer',
  'stackReceive',
  'doorbell',
  'emulateDoorbell',
  'serveInterrupt',
  'completeSend',
  'mirror',
]);

export const traceHopSchema = z.object({
  actor: traceActorSchema,
  event: traceEventSchema,
  /** The event in English. */
  label: z.string(),
  /** Cycles of this host's processors, by who is charged with them. */
  cycles: z.object({ guest: z.number(), root: z.number(), hypervisor: z.number() }),
  /** A copy of the packet, and between which memories. */
  copy: z.object({ bytes: z.number(), class: z.enum(['sendBuffer', 'receiveBuffer']) }).nullable(),
  /** Times the hypervisor takes over from the guest; hypercalls and signals are among them. */
  intercepts: z.number(),
  hypercalls: z.number(),
  /** VMBus signals in either direction. */
  signals: z.number(),
  /** Microseconds since the guest's send call, and how long the hop takes. */
  startUs: z.number(),
  durationUs: z.number(),
  /** False for work that goes on after the packet has passed: it costs cycles, but the packet does not wait for it. */
  onTheWay: z.boolean(),
});

export const packetTraceSchema = z.object({
  path: z.enum(['emulated', 'vmbus', 'vf']),
  direction: z.enum(['send', 'receive']),
  /** Bytes of the IP packet. */
  bytes: z.number(),
  hops: z.array(traceHopSchema),
  /** Of the hops on the way, microseconds: the base latency of the path, on idle hosts. */
  totalUs: z.number(),
});

export const packetTraceQuestionSchema = z.object({
  adapterId: z.string().min(1).max(100),
  direction: z.enum(['send', 'receive']),
  /** Bytes of the IP packet; absent: the size that the adapter's traffic profile says. */
  bytes: z.int().min(64).max(9000).optional(),
  /** Absent: the path that the adapter is on now. */
  path: z.enum(['emulated', 'vmbus', 'vf']).optional(),
});

export type PacketTraceQuestion = z.infer<typeof packetTraceQuestionSchema>;
export type TraceActor = z.infer<typeof traceActorSchema>;
export type TraceEvent = z.infer<typeof traceEventSchema>;
export type TraceHop = z.infer<typeof traceHopSchema>;
export type PacketTrace = z.infer<typeof packetTraceSchema>;
