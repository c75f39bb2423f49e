import { describe, expect, it } from 'vitest';
import { guestObstacle, screenState } from '../../../../../src/renderer/windows/guest/screen-state';
import { fakeVm, runningVm } from '../../support/fake-world';

const booting = { ...runningVm().guest, state: 'booting' as const };

describe('screenState', () => {
  it('is dark while the VM is off or saved', () => {
    expect(screenState(fakeVm(), 0)).toEqual({
      shows: 'off',
      message: "The virtual machine 'Web01' is turned off",
    });
    expect(screenState(fakeVm({ state: 'Saved' }), 0)).toMatchObject({ shows: 'off' });
  });

  it('shows how far a task has come, never below 0 nor above 100 per cent', () => {
    const task = { text: 'Starting', startedAt: 1000, durationMs: 4000 };
    const at = (now: number): unknown => screenState(fakeVm({ state: 'Starting', task }), now);
    expect(at(500)).toMatchObject({ shows: 'progress', caption: 'Starting (0%)', fraction: 0 });
    expect(at(2000)).toMatchObject({ caption: 'Starting (25%)', fraction: 0.25 });
    expect(at(9000)).toMatchObject({ caption: 'Starting (100%)', fraction: 1 });
  });

  it('waits for the operating system without knowing how long', () => {
    expect(screenState(runningVm({ guest: booting }), 0)).toEqual({
      shows: 'progress',
      caption: 'Starting Windows Server 2022',
      fraction: null,
    });
  });

  it('shows the guest once it is up, paused or not', () => {
    expect(screenState(runningVm(), 0)).toEqual({ shows: 'guest' });
    expect(screenState(runningVm({ state: 'Paused' }), 0)).toEqual({ shows: 'guest' });
  });
});

describe('guestObstacle', () => {
  it('says why nothing can be done in the guest', () => {
    expect(guestObstacle(runningVm(), true)).toBeUndefined();
    expect(guestObstacle(runningVm({ state: 'Paused' }), true)).toMatch(/paused/);
    expect(guestObstacle(runningVm({ guest: booting }), true)).toMatch(/operating system/);
    expect(guestObstacle(runningVm(), false)).toMatch(/restarting/);
  });
});
