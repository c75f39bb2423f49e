import { describe, expect, it } from 'vitest';
import { captionRows, pathMarkers } from '../../../../src/renderer/charts/path-markers';
import type { PathMoment } from '../../../../src/renderer/charts/path-markers';
import type { Adapter, DataPath } from '../../../../src/shared/model/adapter';
import type { EventRecord } from '../../../../src/shared/model/event';
import { fakeAdapter } from '../support/fake-world';

function moment(adapters: readonly Adapter[], events: readonly EventRecord[] = []): PathMoment {
  return { adapters: new Map(adapters.map((adapter) => [adapter.id, adapter])), events };
}

function event(sequence: number, at: number, adapterId: string | null): EventRecord {
  const nowhere = { source: 'Hyper-V-SynthNic', eventId: null, text: '', simulated: true, vmId: null };
  return { sequence, at, level: 'Information', adapterId, ...nowhere };
}

function change(from: DataPath, to: DataPath): ReturnType<typeof pathMarkers> {
  const before = moment([fakeAdapter({ dataPath: from })]);
  return pathMarkers('vm-1', before, moment([fakeAdapter({ dataPath: to })]), 1000);
}

describe('pathMarkers', () => {
  it('marks the way to the VF and the way back', () => {
    expect(change('vmbus', 'vf')).toEqual([{ at: 1000, to: 'vf' }]);
    expect(change('vf', 'vmbus')).toEqual([{ at: 1000, to: 'software' }]);
  });

  it('says nothing of other changes: a VM that starts or is turned off moves no traffic', () => {
    expect(change('none', 'vmbus')).toEqual([]);
    expect(change('vf', 'none')).toEqual([]);
    expect(change('vf', 'vf')).toEqual([]);
  });

  it('says nothing of other VMs and of adapters that have just come', () => {
    const other = fakeAdapter({ vmId: 'vm-2' });
    const after = [{ ...other, dataPath: 'vf' as const }, fakeAdapter({ id: 'new', dataPath: 'vf' })];
    expect(pathMarkers('vm-1', moment([other]), moment(after), 5)).toEqual([]);
  });

  it('takes the moment from the newest new entry of the log about the adapter', () => {
    const before = moment([fakeAdapter({ dataPath: 'vmbus' })], [event(1, 100, 'adapter-1')]);
    const log = [event(1, 100, 'adapter-1'), event(2, 200, 'adapter-1'), event(3, 300, null)];
    const after = moment([fakeAdapter({ dataPath: 'vf' })], log);
    expect(pathMarkers('vm-1', before, after, 999)).toEqual([{ at: 200, to: 'vf' }]);
  });

  it('marks adapters that move together once', () => {
    const two = (dataPath: DataPath): Adapter[] => [
      fakeAdapter({ dataPath }),
      fakeAdapter({ id: 'adapter-2', dataPath }),
    ];
    expect(pathMarkers('vm-1', moment(two('vmbus')), moment(two('vf')), 7)).toEqual([{ at: 7, to: 'vf' }]);
  });
});

describe('captionRows', () => {
  it('puts a caption below those that it would cover and uses a row again once it is free', () => {
    const spans = [
      { left: 0, width: 50 },
      { left: 20, width: 50 },
      { left: 40, width: 50 },
      { left: 60, width: 10 },
    ];
    expect(captionRows(spans)).toEqual([0, 1, 2, 0]);
  });
});
