/** What the wizard asks for, whether it will do, and the command that it becomes. */
import type { Command } from '../../../shared/contract';
import type { VirtualSwitch } from '../../../shared/model/switch';
import type { Refusal } from '../../../shared/result';
import { wizard as text } from '../../text/en/wizard';

export interface WizardValue {
  readonly name: string;
  readonly generation: 1 | 2;
  /** Megabytes; NaN while the field does not hold a number. */
  readonly startupMemoryMb: number;
  /** Null leaves the network adapter unconnected. */
  readonly switchId: string | null;
}

export type WizardField = keyof WizardValue;
export type WizardErrors = Partial<Record<WizardField, string>>;

/** What a VM can be started with, in megabytes (Windows Server 2016 to 2022); the host checks the same. */
export const memoryLimits = { minimum: 32, maximum: 12_582_912 } as const;

const longestName = 100;

/** What Finish on the first page creates. */
export function initWizard(): WizardValue {
  return {
    name: text.name.initial,
    generation: 1,
    startupMemoryMb: 1024,
    switchId: null,
  };
}

function nameError(name: string): string | undefined {
  const length = name.trim().length;
  if (length === 0) return text.name.missing;
  return length > longestName ? text.name.tooLong : undefined;
}

/** One sentence for every field that will not do. */
export function validateWizard(
  value: WizardValue,
  switches: ReadonlyMap<string, VirtualSwitch>,
): WizardErrors {
  const { minimum, maximum } = memoryLimits;
  const memory = value.startupMemoryMb;
  const errors: WizardErrors = {};
  const name = nameError(value.name);
  if (name !== undefined) errors.name = name;
  if (!Number.isInteger(memory) || memory < minimum || memory > maximum) {
    errors.startupMemoryMb = text.memory.range(minimum, maximum);
  }
  // Somebody may remove a switch while the wizard is open.
  if (value.switchId !== null && !switches.has(value.switchId)) errors.switchId = text.network.gone;
  return errors;
}

/** The batch that Finish sends. */
export function wizardCommands(value: WizardValue): readonly Command[] {
  const { name, generation, startupMemoryMb, switchId } = value;
  return [
    {
      name: 'vm.create',
      input: { name: name.trim(), generation, startupMemoryMb, switchId },
    },
  ];
}

const fields: readonly WizardField[] = ['name', 'generation', 'startupMemoryMb', 'switchId'];

/** The field that the host's refusal is about; undefined when it names none of the wizard's. */
export function refusedField(refusal: Refusal): WizardField | undefined {
  const last = refusal.field?.split('.').at(-1);
  return fields.find((field) => field === last);
}
