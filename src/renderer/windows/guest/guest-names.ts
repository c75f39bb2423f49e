/** Names that a guest gives to its network devices and their drivers. All from memory unless another source stands here. */
import type { Adapter, AdapterKind } from '../../../shared/model/adapter';

interface Drivers {
  readonly windows: string;
  readonly linux: string;
}

/** Drivers of Hyper-V's own devices: files in Windows, kernel modules in Linux. */
export const drivers: Readonly<Record<AdapterKind, Drivers>> = {
  synthetic: { windows: 'netvsc.sys', linux: 'hv_netvsc' },
  legacy: { windows: 'dc21x4vm.sys', linux: 'tulip' },
};

/** The device number of the first emulated adapter on the guest's PCI bus 0; the others follow it. */
export const firstLegacyDevice = 10;

/** The device number of a VF on its own virtual PCI bus. */
export const vfDevice = 2;

export interface LinuxName {
  /** The network interface. */
  readonly name: string;
  /** The PCI address; left out for a device on the VMBus. */
  readonly address?: string;
}

/**
 * The interface of every adapter by the adapter's id. udev has no other name for a device on the
 * VMBus, so that one keeps the kernel's; an emulated one is called by its place on the PCI bus.
 */
export function linuxNames(adapters: readonly Adapter[]): ReadonlyMap<string, LinuxName> {
  let synthetic = 0;
  let legacy = 0;
  return new Map(
    adapters.map(({ id, kind }): [string, LinuxName] => {
      if (kind === 'synthetic') {
        const name = `eth${synthetic}`;
        synthetic += 1;
        return [id, { name }];
      }
      const device = firstLegacyDevice + legacy;
      legacy += 1;
      const address = `0000:00:${device.toString(16).padStart(2, '0')}.0`;
      return [id, { name: `enp0s${device}`, address }];
    }),
  );
}

/**
 * A VF's PCI domain, address and interface. Linux' pci-hyperv takes the domain from bytes 4 and 5
 * of the virtual bus' instance GUID; that GUID is simulated by the adapter's, whose second group
 * they are. The interface is named by its place, because the slot's number is too long for a name.
 */
export function vfNames({ id }: Pick<Adapter, 'id'>): Required<LinuxName> {
  const group = Number.parseInt(id.split('-')[1] ?? '', 16);
  // Domain 0 is the guest's own bus.
  const domain = Number.isNaN(group) || group === 0 ? 1 : group & 0xffff;
  const address = `${domain.toString(16).padStart(4, '0')}:00:${String(vfDevice).padStart(2, '0')}.0`;
  return { name: `enP${domain}p0s${vfDevice}`, address };
}

/** IPv6 link-local address of twelve hex digits, by the modified EUI-64 (RFC 4291, appendix A). */
export function linkLocal(macAddress: string): string {
  const bytes = [...(macAddress.match(/../g) ?? [])].map((byte) => Number.parseInt(byte, 16));
  const [first = 0, second = 0, third = 0, ...rest] = bytes;
  const id = [first ^ 2, second, third, 0xff, 0xfe, ...rest];
  const groups = [0, 2, 4, 6].map((at) => (((id[at] ?? 0) << 8) | (id[at + 1] ?? 0)).toString(16));
  return `fe80::${groups.join(':')}`;
}
