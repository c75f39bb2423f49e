/** Words of the help on what has the focus, and of the list of how real the console is. */
import type { Mark } from '../../fidelity/model';

const marks: Readonly<Record<Mark | 'absent', string>> = {
  asInWindows: 'As in Windows',
  simplified: 'Simplified',
  simulatorOnly: 'Simulator only',
  absent: 'Not in this console',
};

const meanings: Readonly<Record<Mark, string>> = {
  asInWindows: 'It is called this in Windows, stands there, and does the same to the simulated host.',
  simplified: 'Windows has it; here it does less, or looks different.',
  simulatorOnly: 'Windows does not have it.',
};

export const help = {
  key: 'F1',
  topics: 'Help Topics',
  item: 'Help',
  title: 'Help',
  unlisted: 'It is not listed by itself: what holds for the page holds for it.',
  partOf: (group: string) => `Part of: ${group}`,
  page: (window: string, page: string) => `${window}: ${page}`,
  source: (source: string) => `Source: ${source}.`,
  marks,
  meanings,

  menu: 'What Is Real Here?',
  find: 'Find:',
  findHint: 'Part of a caption or a sentence',
  mark: 'Show:',
  all: 'Everything',
  window: 'Window:',
  allWindows: 'All windows',
  columns: { what: 'Page or control', mark: 'How real', why: 'How it differs, and its source' },
  table: 'How real the console is',
  count: (found: number, all: number) => (found === all ? `${all} entries` : `${found} of ${all} entries`),
  nothing: 'Nothing in the list answers this search.',
  absentOf: (window: string, page: string | undefined) =>
    page === undefined ? window : `${window}: ${page}`,
} as const;
