/** The new virtual hard disk: what the wizard proposes for it until somebody types something else. */
import { diskIdOf } from '../../../shared/model/host-file';
import { asFileName, inFolder } from '../../../shared/model/host-folder';
import { wizard as text } from '../../text/en/wizard';
import type { WizardHost, WizardValue } from './wizard-value';

type Named = Pick<WizardValue, 'name' | 'storeElsewhere' | 'location' | 'diskName' | 'diskFolder'>;

/** Where the new disk goes: with the virtual machine if that is stored apart, else the host's default folder. */
export function diskFolderOf(value: Named, { settings }: WizardHost): string {
  if (value.diskFolder !== null) return value.diskFolder;
  if (!value.storeElsewhere) return settings.virtualHardDiskPath;
  const folder = asFileName(value.name);
  const own = folder === '' ? value.location.trim() : inFolder(value.location.trim(), folder);
  return inFolder(own, text.disk.subfolder);
}

/**
 * The new disk's file name. The proposal follows the virtual machine's name, as in Windows; that it passes over
 * files that exist is the simulator's.
 */
export function diskNameOf(value: Named, host: WizardHost): string {
  if (value.diskName !== null) return value.diskName;
  const folder = diskFolderOf(value, host);
  const base = asFileName(value.name) === '' ? text.disk.unnamed : asFileName(value.name);
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `_${number}`}.vhdx`;
    if (!host.disks.has(diskIdOf(inFolder(folder, name)))) return name;
  }
}

/** The whole path; a name without an ending gets the usual one. */
export function newDiskPath(value: Named, host: WizardHost): string {
  const name = diskNameOf(value, host).trim();
  return inFolder(diskFolderOf(value, host).trim(), /\.vhdx?$/i.test(name) ? name : `${name}.vhdx`);
}
