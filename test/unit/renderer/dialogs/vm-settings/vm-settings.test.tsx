// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VmSettings from '../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import type { Engine } from '../../../../../src/main/engine/engine';
import { adapterOf, done, vmOf } from '../../../../support/engine';
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

  it('adds to a running generation 2 VM without a word', async () => {
    const { engine } = await open(2, running);
    expect(screen.queryByText(/Some settings cannot be modified/)).toBeNull();
    click('button', 'Add');
    click('button', 'OK');
    await waitFor(() => expect(engine.world.adapter.size).toBe(2));
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
