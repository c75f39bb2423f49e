import { describe, expect, it } from 'vitest';
import {
  firmwareCommands,
  initFirmware,
  iovSupport,
  platformFacts,
  savedByRestart,
  settingState,
} from '../../../../../src/renderer/dialogs/firmware-setup/firmware-facts';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { permissiveFirmware } from '../../../../../src/shared/model/platform';
import { fakeChanges, fakePlatform, fakeVm, runningVm } from '../../support/fake-world';

const functions = withChanges(emptyWorld(), fakeChanges()).function;
const off = { ...permissiveFirmware, ioVirtualization: false };

describe('Firmware Setup', () => {
  it('begins with what is stored, not with what is in force', () => {
    expect(initFirmware({ ...fakePlatform, storedFirmware: off })).toEqual(off);
  });

  it('saves in one batch, with the restart behind it if that is wanted', () => {
    const configure = { name: 'firmware.configure', input: { settings: off } };
    expect(firmwareCommands(off, false)).toEqual([configure]);
    expect(firmwareCommands(off, true)).toEqual([configure, { name: 'host.restart', input: {} }]);
  });

  it('says what is in force and what waits', () => {
    expect(settingState(true, true)).toBe('In force: Enabled');
    expect(settingState(true, false)).toBe('In force: Enabled. Disabled after the next restart.');
  });

  it('counts the VMs that a restart saves', () => {
    const vms = [fakeVm(), fakeVm({ state: 'Saved' }), runningVm(), fakeVm({ state: 'Paused' })];
    expect(savedByRestart(vms)).toBe(2);
  });

  it('reports the support of the settings that it is asked about', () => {
    expect(iovSupport(fakePlatform, functions, fakePlatform.firmware)).toEqual({
      supported: true,
      reasons: [],
    });
    const report = iovSupport(fakePlatform, functions, off);
    expect(report.supported).toBe(false);
    expect(report.reasons[0]).toBe(
      'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
    );
    expect(report.reasons).toHaveLength(3);
  });

  it('tells the platform apart from what the firmware hides of it', () => {
    const values = (firmware: typeof off): string[] =>
      platformFacts({ ...fakePlatform, firmware }, functions).map((fact) => fact.value);
    const processor = 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz, 64 logical processors';
    expect(values(fakePlatform.firmware)).toEqual([processor, 'Yes', 'Yes', 'Yes', '1 of 1']);
    const hidden = 'Yes, hidden by the firmware';
    expect(values(off)).toEqual([processor, 'Yes', hidden, hidden, '1 of 1']);
    const bare = { ...fakePlatform.hardware, slat: false, dmaRemapping: false };
    const facts = platformFacts({ ...fakePlatform, hardware: bare }, new Map());
    expect(facts.map((fact) => fact.value)).toEqual([processor, 'No', 'No', 'Yes', 'No root ports']);
  });
});
