/** The documented sequences in the trace, the limits of patience, and what a change of the path costs. */
import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../../../src/main/engine/engine';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { netvscState } from '../../../../../src/shared/model/netvsc';
import { adapterOf, done, iovVm, model, newEngine, nicNamed, waitFor } from '../../../../support/engine';

interface OnVf {
  readonly engine: Engine;
  readonly vmId: string;
  readonly id: string;
  readonly nicId: string;
  readonly adapter: () => Adapter;
}

const steady = { sendMbps: 100, receiveMbps: 100, packetBytes: 1500 } as const;

function onVf(protocol: 'tcp' | 'udp' = 'tcp'): OnVf {
  const engine = newEngine();
  const { vmId, adapterId: id } = iovVm(engine);
  done(
    engine,
    { name: 'adapter.setTraffic', input: { id, traffic: { protocol, ...steady } } },
    { name: 'vm.start', input: { id: vmId } },
  );
  const adapter = (): Adapter => adapterOf(engine, vmId);
  waitFor(engine, 'the VF', () => adapter().dataPath === 'vf');
  engine.advance(1000);
  return { engine, vmId, id, nicId: nicNamed(engine, /X520/).id, adapter };
}

/** Names of the adapter's entries, with what the ring made NetVSC repeat left out. */
function names(engine: Engine, id: string): string[] {
  return engine
    .trace(1000, (entry) => entry.adapterId === id && entry.vfId !== null && entry.status !== 'STATUS_RETRY')
    .map((entry) => entry.name);
}

const forward = [
  'Generate VF serial number',
  'OID_NIC_SWITCH_ALLOCATE_VF',
  'Program DMA and interrupt remapping',
  'OID_NIC_SWITCH_CREATE_VPORT',
  'OID_RECEIVE_FILTER_MOVE_FILTER',
  'NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION',
  'Offer channel',
  'OID_SRIOV_PROBED_BARS',
  // The X520's VFs have two BARs.
  'OID_SRIOV_BAR_RESOURCES',
  'OID_SRIOV_BAR_RESOURCES',
  'OID_SRIOV_VF_VENDOR_DEVICE_ID',
  'Device enters D0',
  'MiniportInitializeEx',
  'OID_SRIOV_VF_SERIAL_NUMBER',
  'VfBindAdapter',
  'NVSP_MSG4_TYPE_SWITCH_DATA_PATH',
];

const hostsPartBack = [
  'OID_RECEIVE_FILTER_MOVE_FILTER',
  'OID_NIC_SWITCH_DELETE_VPORT',
  'OID_SRIOV_RESET_VF',
  'OID_NIC_SWITCH_FREE_VF',
  'NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION',
];

const back = ['NVSP_MSG4_TYPE_SWITCH_DATA_PATH', 'Eject', 'Ejection complete', ...hostsPartBack];

describe('the trace', () => {
  it('tells the way to the VF in the documented order, with members and times', () => {
    const { engine, id, vmId, adapter } = onVf();
    expect(names(engine, id)).toEqual(forward);
    const entries = engine.trace(1000, (entry) => entry.adapterId === id);
    const find = (name: string) => entries.find((entry) => entry.name === name);
    const vf = engine.world.vf.get(adapter().assignment?.vfId ?? '');
    expect(find('OID_NIC_SWITCH_ALLOCATE_VF')).toMatchObject({
      channel: 'OID',
      kind: 'method',
      status: 'NDIS_STATUS_SUCCESS',
      tookMs: model.latencies.allocateVf,
      parameters: { SwitchId: 0, VMName: vmId, VMFriendlyName: 'VM 1', VFId: 0, RequestorId: '0x0180' },
    });
    expect(find('OID_NIC_SWITCH_CREATE_VPORT')?.parameters).toMatchObject({
      VPortId: vf?.vPortId,
      NumQueuePairs: vf?.queuePairs,
    });
    expect(find('NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION')?.parameters).toEqual({
      VfAllocated: 1,
      VfSerialNumber: vf?.serial,
    });
    const offer = find('Offer channel');
    const associated = find('NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION');
    expect((offer?.at ?? 0) - (associated?.at ?? 0)).toBe(1000);
  });

  it('tells the way back in the documented order', () => {
    const { engine, id, adapter } = onVf();
    done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0 } });
    waitFor(engine, 'freed', () => adapter().assignment === null);
    expect(names(engine, id).slice(forward.length)).toEqual(back);
  });

  it('shows a request that met a full ring, which NetVSC repeats after 5 to 10 ms', () => {
    const times = Array.from({ length: 8 }, (_, seed) => {
      const engine = newEngine({ seed: seed + 1 });
      const { vmId, adapterId } = iovVm(engine);
      // More than the root partition can carry on the software path.
      const traffic = { protocol: 'tcp', sendMbps: 40_000, receiveMbps: 0, packetBytes: 1500 } as const;
      done(
        engine,
        { name: 'adapter.setTraffic', input: { id: adapterId, traffic } },
        { name: 'vm.start', input: { id: vmId } },
      );
      waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
      const asked = (entry: { adapterId: string | null; name: string }): boolean =>
        entry.adapterId === adapterId && entry.name === 'NVSP_MSG4_TYPE_SWITCH_DATA_PATH';
      return engine.trace(1000, asked).map(({ at, status }) => ({ at, status }));
    });
    const repeated = times.filter((entries) => entries.length > 1);
    expect(repeated.length).toBeGreaterThan(0);
    for (const entries of repeated) {
      expect(entries.at(-1)?.status).toBe('NVSP_STAT_SUCCESS');
      for (const [index, { at, status }] of entries.slice(0, -1).entries()) {
        expect(status).toBe('STATUS_RETRY');
        const pause = (entries[index + 1]?.at ?? 0) - at;
        expect(pause).toBeGreaterThanOrEqual(5);
        expect(pause).toBeLessThanOrEqual(10);
      }
    }
  });
});

describe('NetVSC', () => {
  it('goes through its states', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    const seen: unknown[] = [];
    const note = (): void => {
      const state = netvscState(adapterOf(engine, vmId));
      if (seen.at(-1) !== state) seen.push(state);
    };
    for (let ms = 0; ms < 12_000; ms += 1, engine.advance(1)) note();
    done(engine, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 0 } });
    for (let ms = 0; ms < 3000; ms += 1, engine.advance(1)) note();
    expect(seen).toEqual([
      null,
      'synthetic',
      'advertised',
      'joined',
      'switching',
      'vfActive',
      'switchingBack',
      'removed',
      'synthetic',
    ]);
  });
});

describe('a guest that hangs', () => {
  it('is given 60 s to let go, then the VF is removed by surprise', () => {
    const { engine, vmId, id, adapter } = onVf();
    done(
      engine,
      { name: 'guest.setResponsive', input: { vmId, responsive: false } },
      { name: 'adapter.modify', input: { id, iovWeight: 0 } },
    );
    engine.advance(model.latencies.gracefulRemovalLimit - 1);
    expect(adapter()).toMatchObject({ dataPath: 'vf', assignment: { step: 'switchingBack', stalled: true } });
    engine.advance(1);
    expect(adapter().dataPath).toBe('vmbus');
    waitFor(engine, 'freed', () => adapter().assignment === null);
    expect(names(engine, id).slice(forward.length)).toEqual([
      'Force data path to synthetic',
      'Rescind (surprise removal)',
      ...hostsPartBack,
    ]);
    expect(adapter().switching.packetsLost).toBeGreaterThan(100);
  });

  it('lets go as usual when it comes to its senses in time', () => {
    const { engine, vmId, id, adapter } = onVf();
    done(
      engine,
      { name: 'guest.setResponsive', input: { vmId, responsive: false } },
      { name: 'adapter.modify', input: { id, iovWeight: 0 } },
    );
    engine.advance(30_000);
    done(engine, { name: 'guest.setResponsive', input: { vmId, responsive: true } });
    waitFor(engine, 'freed', () => adapter().assignment === null);
    expect(names(engine, id).slice(forward.length)).toEqual(back);
  });
});

describe('a change of the data path', () => {
  it.each(['tcp', 'udp'] as const)('costs %s rate times gap, and no connection', (protocol) => {
    const { engine, id, adapter } = onVf(protocol);
    const before = adapter().switching;
    done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0 } });
    waitFor(engine, 'the software path', () => adapter().dataPath === 'vmbus');
    const after = adapter().switching;
    expect(after.switches).toBe(before.switches + 1);
    // Both directions of 100 Mb/s of payload in packets of 1,500 bytes.
    const headers = protocol === 'tcp' ? 40 : 28;
    const packets = (2 * 100e6) / ((1500 - headers) * 8);
    expect(after.lastLost).toBe(Math.round((packets * model.latencies.gracefulSwitchGap) / 1000));
    expect(after.connectionsLost).toBe(0);
  });

  it.each(['tcp', 'udp'] as const)('that the PF takes along costs %s its outage', (protocol) => {
    const { engine, nicId, adapter } = onVf(protocol);
    const before = adapter().switching.packetsLost;
    done(engine, { name: 'fault.failPf', input: { nicId } });
    expect(adapter().dataPath).toBe('vmbus');
    engine.advance(2000);
    done(engine, { name: 'nic.restart', input: { id: nicId } });
    engine.advance(model.latencies.nicStart);
    const packets = (2 * 100e6) / ((1500 - (protocol === 'tcp' ? 40 : 28)) * 8);
    const outage = 2000 + model.latencies.nicStart;
    const sending = protocol === 'tcp' ? model.latencies.tcpRetransmissionTimeout : outage;
    expect(adapter().switching.packetsLost - before).toBe(Math.round((packets * sending) / 1000));
    expect(adapter().switching).toMatchObject({ connectionsLost: 0, interruptedSince: null });
    waitFor(engine, 'the VF again', () => adapter().dataPath === 'vf');
  });

  it.each([
    [10_000, 0],
    [30_000, 1],
  ])('after %i ms without a link breaks %i TCP connections', (gapMs, broken) => {
    const { engine, nicId, adapter } = onVf();
    done(engine, { name: 'nic.setCable', input: { id: nicId, plugged: false } });
    engine.advance(gapMs);
    expect(adapter().switching.interruptedSince).not.toBeNull();
    done(engine, { name: 'nic.setCable', input: { id: nicId, plugged: true } });
    engine.advance(100);
    expect(adapter().switching).toMatchObject({ connectionsLost: broken, interruptedSince: null });
  });

  it('costs the same in a host that was saved and restored just before', () => {
    const { engine, id, vmId } = onVf();
    const saved = JSON.parse(JSON.stringify(engine.save())) as SavedEngine;
    const restored = restoreEngine(saved, model);
    for (const each of [engine, restored]) {
      done(each, { name: 'adapter.modify', input: { id, iovWeight: 0 } });
      each.advance(100);
    }
    expect(adapterOf(restored, vmId).switching.lastLost).toBeGreaterThan(0);
    expect(adapterOf(restored, vmId).switching).toEqual(adapterOf(engine, vmId).switching);
  });
});

describe('a reset of the PF', () => {
  it('has every VM fail over first and brings its VF back', () => {
    const { engine, nicId, adapter } = onVf();
    done(engine, { name: 'fault.resetPf', input: { nicId } });
    waitFor(engine, 'the software path', () => adapter().dataPath === 'vmbus');
    waitFor(engine, 'the VF again', () => adapter().dataPath === 'vf');
    expect(adapter().switching).toMatchObject({ switches: 3, connectionsLost: 0 });
  });
});
