// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { reasonText } from '../../../../../src/shared/model/iov-reason';
import { freshAssignment } from '../../../../../src/shared/model/vf';
import type { Change } from '../../../../../src/shared/model/world-view';
import { hostStore } from '../../../../../src/renderer/host/store';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { NetworkingTab } from '../../../../../src/renderer/panes/details/networking-tab';
import { fakeAdapter, fakeChanges, fakeNic, fakeVf, runningVm } from '../../support/fake-world';

afterEach(cleanup);

function show(adapters: readonly Adapter[], more: readonly Change[] = []): void {
  const changes = [...fakeChanges([runningVm()], adapters), ...more];
  hostStore.setState({ ready: true, world: withChanges(emptyWorld(), changes) });
  render(<NetworkingTab vmId="vm-1" />);
}

function cellsOfRow(index: number): (string | null)[] {
  const row = within(screen.getByRole('grid', { name: 'Network adapters' })).getAllByRole('row')[index];
  return within(row!)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

const withVf = fakeAdapter({
  iovWeight: 100,
  dataPath: 'vf',
  assignment: { ...freshAssignment, vfId: `${fakeNic.id}#3`, step: 'active', token: 1 },
});
const vf: Change = {
  kind: 'vf',
  id: `${fakeNic.id}#3`,
  value: fakeVf(3, { adapterId: withVf.id, vPortId: 4 }),
};

beforeEach(() => {
  hostStore.setState({ ready: false, world: emptyWorld() });
});

test('a row says name and address, switch, and status in the words of Hyper-V Manager', () => {
  show([withVf], [vf]);
  expect(cellsOfRow(1)).toEqual([
    'Network Adapter (Dynamic MAC: 00:15:5D:0A:0B:0C)',
    'SR-IOV Switch',
    '',
    'OK (SR-IOV active)',
  ]);
});

test('a row tells a static address from a dynamic one', () => {
  show([fakeAdapter({ staticMac: true })]);
  expect(cellsOfRow(1)[0]).toBe('Network Adapter (Static MAC: 00:15:5D:0A:0B:0C)');
});

test('an adapter that is not connected and has no address yet says so', () => {
  show([fakeAdapter({ switchId: null, macAddress: null })]);
  expect(cellsOfRow(1).slice(0, 2)).toEqual(['Network Adapter', 'Not connected']);
});

test('shows the chain of an adapter with SR-IOV, and the VF that it uses', () => {
  show([withVf], [vf]);
  const region = screen.getByRole('region', { name: 'SR-IOV' });
  const links = within(region).getAllByRole('listitem');
  expect(links.map((link) => link.textContent)).toEqual([
    'PlatformOKHV01',
    `Physical adapterOK${fakeNic.interfaceDescription}`,
    'Virtual switchOKSR-IOV Switch',
    'Network adapterOKNetwork Adapter',
    'GuestOKWindows Server 2022',
  ]);
  expect(region.textContent).toContain('VF 3 at 5e:02.3, VPort 4');
  expect(region.textContent).toContain('Assignment:In use');
});

test('says why a link fails and what to do', () => {
  show([fakeAdapter({ iovWeight: 100, dataPath: 'vmbus', waitingForVf: true })]);
  expect(cellsOfRow(1)[3]).toBe('Degraded (SR-IOV not operational)');
  const { text, cure } = reasonText('noFreeVf');
  const region = screen.getByRole('region', { name: 'SR-IOV' });
  expect(region.textContent).toContain(text);
  expect(region.textContent).toContain(cure);
  expect(region.textContent).toContain('Waits for a free VF');
});

test('an adapter that does not ask for SR-IOV shows its chain only when it is selected', () => {
  show([fakeAdapter({ dataPath: 'vmbus' })]);
  expect(screen.queryByRole('region', { name: 'SR-IOV' })).toBeNull();
  fireEvent.click(screen.getByText('OK'));
  expect(screen.getByRole('region', { name: 'SR-IOV' }).textContent).toContain(
    reasonText('adapterWithoutIov').text,
  );
});

test('a VM without adapters says so', () => {
  show([]);
  expect(screen.getByText('The virtual machine has no network adapters.')).toBeDefined();
});

test('says how long nothing has got through, and that the guest is waited for', () => {
  const assignment = { ...withVf.assignment!, step: 'switchingBack', stalled: true } as const;
  const switching = { ...withVf.switching, interruptedSince: Date.parse('2026-01-05T09:00:07Z') };
  show([{ ...withVf, assignment, switching }], [vf]);
  const region = screen.getByRole('region', { name: 'SR-IOV' });
  expect(region.textContent).toContain('waits for the guest, which does not answer');
  expect(region.textContent).toContain('Interrupted since:1/5/2026 9:00:07 AM');
});
