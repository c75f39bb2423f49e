import { describe, expect, it } from 'vitest';
import { sriovObstacles } from '../../../../../src/renderer/dialogs/virtual-switch-manager/sriov-obstacles';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { FirmwareSettings } from '../../../../../src/shared/model/platform';
import { done, newEngine, nicNamed, waitFor } from '../../../../support/engine';

function hostWith(settings: Partial<FirmwareSettings>): Engine {
  const engine = newEngine();
  done(engine, { name: 'firmware.configure', input: { settings } }, { name: 'host.restart', input: {} });
  waitFor(engine, 'the host restarts', () => engine.world.host.get('host')?.state === 'running');
  return engine;
}

describe('what would keep SR-IOV from operating', () => {
  it('is nothing on an adapter and a host that can do it', () => {
    const { world } = newEngine();
    const capable = [...world.nic.values()].filter((nic) => sriovObstacles(world, nic.id).length === 0);
    expect(capable.map((nic) => nic.interfaceDescription)).toContainEqual(expect.stringMatching(/X520/));
  });

  it('is the adapter when its driver knows nothing of SR-IOV', () => {
    const engine = newEngine();
    const nic = [...engine.world.nic.values()][0]!;
    const world = {
      ...engine.world,
      nic: new Map([[nic.id, { ...nic, nicSwitch: null, sriovDriver: false }]]),
    };
    expect(sriovObstacles(world, nic.id)).toEqual(['MissingPfDriver']);
  });

  it('is what the host reports, without its echo in the adapter', () => {
    const { world } = hostWith({ ioVirtualization: false, pcieNativeControl: true });
    const nic = nicNamed({ world } as Engine, /X520/);
    expect(sriovObstacles(world, nic.id)).toEqual([
      'noInterruptRemapping',
      'noDmaRemapping',
      'ioVirtualizationOff',
    ]);
  });

  it('is the missing hand-off alone when that is all that is missing', () => {
    const engine = hostWith({ ioVirtualization: true, pcieNativeControl: false });
    expect(sriovObstacles(engine.world, nicNamed(engine, /X520/).id)).toEqual(['noPcieNativeControl']);
  });
});
