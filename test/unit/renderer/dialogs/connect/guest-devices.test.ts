import { describe, expect, it } from 'vitest';
import { guestDevices } from '../../../../../src/renderer/dialogs/connect/guest-devices';
import type { GuestDevice } from '../../../../../src/renderer/dialogs/connect/guest-devices';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { freshAssignment } from '../../../../../src/shared/model/vf';
import type { VfStep } from '../../../../../src/shared/model/vf';
import { fakeAdapter, fakeChanges, fakeVf, runningVm } from '../../support/fake-world';

function devices(adapters: readonly Adapter[], vfDriverInstalled = true): readonly GuestDevice[] {
  const vm = runningVm();
  const guest = { ...vm.guest, vfDriverInstalled };
  const vfs = [0, 1].map((index) => ({ kind: 'vf' as const, id: fakeVf(index).id, value: fakeVf(index) }));
  const world = withChanges(emptyWorld(), [...fakeChanges([{ ...vm, guest }], adapters), ...vfs]);
  return guestDevices(world, vm.id);
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
        adapterId: 'adapter-1',
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

  it('shows an unknown device where no driver is installed', () => {
    const unknown = { kind: 'unknown', name: 'Ethernet Controller', detail: 'No driver installed (Code 28)' };
    expect(devices([withVf('noDriver')], false)[1]).toMatchObject(unknown);
    expect(devices([withVf('switchingBack')], false)[1]).toMatchObject(unknown);
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
});
