/** What Firmware Setup is being changed to, and the batch that it sends. */
import type { Command } from '../../../shared/contract';
import { changedSettings } from '../../../shared/model/platform';
import type {
  CardSlot,
  FirmwareSettings,
  HardwarePatch,
  Platform,
  PlatformHardware,
} from '../../../shared/model/platform';
import type { PlatformPatch } from '../../../shared/model/platform-outlook';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { firmware as text } from '../../text/en/firmware';

export type FirmwareDraft = Pick<Platform, 'firmware' | 'hardware'>;

/** Begins with what is stored: a change that waits for the restart is not lost by looking. */
export function initFirmware({ storedFirmware, storedHardware }: Platform): FirmwareDraft {
  return { firmware: storedFirmware, hardware: storedHardware };
}

/** One slot of the hardware changed. */
export function withSlot(
  hardware: PlatformHardware,
  portId: string,
  change: Partial<CardSlot>,
): PlatformHardware {
  const slots = hardware.slots.map((slot) => (slot.portId === portId ? { ...slot, ...change } : slot));
  return { ...hardware, slots };
}

function changedSlots(
  before: PlatformHardware,
  after: PlatformHardware,
): NonNullable<HardwarePatch['slots']> {
  return after.slots
    .filter((slot, index) => JSON.stringify(slot) !== JSON.stringify(before.slots[index]))
    .map(({ portId, acs, ari, spareBuses, card }) => ({ portId, acs, ari, spareBuses, card }));
}

type Scalar = Exclude<keyof PlatformHardware, 'slots'>;

function changedScalars(before: PlatformHardware, after: PlatformHardware): Scalar[] {
  const names = Object.keys(after).filter((name) => name !== 'slots') as Scalar[];
  return names.filter((name) => before[name] !== after[name]);
}

/** What differs from what is stored. */
export function patchOf(platform: Platform, draft: FirmwareDraft): PlatformPatch {
  const { storedFirmware, storedHardware } = platform;
  const settings = changedSettings(storedFirmware, draft.firmware).map((name) => [
    name,
    draft.firmware[name],
  ]);
  const scalars = changedScalars(storedHardware, draft.hardware).map((name) => [name, draft.hardware[name]]);
  const slots = changedSlots(storedHardware, draft.hardware);
  return {
    firmware: Object.fromEntries(settings) as Partial<FirmwareSettings>,
    hardware: { ...(Object.fromEntries(scalars) as HardwarePatch), ...(slots.length > 0 && { slots }) },
  };
}

/** The batch of Save, or of Save and Restart Host. */
export function firmwareCommands(
  { firmware, hardware }: PlatformPatch,
  restart: boolean,
): readonly Command[] {
  const commands: Command[] = [{ name: 'firmware.configure', input: { settings: firmware } }];
  if (Object.keys(hardware).length > 0) {
    commands.push({ name: 'hardware.configure', input: { settings: hardware } });
  }
  if (restart) commands.push({ name: 'host.restart', input: {} });
  return commands;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** What is wrong with the address space; undefined when nothing is. */
export function mmioProblem({ mmioBelow4gMib }: PlatformHardware): string | undefined {
  return isWhole(mmioBelow4gMib, 1, 3072) ? undefined : text.mmioError;
}

/** What is wrong with a slot; undefined when nothing is. */
export function slotProblem({ name, spareBuses }: CardSlot): string | undefined {
  return isWhole(spareBuses, 0, 254) ? undefined : text.spareBusesError(name);
}

/** Why the draft cannot be saved; undefined when it can. */
export function draftProblem({ hardware }: FirmwareDraft): string | undefined {
  const mmio = mmioProblem(hardware);
  if (mmio !== undefined) return `${text.mmio}: ${mmio}`;
  return hardware.slots.map(slotProblem).find((problem) => problem !== undefined);
}

/** The line under a setting: what is in force and, if it differs, what the next restart brings. */
export function settingState(inForce: string, draft: string): string {
  return inForce === draft ? text.inForce(inForce) : `${text.inForce(inForce)} ${text.waiting(draft)}`;
}

/** The same for a part of the hardware. */
export function partState(inComputer: string, draft: string): string {
  return inComputer === draft
    ? text.inComputer(inComputer)
    : `${text.inComputer(inComputer)} ${text.waiting(draft)}`;
}

/** VMs that a restart concerns. */
export function activeVms(vms: Iterable<Vm>): number {
  return [...vms].filter(isActive).length;
}

/** How many settings of each page differ from what is in force. */
export function changesByPage(platform: Platform, { firmware, hardware }: FirmwareDraft) {
  const settings = changedSettings(platform.firmware, firmware);
  const boot = settings.filter((name) => name === 'hypervisorIommuPolicy').length;
  return {
    settings: settings.length - boot,
    boot,
    hardware: changedScalars(platform.hardware, hardware).length,
    slots: changedSlots(platform.hardware, hardware).length,
  };
}

export type FirmwarePage = keyof ReturnType<typeof changesByPage>;
