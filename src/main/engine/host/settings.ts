/** What Hyper-V Settings sets for the host: default folders, NUMA spanning, enhanced sessions. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { theHost } from '../../../shared/model/world-view';
import { ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Absent members stay as they are. VMs that exist keep their folders, those that run go on as they started. */
export function modify({ world }: Context, changes: Commands['host.modify']): Result<string> {
  const host = theHost(world);
  world.put('host', { ...host, settings: patched(host.settings, changes) });
  return ok(host.id);
}
