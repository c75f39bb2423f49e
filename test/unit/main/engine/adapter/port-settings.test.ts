/** What a network adapter's pages set, through the host's door: kept, refused, or felt by the traffic. */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { counterPath, objects } from '../../../../../src/shared/model/counter';
import type { TrafficProfileInput } from '../../../../../src/shared/model/traffic';
import { vPortsOf } from '../../../../../src/shared/model/vport';
import { adapterOf, done, iovVm, newEngine, nicNamed, refused, waitFor } from '../../../../support/engine';

type Settings = Omit<Extract<Command, { name: 'adapter.modify' }>['input'], 'id'>;

function modify(engine: Engine, id: string, settings: Settings): void {
  done(engine, { name: 'adapter.modify', input: { id, ...settings } });
}

function refusal(engine: Engine, id: string, settings: Settings) {
  const { code, field } = refused(engine, { name: 'adapter.modify', input: { id, ...settings } });
  return [code, field?.split('.').at(-1)];
}

function newSwitch(engine: Engine, name: string, type: 'Internal' | 'Private'): string {
  return done(engine, { name: 'switch.create', input: { name, type } })[0] ?? '';
}

/** A running VM on the switch; answers with its adapter. */
function running(engine: Engine, name: string, switchId: string): Adapter {
  const input = { name, generation: 2, startupMemoryMb: 512, switchId } as const;
  const [vmId = ''] = done(engine, { name: 'vm.create', input });
  done(engine, { name: 'vm.start', input: { id: vmId } });
  waitFor(engine, 'a data path', () => adapterOf(engine, vmId).dataPath === 'vmbus');
  return adapterOf(engine, vmId);
}

function off(engine: Engine, generation: 1 | 2 = 2): string {
  const input = { name: 'Rests', generation, startupMemoryMb: 512, switchId: null };
  return adapterOf(engine, done(engine, { name: 'vm.create', input })[0] ?? '').id;
}

/** Megabits per second that the adapter carries over a simulated second, on all paths. */
function mbps(engine: Engine, id: string, counter = 'Total Bytes/sec'): number {
  const adapter = engine.world.adapter.get(id)!;
  const instance = `${engine.world.vm.get(adapter.vmId)!.name}_${adapter.name}_${adapter.vmId}--${id}`;
  const path = counterPath(objects.dataPath, instance, counter);
  engine.advance(100);
  const before = engine.counterValue(path);
  engine.advance(1000);
  return Math.round(((engine.counterValue(path) - before) * 8) / 1e6);
}

function send(engine: Engine, id: string, traffic: Partial<TrafficProfileInput>): void {
  const whole = { protocol: 'udp', sendMbps: 100, receiveMbps: 0, packetBytes: 1500, ...traffic } as const;
  done(engine, { name: 'adapter.setTraffic', input: { id, traffic: whole } });
}

describe('VLANs', () => {
  it('separate adapters of one switch', () => {
    const engine = newEngine();
    const switchId = newSwitch(engine, 'Lab', 'Private');
    const one = running(engine, 'One', switchId).id;
    const two = running(engine, 'Two', switchId).id;
    send(engine, one, { peerAdapterId: two });
    expect(mbps(engine, two)).toBeGreaterThan(90);
    modify(engine, one, { vlanId: 7 });
    expect(mbps(engine, two)).toBe(0);
    modify(engine, two, { vlanId: 8 });
    expect(mbps(engine, two)).toBe(0);
    modify(engine, two, { vlanId: 7 });
    expect(mbps(engine, two)).toBeGreaterThan(90);
  });

  it('separate an adapter of an internal switch from the management operating system', () => {
    const engine = newEngine();
    const switchId = newSwitch(engine, 'Inside', 'Internal');
    const { id } = running(engine, 'One', switchId);
    send(engine, id, {});
    expect(mbps(engine, id)).toBeGreaterThan(90);
    modify(engine, id, { vlanId: 7 });
    expect(mbps(engine, id)).toBe(0);
    done(engine, { name: 'switch.modify', input: { id: switchId, managementVlanId: 7 } });
    expect(mbps(engine, id)).toBeGreaterThan(90);
    modify(engine, id, { vlanId: null });
    expect(mbps(engine, id)).toBe(0);
  });

  it('of the management operating system are part of its receive filter', () => {
    const engine = newEngine();
    const { switchId } = iovVm(engine);
    engine.advance(5000);
    done(engine, { name: 'switch.modify', input: { id: switchId, managementVlanId: 12 } });
    const { id } = nicNamed(engine, /X520/);
    const vlanOfHost = () => {
      const filters = vPortsOf(engine.world, id).flatMap((port) => port.filters);
      return filters.filter((filter) => filter.adapterId === null).map((filter) => filter.vlanId);
    };
    expect(vlanOfHost()).toEqual([12]);
    done(engine, { name: 'switch.modify', input: { id: switchId, allowManagementOs: false } });
    // Nobody is left who could be in it.
    expect(vlanOfHost()).toEqual([]);
    expect(engine.world.switch.get(switchId)?.managementVlanId).toBeNull();
  });
});

it('private switches are separate from each other', () => {
  const engine = newEngine();
  const one = running(engine, 'One', newSwitch(engine, 'A', 'Private')).id;
  const two = running(engine, 'Two', newSwitch(engine, 'B', 'Private')).id;
  send(engine, one, { peerAdapterId: two });
  expect(mbps(engine, two)).toBe(0);
  modify(engine, two, { switchId: engine.world.adapter.get(one)!.switchId });
  expect(mbps(engine, two)).toBeGreaterThan(90);
});

describe('a minimum bandwidth', () => {
  it('keeps its part of a port that others fill', () => {
    const engine = newEngine();
    const nicId = nicNamed(engine, /82576/).id;
    const input = { name: 'Slow', type: 'External', nicId } as const;
    const [switchId = ''] = done(engine, { name: 'switch.create', input });
    const ids = ['One', 'Two'].map((name) => running(engine, name, switchId).id);
    const [one = '', two = ''] = ids;
    for (const id of ids) send(engine, id, { sendMbps: 1000 });
    expect(mbps(engine, one)).toBe(mbps(engine, two));
    modify(engine, one, { minimumMbps: 700 });
    expect(mbps(engine, one)).toBe(700);
    expect(mbps(engine, two)).toBeGreaterThan(200);
    expect(mbps(engine, two)).toBeLessThan(300);
  });

  it('is refused on a switch with SR-IOV, and so is connecting an adapter that has one', () => {
    const engine = newEngine();
    const { adapterId, switchId } = iovVm(engine);
    expect(refusal(engine, adapterId, { minimumMbps: 100 })).toEqual([
      'adapter.noReservation',
      'minimumMbps',
    ]);
    modify(engine, adapterId, { switchId: newSwitch(engine, 'Lab', 'Private'), minimumMbps: 100 });
    expect(refusal(engine, adapterId, { switchId })).toEqual(['adapter.noReservation', 'switchId']);
    modify(engine, adapterId, { switchId, minimumMbps: 0 });
  });

  it('is not above the maximum', () => {
    const engine = newEngine();
    const id = off(engine);
    expect(refusal(engine, id, { minimumMbps: 300, maximumMbps: 200 })).toEqual([
      'adapter.minimumAboveMaximum',
      'minimumMbps',
    ]);
    modify(engine, id, { minimumMbps: 200, maximumMbps: 200 });
    expect(refusal(engine, id, { maximumMbps: 100 })).toEqual(['adapter.minimumAboveMaximum', 'maximumMbps']);
    // 0 is no limit.
    modify(engine, id, { maximumMbps: 0 });
  });
});

describe('the MAC address', () => {
  it('may be typed in, stays over a start, and is given back for a dynamic one', () => {
    const engine = newEngine();
    const id = off(engine);
    const { vmId } = engine.world.adapter.get(id)!;
    modify(engine, id, { macAddress: '021234ABCDEF' });
    done(engine, { name: 'vm.start', input: { id: vmId } });
    expect(engine.world.adapter.get(id)).toMatchObject({ macAddress: '021234ABCDEF', staticMac: true });
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    modify(engine, id, { macAddress: null });
    expect(engine.world.adapter.get(id)).toMatchObject({ macAddress: null, staticMac: false });
    done(engine, { name: 'vm.start', input: { id: vmId } });
    expect(engine.world.adapter.get(id)?.macAddress).toBe('00155D0A0100');
  });

  it('is left alone when a dynamic one is asked for and it is dynamic already', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    const { macAddress } = engine.world.adapter.get(adapterId)!;
    modify(engine, adapterId, { macAddress: null });
    expect(engine.world.adapter.get(adapterId)).toMatchObject({ macAddress, staticMac: false });
    expect(refusal(engine, adapterId, { macAddress: '00155D0B0001' })).toEqual([
      'adapter.settingNeedsOff',
      'macAddress',
    ]);
  });

  it.each(['010000000001', '000000000000'])('is refused as %s', (macAddress) => {
    const engine = newEngine();
    expect(refusal(engine, off(engine), { macAddress })).toEqual(['adapter.macInvalid', 'macAddress']);
  });

  it('is refused when another adapter has it, and the pool passes it over', () => {
    const engine = newEngine();
    const id = off(engine);
    modify(engine, id, { macAddress: '00155D0A0100' });
    const { vmId, adapterId } = iovVm(engine);
    expect(refusal(engine, adapterId, { macAddress: '00155D0A0100' })).toEqual([
      'adapter.macInUse',
      'macAddress',
    ]);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    expect(engine.world.adapter.get(adapterId)?.macAddress).toBe('00155D0A0101');
  });

  it('of a hot-added adapter may be static, though the VM runs', () => {
    const engine = newEngine();
    const { vmId } = running(engine, 'One', newSwitch(engine, 'Lab', 'Private'));
    const input = { vmId, kind: 'synthetic', macAddress: '00155D0B0001' } as const;
    const [id = ''] = done(engine, { name: 'adapter.add', input });
    expect(engine.world.adapter.get(id)).toMatchObject({ macAddress: '00155D0B0001', staticMac: true });
  });
});

describe('what a kind or a generation lacks', () => {
  it.each([
    ['ipsecMaximumSas', { ipsecMaximumSas: 1 }, 'adapter.legacyHasNoOffloads'],
    ['protectedNetwork', { protectedNetwork: false }, 'adapter.legacyLacksSetting'],
    ['allowTeaming', { allowTeaming: true }, 'adapter.legacyLacksSetting'],
  ] as const)('a legacy adapter: %s', (field, settings, code) => {
    const engine = newEngine();
    const { vmId } = engine.world.adapter.get(off(engine, 1))!;
    const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    expect(refusal(engine, id, settings)).toEqual([code, field]);
    modify(engine, id, { dhcpGuard: true, vlanId: 3, maximumMbps: 10, macAddress: '00155D0B0001' });
  });

  it('generation 1: device naming', () => {
    const engine = newEngine();
    expect(refusal(engine, off(engine, 1), { deviceNaming: true })).toEqual([
      'adapter.namingNeedsGeneration2',
      'deviceNaming',
    ]);
  });

  it('a running VM: device naming may not change', () => {
    const engine = newEngine();
    const { id } = running(engine, 'One', newSwitch(engine, 'Lab', 'Private'));
    expect(refusal(engine, id, { deviceNaming: true })).toEqual(['adapter.settingNeedsOff', 'deviceNaming']);
    modify(engine, id, { deviceNaming: false, dhcpGuard: true, allowTeaming: true });
  });
});

it('an adapter is added with all its settings at once', () => {
  const engine = newEngine();
  const { vmId } = engine.world.adapter.get(off(engine))!;
  const settings = {
    vlanId: 5,
    macSpoofing: true,
    portMirroring: 'Destination',
    minimumMbps: 10,
    maximumMbps: 20,
    ipsecMaximumSas: 0,
    dhcpGuard: true,
    routerGuard: true,
    protectedNetwork: false,
    allowTeaming: true,
    deviceNaming: true,
    macAddress: '00155D0B0001',
  } as const;
  const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'synthetic', ...settings } });
  expect(engine.world.adapter.get(id)).toMatchObject({ ...settings, vmqWeight: 100, iovWeight: 0 });
});
