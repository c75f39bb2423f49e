import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { reasonText } from '../../../../../src/shared/model/iov-reason';
import { sriovSupport } from '../../../../../src/shared/model/nic';
import type { SriovSupport } from '../../../../../src/shared/model/nic';
import type { FirmwareSettings, HardwarePatch } from '../../../../../src/shared/model/platform';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import {
  adapterOf,
  done,
  iovVm,
  newEngine,
  nicNamed,
  restartHost,
  waitFor,
} from '../../../../support/engine';

const [slot1, slot3] = ['0000:00:01.0', '0000:00:03.0'];

function firmware(settings: Partial<FirmwareSettings>): Command {
  return { name: 'firmware.configure', input: { settings } };
}

function hardware(settings: HardwarePatch): Command {
  return { name: 'hardware.configure', input: { settings } };
}

function support(engine: Engine, nic: RegExp): SriovSupport {
  return sriovSupport(nicNamed(engine, nic), thePlatform(engine.world), engine.world.function);
}

function apply(engine: Engine, ...commands: Command[]): void {
  done(engine, ...commands);
  restartHost(engine);
  engine.advance(1000);
}

/** Two ports of an X520 in slot 1, which has ARI but no spare bus; an 82576 in slot 2, without ARI, with one. */
const table: readonly {
  readonly value: Exclude<SriovSupport, 'Supported'>;
  readonly how: string;
  readonly nic?: RegExp;
  readonly fault: Command[];
  readonly cure: Command[];
}[] = [
  {
    value: 'NoIoMmuSupport',
    how: 'I/O virtualization off',
    fault: [firmware({ ioVirtualization: false })],
    cure: [firmware({ ioVirtualization: true })],
  },
  {
    value: 'NoIoMmuSupport',
    how: 'no SLAT',
    fault: [hardware({ slat: false })],
    cure: [hardware({ slat: true })],
  },
  {
    value: 'NoIoMmuSupport',
    how: 'policy of the hypervisor',
    fault: [firmware({ hypervisorIommuPolicy: 'disable' })],
    cure: [firmware({ hypervisorIommuPolicy: 'default' })],
  },
  {
    value: 'NoIoMmuSupport',
    how: 'wrong tables',
    fault: [firmware({ version: 'faulty' })],
    cure: [firmware({ version: 'current' })],
  },
  {
    value: 'NoOscSupport',
    how: 'no hand-off',
    fault: [firmware({ pcieNativeControl: false })],
    cure: [firmware({ pcieNativeControl: true })],
  },
  {
    value: 'Unknown',
    how: 'no PCI Express',
    fault: [hardware({ pciExpress: false })],
    cure: [hardware({ pciExpress: true })],
  },
  {
    value: 'MissingAcs',
    how: 'hidden by the firmware',
    fault: [firmware({ acsControl: false })],
    cure: [firmware({ acsControl: true })],
  },
  {
    value: 'MissingAcs',
    how: 'a port without it, cured by another slot',
    fault: [hardware({ slots: [{ portId: slot1, acs: false }] })],
    cure: [
      hardware({
        slots: [
          { portId: slot1, card: null },
          { portId: slot3, card: 'intel-82599' },
        ],
      }),
    ],
  },
  {
    value: 'NoBusResources',
    how: 'a port without ARI and without a spare bus',
    fault: [hardware({ slots: [{ portId: slot1, ari: false }] })],
    cure: [hardware({ slots: [{ portId: slot1, ari: true }] })],
  },
  {
    value: 'NoBusResources',
    how: 'ARI turned off in the firmware, cured by a slot with a spare bus',
    fault: [firmware({ ariSupport: false })],
    cure: [
      hardware({
        slots: [
          { portId: slot1, card: null },
          { portId: slot3, card: 'intel-82599' },
        ],
      }),
    ],
  },
  {
    value: 'NoBusResources',
    how: 'no bus reserved for VFs that need one',
    nic: /82576/,
    fault: [firmware({ sriovSupport: false })],
    cure: [firmware({ sriovSupport: true })],
  },
  {
    value: 'NoVfBarSpace',
    how: 'no address space reserved',
    fault: [firmware({ sriovSupport: false })],
    cure: [firmware({ sriovSupport: true })],
  },
  {
    value: 'NoVfBarSpace',
    how: 'a small window below 4 GiB, cured by Above 4G Decoding',
    fault: [firmware({ above4gDecoding: false }), hardware({ mmioBelow4gMib: 4 })],
    cure: [firmware({ above4gDecoding: true })],
  },
];

describe('SriovSupport', () => {
  it.each(table)('is $value: $how', ({ value, nic = /X520/, fault, cure }) => {
    const engine = newEngine();
    expect(support(engine, nic)).toBe('Supported');
    apply(engine, ...fault);
    expect(support(engine, nic)).toBe(value);
    expect(reasonText(value).text).toContain(`SriovSupport: ${value}.`);
    expect(reasonText(value).source).toBe('Get-NetAdapterSriov');
    apply(engine, ...cure);
    expect(support(engine, nic)).toBe('Supported');
  });

  it('is MissingPfDriver without a driver that knows SR-IOV', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /X520/);
    apply(engine, { name: 'nic.setDriver', input: { id, sriov: false } });
    expect(support(engine, /X520/)).toBe('MissingPfDriver');
    apply(engine, { name: 'nic.setDriver', input: { id, sriov: true } });
    expect(support(engine, /X520/)).toBe('Supported');
    expect(support(engine, /I210/)).toBe('MissingPfDriver');
  });

  it('is Unknown while the PF driver has failed, and a restart of the host cures it', () => {
    const engine = newEngine();
    const nicId = nicNamed(engine, /X520/).id;
    done(engine, { name: 'fault.failPf', input: { nicId } });
    expect(support(engine, /X520/)).toBe('Unknown');
    restartHost(engine);
    expect(support(engine, /X520/)).toBe('Supported');
  });

  it('needs buses for as many VFs as Windows enables, not for all that the device has', () => {
    const engine = newEngine();
    // Without ARI the VFs begin on the next bus, which there is not; but nobody needs it for no VF.
    apply(engine, firmware({ ariSupport: false }));
    const { id } = nicNamed(engine, /X520/);
    expect(support(engine, /X520/)).toBe('NoBusResources');
    done(engine, { name: 'nic.configure', input: { id, properties: { numVfs: 0 } } });
    expect(support(engine, /X520/)).toBe('Supported');
  });

  it('tells one value of several: the driver, the host, then the way to the slot', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /X520/);
    const order: (readonly [SriovSupport, Command])[] = [
      ['NoVfBarSpace', firmware({ sriovSupport: false })],
      ['NoBusResources', firmware({ ariSupport: false })],
      ['MissingAcs', hardware({ slots: [{ portId: slot1, acs: false }] })],
      ['NoIoMmuSupport', firmware({ ioVirtualization: false })],
      ['NoOscSupport', firmware({ pcieNativeControl: false })],
      ['Unknown', hardware({ pciExpress: false })],
      ['MissingPfDriver', { name: 'nic.setDriver', input: { id, sriov: false } }],
    ];
    for (const [value, further] of order) {
      apply(engine, further);
      expect(support(engine, /X520/)).toBe(value);
    }
  });

  it('decides whether a VM gets its VF', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'a VF', () => adapterOf(engine, vmId).dataPath === 'vf');
    for (const { nic, fault, cure } of table) {
      // An adapter that has moved is another one for the switch.
      const moves = JSON.stringify(cure).includes(slot3);
      if (nic !== undefined || moves) continue;
      apply(engine, ...fault);
      engine.advance(20_000);
      expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
      apply(engine, ...cure);
      engine.advance(20_000);
      expect(adapterOf(engine, vmId).dataPath).toBe('vf');
    }
  });
});
