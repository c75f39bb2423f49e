// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VirtualSwitchManager from '../../../../../src/renderer/dialogs/virtual-switch-manager/virtual-switch-manager';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, nicNamed } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function open(prepare: (engine: Engine) => void = () => undefined) {
  return openOver(prepare, (close) => (
    <VirtualSwitchManager request={{ kind: 'virtualSwitchManager' }} close={close} />
  ));
}

function lab(engine: Engine): void {
  done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Internal' } });
}

function click(role: 'button' | 'treeitem' | 'checkbox' | 'radio', name: string): void {
  fireEvent.click(screen.getByRole(role, { name }));
}

function typeName(name: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: 'Name:' }), { target: { value: name } });
}

function create(type: string): void {
  click('treeitem', 'New virtual network switch');
  fireEvent.change(screen.getByRole('listbox'), { target: { value: type } });
  click('button', 'Create Virtual Switch');
}

describe('the pages around the switches', () => {
  it('sets the VLAN of the management operating system, where it has an adapter', async () => {
    const { engine } = await open(lab);
    click('treeitem', 'Lab');
    const box = 'Enable virtual LAN identification for management operating system';
    click('checkbox', box);
    click('button', 'Apply');
    await waitFor(() => expect([...engine.world.switch.values()][0]?.managementVlanId).toBe(2));
    click('radio', 'Private network');
    expect(screen.getByRole('checkbox', { name: box }).getAttribute('aria-disabled')).toBe('true');
    click('button', 'Apply');
    click('button', 'Yes');
    await waitFor(() => expect([...engine.world.switch.values()][0]?.managementVlanId).toBeNull());
  });

  it('enables extensions and tells about the one that was last looked at', async () => {
    const { engine, batches } = await open(lab);
    click('treeitem', 'Extensions');
    const names = within(screen.getByRole('list', { name: 'Switch extensions' })).getAllByRole('checkbox');
    expect(names.map((each) => (each as HTMLInputElement).checked)).toEqual([false, true, false]);
    const forwarding = 'Microsoft Azure VFP Switch Extension';
    act(() => screen.getByRole('checkbox', { name: forwarding }).focus());
    expect(screen.getByRole('group', { name: 'Details for selected extension' }).textContent).toMatch(
      /Extension type:Forwarding/,
    );
    click('checkbox', forwarding);
    click('checkbox', 'Microsoft NDIS Capture');
    click('button', 'Apply');
    await waitFor(() =>
      expect([...engine.world.switch.values()][0]).toMatchObject({
        forwardingExtension: true,
        captureExtension: true,
        filteringExtension: true,
      }),
    );
    expect(batches).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'Virtual Switch Extensions' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Move Up' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('stays on the extensions of a switch that Apply has just created', async () => {
    const { engine } = await open();
    create('Private');
    click('treeitem', 'Extensions');
    click('checkbox', 'Microsoft Windows Filtering Platform');
    click('button', 'Apply');
    await waitFor(() => expect([...engine.world.switch.values()][0]?.filteringExtension).toBe(false));
    expect(screen.getByRole('heading', { name: 'Virtual Switch Extensions' })).toBeDefined();
  });

  it('sets the range of MAC addresses; what is no range stays in its box', async () => {
    const { engine, batches, close } = await open();
    click('treeitem', 'MAC Address Range');
    const box = (end: string, number: number) =>
      screen.getByRole('textbox', { name: `${end}, pair ${number}` });
    fireEvent.change(box('Maximum', 5), { target: { value: '00' } });
    click('button', 'OK');
    expect(screen.getByText(/The maximum must not be below/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(box('Maximum', 1)));
    fireEvent.change(box('Minimum', 5), { target: { value: '' } });
    click('button', 'OK');
    expect(screen.getByText('Enter six pairs of hexadecimal digits.')).toBeDefined();
    expect(batches).toEqual([]);
    fireEvent.change(box('Minimum', 5), { target: { value: '0' } });
    fireEvent.change(box('Minimum', 5), { target: { value: '00' } });
    click('button', 'OK');
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(engine.world.host.get('host')).toMatchObject({
      macAddressMinimum: '00155D0A0000',
      macAddressMaximum: '00155D0A00FF',
    });
  });
});

describe('Virtual Switch Manager', () => {
  it('creates nothing before Apply, then everything in one batch', async () => {
    const { engine, batches, close } = await open();
    expect(screen.getByRole('dialog', { name: 'Virtual Switch Manager for HV01' })).toBeDefined();
    create('Private');
    typeName('One');
    create('Internal');
    typeName('Two');
    expect(batches).toEqual([]);
    click('button', 'Apply');
    await waitFor(() => expect(engine.world.switch.size).toBe(2));
    expect(batches).toHaveLength(1);
    const tree = screen.getByRole('tree');
    await waitFor(() => expect(within(tree).getAllByRole('treeitem')).toHaveLength(6));
    expect(within(tree).getByRole('treeitem', { selected: true }).textContent).toMatch(/^Two/);
    expect(close).not.toHaveBeenCalled();
  });

  it('asks before it touches a physical adapter, and No leaves all as it was', async () => {
    const { engine, batches } = await open();
    create('External');
    click('button', 'OK');
    expect(screen.getByRole('dialog', { name: 'Apply Networking Changes' })).toBeDefined();
    click('button', 'No');
    await waitFor(() => expect(screen.queryByText(/may disrupt network/)).toBeNull());
    expect(batches).toEqual([]);
    expect(engine.world.switch.size).toBe(0);
    expect(screen.getByRole('textbox', { name: 'Name:' })).toHaveProperty('value', 'New Virtual Switch');
  });

  it('remembers a Yes with "Please don\'t ask me again"', async () => {
    const { engine, close } = await open();
    create('External');
    click('button', 'Apply');
    click('checkbox', "Please don't ask me again");
    click('button', 'Yes');
    await waitFor(() => expect(engine.world.switch.size).toBe(1));
    create('External');
    click('button', 'OK');
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(engine.world.switch.size).toBe(2);
  });

  it('takes a refusal to its page and field and keeps what was typed', async () => {
    const { engine, close } = await open(lab);
    create('Private');
    typeName('LAB');
    create('Internal');
    click('button', 'OK');
    const name = await screen.findByRole('textbox', { name: 'Name:', description: /already exists/ });
    expect(name).toHaveProperty('value', 'LAB');
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(close).not.toHaveBeenCalled();
    expect(engine.world.switch.size).toBe(1);
    typeName('Lab 2');
    click('button', 'OK');
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(engine.world.switch.size).toBe(3);
  });

  it('locks SR-IOV and the other types once an SR-IOV switch exists', async () => {
    await open((engine) => {
      const nicId = [...engine.world.nic.keys()][0] ?? '';
      const input = { name: 'Lab', type: 'External', nicId, iovEnabled: true } as const;
      done(engine, { name: 'switch.create', input });
    });
    click('treeitem', 'Lab');
    const sriov = screen.getByRole('checkbox', { name: 'Enable single-root I/O virtualization (SR-IOV)' });
    expect(sriov.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(sriov);
    click('radio', 'Internal network');
    expect(screen.getByRole('radio', { name: 'External network:' })).toHaveProperty('checked', true);
    expect(sriov).toHaveProperty('checked', true);
    expect(screen.getByRole('button', { name: 'Apply' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows what changes on the host meanwhile, beside what was typed', async () => {
    const { engine } = await open(lab);
    click('treeitem', 'Lab');
    fireEvent.change(screen.getByRole('textbox', { name: 'Notes:' }), { target: { value: 'mine' } });
    const id = [...engine.world.switch.keys()][0] ?? '';
    act(() => {
      done(engine, { name: 'switch.modify', input: { id, name: 'Lab 2' } });
    });
    expect(screen.getByRole('textbox', { name: 'Name:' })).toHaveProperty('value', 'Lab 2');
    expect(screen.getByRole('textbox', { name: 'Notes:' })).toHaveProperty('value', 'mine');
  });

  it('says on the first page what was refused of a switch that has gone meanwhile', async () => {
    const opened = await open(lab);
    const id = [...opened.engine.world.switch.keys()][0] ?? '';
    click('treeitem', 'Lab');
    typeName('Lab 2');
    opened.meanwhile = () => {
      done(opened.engine, { name: 'switch.remove', input: { id } });
    };
    click('button', 'OK');
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^Error applying Virtual Switch Properties changes\. There is no virtual switch/,
    );
    expect(screen.queryByRole('treeitem', { name: /Lab/ })).toBeNull();
    expect(opened.close).not.toHaveBeenCalled();
  });

  it('offers no adapter that was pulled out, except to the switch that is bound to it', async () => {
    await open((engine) => {
      const nicId = nicNamed(engine, /X520/).id;
      done(
        engine,
        { name: 'switch.create', input: { name: 'Lab', type: 'External', nicId } },
        { name: 'fault.removeNic', input: { nicId } },
      );
    });
    const offered = (): string[] =>
      within(screen.getByRole('combobox', { name: 'External network:' }))
        .getAllByRole('option')
        .map((option) => option.textContent);
    click('treeitem', 'Lab');
    expect(offered().filter((label) => label.includes('X520'))).toEqual([
      'Intel(R) Ethernet Server Adapter X520-2 (not in the computer)',
    ]);
    expect(screen.getByRole('treeitem', { name: 'Lab' }).getAttribute('aria-description')).toMatch(
      /X520-2 \(not in/,
    );
    expect(offered().length).toBeGreaterThan(1);
    create('External');
    expect(offered().filter((label) => /X520|not in the computer/.test(label))).toEqual([]);
  });
});
