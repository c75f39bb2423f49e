import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { done, newEngine, refused, restartHost, vmOf } from '../../../../support/engine';
import { dataPath, driveAt, isoPath, newDisk, newVm, places, refusal, run } from './vms';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

type Addition = Omit<Extract<Command, { name: 'vm.addDrive' }>['input'], 'id'>;

const scsi = { kind: 'hard', controllerType: 'SCSI', controllerNumber: 0, controllerLocation: 5 } as const;

function addition(id: string, rest: Partial<Addition> = {}): Command {
  return { name: 'vm.addDrive', input: { id, ...scsi, ...rest } };
}

/** A VM with the virtual hard disk at SCSI 0:5. */
function vmWithDisk(name: string, path: string): string {
  const id = newVm(engine, { name });
  done(engine, addition(id, { path }));
  return id;
}

describe('drives', () => {
  it('are added, moved, given other disks and removed', () => {
    newDisk(engine, dataPath);
    const id = newVm(engine, { generation: 1 });
    const [driveId = ''] = done(engine, addition(id, { path: dataPath }));
    expect(places(engine, id)).toEqual(['dvd IDE 1:0', 'hard SCSI 0:5']);
    done(engine, {
      name: 'vm.modifyDrive',
      input: {
        ...{ id, driveId, path: null, minimumIops: 10, maximumIops: 20 },
        ...{ controllerType: 'IDE', controllerLocation: 1 },
      },
    });
    expect(driveAt(engine, id, 'IDE 0:1')).toMatchObject({ path: null, minimumIops: 10, maximumIops: 20 });
    done(engine, { name: 'vm.removeDrive', input: { id, driveId } });
    expect(places(engine, id)).toEqual(['dvd IDE 1:0']);
    expect(engine.world.disk.size).toBe(1);
  });

  it('need a place that is there and free', () => {
    const id = newVm(engine);
    done(engine, addition(id));
    expect(refusal(engine, addition(id))).toMatchObject({
      code: 'drive.placeTaken',
      field: 'controllerLocation',
      message: expect.stringContaining('Location 5 of SCSI controller 0') as string,
    });
    expect(refusal(engine, addition(id, { controllerNumber: 1 })).code).toBe('drive.noController');
    expect(refusal(engine, addition(id, { controllerType: 'IDE' })).code).toBe('drive.noController');
    const old = newVm(engine, { name: 'Old', generation: 1 });
    expect(refusal(engine, addition(old, { controllerType: 'IDE', controllerLocation: 2 })).code).toBe(
      'drive.noLocation',
    );
    expect(refusal(engine, addition(old, { kind: 'dvd' })).code).toBe('drive.wrongController');
  });

  it('take a virtual hard disk that exists, once in a VM, and an image file into a DVD drive', () => {
    newDisk(engine, dataPath);
    const id = vmWithDisk('A', dataPath);
    const other = { controllerLocation: 6 };
    const upper = dataPath.toUpperCase();
    expect(refusal(engine, addition(id, { ...other, path: upper })).code).toBe('disk.alreadyAttached');
    expect(refusal(engine, addition(id, { ...other, path: String.raw`C:\No.vhdx` }))).toMatchObject({
      code: 'disk.notFound',
      field: 'path',
    });
    expect(refusal(engine, addition(id, { ...other, path: isoPath })).code).toBe('drive.badPath');
    expect(refusal(engine, addition(id, { ...other, kind: 'dvd', path: dataPath })).code).toBe(
      'drive.badPath',
    );
    done(engine, addition(id, { ...other, kind: 'dvd', path: isoPath }));
    expect(driveAt(engine, id, 'SCSI 0:6')).toMatchObject({ kind: 'dvd', path: isoPath });
  });

  it('of a SCSI controller come and go while the VM runs, if they are hard drives', () => {
    newDisk(engine, dataPath);
    const id = newVm(engine, { generation: 1 });
    run(engine, id);
    const [driveId = ''] = done(engine, addition(id, { path: dataPath }));
    done(engine, { name: 'vm.removeDrive', input: { id, driveId } });
    expect(refusal(engine, addition(id)).code).toBe('drive.needsDisk');
    const place = { controllerType: 'IDE', controllerLocation: 0, path: dataPath } as const;
    expect(refusal(engine, addition(id, place))).toMatchObject({ code: 'drive.vmNotOff' });
    const dvdPlace = { controllerType: 'IDE', controllerLocation: 1 } as const;
    expect(refusal(engine, addition(id, { kind: 'dvd', ...dvdPlace })).code).toBe('drive.vmNotOff');
    const dvd = driveAt(engine, id, 'IDE 1:0')?.id ?? '';
    expect(refusal(engine, { name: 'vm.removeDrive', input: { id, driveId: dvd } }).code).toBe(
      'drive.vmNotOff',
    );
    done(engine, { name: 'vm.modifyDrive', input: { id, driveId: dvd, path: isoPath } });
    expect(driveAt(engine, id, 'IDE 1:0')?.path).toBe(isoPath);
    const move = { name: 'vm.modifyDrive', input: { id, driveId: dvd, controllerLocation: 1 } } as const;
    expect(refusal(engine, move)).toMatchObject({ code: 'vm.wrongState', field: 'controllerLocation' });
  });

  it('refuse limits that contradict each other, and any to a DVD drive', () => {
    const id = newVm(engine, { generation: 1 });
    const [driveId = ''] = done(engine, addition(id));
    const limits = { minimumIops: 200, maximumIops: 100 };
    expect(refusal(engine, { name: 'vm.modifyDrive', input: { id, driveId, ...limits } })).toMatchObject({
      code: 'drive.minimumAboveMaximum',
      field: 'minimumIops',
    });
    const place = { controllerLocation: 6, ...limits };
    expect(refusal(engine, addition(id, place)).code).toBe('drive.minimumAboveMaximum');
    done(engine, addition(id, { ...place, maximumIops: 300 }));
    expect(driveAt(engine, id, 'SCSI 0:6')).toMatchObject({ minimumIops: 200, maximumIops: 300 });
    const dvd = driveAt(engine, id, 'IDE 1:0')?.id ?? '';
    const command = { name: 'vm.modifyDrive', input: { id, driveId: dvd, maximumIops: 1 } } as const;
    expect(refusal(engine, command).code).toBe('drive.noQualityOfService');
  });
});

describe('a virtual hard disk in two virtual machines', () => {
  let first: string;
  let second: string;

  beforeEach(() => {
    newDisk(engine, dataPath);
    first = vmWithDisk('First', dataPath);
    second = vmWithDisk('Second', dataPath);
  });

  it('lets only one of them start, until that is off again', () => {
    run(engine, first);
    const { code, message } = refused(engine, { name: 'vm.start', input: { id: second } });
    expect(code).toBe('disk.inUse');
    expect(message).toContain(`Attachment '${dataPath}' failed to open`);
    expect(message).toContain(
      'The process cannot access the file because it is being used by another process.',
    );
    expect(message).toContain("'First' holds it");
    done(engine, { name: 'vm.turnOff', input: { id: first } });
    run(engine, second);
    expect(vmOf(engine, second).state).toBe('Running');
    engine.check();
  });

  it('is free while its VM is saved, which then cannot go on', () => {
    run(engine, first);
    done(engine, { name: 'vm.save', input: { id: first } });
    engine.advance(60_000);
    run(engine, second);
    expect(refused(engine, { name: 'vm.start', input: { id: first } }).code).toBe('disk.inUse');
  });

  it('is not added to one that runs while the other holds it', () => {
    const driveId = driveAt(engine, second, 'SCSI 0:5')?.id ?? '';
    done(engine, { name: 'vm.removeDrive', input: { id: second, driveId } });
    run(engine, first);
    run(engine, second);
    expect(refusal(engine, addition(second, { path: dataPath }))).toMatchObject({
      code: 'disk.inUse',
      field: 'path',
    });
  });

  it('keeps the second one off when both start with the host', () => {
    const start = { action: 'Start', delaySeconds: 0 } as const;
    for (const id of [first, second]) done(engine, { name: 'vm.setAutomaticActions', input: { id, start } });
    restartHost(engine);
    engine.advance(60_000);
    expect(vmOf(engine, first).state).toBe('Running');
    expect(vmOf(engine, second)).toMatchObject({ state: 'Off', task: null });
    engine.check();
  });
});
