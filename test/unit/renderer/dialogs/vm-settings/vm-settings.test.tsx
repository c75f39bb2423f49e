// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VmSettings from '../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import type { Engine } from '../../../../../src/main/engine/engine';
import { adapterOf, done, nicNamed, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);

async function open(generation: 1 | 2, prepare: (engine: Engine, vmId: string) => void = () => undefined) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      const input = { name: 'Web', generation, startupMemoryMb: 1024, switchId: null };
      vmId = done(engine, { name: 'vm.create', input })[0] ?? '';
      done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
      prepare(engine, vmId);
    },
    (close) => <VmSettings request={{ kind: 'vmSettings', vmId }} close={close} />,
  );
  return Object.assign(opened, { vmId });
}

function running(engine: Engine, vmId: string): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
  engine.advance(60_000);
}

function click(role: 'button' | 'treeitem' | 'checkbox', name: string): void {
  fireEvent.click(screen.getByRole(role, { name }));
}

function isOff(name: string): boolean {
  return screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
}

describe('Settings', () => {
  it('collects the pages into one batch and is clean afterwards', async () => {
    const { engine, vmId, batches, close } = await open(2);
    expect(isOff('Apply')).toBe(true);
    click('treeitem', 'Name');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Web 2' } });
    click('treeitem', 'Hardware Acceleration');
    click('checkbox', 'Enable SR-IOV');
    click('treeitem', 'Network Adapter');
    const lab = [...engine.world.switch.keys()][0] ?? '';
    fireEvent.change(screen.getByRole('combobox', { name: 'Virtual switch:' }), { target: { value: lab } });
    click('button', 'Apply');
    await waitFor(() => expect(isOff('Apply')).toBe(true));
    expect(batches).toHaveLength(1);
    expect(screen.getByRole('dialog', { name: 'Settings for Web 2 on HV01' })).toBeDefined();
    expect(adapterOf(engine, vmId)).toMatchObject({ switchId: lab, iovWeight: 100, vmqWeight: 100 });
    expect(close).not.toHaveBeenCalled();
  });

  it('adds an adapter on Apply and goes on with the one that the host has made', async () => {
    const { engine } = await open(2);
    click('button', 'Add');
    expect(engine.world.adapter.size).toBe(1);
    click('button', 'Apply');
    await waitFor(() => expect(engine.world.adapter.size).toBe(2));
    const made = await screen.findByRole('treeitem', { name: 'Network Adapter 2' });
    await waitFor(() => expect(made.getAttribute('aria-selected')).toBe('true'));
  });

  it('enables SR-IOV on an adapter in the same batch that adds it', async () => {
    const { engine, batches } = await open(2);
    click('button', 'Add');
    // The second of the two belongs to the adapter that has just been drafted.
    fireEvent.click(screen.getAllByRole('treeitem', { name: 'Hardware Acceleration' })[1]!);
    click('checkbox', 'Enable SR-IOV');
    click('checkbox', 'Enable virtual machine queue');
    click('button', 'OK');
    await waitFor(() => expect(engine.world.adapter.size).toBe(2));
    expect(batches).toHaveLength(1);
    const made = [...engine.world.adapter.values()].find((each) => each.name === 'Network Adapter 2');
    expect(made).toMatchObject({ iovWeight: 100, vmqWeight: 0 });
  });

  it('leaves a running generation 1 VM its adapters, and says why', async () => {
    await open(1, running);
    expect(screen.getByText(/Some settings cannot be modified/)).toBeDefined();
    expect(isOff('Add')).toBe(true);
    click('treeitem', 'Network Adapter');
    expect(isOff('Remove')).toBe(true);
    expect(
      screen.getByRole('combobox', { name: 'Virtual switch:' }).getAttribute('aria-disabled'),
    ).toBeNull();
  });

  it('adds to a running generation 2 VM', async () => {
    const { engine } = await open(2, running);
    click('button', 'Add');
    click('button', 'OK');
    await waitFor(() => expect(engine.world.adapter.size).toBe(2));
  });

  it('fixes the address of a running VM, says why, and leaves the port open to change', async () => {
    const { engine, vmId } = await open(2, running);
    expect(screen.getByText(/Some settings cannot be modified/)).toBeDefined();
    click('treeitem', 'Advanced Features');
    const off = (role: 'radio' | 'checkbox', name: string) =>
      screen.getByRole(role, { name }).getAttribute('aria-disabled') === 'true';
    expect([off('radio', 'Static'), off('checkbox', 'Enable device naming')]).toEqual([true, true]);
    expect(off('checkbox', 'Enable DHCP guard')).toBe(false);
    click('checkbox', 'Enable DHCP guard');
    click('checkbox', 'Enable MAC address spoofing');
    click('treeitem', 'Network Adapter');
    click('checkbox', 'Enable virtual LAN identification');
    click('button', 'Apply');
    await waitFor(() =>
      expect(adapterOf(engine, vmId)).toMatchObject({ dhcpGuard: true, macSpoofing: true, vlanId: 2 }),
    );
  });

  it('takes an address in six pairs, one after the other or pasted whole', async () => {
    const { engine, vmId } = await open(2);
    click('treeitem', 'Advanced Features');
    fireEvent.click(screen.getByRole('radio', { name: 'Static' }));
    const box = (number: number) => screen.getByRole('textbox', { name: `MAC address, pair ${number}` });
    fireEvent.paste(box(1), { clipboardData: { getData: () => '00:15:5d:0b:00:01' } });
    expect([1, 2, 3, 4, 5, 6].map((each) => (box(each) as HTMLInputElement).value).join('-')).toBe(
      '00-15-5D-0B-00-01',
    );
    box(5).focus();
    fireEvent.change(box(5), { target: { value: 'fz' } });
    expect(document.activeElement).toBe(box(5));
    fireEvent.change(box(5), { target: { value: 'f0' } });
    expect(document.activeElement).toBe(box(6));
    click('button', 'Apply');
    await waitFor(() =>
      expect(adapterOf(engine, vmId)).toMatchObject({ macAddress: '00155D0BF001', staticMac: true }),
    );
  });

  it('has no page of hardware acceleration for a legacy adapter, and half of the advanced one', async () => {
    await open(1, (engine, vmId) => {
      const [first] = [...engine.world.adapter.values()];
      done(engine, { name: 'adapter.remove', input: { id: first!.id } });
      done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    });
    expect(screen.queryByRole('treeitem', { name: 'Hardware Acceleration' })).toBeNull();
    click('treeitem', 'Advanced Features');
    const groups = screen
      .getAllByRole('group')
      .flatMap((group) => group.querySelector('legend')?.textContent ?? []);
    expect(groups).toEqual(['MAC address', 'DHCP guard', 'Router guard', 'Port mirroring']);
  });

  it('takes the refusal of a minimum bandwidth to its box', async () => {
    await open(2, (engine, vmId) => {
      const nicId = nicNamed(engine, /X520/).id;
      const input = { name: 'Fast', type: 'External', nicId, iovEnabled: true } as const;
      const [switchId = ''] = done(engine, { name: 'switch.create', input });
      done(engine, { name: 'adapter.modify', input: { id: adapterOf(engine, vmId).id, switchId } });
    });
    click('treeitem', 'Network Adapter');
    click('checkbox', 'Enable bandwidth management');
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Minimum bandwidth:' }), {
      target: { value: '100' },
    });
    click('button', 'OK');
    const box = await screen.findByRole('spinbutton', {
      name: 'Minimum bandwidth:',
      description: /'Fast' has SR-IOV enabled/,
    });
    expect(document.activeElement).toBe(box);
  });

  it('takes a refusal to its page and field and keeps what was typed', async () => {
    const { engine, close } = await open(2, (host) => {
      const input = { name: 'SQL', generation: 2, startupMemoryMb: 1024, switchId: null } as const;
      done(host, { name: 'vm.create', input });
    });
    click('treeitem', 'Name');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'sql' } });
    click('treeitem', 'Add Hardware');
    click('button', 'OK');
    const name = await screen.findByRole('textbox', { name: 'Name', description: /sql/ });
    expect(name).toHaveProperty('value', 'sql');
    expect(document.activeElement).toBe(name);
    expect(close).not.toHaveBeenCalled();
    expect([...engine.world.vm.values()].map((vm) => vm.name)).toEqual(['Web', 'SQL']);
  });

  it('brings an adapter back whose removal the host refuses', async () => {
    const { engine, vmId } = await open(1);
    click('treeitem', 'Network Adapter');
    click('button', 'Remove');
    expect(screen.queryByRole('treeitem', { name: 'Network Adapter' })).toBeNull();
    act(() => running(engine, vmId));
    click('button', 'OK');
    const adapter = await screen.findByRole('treeitem', { name: 'Network Adapter' });
    expect(adapter.getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('alert').textContent).toMatch(
      /^Error applying Network Adapter changes\. .*Running/,
    );
  });

  it('says so when the VM is deleted meanwhile', async () => {
    const { engine, vmId, close } = await open(2);
    act(() => {
      done(engine, { name: 'vm.delete', input: { id: vmId } });
    });
    expect(screen.getByRole('alert').textContent).toMatch(/'Web' no longer exists/);
    fireEvent.click(screen.getByText('Close'));
    expect(close).toHaveBeenCalledOnce();
    expect(() => vmOf(engine, vmId)).toThrow();
  });

  it('says on the first page what was refused of an adapter that has gone meanwhile', async () => {
    const opened = await open(2);
    click('treeitem', 'Hardware Acceleration');
    click('checkbox', 'Enable SR-IOV');
    opened.meanwhile = () => {
      const { id } = adapterOf(opened.engine, opened.vmId);
      done(opened.engine, { name: 'adapter.remove', input: { id } });
    };
    click('button', 'OK');
    expect((await screen.findByRole('alert')).textContent).toMatch(/There is no network adapter/);
    expect(screen.getByRole('heading', { name: 'Add Hardware' })).toBeDefined();
    expect(opened.close).not.toHaveBeenCalled();
  });
});
