// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import HostSettingsDialog from '../../../../../src/renderer/dialogs/host-settings/host-settings';
import { isTicked, setTicked } from '../../../../../src/renderer/frame/check-boxes';
import { preferenceStore } from '../../../../../src/renderer/frame/preferences';
import { theHost } from '../../../../../src/shared/model/world-view';
import { done } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);
beforeEach(() => {
  localStorage.clear();
  preferenceStore.setState(preferenceStore.getInitialState(), true);
});

function open() {
  return openOver(
    () => undefined,
    (close) => <HostSettingsDialog request={{ kind: 'hostSettings' }} close={close} />,
  );
}

function turnTo(name: string): void {
  fireEvent.click(screen.getByRole('treeitem', { name }));
}

function detailOf(name: string): string | null {
  return screen.getByRole('treeitem', { name }).getAttribute('aria-description');
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function typeFolder(path: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: 'Folder:' }), { target: { value: path } });
}

describe('Hyper-V Settings', () => {
  it('changes the host by one batch, and its own console without any', async () => {
    const { engine, batches, close } = await open();
    typeFolder(String.raw` D:\Disks `);
    turnTo('NUMA Spanning');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(detailOf('NUMA Spanning')).toBe('Do not allow NUMA Spanning');
    turnTo('Enhanced Session Mode Policy');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Allow enhanced session mode' }));
    turnTo('Keyboard');
    fireEvent.click(screen.getByRole('radio', { name: 'Use on the physical computer' }));
    expect(preferenceStore.getState().keyboard).toBe('virtual');
    press('OK');
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(batches).toHaveLength(1);
    expect(theHost(engine.world).settings).toMatchObject({
      virtualHardDiskPath: String.raw`D:\Disks`,
      numaSpanningEnabled: false,
      enableEnhancedSessionMode: true,
    });
    expect(preferenceStore.getState().keyboard).toBe('physical');
  });

  it('keeps what is the console’s own without asking the host', async () => {
    const { batches } = await open();
    turnTo('Mouse Release Key');
    fireEvent.change(screen.getByRole('combobox', { name: 'Release key:' }), { target: { value: 'space' } });
    turnTo('Enhanced Session Mode');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Use enhanced session mode' }));
    press('Apply');
    const { mouseReleaseKey, useEnhancedSession } = preferenceStore.getState();
    expect({ mouseReleaseKey, useEnhancedSession }).toEqual({
      mouseReleaseKey: 'space',
      useEnhancedSession: false,
    });
    expect(detailOf('Mouse Release Key')).toBe('CTRL+ALT+SPACE');
    expect(batches).toEqual([]);
    expect(screen.getByRole('button', { name: 'Apply' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('says beside the field that a path is none, and sends nothing', async () => {
    const { batches, close } = await open();
    turnTo('Virtual Machines');
    typeFolder('VMs');
    turnTo('Keyboard');
    press('OK');
    expect(screen.getByRole('textbox', { name: 'Folder:' }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/whole path of a folder/)).toBeDefined();
    expect([batches.length, close.mock.calls.length]).toEqual([0, 0]);
    typeFolder(String.raw`D:\VMs`);
    expect(screen.queryByText(/whole path of a folder/)).toBeNull();
  });

  it('shows the host’s refusal and keeps what was chosen', async () => {
    const opened = await open();
    opened.meanwhile = () => {
      done(opened.engine, { name: 'host.stopService', input: {} });
    };
    typeFolder(String.raw`D:\Disks`);
    turnTo('Keyboard');
    fireEvent.click(screen.getByRole('radio', { name: 'Use on the physical computer' }));
    press('OK');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Error applying Keyboard changes'),
    );
    expect(opened.close).not.toHaveBeenCalled();
    expect(preferenceStore.getState().keyboard).toBe('virtual');
    expect(detailOf('Virtual Hard Disks')).toBe(String.raw`D:\Disks`);
  });

  it('brings back what check boxes have hidden', async () => {
    setTicked('applyNetworkingChanges', true);
    setTicked('newVirtualMachineBegin', true);
    await open();
    turnTo('Reset Check Boxes');
    press('Reset');
    expect([isTicked('applyNetworkingChanges'), isTicked('newVirtualMachineBegin')]).toEqual([false, false]);
    expect(screen.getByRole('status').textContent).toContain('show again');
  });
});
