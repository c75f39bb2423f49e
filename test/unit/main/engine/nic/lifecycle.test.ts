import { describe, expect, it } from 'vitest';
import { carriesTraffic } from '../../../../../src/shared/model/nic';
import type { Nic } from '../../../../../src/shared/model/nic';
import { networkingStatus } from '../../../../../src/shared/model/iov-status';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { adapterOf, done, iovVm, newEngine, nicNamed, refused, waitFor } from '../../../../support/engine';

function x520(engine: Engine): Nic {
  return nicNamed(engine, /X520/);
}

function status(engine: Engine, vmId: string): string {
  return networkingStatus(engine.world, adapterOf(engine, vmId));
}

/** A running VM whose traffic goes over a VF. */
function withVf(): { engine: Engine; vmId: string; nicId: string } {
  const engine = newEngine();
  const { vmId } = iovVm(engine);
  done(engine, { name: 'vm.start', input: { id: vmId } });
  waitFor(engine, 'VF', () => status(engine, vmId) === 'OK (SR-IOV active)');
  return { engine, vmId, nicId: x520(engine).id };
}

function pfSide(engine: Engine, nicId: string): string[] {
  return engine
    .trace(1000, (entry) => entry.nicId === nicId && entry.vfId === null)
    .map((entry) => entry.name);
}

function nicEvents(engine: Engine): string[] {
  return engine
    .events(1000)
    .filter((event) => event.text.startsWith('Ethernet'))
    .map((event) => event.text.replace(/^.*?\): /, ''));
}

const restarting = (nicId: string): [string, Command][] => [
  ['nic.restart', { name: 'nic.restart', input: { id: nicId } }],
  ['a property', { name: 'nic.configure', input: { id: nicId, properties: { jumboPacket: 9014 } } }],
  ['a PF reset', { name: 'fault.resetPf', input: { nicId } }],
];

describe.each(restarting('0000:01:00.0'))('%s', (_what, command) => {
  it('waits until the VM has fallen back, restarts, and gives the VF again', () => {
    const { engine, vmId, nicId } = withVf();
    done(engine, command);
    expect(x520(engine).state).toBe('halting');
    // The VF carries the traffic until the guest has let go of it: the driver waits.
    expect(adapterOf(engine, vmId).dataPath).toBe('vf');
    waitFor(engine, 'restart', () => x520(engine).state === 'restarting');
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vmbus', assignment: null });
    expect(engine.world.vf.size).toBe(0);
    expect(carriesTraffic(x520(engine))).toBe(false);
    waitFor(engine, 'VF again', () => status(engine, vmId) === 'OK (SR-IOV active)');
    expect(pfSide(engine, nicId)).toContain('OID_NIC_SWITCH_DELETE_SWITCH');
  });
});

describe('halting the PF driver', () => {
  it('goes in the order that NDIS documents', () => {
    const { engine, nicId } = withVf();
    const before = pfSide(engine, nicId).length;
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: false } });
    waitFor(engine, 'disabled', () => x520(engine).state === 'disabled');
    const names = pfSide(engine, nicId).slice(before);
    const own = names.filter((name) =>
      /CLEAR_FILTER|DELETE_SWITCH|NdisMEnableVirtualization|MiniportHaltEx/.test(name),
    );
    expect(own).toEqual([
      // The management operating system's filter and the VM's.
      'OID_RECEIVE_FILTER_CLEAR_FILTER',
      'OID_RECEIVE_FILTER_CLEAR_FILTER',
      'OID_NIC_SWITCH_DELETE_SWITCH',
      'NdisMEnableVirtualization',
      'MiniportHaltEx',
    ]);
    expect(engine.trace(1, (entry) => entry.name === 'NdisMEnableVirtualization')[0]?.parameters).toEqual({
      NumVFs: 0,
      EnableVFMigration: false,
      EnableMigrationInterrupt: false,
      EnableVirtualization: false,
    });
  });

  it('leaves the adapter down until it is enabled', () => {
    const { engine, vmId, nicId } = withVf();
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: false } });
    engine.advance(60_000);
    engine.check();
    expect(x520(engine).state).toBe('disabled');
    expect(refused(engine, { name: 'nic.restart', input: { id: nicId } }).code).toBe('nic.disabled');
    expect(refused(engine, { name: 'fault.failPf', input: { nicId } }).code).toBe('nic.notRunning');
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: true } });
    waitFor(engine, 'VF again', () => status(engine, vmId) === 'OK (SR-IOV active)');
    expect(nicEvents(engine).slice(-5)).toEqual([
      'the network link is down.',
      'the adapter is disabled.',
      'the adapter has started.',
      'the network link is up.',
      'the NIC switch was created and virtual functions were enabled.',
    ]);
  });

  it('is taken back by enabling the adapter in the middle', () => {
    const { engine, nicId } = withVf();
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: false } });
    engine.advance(5);
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: true } });
    waitFor(engine, 'up', () => x520(engine).state === 'up');
  });
});

describe('a PF reset', () => {
  it('deletes the NIC switch and makes it anew around the reset, without a new start of the driver', () => {
    const { engine, vmId, nicId } = withVf();
    const before = pfSide(engine, nicId).length;
    done(engine, { name: 'fault.resetPf', input: { nicId } });
    waitFor(
      engine,
      'VF again',
      () => x520(engine).state === 'up' && adapterOf(engine, vmId).dataPath === 'vf',
    );
    const own = pfSide(engine, nicId)
      .slice(before)
      .filter((name) => /_SWITCH$|NdisMEnableVirtualization|^Miniport/.test(name));
    expect(own).toEqual([
      'OID_NIC_SWITCH_DELETE_SWITCH',
      'NdisMEnableVirtualization',
      'MiniportResetEx',
      'OID_NIC_SWITCH_CREATE_SWITCH',
      'NdisMEnableVirtualization',
    ]);
  });
});

describe('a PF driver that fails', () => {
  it('is told as a surprise removal; no OID reaches it any more', () => {
    const { engine, nicId } = withVf();
    const before = engine.trace(1000).length;
    done(engine, { name: 'fault.failPf', input: { nicId } });
    const after = engine.trace(1000).slice(before);
    expect(after.filter((entry) => entry.channel === 'OID')).toEqual([]);
    // What the virtual PCI bus and NetVSC notice is another matter.
    const own = after.filter((entry) => entry.channel === 'call' && entry.adapterId === null);
    expect(own.map((entry) => entry.name)).toEqual([
      'IoInvalidateDeviceState',
      'IRP_MN_SURPRISE_REMOVAL',
      'MiniportDevicePnPEventNotify',
      'MiniportHaltEx',
    ]);
    expect(own.at(-1)?.parameters).toEqual({ HaltAction: 'NdisHaltDeviceSurpriseRemoved' });
  });

  it('takes everything with it at once', () => {
    const { engine, vmId, nicId } = withVf();
    done(engine, { name: 'fault.failPf', input: { nicId } });
    engine.check();
    expect(x520(engine)).toMatchObject({ state: 'failed', present: true, numVfs: 0 });
    expect(adapterOf(engine, vmId)).toMatchObject({ assignment: null, dataPath: 'vmbus' });
    expect(engine.world.vf.size).toBe(0);
    expect(nicEvents(engine)).toContain(
      'the driver has stopped the device because it has reported problems (code 43).',
    );
    engine.advance(60_000);
    expect(x520(engine).state).toBe('failed');
  });

  it.each([
    ['nic.restart', { name: 'nic.restart', input: { id: '0000:01:00.0' } }],
    ['the restart of the host', { name: 'host.restart', input: {} }],
  ] as const)('comes back with %s', (_what, cure) => {
    const { engine, vmId, nicId } = withVf();
    done(engine, { name: 'fault.failPf', input: { nicId } });
    done(engine, cure);
    waitFor(engine, 'VF again', () => status(engine, vmId) === 'OK (SR-IOV active)', 120_000);
    expect(x520(engine).state).toBe('up');
  });
});

describe('a fault and its cure in one batch', () => {
  const nicId = '0000:01:00.0';

  it.each([
    ['a failure and a restart', { name: 'fault.failPf' }, { name: 'nic.restart', input: { id: nicId } }],
    ['a card out and in', { name: 'fault.removeNic' }, { name: 'fault.returnNic', input: { nicId } }],
  ] as const)('%s: what was there is cleared away before the driver starts', (_what, { name }, cure) => {
    const { engine, vmId } = withVf();
    done(engine, { name, input: { nicId } }, cure);
    engine.check();
    waitFor(engine, 'the VF gone', () => adapterOf(engine, vmId).assignment === null);
    waitFor(engine, 'VF again', () => status(engine, vmId) === 'OK (SR-IOV active)');
    engine.check();
  });

  it('a failure and Disable: the adapter ends disabled', () => {
    const { engine, vmId } = withVf();
    done(
      engine,
      { name: 'fault.failPf', input: { nicId } },
      { name: 'nic.setEnabled', input: { id: nicId, enabled: false } },
    );
    engine.check();
    waitFor(engine, 'disabled', () => x520(engine).state === 'disabled');
    engine.check();
    expect(adapterOf(engine, vmId)).toMatchObject({ dataPath: 'vmbus', assignment: null });
  });
});

describe('a card that is pulled out', () => {
  it('takes all its ports along, keeps the binding, and is whole again when it returns', () => {
    const { engine, vmId, nicId } = withVf();
    const bound = x520(engine).switchId;
    done(engine, { name: 'fault.removeNic', input: { nicId } });
    engine.check();
    const gone = [...engine.world.nic.values()].filter((nic) => !nic.present);
    expect(gone.map((nic) => nic.id)).toEqual(['0000:01:00.0', '0000:01:00.1']);
    expect(x520(engine)).toMatchObject({ state: 'failed', switchId: bound, numVfs: 0 });
    expect(adapterOf(engine, vmId).assignment).toBeNull();
    done(engine, { name: 'fault.returnNic', input: { nicId } });
    waitFor(engine, 'VF again', () => status(engine, vmId) === 'OK (SR-IOV active)');
    expect(x520(engine)).toMatchObject({ present: true, switchId: bound });
  });

  it('can neither be configured nor bound, nor does a restart of the host bring it back', () => {
    const engine = newEngine();
    const nicId = x520(engine).id;
    done(engine, { name: 'fault.removeNic', input: { nicId } });
    const commands: Command[] = [
      { name: 'nic.restart', input: { id: nicId } },
      { name: 'nic.setCable', input: { id: nicId, plugged: false } },
      { name: 'switch.create', input: { name: 'A', type: 'External', nicId } },
    ];
    for (const command of commands) expect(refused(engine, command).code).toBe('nic.notPresent');
    done(engine, { name: 'host.restart', input: {} });
    engine.advance(60_000);
    expect(x520(engine)).toMatchObject({ state: 'failed', present: false });
    done(engine, { name: 'fault.returnNic', input: { nicId } });
    expect(refused(engine, { name: 'fault.returnNic', input: { nicId } }).code).toBe('nic.present');
  });

  it('returns disabled when it was disabled', () => {
    const engine = newEngine();
    const nicId = x520(engine).id;
    done(engine, { name: 'nic.setEnabled', input: { id: nicId, enabled: false } });
    done(engine, { name: 'fault.removeNic', input: { nicId } });
    done(engine, { name: 'fault.returnNic', input: { nicId } });
    expect(x520(engine).state).toBe('disabled');
  });
});
