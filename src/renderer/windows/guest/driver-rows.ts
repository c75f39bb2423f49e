/** The drivers of the guest's network devices as rows. */
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { nicBehind } from '../../../shared/model/uplink';
import { guestView as text } from '../../text/en/guest-view';
import { adaptersOf, guestDevices } from './guest-devices';
import { drivers } from './guest-names';

export interface DriverRow {
  readonly file: string;
  readonly use: string;
  readonly state: string;
}

/** Drivers of the VFs that the adapters could get, each once; the simulator installs and removes them together. */
function vfDrivers(world: WorldView, vm: Vm, linux: boolean): string {
  const files = adaptersOf(world, vm.id).flatMap((adapter) => {
    const nicSwitch = nicBehind(world, adapter)?.nicSwitch;
    if (nicSwitch == null) return [];
    return linux ? nicSwitch.vfModule : nicSwitch.vfDriver;
  });
  const known = [...new Set(files.filter((file) => file !== ''))];
  return known.length === 0 ? text.noVfName : known.join(', ');
}

/** NetVSC first, then the legacy adapter's driver, then the vendor's for VFs. */
export function driverRows(world: WorldView, vm: Vm, linux: boolean): readonly DriverRow[] {
  const kinds = new Set(guestDevices(world, vm).map(({ kind }) => kind));
  const system = linux ? 'linux' : 'windows';
  const state = (kind: 'synthetic' | 'legacy' | 'vf'): string =>
    kinds.has(kind) ? text.loaded : text.notLoaded;
  return [
    { file: drivers.synthetic[system], use: text.forNetvsc, state: state('synthetic') },
    { file: drivers.legacy[system], use: text.forLegacy, state: state('legacy') },
    {
      file: vfDrivers(world, vm, linux),
      use: text.forVf,
      state: vm.guest.vfDriverInstalled || kinds.has('vf') ? state('vf') : text.missing,
    },
  ];
}
