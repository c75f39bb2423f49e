/** What stands between a network adapter, as the draft would have it, and a virtual function. */
import type { Adapter } from '../../../../shared/model/adapter';
import { reasonText } from '../../../../shared/model/iov-reason';
import type { IovReason } from '../../../../shared/model/iov-reason';
import { iovChain } from '../../../../shared/model/iov-status';
import { nicBehind } from '../../../../shared/model/uplink';
import type { WorldView } from '../../../../shared/model/world-view';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { settingsOf } from './adapter-value';
import type { AdapterValue } from './adapter-value';

/** One obstacle: what is missing, and what to do about it. */
export interface Obstacle {
  readonly text: string;
  readonly cure: string;
}

/** True when the NIC behind the adapter has VFs and another adapter owns each of them. */
function everyVfTaken(world: WorldView, adapter: Adapter): boolean {
  const nic = nicBehind(world, adapter);
  const vfs = [...world.vf.values()].filter((vf) => vf.nicId === nic?.id);
  return vfs.length > 0 && vfs.every((vf) => vf.adapterId !== null && vf.adapterId !== adapter.id);
}

/** What Windows reports for the NIC only repeats what it reports for the whole host. */
function repeatsPlatform(reason: IovReason, reasons: readonly IovReason[]): boolean {
  if (reason === 'MissingAcs') return reasons.includes('noAcsAtRootPorts');
  return reason === 'NoIoMmuSupport' || reason === 'NoOscSupport';
}

/**
 * The obstacles as if the draft were applied and SR-IOV enabled, outermost first; empty when
 * nothing stands in the way. Asking before the box is ticked is the point.
 */
export function iovObstacles(world: WorldView, before: Adapter, value: AdapterValue): readonly Obstacle[] {
  // What the draft asks of the port counts too: some of it keeps the VF away.
  const { switchId, maximumMbps, macSpoofing, portMirroring, dhcpGuard, routerGuard } = settingsOf(value);
  const port = { switchId, maximumMbps, macSpoofing, portMirroring, dhcpGuard, routerGuard };
  const wished: Adapter = { ...before, ...port, iovWeight: 100, waitingForVf: false };
  const wishing: Adapter = { ...wished, waitingForVf: everyVfTaken(world, wished) };
  const reasons = iovChain(world, wishing).flatMap((link) => link.reasons);
  const known = reasons
    .filter((reason) => !repeatsPlatform(reason, reasons))
    .map((reason) => ({ text: reasonText(reason).text, cure: reasonText(reason).cure }));
  if (value.switchId !== null) return known;
  return [...known, { text: text.iovNotConnected, cure: text.iovNotConnectedCure }];
}
