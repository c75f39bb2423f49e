import { describe, expect, it } from 'vitest';
import { guestDevices } from '../../../../../src/renderer/windows/guest/guest-devices';
import type { GuestDevice } from '../../../../../src/renderer/windows/guest/guest-devices';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { freshAssignment } from '../../../../../src/shared/model/vf';
import type { VfStep } from '../../../../../src/shared/model/vf';
import type { Guest } from '../../../../../src/shared/model/vm';
import { fakeAdapter, fakeChanges, fakeVf, runningVm } from '../../support/fake-world';

function devices(adapters: readonly Adapter[], change: Partial<Guest> = {}): readonly GuestDevice[] {
  const running = runningVm();
  const guest = { ...running.guest, ...change };
  const vm = { ...running, guest };
  const vfs = [0, 1].map((index) => ({ kind: 'vf' as const, id: fakeVf(index).id, value: fakeVf(index) }));
  const world = withChanges(emptyWorld(), [...fakeChanges([vm], adapters), ...vfs]);
  return guestDevices(world, vm);
}

function withVf(step: VfStep, patch: Partial<Adapter> = {}, index = 0): Adapter {
  return fakeAdapter({
    assignment: { ...freshAssignment, vfId: fakeVf(index).id, step, token: 1 },
    ...patch,
  });
}

const synthetic = 'Microsoft Hyper-V Network Adapter';

describe('guestDevices', () => {
  it('numbers equal adapters as Windows does, and lists no other VM', () => {
    const names = devices([
      fakeAdapter(),
      fakeAdapter({ id: 'adapter-2' }),
      fakeAdapter({ id: 'adapter-3', kind: 'legacy' }),
      fakeAdapter({ id: 'adapter-4', vmId: 'vm-2' }),
    ]).map((device) => device.name);
    expect(names).toEqual([
      synthetic,
      `${synthetic} #2`,
      'Intel 21140-Based PCI Fast Ethernet Adapter (Emulated)',
    ]);
  });

  it('shows a VF under its real name once it has been offered', () => {
    expect(devices([withVf('active')])).toMatchObject([
      { id: 'adapter-1', kind: 'synthetic' },
      {
        id: 'adapter-1/vf',
        adapter: { id: 'adapter-1' },
        under: 'network',
        kind: 'vf',
        name: 'Intel(R) VF',
        detail: 'Driver: iavf.sys',
      },
    ]);
    expect(devices([withVf('loadingDriver')])[1]?.detail).toBe('Loading iavf.sys');
    expect(devices([withVf('removingDevice')])[1]?.detail).toBe('Being removed');
  });

  it.each(['allocating', 'associating', 'movingFilterBack', 'freeing'] as const)(
    'shows nothing of it to the guest while it is %s',
    (step) => {
      expect(devices([withVf(step)])).toHaveLength(1);
    },
  );

  it('shows an unknown device where no driver is installed, once NetVSC is off it', () => {
    const removed = { vfDriverInstalled: false };
    const detail = 'No driver installed (Code 28)';
    const unknown = { kind: 'unknown', under: 'other', name: 'Ethernet Controller', detail };
    expect(devices([withVf('noDriver')], removed)[1]).toMatchObject(unknown);
    expect(devices([withVf('removingDevice')], removed)[1]).toMatchObject(unknown);
    expect(devices([withVf('switchingBack')], removed)[1]).toMatchObject({ kind: 'vf', name: 'Intel(R) VF' });
  });

  it('numbers equal VFs too', () => {
    const two = [withVf('active'), withVf('active', { id: 'adapter-2' }, 1)];
    expect(devices(two).map((device) => device.name)).toEqual([
      synthetic,
      `${synthetic} #2`,
      'Intel(R) VF',
      'Intel(R) VF #2',
    ]);
  });

  it('lists by bus and by lspci in a Linux guest', () => {
    const linux = { operatingSystem: 'Linux' };
    const id = '5F3A0B1C-9C41-4E0D-8F00-000000000001';
    const vf = 'Ethernet controller: Intel Corporation Ethernet Virtual Function 700 Series';
    const adapters = [withVf('active', { id }), fakeAdapter({ id: 'adapter-2', kind: 'legacy' })];
    expect(devices(adapters, linux)).toMatchObject([
      { under: 'vmbus', name: 'Synthetic network adapter', detail: 'eth0, hv_netvsc' },
      { under: 'pci', name: expect.stringMatching(/^0000:00:0a\.0 .*DECchip 21140/) as string },
      { under: 'pci', kind: 'vf', name: `9c41:00:02.0 ${vf}`, detail: 'Kernel driver in use: iavf' },
    ]);
    const without = devices([withVf('noDriver', { id })], { ...linux, vfDriverInstalled: false });
    expect(without[1]).toMatchObject({ kind: 'unknown', under: 'pci', detail: 'No kernel driver in use' });
  });
});
