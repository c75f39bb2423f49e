/**
 * What a VM's settings are being changed to: patches over the VM as the host has it, so that
 * whatever changes on the host meanwhile still shows where nobody has typed.
 */
import type { Command } from '../../../shared/contract';
import type { DynamicMemory, Numa } from '../../../shared/model/memory';
import type { AddedAdapter, AdapterValue } from './network-adapter/adapter-value';
import { noStorageEdits } from './storage/storage-value';
import type { StorageEdits, StorageField } from './storage/storage-value';
import type { VmValue } from './vm-value';

/** Several pages' changes, none of them sent to the host yet. */
export interface SettingsDraft {
  /** Null while the name has not been touched. */
  readonly name: string | null;
  /** What was changed of the VM itself. */
  readonly vm: Partial<VmValue>;
  /** What was changed of adapters that exist, by page id. */
  readonly edits: Readonly<Record<string, Partial<AdapterValue>>>;
  /** Adapters to add, by page id. */
  readonly added: Readonly<Record<string, AddedAdapter>>;
  readonly storage: StorageEdits;
  /** Pages of adapters, drives and controllers to remove. */
  readonly removed: readonly string[];
}

/** A draft that changes nothing. */
export const noChanges: SettingsDraft = {
  name: null,
  vm: {},
  edits: {},
  added: {},
  storage: noStorageEdits,
  removed: [],
};

export type SettingsField =
  'name' | keyof VmValue | keyof AdapterValue | keyof DynamicMemory | keyof Numa | StorageField;

/** A field, and the page that it is on. */
export interface Place {
  readonly page: string;
  /** Null when no single field is to blame. */
  readonly field: SettingsField | null;
}

/** What is wrong, and where. */
export interface Problem extends Place {
  readonly message: string;
}

/** One command of the batch. */
export interface Step {
  /** The page that it comes from. */
  readonly page: string;
  readonly command: Command;
  /** The field that stands for a member of the command's input, `a.b` for one within `a`; undefined where none does. */
  readonly placeOf: (member: string) => Place | undefined;
}
