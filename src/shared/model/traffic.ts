/** What a guest sends and receives through one virtual network adapter. */
import { z } from 'zod';
import { constantShape, shapeSchema } from './traffic-shape';

/** What runs in the guest. All but `custom` propose a profile; the two closed loops also behave differently. */
export const applicationSchema = z.enum([
  'custom',
  'iperfUp',
  'iperfDown',
  'iperfBoth',
  'smallUdp',
  'requestResponse',
  'fileCopy',
  'web',
  'idle',
]);

/** What the guest's packets claim to be: guards of the port let some of them pass, others not. */
export const senderSchema = z.enum(['itself', 'anotherAddress', 'dhcpServer', 'router']);

/** An offered load; the data path decides how much of it gets through. */
export const trafficProfileSchema = z.object({
  protocol: z.enum(['tcp', 'udp']),
  /** Offered load from the guest, payload megabits per second; the most that a closed loop takes. */
  sendMbps: z.number().min(0).max(400_000),
  /** Offered load to the guest, payload megabits per second; the most that a closed loop takes. */
  receiveMbps: z.number().min(0).max(400_000),
  /** IP packet size on the wire in bytes, at most; the port's MTU may cap it. */
  packetBytes: z.int().min(64).max(9000),
  application: applicationSchema.default('custom'),
  /** TCP connections or UDP sockets. One of them keeps to one processor of the guest and one of the root. */
  connections: z.int().min(1).max(4096).default(8),
  /** Requests under way at once; closed loops only. */
  outstanding: z.int().min(1).max(65_536).default(1),
  /** Payload of a request and of its answer; closed loops only. */
  requestBytes: z.int().min(1).max(1_048_576).default(64),
  responseBytes: z.int().min(1).max(16_777_216).default(64),
  /** Microseconds between a request's arrival and its answer; closed loops only. */
  thinkUs: z.number().min(0).max(10_000_000).default(0),
  shape: shapeSchema.default(constantShape),
  sender: senderSchema.default('itself'),
  /** Another adapter of this host that the guest talks to; null means somebody beyond the port. */
  peerAdapterId: z.string().min(1).max(100).nullable().default(null),
});

export type Application = z.infer<typeof applicationSchema>;
export type TrafficProfile = z.infer<typeof trafficProfileSchema>;
/** A profile as a caller writes it. */
export type TrafficProfileInput = z.input<typeof trafficProfileSchema>;

export const idleTraffic: TrafficProfile = {
  protocol: 'tcp',
  sendMbps: 0,
  receiveMbps: 0,
  packetBytes: 1500,
  application: 'custom',
  connections: 8,
  outstanding: 1,
  requestBytes: 64,
  responseBytes: 64,
  thinkUs: 0,
  shape: constantShape,
  sender: 'itself',
  peerAdapterId: null,
};

/** True when the profile offers any load, now or later. */
export function hasTraffic({ shape, sendMbps, receiveMbps }: TrafficProfile): boolean {
  if (shape.kind === 'trace')
    return shape.points.some((point) => point.sendMbps > 0 || point.receiveMbps > 0);
  return sendMbps > 0 || receiveMbps > 0;
}

/** True for applications that ask again only when they have been answered: latency decides their rate. */
export function isClosedLoop({ application }: Pick<TrafficProfile, 'application'>): boolean {
  return application === 'requestResponse' || application === 'web';
}
