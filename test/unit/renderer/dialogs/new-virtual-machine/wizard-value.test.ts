import { describe, expect, it } from 'vitest';
import {
  memoryLimits,
  refusedField,
  validateWizard,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-errors';
import {
  initWizard,
  withGeneration,
  wizardCommands,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-value';
import type {
  WizardHost,
  WizardValue,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-value';
import { commands } from '../../../../../src/shared/contract';
import { newHostSettings } from '../../../../../src/shared/model/host-settings';
import { vmSchema } from '../../../../../src/shared/model/vm';
import { fakeSwitch } from '../../support/fake-world';

const folder = newHostSettings.virtualHardDiskPath;

function hostWith(...paths: string[]): WizardHost {
  const disks = paths.map((path) => {
    const id = path.toLowerCase();
    return [id, { id, path, maximumGb: 10, type: 'Dynamic' }] as const;
  });
  const switches = new Map([[fakeSwitch.id, fakeSwitch]]);
  return { settings: newHostSettings, switches, disks: new Map(disks) };
}

const host = hostWith();

function filled(patch: Partial<WizardValue>): WizardValue {
  return { ...initWizard(newHostSettings), ...patch };
}

function wrong(patch: Partial<WizardValue>): Record<string, string> {
  return validateWizard(filled(patch), host);
}

function input(patch: Partial<WizardValue>, on = host) {
  return commands['vm.create'].parse(wizardCommands(filled(patch), on)[0]?.input);
}

describe('the wizard', () => {
  it('proposes what Finish on the first page creates', () => {
    expect(wrong({})).toEqual({});
    expect(input({})).toEqual({
      name: 'New Virtual Machine',
      generation: 1,
      startupMemoryMb: 1024,
      dynamicMemory: false,
      processors: 1,
      switchId: null,
      location: null,
      hardDisk: { kind: 'new', path: `${folder}\\New Virtual Machine.vhdx`, sizeGb: 127 },
      installation: { kind: 'later' },
    });
  });

  it('wants a name of 1 to 100 characters, blanks around it not counted', () => {
    expect(wrong({ name: '  ' })).toEqual({ name: 'Enter a name.' });
    expect(wrong({ name: 'x'.repeat(101) })).toEqual({ name: 'Use at most 100 characters.' });
    expect(wrong({ name: ` ${'x'.repeat(100)} ` })).toEqual({});
    expect(input({ name: ' Web ' })).toMatchObject({ name: 'Web' });
  });

  it.each([Number.NaN, 31, 1024.5, 1025, 1_048_578])('refuses %d MB for generation 1', (startupMemoryMb) => {
    expect(Object.keys(wrong({ startupMemoryMb }))).toEqual(['startupMemoryMb']);
  });

  it('knows the limits that the host checks', () => {
    const memory = vmSchema.shape.startupMemoryMb;
    const { minimum, maximum } = memoryLimits({ generation: 2 });
    const accepted = [minimum - 1, minimum, maximum, maximum + 1].map(
      (each) => memory.safeParse(each).success,
    );
    expect(accepted).toEqual([false, true, true, false]);
  });

  it('refuses a switch that is gone', () => {
    expect(wrong({ switchId: fakeSwitch.id })).toEqual({});
    expect(Object.keys(wrong({ switchId: 'gone' }))).toEqual(['switchId']);
  });

  it('wants a whole path for another location, and only then', () => {
    expect(wrong({ location: 'VMs' })).toEqual({});
    expect(Object.keys(wrong({ storeElsewhere: true, location: 'VMs' }))).toEqual(['location', 'diskFolder']);
    expect(input({ storeElsewhere: true, location: 'D:\\VMs\\' })).toMatchObject({
      location: 'D:\\VMs\\',
      hardDisk: { path: String.raw`D:\VMs\New Virtual Machine\Virtual Hard Disks\New Virtual Machine.vhdx` },
    });
  });

  it('gives up the floppy disk with generation 1', () => {
    const value = filled({ installFrom: 'floppy' });
    expect(withGeneration(value, 2)).toEqual({ generation: 2, installFrom: 'later' });
    expect(withGeneration(filled({ installFrom: 'image' }), 2)).toEqual({ generation: 2 });
  });
});

describe('the new virtual hard disk', () => {
  function diskOf(patch: Partial<WizardValue>, on = host): unknown {
    return input(patch, on).hardDisk;
  }

  it('is named after the virtual machine, without what Windows forbids, and passes over files that exist', () => {
    expect(diskOf({ name: 'Web: <1>.' })).toMatchObject({ path: `${folder}\\Web 1.vhdx` });
    expect(diskOf({ name: '???' })).toMatchObject({ path: `${folder}\\New Virtual Hard Disk.vhdx` });
    const taken = hostWith(`${folder}\\web.vhdx`, `${folder}\\Web_2.vhdx`);
    expect(diskOf({ name: 'Web' }, taken)).toMatchObject({ path: `${folder}\\Web_3.vhdx` });
  });

  it('is called and put as somebody types, VHDX unless they say VHD', () => {
    const typed = { diskName: ' System ', diskFolder: 'D:\\', diskSizeGb: 40 };
    expect(diskOf(typed)).toEqual({ kind: 'new', path: String.raw`D:\System.vhdx`, sizeGb: 40 });
    expect(diskOf({ diskName: 'Old.VHD' })).toMatchObject({ path: `${folder}\\Old.VHD` });
  });

  it.each([
    [{ diskName: ' ' }, 'diskName', /Enter a name/],
    [{ diskName: 'a/b.vhdx' }, 'diskName', /forbids/],
    [{ diskName: 'x'.repeat(250) }, 'diskName', /260 characters/],
    [{ diskFolder: 'Disks' }, 'diskFolder', /whole path/],
    [{ diskSizeGb: 0 }, 'diskSizeGb', /from 1 to 65536/],
    [{ diskSizeGb: 65_537 }, 'diskSizeGb', /from 1 to 65536/],
    [{ diskSizeGb: 1.5 }, 'diskSizeGb', /whole number/],
    [{ diskName: 'Old.vhd', diskSizeGb: 2041 }, 'diskSizeGb', /from 1 to 2040/],
  ] as const)('refuses %j', (patch, field, message) => {
    const errors = wrong(patch);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(message);
    expect(wrong({ ...patch, disk: 'later' })).toEqual({});
  });
});

describe('what is attached and installed', () => {
  it('is an existing disk, or none, and then nothing is installed', () => {
    const image = { installFrom: 'image', imagePath: 'nothing' } as const;
    expect(Object.keys(wrong({ disk: 'existing' }))).toEqual(['existingDisk']);
    const existing = { disk: 'existing', existingDisk: String.raw` D:\Old.vhdx `, ...image } as const;
    expect(wrong(existing)).toEqual({});
    expect(input(existing)).toMatchObject({
      hardDisk: { kind: 'existing', path: String.raw`D:\Old.vhdx` },
      installation: { kind: 'later' },
    });
    expect(input({ disk: 'later', ...image })).toMatchObject({
      hardDisk: null,
      installation: { kind: 'later' },
    });
  });

  it.each([
    ['image', 'imagePath', String.raw`C:\Setup.iso`],
    ['floppy', 'floppyPath', String.raw`C:\Boot.vfd`],
  ] as const)('comes from a file: %s', (installFrom, member, path) => {
    expect(Object.keys(wrong({ installFrom, [member]: 'C:\\Setup.exe' }))).toEqual([member]);
    expect(input({ installFrom, [member]: ` ${path} ` }).installation).toEqual({ kind: installFrom, path });
  });

  it('comes from the network', () => {
    expect(input({ installFrom: 'network' }).installation).toEqual({ kind: 'network' });
  });
});

describe('refusedField', () => {
  it.each([
    ['commands.0.input.name', {}, 'name'],
    ['commands.0.input.switchId', {}, 'switchId'],
    ['commands.0.input.hardDisk.path', {}, 'diskName'],
    ['commands.0.input.hardDisk.path', { disk: 'existing' }, 'existingDisk'],
    ['commands.0.input.hardDisk.sizeGb', {}, 'diskSizeGb'],
    ['commands.0.input.installation.path', { installFrom: 'floppy' }, 'floppyPath'],
    ['commands.0.input', {}, undefined],
    ['commands.0.input.processors', {}, undefined],
  ] as const)('finds the field of %s', (field, patch, found) => {
    expect(refusedField({ code: 'x', message: 'x', field }, filled(patch))).toBe(found);
  });

  it('finds none when none is named', () => {
    expect(refusedField({ code: 'x', message: 'x' }, filled({}))).toBeUndefined();
  });
});
