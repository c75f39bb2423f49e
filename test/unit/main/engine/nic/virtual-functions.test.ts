/** VFs that an administrator asks for, and those that the hardware cannot enable. */
import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine } from '../../../../../src/main/engine/engine';
import { sriovSupport } from '../../../../../src/shared/model/nic';
import { formatRoutingId } from '../../../../../src/shared/model/pcie';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { done, model, newEngine, restartHost, startAt, waitFor } from '../../../../support/engine';
import { hostWith } from '../../../../support/one-card-host';
import type { Port } from '../../../../support/one-card-host';

const pf = '0000:01:00.0';
const ari: Port = { bus: 1, lastBus: 1, ari: true };
const noAri: Port = { bus: 1, lastBus: 1, ari: false };

function packer(port: Port): Engine {
  return newEngine({ hardware: hostWith('simulator-vf-packer', port) });
}

function setNumVfs(engine: Engine, numVfs: number): void {
  done(engine, { name: 'nic.configure', input: { id: pf, properties: { numVfs } } });
  waitFor(engine, 'the restart', () => engine.world.nic.get(pf)?.state === 'up');
}

function sriovSwitch(engine: Engine): string {
  const input = { name: 'S', type: 'External', nicId: pf, iovEnabled: true } as const;
  return done(engine, { name: 'switch.create', input })[0]!;
}

function addresses(engine: Engine): string[] {
  return [...engine.world.vf.values()].map(({ routingId }) => formatRoutingId(routingId));
}

function supportOf(engine: Engine): string {
  const { world } = engine;
  return sriovSupport(world.nic.get(pf)!, thePlatform(world), world.function);
}

describe('a card whose First VF Offset and VF Stride change with NumVFs', () => {
  it('has its VFs elsewhere whenever their number is changed', () => {
    const engine = packer(ari);
    sriovSwitch(engine);
    engine.advance(1000);
    expect(addresses(engine).slice(0, 3)).toEqual(['01:10.0', '01:10.2', '01:10.4']);
    const after = (numVfs: number): string[] => {
      setNumVfs(engine, numVfs);
      waitFor(engine, 'the VFs', () => engine.world.vf.size === numVfs);
      return addresses(engine);
    };
    expect(after(3)).toEqual(['01:00.2', '01:00.4', '01:00.6']);
    expect(after(4)).toEqual(['01:08.0', '01:08.1', '01:08.2', '01:08.3']);
    expect(after(33).slice(-2)).toEqual(['01:17.6', '01:18.0']);
  });

  it('shows the layout of no VF at all once they are gone', () => {
    const engine = packer(ari);
    const id = sriovSwitch(engine);
    const placing = (): unknown => {
      const { firstVfOffset, vfStride } = engine.world.function.get(pf)!.sriov!;
      return [firstVfOffset, vfStride];
    };
    engine.advance(1000);
    expect(placing()).toEqual([128, 2]);
    done(engine, { name: 'switch.remove', input: { id } });
    expect(placing()).toEqual([2, 2]);
  });

  it('can have few VFs below a port with neither ARI nor a spare bus', () => {
    const engine = packer(noAri);
    expect(supportOf(engine)).toBe('NoBusResources');
    setNumVfs(engine, 4);
    expect(supportOf(engine)).toBe('NoBusResources');
    setNumVfs(engine, 3);
    expect(supportOf(engine)).toBe('Supported');
    sriovSwitch(engine);
    waitFor(engine, 'the VFs', () => engine.world.vf.size === 3);
    expect(addresses(engine)).toEqual(['01:00.2', '01:00.4', '01:00.6']);
  });

  it('has bus numbers reserved for the NumVFs that reaches farthest', () => {
    const engine = packer({ ...noAri, lastBus: 4 });
    expect(engine.world.function.get(pf)?.sriov?.firstVfOffset).toBe(2);
    expect(
      [...engine.world.function.values()].find((each) => each.bridge !== null)?.bridge?.subordinateBus,
    ).toBe(2);
    expect(supportOf(engine)).toBe('Supported');
    sriovSwitch(engine);
    waitFor(engine, 'the VFs', () => engine.world.vf.size === 64);
    expect(addresses(engine).at(-1)).toBe('02:1f.6');
  });
});

describe('VFs that cannot be enabled', () => {
  const failures = (engine: Engine): unknown[] =>
    engine
      .events(1000)
      .filter(({ text }) => text.includes('could not be enabled'))
      .map(({ at, level, source, eventId, simulated, text }) => ({
        at,
        level,
        source,
        eventId,
        simulated,
        text,
      }));
  const sentence = (count: number, range: string): string =>
    'Ethernet (SR-IOV Simulator VF Packer Adapter): the NIC switch was not created, because virtual functions ' +
    `could not be enabled. ${pf}: ${range.replace('N', String(count))}`;
  const outOfRange = "can't enable N VFs (bus 02 out of range of [bus 01]).";

  it('are told of in the event log, once for each time that Windows tries', () => {
    const engine = packer(noAri);
    const id = sriovSwitch(engine);
    const entry = {
      at: startAt,
      level: 'Error',
      source: 'SR-IOV simulation',
      eventId: null,
      simulated: true,
      text: sentence(64, outOfRange),
    };
    expect(failures(engine)).toEqual([entry]);
    const space = JSON.stringify(engine.configSpace(pf));
    engine.advance(10_000);
    done(engine, { name: 'nic.setCable', input: { id: pf, plugged: false } });
    done(engine, { name: 'switch.modify', input: { id, name: 'T' } });
    done(engine, {
      name: 'vm.create',
      input: { name: 'V', generation: 2, startupMemoryMb: 512, switchId: id },
    });
    expect(failures(engine)).toEqual([entry]);
    expect(JSON.stringify(engine.configSpace(pf))).toBe(space);
    setNumVfs(engine, 4);
    expect(failures(engine).slice(1)).toMatchObject([{ text: sentence(4, outOfRange) }]);
    setNumVfs(engine, 3);
    waitFor(engine, 'the VFs', () => engine.world.vf.size === 3);
    expect(failures(engine)).toHaveLength(2);
    expect(engine.world.nic.get(pf)?.vfEnableError).toBeNull();
    engine.check();
  });

  it('are tried anew with another switch and after a restart of the host', () => {
    const engine = packer(noAri);
    const id = sriovSwitch(engine);
    done(engine, { name: 'switch.remove', input: { id } });
    expect(engine.world.nic.get(pf)?.vfEnableError).toBeNull();
    sriovSwitch(engine);
    expect(failures(engine)).toHaveLength(2);
    restartHost(engine);
    engine.advance(1000);
    expect(failures(engine)).toHaveLength(3);
  });

  it('may lack address space', () => {
    const engine = packer(ari);
    done(engine, { name: 'firmware.configure', input: { settings: { sriovSupport: false } } });
    restartHost(engine);
    expect(supportOf(engine)).toBe('NoVfBarSpace');
    sriovSwitch(engine);
    expect(failures(engine)).toMatchObject([{ text: sentence(64, 'not enough MMIO resources for SR-IOV.') }]);
  });

  it('are not even tried where remapping is missing, or nobody asks for them', () => {
    const engine = packer(noAri);
    const input = { name: 'S', type: 'External', nicId: pf, iovEnabled: false } as const;
    const [id = ''] = done(engine, { name: 'switch.create', input });
    done(engine, { name: 'switch.remove', input: { id } });
    done(engine, { name: 'firmware.configure', input: { settings: { ioVirtualization: false } } });
    restartHost(engine);
    sriovSwitch(engine);
    engine.advance(1000);
    expect(supportOf(engine)).toBe('NoIoMmuSupport');
    expect(failures(engine)).toEqual([]);
  });

  it('fail alike however time is cut, and after a save', () => {
    const [whole, cut] = [packer(noAri), packer(noAri)];
    for (const each of [whole, cut]) {
      sriovSwitch(each);
      done(each, { name: 'nic.configure', input: { id: pf, properties: { numVfs: 8 } } });
    }
    const saved = JSON.parse(JSON.stringify(cut.save())) as ReturnType<Engine['save']>;
    const restored = restoreEngine(saved, model);
    whole.advance(9000);
    for (let step = 0; step < 9; step += 1) restored.advance(1000);
    expect(failures(whole)).toHaveLength(2);
    expect(restored.save()).toEqual(whole.save());
  });
});
