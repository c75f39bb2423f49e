import { describe, expect, it } from 'vitest';
import {
  initTraffic,
  startCommands,
  startObstacle,
  stopCommands,
  trafficLimits,
  validateTraffic,
} from '../../../../../src/renderer/windows/guest/traffic-value';
import { idleTraffic, trafficProfileSchema } from '../../../../../src/shared/model/traffic';
import type { TrafficProfile } from '../../../../../src/shared/model/traffic';
import { fakeAdapter } from '../../support/fake-world';

const busy: TrafficProfile = { ...idleTraffic, protocol: 'udp', sendMbps: 10, packetBytes: 512 };

describe('traffic', () => {
  it('begins with what runs, else with a proposal', () => {
    expect(initTraffic(fakeAdapter({ traffic: busy }))).toEqual(busy);
    expect(initTraffic(fakeAdapter())).toEqual({ ...idleTraffic, sendMbps: 1000, receiveMbps: 1000 });
  });

  it('says of each field what is wrong with it', () => {
    expect(validateTraffic(busy)).toEqual({});
    const wrong = { ...idleTraffic, sendMbps: -1, receiveMbps: Number.NaN, packetBytes: 64.5 };
    expect(Object.keys(validateTraffic(wrong))).toEqual(['sendMbps', 'receiveMbps', 'packetBytes']);
  });

  it('knows the limits that the host checks', () => {
    const accepts = (patch: object): boolean => trafficProfileSchema.safeParse({ ...busy, ...patch }).success;
    const { mbps, smallestPacket, largestPacket } = trafficLimits;
    expect([accepts({ sendMbps: mbps }), accepts({ sendMbps: mbps + 1 })]).toEqual([true, false]);
    const sizes = [smallestPacket - 1, smallestPacket, largestPacket, largestPacket + 1];
    expect(sizes.map((packetBytes) => accepts({ packetBytes }))).toEqual([false, true, true, false]);
  });

  it('starts what is right, not empty and not running already', () => {
    expect(startObstacle(busy, idleTraffic)).toBeUndefined();
    expect(startObstacle(busy, busy)).toMatch(/running already/);
    expect(startObstacle({ ...busy, packetBytes: 1500 }, busy)).toBeUndefined();
    expect(startObstacle(idleTraffic, busy)).toMatch(/Enter a rate/);
    expect(startObstacle({ ...busy, packetBytes: 1 }, idleTraffic)).toMatch(/marked fields/);
  });

  it('stops by sending and receiving nothing', () => {
    expect(stopCommands(fakeAdapter({ traffic: busy }))).toEqual(
      startCommands('adapter-1', { ...busy, sendMbps: 0, receiveMbps: 0 }),
    );
  });
});
