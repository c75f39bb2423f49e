import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Commands } from '../../../../../src/shared/contract';
import { heartbeatOf } from '../../../../../src/shared/model/integration-services';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { done, newEngine, refused, vmOf, waitFor } from '../../../../support/engine';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

function newVm(generation: 1 | 2 = 2, startupMemoryMb = 1024, name = 'VM'): string {
  const input = { name, generation, startupMemoryMb, processors: 2, switchId: null };
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function modify(id: string, changes: Omit<Commands['vm.modify'], 'id'>): void {
  done(engine, { name: 'vm.modify', input: { id, ...changes } });
}

function refusal(id: string, changes: Omit<Commands['vm.modify'], 'id'>) {
  const { code, field, message } = refused(engine, { name: 'vm.modify', input: { id, ...changes } });
  return { code, field: field?.replace('commands.0.input.', ''), message };
}

function run(id: string): void {
  done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
}

describe('the settings of a virtual machine', () => {
  it('keeps what is absent', () => {
    const id = newVm();
    modify(id, { notes: 'The front end.' });
    modify(id, { processorLimit: 40 });
    modify(id, { integrationServices: { backup: false } });
    expect(vmOf(engine, id)).toMatchObject({
      notes: 'The front end.',
      processors: 2,
      processorLimit: 40,
      startupMemoryMb: 1024,
      integrationServices: { backup: false, heartbeat: true, guestServices: false },
    });
  });

  it('gives a VM that is off other processors and memory, which its start needs', () => {
    const id = newVm();
    const { logicalProcessors, memoryMb } = thePlatform(engine.world);
    modify(id, { processors: logicalProcessors, startupMemoryMb: memoryMb });
    expect(refused(engine, { name: 'vm.start', input: { id } }).code).toBe('vm.notEnoughMemory');
    modify(id, { startupMemoryMb: 2048 });
    run(id);
    expect(vmOf(engine, id)).toMatchObject({ processors: logicalProcessors, startupMemoryMb: 2048 });
  });

  it('leaves processors and memory of a VM that runs or is saved, and takes the rest', () => {
    const id = newVm();
    run(id);
    const inState = { code: 'vm.wrongState' };
    expect(refusal(id, { processors: 3 })).toMatchObject({ ...inState, field: 'processors' });
    expect(refusal(id, { startupMemoryMb: 2048 })).toMatchObject({ ...inState, field: 'startupMemoryMb' });
    modify(id, { processors: 2, processorLimit: 10, notes: 'n', integrationServices: { heartbeat: false } });
    done(engine, { name: 'vm.save', input: { id } });
    waitFor(engine, 'it is saved', () => vmOf(engine, id).state === 'Saved');
    expect(refusal(id, { processors: 1 }).message).toContain('Saved');
  });

  it('knows the limits of the host and of both generations', () => {
    const { logicalProcessors } = thePlatform(engine.world);
    const first = newVm(1);
    expect(refusal(first, { processors: logicalProcessors + 1 })).toMatchObject({
      code: 'vm.tooManyProcessors',
      field: 'processors',
    });
    expect(refusal(first, { startupMemoryMb: 1_048_578 })).toMatchObject({
      code: 'vm.tooMuchMemory',
      field: 'startupMemoryMb',
    });
    expect(refusal(first, { startupMemoryMb: 1025 }).code).toBe('vm.memoryNotAligned');
    expect(refusal(first, { processorLimit: 0 })).toMatchObject({
      code: 'input.invalid',
      field: 'processorLimit',
    });
    expect(refusal('none', { notes: '' }).code).toBe('vm.notFound');
  });
});

describe('the reserve of a virtual machine', () => {
  it('is not above its limit', () => {
    const id = newVm();
    modify(id, { processorLimit: 40, processorReserve: 40 });
    const above = { code: 'vm.reserveAboveLimit', field: 'processorReserve' };
    expect(refusal(id, { processorReserve: 41 })).toMatchObject(above);
    expect(refusal(id, { processorLimit: 39 })).toMatchObject(above);
  });

  it('is kept for active VMs alone, which together reserve no more than there is', () => {
    const { logicalProcessors } = thePlatform(engine.world);
    const [one, other] = [newVm(), newVm(2, 1024, 'Other')];
    for (const id of [one, other]) modify(id, { processors: logicalProcessors, processorReserve: 60 });
    run(one);
    const start = refused(engine, { name: 'vm.start', input: { id: other } });
    expect(start).toMatchObject({ code: 'vm.notEnoughProcessors', field: 'commands.0.input.id' });
    modify(other, { processorReserve: 40 });
    run(other);
    expect(refusal(other, { processorReserve: 41 })).toMatchObject({
      code: 'vm.notEnoughProcessors',
      field: 'processorReserve',
    });
    modify(one, { processorReserve: 0 });
    modify(other, { processorReserve: 100 });
  });
});

describe('integration services', () => {
  it('shut a guest down only where the service is offered', () => {
    const id = newVm();
    run(id);
    modify(id, { integrationServices: { shutdown: false } });
    expect(refused(engine, { name: 'vm.shutDown', input: { id } })).toMatchObject({
      code: 'vm.wrongState',
      message: `'VM' cannot be shut down while the integration service Operating system shutdown is not offered to it.`,
    });
    modify(id, { integrationServices: { shutdown: true } });
    done(engine, { name: 'vm.shutDown', input: { id } });
    waitFor(engine, 'it is off', () => vmOf(engine, id).state === 'Off');
  });

  it('turn a guest off that the host cannot ask when it goes down', () => {
    const id = newVm();
    run(id);
    done(engine, { name: 'vm.setAutomaticActions', input: { id, stop: 'ShutDown' } });
    modify(id, { integrationServices: { shutdown: false } });
    done(engine, { name: 'host.restart', input: {} });
    expect(vmOf(engine, id).state).toBe('Off');
  });

  it('tell a heartbeat while there is a guest that answers', () => {
    const id = newVm();
    const beat = () => heartbeatOf(vmOf(engine, id));
    expect(beat()).toBeNull();
    done(engine, { name: 'vm.start', input: { id } });
    waitFor(engine, 'the VM runs', () => vmOf(engine, id).state === 'Running');
    expect(beat()).toBe('noContact');
    waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
    expect(beat()).toBe('okHealthy');
    done(engine, { name: 'guest.setResponsive', input: { vmId: id, responsive: false } });
    expect(beat()).toBe('lostCommunication');
    modify(id, { integrationServices: { heartbeat: false } });
    expect(beat()).toBe('disabled');
  });

  it('moves the Smart Paging file while the virtual machine is off', () => {
    const id = newVm();
    modify(id, { smartPagingFilePath: String.raw`D:\Paging` });
    expect(vmOf(engine, id).smartPagingFilePath).toBe(String.raw`D:\Paging`);
    run(id);
    const field = 'smartPagingFilePath';
    expect(refusal(id, { [field]: String.raw`E:\Paging` })).toMatchObject({ code: 'vm.wrongState', field });
    modify(id, { [field]: String.raw`D:\Paging`, notes: 'As it is.' });
    expect(refusal(id, { [field]: 'Paging' })).toMatchObject({ code: 'input.invalid', field });
  });
});
