import { describe, expect, it } from 'vitest';
import { effectiveLinkMbps, isHalfDuplex, mtuOf, vmqAvailable } from '../../../../../src/shared/model/nic';
import type { Nic, NicProperties } from '../../../../../src/shared/model/nic';
import { iovReasons, networkingStatus } from '../../../../../src/shared/model/iov-status';
import type { Engine } from '../../../../../src/main/engine/engine';
import { adapterOf, done, iovVm, newEngine, nicNamed, refused, waitFor } from '../../../../support/engine';

function configured(engine: Engine, description: RegExp, properties: Partial<NicProperties>): Nic {
  const { id } = nicNamed(engine, description);
  done(engine, { name: 'nic.configure', input: { id, properties } });
  waitFor(engine, 'restart', () => nicNamed(engine, description).state === 'up');
  return nicNamed(engine, description);
}

describe('nic.configure', () => {
  it.each([
    [/I210/, { speedDuplex: '10000full' }, 'nic.speedTooHigh', 'speedDuplex'],
    [/82576/, { numVfs: 8 }, 'nic.tooManyVfs', 'numVfs'],
    [/I210/, { numVfs: 1 }, 'nic.propertyMissing', 'numVfs'],
    [/I210/, { sriov: true }, 'nic.propertyMissing', 'sriov'],
    [/I210/, { jumboPacket: 9000 }, 'input.invalid', 'jumboPacket'],
  ] as const)('%s with %j is refused as %s', (description, properties, code, field) => {
    const engine = newEngine();
    const { id } = nicNamed(engine, description);
    // What no console would send comes in as data.
    const command = { name: 'nic.configure', input: { id, properties } } as never;
    expect(refused(engine, command)).toMatchObject({
      code,
      field: `commands.0.input.properties.${field}`,
    });
  });

  it('does nothing when nothing changes', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /X520/);
    done(engine, { name: 'nic.configure', input: { id, properties: { vmq: true } } });
    expect(nicNamed(engine, /X520/).state).toBe('up');
  });

  it.each([
    ['auto', 10_000, false, true],
    ['10000full', 10_000, false, true],
    ['1000full', 1000, false, false],
    ['100full', 100, false, false],
    ['100half', 100, true, false],
  ] as const)('speed %s: %i Mb/s, half duplex %s, VMQ %s', (speedDuplex, mbps, half, vmq) => {
    const engine = newEngine();
    const nic =
      speedDuplex === 'auto' ? nicNamed(engine, /X520/) : configured(engine, /X520/, { speedDuplex });
    expect([effectiveLinkMbps(nic), isHalfDuplex(nic), vmqAvailable(nic)]).toEqual([mbps, half, vmq]);
  });

  it.each([
    [1514, 1500],
    [4088, 4074],
    [9014, 9000],
  ] as const)('Jumbo Packet %i lets IP packets of %i bytes pass', (jumboPacket, mtu) => {
    const nic = nicNamed(newEngine(), /X520/);
    expect(mtuOf({ ...nic, properties: { ...nic.properties, jumboPacket } })).toBe(mtu);
  });
});

/** Two VMs with SR-IOV, both on their VFs. */
function twoOnVfs(): { engine: Engine; vmIds: string[] } {
  const engine = newEngine();
  const first = iovVm(engine);
  const second = iovVm(engine, { name: 'VM 2', switchId: first.switchId });
  const vmIds = [first.vmId, second.vmId];
  for (const id of vmIds) done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'two VFs', () => vmIds.every((id) => adapterOf(engine, id).dataPath === 'vf'));
  return { engine, vmIds };
}

describe('fewer VFs', () => {
  it('numVfs 1 leaves one VM on the software path', () => {
    const { engine, vmIds } = twoOnVfs();
    configured(engine, /X520/, { numVfs: 1 });
    waitFor(engine, 'one VF', () => vmIds.some((id) => adapterOf(engine, id).dataPath === 'vf'));
    expect(engine.world.vf.size).toBe(1);
    expect(vmIds.map((id) => adapterOf(engine, id).dataPath).sort()).toEqual(['vf', 'vmbus']);
  });

  it.each([
    ['SR-IOV off', { sriov: false }],
    ['numVfs 0', { numVfs: 0 }],
  ])('%s revokes all of them, and on again gives them back', (_what, properties) => {
    const { engine, vmIds } = twoOnVfs();
    configured(engine, /X520/, properties);
    engine.advance(10_000);
    engine.check();
    expect(engine.world.vf.size).toBe(0);
    const states = vmIds.map((id) => networkingStatus(engine.world, adapterOf(engine, id)));
    expect(new Set(states)).toEqual(new Set(['Degraded (SR-IOV not operational)']));
    configured(engine, /X520/, { sriov: true, numVfs: 63 });
    waitFor(engine, 'VFs again', () => vmIds.every((id) => adapterOf(engine, id).dataPath === 'vf'));
  });
});

describe('a PF driver without SR-IOV', () => {
  it('revokes the VFs and says why', () => {
    const { engine, vmIds } = twoOnVfs();
    const { id } = nicNamed(engine, /X520/);
    done(engine, { name: 'nic.setDriver', input: { id, sriov: false } });
    waitFor(engine, 'restart', () => nicNamed(engine, /X520/).state === 'up');
    expect(iovReasons(engine.world, adapterOf(engine, vmIds[0]!))).toEqual(['MissingPfDriver']);
    expect(refused(engine, { name: 'nic.configure', input: { id, properties: { numVfs: 8 } } }).code).toBe(
      'nic.propertyMissing',
    );
    done(engine, { name: 'nic.setDriver', input: { id, sriov: true } });
    waitFor(engine, 'VFs again', () => vmIds.every((each) => adapterOf(engine, each).dataPath === 'vf'));
  });

  it('cannot be replaced by one with SR-IOV where the hardware has none', () => {
    const engine = newEngine();
    const { id } = nicNamed(engine, /I210/);
    expect(refused(engine, { name: 'nic.setDriver', input: { id, sriov: true } }).code).toBe('nic.noSriov');
  });
});

it('nic.setCable: without a cable there is no link; the VFs stay, but NetVSC leaves them', () => {
  const { engine, vmIds } = twoOnVfs();
  const { id } = nicNamed(engine, /X520/);
  const stepsNow = (): unknown[] => vmIds.map((each) => adapterOf(engine, each).assignment?.step);
  done(engine, { name: 'nic.setCable', input: { id, plugged: false } });
  engine.advance(5000);
  expect(effectiveLinkMbps(nicNamed(engine, /X520/))).toBe(0);
  expect(stepsNow()).toEqual(['refused', 'refused']);
  done(engine, { name: 'nic.setCable', input: { id, plugged: true } });
  expect(effectiveLinkMbps(nicNamed(engine, /X520/))).toBe(10_000);
  engine.advance(5000);
  expect(stepsNow()).toEqual(['active', 'active']);
  const links = engine.events(100).filter((event) => event.text.includes('the network link'));
  expect(links.slice(-2).map((event) => [event.level, event.text.replace(/^.*: /, '')])).toEqual([
    ['Warning', 'the network link is down.'],
    ['Information', 'the network link is up.'],
  ]);
});
