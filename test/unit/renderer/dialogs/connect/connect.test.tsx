// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Connect from '../../../../../src/renderer/dialogs/connect/connect';
import { adapterOf, done, iovVm, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

// There is no canvas here; the chart has tests of its parts and is looked at in pictures.
vi.mock('../../../../../src/renderer/charts/traffic-chart', () => ({ TrafficChart: () => null }));

afterEach(cleanup);

async function open(start: boolean) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      ({ vmId } = iovVm(engine, { name: 'Web' }));
      if (!start) return;
      done(engine, { name: 'vm.start', input: { id: vmId } });
      engine.advance(60_000);
    },
    (close) => <Connect request={{ kind: 'connect', vmId }} close={close} />,
  );
  return { ...opened, vmId };
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function devices(): string[] {
  return screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label') ?? '');
}

describe('Virtual Machine Connection', () => {
  it('starts a virtual machine that is off', async () => {
    const { engine, vmId } = await open(false);
    expect(screen.getByRole('dialog', { name: 'Web on HV01 - Virtual Machine Connection' })).toBeDefined();
    expect(screen.getByText("The virtual machine 'Web' is turned off")).toBeDefined();
    expect(screen.getByText('Status: Off')).toBeDefined();
    press('Start');
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

  it('closes when the virtual machine is deleted', async () => {
    const { engine, vmId, close } = await open(false);
    act(() => {
      done(engine, { name: 'vm.delete', input: { id: vmId } });
    });
    await waitFor(() => expect(close).toHaveBeenCalled());
  });
});
