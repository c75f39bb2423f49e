/** What the tab General tells of an adapter. */
import { problemCode } from '../../../shared/model/device-status';
import { effectiveLinkMbps, isHalfDuplex } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { bridgeAbove, busOf, vendorOf } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Fact } from '../../forms/facts';
import { nicProperties as text } from '../../text/en/devices';

/** Windows' sentence on how the device does. */
export function statusText(nic: Nic): string {
  const problem = problemCode(nic);
  if (problem !== null) return text.problems[problem];
  return nic.state === 'halting' || nic.state === 'restarting' ? text.working[nic.state] : text.working.up;
}

function locationOf(world: WorldView, fn: PcieFunction): string {
  const port = bridgeAbove(world.function.values(), fn);
  const slot = thePlatform(world).hardware.slots.find(({ portId }) => portId === port?.id);
  // A slot that firmware has numbered is part of Windows' sentence.
  const name = slot !== undefined && /^Slot \d+$/.test(slot.name) ? slot.name : null;
  const { routingId } = fn;
  return text.locationText(name, busOf(routingId), (routingId >> 3) & 0x1f, routingId & 7);
}

/** Link speed as Windows writes it. */
function linkText(nic: Nic): string {
  const mbps = effectiveLinkMbps(nic);
  if (mbps === 0) return text.noLink;
  const speed = mbps < 1000 ? `${mbps} Mbps` : `${mbps / 1000} Gbps`;
  return text.duplex(speed, isHalfDuplex(nic));
}

/** Captions with their values; the physical place is left out for a function that is not there. */
export function generalFacts(world: WorldView, nic: Nic): readonly Fact[] {
  const fn = world.function.get(nic.id);
  return [
    [text.deviceType, text.networkAdapters],
    ...(fn === undefined
      ? []
      : ([
          [text.manufacturer, vendorOf(fn)],
          [text.location, locationOf(world, fn)],
        ] as const)),
    [text.connection, nic.name],
    [text.switchName, world.switch.get(nic.switchId ?? '')?.name ?? text.none],
    [text.linkSpeed, linkText(nic)],
  ];
}
