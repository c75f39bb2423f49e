/** How many processors a VM has and how much of them it may use, down to the counters. */
import { beforeEach, describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../src/main/engine/engine';
import type { Engine } from '../../../../src/main/engine/engine';
import { adapterInstance, counterPath, objects } from '../../../../src/shared/model/counter';
import { idleTraffic } from '../../../../src/shared/model/traffic';
import type { TrafficProfileInput } from '../../../../src/shared/model/traffic';
import { thePlatform } from '../../../../src/shared/model/world-view';
import { adapterOf, done, model, newEngine, vmOf, waitFor } from '../../../support/engine';

let engine: Engine;
let vmId: string;

/** More than the guest's processors get done. */
const much: Partial<TrafficProfileInput> = { sendMbps: 40_000, packetBytes: 1500 };

function start(): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
  waitFor(engine, 'its adapter is up', () => {
    const { guest } = vmOf(engine, vmId);
    return guest.state === 'running' && adapterOf(engine, vmId).dataPath === 'vmbus';
  });
}

function modify(changes: { processors?: number; processorLimit?: number }): void {
  done(engine, { name: 'vm.modify', input: { id: vmId, ...changes } });
}

/** Busy share of each of the guest's processors, and what it sends, over a second. */
function figures(): { busy: number[]; sentBytes: number } {
  engine.advance(20_000);
  const vm = vmOf(engine, vmId);
  const { processors } = vm;
  const instance = adapterInstance(vm, adapterOf(engine, vmId));
  const read = (): number[] => [
    ...Array.from({ length: processors }, (_, index) =>
      engine.counterValue(counterPath(objects.virtualProcessor, `VM:Hv VP ${index}`, '% Total Run Time')),
    ),
    engine.counterValue(counterPath(objects.virtualProcessor, `VM:Hv VP ${processors}`, '% Total Run Time')),
    engine.counterValue(counterPath(objects.dataPath, instance, 'Bytes Sent/sec')),
  ];
  const before = read();
  engine.advance(1000);
  const growth = read().map((value, index) => value - (before[index] ?? 0));
  expect(growth[processors]).toBeNaN();
  return { busy: growth.slice(0, processors), sentBytes: growth[processors + 1] ?? 0 };
}

beforeEach(() => {
  engine = newEngine();
  const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'In', type: 'Internal' } });
  const input = { name: 'VM', generation: 2, startupMemoryMb: 512, processors: 1, switchId } as const;
  vmId = done(engine, { name: 'vm.create', input })[0] ?? '';
  const { id } = adapterOf(engine, vmId);
  done(engine, { name: 'adapter.setTraffic', input: { id, traffic: { ...idleTraffic, ...much } } });
});

describe('the limit of a virtual machine', () => {
  it('holds the busy share of its processors, and with it what it sends, while it runs', () => {
    start();
    modify({ processorLimit: 20 });
    const narrow = figures();
    expect(narrow.busy[0]).toBeCloseTo(0.2, 6);
    modify({ processorLimit: 10 });
    const narrower = figures();
    expect(narrower.busy[0]).toBeCloseTo(0.1, 6);
    expect(narrower.sentBytes / narrow.sentBytes).toBeCloseTo(0.5, 1);
    modify({ processorLimit: 100 });
    expect(figures().sentBytes).toBeGreaterThan(1.2 * narrow.sentBytes);
  });

  it('holds in a host that comes out of a document', () => {
    start();
    modify({ processorLimit: 10 });
    const before = figures();
    engine = restoreEngine(engine.save(), model);
    expect(figures().busy[0]).toBeCloseTo(before.busy[0] ?? 0, 9);
  });
});

describe('the number of virtual processors', () => {
  it('is what the next start brings, and the same share of more of them does more', () => {
    modify({ processors: 2, processorLimit: 10 });
    start();
    const two = figures();
    expect(two.busy).toHaveLength(2);
    for (const share of two.busy) expect(share).toBeCloseTo(0.1, 6);
    done(engine, { name: 'vm.turnOff', input: { id: vmId } });
    modify({ processors: 4 });
    start();
    const four = figures();
    expect(four.busy).toHaveLength(4);
    expect(four.sentBytes / two.sentBytes).toBeCloseTo(2, 1);
  });
});

describe('processors that two virtual machines want', () => {
  let otherId: string;

  /** Busy share of all processors of a VM together, as the total of its instances has it. */
  function busy(id: string): number {
    const vm = vmOf(engine, id);
    const read = (): number =>
      engine.counterValue(counterPath(objects.virtualProcessor, `${vm.name}:Hv VP 0`, '% Total Run Time'));
    const before = read();
    engine.advance(1000);
    return read() - before;
  }

  beforeEach(() => {
    const { logicalProcessors } = thePlatform(engine.world);
    const { switchId } = adapterOf(engine, vmId);
    const input = { name: 'Other', generation: 2, startupMemoryMb: 512, switchId } as const;
    otherId = done(engine, { name: 'vm.create', input })[0] ?? '';
    for (const id of [vmId, otherId]) {
      const adapterId = adapterOf(engine, id).id;
      const traffic = { ...idleTraffic, sendMbps: 400_000, connections: logicalProcessors };
      done(
        engine,
        { name: 'vm.modify', input: { id, processors: logicalProcessors } },
        { name: 'adapter.setTraffic', input: { id: adapterId, traffic } },
        { name: 'vm.start', input: { id } },
      );
    }
    engine.advance(120_000);
  });

  it('go to them evenly at first, and to their weights when these are set', () => {
    expect(busy(otherId) / busy(vmId)).toBeCloseTo(1, 2);
    done(engine, { name: 'vm.modify', input: { id: otherId, processorWeight: 300 } });
    engine.advance(1000);
    expect(busy(otherId) / busy(vmId)).toBeCloseTo(3, 2);
    expect(busy(vmId)).toBeGreaterThan(0.01);
  });

  it('go to a reserve before any weight', () => {
    done(engine, { name: 'vm.modify', input: { id: vmId, processorReserve: 20, processorWeight: 1 } });
    engine.advance(1000);
    expect(busy(vmId)).toBeCloseTo(0.2, 4);
    expect(busy(otherId)).toBeGreaterThan(0);
  });
});
