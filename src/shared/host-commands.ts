/** Commands about the computer as a whole: its firmware, its hardware, Hyper-V's settings, its life; part of the contract's table. */
import { z } from 'zod';
import { hostSettingsSchema } from './model/host-settings';
import { earliestDate, latestDate } from './model/host';
import { macAddressSchema } from './model/mac-address';
import { firmwareSettingsSchema, hardwarePatchSchema } from './model/platform';

export const hostCommands = {
  /** Stored at once, in force after the host's next restart; absent settings stay as they are. */
  'firmware.configure': z.object({ settings: firmwareSettingsSchema.partial() }),
  /**
   * What is in the computer: stored at once, found by the host's next start; absent members stay as
   * they are. Of the slots only those named change.
   */
  'hardware.configure': z.object({ settings: hardwarePatchSchema }),
  /** Set-VMHost; absent members stay as they are. */
  'host.modify': hostSettingsSchema.partial(),
  /** The range that dynamic MAC addresses come from; adapters that have one keep it. */
  'host.setMacAddressRange': z.object({ minimum: macAddressSchema, maximum: macAddressSchema }),
  /** Moves the calendar under the host: `date` (milliseconds since the Unix epoch) is now. Simulated time stays. */
  'host.setDate': z.object({ date: z.int().min(earliestDate).max(latestDate) }),
  /** Stops VMs and starts them again as their automatic actions say; stored settings come into force. */
  'host.restart': z.object({}),
  /** While the Virtual Machine Management service is stopped, what it would carry out is refused. */
  'host.stopService': z.object({}),
  'host.startService': z.object({}),
} as const;
