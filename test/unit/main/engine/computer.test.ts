import { describe, expect, it } from 'vitest';
import type { Engine, Hardware } from '../../../../src/main/engine/engine';
import type { Command } from '../../../../src/shared/contract';
import { iovReasons } from '../../../../src/shared/model/iov-status';
import type { HardwarePatch } from '../../../../src/shared/model/platform';
import { thePlatform } from '../../../../src/shared/model/world-view';
import {
  adapterOf,
  done,
  iovVm,
  lspciHardware,
  newEngine,
  nicNamed,
  refused,
  restartHost,
  vmOf,
  waitFor,
} from '../../../support/engine';

const [slot1, slot2, slot3, onBoard] = ['0000:00:01.0', '0000:00:02.0', '0000:00:03.0', '0000:00:1c.0'];

function hardware(settings: HardwarePatch): Command {
  return { name: 'hardware.configure', input: { settings } };
}

function cards(...slots: readonly (readonly [string, string | null])[]): Command {
  return hardware({ slots: slots.map(([portId, card]) => ({ portId, card })) });
}

function apply(engine: Engine, ...commands: Command[]): void {
  done(engine, ...commands);
  restartHost(engine);
  engine.check();
}

function nics(engine: Engine): Record<string, string> {
  return Object.fromEntries(
    [...engine.world.nic.values()].map((nic) => [nic.id, `${nic.name}: ${nic.interfaceDescription}`]),
  );
}

function descriptions(engine: Engine): string[] {
  return [...engine.world.nic.values()].map(({ interfaceDescription }) => interfaceDescription);
}

/** A VM on the first port of the X520 that uses its VF. */
function withVf(hardwareOf?: Hardware): { engine: Engine; vmId: string; switchId: string; nicId: string } {
  const engine = newEngine(hardwareOf === undefined ? {} : { hardware: hardwareOf });
  const nicId = nicNamed(engine, hardwareOf === undefined ? /X520/ : /82576/).id;
  const { vmId, switchId } = iovVm(engine, hardwareOf === undefined ? {} : { nic: /82576/ });
  done(engine, { name: 'vm.start', input: { id: vmId } });
  waitFor(engine, 'a VF', () => adapterOf(engine, vmId).dataPath === 'vf');
  return { engine, vmId, switchId, nicId };
}

describe('hardware.configure', () => {
  it('is stored at once and found by the next start', () => {
    const engine = newEngine();
    const before = nics(engine);
    done(engine, cards([slot3, 'intel-x710']));
    expect(nics(engine)).toEqual(before);
    expect(thePlatform(engine.world).storedHardware.slots[2]?.card).toBe('intel-x710');
    restartHost(engine);
    expect(thePlatform(engine.world).hardware.slots[2]?.card).toBe('intel-x710');
    expect(Object.keys(nics(engine)).filter((id) => id.startsWith('0000:04:'))).not.toEqual([]);
  });

  it.each([
    ['slot.notFound', 'settings.slots.0.portId', cards(['0000:00:1f.7', null])],
    ['card.unknown', 'settings.slots.1.card', cards([slot1, null], [slot3, 'no-such-card'])],
    ['card.notImported', 'settings.slots.0.card', cards([slot3, 'imported'])],
    ['slot.fixed', 'settings.slots.0.portId', cards([onBoard, null])],
    ['slot.fixed', 'settings.slots.0.portId', hardware({ slots: [{ portId: onBoard, acs: false }] })],
  ] as const)('refuses with %s', (code, field, command) => {
    expect(refused(newEngine(), command)).toMatchObject({ code, field: `commands.0.input.${field}` });
  });

  it('takes what a soldered adapter is for no change', () => {
    done(newEngine(), cards([onBoard, 'intel-i210']));
  });
});

describe('a card', () => {
  it('gets names after those that Windows knows, as Windows counts them', () => {
    const engine = newEngine();
    apply(engine, cards([slot3, 'intel-82576']));
    expect(nics(engine)).toMatchObject({
      '0000:02:00.0': 'Ethernet 3: Intel(R) 82576 Gigabit Dual Port Network Connection',
      '0000:02:00.1': 'Ethernet 4: Intel(R) 82576 Gigabit Dual Port Network Connection #2',
      '0000:04:00.0': 'Ethernet 6: Intel(R) 82576 Gigabit Dual Port Network Connection #3',
      '0000:04:00.1': 'Ethernet 7: Intel(R) 82576 Gigabit Dual Port Network Connection #4',
    });
    const addresses = [...engine.world.nic.values()].map(({ macAddress }) => macAddress);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('that moves takes its addresses along and leaves its names behind, as in Windows', () => {
    const engine = newEngine();
    const before = engine.world.nic.get('0000:01:00.0');
    apply(engine, cards([slot1, null], [slot3, 'intel-82599']));
    expect([...engine.world.function.keys()].filter((id) => id.startsWith('0000:01:'))).toEqual([]);
    const moved = engine.world.nic.get('0000:04:00.0');
    expect(moved?.macAddress).toBe(before?.macAddress);
    expect(moved?.interfaceDescription).toBe(`${before?.interfaceDescription} #3`);
    expect(moved?.name).not.toBe(before?.name);
    apply(engine, cards([slot3, null], [slot1, 'intel-82599']));
    expect(engine.world.nic.get('0000:01:00.0')).toEqual(before);
  });

  it('of another kind in the same slot is another adapter', () => {
    const { engine, vmId, switchId, nicId } = withVf();
    apply(engine, cards([slot1, 'intel-x710']));
    expect(engine.world.nic.get(nicId)).toMatchObject({ switchId: null });
    expect(engine.world.nic.get(nicId)?.interfaceDescription).toContain('X710');
    expect(iovReasons(engine.world, adapterOf(engine, vmId))).toContain('nicMissing');
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.nic.get(nicId)).toMatchObject({ switchId });
    waitFor(engine, 'the VF is back', () => adapterOf(engine, vmId).dataPath === 'vf');
  });

  it('keeps its settings in the parent partition while it is away', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /X520/);
    done(engine, { name: 'nic.configure', input: { id, properties: { numVfs: 8 } } });
    engine.advance(20_000);
    apply(engine, cards([slot1, null]));
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.nic.get(id)?.properties.numVfs).toBe(8);
  });

  it('that was pulled out of the running computer is there again when its slot is filled anew', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /X520/);
    done(engine, { name: 'fault.removeNic', input: { nicId: id } });
    restartHost(engine);
    expect(engine.world.nic.get(id)).toMatchObject({ present: false });
    apply(engine, cards([slot1, null]));
    expect(engine.world.nic.has(id)).toBe(false);
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.nic.get(id)).toMatchObject({ present: true, state: 'up' });
  });
});

describe('a card that is taken away', () => {
  it('while VMs use its VFs leaves the switch with its memory, and comes back to it', () => {
    const { engine, vmId, switchId, nicId } = withVf();
    apply(engine, cards([slot1, null]));
    expect(engine.world.nic.has(nicId)).toBe(false);
    expect(engine.world.vf.size).toBe(0);
    expect(engine.world.switch.get(switchId)?.nicId).toContain(nicId);
    expect(engine.world.nic.get(engine.world.switch.get(switchId)?.nicId ?? '')).toBeUndefined();
    waitFor(engine, 'the VM runs', () => vmOf(engine, vmId).guest.state === 'running');
    engine.advance(5000);
    expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
    expect(iovReasons(engine.world, adapterOf(engine, vmId))).toEqual(['nicMissing']);
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.switch.get(switchId)?.nicId).toBe(nicId);
    waitFor(engine, 'the VF is back', () => adapterOf(engine, vmId).dataPath === 'vf');
  });

  it('can be replaced by another adapter in the switch, and finds nothing to serve when it returns', () => {
    const { engine, vmId, switchId, nicId } = withVf();
    apply(engine, cards([slot1, null]));
    const spare = nicNamed(engine, /82576/).id;
    done(engine, { name: 'switch.modify', input: { id: switchId, name: 'Renamed' } });
    done(engine, { name: 'switch.modify', input: { id: switchId, nicId: spare } });
    waitFor(engine, 'a VF of the other', () => adapterOf(engine, vmId).dataPath === 'vf');
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.nic.get(nicId)?.switchId).toBeNull();
    expect(engine.world.nic.get(spare)?.switchId).toBe(switchId);
  });

  it('lets its switch be removed', () => {
    const { engine, switchId, nicId } = withVf();
    apply(engine, cards([slot1, null]));
    done(engine, { name: 'switch.remove', input: { id: switchId } });
    apply(engine, cards([slot1, 'intel-82599']));
    expect(engine.world.nic.get(nicId)?.switchId).toBeNull();
  });

  it('cannot be given to a new switch', () => {
    const { engine, switchId } = withVf();
    apply(engine, cards([slot1, null]));
    const nicId = engine.world.switch.get(switchId)?.nicId ?? '';
    const input = { name: 'Second', type: 'External', nicId } as const;
    expect(refused(engine, { name: 'switch.create', input }).code).toBe('nic.notFound');
  });
});

describe('an imported host', () => {
  const dump = 'two-port-ari.off-vvvxxxx.txt';

  function registers(engine: Engine): string {
    return JSON.stringify(
      [...engine.world.function.keys()].sort().map((id) => engine.configSpace(id)?.bytes.join()),
    );
  }

  it('keeps its bytes as long as nothing decisive differs, and has them again afterwards', () => {
    const engine = newEngine({ hardware: lspciHardware(dump) });
    const before = registers(engine);
    apply(engine, hardware({ slat: false }));
    expect(registers(engine)).toBe(before);
    apply(engine, { name: 'firmware.configure', input: { settings: { acsControl: false } } });
    expect(registers(engine)).not.toBe(before);
    apply(engine, { name: 'firmware.configure', input: { settings: { acsControl: true } } });
    expect(registers(engine)).toBe(before);
  });

  it('takes its own card back, and one of the catalogue in its place', () => {
    const { engine, vmId, switchId, nicId } = withVf(lspciHardware(dump));
    const slot = thePlatform(engine.world).hardware.slots.find(({ portId }) => {
      const port = engine.world.function.get(portId);
      return port?.bridge?.secondaryBus === (engine.world.function.get(nicId)?.routingId ?? 0) >> 8;
    });
    expect(slot).toMatchObject({ imported: true, card: 'imported' });
    const portId = slot?.portId ?? '';
    apply(engine, cards([portId, null]));
    expect(descriptions(engine).join()).not.toContain('82576');
    apply(engine, cards([portId, 'intel-82599']));
    expect(descriptions(engine).join()).toContain('X520');
    apply(engine, cards([portId, 'imported']));
    waitFor(engine, 'the VF is back', () => adapterOf(engine, vmId).dataPath === 'vf');
    done(engine, { name: 'switch.remove', input: { id: switchId } });
    engine.advance(10_000);
    expect(registers(engine)).toBe(registers(newEngine({ hardware: lspciHardware(dump) })));
  });
});

it('slot 2 keeps its spare bus for the card that may come', () => {
  const engine = newEngine();
  apply(engine, cards([slot2, null]));
  expect(engine.world.function.get(slot2)?.bridge).toMatchObject({ secondaryBus: 2, subordinateBus: 3 });
});
