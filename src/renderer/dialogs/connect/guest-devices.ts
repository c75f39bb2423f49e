/** Network devices as the Device Manager inside the guest would list them. */
import type { Adapter } from '../../../shared/model/adapter';
import { isReleasing } from '../../../shared/model/vf';
import type { VfStep } from '../../../shared/model/vf';
import type { WorldView } from '../../../shared/model/world-view';
import { connect as text } from '../../text/en/connect';

export interface GuestDevice {
  /** Adapter id, with a suffix for the VF that stands beside its adapter. */
  readonly id: string;
  readonly adapterId: string;
  readonly name: string;
  readonly kind: 'synthetic' | 'legacy' | 'vf' | 'unknown';
  /** Driver or trouble; undefined where there is nothing to say. */
  readonly detail: string | undefined;
}

/** Steps during which the virtual PCI device of the VF is in the guest. */
const offered: ReadonlySet<VfStep> = new Set<VfStep>([
  'loadingDriver',
  'takingOver',
  'switching',
  'active',
  'noDriver',
  'refused',
  'switchingBack',
  'removingDevice',
]);

/** Gives equal names their numbers, in the order in which they come. */
function counter(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return text.numbered(name, number);
  };
}

/** Adapters of a VM in the order in which they were added. */
export function adaptersOf(world: WorldView, vmId: string): readonly Adapter[] {
  return [...world.adapter.values()].filter((adapter) => adapter.vmId === vmId);
}

function vfDetail(step: VfStep, driver: string): string {
  if (isReleasing(step)) return text.leaving;
  return step === 'loadingDriver' ? text.loading(driver) : text.driverFile(driver);
}

function vfDevice(
  world: WorldView,
  adapter: Adapter,
  numbered: (name: string) => string,
): GuestDevice | null {
  const { assignment } = adapter;
  if (assignment === null || !offered.has(assignment.step)) return null;
  const nic = world.nic.get(world.vf.get(assignment.vfId)?.nicId ?? '');
  const place = { id: `${adapter.id}/vf`, adapterId: adapter.id };
  const installed = world.vm.get(adapter.vmId)?.guest.vfDriverInstalled === true;
  if (nic?.nicSwitch == null || assignment.step === 'noDriver' || !installed) {
    return { ...place, name: numbered(text.unknownDevice), kind: 'unknown', detail: text.noDriver };
  }
  const { vfName, vfDriver } = nic.nicSwitch;
  return {
    ...place,
    name: numbered(vfName),
    kind: 'vf',
    detail: vfDetail(assignment.step, vfDriver),
  };
}

/** Every network device of the guest: the adapters first, then the VFs it has been offered. */
export function guestDevices(world: WorldView, vmId: string): readonly GuestDevice[] {
  const numbered = counter();
  const adapters = adaptersOf(world, vmId);
  const own = adapters.map((adapter): GuestDevice => {
    const name = numbered(adapter.kind === 'legacy' ? text.legacy : text.synthetic);
    return { id: adapter.id, adapterId: adapter.id, name, kind: adapter.kind, detail: undefined };
  });
  const vfs = adapters.map((adapter) => vfDevice(world, adapter, numbered));
  return [...own, ...vfs.filter((device) => device !== null)];
}
