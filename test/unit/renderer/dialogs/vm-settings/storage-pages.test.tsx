// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import BrowseDisks from '../../../../../src/renderer/dialogs/browse-disks/browse-disks';
import VmSettings from '../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import { dialogStore } from '../../../../../src/renderer/host/dialogs';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { done, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

const dataPath = String.raw`C:\VMs\Data.vhdx`;
const bootPath = String.raw`C:\VMs\Boot.vhdx`;

function newVm(engine: Engine, name: string, generation: 1 | 2, path: string): string {
  const input = { name, generation, startupMemoryMb: 1024, switchId: null } as const;
  const hardDisk = { kind: 'new', path, sizeGb: 40 } as const;
  return done(engine, { name: 'vm.create', input: { ...input, hardDisk } })[0] ?? '';
}

/** Settings of a VM that has one virtual hard disk, on a host that has another one. */
async function open(generation: 1 | 2, prepare: (engine: Engine, vmId: string) => void = () => undefined) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      vmId = newVm(engine, 'Web', generation, bootPath);
      newVm(engine, 'Other', 2, dataPath);
      prepare(engine, vmId);
    },
    (close) => <VmSettings request={{ kind: 'vmSettings', vmId }} close={close} />,
  );
  return Object.assign(opened, { storage: () => vmOf(opened.engine, vmId).storage });
}

function running(engine: Engine, vmId: string): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
  engine.advance(60_000);
}

type Role = 'button' | 'treeitem' | 'checkbox' | 'radio' | 'spinbutton' | 'textbox' | 'combobox' | 'listbox';

function control(role: Role, name: string): HTMLElement {
  return screen.getByRole(role, { name });
}

function click(role: Role, name: string): void {
  fireEvent.click(control(role, name));
}

function type(role: Role, name: string, value: string): void {
  fireEvent.change(control(role, name), { target: { value } });
}

function isOff(role: Role, name: string): boolean {
  return control(role, name).getAttribute('aria-disabled') === 'true';
}

async function apply(): Promise<void> {
  click('button', 'Apply');
  await waitFor(() => expect(isOff('button', 'Apply')).toBe(true));
}

function details(): string[] {
  return screen
    .getAllByRole('treeitem')
    .map(
      (item) =>
        `${item.getAttribute('aria-level')} ${item.getAttribute('aria-label')}: ${item.getAttribute('aria-description')}`,
    );
}

function options(name: string): (string | null)[] {
  return within(control('combobox', name))
    .getAllByRole('option')
    .map((option) => option.textContent);
}

function place(drive: object): string {
  const { controllerType, controllerNumber, controllerLocation } = drive as Record<string, unknown>;
  return `${String(controllerType)} ${String(controllerNumber)}:${String(controllerLocation)}`;
}

describe('the list of pages', () => {
  it('hangs drives under their controllers and says what is in them', async () => {
    await open(1);
    expect(details().slice(1, 12)).toEqual([
      '1 BIOS: Boot from CD',
      '1 Memory: 1024 MB',
      '1 Processor: 1 Virtual processor',
      '2 Compatibility: null',
      '2 NUMA: null',
      '1 IDE Controller 0: null',
      '2 Hard Drive: Boot.vhdx',
      '3 Quality of Service: null',
      '1 IDE Controller 1: null',
      '2 DVD Drive: None',
      '1 SCSI Controller: null',
    ]);
    expect(details()).toEqual(
      expect.arrayContaining(['1 COM 1: None', '1 COM 2: None', '1 Diskette Drive: None']),
    );
  });

  it('has no IDE controllers, COM ports and diskette drive in generation 2', async () => {
    await open(2);
    expect(details().slice(1, 10)).toEqual([
      '1 Firmware: Boot from Hard Drive',
      '1 Security: Secure Boot enabled',
      '1 Memory: 1024 MB',
      '1 Processor: 1 Virtual processor',
      '2 Compatibility: null',
      '2 NUMA: null',
      '1 SCSI Controller: null',
      '2 Hard Drive: Boot.vhdx',
      '3 Quality of Service: null',
    ]);
    expect(screen.queryByRole('treeitem', { name: /COM|Diskette|IDE/ })).toBeNull();
  });
});

describe('drives', () => {
  it('are added with a virtual hard disk and limits, and stay in sight once they exist', async () => {
    const { storage, batches } = await open(1);
    click('treeitem', 'SCSI Controller');
    click('button', 'Add');
    type('combobox', 'Location:', '7');
    type('textbox', 'Virtual hard disk:', dataPath);
    const [, quality] = screen.getAllByRole('treeitem', { name: 'Quality of Service' });
    fireEvent.click(quality ?? document.body);
    click('checkbox', 'Enable Quality of Service management');
    type('spinbutton', 'Minimum:', '100');
    type('spinbutton', 'Maximum:', '500');
    await apply();
    expect(batches).toHaveLength(1);
    const added = storage().drives.find(({ controllerType }) => controllerType === 'SCSI');
    expect(added).toMatchObject({
      path: dataPath,
      controllerLocation: 7,
      minimumIops: 100,
      maximumIops: 500,
    });
    expect(screen.getAllByRole('treeitem', { selected: true })[0]?.getAttribute('aria-label')).toBe(
      'Quality of Service',
    );
  });

  it('move to controllers and locations that are free, before and after', async () => {
    const { storage } = await open(1);
    click('treeitem', 'DVD Drive');
    expect(options('Controller:')).toEqual(['IDE Controller 0', 'IDE Controller 1']);
    type('combobox', 'Controller:', 'controller/IDE/0');
    expect(options('Location:')).toEqual(['1']);
    click('treeitem', 'Hard Drive');
    expect(options('Controller:')).toEqual(['IDE Controller 0', 'IDE Controller 1', 'SCSI Controller']);
    type('combobox', 'Controller:', 'controller/IDE/1');
    expect(options('Location:')).toEqual(['1']);
    await apply();
    expect(
      storage()
        .drives.map((drive) => `${drive.kind} ${place(drive)}`)
        .sort(),
    ).toEqual(['dvd IDE 0:1', 'hard IDE 1:1']);
  });

  it('are removed, and added to the place that they leave, in one batch', async () => {
    const { storage, batches } = await open(1);
    click('treeitem', 'Hard Drive');
    click('button', 'Remove');
    click('treeitem', 'IDE Controller 0');
    click('button', 'Add');
    await apply();
    expect(batches).toHaveLength(1);
    expect(storage().drives.map((drive) => [place(drive), drive.path])).toEqual([
      ['IDE 1:0', null],
      ['IDE 0:0', null],
    ]);
  });

  it('say what is wrong with a path, and whose file is not there', async () => {
    await open(2);
    click('treeitem', 'Hard Drive');
    type('textbox', 'Virtual hard disk:', 'Data.vhdx');
    click('button', 'Apply');
    expect(await screen.findByText(/Type the whole path of a virtual hard disk/)).toBeTruthy();
    type('textbox', 'Virtual hard disk:', String.raw`C:\No.vhdx`);
    click('button', 'Apply');
    expect(await screen.findByText(/The system cannot find the file specified/)).toBeTruthy();
  });

  it('of a running VM keep place and disk; hard drives of SCSI can go, media can change', async () => {
    const { storage } = await open(2, (engine, id) => {
      const dvd = {
        kind: 'dvd',
        controllerType: 'SCSI',
        controllerNumber: 0,
        controllerLocation: 1,
      } as const;
      done(engine, { name: 'vm.addDrive', input: { id, ...dvd } });
      running(engine, id);
    });
    click('treeitem', 'DVD Drive');
    expect(isOff('button', 'Remove')).toBe(true);
    click('radio', 'Image file:');
    click('button', 'Apply');
    expect(await screen.findByText(/Type the whole path of an image file/)).toBeTruthy();
    type('textbox', 'Path:', String.raw`C:\Setup.iso`);
    await apply();
    click('treeitem', 'Hard Drive');
    expect(isOff('combobox', 'Controller:')).toBe(true);
    expect(isOff('textbox', 'Virtual hard disk:')).toBe(true);
    expect(isOff('button', 'Browse...')).toBe(true);
    click('button', 'Remove');
    await apply();
    expect(storage().drives.map(({ kind, path }) => [kind, path])).toEqual([
      ['dvd', String.raw`C:\Setup.iso`],
    ]);
    click('treeitem', 'SCSI Controller');
    expect(isOff('button', 'Remove')).toBe(true);
    click('button', 'Add');
    click('button', 'Apply');
    expect(await screen.findByText(/needs one/)).toBeTruthy();
    type('textbox', 'Virtual hard disk:', dataPath);
    await apply();
    expect(storage().drives).toHaveLength(2);
  });

  it('of two running virtual machines cannot share a disk: the host says whose it is', async () => {
    await open(2, (engine, vmId) => {
      const other = [...engine.world.vm.values()].find(({ name }) => name === 'Other');
      running(engine, other?.id ?? '');
      running(engine, vmId);
    });
    click('treeitem', 'SCSI Controller');
    click('button', 'Add');
    type('textbox', 'Virtual hard disk:', dataPath);
    click('button', 'Apply');
    expect(await screen.findByText(/it is being used by another process.*'Other' holds it/)).toBeTruthy();
  });
});

describe('SCSI controllers', () => {
  it('are added with their drives and removed with theirs, in one batch', async () => {
    const { storage, batches } = await open(2);
    const list = control('listbox', 'Add Hardware');
    fireEvent.change(list, { target: { value: 'scsi', selectedIndex: 0 } });
    click('button', 'Add');
    click('button', 'Add');
    const before = screen.getAllByRole('treeitem', { name: 'SCSI Controller' });
    expect(before).toHaveLength(2);
    fireEvent.click(before[0] ?? document.body);
    click('button', 'Remove');
    await apply();
    expect(batches).toHaveLength(1);
    expect(storage()).toMatchObject({ scsiControllers: 1 });
    expect(storage().drives.map(place)).toEqual(['SCSI 0:0']);
  });

  it('that are still to be added take the drives on them along when they are dropped', async () => {
    await open(2);
    fireEvent.change(control('listbox', 'Add Hardware'), { target: { value: 'scsi', selectedIndex: 0 } });
    click('button', 'Add');
    click('button', 'Add');
    const controllers = screen.getAllByRole('treeitem', { name: 'SCSI Controller' });
    fireEvent.click(controllers[1] ?? document.body);
    click('button', 'Remove');
    expect(screen.getAllByRole('treeitem', { name: 'Hard Drive' })).toHaveLength(1);
    expect(isOff('button', 'Apply')).toBe(true);
  });
});

describe('what the VM starts from', () => {
  it('is put in order by the BIOS page', async () => {
    const { storage } = await open(1);
    click('treeitem', 'BIOS');
    click('checkbox', 'Num Lock');
    expect(isOff('button', 'Move Up')).toBe(true);
    click('button', 'Move Down');
    await apply();
    expect(storage()).toMatchObject({
      numLock: true,
      biosBootOrder: ['IDE', 'CD', 'LegacyNetworkAdapter', 'Floppy'],
    });
  });

  it('is put in order by the Firmware page, which tells of the chosen entry', async () => {
    const { storage, engine } = await open(2);
    click('treeitem', 'Firmware');
    const rows = () =>
      within(screen.getByRole('grid', { name: 'Boot order:' }))
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    expect(rows()).toEqual(['Hard DriveBoot.vhdx', 'Network AdapterNot connected']);
    expect(screen.getByText(bootPath)).toBeTruthy();
    click('button', 'Move Down');
    expect(rows()).toEqual(['Network AdapterNot connected', 'Hard DriveBoot.vhdx']);
    await apply();
    const [first] = storage().firmwareBootOrder;
    expect(engine.world.adapter.has(first ?? '')).toBe(true);
  });

  it('tells that new devices follow once they are there', async () => {
    await open(2);
    click('treeitem', 'SCSI Controller');
    click('button', 'Add');
    click('treeitem', 'Firmware');
    expect(screen.getByText(/follow at the end/)).toBeTruthy();
    await apply();
    expect(screen.queryByText(/follow at the end/)).toBeNull();
    expect(within(screen.getByRole('grid', { name: 'Boot order:' })).getAllByRole('row')).toHaveLength(4);
  });

  it('leaves out of the order what is removed in the same batch', async () => {
    const { storage } = await open(2);
    click('treeitem', 'Firmware');
    click('button', 'Move Down');
    click('treeitem', 'Hard Drive');
    click('button', 'Remove');
    await apply();
    expect(storage().drives).toEqual([]);
  });
});

describe('COM ports and the diskette drive', () => {
  it('take pipes of this computer and of others', async () => {
    const { storage } = await open(1);
    click('treeitem', 'COM 1');
    click('radio', 'Named pipe:');
    click('button', 'Apply');
    expect(await screen.findByText(/Enter a name for the pipe/)).toBeTruthy();
    type('textbox', 'Pipe name:', 'Debug');
    click('treeitem', 'COM 2');
    click('radio', 'Named pipe:');
    type('textbox', 'Pipe name:', 'Log');
    click('checkbox', 'Remote computer');
    type('textbox', 'Computer name:', 'DEV01');
    await apply();
    const pipes = [String.raw`\\.\pipe\Debug`, String.raw`\\DEV01\pipe\Log`];
    expect(storage().comPipes).toEqual(pipes);
    expect(details()).toEqual(expect.arrayContaining([`1 COM 1: ${pipes[0]}`, `1 COM 2: ${pipes[1]}`]));
    click('radio', 'None');
    await apply();
    expect(storage().comPipes).toEqual([pipes[0], null]);
  });

  it('takes a floppy disk and gives it back', async () => {
    const { storage } = await open(1);
    click('treeitem', 'Diskette Drive');
    type('textbox', 'Path:', String.raw`C:\Boot.vfd`);
    await apply();
    expect(storage().diskette).toBe(String.raw`C:\Boot.vfd`);
    click('radio', 'None');
    await apply();
    expect(storage().diskette).toBeNull();
  });
});

describe('Browse', () => {
  it('opens the list of virtual hard disks, and what is chosen there stands in the field', async () => {
    await open(2);
    click('treeitem', 'Hard Drive');
    click('button', 'Browse...');
    const request = dialogStore.getState()[0]?.request;
    if (request?.kind !== 'browseDisks') throw new Error('No list of virtual hard disks.');
    request.onChoose(dataPath);
    await waitFor(() => expect(control('textbox', 'Virtual hard disk:')).toHaveProperty('value', dataPath));
  });

  it('tells sizes and users, and opens nothing before something is chosen', async () => {
    const chosen: string[] = [];
    const onChoose = (path: string) => chosen.push(path);
    const { close } = await openOver(
      (engine) => {
        newVm(engine, 'Web', 2, dataPath);
        const id = newVm(engine, 'Gone', 2, bootPath);
        const remove: Command = { name: 'vm.delete', input: { id } };
        done(engine, remove);
      },
      (done_) => <BrowseDisks request={{ kind: 'browseDisks', onChoose }} close={done_} />,
    );
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([`${bootPath}40 GB`, `${dataPath}40 GBWeb`]);
    expect(isOff('button', 'Open')).toBe(true);
    fireEvent.click(rows[1] ?? document.body);
    click('button', 'Open');
    expect(chosen).toEqual([dataPath]);
    expect(close).toHaveBeenCalledOnce();
  });
});
