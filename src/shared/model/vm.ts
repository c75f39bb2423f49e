/** A child partition: its states, its guest, and what may be done to it in which state. */
import { z } from 'zod';
import { folderSchema } from './host-folder';
import { integrationServicesSchema } from './integration-services';
import { dynamicMemorySchema, memoryUseSchema, numaSchema } from './memory';
import { storageSchema } from './storage';
import { displayNameSchema } from './switch';
import { vmSecuritySchema } from './vm-security';

/** Names as PowerShell's VMState prints them. */
export const vmStateSchema = z.enum([
  'Off',
  'Starting',
  'Running',
  'Stopping',
  'Saving',
  'Saved',
  'Pausing',
  'Paused',
  'Resuming',
  'Reset',
]);

export const vmTaskSchema = z.object({
  /** Caption in the Status column, e.g. `Starting`. */
  text: z.string(),
  startedAt: z.number(),
  durationMs: z.number().positive(),
});

export const guestSchema = z.object({
  operatingSystem: z.string(),
  /** The guest's NetVSC knows SR-IOV: 64-bit Windows Server 2012 / Windows 8 or later, or a current Linux. */
  supportsSriov: z.boolean(),
  /** The VF driver of the NIC's vendor is installed in the guest. */
  vfDriverInstalled: z.boolean(),
  /**
   * False while the guest hangs: it answers no request of the host's and its drivers go through no
   * change, while packets still flow where they flowed; the simulator's choice.
   */
  responsive: z.boolean(),
  state: z.enum(['off', 'booting', 'running']),
});

/** What the VM does when the host comes up. */
export const automaticStartSchema = z.object({
  /** `StartIfRunning`: if it was running when the host went down. */
  action: z.enum(['Nothing', 'StartIfRunning', 'Start']),
  /** Seconds to wait after the host is up. */
  delaySeconds: z.int().min(0).max(1_000_000),
});

export const vmSchema = z.object({
  id: z.string(),
  name: displayNameSchema,
  generation: z.union([z.literal(1), z.literal(2)]),
  state: vmStateSchema,
  task: vmTaskSchema.nullable(),
  /** Matches the timeline entry that ends the present task; an entry with another token is stale. */
  token: z.int(),
  createdAt: z.number(),
  /** Milliseconds of uptime gathered before `runningSince`. */
  uptimeMs: z.number().min(0),
  /** Simulated time since which the VM runs; null while it does not. */
  runningSince: z.number().nullable(),
  startupMemoryMb: z.int().min(32).max(12_582_912),
  dynamicMemory: dynamicMemorySchema,
  /** Only with Dynamic Memory, and not while the VM is off; a saved one keeps what it was saved with. */
  memory: memoryUseSchema.nullable(),
  numa: numaSchema,
  /** Hides what not every processor can do, so that the VM may move; kept as it is set. */
  compatibilityForMigration: z.boolean(),
  processors: z.int().min(1).max(240),
  /**
   * Percent of each virtual processor's time that the VM gets at most. Set-VMProcessor takes 0 as well;
   * what a VM without any time would do is not simulated.
   */
  processorLimit: z.int().min(1).max(100),
  /** Percent of each virtual processor's time that the host keeps for the VM. */
  processorReserve: z.int().min(0).max(100),
  /** Where the host's processors are scarce, the VM gets time to its weight as the others to theirs. */
  processorWeight: z.int().min(1).max(10_000),
  notes: z.string().max(4000),
  guest: guestSchema,
  integrationServices: integrationServicesSchema,
  storage: storageSchema,
  /** Null for generation 1. */
  security: vmSecuritySchema.nullable(),
  /** Folder of the configuration; fixed at creation. */
  path: folderSchema,
  /** Folder of the Smart Paging file. Simplified: there never is one. */
  smartPagingFilePath: folderSchema,
  /** True when the VM was running as the host went down. */
  ranBeforeRestart: z.boolean(),
  automaticStart: automaticStartSchema,
  automaticStop: z.enum(['Save', 'TurnOff', 'ShutDown']),
});

export type VmState = z.infer<typeof vmStateSchema>;
export type Guest = z.infer<typeof guestSchema>;
export type Vm = z.infer<typeof vmSchema>;

/** Version of the configuration that this host writes (Windows Server 2025). */
export const configurationVersion = '12.0';

/** Microsoft's limits for Windows Server 2016 and 2019; later ones are higher. */
const mostProcessorsByGeneration = { 1: 64, 2: 240 } as const;

/** Virtual processors that a VM can have; it would not start with more than the host has (from memory). */
export function mostProcessors(generation: Vm['generation'], logicalProcessors: number): number {
  return Math.min(mostProcessorsByGeneration[generation], logicalProcessors);
}

/** Memory that a VM can have, MB: 1 TB and 12 TB, from the same list. */
export const mostMemoryMb = { 1: 1_048_576, 2: 12_582_912 } as const;

export type VmVerb =
  | 'start'
  | 'turnOff'
  | 'shutDown'
  | 'save'
  | 'pause'
  | 'resume'
  | 'reset'
  | 'rename'
  | 'delete'
  | 'deleteSavedState';

const allowedIn: Readonly<Record<VmVerb, readonly VmState[]>> = {
  start: ['Off', 'Saved'],
  turnOff: ['Starting', 'Running', 'Stopping', 'Paused'],
  shutDown: ['Running'],
  save: ['Running', 'Paused'],
  pause: ['Running'],
  resume: ['Paused'],
  reset: ['Running', 'Paused'],
  rename: ['Off', 'Saved', 'Running', 'Paused'],
  delete: ['Off', 'Saved'],
  deleteSavedState: ['Saved'],
};

/** Whether a verb may be used now: the button asks it, and so does the refusal. */
export function canDo(verb: VmVerb, vm: Vm): boolean {
  if (!allowedIn[verb].includes(vm.state)) return false;
  // The guest is shut down through its integration service, which needs a guest that has booted.
  return verb !== 'shutDown' || (vm.guest.state === 'running' && vm.integrationServices.shutdown);
}

/** True while the VM holds host memory and processors. */
export function isActive(vm: Vm): boolean {
  return vm.state !== 'Off' && vm.state !== 'Saved';
}

/** True while the VM is in memory with a guest that goes on or can go on at once: it may own a VF. */
export function runs({ state }: Vm): boolean {
  return state === 'Running' || state === 'Pausing' || state === 'Paused' || state === 'Resuming';
}

/**
 * True while the guest answers what the host asks of its drivers: it runs, it does not hang, and its
 * virtual processors are not frozen. A guest that is being shut down or saved still does.
 */
export function answers({ state, guest }: Vm): boolean {
  if (guest.state !== 'running' || !guest.responsive) return false;
  return state === 'Running' || state === 'Stopping' || state === 'Saving';
}

/** Uptime in milliseconds at simulated time `now`. */
export function uptimeAt(vm: Vm, now: number): number {
  return vm.uptimeMs + (vm.runningSince === null ? 0 : Math.max(0, now - vm.runningSince));
}
