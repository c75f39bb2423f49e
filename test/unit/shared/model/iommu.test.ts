import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/engine/engine';
import { iommuView } from '../../../../src/shared/model/iommu';
import type { IommuView } from '../../../../src/shared/model/iommu';
import {
  adapterOf,
  done,
  iovVm,
  newEngine,
  nicNamed,
  restartHost,
  startAt,
  vmOf,
  waitFor,
} from '../../../support/engine';

function rowAt(engine: Engine, address: string): IommuView['rows'][number] | undefined {
  return iommuView(engine.world).rows.find((row) => row.address === address);
}

describe('the remapping tables', () => {
  it("give a VF its VM's memory from the programming until it is free", () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    engine.advance(1000);
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ owner: 'parent partition', memory: null });
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'allocation', () => adapterOf(engine, vmId).assignment?.step === 'allocating');
    expect(rowAt(engine, '0000:01:10.0')?.memory).toBeNull();
    waitFor(engine, 'VF', () => adapterOf(engine, vmId).assignment?.step === 'active');
    const since = engine.events(1000).findLast(({ text }) => text.includes('was allocated'))?.at;
    expect(since).toBeGreaterThan(startAt);
    const own = { vmId, owner: vmOf(engine, vmId).name, memory: { of: 'VM 1', mb: 1024 }, since };
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ routingId: 0x0180, ...own });
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject(own);
    waitFor(engine, 'freed', () => adapterOf(engine, vmId).assignment === null);
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ vmId: null, memory: null, since: null });
  });

  it('never admit a VF whose VM is turned off before they are programmed', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    engine.advance(1000);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'allocation', () => adapterOf(engine, vmId).assignment?.step === 'allocating');
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    expect(adapterOf(engine, vmId).assignment?.step).toBe('resettingVf');
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ memory: null, since: null });
  });

  it('have their entries since the start of the host, or since the card was put back', () => {
    const engine = newEngine();
    const nicId = nicNamed(engine, /X520/).id;
    expect(rowAt(engine, '0000:01:00.0')?.since).toBe(startAt);
    restartHost(engine);
    const restartedAt = engine.world.host.get('host')!.startedAt;
    expect(restartedAt).toBeGreaterThan(startAt);
    expect(rowAt(engine, '0000:01:00.0')?.since).toBe(restartedAt);
    done(engine, { name: 'fault.removeNic', input: { nicId } });
    engine.advance(1234);
    done(engine, { name: 'fault.returnNic', input: { nicId } });
    const since = iommuView(engine.world).rows.map((row) => [row.address, row.since]);
    expect(since.filter(([, at]) => at !== restartedAt)).toEqual([
      ['0000:01:00.0', engine.now()],
      ['0000:01:00.1', engine.now()],
    ]);
    restartHost(engine);
    expect(rowAt(engine, '0000:01:00.0')?.since).toBe(engine.world.host.get('host')!.startedAt);
  });

  it("give a PF what is left to its partition, and leave out a card that isn't there", () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    done(engine, { name: 'vm.start', input: { id: vmId } });
    expect(rowAt(engine, '0000:01:00.0')).toMatchObject({
      vmId: null,
      memory: { of: 'parent partition', mb: 65_536 - 1024 },
      dmaRemapping: true,
      interruptRemapping: true,
    });
    done(engine, { name: 'fault.removeNic', input: { nicId: nicNamed(engine, /X520/).id } });
    expect(rowAt(engine, '0000:01:00.0')).toBeUndefined();
  });

  it('say that without DMA remapping a device reaches everything', () => {
    const engine = newEngine();
    const settings = { ioVirtualization: false };
    done(engine, { name: 'firmware.configure', input: { settings } }, { name: 'host.restart', input: {} });
    engine.advance(30_000);
    expect(iommuView(engine.world)).toMatchObject({ dmaRemapping: false, interruptRemapping: false });
    expect(rowAt(engine, '0000:01:00.0')?.memory).toEqual({ of: 'the whole computer', mb: 65_536 });
  });
});
