/** Captions of what can be done to a virtual machine, and the questions asked before it is done. */
import type { VmVerb } from '../../../shared/model/vm';

interface Question {
  readonly title: string;
  readonly message: (names: readonly string[]) => string;
  readonly confirm: string;
  readonly refuse: string;
}

function these(names: readonly string[]): string {
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? `the virtual machine "${only}"`
    : `the ${names.length} selected virtual machines`;
}

const questions: Readonly<Partial<Record<VmVerb, Question>>> = {
  turnOff: {
    title: 'Turn Off Machine',
    message: (names) =>
      `Are you sure you want to turn off ${these(names)}? The guest is not shut down first: what it has not saved is lost.`,
    confirm: 'Turn Off',
    refuse: "Don't Turn Off",
  },
  shutDown: {
    title: 'Shut Down Machine',
    message: (names) => `Are you sure you want to shut down the operating system in ${these(names)}?`,
    confirm: 'Shut Down',
    refuse: "Don't Shut Down",
  },
  reset: {
    title: 'Reset Machine',
    message: (names) =>
      `Are you sure you want to reset ${these(names)}? The guest is not shut down first: what it has not saved is lost.`,
    confirm: 'Reset',
    refuse: "Don't Reset",
  },
  delete: {
    title: 'Delete Selected Virtual Machines',
    message: (names) => `Are you sure you want to delete ${these(names)}?`,
    confirm: 'Delete',
    refuse: "Don't Delete",
  },
  deleteSavedState: {
    title: 'Delete Saved State',
    message: (names) =>
      `Are you sure you want to delete the saved state of ${these(names)}? What was in its memory is lost.`,
    confirm: 'Delete',
    refuse: "Don't Delete",
  },
};

const attempts: Readonly<Record<VmVerb, string>> = {
  start: 'start',
  turnOff: 'turn off',
  shutDown: 'shut down',
  save: 'save',
  pause: 'pause',
  resume: 'resume',
  reset: 'reset',
  rename: 'rename',
  delete: 'delete',
  deleteSavedState: 'delete the saved state of',
};

/** More sentences than this would make the failure box taller than a small screen. */
const shownFailures = 10;

export const verbs = {
  captions: {
    connect: 'Connect...',
    settings: 'Settings...',
    start: 'Start',
    turnOff: 'Turn Off...',
    shutDown: 'Shut Down...',
    save: 'Save',
    pause: 'Pause',
    resume: 'Resume',
    reset: 'Reset...',
    rename: 'Rename...',
    delete: 'Delete...',
    deleteSavedState: 'Delete Saved State...',
  },
  /** Shortcuts as menus and tool tips show them. */
  keys: { connect: 'Enter', settings: 'Alt+Enter', rename: 'F2', delete: 'Del' },
  questions,
  failureTitle: 'Hyper-V Manager',
  windowFailure: 'The window cannot be opened.',
  failureHeader: (verb: VmVerb) =>
    `An error occurred while attempting to ${attempts[verb]} the selected virtual machine(s).`,
  /** One refusal among several; most name their virtual machine themselves. */
  failureOf: (name: string, message: string) =>
    message.includes(`'${name}'`) ? message : `'${name}': ${message}`,
  /** One line for each refusal, ten at most. */
  failureDetail: (refusals: readonly string[]) => {
    const more = refusals.length - shownFailures;
    return [...refusals.slice(0, shownFailures), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
  },
} as const;
