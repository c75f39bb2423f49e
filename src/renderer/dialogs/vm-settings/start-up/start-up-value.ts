/** What the pages BIOS, Firmware, COM and Diskette Drive edit. */
import type { BiosBootDevice } from '../../../../shared/model/storage';
import type { Vm } from '../../../../shared/model/vm';
import type { SettingsDraft } from '../settings-draft';

/** A COM port as its page edits it. */
export interface ComValue {
  readonly connected: boolean;
  readonly pipeName: string;
  readonly remote: boolean;
  readonly computerName: string;
}

export interface StartUpValue {
  readonly numLock: boolean;
  readonly biosBootOrder: readonly BiosBootDevice[];
  /** Ids of devices, as far as they have been put in order; null while nobody has touched it. */
  readonly bootOrder: readonly string[] | null;
  readonly hasDiskette: boolean;
  readonly diskette: string;
  readonly com1: ComValue;
  readonly com2: ComValue;
}

function comValue(pipe: string | null): ComValue {
  const [, computer = '.', name = ''] = /^\\\\([^\\]+)\\pipe\\(.+)$/i.exec(pipe ?? '') ?? [];
  const remote = computer !== '.';
  return { connected: pipe !== null, pipeName: name, remote, computerName: remote ? computer : '' };
}

/** The pipe's path; empty names show where something is missing. */
export function pipePathOf({ pipeName, remote, computerName }: ComValue): string {
  return `\\\\${remote ? computerName.trim() : '.'}\\pipe\\${pipeName.trim()}`;
}

function currentValue({ storage }: Vm): StartUpValue {
  const { numLock, biosBootOrder, diskette, comPipes } = storage;
  return {
    numLock,
    biosBootOrder,
    bootOrder: null,
    hasDiskette: diskette !== null,
    diskette: diskette ?? '',
    com1: comValue(comPipes[0]),
    com2: comValue(comPipes[1]),
  };
}

/** The VM with the draft laid over it. */
export function valueOfStartUp(vm: Vm, draft: SettingsDraft): StartUpValue {
  return { ...currentValue(vm), ...draft.storage.startUp };
}

/** The draft with further changes. */
export function withStartUpEdit(draft: SettingsDraft, patch: Partial<StartUpValue>): SettingsDraft {
  const { storage } = draft;
  return { ...draft, storage: { ...storage, startUp: { ...storage.startUp, ...patch } } };
}
