/** Whether what the wizard was told will do, field by field, and which field the host's refusal is about. */
import { diskFormatOf, mostDiskGb, pathProblem } from '../../../shared/model/host-file';
import { asFileName, folderProblem } from '../../../shared/model/host-folder';
import { leastMemoryMb, memoryStepMb } from '../../../shared/model/memory';
import { mostMemoryMb } from '../../../shared/model/vm';
import type { Refusal } from '../../../shared/result';
import { wizard as text } from '../../text/en/wizard';
import { diskFolderOf, diskNameOf, newDiskPath } from './wizard-disk';
import type { WizardField, WizardHost, WizardValue } from './wizard-value';

export type WizardErrors = Partial<Record<WizardField, string>>;

const longestName = 100;

/** What a VM of the generation can be started with, MB; the host checks the same. */
export function memoryLimits({ generation }: Pick<WizardValue, 'generation'>) {
  return { minimum: leastMemoryMb, maximum: mostMemoryMb[generation] };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function nameErrors({ name, storeElsewhere, location }: WizardValue): WizardErrors {
  const errors: WizardErrors = {};
  const length = name.trim().length;
  if (length === 0) errors.name = text.name.missing;
  else if (length > longestName) errors.name = text.name.tooLong;
  const problem = storeElsewhere ? folderProblem(location.trim()) : null;
  if (problem !== null) errors.location = problem;
  return errors;
}

function memoryErrors(value: WizardValue): WizardErrors {
  const { minimum, maximum } = memoryLimits(value);
  const { startupMemoryMb } = value;
  const fits = isWhole(startupMemoryMb, minimum, maximum) && startupMemoryMb % memoryStepMb === 0;
  return fits ? {} : { startupMemoryMb: text.memory.range(minimum, maximum) };
}

function newDiskErrors(value: WizardValue, host: WizardHost): WizardErrors {
  const name = diskNameOf(value, host).trim();
  const folder = folderProblem(diskFolderOf(value, host).trim());
  if (name === '') return { diskName: text.disk.nameMissing };
  if (asFileName(name) !== name) return { diskName: text.disk.nameForbidden };
  if (folder !== null) return { diskFolder: folder };
  const path = newDiskPath(value, host);
  if (pathProblem('virtualHardDisk', path) !== null) return { diskName: text.disk.pathTooLong };
  const most = mostDiskGb[diskFormatOf(path)];
  return isWhole(value.diskSizeGb, 1, most) ? {} : { diskSizeGb: text.disk.sizeRange(most) };
}

function diskErrors(value: WizardValue, host: WizardHost): WizardErrors {
  if (value.disk === 'new') return newDiskErrors(value, host);
  if (value.disk === 'later') return {};
  const problem = pathProblem('virtualHardDisk', value.existingDisk.trim());
  return problem === null ? {} : { existingDisk: problem };
}

function installationErrors({ disk, installFrom, imagePath, floppyPath }: WizardValue): WizardErrors {
  if (disk !== 'new') return {};
  const image = installFrom === 'image' ? pathProblem('image', imagePath.trim()) : null;
  const floppy = installFrom === 'floppy' ? pathProblem('floppy', floppyPath.trim()) : null;
  return {
    ...(image === null ? {} : { imagePath: image }),
    ...(floppy === null ? {} : { floppyPath: floppy }),
  };
}

/** One sentence for every field that will not do, in the order of the pages. */
export function validateWizard(value: WizardValue, host: WizardHost): WizardErrors {
  // Somebody may remove a switch while the wizard is open.
  const gone = value.switchId !== null && !host.switches.has(value.switchId);
  return {
    ...nameErrors(value),
    ...memoryErrors(value),
    ...(gone ? { switchId: text.network.gone } : {}),
    ...diskErrors(value, host),
    ...installationErrors(value),
  };
}

/** The field that the host's refusal is about; undefined when it names none of the wizard's. */
export function refusedField(refusal: Refusal, { disk, installFrom }: WizardValue): WizardField | undefined {
  const place = refusal.field?.replace(/^commands\.\d+\.input\.?/, '') ?? '';
  const fields: Readonly<Record<string, WizardField>> = {
    name: 'name',
    location: 'location',
    generation: 'generation',
    startupMemoryMb: 'startupMemoryMb',
    dynamicMemory: 'dynamicMemory',
    switchId: 'switchId',
    'hardDisk.path': disk === 'new' ? 'diskName' : 'existingDisk',
    'hardDisk.sizeGb': 'diskSizeGb',
    'installation.path': installFrom === 'floppy' ? 'floppyPath' : 'imagePath',
  };
  return fields[place];
}
