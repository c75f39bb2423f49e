/** The network adapters of the parent partition, as Device Manager lists them. */
import { isDisabled, problemCode } from '../../../shared/model/device-status';
import type { ProblemCode } from '../../../shared/model/device-status';
import type { Nic } from '../../../shared/model/nic';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { deviceManager as text } from '../../text/en/devices';

export interface Device {
  readonly id: string;
  readonly label: string;
  /** Connection name and, where it is not well, why. */
  readonly detail: string;
  readonly problem: ProblemCode | null;
  /** The physical adapter; null for a virtual one of the management operating system and a remembered one. */
  readonly nic: Nic | null;
  /** Shown with the other hidden devices only. */
  readonly hidden: boolean;
  /** Why nothing can be done with the device; undefined when something can. */
  readonly obstacle: string | undefined;
}

function stateOf(nic: Nic): string | null {
  const problem = problemCode(nic);
  if (problem !== null) return text.states[problem];
  if (nic.state === 'halting' && isDisabled(nic)) return text.passing.halting;
  if (nic.state === 'halting' || nic.state === 'restarting') return text.passing[nic.state];
  return nic.cablePlugged ? null : text.cableOut;
}

function physical(nic: Nic): Device {
  return {
    id: nic.id,
    label: nic.interfaceDescription,
    detail: text.detail(nic.name, stateOf(nic)),
    problem: problemCode(nic),
    nic,
    hidden: !nic.present,
    obstacle: undefined,
  };
}

function remembered(world: WorldView): Device[] {
  return theHost(world).absentNics.map(({ id, nic }) => ({
    id,
    label: nic.interfaceDescription,
    detail: text.detail(nic.name, text.formerly),
    problem: 45,
    nic: null,
    hidden: true,
    obstacle: text.absentReason,
  }));
}

/** The management operating system's own ports; numbered in the order in which the switches were made. */
function virtual(world: WorldView): Device[] {
  return [...world.switch.values()]
    .filter((each) => each.type !== 'Private' && each.allowManagementOs)
    .map((each, index) => ({
      id: `vEthernet/${each.id}`,
      label: text.virtualEthernet(index + 1),
      detail: text.virtualConnection(each.name),
      problem: null,
      nic: null,
      hidden: false,
      obstacle: text.virtualReason,
    }));
}

const byName = new Intl.Collator('en', { numeric: true });

/** In the order of their names, as Windows sorts them. VFs are not there: a VF belongs to its guest. */
export function devicesOf(world: WorldView): readonly Device[] {
  const all = [...[...world.nic.values()].map(physical), ...virtual(world), ...remembered(world)];
  return all.sort((left, right) => byName.compare(left.label, right.label));
}
