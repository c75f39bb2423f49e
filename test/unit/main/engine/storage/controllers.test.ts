import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, newEngine, vmOf } from '../../../../support/engine';
import { newVm, places, refusal, run } from './vms';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

describe('SCSI controllers', () => {
  it('are four at most', () => {
    const id = newVm(engine);
    const add = { name: 'vm.addScsiController', input: { id } } as const;
    done(engine, add, add, add);
    expect(vmOf(engine, id).storage.scsiControllers).toBe(4);
    expect(refusal(engine, add).code).toBe('vm.tooManyScsiControllers');
  });

  it('take their drives along when they go, and the next ones move up', () => {
    const id = newVm(engine);
    const hard = { kind: 'hard', controllerType: 'SCSI', controllerLocation: 0 } as const;
    const [, , first = '', second = ''] = done(
      engine,
      { name: 'vm.addScsiController', input: { id } },
      { name: 'vm.addScsiController', input: { id } },
      { name: 'vm.addDrive', input: { id, ...hard, controllerNumber: 1 } },
      { name: 'vm.addDrive', input: { id, ...hard, controllerNumber: 2 } },
    );
    done(engine, { name: 'vm.setBootOrder', input: { id, order: [second, first] } });
    done(engine, { name: 'vm.removeScsiController', input: { id, number: 1 } });
    expect(places(engine, id)).toEqual(['hard SCSI 1:0']);
    expect(vmOf(engine, id).storage).toMatchObject({ scsiControllers: 2, firmwareBootOrder: [second] });
    engine.check();
    const none = { name: 'vm.removeScsiController', input: { id, number: 2 } } as const;
    expect(refusal(engine, none)).toMatchObject({ code: 'drive.noController', field: 'number' });
  });

  it('stay as they are while the VM runs', () => {
    const id = newVm(engine);
    run(engine, id);
    expect(refusal(engine, { name: 'vm.addScsiController', input: { id } }).code).toBe('vm.wrongState');
    const remove = { name: 'vm.removeScsiController', input: { id, number: 0 } } as const;
    expect(refusal(engine, remove).code).toBe('vm.wrongState');
  });
});
