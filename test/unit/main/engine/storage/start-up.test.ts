import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { bootDevices } from '../../../../../src/shared/model/storage';
import { adapterOf, done, newEngine, vmOf } from '../../../../support/engine';
import { newVm, refusal, run } from './vms';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

const startupOrder = ['IDE', 'Floppy', 'CD', 'LegacyNetworkAdapter'] as const;
const pipe = String.raw`\\.\pipe\Debug`;

describe('what generation 1 starts from', () => {
  it('is ordered by its BIOS, while the VM is off', () => {
    const id = newVm(engine, { generation: 1 });
    done(engine, { name: 'vm.setBios', input: { id, startupOrder: [...startupOrder] } });
    done(engine, { name: 'vm.setBios', input: { id, numLock: true } });
    expect(vmOf(engine, id).storage).toMatchObject({ numLock: true, biosBootOrder: startupOrder });
    const twice: Command = {
      name: 'vm.setBios',
      input: { id, startupOrder: ['IDE', 'IDE', 'CD', 'Floppy'] },
    };
    expect(refusal(engine, twice)).toMatchObject({ code: 'input.invalid', field: 'startupOrder' });
    run(engine, id);
    expect(refusal(engine, { name: 'vm.setBios', input: { id, numLock: false } }).code).toBe('vm.wrongState');
  });

  it('may be a floppy disk, which is changed while the VM runs', () => {
    const id = newVm(engine, { generation: 1 });
    run(engine, id);
    const path = String.raw`C:\Boot.vfd`;
    done(engine, { name: 'vm.setDiskette', input: { id, path } });
    expect(vmOf(engine, id).storage.diskette).toBe(path);
    done(engine, { name: 'vm.save', input: { id } });
    engine.advance(60_000);
    const out = { name: 'vm.setDiskette', input: { id, path: null } } as const;
    expect(refusal(engine, out)).toMatchObject({ code: 'vm.wrongState', field: 'path' });
  });

  it('is no business of generation 2', () => {
    const id = newVm(engine);
    expect(refusal(engine, { name: 'vm.setBios', input: { id, numLock: true } }).code).toBe(
      'vm.wrongGeneration',
    );
    expect(refusal(engine, { name: 'vm.setDiskette', input: { id, path: null } }).code).toBe(
      'vm.wrongGeneration',
    );
  });
});

describe('COM ports', () => {
  it('are connected to named pipes while the VM is off', () => {
    const id = newVm(engine, { generation: 1 });
    done(engine, { name: 'vm.setComPort', input: { id, number: 2, pipe } });
    expect(vmOf(engine, id).storage.comPipes).toEqual([null, pipe]);
    done(engine, { name: 'vm.setComPort', input: { id, number: 1, pipe } });
    expect(vmOf(engine, id).storage.comPipes).toEqual([pipe, pipe]);
    const bad = { name: 'vm.setComPort', input: { id, number: 1, pipe: 'Debug' } } as const;
    expect(refusal(engine, bad)).toMatchObject({ code: 'input.invalid', field: 'pipe' });
    run(engine, id);
    const out = { name: 'vm.setComPort', input: { id, number: 1, pipe: null } } as const;
    expect(refusal(engine, out)).toMatchObject({ code: 'vm.wrongState', field: 'pipe' });
  });
});

describe('the boot order of generation 2', () => {
  function devices(id: string): readonly string[] {
    const adapters = [...engine.world.adapter.values()].filter(({ vmId }) => vmId === id);
    return bootDevices(
      vmOf(engine, id).storage,
      adapters.map((adapter) => adapter.id),
    );
  }

  it('holds drives and network adapters; what comes later comes last', () => {
    const id = newVm(engine);
    const adapterId = adapterOf(engine, id).id;
    const place = { controllerType: 'SCSI', controllerNumber: 0 } as const;
    const [first = ''] = done(engine, {
      name: 'vm.addDrive',
      input: { id, kind: 'hard', ...place, controllerLocation: 1 },
    });
    expect(devices(id)).toEqual([first, adapterId]);
    done(engine, { name: 'vm.setBootOrder', input: { id, order: [adapterId, first] } });
    const [second = ''] = done(engine, {
      name: 'vm.addDrive',
      input: { id, kind: 'dvd', ...place, controllerLocation: 0 },
    });
    expect(devices(id)).toEqual([adapterId, first, second]);
    done(engine, { name: 'vm.modifyDrive', input: { id, driveId: first, controllerLocation: 9 } });
    done(engine, { name: 'adapter.remove', input: { id: adapterId } });
    expect(devices(id)).toEqual([first, second]);
  });

  it('refuses strangers, doubles, generation 1 and running virtual machines', () => {
    const id = newVm(engine);
    const adapterId = adapterOf(engine, id).id;
    const order = (...ids: string[]) =>
      refusal(engine, { name: 'vm.setBootOrder', input: { id, order: ids } });
    expect(order('nobody')).toMatchObject({ code: 'vm.notBootDevice', field: 'order' });
    expect(order(adapterId, adapterId).code).toBe('vm.notBootDevice');
    const old = newVm(engine, { name: 'Old', generation: 1 });
    const onOld: Command = { name: 'vm.setBootOrder', input: { id: old, order: [] } };
    expect(refusal(engine, onOld).code).toBe('vm.wrongGeneration');
    run(engine, id);
    expect(order(adapterId).code).toBe('vm.wrongState');
  });
});
