import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/engine/engine';
import { iommuView } from '../../../../src/shared/model/iommu';
import type { IommuView } from '../../../../src/shared/model/iommu';
import { adapterOf, done, iovVm, newEngine, nicNamed, vmOf, waitFor } from '../../../support/engine';

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
    const own = { vmId, owner: vmOf(engine, vmId).name, memory: { of: 'VM 1', mb: 1024 } };
    waitFor(engine, 'VF', () => adapterOf(engine, vmId).assignment?.step === 'active');
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ routingId: 0x0180, ...own });
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject(own);
    waitFor(engine, 'freed', () => adapterOf(engine, vmId).assignment === null);
    expect(rowAt(engine, '0000:01:10.0')).toMatchObject({ vmId: null, memory: null });
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
