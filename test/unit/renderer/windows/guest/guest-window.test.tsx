// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import GuestWindow from '../../../../../src/renderer/windows/guest/guest-window';
import { adapterOf, done, iovVm, vmOf } from '../../../../support/engine';
import { openOver } from '../../dialogs/open-dialog';

// There is no canvas here; the chart has tests of its parts and is looked at in pictures.
vi.mock('../../../../../src/renderer/charts/traffic-chart', () => ({ TrafficChart: () => null }));

afterEach(cleanup);

beforeEach(() => {
  Object.assign(window, { requestIdleCallback: () => 0, cancelIdleCallback: () => undefined });
});

async function open(start: boolean) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      ({ vmId } = iovVm(engine, { name: 'Web' }));
      if (!start) return;
      done(engine, { name: 'vm.start', input: { id: vmId } });
      engine.advance(60_000);
    },
    () => <GuestWindow request={{ kind: 'guest', vmId }} />,
  );
  return { ...opened, vmId };
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function turnTo(name: string): void {
  fireEvent.click(screen.getByRole('tab', { name: new RegExp(`^${name}`) }));
}

function devices(): string[] {
  turnTo('Device Manager');
  return screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label') ?? '');
}

describe('Virtual Machine Connection', () => {
  it('starts a virtual machine that is off', async () => {
    const { engine, vmId } = await open(false);
    expect(document.title).toBe('Web on HV01 - Virtual Machine Connection');
    expect(screen.getByText("The virtual machine 'Web' is turned off")).toBeDefined();
    expect(screen.getByText('Status: Off')).toBeDefined();
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(vmOf(engine, vmId).state).toBe('Starting'));
    await screen.findByText(/^Starting \(\d+%\)$/);
  });

  it('shows the guest its VF, as an unknown device once the driver is gone', async () => {
    const { engine, vmId } = await open(true);
    expect(devices()).toEqual([
      'Network adapters',
      'Microsoft Hyper-V Network Adapter',
      'Intel(R) 82599 Virtual Function',
    ]);
    turnTo('Drivers');
    press('Remove virtual function driver');
    await screen.findByRole('button', { name: 'Install virtual function driver' });
    act(() => {
      engine.advance(10_000);
    });
    expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
    expect(devices()).toEqual([
      'Network adapters',
      'Microsoft Hyper-V Network Adapter',
      'Other devices',
      'Ethernet Controller',
    ]);
  });

  it('starts and stops traffic, and refuses what the fields mark', async () => {
    const { engine, vmId } = await open(true);
    turnTo('Traffic');
    const send = screen.getByRole('spinbutton', { name: 'Send (Mbps):' });
    fireEvent.change(send, { target: { value: '-1' } });
    expect(screen.getByRole('button', { name: 'Start traffic' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(send, { target: { value: '250' } });
    press('Start traffic');
    await waitFor(() => expect(adapterOf(engine, vmId).traffic.sendMbps).toBe(250));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Stop traffic' }).getAttribute('aria-disabled')).toBeNull(),
    );
    press('Stop traffic');
    await waitFor(() =>
      expect(adapterOf(engine, vmId).traffic).toMatchObject({ sendMbps: 0, receiveMbps: 0 }),
    );
  });

  it('proposes what an application sends', async () => {
    const { engine, vmId } = await open(true);
    turnTo('Traffic');
    const profile = screen.getByRole('combobox', { name: 'Profile:' });
    await within(profile).findByRole('option', { name: 'Request and response' });
    fireEvent.change(profile, { target: { value: 'requestResponse' } });
    press('Start traffic');
    await waitFor(() => expect(adapterOf(engine, vmId).traffic.application).toBe('requestResponse'));
  });

  it('keeps its keys from who is typing', async () => {
    const { engine, vmId } = await open(true);
    turnTo('Traffic');
    fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'Send (Mbps):' }), { key: 'a', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    await waitFor(() => expect(vmOf(engine, vmId).state).toBe('Pausing'));
  });

  it('comes back to the page that was open before a pause', async () => {
    const { engine, vmId } = await open(true);
    turnTo('Drivers');
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    await waitFor(() => expect(vmOf(engine, vmId).state).toBe('Pausing'));
    act(() => {
      engine.advance(10_000);
    });
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    await waitFor(() => expect(vmOf(engine, vmId).state).toBe('Resuming'));
    act(() => {
      engine.advance(10_000);
    });
    await screen.findByRole('button', { name: 'Remove virtual function driver' });
  });

  it('can do nothing while the management service is stopped, and says so', async () => {
    const { engine } = await open(false);
    act(() => {
      done(engine, { name: 'host.stopService', input: {} });
    });
    const toolbar = within(screen.getByRole('toolbar'));
    const start = toolbar.getByRole('button', { name: 'Start' });
    await waitFor(() => expect(start.getAttribute('aria-disabled')).toBe('true'));
    expect(start.title).toMatch(/service of the host is stopped/);
  });

  it('asks for full screen by key, and shows in its menu what it has got', async () => {
    await open(true);
    const invoke = vi.spyOn(window.host, 'invoke');
    const key = { key: 'Cancel', code: 'Pause', ctrlKey: true, altKey: true };
    fireEvent.keyDown(document.body, key);
    expect(invoke).toHaveBeenCalledWith('window.toggleFullScreen', {});
    fireEvent.keyDown(document.body, { key: 'v', altKey: true });
    const item = await screen.findByRole('menuitemcheckbox', { name: /^Full Screen Mode/ });
    await waitFor(() => expect(item.getAttribute('aria-checked')).toBe('true'));
  });
});
