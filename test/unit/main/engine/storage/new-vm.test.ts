import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import { bootDevices } from '../../../../../src/shared/model/storage';
import { done, newEngine, vmOf } from '../../../../support/engine';
import { dataPath, driveAt, isoPath, newDisk, newVm, places, refusal } from './vms';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

function adapters(vmId: string) {
  return [...engine.world.adapter.values()].filter((adapter) => adapter.vmId === vmId);
}

const creation = { name: 'X', startupMemoryMb: 1024, switchId: null } as const;

describe('a new virtual machine', () => {
  it('of generation 1 has both IDE controllers, a DVD drive, a SCSI controller, no diskette, no pipes', () => {
    const id = newVm(engine, { generation: 1 });
    expect(places(engine, id)).toEqual(['dvd IDE 1:0']);
    expect(vmOf(engine, id).storage).toMatchObject({
      scsiControllers: 1,
      diskette: null,
      comPipes: [null, null],
      biosBootOrder: ['CD', 'IDE', 'LegacyNetworkAdapter', 'Floppy'],
    });
  });

  it('of generation 2 has a SCSI controller with nothing on it', () => {
    expect(places(engine, newVm(engine))).toEqual([]);
  });

  it('has a new virtual hard disk on the first controller', () => {
    const first = newVm(engine, { generation: 1, hardDisk: { kind: 'new', path: dataPath, sizeGb: 127 } });
    expect(places(engine, first)).toEqual(['hard IDE 0:0', 'dvd IDE 1:0']);
    expect([...engine.world.disk.values()]).toEqual([
      { id: dataPath.toLowerCase(), path: dataPath, maximumGb: 127, type: 'Dynamic' },
    ]);
    const second = newVm(engine, { name: 'B', hardDisk: { kind: 'existing', path: dataPath.toUpperCase() } });
    expect(driveAt(engine, second, 'SCSI 0:0')).toMatchObject({ kind: 'hard', path: dataPath });
  });

  it('leaves its virtual hard disk behind when it is deleted', () => {
    newDisk(engine, dataPath);
    expect(engine.world.vm.size).toBe(0);
    expect([...engine.world.disk.values()].map(({ path }) => path)).toEqual([dataPath]);
  });

  it('starts first from what it is to be installed from', () => {
    const image = { kind: 'image', path: isoPath } as const;
    const cd = newVm(engine, { generation: 1, installation: image });
    expect(driveAt(engine, cd, 'IDE 1:0')?.path).toBe(isoPath);
    const path = String.raw`C:\Boot.vfd`;
    const floppy = newVm(engine, { name: 'F', generation: 1, installation: { kind: 'floppy', path } });
    expect(vmOf(engine, floppy).storage).toMatchObject({
      diskette: path,
      biosBootOrder: ['Floppy', 'CD', 'IDE', 'LegacyNetworkAdapter'],
    });
    const hardDisk = { kind: 'new', path: dataPath, sizeGb: 1 } as const;
    const dvd = newVm(engine, { name: 'D', hardDisk, installation: image });
    expect(places(engine, dvd)).toEqual(['hard SCSI 0:0', 'dvd SCSI 0:1']);
    const ids = adapters(dvd).map((adapter) => adapter.id);
    const [first] = bootDevices(vmOf(engine, dvd).storage, ids);
    expect(first).toBe(driveAt(engine, dvd, 'SCSI 0:1')?.id);
  });

  it('gets a legacy adapter on the same switch for a network installation of generation 1', () => {
    const input = { name: 'Private', type: 'Private' } as const;
    const [switchId = ''] = done(engine, { name: 'switch.create', input });
    const old = newVm(engine, { generation: 1, switchId, installation: { kind: 'network' } });
    expect(adapters(old).map(({ kind, switchId: on }) => [kind, on])).toEqual([
      ['synthetic', switchId],
      ['legacy', switchId],
    ]);
    expect(vmOf(engine, old).storage.biosBootOrder[0]).toBe('LegacyNetworkAdapter');
    const hardDisk = { kind: 'new', path: dataPath, sizeGb: 1 } as const;
    const fresh = newVm(engine, { name: 'New', switchId, hardDisk, installation: { kind: 'network' } });
    const ids = adapters(fresh).map((adapter) => adapter.id);
    expect(ids).toHaveLength(1);
    expect(bootDevices(vmOf(engine, fresh).storage, ids)[0]).toBe(ids[0]);
  });

  it('is refused a file that exists, one that does not, one too large, and a diskette of generation 2', () => {
    newDisk(engine, dataPath);
    const create = (rest: object) =>
      refusal(engine, { name: 'vm.create', input: { ...creation, generation: 2, ...rest } });
    expect(create({ hardDisk: { kind: 'new', path: dataPath.toUpperCase(), sizeGb: 1 } })).toMatchObject({
      code: 'disk.exists',
      field: 'hardDisk.path',
    });
    expect(create({ hardDisk: { kind: 'existing', path: String.raw`C:\No.vhdx` } })).toMatchObject({
      code: 'disk.notFound',
      field: 'hardDisk.path',
    });
    const tooLarge = { kind: 'new', path: String.raw`C:\Big.vhdx`, sizeGb: 65_537 };
    expect(create({ hardDisk: tooLarge })).toMatchObject({ code: 'disk.tooLarge', field: 'hardDisk.sizeGb' });
    const vhd = { kind: 'new', path: String.raw`C:\Old.vhd`, sizeGb: 10 };
    expect(create({ hardDisk: vhd })).toMatchObject({ code: 'disk.needsVhdx', field: 'hardDisk.path' });
    expect(create({ generation: 1, hardDisk: { ...vhd, sizeGb: 2041 } }).code).toBe('disk.tooLarge');
    const floppy = { kind: 'floppy', path: String.raw`C:\Boot.vfd` };
    expect(create({ installation: floppy })).toMatchObject({
      code: 'vm.noDisketteDrive',
      field: 'installation',
    });
    expect(engine.world.vm.size).toBe(0);
    expect(engine.world.disk.size).toBe(1);
  });

  it.each([
    ['no whole path', 'Data.vhdx'],
    ['another ending', String.raw`C:\Data.txt`],
    ['a character that Windows forbids', String.raw`C:\Da?ta.vhdx`],
    ['nothing before the ending of a folder', String.raw`C:\\Data.vhdx`],
    ['more than 260 characters', `C:\\${'a'.repeat(260)}.vhdx`],
  ])('is refused a virtual hard disk whose path is or has %s', (_what, path) => {
    const hardDisk = { kind: 'new', path, sizeGb: 1 } as const;
    const command = { name: 'vm.create', input: { ...creation, generation: 2, hardDisk } } as const;
    expect(refusal(engine, command)).toMatchObject({ code: 'input.invalid', field: 'hardDisk.path' });
  });
});
