/** What a guest sends and receives through one virtual network adapter. */
import { z } from 'zod';

/** A constant offered load; the data path decides how much of it gets through. */
export const trafficProfileSchema = z.object({
  protocol: z.enum(['tcp', 'udp']),
  /** Offered load from the guest, payload megabits per second. */
  sendMbps: z.number().min(0).max(400_000),
  /** Offered load to the guest, payload megabits per second. */
  receiveMbps: z.number().min(0).max(400_000),
  /** IP packet size on the wire in bytes. */
  packetBytes: z.int().min(64).max(9000),
});

export type TrafficProfile = z.infer<typeof trafficProfileSchema>;

export const idleTraffic: TrafficProfile = {
  protocol: 'tcp',
  sendMbps: 0,
  receiveMbps: 0,
  packetBytes: 1500,
};

/** True when the profile offers any load. */
export function hasTraffic(profile: TrafficProfile): boolean {
  return profile.sendMbps > 0 || profile.receiveMbps > 0;
}
