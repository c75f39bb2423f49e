/** What the wizard asks for, and the command that it becomes. */
import type { Command } from '../../../shared/contract';
import type { HostSettings } from '../../../shared/model/host-settings';
import type { VirtualHardDisk } from '../../../shared/model/host-file';
import type { VirtualSwitch } from '../../../shared/model/switch';
import type { Installation, NewVmDisk } from '../../../shared/storage-commands';
import { wizard as text } from '../../text/en/wizard';
import { newDiskPath } from './wizard-disk';

export interface WizardValue {
  readonly name: string;
  readonly generation: 1 | 2;
  /** The VM gets a folder of its own in `location`. */
  readonly storeElsewhere: boolean;
  readonly location: string;
  /** Megabytes; NaN while the field does not hold a number. */
  readonly startupMemoryMb: number;
  readonly dynamicMemory: boolean;
  /** Null leaves the network adapter unconnected. */
  readonly switchId: string | null;
  readonly disk: 'new' | 'existing' | 'later';
  /** Null while nobody has typed another than the proposed one. */
  readonly diskName: string | null;
  readonly diskFolder: string | null;
  /** Gigabytes; NaN while the field does not hold a number. */
  readonly diskSizeGb: number;
  readonly existingDisk: string;
  readonly installFrom: Installation['kind'];
  readonly imagePath: string;
  readonly floppyPath: string;
}

export type WizardField = keyof WizardValue;

/** What the wizard must know of the host. */
export interface WizardHost {
  readonly settings: HostSettings;
  readonly switches: ReadonlyMap<string, VirtualSwitch>;
  readonly disks: ReadonlyMap<string, VirtualHardDisk>;
}

/** What Finish on the first page creates. */
export function initWizard({ virtualMachinePath }: HostSettings): WizardValue {
  return {
    name: text.name.initial,
    generation: 1,
    storeElsewhere: false,
    location: virtualMachinePath,
    startupMemoryMb: 1024,
    dynamicMemory: false,
    switchId: null,
    disk: 'new',
    diskName: null,
    diskFolder: null,
    diskSizeGb: 127,
    existingDisk: '',
    installFrom: 'later',
    imagePath: '',
    floppyPath: '',
  };
}

/** The other generation; what it has not is given up. */
export function withGeneration(value: WizardValue, generation: 1 | 2): Partial<WizardValue> {
  const lost = generation === 2 && value.installFrom === 'floppy';
  return { generation, ...(lost ? { installFrom: 'later' } : {}) };
}

function hardDisk(value: WizardValue, host: WizardHost): NewVmDisk | null {
  switch (value.disk) {
    case 'new':
      return { kind: 'new', path: newDiskPath(value, host), sizeGb: value.diskSizeGb };
    case 'existing':
      return { kind: 'existing', path: value.existingDisk.trim() };
    case 'later':
      return null;
  }
}

/** Only a new disk has nothing on it yet, so only then Windows asks what to install. */
export function installationOf(value: WizardValue): Installation {
  if (value.disk !== 'new') return { kind: 'later' };
  switch (value.installFrom) {
    case 'image':
      return { kind: 'image', path: value.imagePath.trim() };
    case 'floppy':
      return { kind: 'floppy', path: value.floppyPath.trim() };
    default:
      return { kind: value.installFrom };
  }
}

/** The batch that Finish sends. */
export function wizardCommands(value: WizardValue, host: WizardHost): readonly Command[] {
  const { name, generation, startupMemoryMb, dynamicMemory, switchId } = value;
  const input = {
    ...{ name: name.trim(), generation, startupMemoryMb, dynamicMemory, switchId },
    location: value.storeElsewhere ? value.location.trim() : null,
    hardDisk: hardDisk(value, host),
    installation: installationOf(value),
  };
  return [{ name: 'vm.create', input }];
}
