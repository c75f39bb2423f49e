import { describe, expect, it } from 'vitest';
import { deviceFacts } from '../../../../../src/renderer/windows/guest/device-facts';
import { driverRows } from '../../../../../src/renderer/windows/guest/driver-rows';
import { guestDevices } from '../../../../../src/renderer/windows/guest/guest-devices';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { OperatingSystem } from '../../../../../src/shared/model/guest-systems';
import { done, iovVm, newEngine, vmOf } from '../../../../support/engine';

function started(operatingSystem: OperatingSystem): { engine: Engine; vmId: string } {
  const engine = newEngine();
  const { vmId } = iovVm(engine);
  done(engine, { name: 'guest.setOperatingSystem', input: { vmId, operatingSystem } });
  done(engine, { name: 'vm.start', input: { id: vmId } });
  engine.advance(60_000);
  return { engine, vmId };
}

/** The facts of the device of this kind, captions and values in one list. */
function facts({ engine, vmId }: ReturnType<typeof started>, kind: string): readonly string[] {
  const vm = vmOf(engine, vmId);
  const device = guestDevices(engine.world, vm).find((each) => each.kind === kind)!;
  return deviceFacts(engine.world, vm, device).flatMap((group) =>
    group.facts.map(([caption, value]) => `${caption} ${value}`),
  );
}

function removeDriver({ engine, vmId }: ReturnType<typeof started>): void {
  done(engine, { name: 'guest.setVfDriver', input: { vmId, installed: false } });
  engine.advance(20_000);
}

describe('deviceFacts', () => {
  it('tells of a VF what Windows would, and what it is on the host', () => {
    const shown = facts(started('Windows Server 2022'), 'vf');
    expect(shown).toEqual(
      expect.arrayContaining([
        'Manufacturer: Intel Corporation',
        'Device status: This device is working properly.',
        'Driver file: vxn63x64.sys',
        'Memory, BAR 0: 16K',
        'Virtual function: VF 0, routing ID 01:10.0',
        'VPort: 1',
      ]),
    );
    expect(shown.find((fact) => fact.startsWith('Location:'))).toMatch(
      /Virtual PCI Bus Slot 2 Serial [1-9]\d*$/,
    );
  });

  it('tells of NetVSC where it is, and nothing of a VF', () => {
    expect(facts(started('Windows Server 2022'), 'synthetic')).toEqual([
      'Device type: Network adapters',
      'Manufacturer: Microsoft',
      'Location: on Microsoft Hyper-V Virtual Machine Bus',
      'Device status: This device is working properly.',
      'Driver Provider: Microsoft',
      'Driver file: netvsc.sys',
    ]);
  });

  it('tells of a device without a driver by what it could be found', () => {
    const guest = started('Windows Server 2022');
    removeDriver(guest);
    const shown = facts(guest, 'unknown');
    expect(shown).toContain('Hardware Ids: PCI\\VEN_8086&DEV_10ED');
    expect(shown).toContain('Device status: The drivers for this device are not installed. (Code 28)');
    expect(shown.some((fact) => fact.startsWith('Driver file:'))).toBe(false);
  });

  it('tells in Linux of module, interface and master', () => {
    const guest = started('Linux');
    const shown = facts(guest, 'vf');
    expect(shown).toEqual(expect.arrayContaining(['Kernel driver in use: ixgbevf', 'Master: eth0']));
    removeDriver(guest);
    expect(facts(guest, 'unknown')).toContain('Kernel driver in use: none');
  });
});

describe('driverRows', () => {
  it('follows the VF driver from loaded over not installed', () => {
    const guest = started('Windows Server 2022');
    const last = () => driverRows(guest.engine.world, vmOf(guest.engine, guest.vmId), false).at(-1);
    expect(last()).toMatchObject({ file: 'vxn63x64.sys', state: 'loaded' });
    removeDriver(guest);
    expect(last()).toMatchObject({ file: 'vxn63x64.sys', state: 'not installed' });
  });

  it('names kernel modules in Linux', () => {
    const { engine, vmId } = started('Linux');
    const rows = driverRows(engine.world, vmOf(engine, vmId), true);
    expect(rows.map(({ file, state }) => `${file}: ${state}`)).toEqual([
      'hv_netvsc: loaded',
      'tulip: installed, no device',
      'ixgbevf: loaded',
    ]);
  });
});
