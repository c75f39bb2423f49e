// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import NewVirtualMachine from '../../../../../src/renderer/dialogs/new-virtual-machine/new-virtual-machine';
import { done } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);
beforeEach(() => {
  localStorage.clear();
});

function open() {
  return openOver(
    (engine) => {
      const input = { name: 'Taken', generation: 2, startupMemoryMb: 1024, switchId: null } as const;
      done(engine, { name: 'vm.create', input });
      done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    },
    (close) => <NewVirtualMachine request={{ kind: 'newVirtualMachine' }} close={close} />,
  );
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function isOff(name: string): boolean {
  return screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
}

function heading(): string {
  return screen.getByRole('heading', { level: 3 }).textContent;
}

describe('New Virtual Machine Wizard', () => {
  it('creates a default virtual machine from its first page', async () => {
    const { engine, close, batches } = await open();
    expect(heading()).toBe('Before You Begin');
    press('Finish');
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(batches).toHaveLength(1);
    expect([...engine.world.vm.values()].map((vm) => vm.name)).toEqual(['Taken', 'New Virtual Machine']);
  });

  it('asks page by page and shows the choices before it creates', async () => {
    const { engine, close } = await open();
    press('Next >');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name:' }), { target: { value: 'Web' } });
    press('Next >');
    fireEvent.click(screen.getByRole('radio', { name: 'Generation 2' }));
    press('Next >');
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Startup memory:' }), {
      target: { value: '2048' },
    });
    press('Next >');
    const lab = [...engine.world.switch.keys()][0] ?? '';
    fireEvent.change(screen.getByRole('combobox', { name: 'Connection:' }), { target: { value: lab } });
    press('Next >');
    expect(screen.getByRole('textbox', { name: 'Name:' })).toHaveProperty('value', 'Web.vhdx');
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Size:' }), { target: { value: '40' } });
    press('Next >');
    fireEvent.click(screen.getByRole('radio', { name: /bootable image file/ }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Image file (.iso):' }), {
      target: { value: String.raw`C:\Setup.iso` },
    });
    press('Next >');
    expect(heading()).toBe('Completing the New Virtual Machine Wizard');
    const description = screen.getByRole('table', { name: 'Description' }).textContent;
    const expected = ['2048 MB', 'Web.vhdx (VHDX, dynamically expanding)', String.raw`C:\Setup.iso`];
    for (const each of expected) expect(description).toContain(each);
    press('Finish');
    await waitFor(() => expect(close).toHaveBeenCalled());
    const made = [...engine.world.vm.values()].at(-1);
    expect(made).toMatchObject({ name: 'Web', generation: 2, startupMemoryMb: 2048 });
    expect(made?.storage.drives.map(({ kind }) => kind)).toEqual(['hard', 'dvd']);
    expect([...engine.world.disk.values()]).toMatchObject([{ maximumGb: 40 }]);
    expect([...engine.world.adapter.values()].at(-1)).toMatchObject({ vmId: made?.id, switchId: lab });
  });

  it('stores the virtual machine elsewhere, with Dynamic Memory and without a disk', async () => {
    const { engine, close } = await open();
    press('Next >');
    const location = () => screen.getByRole('textbox', { name: 'Location:' });
    expect(location().getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('checkbox', { name: /different location/ }));
    fireEvent.change(location(), { target: { value: 'D:' } });
    expect(isOff('Next >')).toBe(true);
    fireEvent.change(location(), { target: { value: String.raw`D:\VMs` } });
    press('Next >');
    press('Next >');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Use Dynamic Memory for this virtual machine.' }));
    press('Next >');
    press('Next >');
    expect(location()).toHaveProperty('value', String.raw`D:\VMs\New Virtual Machine\Virtual Hard Disks`);
    fireEvent.click(screen.getByRole('radio', { name: 'Attach a virtual hard disk later' }));
    press('Next >');
    expect(heading()).toBe('Completing the New Virtual Machine Wizard');
    press('Finish');
    await waitFor(() => expect(close).toHaveBeenCalled());
    const made = [...engine.world.vm.values()].at(-1);
    expect(made?.path).toBe(String.raw`D:\VMs\New Virtual Machine`);
    expect(made?.dynamicMemory.enabled).toBe(true);
    expect(engine.world.disk.size).toBe(0);
  });

  it('shows the host’s refusal of an existing disk beside the field', async () => {
    await open();
    for (let page = 0; page < 5; page++) press('Next >');
    fireEvent.click(screen.getByRole('radio', { name: 'Use an existing virtual hard disk' }));
    expect(isOff('Finish')).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: 'Path:' }), {
      target: { value: String.raw`C:\None.vhdx` },
    });
    press('Next >');
    press('Finish');
    await waitFor(() => expect(heading()).toBe('Connect Virtual Hard Disk'));
    expect(screen.getByText(/cannot find the file/)).toBeDefined();
  });

  it('goes to the page and the field that the host refuses, and keeps what was typed', async () => {
    const { close } = await open();
    press('Next >');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name:' }), { target: { value: 'Taken' } });
    press('Next >');
    press('Next >');
    press('Finish');
    await waitFor(() => expect(heading()).toBe('Specify Name and Location'));
    const field = screen.getByRole('textbox', { name: 'Name:' });
    expect(field).toHaveProperty('value', 'Taken');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/already exists/)).toBeDefined();
    fireEvent.change(field, { target: { value: 'Free' } });
    press('Finish');
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('holds Next and Finish while a page has an error, and lets visited pages be gone back to', async () => {
    await open();
    press('Next >');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name:' }), { target: { value: ' ' } });
    expect([isOff('Next >'), isOff('Finish')]).toEqual([true, true]);
    expect(screen.queryByRole('button', { name: 'Assign Memory' })).toBeNull();
    press('Before You Begin');
    expect(heading()).toBe('Before You Begin');
    expect([isOff('Next >'), isOff('Finish')]).toEqual([false, true]);
  });

  it('does not show Before You Begin again to who asked for that', async () => {
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Do not show this page again' }));
    cleanup();
    await open();
    expect(heading()).toBe('Specify Name and Location');
  });
});
