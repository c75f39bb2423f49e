/**
 * Operating systems a guest may have. Support: Microsoft's list of features by guest, 64-bit Windows
 * from Windows Server 2012 / Windows 8 and current Linux. Which drivers come with a system is from
 * memory, and one answer for every physical adapter is the simulator's simplification.
 */
import { z } from 'zod';
import { nvspVersions } from './netvsc-channel';

export const operatingSystemSchema = z.enum([
  'Windows Server 2022',
  'Windows Server 2016',
  'Windows Server 2012 R2',
  'Windows Server 2008 R2',
  'Windows 10 (32-bit)',
  'Linux',
]);

export type OperatingSystem = z.infer<typeof operatingSystemSchema>;

export interface GuestSystem {
  /** Its NetVSC knows SR-IOV. */
  readonly supportsSriov: boolean;
  /** VF drivers come with the system; otherwise the vendor's must be installed. */
  readonly inboxVfDriver: boolean;
  /** The newest version of NVSP that its NetVSC speaks; Windows' from memory, Linux' from hyperv_net.h. */
  readonly nvspVersion: number;
  /** What its NetVSC gives as NDIS' version, major and minor; Windows' from memory, Linux' from netvsc.c. */
  readonly ndisVersion: readonly [number, number];
  /**
   * NetVSC keeps changes of the link apart (LINKCHANGE_INT in Linux' netvsc_drv.c). Of Windows nothing
   * of the kind is known: its NetVSC is taken to pass them on as they come.
   */
  readonly spacesLinkChanges: boolean;
}

const windows = { spacesLinkChanges: false } as const;

export const guestSystems: Readonly<Record<OperatingSystem, GuestSystem>> = {
  'Windows Server 2022': {
    ...windows,
    supportsSriov: true,
    inboxVfDriver: true,
    nvspVersion: nvspVersions.v61,
    ndisVersion: [6, 86],
  },
  'Windows Server 2016': {
    ...windows,
    supportsSriov: true,
    inboxVfDriver: true,
    nvspVersion: nvspVersions.v6,
    ndisVersion: [6, 60],
  },
  'Windows Server 2012 R2': {
    ...windows,
    supportsSriov: true,
    inboxVfDriver: false,
    nvspVersion: nvspVersions.v5,
    ndisVersion: [6, 40],
  },
  'Windows Server 2008 R2': {
    ...windows,
    supportsSriov: false,
    inboxVfDriver: false,
    nvspVersion: nvspVersions.v2,
    ndisVersion: [6, 20],
  },
  'Windows 10 (32-bit)': {
    ...windows,
    supportsSriov: false,
    inboxVfDriver: false,
    nvspVersion: nvspVersions.v61,
    ndisVersion: [6, 84],
  },
  Linux: {
    supportsSriov: true,
    inboxVfDriver: true,
    nvspVersion: nvspVersions.v61,
    ndisVersion: [6, 30],
    spacesLinkChanges: true,
  },
};

const byName: ReadonlyMap<string, GuestSystem> = new Map(Object.entries(guestSystems));

/** Which of the systems a guest has; one that is not in the list is taken for the newest Windows. */
export function systemNamed(name: string): OperatingSystem {
  return operatingSystemSchema.options.find((system) => system === name) ?? 'Windows Server 2022';
}

/** The system by the name that a guest bears; one that is not in the list is taken for the newest Windows. */
export function guestSystem(name: string): GuestSystem {
  return byName.get(name) ?? guestSystems['Windows Server 2022'];
}

/** True for systems with Linux' tools and names; the others have Windows'. */
export function isLinux(name: string): boolean {
  return name === 'Linux';
}
