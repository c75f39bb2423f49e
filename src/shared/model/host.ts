/** The computer that runs Hyper-V: its name, its life, where its description came from. */
import { z } from 'zod';
import { ok, refuse } from '../result';
import type { Result } from '../result';
import { absentNicSchema } from './absent-nic';
import { hostSettingsSchema } from './host-settings';

/** What Windows can be set to (from memory), milliseconds since the Unix epoch: the years 1980 to 2099. */
export const earliestDate = Date.UTC(1980, 0, 1);
export const latestDate = Date.UTC(2099, 11, 31, 23, 59, 59);

export const hostSchema = z.object({
  id: z.literal('host'),
  computerName: z.string(),
  state: z.enum(['running', 'restarting']),
  /** The Virtual Machine Management service (vmms): virtual machines run on without it, unmanaged. */
  managementService: z.enum(['running', 'stopped']),
  /** Matches the timeline entry that brings the host up; null while its power is on. */
  powerOnToken: z.int().nullable(),
  /** Milliseconds of simulated time (since the Unix epoch) at which the host last came up. */
  startedAt: z.number(),
  /** Added to simulated time wherever a date is shown, milliseconds. */
  dateOffsetMs: z.int(),
  origin: z.enum(['built-in', 'lspci', 'scale']),
  /** What was assumed when the host was built, one sentence each. */
  notes: z.array(z.string()),
  /** Range from which dynamic MAC addresses are given, as 12 hex digits. */
  macAddressMinimum: z.string(),
  macAddressMaximum: z.string(),
  settings: hostSettingsSchema,
  /** Physical adapters that Windows has known and that are not in the computer now. */
  absentNics: z.array(absentNicSchema),
});

export type Host = z.infer<typeof hostSchema>;

/** Refuses what the Virtual Machine Management service would have to answer while it is stopped. */
export function requireManagementService(host: Host): Result<string> {
  if (host.managementService === 'running') return ok(host.id);
  return refuse(
    'host.serviceStopped',
    `The Virtual Machine Management service is not running on ${host.computerName}. Start it, then try again.`,
  );
}
