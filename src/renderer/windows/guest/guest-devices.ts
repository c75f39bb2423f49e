/** Network devices as the guest lists them: Windows in Device Manager, Linux by their buses. */
import type { Adapter } from '../../../shared/model/adapter';
import { isLinux } from '../../../shared/model/guest-systems';
import type { Nic } from '../../../shared/model/nic';
import { carriesData, isReleasing } from '../../../shared/model/vf';
import type { VfStep } from '../../../shared/model/vf';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { guestView as text } from '../../text/en/guest-view';
import { drivers, linuxNames, vfNames } from './guest-names';

/** Under which heading a device stands. */
export type DeviceClass = 'network' | 'other' | 'vmbus' | 'pci';

export interface GuestDevice {
  /** Adapter id, with a suffix for the VF that stands beside its adapter. */
  readonly id: string;
  readonly adapter: Adapter;
  readonly name: string;
  readonly kind: 'synthetic' | 'legacy' | 'vf' | 'unknown';
  readonly under: DeviceClass;
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

/** The physical adapter whose VF the guest has been offered; null while it has none. */
export function vfNic(world: WorldView, { assignment }: Adapter): Nic | null {
  if (assignment === null || !offered.has(assignment.step)) return null;
  return world.nic.get(world.vf.get(assignment.vfId)?.nicId ?? '') ?? null;
}

/** Whether a driver is bound to the VF that the guest has been offered. */
function isDriven({ assignment }: Adapter, { guest }: Vm): boolean {
  // Until NetVSC is off it, the driver that is being removed still runs.
  return carriesData(assignment?.step) || (guest.vfDriverInstalled && assignment?.step !== 'noDriver');
}

function vfDetail(step: VfStep, driver: string, driverText: (driver: string) => string): string {
  if (isReleasing(step)) return text.leaving;
  return step === 'loadingDriver' ? text.loading(driver) : driverText(driver);
}

function windowsDevices(world: WorldView, vm: Vm, adapters: readonly Adapter[]): readonly GuestDevice[] {
  const numbered = counter();
  const own = adapters.map((adapter): GuestDevice => {
    const name = numbered(adapter.kind === 'legacy' ? text.legacy : text.synthetic);
    return { id: adapter.id, adapter, name, kind: adapter.kind, under: 'network', detail: undefined };
  });
  const vfs = adapters.flatMap((adapter): GuestDevice[] => {
    const nic = vfNic(world, adapter);
    if (adapter.assignment === null || nic === null) return [];
    const id = `${adapter.id}/vf`;
    if (nic.nicSwitch === null || !isDriven(adapter, vm)) {
      const name = numbered(text.unknownDevice);
      return [{ id, adapter, name, kind: 'unknown', under: 'other', detail: text.noDriver }];
    }
    const { vfName, vfDriver } = nic.nicSwitch;
    const detail = vfDetail(adapter.assignment.step, vfDriver, text.driverFile);
    return [{ id, adapter, name: numbered(vfName), kind: 'vf', under: 'network', detail }];
  });
  return [...own, ...vfs];
}

function linuxVf(world: WorldView, vm: Vm, adapter: Adapter): GuestDevice[] {
  const nic = vfNic(world, adapter);
  if (adapter.assignment === null || nic === null) return [];
  const { address } = vfNames(adapter);
  const { vfPciName = nic.interfaceDescription, vfModule = '' } = nic.nicSwitch ?? {};
  const driven = isDriven(adapter, vm);
  return [
    {
      id: `${adapter.id}/vf`,
      adapter,
      name: text.pciLine(address, vfPciName),
      kind: driven ? 'vf' : 'unknown',
      under: 'pci',
      detail: driven ? vfDetail(adapter.assignment.step, vfModule, text.moduleInUse) : text.noModule,
    },
  ];
}

function linuxDevices(world: WorldView, vm: Vm, adapters: readonly Adapter[]): readonly GuestDevice[] {
  const names = linuxNames(adapters);
  const own = adapters.map((adapter): GuestDevice => {
    const { name = '', address } = names.get(adapter.id) ?? {};
    const { kind, id } = adapter;
    const module = drivers[kind].linux;
    if (address === undefined) {
      const detail = text.interfaceAndModule(name, module);
      return { id, adapter, name: text.syntheticClass, kind, under: 'vmbus', detail };
    }
    const line = text.pciLine(address, text.legacyPciName);
    return { id, adapter, name: line, kind, under: 'pci', detail: text.moduleInUse(module) };
  });
  return [...own, ...adapters.flatMap((adapter) => linuxVf(world, vm, adapter))];
}

/** Every network device of the guest: the adapters first, then the VFs it has been offered. */
export function guestDevices(world: WorldView, vm: Vm): readonly GuestDevice[] {
  const list = isLinux(vm.guest.operatingSystem) ? linuxDevices : windowsDevices;
  return list(world, vm, adaptersOf(world, vm.id));
}
