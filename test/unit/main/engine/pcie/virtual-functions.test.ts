/** VFs come and go through registers, at the addresses that real machines show. */
import { describe, expect, it } from 'vitest';
import { entitiesOf } from '../../../../../src/main/engine/hardware';
import { disableVfs, enableVfs, vfsEnabled } from '../../../../../src/main/engine/pcie/virtual-functions';
import {
  putSpace,
  readConfig,
  spaceOf,
  writeConfig,
} from '../../../../../src/main/engine/pcie/config-access';
import { World } from '../../../../../src/main/engine/world/world';
import type { Engine, Hardware } from '../../../../../src/main/engine/engine';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import { nicCatalogue } from '../../../../../src/main/hardware/catalogue';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import { formatRoutingId } from '../../../../../src/shared/model/pcie';
import type { NicModel } from '../../../../../src/shared/model/nic-model';
import { findExtended } from '../../../../../src/shared/pcie/capabilities';
import { Registers } from '../../../../../src/shared/pcie/config-space';
import { extendedId, sriov } from '../../../../../src/shared/pcie/registers';
import {
  adapterOf,
  done,
  iovVm,
  model,
  newEngine,
  nicNamed,
  startAt,
  waitFor,
} from '../../../../support/engine';
import { hostWith } from '../../../../support/one-card-host';

function modelNamed(id: string): NicModel {
  return nicCatalogue().find((each) => each.id === id)!;
}

/** Another model of a known shape, for cards that the catalogue does not have. */
function variant(id: string, total: number, offsets: number[], stride: number): NicModel {
  const { sriov, ...rest } = modelNamed('intel-82599');
  if (sriov === null) throw new Error('The 82599 has SR-IOV.');
  const [totalVfs, usableVfs, vfStride] = [total, total, stride].map(
    (value) => ({ value, mark: 'assumed', source: 'test' }) as const,
  );
  const ari = { value: offsets, mark: 'assumed', source: 'test' } as const;
  return {
    ...rest,
    id,
    sriov: {
      ...sriov,
      totalVfs: totalVfs!,
      usableVfs: usableVfs!,
      vfStride: vfStride!,
      firstVfOffset: { ari, noAri: null },
    },
  };
}

function vfAddresses(engine: Engine, pf: string): string[] {
  for (const nic of engine.world.nic.values()) {
    const input = { name: nic.name, type: 'External', nicId: nic.id, iovEnabled: true } as const;
    done(engine, { name: 'switch.create', input });
  }
  engine.advance(1000);
  engine.check();
  const own = [...engine.world.vf.values()].filter((vf) => vf.nicId === `0000:${pf}`);
  return own.map((vf) => formatRoutingId(vf.routingId));
}

const broadcom = modelNamed('broadcom-bcm57810');
const chelsio = variant('chelsio-t540', 16, [8], 4);

describe('routing IDs of VFs that others have published', () => {
  it.each([
    [
      'I350',
      'intel-i350',
      { bus: 0x01, lastBus: 0x02, ari: false },
      '01:00.0',
      ['02:10.0', '02:10.4', '02:11.0', '02:11.4'],
    ],
    [
      '82599, first port',
      'intel-82599',
      { bus: 0x01, lastBus: 0x01, ari: true },
      '01:00.0',
      ['01:10.0', '01:10.2', '01:10.4'],
    ],
    [
      '82599, second port',
      'intel-82599',
      { bus: 0x01, lastBus: 0x01, ari: true },
      '01:00.1',
      ['01:10.1', '01:10.3', '01:10.5'],
    ],
    [
      'XXV710',
      'intel-xxv710',
      { bus: 0x86, lastBus: 0x86, ari: true },
      '86:00.0',
      ['86:02.0', '86:02.1', '86:02.2'],
    ],
    [
      'ConnectX-3',
      'mellanox-connectx-3',
      { bus: 0x11, lastBus: 0x11, ari: true },
      '11:00.0',
      ['11:00.1', '11:00.2', '11:00.3'],
    ],
    [
      'BCM57810, first port',
      broadcom.id,
      { bus: 0x01, lastBus: 0x01, ari: true },
      '01:00.0',
      ['01:01.0', '01:01.1'],
    ],
    [
      'BCM57810, second port',
      broadcom.id,
      { bus: 0x01, lastBus: 0x01, ari: true },
      '01:00.1',
      ['01:09.0', '01:09.1'],
    ],
    ['T540, first port', chelsio.id, { bus: 0x02, lastBus: 0x02, ari: true }, '02:00.0', ['02:01.0']],
    ['T540, second port', chelsio.id, { bus: 0x02, lastBus: 0x02, ari: true }, '02:00.1', ['02:01.1']],
  ])('%s', (_name, nic, port, pf, first) => {
    const engine = newEngine({ hardware: hostWith(nic, port, [...nicCatalogue(), chelsio]) });
    expect(vfAddresses(engine, pf).slice(0, first.length)).toEqual(first);
  });

  it.each([
    ['intel-xxv710', 0x86, '86:00.0', 63, '86:09.7'],
    ['mellanox-connectx-3', 0x11, '11:00.0', 62, '11:07.7'],
    ['broadcom-bcm57810', 0x01, '01:00.0', 15, '01:02.7'],
    ['broadcom-bcm57810', 0x01, '01:00.1', 15, '01:0a.7'],
  ])('%s on bus %i has its VF %s number %i at %s', (nic, bus, pf, index, address) => {
    const engine = newEngine({ hardware: hostWith(nic, { bus, lastBus: bus, ari: true }) });
    expect(vfAddresses(engine, pf)[index]).toBe(address);
  });
});

/** The registers of a host without its clock. */
function registersOf(hardware: Hardware): { world: World } {
  return { world: new World(entitiesOf(hardware, startAt)) };
}

const pf = '0000:01:00.0';

function change(context: { world: World }, offset: number, value: number): void {
  const space = spaceOf(context, pf);
  new Registers(space.bytes).set16(findExtended(space.bytes, extendedId.sriov)! + offset, value);
  putSpace(context, space);
}

/** Silicon with other places for its VFs. */
function placed({ world }: { world: World }, offset: number, vfStride: number): void {
  const config = world.need('config', pf);
  const own = config.silicon.sriov!;
  const misplaced = { ...own, offsets: { ari: offset, noAri: offset }, vfStride };
  world.put('config', { ...config, silicon: { ...config.silicon, sriov: misplaced } });
}

describe('enabling VFs', () => {
  it('fails on an 82599 whose port has neither ARI nor a spare bus, and leaves NumVFs at 0', () => {
    const context = registersOf(hostWith('intel-82599', { bus: 0x83, lastBus: 0x83, ari: false }));
    const id = '0000:83:00.0';
    expect(enableVfs(context, id, 1)).toEqual({
      ok: false,
      error: {
        code: 'sriov.ENOMEM',
        message: "0000:83:00.0: can't enable 1 VFs (bus 84 out of range of [bus 83]).",
      },
    });
    const at = findExtended(spaceOf(context, id).bytes, extendedId.sriov)!;
    expect(readConfig(context, id, at + sriov.numVfs, 2)).toBe(0);
    expect(vfsEnabled(context, id)).toBe(false);
  });

  it('works on the same card once the port has a spare bus', () => {
    const context = registersOf(hostWith('intel-82599', { bus: 0x83, lastBus: 0x84, ari: false }));
    expect(enableVfs(context, '0000:83:00.0', 63).ok).toBe(true);
  });

  it.each([
    [
      'VFs that are enabled already',
      (c: { world: World }) => void enableVfs(c, pf, 1),
      1,
      'EINVAL',
      'enabled already',
    ],
    [
      'InitialVFs above TotalVFs',
      (c: { world: World }) => change(c, sriov.initialVfs, 65),
      1,
      'EIO',
      'InitialVFs 65',
    ],
    [
      'InitialVFs below TotalVFs',
      (c: { world: World }) => change(c, sriov.initialVfs, 63),
      1,
      'EIO',
      'InitialVFs 63',
    ],
    ['more VFs than TotalVFs', () => undefined, 65, 'EINVAL', '65 VFs'],
    ['no VF at all', () => undefined, 0, 'EINVAL', '0 VFs'],
    ['First VF Offset 0', (c: { world: World }) => placed(c, 0, 2), 1, 'EIO', 'First VF Offset 0'],
    ['VF Stride 0 for two VFs', (c: { world: World }) => placed(c, 128, 0), 2, 'EIO', 'VF Stride 0'],
    [
      'a dependency on no PF',
      (c: { world: World }) => change(c, sriov.dependencyLink, 5),
      1,
      'EINVAL',
      'depends on 0000:01:00.5',
    ],
  ])('refuses %s', (_what, damage, count, code, sentence) => {
    const context = registersOf(hostWith('intel-82599', { bus: 1, lastBus: 1, ari: true }));
    damage(context);
    const refused = enableVfs(context, pf, count);
    expect(refused).toMatchObject({ ok: false, error: { code: `sriov.${code}` } });
    expect(refused.ok || refused.error.message).toContain(sentence);
  });

  it('says that a function without the capability cannot, and one without VF BAR space neither', () => {
    const context = registersOf(builtInHost());
    expect(enableVfs(context, '0000:06:00.0', 1)).toMatchObject({ error: { code: 'sriov.EINVAL' } });
    const space = spaceOf(context, pf);
    const at = findExtended(space.bytes, extendedId.sriov)!;
    new Registers(space.bytes).set32(at + sriov.vfBar0, 0xc);
    new Registers(space.bytes).set32(at + sriov.vfBar0 + 4, 0);
    putSpace(context, space);
    expect(enableVfs(context, pf, 1)).toMatchObject({
      error: { code: 'sriov.ENOMEM', message: `${pf}: not enough MMIO resources for SR-IOV.` },
    });
  });

  it('sets NumVFs, VF Enable and VF MSE, and disabling clears them', () => {
    const context = registersOf(builtInHost());
    const at = findExtended(spaceOf(context, pf).bytes, extendedId.sriov)!;
    const registers = (): number[] =>
      [sriov.control, sriov.numVfs].map((each) => readConfig(context, pf, at + each, 2));
    expect(enableVfs(context, pf, 7).ok).toBe(true);
    expect(registers()).toEqual([0x19, 7]);
    disableVfs(context, pf);
    expect(registers()).toEqual([0x10, 0]);
  });
});

it('moves the VFs of every PF of the device when ARI Capable Hierarchy is cleared in the lowest', () => {
  const context = registersOf(builtInHost());
  const at = findExtended(spaceOf(context, pf).bytes, extendedId.sriov)!;
  const offsets = (): unknown[] =>
    [pf, '0000:01:00.1'].map((id) => context.world.need('function', id).sriov?.firstVfOffset);
  expect(offsets()).toEqual([128, 128]);
  writeConfig(context, pf, at + sriov.control, 2, 0);
  expect(offsets()).toEqual([384, 384]);
  writeConfig(context, '0000:01:00.1', at + sriov.control, 2, 0x10);
  expect(offsets()).toEqual([384, 384]);
});

describe('in simulated time', () => {
  const create = (engine: Engine): string => {
    const nicId = nicNamed(engine, /X520/).id;
    const input = { name: 'S', type: 'External', nicId, iovEnabled: true } as const;
    return done(engine, { name: 'switch.create', input })[0]!;
  };

  it('VFs answer 100 ms after VF Enable, and the PF can be enabled again 1 s after it was cleared', () => {
    const engine = newEngine();
    const id = create(engine);
    engine.advance(99);
    expect(engine.world.vf.size).toBe(0);
    engine.advance(1);
    expect(engine.world.vf.size).toBe(63);
    done(engine, { name: 'switch.remove', input: { id } });
    expect(engine.world.vf.size).toBe(0);
    create(engine);
    engine.advance(1099);
    engine.check();
    expect(engine.world.vf.size).toBe(0);
    engine.advance(1);
    expect(engine.world.vf.size).toBe(63);
    engine.check();
  });

  it('a save taken while VFs are enabled goes on with the same bytes', () => {
    const engine = newEngine();
    create(engine);
    engine.advance(50);
    const restored = restoreEngine(
      JSON.parse(JSON.stringify(engine.save())) as ReturnType<Engine['save']>,
      model,
    );
    for (const each of [engine, restored]) each.advance(500);
    expect(restored.save()).toEqual(engine.save());
    expect(restored.configSpace(`${pf}#62`)).toEqual(engine.configSpace(`${pf}#62`));
    restored.check();
  });

  it('a restart starts all functions anew and the VFs come back', () => {
    const engine = newEngine();
    const before = engine.configSpace(pf);
    create(engine);
    engine.advance(200);
    done(engine, { name: 'host.restart', input: {} });
    waitFor(engine, 'the power-off', () => engine.world.vf.size === 0);
    expect(engine.configSpace(pf)).toEqual(before);
    waitFor(engine, 'the VFs', () => engine.world.vf.size === 63);
  });

  it('a refused batch leaves no trace in the registers', () => {
    const engine = newEngine();
    const saved = JSON.stringify(engine.save());
    const nicId = nicNamed(engine, /X520/).id;
    const input = { name: 'S', type: 'External', nicId, iovEnabled: true } as const;
    const result = engine.execute([
      { name: 'switch.create', input },
      { name: 'vm.start', input: { id: 'nobody' } },
    ]);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(engine.save())).toBe(saved);
  });

  it('a VF has bus mastering on while a guest drives it, and no space once it is gone', () => {
    const engine = newEngine();
    const { vmId, switchId } = iovVm(engine);
    engine.advance(200);
    const commandOf = (id: string): number => new Registers(engine.configSpace(id)!.bytes).get16(0x04);
    expect(commandOf(`${pf}#0`)).toBe(0);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'the VF', () => adapterOf(engine, vmId).dataPath === 'vf');
    expect(commandOf(adapterOf(engine, vmId).assignment!.vfId)).toBe(0x0004);
    expect(engine.configSpace(`${pf}#63`)).toBeNull();
    done(
      engine,
      { name: 'vm.turnOff', input: { id: vmId } },
      { name: 'switch.remove', input: { id: switchId } },
    );
    waitFor(engine, 'the end of all VFs', () => engine.world.vf.size === 0);
    expect(engine.configSpace(`${pf}#0`)).toBeNull();
  });
});
