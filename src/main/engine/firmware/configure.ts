/** The firmware set-up: what is stored now and comes into force with the next start of the host. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { thePlatform } from '../../../shared/model/world-view';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

export function configure({ world }: Context, { settings }: Commands['firmware.configure']): Result<string> {
  const platform = thePlatform(world);
  world.put('platform', { ...platform, storedFirmware: patched(platform.storedFirmware, settings) });
  return ok('platform');
}

/** At power-on the stored settings come into force. */
export function applyStoredSettings({ world }: Context): void {
  const platform = thePlatform(world);
  world.put('platform', {
    ...platform,
    firmware: platform.storedFirmware,
    hardware: platform.storedHardware,
  });
}
