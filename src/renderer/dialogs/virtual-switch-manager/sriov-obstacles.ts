/** What would keep SR-IOV from operating on a switch that is bound to a physical adapter. */
import { sriovSupport } from '../../../shared/model/nic';
import type { SriovSupport } from '../../../shared/model/nic';
import type { IovReason } from '../../../shared/model/iov-reason';
import { platformReasons } from '../../../shared/model/platform';
import type { PlatformReason } from '../../../shared/model/platform';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';

/** What Windows reports for the adapter only repeats what it reports for the host. */
function repeats(support: SriovSupport, reasons: readonly PlatformReason[]): boolean {
  if (support === 'MissingAcs') return reasons.includes('noAcsAtRootPorts');
  return (support === 'NoIoMmuSupport' || support === 'NoOscSupport') && reasons.length > 0;
}

/** The host's reasons, then the adapter's own; empty when SR-IOV can operate. */
export function sriovObstacles(
  world: Pick<WorldView, 'platform' | 'function' | 'nic'>,
  nicId: string,
): readonly IovReason[] {
  const platform = thePlatform(world);
  const functions = world.function;
  const reasons = platformReasons(platform, functions);
  const nic = world.nic.get(nicId);
  if (nic?.present !== true) return [...reasons, 'nicMissing'];
  const support = sriovSupport(nic, platform, functions);
  return support === 'Supported' || repeats(support, reasons) ? reasons : [...reasons, support];
}
