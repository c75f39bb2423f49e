/** What the guest is to send and receive: value, validation, command. */
import type { Command } from '../../../shared/contract';
import type { Adapter } from '../../../shared/model/adapter';
import { hasTraffic } from '../../../shared/model/traffic';
import type { TrafficProfile } from '../../../shared/model/traffic';
import { constantShape } from '../../../shared/model/traffic-shape';
import { guestWindow as text } from '../../text/en/guest';

export type TrafficErrors = Partial<Record<'sendMbps' | 'receiveMbps' | 'packetBytes', string>>;

/** Limits of a traffic profile; the host checks the same. */
export const trafficLimits = { mbps: 400_000, smallestPacket: 64, largestPacket: 9000 } as const;

/** What is offered for a start: more than the legacy adapter and less than a VF can carry. */
const offered = { sendMbps: 1000, receiveMbps: 1000 } as const;

/** Begins with what runs, or with a proposal. */
export function initTraffic(adapter: Adapter): TrafficProfile {
  return hasTraffic(adapter.traffic) ? adapter.traffic : { ...adapter.traffic, ...offered };
}

function rateError(value: number): string | undefined {
  const right = value >= 0 && value <= trafficLimits.mbps;
  return right ? undefined : text.rateRange(trafficLimits.mbps);
}

/** One sentence for every field that will not do. */
export function validateTraffic(value: TrafficProfile): TrafficErrors {
  const { smallestPacket, largestPacket } = trafficLimits;
  const errors: TrafficErrors = {};
  const send = rateError(value.sendMbps);
  if (send !== undefined) errors.sendMbps = send;
  const receive = rateError(value.receiveMbps);
  if (receive !== undefined) errors.receiveMbps = receive;
  const bytes = value.packetBytes;
  if (!Number.isInteger(bytes) || bytes < smallestPacket || bytes > largestPacket) {
    errors.packetBytes = text.packetRange(smallestPacket, largestPacket);
  }
  return errors;
}

/** Whatever order their members have. */
function same(one: TrafficProfile, other: TrafficProfile): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(profile: TrafficProfile): readonly unknown[] {
  return Object.entries(profile).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Why `Start traffic` cannot be pressed; undefined when it can. */
export function startObstacle(value: TrafficProfile, running: TrafficProfile): string | undefined {
  if (Object.keys(validateTraffic(value)).length > 0) return text.wrong;
  if (!hasTraffic(value)) return text.nothingToSend;
  return same(value, running) ? text.running : undefined;
}

/** The batch of `Start traffic`. */
export function startCommands(adapterId: string, value: TrafficProfile): readonly Command[] {
  return [{ name: 'adapter.setTraffic', input: { id: adapterId, traffic: value } }];
}

/** The batch of `Stop traffic`: the profile stays, its rates go, those of a trace too. */
export function stopCommands({ id, traffic }: Adapter): readonly Command[] {
  const shape = traffic.shape.kind === 'trace' ? constantShape : traffic.shape;
  return startCommands(id, { ...traffic, shape, sendMbps: 0, receiveMbps: 0 });
}
