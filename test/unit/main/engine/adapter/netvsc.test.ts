/** NetVSC's channel: what is said when it comes up, and how the guest hears of its link. */
import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import type { OperatingSystem } from '../../../../../src/shared/model/guest-systems';
import type { TraceEntry } from '../../../../../src/shared/model/ndis-trace';
import { adapterOf, done, iovVm, model, newEngine, nicNamed, waitFor } from '../../../../support/engine';

interface Place {
  readonly engine: Engine;
  readonly vmId: string;
  readonly id: string;
  readonly switchId: string;
  readonly nicId: string;
}

const interval = model.latencies.linkChangeInterval;

/** A VM that runs; it asks for no VF unless told otherwise. */
function running(operatingSystem: OperatingSystem, iovWeight = 0): Place {
  const engine = newEngine();
  const { vmId, adapterId: id, switchId } = iovVm(engine);
  done(
    engine,
    { name: 'guest.setOperatingSystem', input: { vmId, operatingSystem } },
    { name: 'adapter.modify', input: { id, iovWeight } },
    { name: 'vm.start', input: { id: vmId } },
  );
  const at = { engine, vmId, id, switchId, nicId: nicNamed(engine, /X520/).id };
  waitFor(engine, 'the guest', () => adapterOf(engine, vmId).dataPath !== 'none');
  return at;
}

function said({ engine, id }: Pick<Place, 'engine' | 'id'>): readonly TraceEntry[] {
  const wanted = ({ adapterId, channel }: TraceEntry): boolean => adapterId === id && channel !== 'OID';
  return engine.trace(5000, wanted);
}

function find(at: Place, name: string): TraceEntry | undefined {
  return said(at).find((entry) => entry.name === name);
}

const startUp = [
  'CHANNELMSG_OFFERCHANNEL',
  'CHANNELMSG_GPADL_HEADER',
  'CHANNELMSG_OPENCHANNEL',
  'CHANNELMSG_OPENCHANNEL_RESULT',
  'NVSP_MSG_TYPE_INIT',
  'NVSP_MSG_TYPE_INIT_COMPLETE',
  'NVSP_MSG2_TYPE_SEND_NDIS_CONFIG',
  'NVSP_MSG1_TYPE_SEND_NDIS_VER',
  'CHANNELMSG_GPADL_HEADER',
  'NVSP_MSG1_TYPE_SEND_RECV_BUF',
  'NVSP_MSG1_TYPE_SEND_RECV_BUF_COMPLETE',
  'CHANNELMSG_GPADL_HEADER',
  'NVSP_MSG1_TYPE_SEND_SEND_BUF',
  'NVSP_MSG1_TYPE_SEND_SEND_BUF_COMPLETE',
  'REMOTE_NDIS_INITIALIZE_MSG',
  'REMOTE_NDIS_QUERY_MSG',
  'REMOTE_NDIS_QUERY_MSG',
  'REMOTE_NDIS_SET_MSG',
];

/** How often the channel of the adapter was opened. */
function openings(at: Pick<Place, 'engine' | 'id'>): number {
  return said(at).filter(({ name }) => name === 'CHANNELMSG_OFFERCHANNEL').length;
}

describe('when a synthetic adapter comes up', () => {
  it('channel, version, abilities, buffers and RNDIS come in this order, in less than a millisecond', () => {
    const { latencies } = model;
    const at = running('Linux');
    const entries = said(at);
    expect(entries.map(({ name }) => name)).toEqual(startUp);
    const up = at.engine.now();
    expect(entries.at(-1)?.at).toBe(up);
    let last = up - 1;
    for (const { at: moment } of entries) {
      expect(moment).toBeGreaterThanOrEqual(last);
      last = moment;
    }
    expect(find(at, 'NVSP_MSG_TYPE_INIT')?.tookMs).toBe(latencies.vmbusMessage);
    const shared = entries.filter(({ name }) => name === 'CHANNELMSG_GPADL_HEADER')[1];
    expect(shared?.tookMs).toBeCloseTo(latencies.vmbusMessage + 16 * latencies.sharedMemoryPerMiB, 6);
  });

  it('the VF is announced only after that', () => {
    const at = running('Linux', 100);
    const { engine, vmId } = at;
    waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
    const names = said(at).map(({ name }) => name);
    expect(names.slice(0, startUp.length)).toEqual(startUp);
    expect(names).toContain('NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION');
    expect(find(at, 'NVSP_MSG2_TYPE_SEND_NDIS_CONFIG')?.parameters['SriovEnabled']).toBe(true);
  });

  it.each([
    ['Windows Server 2022', '0x60001', true, [6, 86]],
    ['Windows Server 2016', '0x60000', true, [6, 60]],
    ['Windows Server 2012 R2', '0x50000', true, [6, 40]],
    ['Windows Server 2008 R2', '0x30002', false, [6, 20]],
    ['Windows 10 (32-bit)', '0x60001', false, [6, 84]],
    ['Linux', '0x60001', true, [6, 30]],
  ] as const)('%s agrees on NVSP %s; it can take a VF: %s', (system, version, sriov, ndis) => {
    const at = running(system);
    expect(find(at, 'NVSP_MSG_TYPE_INIT_COMPLETE')?.parameters).toEqual({
      NegotiatedProtocolVersion: version,
    });
    expect(adapterOf(at.engine, at.vmId).channel?.nvspVersion).toBe(Number(version));
    expect(find(at, 'NVSP_MSG2_TYPE_SEND_NDIS_CONFIG')?.parameters).toMatchObject({
      Mtu: 1514,
      SriovEnabled: sriov,
    });
    const [NdisMajorVersion, NdisMinorVersion] = ndis;
    expect(find(at, 'NVSP_MSG1_TYPE_SEND_NDIS_VER')?.parameters).toEqual({
      NdisMajorVersion,
      NdisMinorVersion,
    });
    const parts = system === 'Windows Server 2008 R2' ? 9102 : 9709;
    const { parameters } = find(at, 'NVSP_MSG1_TYPE_SEND_RECV_BUF_COMPLETE') ?? {};
    expect(parameters).toMatchObject({ SubAllocSize: 1728, NumSubAllocs: parts });
  });

  it('that is after each start of the guest, and not after a saved state', () => {
    const at = running('Linux');
    const { engine, vmId, id } = at;
    const through = (...commands: Command[]): number => {
      done(engine, ...commands);
      engine.advance(60_000);
      engine.check();
      return openings(at);
    };
    expect(through({ name: 'vm.save', input: { id: vmId } })).toBe(1);
    expect(through({ name: 'vm.start', input: { id: vmId } })).toBe(1);
    expect(through({ name: 'vm.pause', input: { id: vmId } })).toBe(1);
    expect(through({ name: 'vm.resume', input: { id: vmId } })).toBe(1);
    expect(through({ name: 'vm.reset', input: { id: vmId } })).toBe(2);
    expect(through({ name: 'vm.turnOff', input: { id: vmId } })).toBe(2);
    expect(adapterOf(engine, vmId).channel).toBeNull();
    expect(through({ name: 'vm.start', input: { id: vmId } })).toBe(3);
    expect(through({ name: 'adapter.modify', input: { id, switchId: null } })).toBe(3);
  });

  it('that is also when it is added to a running VM, and never for a legacy adapter', () => {
    const { engine, vmId, switchId } = running('Linux');
    const [added = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'synthetic', switchId } });
    expect(openings({ engine, id: added })).toBe(1);
    const [old = ''] = done(engine, {
      name: 'vm.create',
      input: { name: 'Old', generation: 1, startupMemoryMb: 512, switchId },
    });
    const [legacy = ''] = done(
      engine,
      { name: 'adapter.add', input: { vmId: old, kind: 'legacy', switchId } },
      { name: 'vm.start', input: { id: old } },
    );
    engine.advance(60_000);
    expect(openings({ engine, id: legacy })).toBe(0);
    expect(engine.world.adapter.get(legacy)).toMatchObject({ dataPath: 'emulated', channel: null });
  });
});

const linkCalls = /^(netif_carrier_(on|off)|NdisMIndicateStatusEx)$/;

/** Changes of the link as the guest's network stack hears of them, in milliseconds from `since`. */
function heard(at: Place, since: number): [number, boolean][] {
  return said(at)
    .filter(({ name }) => linkCalls.test(name))
    .map(({ at: moment, name, parameters }) => [
      moment - since,
      name === 'netif_carrier_on' || parameters['MediaConnectState'] === 'MediaConnectStateConnected',
    ]);
}

function cable({ engine, nicId }: Place, plugged: boolean): void {
  done(engine, { name: 'nic.setCable', input: { id: nicId, plugged } });
  engine.check();
}

describe('a change of the link', () => {
  it('is heard by Linux at once, and the next not before two seconds have passed', () => {
    const at = running('Linux');
    const since = at.engine.now();
    for (const plugged of [false, true, false, true]) {
      cable(at, plugged);
      at.engine.advance(100);
    }
    at.engine.advance(10 * interval);
    expect(heard(at, since)).toEqual([
      [0, false],
      [interval, true],
      [2 * interval, false],
      [3 * interval, true],
    ]);
    const told = said(at).filter(({ name }) => name === 'REMOTE_NDIS_INDICATE_STATUS_MSG');
    expect(told.map((entry) => entry.at - since)).toEqual([0, 100, 200, 300]);
  });

  it('that comes later than that is heard at once, too', () => {
    const at = running('Linux');
    const since = at.engine.now();
    cable(at, false);
    at.engine.advance(interval);
    cable(at, true);
    expect(heard(at, since)).toEqual([
      [0, false],
      [interval, true],
    ]);
  });

  it('is heard by Windows as it comes', () => {
    const at = running('Windows Server 2022');
    const since = at.engine.now();
    for (const plugged of [false, true, false, true]) {
      cable(at, plugged);
      at.engine.advance(100);
    }
    expect(heard(at, since)).toEqual([
      [0, false],
      [100, true],
      [200, false],
      [300, true],
    ]);
  });

  it('is also that the adapter is connected to nothing', () => {
    const at = running('Linux');
    const since = at.engine.now();
    const { id, switchId } = at;
    done(at.engine, { name: 'adapter.modify', input: { id, switchId: null } });
    done(at.engine, { name: 'adapter.modify', input: { id, switchId } });
    at.engine.advance(interval);
    expect(heard(at, since)).toEqual([
      [0, false],
      [interval, true],
    ]);
  });

  it('waits for a guest that hangs', () => {
    const at = running('Linux');
    const { engine, vmId } = at;
    const since = engine.now();
    done(engine, { name: 'guest.setResponsive', input: { vmId, responsive: false } });
    cable(at, false);
    engine.advance(5000);
    expect(heard(at, since)).toEqual([]);
    done(engine, { name: 'guest.setResponsive', input: { vmId, responsive: true } });
    expect(heard(at, since)).toEqual([[5000, false]]);
  });

  it('is forgotten with the guest', () => {
    const at = running('Linux');
    const { engine, vmId } = at;
    cable(at, false);
    cable(at, true);
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    const since = engine.now();
    engine.advance(10_000);
    expect(heard(at, since)).toEqual([[0, false]]);
  });

  it('keeps Linux from sending until it is heard', () => {
    const at = running('Linux');
    const { engine, vmId, id } = at;
    const traffic = { protocol: 'udp', sendMbps: 100, receiveMbps: 0, packetBytes: 1500 } as const;
    done(engine, { name: 'adapter.setTraffic', input: { id, traffic } });
    engine.advance(1000);
    cable(at, false);
    engine.advance(100);
    cable(at, true);
    engine.advance(interval - 101);
    expect(adapterOf(engine, vmId).switching.interruptedSince).not.toBeNull();
    engine.advance(1);
    const { interruptedSince, packetsLost } = adapterOf(engine, vmId).switching;
    expect(interruptedSince).toBeNull();
    // 100 Mb/s of payload for the whole of two seconds.
    expect(packetsLost).toBe(Math.round(((100e6 / ((1500 - 28) * 8)) * interval) / 1000));
  });

  it('that waits comes at the same time in a host that was saved and restored', () => {
    const at = running('Linux');
    const { engine } = at;
    cable(at, false);
    engine.advance(500);
    cable(at, true);
    const saved = JSON.parse(JSON.stringify(engine.save())) as SavedEngine;
    const restored = restoreEngine(saved, model);
    for (const each of [engine, restored]) each.advance(interval);
    expect(heard({ ...at, engine: restored }, 0)).toEqual(heard(at, 0));
    expect(heard(at, 0)).toHaveLength(2);
  });
});
