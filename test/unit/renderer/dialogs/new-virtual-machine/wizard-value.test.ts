import { describe, expect, it } from 'vitest';
import {
  initWizard,
  memoryLimits,
  refusedField,
  validateWizard,
  wizardCommands,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-value';
import type { WizardValue } from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-value';
import { commands } from '../../../../../src/shared/contract';
import { vmSchema } from '../../../../../src/shared/model/vm';
import { fakeSwitch } from '../../support/fake-world';

const switches = new Map([[fakeSwitch.id, fakeSwitch]]);

function wrong(patch: Partial<WizardValue>): Record<string, string> {
  return validateWizard({ ...initWizard(), ...patch }, switches);
}

describe('the wizard', () => {
  it('proposes what Finish on the first page creates', () => {
    expect(wrong({})).toEqual({});
    expect(wizardCommands(initWizard())).toEqual([
      {
        name: 'vm.create',
        input: {
          name: 'New Virtual Machine',
          generation: 1,
          startupMemoryMb: 1024,
          switchId: null,
        },
      },
    ]);
  });

  it('wants a name of 1 to 100 characters, blanks around it not counted', () => {
    expect(wrong({ name: '  ' })).toEqual({ name: 'Enter a name.' });
    expect(wrong({ name: 'x'.repeat(101) })).toEqual({ name: 'Use at most 100 characters.' });
    expect(wrong({ name: ` ${'x'.repeat(100)} ` })).toEqual({});
    expect(wizardCommands({ ...initWizard(), name: ' Web ' })[0]?.input).toMatchObject({ name: 'Web' });
  });

  it.each([Number.NaN, 31, 1024.5, 12_582_913])('refuses %d MB', (startupMemoryMb) => {
    expect(Object.keys(wrong({ startupMemoryMb }))).toEqual(['startupMemoryMb']);
  });

  it('refuses a switch that is gone', () => {
    expect(wrong({ switchId: fakeSwitch.id })).toEqual({});
    expect(Object.keys(wrong({ switchId: 'gone' }))).toEqual(['switchId']);
  });

  it('knows the limits that the host checks', () => {
    const memory = vmSchema.shape.startupMemoryMb;
    const { minimum, maximum } = memoryLimits;
    const accepted = [minimum - 1, minimum, maximum, maximum + 1].map(
      (each) => memory.safeParse(each).success,
    );
    expect(accepted).toEqual([false, true, true, false]);
  });

  it('sends what the contract takes', () => {
    const value = { ...initWizard(), generation: 2 as const, switchId: fakeSwitch.id };
    expect(commands['vm.create'].safeParse(wizardCommands(value)[0]?.input).success).toBe(true);
  });
});

describe('refusedField', () => {
  it.each([
    ['commands.0.input.name', 'name'],
    ['commands.0.input.switchId', 'switchId'],
    ['commands.0.input', undefined],
    ['commands.0.input.processors', undefined],
  ])('finds the field of %s', (field, found) => {
    expect(refusedField({ code: 'x', message: 'x', field })).toBe(found);
  });

  it('finds none when none is named', () => {
    expect(refusedField({ code: 'x', message: 'x' })).toBeUndefined();
  });
});
