import { beforeEach, describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command, Commands } from '../../../../../src/shared/contract';
import { counterPath, objects } from '../../../../../src/shared/model/counter';
import { assignedMemoryMb, memoryStatus } from '../../../../../src/shared/model/memory';
import { idleTraffic } from '../../../../../src/shared/model/traffic';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { adapterOf, done, model, newEngine, refused, vmOf, waitFor } from '../../../../support/engine';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

const figures = model.parameters.memory;
/** What an idle guest of a new VM needs. */
const idleMb = figures.guest['Windows Server 2022'] + figures.adapterBuffers;

type Limits = NonNullable<Commands['vm.modify']['dynamicMemory']>;

function switchId(): string {
  const known = [...engine.world.switch.keys()][0];
  if (known !== undefined) return known;
  return done(engine, { name: 'switch.create', input: { name: 'Inside', type: 'Internal' } })[0] ?? '';
}

/** A VM with Dynamic Memory, off. */
function newVm(name: string, startupMemoryMb: number, limits: Limits = {}): string {
  const input = { name, generation: 2, startupMemoryMb, dynamicMemory: true, switchId: switchId() } as const;
  const [id = ''] = done(engine, { name: 'vm.create', input });
  done(engine, { name: 'vm.modify', input: { id, dynamicMemory: limits } });
  return id;
}

function start(...ids: string[]): void {
  done(engine, ...ids.map((id): Command => ({ name: 'vm.start', input: { id } })));
}

function settle(ms = 60_000): void {
  for (let passed = 0; passed < ms; passed += 500) {
    engine.advance(500);
    engine.check();
  }
}

function assigned(id: string): number {
  return assignedMemoryMb(vmOf(engine, id));
}

/** What all VMs hold together, MB. */
function held(): number {
  return [...engine.world.vm.values()].reduce((sum, vm) => sum + assignedMemoryMb(vm), 0);
}

function web(id: string): Command {
  const traffic = { ...idleTraffic, application: 'web', sendMbps: 100, connections: 32 } as const;
  return { name: 'adapter.setTraffic', input: { id: adapterOf(engine, id).id, traffic } };
}

function idle(id: string): Command {
  return { name: 'adapter.setTraffic', input: { id: adapterOf(engine, id).id, traffic: idleTraffic } };
}

const webMb = figures.application.web + 32 * figures.perConnection;

function withBuffer(demandMb: number, percent = 20): number {
  return Math.ceil((demandMb * (1 + percent / 100)) / 2) * 2;
}

/** Lets a VM with static memory take all but so much of the host. */
function leave(mb: number): void {
  const free = thePlatform(engine.world).memoryMb - figures.parentReserve - held();
  const startupMemoryMb = free - mb;
  const input = { name: 'Static', generation: 2, startupMemoryMb, switchId: null } as const;
  start(done(engine, { name: 'vm.create', input })[0] ?? '');
}

describe('dynamic memory', () => {
  it('holds the startup memory until the guest reports, then its demand and the buffer', () => {
    const id = newVm('VM', 2048);
    expect(vmOf(engine, id).memory).toBeNull();
    start(id);
    expect(assigned(id)).toBe(2048);
    waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
    expect(vmOf(engine, id).memory).toMatchObject({ assignedMb: 2048, demandMb: null });
    settle();
    expect(vmOf(engine, id).memory).toMatchObject({ assignedMb: withBuffer(idleMb), demandMb: idleMb });
    expect(memoryStatus(vmOf(engine, id))).toBe('ok');
  });

  it('follows traffic up quickly and down slowly, in steps', () => {
    const id = newVm('VM', 1024);
    start(id);
    settle();
    const before = assigned(id);
    done(engine, web(id));
    engine.advance(figures.balanceInterval);
    expect(assigned(id)).toBe(before + figures.addStep);
    expect(memoryStatus(vmOf(engine, id))).toBe('warning');
    settle();
    const full = withBuffer(idleMb + webMb);
    expect(assigned(id)).toBe(full);
    done(engine, idle(id));
    engine.advance(figures.balanceInterval);
    expect(assigned(id)).toBe(full - figures.removeStep);
    settle();
    expect(assigned(id)).toBe(before);
    const { memory } = vmOf(engine, id);
    expect(memory?.visibleMb).toBe(full);
    expect((memory?.addedMb ?? 0) - (memory?.removedMb ?? 0)).toBe(before - 1024);
  });

  it('moves the counters of the VM and of the balancer', () => {
    const id = newVm('VM', 1024);
    start(id);
    settle();
    const of = (name: string): number => engine.counterValue(counterPath(objects.dynamicMemory, 'VM', name));
    const free = counterPath(objects.memoryBalancer, 'System Balancer', 'Available Memory');
    const before = engine.counterValue(free);
    const held = of('Physical Memory');
    expect(held).toBe(assigned(id));
    expect(of('Current Pressure')).toBe(Math.round((idleMb / held) * 100));
    done(engine, web(id));
    settle();
    expect(of('Physical Memory')).toBe(withBuffer(idleMb + webMb));
    expect(of('Guest Visible Physical Memory')).toBe(of('Physical Memory'));
    expect(of('Added Memory')).toBe(of('Physical Memory') - 1024);
    expect(of('Memory Remove Operations')).toBe(0);
    expect(engine.counterValue(free)).toBe(before - (of('Physical Memory') - held));
  });

  it('has no counters without Dynamic Memory', () => {
    leave(1000);
    engine.advance(5000);
    const path = counterPath(objects.dynamicMemory, 'Static', 'Physical Memory');
    expect(engine.counterValue(path)).toBeNaN();
  });

  it('keeps to the limits', () => {
    const id = newVm('VM', 1024, { minimumMb: 1024, maximumMb: 1200 });
    start(id);
    settle();
    done(engine, web(id));
    settle();
    expect(assigned(id)).toBe(1200);
    expect(memoryStatus(vmOf(engine, id))).toBe('warning');
    done(engine, { name: 'vm.modify', input: { id, dynamicMemory: { maximumMb: 4096 } } });
    settle();
    expect(assigned(id)).toBe(withBuffer(idleMb + webMb));
    done(engine, { name: 'vm.modify', input: { id, dynamicMemory: { bufferPercent: 5 } } });
    settle();
    expect(assigned(id)).toBe(withBuffer(idleMb + webMb, 5));
  });

  it('shares out to the weights what is too little, and all where there is enough again', () => {
    const weights = [25, 50, 100];
    const ids = weights.map((weight, index) => newVm(`VM ${index}`, 1024, { minimumMb: 512, weight }));
    start(...ids);
    engine.advance(1);
    leave(3000);
    settle();
    done(engine, ...ids.map(web));
    settle();
    // Beyond the minima there are 3 * 1024 + 3000 - 3 * 512 MB; nobody wants less than its share.
    const together = 3 * 1024 + 3000;
    expect(ids.reduce((sum, id) => sum + assigned(id), 0)).toBeGreaterThan(together - 8);
    const beyond = ids.map((id) => assigned(id) - 512);
    const full = withBuffer(idleMb + webMb);
    expect(assigned(ids[2] ?? '')).toBeLessThanOrEqual(full);
    expect((beyond[1] ?? 0) / (beyond[0] ?? 1)).toBeCloseTo(2, 1);
    expect(memoryStatus(vmOf(engine, ids[0] ?? ''))).toBe('warning');
    const blocker = [...engine.world.vm.values()].find(({ name }) => name === 'Static');
    done(engine, { name: 'vm.turnOff', input: { id: blocker?.id ?? '' } });
    settle();
    expect(ids.map(assigned)).toEqual([full, full, full]);
    expect(ids.map((id) => memoryStatus(vmOf(engine, id)))).toEqual(['ok', 'ok', 'ok']);
  });

  it('refuses a start for which the startup memory is not there', () => {
    const id = newVm('VM', 2048);
    leave(1024);
    const { code, message } = refused(engine, { name: 'vm.start', input: { id } });
    expect(code).toBe('vm.notEnoughMemory');
    expect(message).toContain('Not enough memory in the system to start the virtual machine');
  });

  it('takes buffers back for a start, from a low weight first, and no more than buffers', () => {
    const limits = { minimumMb: 512, bufferPercent: 100 };
    const [low, high] = [newVm('Low', 2048, { ...limits, weight: 10 }), newVm('High', 2048, limits)];
    start(low, high);
    settle();
    expect([low, high].map(assigned)).toEqual([2 * idleMb, 2 * idleMb]);
    leave(100);
    settle();
    const small = {
      name: 'Small',
      generation: 2,
      startupMemoryMb: 100 + idleMb + 50,
      switchId: null,
    } as const;
    const [id = ''] = done(engine, { name: 'vm.create', input: small });
    start(id);
    engine.check();
    expect([low, high].map(assigned)).toEqual([idleMb, 2 * idleMb - 50]);
    done(engine, { name: 'vm.turnOff', input: { id } });
    settle();
    done(engine, { name: 'vm.modify', input: { id, startupMemoryMb: 100 + 2 * idleMb + 2 } });
    expect(refused(engine, { name: 'vm.start', input: { id } }).message).toContain(
      `${100 + 2 * idleMb} MB are available`,
    );
    expect([low, high].map(assigned)).toEqual([2 * idleMb, 2 * idleMb]);
  });

  it('takes nothing from a guest that hangs or is paused', () => {
    const id = newVm('VM', 4096);
    start(id);
    waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
    done(engine, { name: 'guest.setResponsive', input: { vmId: id, responsive: false } });
    settle();
    expect(assigned(id)).toBe(4096);
    done(engine, { name: 'guest.setResponsive', input: { vmId: id, responsive: true } });
    done(engine, { name: 'vm.pause', input: { id } });
    settle();
    expect(assigned(id)).toBe(4096);
    done(engine, { name: 'vm.resume', input: { id } });
    settle();
    expect(assigned(id)).toBe(withBuffer(idleMb));
  });

  it('comes back from a saved state with what it had, and from a reset with the startup memory', () => {
    const id = newVm('VM', 4096);
    start(id);
    settle();
    done(engine, { name: 'vm.save', input: { id } });
    settle(10_000);
    expect(vmOf(engine, id).state).toBe('Saved');
    expect(held()).toBe(0);
    start(id);
    expect(assigned(id)).toBe(withBuffer(idleMb));
    settle();
    done(engine, { name: 'vm.reset', input: { id } });
    expect(assigned(id)).toBe(4096);
    settle();
    done(engine, { name: 'vm.turnOff', input: { id } });
    expect(vmOf(engine, id).memory).toBeNull();
  });

  it('does nothing while the management service is stopped', () => {
    const id = newVm('VM', 4096);
    start(id);
    waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
    done(engine, { name: 'host.stopService', input: {} });
    settle();
    expect(assigned(id)).toBe(4096);
    done(engine, { name: 'host.startService', input: {} });
    settle();
    expect(assigned(id)).toBe(withBuffer(idleMb));
  });

  it('leaves nothing to do once every VM holds what it should', () => {
    const ids = [newVm('One', 1024), newVm('Two', 2048)];
    start(...ids);
    settle();
    expect(engine.save().timeline.entries.filter(({ task }) => task.noun === 'memory')).toEqual([]);
  });

  it('comes to the same however time is cut, and from a saved host', () => {
    const scenario = (cut: number, restored: boolean): string => {
      engine = newEngine();
      const ids = [25, 50, 100].map((weight, index) => newVm(`VM ${index}`, 1024, { weight }));
      start(...ids);
      leave(3000);
      const pass = (ms: number): void => {
        for (let left = ms; left > 0; left -= cut) engine.advance(Math.min(cut, left));
        if (restored) engine = restoreEngine(structuredClone(engine.save()), model);
      };
      pass(9_300);
      done(engine, ...ids.map(web));
      pass(4_100);
      done(engine, idle(ids[0] ?? ''));
      pass(20_600);
      return JSON.stringify(engine.save());
    };
    const once = scenario(100_000, false);
    expect(scenario(7, false) === once).toBe(true);
    expect(scenario(250, true) === once).toBe(true);
  });
});
