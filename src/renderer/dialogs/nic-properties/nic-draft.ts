/** What an adapter's properties are being changed to, the batch for it, and where its refusal belongs. */
import type { Command } from '../../../shared/contract';
import type { Nic, NicProperties } from '../../../shared/model/nic';
import type { Refusal } from '../../../shared/result';
import { nicProperties as text } from '../../text/en/devices';
import { advancedProperties } from './advanced-properties';
import type { PropertyName } from './advanced-properties';

/** What was changed; members that were not touched follow the adapter. */
export interface NicDraft {
  readonly properties: Partial<NicProperties>;
  readonly sriovDriver: boolean | null;
}

export const noChanges: NicDraft = { properties: {}, sriovDriver: null };

export type NicTab = 'general' | 'advanced' | 'driver' | 'resources' | 'simulator';

export interface Problem {
  readonly tab: NicTab;
  /** The control to blame; null when it is none of them. */
  readonly field: PropertyName | 'numVfs' | 'sriovDriver' | null;
  readonly message: string;
}

/** The properties as they would be. */
export function propertiesOf(nic: Nic, draft: NicDraft): NicProperties {
  return { ...nic.properties, ...draft.properties };
}

function changedProperties(nic: Nic, draft: NicDraft): Partial<NicProperties> {
  const changed = Object.entries(draft.properties).filter(
    ([name, value]) => nic.properties[name as keyof NicProperties] !== value,
  );
  return Object.fromEntries(changed);
}

/**
 * The batch that makes the draft true; may be empty. A driver with SR-IOV comes first and one
 * without last, because only the former takes the properties of SR-IOV.
 */
export function nicCommands(nic: Nic, draft: NicDraft): readonly Command[] {
  const properties = changedProperties(nic, draft);
  const sriov = draft.sriovDriver ?? nic.sriovDriver;
  const driver: Command = { name: 'nic.setDriver', input: { id: nic.id, sriov } };
  const driverChanges = sriov !== nic.sriovDriver;
  const configure: Command = { name: 'nic.configure', input: { id: nic.id, properties } };
  return [
    ...(driverChanges && sriov ? [driver] : []),
    ...(Object.keys(properties).length > 0 ? [configure] : []),
    ...(driverChanges && !sriov ? [driver] : []),
  ];
}

/** What can be seen to be wrong before the host is asked. */
export function validate(nic: Nic, draft: NicDraft): Problem | null {
  const { numVfs } = draft.properties;
  const most = nic.nicSwitch?.maxVfs ?? 0;
  if (numVfs === undefined || (Number.isInteger(numVfs) && numVfs >= 0 && numVfs <= most)) return null;
  return { tab: 'advanced', field: 'numVfs', message: text.numVfsError(most) };
}

function fieldOf(path: readonly string[]): Pick<Problem, 'tab' | 'field'> | null {
  const [first, member = ''] = path;
  if (first === 'sriov') return { tab: 'driver', field: 'sriovDriver' };
  if (first !== 'properties') return null;
  if (member === 'numVfs') return { tab: 'advanced', field: 'numVfs' };
  const known = member in text.names ? (member as PropertyName) : null;
  return { tab: 'advanced', field: known };
}

/** The problem as the adapter's pages can show it: a field that the driver does not offer has no place there. */
export function placed(nic: Nic, problem: Problem): Problem {
  const { field } = problem;
  if (field === null || field === 'sriovDriver') return problem;
  const offered =
    field === 'numVfs' ? nic.sriovDriver : advancedProperties(nic).some(({ name }) => name === field);
  return offered ? problem : { ...problem, field: null };
}

/** Where a refusal of the batch belongs; on the present tab when no field is to blame. */
export function problemFrom(error: Refusal, present: NicTab): Problem {
  // `commands.<index>.input.<path>`
  const path = error.field?.split('.').slice(3) ?? [];
  return { ...(fieldOf(path) ?? { tab: present, field: null }), message: error.message };
}
