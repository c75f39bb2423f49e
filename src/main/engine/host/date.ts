/** The calendar that the host's clock shows. */
import type { Commands } from '../../../shared/contract';
import { theHost } from '../../../shared/model/world-view';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/**
 * Simulator only: every date moves along, those of the past too, so that the story stays in one
 * piece. A Windows whose date is set keeps the old dates of what has happened.
 */
export function setDate({ world, now }: Context, { date }: Commands['host.setDate']): Result<string> {
  const host = theHost(world);
  world.put('host', { ...host, dateOffsetMs: date - now });
  return ok(host.id);
}
