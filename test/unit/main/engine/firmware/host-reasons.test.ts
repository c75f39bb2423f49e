import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import { reasonText } from '../../../../../src/shared/model/iov-reason';
import { platformReasons } from '../../../../../src/shared/model/platform';
import type {
  FirmwareSettings,
  HardwarePatch,
  PlatformReason,
} from '../../../../../src/shared/model/platform';
import type { PlatformOutlook } from '../../../../../src/shared/model/platform-outlook';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { done, newEngine, nicNamed, restartHost } from '../../../../support/engine';

interface Fault {
  readonly firmware?: Partial<FirmwareSettings>;
  readonly hardware?: HardwarePatch;
}

function configure(engine: Engine, { firmware = {}, hardware = {} }: Fault): void {
  done(
    engine,
    { name: 'firmware.configure', input: { settings: firmware } },
    { name: 'hardware.configure', input: { settings: hardware } },
  );
}

function reasons(engine: Engine): readonly PlatformReason[] {
  return platformReasons(thePlatform(engine.world), engine.world.function);
}

function outlook(engine: Engine, { firmware = {}, hardware = {} }: Fault): PlatformOutlook {
  const told = engine.outlook({ firmware, hardware });
  if (!told.ok) throw new Error(told.error.message);
  return told.value;
}

const withoutAcs: HardwarePatch = {
  slots: ['01.0', '02.0', '03.0'].map((place) => ({ portId: `0000:00:${place}`, acs: false })),
};

/** What brings each reason about, with the words of KB2762297, and what it brings along. */
const table: readonly (readonly [PlatformReason, Fault, PlatformReason[], string])[] = [
  [
    'noSlat',
    { hardware: { slat: false } },
    [],
    'SR-IOV cannot be used on this computer because the processor does not support second level address translation (SLAT). For Intel processors, this feature might be referred to as Extended Page Tables (EPT). For AMD processors, this feature might be referred to as Rapid Virtualization Indexing (RVI) or Nested Page Tables (NPT).',
  ],
  [
    'noInterruptRemapping',
    { hardware: { interruptRemapping: false } },
    [],
    'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
  ],
  [
    'noInterruptRemapping',
    { firmware: { interruptRemapping: false } },
    [],
    'The chipset on the system does not do interrupt remapping, without which SR-IOV cannot be supported.',
  ],
  [
    'noDmaRemapping',
    { hardware: { dmaRemapping: false } },
    ['ioVirtualizationOff'],
    'The chipset on the system does not do DMA remapping, without which SR-IOV cannot be supported.',
  ],
  [
    'ioRemappingDisabled',
    { firmware: { hypervisorIommuPolicy: 'disable' } },
    [],
    'SR-IOV cannot be used on this system as it has been configured to disable the use of I/O remapping hardware.',
  ],
  [
    'ioVirtualizationOff',
    { firmware: { ioVirtualization: false } },
    ['noInterruptRemapping', 'noDmaRemapping'],
    'Ensure that the system has chipset support for SR-IOV and that I/O virtualization is enabled in the BIOS.',
  ],
  [
    'firmwareTablesWrong',
    { firmware: { version: 'faulty' } },
    [],
    'To use SR-IOV on this computer, the BIOS must be updated because it contains incorrect information describing the hardware capabilities. Contact your computer manufacturer for an update.',
  ],
  [
    'noPciExpress',
    { hardware: { pciExpress: false } },
    [],
    'SR-IOV cannot be used on this system as it is reporting that there is no PCI Express Bus. Contact your system manufacturer for further information.',
  ],
  [
    'noPcieNativeControl',
    { firmware: { pcieNativeControl: false } },
    [],
    'To use SR-IOV on this system, the system BIOS must be updated to allow Windows to control PCI Express. Contact your system manufacturer for an update.',
  ],
  [
    'noAcsAtRootPorts',
    { firmware: { acsControl: false } },
    [],
    'SR-IOV cannot be used on this system as the PCI Express hardware does not support Access Control Services (ACS) at any root port. Contact your system vendor for further information.',
  ],
];

const cure: Fault = {
  firmware: {
    ioVirtualization: true,
    interruptRemapping: true,
    pcieNativeControl: true,
    acsControl: true,
    version: 'current',
    hypervisorIommuPolicy: 'default',
  },
  hardware: { slat: true, dmaRemapping: true, interruptRemapping: true, pciExpress: true },
};

describe.each(table)('the host-level reason %s', (reason, fault, along, words) => {
  it(`comes with a restart, in Windows' words, and goes with one (${JSON.stringify(fault)})`, () => {
    const engine = newEngine();
    configure(engine, fault);
    expect(reasons(engine)).toEqual([]);
    expect(outlook(engine, {}).reasons).toContain(reason);
    restartHost(engine);
    expect(new Set(reasons(engine))).toEqual(new Set([reason, ...along]));
    expect(reasonText(reason)).toMatchObject({ text: words, source: 'KB2762297' });
    configure(engine, cure);
    expect(reasons(engine)).toContain(reason);
    restartHost(engine);
    expect(reasons(engine)).toEqual([]);
  });
});

describe('several host-level reasons', () => {
  it("are told together, in the article's order", () => {
    const engine = newEngine();
    configure(engine, {
      firmware: {
        ioVirtualization: false,
        hypervisorIommuPolicy: 'disable',
        version: 'faulty',
        pcieNativeControl: false,
        acsControl: false,
      },
      hardware: { slat: false },
    });
    restartHost(engine);
    expect(reasons(engine)).toEqual([
      'noSlat',
      'noInterruptRemapping',
      'noDmaRemapping',
      'ioRemappingDisabled',
      'ioVirtualizationOff',
      'firmwareTablesWrong',
      'noPcieNativeControl',
      'noAcsAtRootPorts',
    ]);
  });

  it('do not speak of ACS where there is no PCI Express', () => {
    const engine = newEngine();
    configure(engine, { firmware: { acsControl: false }, hardware: { pciExpress: false } });
    restartHost(engine);
    expect(reasons(engine)).toEqual(['noPciExpress']);
  });

  it('need every root port to be without ACS', () => {
    const engine = newEngine();
    // The soldered adapter's port has it still.
    configure(engine, { hardware: withoutAcs });
    restartHost(engine);
    expect(reasons(engine)).toEqual([]);
  });
});

describe('the outlook', () => {
  it('has nothing to tell of a card that was pulled out, until it is put back', () => {
    const engine = newEngine();
    const { id: nicId } = nicNamed(engine, /X520/);
    const told = (): string[] => outlook(engine, {}).adapters.map(({ id }) => id);
    const all = told();
    done(engine, { name: 'fault.removeNic', input: { nicId } });
    expect(told()).toEqual(all.filter((id) => !id.startsWith('0000:01:00.')));
    expect(told()).not.toEqual(all);
    done(engine, { name: 'fault.returnNic', input: { nicId } });
    expect(told()).toEqual(all);
  });

  it('tells what a restart brings, and changes nothing', () => {
    for (const [reason, fault, along] of table) {
      const engine = newEngine();
      const before = JSON.stringify(engine.save());
      const told = outlook(engine, fault);
      expect(JSON.stringify(engine.save())).toBe(before);
      configure(engine, fault);
      restartHost(engine);
      expect(told.reasons).toEqual(reasons(engine));
      expect(new Set(told.reasons)).toEqual(new Set([reason, ...along]));
    }
  });

  it('refuses what the command refuses', () => {
    const hardware = { slots: [{ portId: '0000:00:01.0', card: 'no-such-card' }] };
    expect(newEngine().outlook({ firmware: {}, hardware })).toMatchObject({
      ok: false,
      error: { code: 'card.unknown', field: 'settings.slots.0.card' },
    });
  });
});
