/** What Firmware Setup shows and sends, told from the world. */
import type { Command } from '../../../shared/contract';
import { reasonText } from '../../../shared/model/iov-reason';
import type { PcieFunction } from '../../../shared/model/pcie';
import { platformReasons } from '../../../shared/model/platform';
import type { FirmwareSettings, Platform } from '../../../shared/model/platform';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { firmware as text } from '../../text/en/firmware';

/** Begins with what is stored: a change that waits for the restart is not lost by looking. */
export function initFirmware(platform: Platform): FirmwareSettings {
  return platform.storedFirmware;
}

/** The batch of Save, or of Save and Restart Host. */
export function firmwareCommands(settings: FirmwareSettings, restart: boolean): readonly Command[] {
  const configure: Command = { name: 'firmware.configure', input: { settings } };
  return restart ? [configure, { name: 'host.restart', input: {} }] : [configure];
}

/** The line under a setting: what is in force and, if it differs, what the next restart brings. */
export function settingState(inForce: boolean, draft: boolean): string {
  return inForce === draft ? text.inForce(inForce) : `${text.inForce(inForce)}. ${text.waiting(draft)}.`;
}

/** VMs that a restart saves and starts again. */
export function savedByRestart(vms: Iterable<Vm>): number {
  return [...vms].filter(isActive).length;
}

/** `Get-VMHost`'s two members on SR-IOV. */
export interface IovSupport {
  readonly supported: boolean;
  readonly reasons: readonly string[];
}

/** What Windows would report if `settings` were in force. */
export function iovSupport(
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
  settings: FirmwareSettings,
): IovSupport {
  const reasons = platformReasons({ ...platform, firmware: settings }, functions);
  return { supported: reasons.length === 0, reasons: reasons.map((reason) => reasonText(reason).text) };
}

export interface Fact {
  readonly caption: string;
  readonly value: string;
}

/** Windows does not see remapping hardware while I/O virtualization is off. */
function remapping(present: boolean, platform: Platform): string {
  if (!present) return text.no;
  return platform.firmware.ioVirtualization ? text.yes : text.hidden;
}

/** What the computer has and no set-up can change. */
export function platformFacts(
  platform: Platform,
  functions: ReadonlyMap<string, PcieFunction>,
): readonly Fact[] {
  const { hardware, processorName, logicalProcessors } = platform;
  const rootPorts = [...functions.values()].filter((each) => each.bridge?.portType === 'root');
  const isolating = rootPorts.filter((port) => port.acs).length;
  return [
    { caption: text.facts.processor, value: text.processor(processorName, logicalProcessors) },
    { caption: text.facts.slat, value: hardware.slat ? text.yes : text.no },
    { caption: text.facts.dmaRemapping, value: remapping(hardware.dmaRemapping, platform) },
    { caption: text.facts.interruptRemapping, value: remapping(hardware.interruptRemapping, platform) },
    { caption: text.facts.acs, value: text.acs(isolating, rootPorts.length) },
  ];
}
