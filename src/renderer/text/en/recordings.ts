/** Words of the recordings: the list of them, and the dialog that begins one. */
import { maxRecordedPaths, maxSamples } from '../../../shared/model/recording';

const mostSamples = maxSamples.toLocaleString('en');

export const recordings = {
  menu: 'Recordings...',
  title: 'Recordings',
  hint: 'Windows records counters in Performance Monitor (perfmon.msc), not in Hyper-V Manager, and in files of their own.',
  list: 'Recordings',
  columns: { name: 'Name', from: 'From', to: 'To', every: 'Every', samples: 'Samples' },
  goesOn: 'Recording',
  every: (ms: number) => `${ms / 1000} s`,
  count: (samples: number) => samples.toLocaleString('en'),
  empty: 'Nothing has been recorded. Choose New to record what network adapters carry.',
  full: `The document holds ${mostSamples} samples, the most it takes: nothing more is recorded. Delete a recording.`,
  new: 'New...',
  stop: 'Stop',
  export: 'Export...',
  delete: 'Delete',
  noneChosen: 'Select a recording first.',
  hasEnded: 'This recording has ended.',
  exported: (name: string) => `${name} has been exported.`,
  deleteQuestion: {
    title: 'Delete Recording',
    message: (name: string, samples: number) =>
      `“${name}” and its ${samples === 1 ? 'one sample' : `${samples.toLocaleString('en')} samples`} will be deleted. Undo does not bring them back.`,
    confirm: 'Delete',
    refuse: "Don't Delete",
  },

  newTitle: 'New Recording',
  name: 'Name:',
  interval: 'Interval:',
  seconds: 's',
  intervalHint: 'Simulated seconds from one sample to the next, 1 to 60.',
  intervalWrong: 'Enter a whole number from 1 to 60.',
  nameMissing: 'Enter a name.',
  what: 'Record',
  rootProcessor: 'Root partition: processor time',
  adapter: (vm: string, adapter: string) => `${vm}: ${adapter}`,
  adapters: 'Network adapters',
  adaptersHint: 'Of each network adapter, bytes per second by emulation, over VMBus, and over a VF.',
  noAdapters: 'There is no virtual machine with a network adapter.',
  find: 'Find:',
  noneFound: 'No network adapter has this in its name.',
  more: (shown: number, all: number) =>
    `The first ${shown} of ${all.toLocaleString('en')} are listed. Type part of a name to find others.`,
  counters: (count: number) => `${count} of at most ${maxRecordedPaths} counters`,
  start: 'Start',
  nothingChosen: 'Choose what to record.',
  tooMuch: `A recording holds at most ${maxRecordedPaths} counters, three per network adapter. Choose fewer.`,
  freeName: (number: number) => `Recording ${number}`,
} as const;
