/**
 * The way of a VF to a guest and back, one row per step: how long it takes, what has happened
 * when it ends, and what comes next. Order and names follow Microsoft's "Virtual Function
 * Initialization Sequence" and "Virtual Function Teardown Sequence"; the guest's part follows the
 * Linux and Azure descriptions of NetVSC.
 */
import type { Latencies } from '../../../shared/model/model-parameters';
import type { VfStep } from '../../../shared/model/vf';
import type { VfHappening } from '../world/context';

/** Steps that only the guest can take: they wait while it does not answer. */
export const guestSteps: ReadonlySet<VfStep> = new Set<VfStep>([
  'loadingDriver',
  'takingOver',
  'switching',
  'switchingBack',
  'removingDevice',
]);

/** A latency that a step can take: whole milliseconds. */
type StepLatency = Exclude<
  keyof Latencies,
  'gracefulSwitchGap' | 'surpriseSwitchGap' | 'vmbusMessage' | 'sharedMemoryPerMiB'
>;

export interface StepRow {
  /** Name of the step's duration; null for a step in which the assignment rests. */
  readonly takes: StepLatency | null;
  /** Logged when the step ends. */
  readonly then: VfHappening | null;
  readonly next: VfStep | null;
}

export const steps: Readonly<Record<VfStep, StepRow>> = {
  // Host: OID_NIC_SWITCH_ALLOCATE_VF, remapping tables, OID_NIC_SWITCH_CREATE_VPORT, OID_RECEIVE_FILTER_MOVE_FILTER.
  allocating: { takes: 'allocateVf', then: 'allocated', next: 'programmingIommu' },
  programmingIommu: { takes: 'programIommu', then: 'iommuProgrammed', next: 'creatingVPort' },
  creatingVPort: { takes: 'createVPort', then: 'vPortCreated', next: 'movingFilter' },
  movingFilter: { takes: 'moveFilter', then: 'filterMoved', next: 'associating' },
  // VMBus: NVSP VF association, then the virtual PCI device is offered.
  associating: { takes: 'associationToOffer', then: 'assigned', next: 'loadingDriver' },
  // Guest: the VF driver loads, NetVSC takes the VF over and asks for the switch of the data path.
  loadingDriver: { takes: 'guestDriverLoad', then: 'driverLoaded', next: 'takingOver' },
  takingOver: { takes: 'takeover', then: 'vfJoined', next: 'switching' },
  switching: { takes: 'switchDataPath', then: 'switchedToVf', next: 'active' },
  active: { takes: null, then: null, next: null },
  noDriver: { takes: null, then: null, next: null },
  // NetVSC has an objection, and the traffic stays on the software path until it is gone.
  refused: { takes: null, then: null, next: null },
  // Back: the software path carries the traffic before anything is taken away.
  switchingBack: { takes: 'switchBack', then: 'switchedToSoftware', next: 'removingDevice' },
  removingDevice: { takes: 'vpciRemove', then: 'unassigned', next: 'movingFilterBack' },
  movingFilterBack: { takes: 'moveFilter', then: 'filterMovedBack', next: 'deletingVPort' },
  deletingVPort: { takes: 'deleteVPort', then: 'vPortDeleted', next: 'resettingVf' },
  resettingVf: { takes: 'resetVf', then: 'functionReset', next: 'freeing' },
  freeing: { takes: 'freeVf', then: 'freed', next: null },
};

/** True while the virtual PCI device is in the guest, which finds it gone when the VF is taken away. */
export function hasDevice(step: VfStep): boolean {
  return guestSteps.has(step) || step === 'active' || step === 'noDriver' || step === 'refused';
}

/**
 * Where the way back begins for an assignment that stands at `step`. `guestPresent` is false when
 * the guest is gone (turned off, reset): nobody is left to be asked.
 */
export function releaseFrom(step: VfStep, guestPresent: boolean): VfStep {
  if (step === 'allocating' || step === 'programmingIommu' || step === 'creatingVPort') return 'resettingVf';
  // The VPort is there, the filter still where it was.
  if (step === 'movingFilter') return 'deletingVPort';
  if (step === 'associating' || !guestPresent) return 'movingFilterBack';
  return step === 'active' ? 'switchingBack' : 'removingDevice';
}

const hostsPartBack: readonly VfStep[] = ['movingFilterBack', 'deletingVPort', 'resettingVf', 'freeing'];

/** What the host still has to do for an assignment at `step` when nobody asks the guest. */
export function restOfRelease(step: VfStep): readonly VfStep[] {
  const from = hostsPartBack.includes(step) ? step : releaseFrom(step, false);
  return hostsPartBack.slice(hostsPartBack.indexOf(from));
}
