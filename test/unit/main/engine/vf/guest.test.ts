/** What a VF's way owes to the guest: full rings, hangs, frozen processors, adapters that are pulled out. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../../src/main/engine/engine';
import type { Engine } from '../../../../../src/main/engine/engine';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import { iovReasons } from '../../../../../src/shared/model/iov-status';
import {
  adapterOf,
  done,
  iovVm,
  model,
  newEngine,
  nicNamed,
  refused,
  startAt,
  waitFor,
} from '../../../../support/engine';

function onVf(engine: Engine): { vmId: string; id: string; nicId: string } {
  const { vmId, adapterId: id } = iovVm(engine);
  const traffic = { protocol: 'tcp', sendMbps: 100, receiveMbps: 100, packetBytes: 1500 } as const;
  done(
    engine,
    { name: 'adapter.setTraffic', input: { id, traffic } },
    { name: 'vm.start', input: { id: vmId } },
  );
  waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
  engine.advance(1000);
  return { vmId, id, nicId: nicNamed(engine, /X520/).id };
}

function sentences(engine: Engine, count: number): string[] {
  return engine
    .events(count)
    .filter((event) => event.adapterId !== null)
    .map((event) => event.text.replace(/^.*?: /, '').replace(/ \(.*/, ''));
}

describe('NetVSC', () => {
  it('gives up after 2000 attempts that met a full ring, and tries anew with a new driver', () => {
    const netvsc = { ...model.parameters.netvsc, ringFullOtherwise: 1, ringFullSaturated: 1 };
    const parameters = { ...model.parameters, netvsc };
    const engine = createEngine({
      seed: 1,
      startAt,
      hardware: builtInHost(),
      model: { ...model, parameters },
    });
    const { vmId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'the first attempt', () => adapterOf(engine, vmId).assignment?.step === 'switching');
    engine.advance(2000 * 5 - 100);
    expect(adapterOf(engine, vmId).assignment?.step).toBe('switching');
    engine.advance(2000 * 5 + 100);
    expect(adapterOf(engine, vmId)).toMatchObject({
      dataPath: 'vmbus',
      assignment: { step: 'refused', failure: 'cannotSwitch' },
    });
    expect(iovReasons(engine.world, adapterOf(engine, vmId))).toEqual(['vfCannotSwitch']);
    const failed = engine.trace(5000, (entry) => entry.status === 'STATUS_RETRY');
    expect(failed).toHaveLength(model.parameters.netvsc.sendAttempts);
    for (const installed of [false, true])
      done(engine, { name: 'guest.setVfDriver', input: { vmId, installed } });
    waitFor(engine, 'another attempt', () => adapterOf(engine, vmId).assignment?.step === 'switching');
  });

  it('says in the event log why it leaves a VF unused', () => {
    const engine = newEngine();
    const { nicId } = onVf(engine);
    done(engine, { name: 'nic.setCable', input: { id: nicId, plugged: false } });
    engine.advance(100);
    const text = engine
      .events(5)
      .map((event) => event.text)
      .join('\n');
    expect(text).toContain('VF media disconnected.');
  });
});

describe('a guest that hangs', () => {
  it('is given its 60 s also when it was about to leave the VF by itself', () => {
    const engine = newEngine();
    const { vmId, id, nicId } = onVf(engine);
    done(
      engine,
      { name: 'guest.setResponsive', input: { vmId, responsive: false } },
      { name: 'nic.setCable', input: { id: nicId, plugged: false } },
    );
    engine.advance(90_000);
    // Nobody asked for the VF: the guest may hang as long as it likes.
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vf', assignment: { stalled: true } });
    done(engine, { name: 'adapter.modify', input: { id, macSpoofing: true } });
    engine.advance(model.latencies.gracefulRemovalLimit - 1);
    expect(adapterOf(engine, vmId).dataPath).toBe('vf');
    engine.advance(1000);
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vmbus', assignment: null });
    expect(sentences(engine, 20)).toContain(
      'the guest does not answer and keeps the virtual function for now',
    );
  });

  it('does not let its VF be switched to, and goes on when it answers', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'takeover', () => adapterOf(engine, vmId).assignment?.step === 'takingOver');
    done(engine, { name: 'guest.setResponsive', input: { vmId, responsive: false } });
    engine.advance(120_000);
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vmbus', assignment: { stalled: true } });
    expect(iovReasons(engine.world, adapterOf(engine, vmId))).toEqual(['guestNotResponding']);
    done(engine, { name: 'guest.setResponsive', input: { vmId, responsive: true } });
    waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
  });

  it('is cured by a reset', () => {
    const engine = newEngine();
    const { vmId } = onVf(engine);
    done(
      engine,
      { name: 'guest.setResponsive', input: { vmId, responsive: false } },
      { name: 'vm.reset', input: { id: vmId } },
    );
    waitFor(engine, 'the way back', () => adapterOf(engine, vmId).assignment === null);
    waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
  });
});

describe('a paused VM', () => {
  it('keeps its VF and loses nothing while it rests', () => {
    const engine = newEngine();
    const { vmId, nicId } = onVf(engine);
    const before = adapterOf(engine, vmId).switching;
    done(engine, { name: 'vm.pause', input: { id: vmId } });
    engine.advance(60_000);
    done(engine, { name: 'vm.resume', input: { id: vmId } });
    engine.advance(1000);
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vf', switching: before });
    expect(nicNamed(engine, /X520/).id).toBe(nicId);
  });

  it('cannot answer: a VF that is wanted back goes by surprise after 60 s', () => {
    const engine = newEngine();
    const { vmId, id } = onVf(engine);
    done(engine, { name: 'vm.pause', input: { id: vmId } });
    engine.advance(1000);
    done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0 } });
    engine.advance(model.latencies.gracefulRemovalLimit - 1);
    expect(adapterOf(engine, vmId).dataPath).toBe('vf');
    engine.advance(1000);
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vmbus', assignment: null });
  });
});

describe('a network adapter that is removed from the running VM', () => {
  it('takes its VF along in the documented order', () => {
    const engine = newEngine();
    const { id } = onVf(engine);
    const before = engine.trace(5000).length;
    done(engine, { name: 'adapter.remove', input: { id } });
    expect(
      engine
        .trace(5000)
        .slice(before)
        .map((entry) => entry.name),
    ).toEqual([
      'Force data path to synthetic',
      'Rescind (surprise removal)',
      'OID_RECEIVE_FILTER_MOVE_FILTER',
      'OID_NIC_SWITCH_DELETE_VPORT',
      'OID_SRIOV_RESET_VF',
      'OID_NIC_SWITCH_FREE_VF',
      'NVSP_MSG4_TYPE_SEND_VF_ASSOCIATION',
      'OID_RECEIVE_FILTER_CLEAR_FILTER',
      'CHANNELMSG_RESCIND_CHANNELOFFER',
    ]);
  });
});

describe('settings that a legacy adapter has not', () => {
  it.each([
    ['iovWeight', { iovWeight: 100 }],
    ['vmqWeight', { vmqWeight: 50 }],
    ['iovQueuePairsRequested', { iovQueuePairsRequested: 2 }],
    ['iovInterruptModeration', { iovInterruptModeration: 'High' }],
  ] as const)('%s is refused', (field, input) => {
    const engine = newEngine();
    const [vmId = ''] = done(engine, {
      name: 'vm.create',
      input: { name: 'Old', generation: 1, startupMemoryMb: 512, switchId: null },
    });
    const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    const refusal = refused(engine, { name: 'adapter.modify', input: { id, ...input } });
    expect(refusal).toMatchObject({
      code: 'adapter.legacyHasNoOffloads',
      field: `commands.0.input.${field}`,
    });
  });
});
