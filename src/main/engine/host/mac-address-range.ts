/** The range that dynamic MAC addresses are given from. */
import type { Commands } from '../../../shared/contract';
import { isStationAddress } from '../../../shared/model/mac-address';
import { theHost } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Stores the range; adapters that have an address keep it, in the range or not. */
export function setMacAddressRange(
  { world }: Context,
  { minimum, maximum }: Commands['host.setMacAddressRange'],
): Result<string> {
  const host = theHost(world);
  const bad = isStationAddress(minimum) ? (isStationAddress(maximum) ? null : 'maximum') : 'minimum';
  if (bad !== null) {
    return refuse(
      'host.macInvalid',
      'No network adapter can have this address: the first pair must be even, and not all pairs may be zero.',
      bad,
    );
  }
  // A range across first pairs would hold group addresses.
  if (minimum > maximum || minimum.slice(0, 2) !== maximum.slice(0, 2)) {
    return refuse(
      'host.macRangeReversed',
      'The maximum must not be below the minimum, and both must begin with the same pair.',
      'maximum',
    );
  }
  world.put('host', { ...host, macAddressMinimum: minimum, macAddressMaximum: maximum });
  return ok(host.id);
}
