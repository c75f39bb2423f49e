import { describe, expect, it } from 'vitest';
import { canDo, uptimeAt } from '../../../../src/shared/model/vm';
import type { VmVerb } from '../../../../src/shared/model/vm';
import type { Engine } from '../../../../src/main/engine/engine';
import { adapterOf, done, newEngine, refused, vmOf, waitFor } from '../../../support/engine';

function newVm(engine: Engine, name = 'VM 1', generation: 1 | 2 = 2, startupMemoryMb = 1024): string {
  const input = { name, generation, startupMemoryMb, switchId: null };
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function state(engine: Engine, id: string): string {
  return vmOf(engine, id).state;
}

function started(engine: Engine): string {
  const id = newVm(engine);
  done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'guest up', () => vmOf(engine, id).guest.state === 'running');
  return id;
}

const verbs: readonly Exclude<VmVerb, 'rename'>[] = [
  'start',
  'turnOff',
  'shutDown',
  'save',
  'pause',
  'resume',
  'reset',
  'delete',
  'deleteSavedState',
];

describe('a virtual machine', () => {
  it('starts through Starting with a task, gets a MAC address, and counts its uptime', () => {
    const engine = newEngine();
    const id = newVm(engine);
    expect(adapterOf(engine, id).macAddress).toBeNull();
    done(engine, { name: 'vm.start', input: { id } });
    expect(vmOf(engine, id)).toMatchObject({ state: 'Starting', task: { text: 'Starting' } });
    expect(adapterOf(engine, id).macAddress).toBe('00155D0A0100');
    waitFor(engine, 'running', () => state(engine, id) === 'Running');
    engine.advance(90_000);
    expect(uptimeAt(vmOf(engine, id), engine.now())).toBe(90_000);
    expect(vmOf(engine, id).guest.state).toBe('running');
  });

  it.each([
    ['vm.shutDown', 'Stopping', 'Off', 18504],
    ['vm.save', 'Saving', 'Saved', 18510],
    ['vm.pause', 'Pausing', 'Paused', 18516],
    ['vm.turnOff', 'Off', 'Off', 18502],
  ] as const)('%s goes by %s to %s', (name, between, end, eventId) => {
    const engine = newEngine();
    const id = started(engine);
    done(engine, { name, input: { id } });
    expect(state(engine, id)).toBe(between);
    waitFor(engine, end, () => state(engine, id) === end);
    expect(engine.events(1)[0]?.eventId).toBe(eventId);
  });

  it('restores a saved guest without booting it, and resets with a new boot and uptime', () => {
    const engine = newEngine();
    const id = started(engine);
    done(engine, { name: 'vm.save', input: { id } });
    waitFor(engine, 'saved', () => state(engine, id) === 'Saved');
    done(engine, { name: 'vm.start', input: { id } });
    expect(vmOf(engine, id).task?.text).toBe('Restoring');
    waitFor(engine, 'running', () => state(engine, id) === 'Running');
    expect(vmOf(engine, id).guest.state).toBe('running');
    done(engine, { name: 'vm.reset', input: { id } });
    expect(state(engine, id)).toBe('Reset');
    waitFor(engine, 'booting', () => vmOf(engine, id).guest.state === 'booting');
    expect(uptimeAt(vmOf(engine, id), engine.now())).toBeLessThan(20);
  });

  it('freezes the uptime of a paused VM', () => {
    const engine = newEngine();
    const id = started(engine);
    done(engine, { name: 'vm.pause', input: { id } });
    engine.advance(1000);
    const frozen = uptimeAt(vmOf(engine, id), engine.now());
    engine.advance(50_000);
    expect(uptimeAt(vmOf(engine, id), engine.now())).toBe(frozen);
  });

  it('refuses exactly the verbs whose buttons are not offered, in every state on the way', () => {
    const engine = newEngine();
    const id = newVm(engine);
    const way = [
      'vm.start',
      'vm.pause',
      'vm.resume',
      'vm.save',
      'vm.start',
      'vm.reset',
      'vm.shutDown',
    ] as const;
    const seen = new Set<string>();
    for (const next of way) {
      waitFor(engine, `ready for ${next}`, () => canDo(next.slice(3) as VmVerb, vmOf(engine, id)));
      done(engine, { name: next, input: { id } });
      for (let step = 0; step < 20; step += 1) {
        seen.add(state(engine, id));
        for (const verb of verbs) {
          if (canDo(verb, vmOf(engine, id))) continue;
          expect(refused(engine, { name: `vm.${verb}`, input: { id } }).code).toBe('vm.wrongState');
        }
        engine.advance(50);
      }
    }
    for (const each of [
      'Paused',
      'Pausing',
      'Reset',
      'Resuming',
      'Running',
      'Saving',
      'Starting',
      'Stopping',
    ]) {
      expect(seen).toContain(each);
    }
  });

  it('refuses a start that the host has no memory for, in Hyper-V words', () => {
    const engine = newEngine();
    const id = newVm(engine, 'Big', 2, 1_000_000);
    const refusal = refused(engine, { name: 'vm.start', input: { id } });
    expect(refusal.code).toBe('vm.notEnoughMemory');
    expect(refusal.message).toContain(
      "'Big' failed to start. Not enough memory in the system to start the virtual machine",
    );
  });

  it('gives no two VMs one MAC address and refuses when the range is used up', () => {
    const engine = newEngine();
    const ids = Array.from({ length: 5 }, (_, index) => newVm(engine, `VM ${index}`, 1, 32));
    const kind = 'synthetic' as const;
    for (const vmId of ids) {
      for (let count = 0; count < 63; count += 1)
        done(engine, { name: 'adapter.add', input: { vmId, kind } });
    }
    for (const id of ids.slice(0, 4)) done(engine, { name: 'vm.start', input: { id } });
    engine.check();
    const refusal = refused(engine, { name: 'vm.start', input: { id: ids[4] ?? '' } });
    expect(refusal.code).toBe('adapter.noMacAddress');
  });

  it('is deleted with its adapters, and a name is free again', () => {
    const engine = newEngine();
    const id = newVm(engine);
    expect(
      refused(engine, {
        name: 'vm.create',
        input: { name: 'vm 1', generation: 1, startupMemoryMb: 512, switchId: null },
      }).code,
    ).toBe('vm.nameTaken');
    done(engine, { name: 'vm.delete', input: { id } });
    expect(engine.world.adapter.size).toBe(0);
    newVm(engine);
  });

  it('names the field of an input that no VM can have', () => {
    const engine = newEngine();
    const create = (input: object) => refused(engine, { name: 'vm.create', input } as never);
    const good = { name: 'A', generation: 2, startupMemoryMb: 1024, switchId: null };
    expect(create({ ...good, name: '  ' }).field).toBe('commands.0.input.name');
    expect(create({ ...good, name: 'x'.repeat(101) }).field).toBe('commands.0.input.name');
    expect(create({ ...good, startupMemoryMb: 31 }).field).toBe('commands.0.input.startupMemoryMb');
    expect(create({ ...good, generation: 3 }).field).toBe('commands.0.input.generation');
    expect(create({ ...good, switchId: 'nowhere' }).field).toBe('commands.0.input.switchId');
  });
});

describe('network adapters of a VM', () => {
  it('are limited to 64 and 4, and legacy ones to generation 1', () => {
    const engine = newEngine();
    const first = newVm(engine, 'G1', 1);
    for (let count = 0; count < 4; count += 1)
      done(engine, { name: 'adapter.add', input: { vmId: first, kind: 'legacy' } });
    expect(refused(engine, { name: 'adapter.add', input: { vmId: first, kind: 'legacy' } }).code).toBe(
      'adapter.tooMany',
    );
    const second = newVm(engine, 'G2', 2);
    expect(refused(engine, { name: 'adapter.add', input: { vmId: second, kind: 'legacy' } }).code).toBe(
      'adapter.legacyNeedsGeneration1',
    );
    const names = [...engine.world.adapter.values()]
      .filter((each) => each.vmId === first)
      .map((each) => each.name);
    expect(names).toContain('Legacy Network Adapter 4');
  });

  it('come while a generation 2 VM runs, with an address, but not in generation 1', () => {
    const engine = newEngine();
    const id = started(engine);
    const [added = ''] = done(engine, { name: 'adapter.add', input: { vmId: id, kind: 'synthetic' } });
    expect(engine.world.adapter.get(added)?.macAddress).not.toBeNull();
    const old = newVm(engine, 'Old', 1);
    done(engine, { name: 'vm.start', input: { id: old } });
    waitFor(engine, 'running', () => state(engine, old) === 'Running');
    expect(refused(engine, { name: 'adapter.add', input: { vmId: old, kind: 'synthetic' } }).code).toBe(
      'adapter.vmNotOff',
    );
  });

  it('come with the weights they are asked for, which a legacy one refuses', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 'G1', 1);
    const input = { vmId, iovWeight: 100 };
    const [id = ''] = done(engine, { name: 'adapter.add', input: { ...input, kind: 'synthetic' } });
    expect(engine.world.adapter.get(id)).toMatchObject({ iovWeight: 100, vmqWeight: 100 });
    const before = engine.world.adapter.size;
    expect(refused(engine, { name: 'adapter.add', input: { ...input, kind: 'legacy' } })).toMatchObject({
      code: 'adapter.legacyHasNoOffloads',
      field: 'commands.0.input.iovWeight',
    });
    expect(engine.world.adapter.size).toBe(before);
  });

  it('refuse hardware acceleration on a legacy adapter', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 'G1', 1);
    const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    const refusal = refused(engine, { name: 'adapter.modify', input: { id, iovWeight: 100 } });
    expect(refusal).toMatchObject({
      code: 'adapter.legacyHasNoOffloads',
      field: 'commands.0.input.iovWeight',
    });
  });
});
