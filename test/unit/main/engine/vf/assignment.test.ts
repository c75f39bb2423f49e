import { describe, expect, it } from 'vitest';
import { iovReasons, networkingStatus } from '../../../../../src/shared/model/iov-status';
import { formatRoutingId } from '../../../../../src/shared/model/pcie';
import {
  adapterOf,
  done,
  iovVm,
  lspciHardware,
  newEngine,
  nicNamed,
  vmOf,
  waitFor,
} from '../../../../support/engine';
import type { Engine } from '../../../../../src/main/engine/engine';

function status(engine: Engine, vmId: string): string {
  return networkingStatus(engine.world, adapterOf(engine, vmId));
}

function start(engine: Engine, vmId: string): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
}

function active(engine: Engine, vmId: string): void {
  start(engine, vmId);
  waitFor(engine, 'OK (SR-IOV active)', () => status(engine, vmId) === 'OK (SR-IOV active)');
}

function usedVfs(engine: Engine): number {
  return [...engine.world.vf.values()].filter((vf) => vf.adapterId !== null).length;
}

describe('the first virtual function', () => {
  it('goes the documented way, with the traffic on the software path until the last step', () => {
    const engine = newEngine({ hardware: lspciHardware('two-port-ari.off-vvvxxxx.txt') });
    const { vmId } = iovVm(engine, { nic: /82576/ });
    start(engine, vmId);
    waitFor(engine, 'software path', () => adapterOf(engine, vmId).dataPath === 'vmbus');
    expect(status(engine, vmId)).toBe('Degraded (SR-IOV not operational)');
    const seen: string[] = [];
    waitFor(engine, 'VF', () => {
      const adapter = adapterOf(engine, vmId);
      const step = adapter.assignment?.step ?? 'none';
      if (seen.at(-1) !== step) seen.push(step);
      expect(adapter.dataPath).toBe(step === 'active' ? 'vf' : 'vmbus');
      return step === 'active';
    });
    expect(seen.at(-1)).toBe('active');
    expect(status(engine, vmId)).toBe('OK (SR-IOV active)');
    const vf = engine.world.vf.get('0000:01:00.0#0');
    expect(vf).toMatchObject({ index: 0, vPortId: 1, adapterId: adapterOf(engine, vmId).id });
    expect(formatRoutingId(vf?.routingId ?? 0)).toBe('01:10.0');
  });

  it('logs every step in order, with SynthNic IDs for the four that Windows has', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    active(engine, vmId);
    const steps = engine.events(100).filter((event) => event.adapterId !== null);
    expect(steps.map((event) => event.eventId)).toEqual([12584, null, null, null, 12588, null, null, null]);
    expect(steps.map((event) => event.text.replace(/^.*?: /, '').replace(/ \(.*/, ''))).toEqual([
      'a virtual function was allocated',
      'DMA and interrupt remapping were programmed',
      'a VPort was created',
      'the receive filter was moved to the VPort of the virtual function',
      'a virtual function was assigned',
      'the guest loaded the virtual function driver',
      'NetVSC opened the virtual function',
      'the data path was switched to the virtual function',
    ]);
  });

  it('creates as many VFs as the driver hands out, on the kernel addresses', () => {
    const engine = newEngine({ hardware: lspciHardware('two-port-ari.off-vvvxxxx.txt') });
    iovVm(engine, { nic: /82576/ });
    engine.advance(1000);
    const addresses = [...engine.world.vf.values()].map((vf) => formatRoutingId(vf.routingId));
    expect(addresses).toEqual(['01:10.0', '01:10.2', '01:10.4', '01:10.6', '01:11.0', '01:11.2', '01:11.4']);
  });
});

describe('giving a VF back', () => {
  it('falls back first and frees afterwards when the box is cleared', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 0 } });
    waitFor(engine, 'software path', () => adapterOf(engine, vmId).dataPath === 'vmbus');
    expect(usedVfs(engine)).toBe(1);
    waitFor(engine, 'freed', () => usedVfs(engine) === 0);
    expect(status(engine, vmId)).toBe('OK');
    const last = engine.events(6).map((event) => event.eventId);
    expect(last).toEqual([null, 12590, null, null, null, 12586]);
  });

  it('comes back when the box is set again in the middle of the release', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 0 } });
    engine.advance(5);
    done(engine, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 100 } });
    waitFor(engine, 'VF again', () => adapterOf(engine, vmId).assignment?.step === 'active');
  });

  it.each(['vm.turnOff', 'vm.save', 'vm.shutDown', 'vm.reset'] as const)('%s frees the VF', (name) => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name, input: { id: vmId } });
    waitFor(engine, 'freed', () => usedVfs(engine) === 0);
    expect(adapterOf(engine, vmId).dataPath).not.toBe('vf');
  });

  it('stays with a paused VM and serves it again after Resume', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'vm.pause', input: { id: vmId } });
    waitFor(engine, 'paused', () => vmOf(engine, vmId).state === 'Paused');
    expect(usedVfs(engine)).toBe(1);
    done(engine, { name: 'vm.resume', input: { id: vmId } });
    waitFor(engine, 'running', () => vmOf(engine, vmId).state === 'Running');
    expect(status(engine, vmId)).toBe('OK (SR-IOV active)');
  });

  it('disconnects and frees when the switch is removed, and the VFs vanish', () => {
    const engine = newEngine();
    const { vmId, switchId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'switch.remove', input: { id: switchId } });
    waitFor(engine, 'no VFs', () => engine.world.vf.size === 0);
    expect(adapterOf(engine, vmId)).toMatchObject({ switchId: null, assignment: null, dataPath: 'none' });
  });

  it('frees at once when a running VM loses the adapter', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'adapter.remove', input: { id: adapterId } });
    engine.check();
    expect(usedVfs(engine)).toBe(0);
  });

  it('moves to the other card when the adapter is connected to another switch', () => {
    const engine = newEngine();
    const { vmId, adapterId } = iovVm(engine);
    active(engine, vmId);
    const nicId = nicNamed(engine, /82576/).id;
    const [other = ''] = done(engine, {
      name: 'switch.create',
      input: { name: 'Other', type: 'External', nicId, iovEnabled: true },
    });
    done(engine, { name: 'adapter.modify', input: { id: adapterId, switchId: other } });
    waitFor(engine, 'a VF of the other card', () => {
      const assignment = adapterOf(engine, vmId).assignment;
      return assignment?.step === 'active' && engine.world.vf.get(assignment.vfId)?.nicId === nicId;
    });
    expect(usedVfs(engine)).toBe(1);
  });
});

describe('when SR-IOV cannot operate', () => {
  const degraded = 'Degraded (SR-IOV not operational)';

  function settled(engine: Engine, vmId: string): readonly string[] {
    start(engine, vmId);
    waitFor(engine, 'guest', () => vmOf(engine, vmId).guest.state === 'running');
    for (let step = 0; step < 1000; step += 1) engine.advance(10);
    engine.check();
    expect(status(engine, vmId)).toBe(degraded);
    expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
    return iovReasons(engine.world, adapterOf(engine, vmId));
  }

  it('names a switch that was created without SR-IOV', () => {
    const engine = newEngine();
    expect(settled(engine, iovVm(engine, { switchIov: false }).vmId)).toEqual(['switchWithoutIov']);
  });

  it('names a NIC without SR-IOV', () => {
    const engine = newEngine({ hardware: lspciHardware('two-port-ari.off-vvvxxxx.txt') });
    expect(settled(engine, iovVm(engine, { nic: /82574L/ }).vmId)).toEqual(['MissingPfDriver']);
  });

  it('names the firmware, and is cured by its setting and a restart', () => {
    const engine = newEngine();
    const off = { ioVirtualization: false, pcieNativeControl: true };
    const { vmId } = iovVm(engine);
    done(
      engine,
      { name: 'firmware.configure', input: { settings: off } },
      { name: 'host.restart', input: {} },
    );
    waitFor(engine, 'host up', () => engine.world.host.get('host')?.state === 'running', 300_000);
    expect(settled(engine, vmId)).toEqual([
      'noInterruptRemapping',
      'noDmaRemapping',
      'ioVirtualizationOff',
      'NoIoMmuSupport',
    ]);
    const on = { ioVirtualization: true, pcieNativeControl: true };
    done(
      engine,
      { name: 'firmware.configure', input: { settings: on } },
      { name: 'host.restart', input: {} },
    );
    waitFor(engine, 'cured', () => status(engine, vmId) === 'OK (SR-IOV active)', 300_000);
  });

  it('names a BIOS that keeps PCI Express to itself', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    const settings = { ioVirtualization: true, pcieNativeControl: false };
    done(engine, { name: 'firmware.configure', input: { settings } }, { name: 'host.restart', input: {} });
    waitFor(engine, 'host up', () => engine.world.host.get('host')?.state === 'running', 300_000);
    expect(settled(engine, vmId)).toEqual(['noPcieNativeControl', 'NoOscSupport']);
  });

  it('leaves the VM beyond the last VF on the software path until one is free', () => {
    const engine = newEngine({ hardware: lspciHardware('two-port-ari.off-vvvxxxx.txt') });
    const first = iovVm(engine, { nic: /82576/ });
    const others = Array.from({ length: 6 }, (_, index) =>
      iovVm(engine, { name: `VM ${index + 2}`, switchId: first.switchId }),
    );
    for (const { vmId } of [first, ...others]) active(engine, vmId);
    const late = iovVm(engine, { name: 'Late', switchId: first.switchId });
    expect(settled(engine, late.vmId)).toEqual(['noFreeVf']);
    done(engine, { name: 'vm.turnOff', input: { id: first.vmId } });
    waitFor(engine, 'the freed VF', () => status(engine, late.vmId) === 'OK (SR-IOV active)');
  });

  it('allocates a VF to a guest without driver, which never takes it over', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'guest.setVfDriver', input: { vmId, installed: false } });
    waitFor(engine, 'degraded', () => status(engine, vmId) === degraded);
    expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
    expect(iovReasons(engine.world, adapterOf(engine, vmId))).toEqual(['guestDriverMissing']);
    engine.advance(5000);
    expect(usedVfs(engine)).toBe(1);
    done(engine, { name: 'guest.setVfDriver', input: { vmId, installed: true } });
    waitFor(engine, 'active again', () => status(engine, vmId) === 'OK (SR-IOV active)');
  });

  it('offers nothing to a guest without driver that boots, beyond the VF itself', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    active(engine, vmId);
    done(engine, { name: 'guest.setVfDriver', input: { vmId, installed: false } });
    done(engine, { name: 'vm.reset', input: { id: vmId } });
    waitFor(engine, 'no driver', () => adapterOf(engine, vmId).assignment?.step === 'noDriver');
    expect(engine.events(1)[0]).toMatchObject({ level: 'Warning' });
  });
});
