/** The firmware set-up: what is stored now and comes into force with the next start of the host. */
import type { Commands } from '../../../shared/contract';
import { thePlatform } from '../../../shared/model/world-view';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

export function configure({ world }: Context, { settings }: Commands['firmware.configure']): Result<string> {
  world.put('platform', { ...thePlatform(world), storedFirmware: settings });
  return ok('platform');
}

/** At power-on the stored settings come into force. */
export function applyStoredSettings({ world }: Context): void {
  const platform = thePlatform(world);
  world.put('platform', { ...platform, firmware: platform.storedFirmware });
}
