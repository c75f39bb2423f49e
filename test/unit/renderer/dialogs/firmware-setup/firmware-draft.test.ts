import { describe, expect, it } from 'vitest';
import {
  activeVms,
  changesByPage,
  draftProblem,
  firmwareCommands,
  initFirmware,
  partState,
  patchOf,
  settingState,
  withSlot,
} from '../../../../../src/renderer/dialogs/firmware-setup/firmware-draft';
import { permissiveFirmware } from '../../../../../src/shared/model/platform';
import type { CardSlot } from '../../../../../src/shared/model/platform';
import { fakePlatform, fakeVm, runningVm } from '../../support/fake-world';

const off = { ...permissiveFirmware, ioVirtualization: false };
const slot: CardSlot = {
  portId: '0000:00:01.0',
  name: 'Slot 1',
  acs: true,
  ari: true,
  spareBuses: 0,
  fixed: false,
  imported: false,
  card: 'intel-x710',
};
const hardware = {
  ...fakePlatform.hardware,
  slots: [slot, { ...slot, portId: '0000:00:02.0', name: 'Slot 2' }],
};
const platform = { ...fakePlatform, hardware, storedHardware: hardware };

describe('Firmware Setup', () => {
  it('begins with what is stored, not with what is in force', () => {
    const stored = { ...platform, storedFirmware: off, storedHardware: { ...hardware, slat: false } };
    expect(initFirmware(stored)).toEqual({ firmware: off, hardware: { ...hardware, slat: false } });
    expect(patchOf(stored, initFirmware(stored))).toEqual({ firmware: {}, hardware: {} });
  });

  it('sends only what differs from what is stored', () => {
    const changed = withSlot({ ...hardware, mmioBelow4gMib: 64 }, '0000:00:02.0', { card: null });
    const draft = { firmware: off, hardware: changed };
    expect(patchOf(platform, draft)).toEqual({
      firmware: { ioVirtualization: false },
      hardware: {
        mmioBelow4gMib: 64,
        slots: [{ portId: '0000:00:02.0', acs: true, ari: true, spareBuses: 0, card: null }],
      },
    });
  });

  it('saves in one batch, with the restart behind it if that is wanted', () => {
    const configure = { name: 'firmware.configure', input: { settings: { version: 'faulty' } } };
    const exchange = { name: 'hardware.configure', input: { settings: { slat: false } } };
    expect(firmwareCommands({ firmware: { version: 'faulty' }, hardware: {} }, false)).toEqual([configure]);
    expect(firmwareCommands({ firmware: { version: 'faulty' }, hardware: { slat: false } }, true)).toEqual([
      configure,
      exchange,
      { name: 'host.restart', input: {} },
    ]);
  });

  it('says what is in force and what waits', () => {
    expect(settingState('Enabled', 'Enabled')).toBe('In force: Enabled.');
    expect(settingState('Enabled', 'Disabled')).toBe('In force: Enabled. Disabled after the next restart.');
    expect(partState('Yes', 'No')).toBe('In the computer: Yes. No after the next restart.');
  });

  it('counts the changes of each page against what is in force', () => {
    const draft = {
      firmware: { ...off, ariSupport: false, hypervisorIommuPolicy: 'disable' as const },
      hardware: withSlot({ ...hardware, slat: false }, slot.portId, { acs: false }),
    };
    expect(changesByPage(platform, draft)).toEqual({ settings: 2, boot: 1, hardware: 1, slots: 1 });
    expect(changesByPage(platform, initFirmware(platform))).toEqual({
      settings: 0,
      boot: 0,
      hardware: 0,
      slots: 0,
    });
  });

  it('says which figure is wrong', () => {
    const draft = (change: Partial<typeof hardware>) => ({
      firmware: off,
      hardware: { ...hardware, ...change },
    });
    expect(draftProblem(draft({}))).toBeUndefined();
    expect(draftProblem(draft({ mmioBelow4gMib: Number.NaN }))).toContain('1 to 3072');
    const buses = withSlot(hardware, slot.portId, { spareBuses: 255 });
    expect(draftProblem({ firmware: off, hardware: buses })).toContain('Slot 1');
  });

  it('counts the VMs that a restart concerns', () => {
    const vms = [fakeVm(), fakeVm({ state: 'Saved' }), runningVm(), fakeVm({ state: 'Paused' })];
    expect(activeVms(vms)).toBe(2);
  });
});
