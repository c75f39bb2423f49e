/** Words around the document: menus, undo, comparison, what stands in its way. */
import type { CommandName } from '../../../shared/contract';
import type { ComparedMoment, DocumentStep } from '../../../shared/model/document';
import { formatDateTime } from './date-time';

/** What people call a command; one that is missing here goes by its own name. */
const commandNames: Partial<Record<CommandName, string>> = {
  'switch.create': 'New Virtual Switch',
  'switch.modify': 'Change Virtual Switch',
  'switch.remove': 'Remove Virtual Switch',
  'vm.create': 'New Virtual Machine',
  'vm.addScsiController': 'Add SCSI Controller',
  'vm.removeScsiController': 'Remove SCSI Controller',
  'vm.addDrive': 'Add Drive',
  'vm.modifyDrive': 'Change Drive',
  'vm.removeDrive': 'Remove Drive',
  'vm.setDiskette': 'Change Diskette Drive',
  'vm.setComPort': 'Change COM Port',
  'vm.setBios': 'Change BIOS Settings',
  'vm.setBootOrder': 'Change Boot Order',
  'vm.setSecurity': 'Change Security',
  'vm.start': 'Start',
  'vm.turnOff': 'Turn Off',
  'vm.shutDown': 'Shut Down',
  'vm.save': 'Save',
  'vm.pause': 'Pause',
  'vm.resume': 'Resume',
  'vm.reset': 'Reset',
  'vm.rename': 'Rename',
  'vm.delete': 'Delete',
  'vm.deleteSavedState': 'Delete Saved State',
  'adapter.add': 'Add Network Adapter',
  'adapter.modify': 'Change Network Adapter',
  'adapter.remove': 'Remove Network Adapter',
  'adapter.setTraffic': 'Set Traffic',
  'guest.setVfDriver': 'Change VF Driver',
  'firmware.configure': 'Change Firmware Settings',
  'host.modify': 'Change Hyper-V Settings',
  'host.restart': 'Restart Host',
};

const known: Readonly<Record<string, string>> = commandNames;

/** What a step did, in a few words. */
function stepName({ commands, backTo }: DocumentStep): string {
  if (commands === null) return backTo === null ? 'Reset to Start' : `Back to ${formatDateTime(backTo)}`;
  const names = [...new Set(commands.map((name) => known[name] ?? name))];
  const [first = ''] = names;
  return names.length === 1 ? first : `${first} and more`;
}

function minutes(ms: number): string {
  const whole = Math.round(ms / 60_000);
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}

const kindNames: Readonly<Record<string, string>> = {
  host: 'Host',
  platform: 'Platform',
  function: 'PCI Express function',
  nic: 'Physical adapter',
  vf: 'Virtual function',
  switch: 'Virtual switch',
  vm: 'Virtual machine',
  adapter: 'Network adapter',
  disk: 'Virtual hard disk',
};

export const document = {
  new: 'New Document',
  open: 'Open...',
  openRecent: 'Open Recent',
  noRecent: 'No other document was open before.',
  saveAs: 'Save As...',
  keys: { new: 'Ctrl+N', open: 'Ctrl+O', saveAs: 'Ctrl+S', undo: 'Ctrl+Z', redo: 'Ctrl+Y' },
  undo: 'Undo',
  redo: 'Redo',
  undoStep: (step: DocumentStep) => `Undo ${stepName(step)}`,
  redoStep: (step: DocumentStep) => `Redo ${stepName(step)}`,
  nothingToUndo: 'Nothing has been changed since the start.',
  nothingToRedo: 'Nothing has been undone.',
  reset: 'Reset to Start...',
  nothingToReset: 'The document is at its start.',
  compare: 'Compare...',
  title: (document: string, host: string) => `${document} - SR-IOV Manager - ${host} (simulated)`,
  failureTitle: 'SR-IOV Manager',
  failureHeader: 'This could not be done.',

  undoQuestion: {
    title: 'Undo',
    message: (step: DocumentStep, passedMs: number, recordings: number) =>
      [
        `A real host could not go back. This one becomes what it was before “${stepName(step)}” at ${formatDateTime(step.at)}, its clock, counters and events included.`,
        ...(passedMs >= 60_000 ? [`${minutes(passedMs)} of simulated time go with it.`] : []),
        recordings === 0
          ? 'Redo brings all of it back.'
          : 'Redo brings all of it back, except what was recorded since.',
      ].join(' '),
    confirm: 'Undo',
    refuse: "Don't Undo",
  },
  resetQuestion: {
    title: 'Reset to Start',
    message: (recordings: number) =>
      [
        'The host becomes what it was at the start of this document, its clock, counters and events included.',
        recordings === 0
          ? 'Undo brings everything back.'
          : 'Undo brings everything back, except what was recorded since.',
      ].join(' '),
    confirm: 'Reset',
    refuse: "Don't Reset",
  },

  refusedTitle: 'Open Document',
  refusedHeader: 'The document cannot be opened.',
  inMemoryHeader: 'The document cannot be kept on this disk.',
  recover: 'Recover',
  openCopy: 'Open a Copy',
  recovered: {
    title: 'Recovered',
    header: 'A new document was made of what could be read.',
    now: 'It holds the host as it was saved last. Counters, events and recordings may be missing; earlier steps cannot be undone.',
    start: 'Of the present host too little could be read. The new document holds it as it was at the start.',
    copy: 'It is a copy; the original stays as it is.',
  },
  cannotSave: 'Not saved',
  mishaps: {
    page: 'The window has crashed and was restarted. The host went on meanwhile, and nothing that was done is lost.',
    graphics: 'The graphics process has crashed and was restarted. Nothing is lost.',
  },

  work: {
    build: { title: 'Building Host', what: 'Virtual machines are being created.' },
    copy: { title: 'Saving', what: 'The document is being copied.' },
    read: { title: 'Reading Text of lspci', what: 'PCI functions are being read.' },
    create: { title: 'Building Host', what: 'The host is being built from the text of lspci.' },
    back: { title: 'Going Back', what: 'The host is being taken to the earlier moment.' },
    export: { title: 'Exporting', what: 'The recording is being written.' },
    share: (share: number) => `${Math.round(share * 100)} %`,
    progress: 'Progress',
  },

  compareTitle: 'Compare',
  compareLeft: 'Left:',
  compareRight: 'Right:',
  compareAgain: 'Choose Another File...',
  moments: {
    now: 'Now',
    start: 'Start of this document',
    file: 'Another document...',
    before: (step: DocumentStep) => `Before step ${step.step}, ${stepName(step)}, ${formatDateTime(step.at)}`,
  },
  otherFile: (name: string) => `Another document: ${name}`,
  columns: { object: 'Object', member: 'Member', left: 'Left', right: 'Right' },
  differences: 'Differences',
  exists: 'exists',
  missing: 'does not exist',
  absent: 'none',
  same: 'There is no difference.',
  count: (count: number, more: number) =>
    `${count === 1 ? '1 difference' : `${count + more} differences`}${more > 0 ? `, the first ${count} are listed` : ''}`,
  compareBusy: 'Comparing...',
  noFile: 'Choose a document to compare with.',
  kind: (kind: string) => kindNames[kind] ?? kind,
  /** Tells two moments apart without their words. */
  momentKey: (moment: ComparedMoment) =>
    moment.moment === 'before' ? `before ${moment.step}` : moment.moment,
} as const;
