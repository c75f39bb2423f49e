import { describe, expect, it } from 'vitest';
import { roundTop, trafficPaths, trafficRow } from '../../../../src/renderer/charts/traffic-series';
import { newEngine } from '../../../support/engine';
import { fakeAdapter, fakeVm } from '../support/fake-world';

const legacy = fakeAdapter({ id: 'adapter-2', kind: 'legacy', name: 'Legacy Network Adapter' });

describe('trafficPaths', () => {
  it('names three counters per adapter and then the run time of the root partition', () => {
    expect(trafficPaths(fakeVm(), [fakeAdapter(), legacy])).toEqual([
      '\\Simulator Data Path(Web01_Network Adapter_vm-1--adapter-1)\\Emulated Bytes/sec',
      '\\Simulator Data Path(Web01_Network Adapter_vm-1--adapter-1)\\VMBus Bytes/sec',
      '\\Simulator Data Path(Web01_Network Adapter_vm-1--adapter-1)\\VF Bytes/sec',
      '\\Simulator Data Path(Web01_Legacy Network Adapter_vm-1--adapter-2)\\Emulated Bytes/sec',
      '\\Simulator Data Path(Web01_Legacy Network Adapter_vm-1--adapter-2)\\VMBus Bytes/sec',
      '\\Simulator Data Path(Web01_Legacy Network Adapter_vm-1--adapter-2)\\VF Bytes/sec',
      '\\Hyper-V Hypervisor Root Virtual Processor(_Total)\\% Total Run Time',
    ]);
  });

  it('names counters of the kinds that the rows are made for', () => {
    const engine = newEngine();
    const created = engine.execute([
      {
        name: 'vm.create',
        input: { name: 'Web', generation: 2, startupMemoryMb: 1024, switchId: null },
      },
    ]);
    expect(created.ok).toBe(true);
    const [vm] = engine.world.vm.values();
    const [adapter] = engine.world.adapter.values();
    const kinds = trafficPaths(vm!, [adapter!]).map((path) => engine.counterKind(path));
    expect(kinds).toEqual(['rate', 'rate', 'rate', 'percent']);
  });
});

describe('trafficRow', () => {
  it('sums the adapters in megabits per second and scales the CPU to one logical processor', () => {
    // Two adapters; bytes of half a second, and 0.05 s of run time on the average root processor.
    const earlier = Float64Array.of(0, 1_000_000, 0, 0, 0, 500, 10);
    const later = Float64Array.of(0, 2_000_000, 0, 250_000, 0, 1_000_500, 10.05);
    const row = trafficRow(earlier, later, 500, 16);
    expect(row[0]).toBeCloseTo(4);
    expect(row[1]).toBeCloseTo(16);
    expect(row[2]).toBeCloseTo(16);
    expect(row[3]).toBeCloseTo(160);
  });

  it('has no value where no counter exists, and counts the adapters that do', () => {
    const gone = Number.NaN;
    const earlier = Float64Array.of(gone, gone, gone, gone, 0, 0, gone);
    const later = Float64Array.of(gone, 125_000, gone, gone, 125_000, 250_000, 1);
    expect([...trafficRow(earlier, later, 1000, 4)]).toEqual([gone, 1, 2, gone]);
  });

  it('has no value while no time has passed', () => {
    const sample = Float64Array.of(1, 2, 3, 4);
    expect([...trafficRow(sample, sample, 0, 4)]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('roundTop', () => {
  it.each([
    [0, 10],
    [10, 10],
    [11, 20],
    [39.9, 40],
    [41, 60],
    [612, 800],
    [9412, 10_000],
    [12_444, 20_000],
    [Number.NEGATIVE_INFINITY, 10],
  ])('holds %d under %d', (value, top) => {
    expect(roundTop(value, 10)).toBe(top);
  });
});
