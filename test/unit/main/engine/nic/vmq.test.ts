import { describe, expect, it } from 'vitest';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import type { Engine, Hardware } from '../../../../../src/main/engine/engine';
import type { NicSwitch } from '../../../../../src/shared/model/nic';
import { vmqCapacity, vPortsOf } from '../../../../../src/shared/model/vport';
import type { VPort } from '../../../../../src/shared/model/vport';
import { adapterOf, done, iovVm, newEngine, nicNamed, waitFor } from '../../../../support/engine';

/** The built-in host, whose X520 has another NIC switch. */
function hardwareWith(change: Partial<NicSwitch>): Hardware {
  const hardware = builtInHost();
  const nics = hardware.nics.map((nic) =>
    nic.nicSwitch === null || !/X520/.test(nic.interfaceDescription)
      ? nic
      : { ...nic, nicSwitch: { ...nic.nicSwitch, ...change } },
  );
  return { ...hardware, nics };
}

function ports(engine: Engine): readonly VPort[] {
  return vPortsOf(engine.world, nicNamed(engine, /X520/).id);
}

/** VMs on one switch with SR-IOV; each asks for a VF or not and has a VMQ weight. They are started in order. */
function running(
  engine: Engine,
  vms: readonly { iovWeight?: number; vmqWeight?: number }[],
): { switchId: string; vmIds: string[] } {
  const { switchId, vmId } = iovVm(engine, { name: 'Unused' });
  done(engine, { name: 'vm.delete', input: { id: vmId } });
  const vmIds = vms.map(({ iovWeight = 0, vmqWeight = 100 }, index) => {
    const one = iovVm(engine, { name: `VM ${index}`, switchId });
    const input = { id: one.adapterId, iovWeight, vmqWeight };
    done(engine, { name: 'adapter.modify', input }, { name: 'vm.start', input: { id: one.vmId } });
    engine.advance(1000);
    return one.vmId;
  });
  engine.advance(20_000);
  engine.check();
  return { switchId, vmIds };
}

function queues(engine: Engine, vmIds: readonly string[]): (number | null)[] {
  return vmIds.map((id) => adapterOf(engine, id).vmqVPortId);
}

describe('VPorts of the PF that serve as VMQs', () => {
  it('are created deactivated, activated, and get the filter moved to them', () => {
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 128, queuePairs: 256 }) });
    const { vmIds } = running(engine, [{}]);
    const { id: adapterId, macAddress } = adapterOf(engine, vmIds[0]!);
    expect(queues(engine, vmIds)).toEqual([1]);
    const trace = engine.trace(100, (entry) => entry.adapterId === adapterId);
    expect(trace.slice(-3).map(({ name, parameters }) => [name, parameters['VPortState']])).toEqual([
      ['OID_NIC_SWITCH_CREATE_VPORT', 'Deactivated'],
      ['OID_NIC_SWITCH_VPORT_PARAMETERS', 'Activated'],
      ['OID_RECEIVE_FILTER_MOVE_FILTER', undefined],
    ]);
    expect(trace.at(-1)?.parameters).toMatchObject({ SourceVPortId: 0, DestVPortId: 1 });
    expect(ports(engine)).toMatchObject([
      { id: 0, vfIndex: null, queuePairs: 1, filters: [{ adapterId: null }] },
      { id: 1, vfIndex: null, queuePairs: 2, adapterId, filters: [{ macAddress, adapterId }] },
    ]);
  });

  it('are not for an adapter that has a VF: its filter is on the VPort of the VF', () => {
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 128, queuePairs: 256 }) });
    const { vmIds } = running(engine, [{ iovWeight: 100 }, {}]);
    expect(queues(engine, vmIds)).toEqual([null, 2]);
    expect(ports(engine).map((port) => [port.id, port.vfIndex, port.filters.length])).toEqual([
      [0, null, 1],
      [1, 0, 1],
      [2, null, 1],
    ]);
  });

  it('go to the greater weight first, then to the VM that has run longest', () => {
    // 64 VPorts: the default one, 61 for VFs, two left.
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 64, queuePairs: 128, maxVfs: 61 }) });
    const { vmIds } = running(engine, [{ vmqWeight: 0 }, { vmqWeight: 50 }, {}, {}, { vmqWeight: 50 }]);
    expect(queues(engine, vmIds)).toEqual([null, 1, 2, null, null]);
    done(engine, { name: 'vm.turnOff', input: { id: vmIds[1]! } });
    engine.advance(100);
    // The one with the greater weight, although another has waited as long.
    expect(queues(engine, vmIds)).toEqual([null, null, 2, 1, null]);
  });

  it.each([
    ['*VMQ off', { vmq: false }],
    ['a link below 10 Gb/s', { speedDuplex: '1000full' }],
  ] as const)('%s: none', (_what, properties) => {
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 128, queuePairs: 256 }) });
    const { vmIds } = running(engine, [{}]);
    done(engine, { name: 'nic.configure', input: { id: nicNamed(engine, /X520/).id, properties } });
    engine.advance(20_000);
    engine.check();
    expect(queues(engine, vmIds)).toEqual([null]);
    expect(ports(engine).map((port) => port.filters.length)).toEqual([2]);
  });

  it('move with the adapter to another switch', () => {
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 128, queuePairs: 256 }) });
    const { vmIds } = running(engine, [{}]);
    const [first, second] = [...engine.world.nic.values()].filter((nic) =>
      /X520/.test(nic.interfaceDescription),
    );
    const [other = ''] = done(engine, {
      name: 'switch.create',
      input: { name: 'Other', type: 'External', nicId: second!.id, iovEnabled: true },
    });
    engine.advance(1000);
    const { id } = adapterOf(engine, vmIds[0]!);
    done(engine, { name: 'adapter.modify', input: { id, switchId: other } });
    engine.check();
    expect(adapterOf(engine, vmIds[0]!)).toMatchObject({ vmqNicId: second!.id, vmqVPortId: 1 });
    expect(vPortsOf(engine.world, first!.id).map((port) => port.id)).toEqual([0]);
  });
});

describe('how many there can be', () => {
  it.each([
    // Microsoft's example for Set-NetAdapterSriov: 31 VFs, 32 VMQs and one for the PF.
    ['reserved for 31 VFs', { maxVPorts: 64, queuePairs: 128, maxVfs: 31 }, 32],
    ['reserved for 63 VFs', { maxVPorts: 64, queuePairs: 128, maxVfs: 63 }, 0],
    ['one pool', { maxVPorts: 64, queuePairs: 128, maxVfs: 63, singleVPortPool: true }, 63],
    ['too few queue pairs', { maxVPorts: 64, queuePairs: 70, maxVfs: 31 }, 3],
  ])('%s', (_what, change, capacity) => {
    const engine = newEngine({ hardware: hardwareWith(change) });
    running(engine, []);
    waitFor(engine, 'NIC switch', () => nicNamed(engine, /X520/).numVfs > 0);
    expect(vmqCapacity(nicNamed(engine, /X520/))).toBe(capacity);
  });
});

describe('queue pairs of a VF', () => {
  it('are the number asked for, rounded and capped, where VPorts may differ', () => {
    const change = { asymmetricQueuePairs: true, maxQueuePairsPerVPort: 16, maxVfs: 4, queuePairs: 32 };
    const engine = newEngine({ hardware: hardwareWith({ ...change, maxVPorts: 8 }) });
    const { vmIds } = running(engine, [{ iovWeight: 100 }, { iovWeight: 100, vmqWeight: 0 }]);
    expect(vmIds.map((id) => adapterOf(engine, id).assignment?.step)).toEqual(['active', 'active']);
    // Nobody has asked for more than one; a command to ask is the virtual adapter's.
    expect(ports(engine).map((port) => port.queuePairs)).toEqual([1, 1, 1]);
  });

  it('are the same on every VPort of a symmetric switch', () => {
    const engine = newEngine({ hardware: hardwareWith({ maxVPorts: 128, queuePairs: 256 }) });
    running(engine, [{ iovWeight: 100 }, { iovWeight: 100 }, {}]);
    expect(ports(engine).map((port) => port.queuePairs)).toEqual([1, 2, 2, 2]);
  });
});
