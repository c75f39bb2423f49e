/** What Hyper-V Settings are being changed to: patches over what the host and this console have. */
import { folderProblem } from '../../../shared/model/host-folder';
import type { HostSettings } from '../../../shared/model/host-settings';
import type { Preferences } from '../../frame/preferences';
import type { HostPageId } from './host-page';

/** What the group `User` edits: the console's, not the host's. */
export type UserSettings = Pick<Preferences, 'keyboard' | 'mouseReleaseKey' | 'useEnhancedSession'>;

export interface HostSettingsDraft {
  readonly server: Partial<HostSettings>;
  readonly user: Partial<UserSettings>;
}

export const noChanges: HostSettingsDraft = { server: {}, user: {} };

/** What is wrong, and where. */
export interface Problem {
  readonly page: HostPageId;
  readonly field: keyof HostSettings | null;
  readonly message: string;
}

const pageOfSetting: Readonly<Record<keyof HostSettings, HostPageId>> = {
  virtualHardDiskPath: 'virtual-hard-disks',
  virtualMachinePath: 'virtual-machines',
  numaSpanningEnabled: 'numa-spanning',
  enableEnhancedSessionMode: 'session-policy',
};

const settings = Object.keys(pageOfSetting) as (keyof HostSettings)[];

function trimmed<T>(value: T): T {
  return (typeof value === 'string' ? value.trim() : value) as T;
}

/** The members that differ from what is there already. */
export function changesOf<T extends object>(before: T, patch: Partial<T>): Partial<T> {
  const given = Object.entries(patch).map(([name, value]) => [name, trimmed(value)] as const);
  const changed = given.filter(([name, value]) => value !== before[name as keyof T]);
  return Object.fromEntries(changed) as Partial<T>;
}

/** What the host would refuse without looking at its state; null if all is well. */
export function validate({ server }: HostSettingsDraft): Problem | null {
  for (const field of ['virtualHardDiskPath', 'virtualMachinePath'] as const) {
    const path = server[field];
    const message = path === undefined ? null : folderProblem(path.trim());
    if (message !== null) return { page: pageOfSetting[field], field, message };
  }
  return null;
}

/** Where the host's refusal of a setting belongs; null when it is about none. */
export function placeOf(field: string | undefined): Omit<Problem, 'message'> | null {
  const last = field?.split('.').at(-1);
  const setting = settings.find((each) => each === last);
  return setting === undefined ? null : { page: pageOfSetting[setting], field: setting };
}
