import { describe, expect, it } from 'vitest';
import { iovObstacles } from '../../../../../../src/renderer/dialogs/vm-settings/network-adapter/iov-outlook';
import { valueOf } from '../../../../../../src/renderer/dialogs/vm-settings/network-adapter/adapter-value';
import type { AdapterValue } from '../../../../../../src/renderer/dialogs/vm-settings/network-adapter/adapter-value';
import { networkAdapter } from '../../../../../../src/renderer/text/en/network-adapter';
import type { Engine } from '../../../../../../src/main/engine/engine';
import { reasonText } from '../../../../../../src/shared/model/iov-reason';
import type { IovReason } from '../../../../../../src/shared/model/iov-reason';
import { adapterOf, done, iovVm, newEngine } from '../../../../../support/engine';

function texts(engine: Engine, vmId: string, patch: Partial<AdapterValue> = {}): string[] {
  const adapter = adapterOf(engine, vmId);
  return iovObstacles(engine.world, adapter, { ...valueOf(adapter), ...patch }).map((each) => each.text);
}

function textOf(reason: IovReason): string {
  return reasonText(reason).text;
}

describe('what stands in the way of SR-IOV', () => {
  it('is nothing when all links hold, ticked or not', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    expect(texts(engine, vmId)).toEqual([]);
    expect(texts(engine, vmId, { iov: false })).toEqual([]);
  });

  it('follows the switch of the draft, not that of the host', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    expect(texts(engine, vmId, { switchId })).toEqual([textOf('switchNotExternal')]);
    expect(texts(engine, vmId, { switchId: null })).toEqual([networkAdapter.iovNotConnected]);
  });

  it('names a switch that was created without SR-IOV', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine, { switchIov: false });
    expect(texts(engine, vmId)).toEqual([textOf('switchWithoutIov')]);
  });

  it.each([
    ['macSpoofing', { macSpoofing: true }],
    ['dhcpGuard', { dhcpGuard: true }],
    ['routerGuard', { routerGuard: true }],
    ['portMirroring', { portMirroring: 'Source' }],
    ['bandwidthLimit', { bandwidth: true, maximumMbps: 100 }],
  ] as const)('names %s of the draft, which the host does not know yet', (reason, patch) => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    expect(texts(engine, vmId, patch)).toEqual([textOf(reason)]);
  });

  it('names a missing driver in the guest', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    const vm = engine.world.vm.get(vmId)!;
    const guest = { ...vm.guest, vfDriverInstalled: false };
    const world = { ...engine.world, vm: new Map([[vmId, { ...vm, guest }]]) };
    const adapter = adapterOf(engine, vmId);
    expect(iovObstacles(world, adapter, valueOf(adapter)).map((each) => each.text)).toEqual([
      textOf('guestDriverMissing'),
    ]);
  });

  it('names virtual functions that others own, but not when the adapter owns one itself', () => {
    const engine = newEngine();
    const { vmId, switchId } = iovVm(engine);
    engine.advance(1000);
    const own = adapterOf(engine, vmId);
    const nicId = engine.world.switch.get(switchId)?.nicId;
    const owned = (ownerOfFirst: string) =>
      new Map(
        [...engine.world.vf.values()]
          .filter((vf) => vf.nicId === nicId)
          .map((vf, index) => [vf.id, { ...vf, adapterId: index === 0 ? ownerOfFirst : 'another' }]),
      );
    expect(owned('another').size).toBeGreaterThan(0);
    const seen = (vf: ReturnType<typeof owned>) =>
      iovObstacles({ ...engine.world, vf }, own, valueOf(own)).map((each) => each.text);
    expect(seen(owned('another'))).toEqual([textOf('noFreeVf')]);
    expect(seen(owned(own.id))).toEqual([]);
  });

  it('does not repeat the host in the adapter', () => {
    const engine = newEngine();
    const { vmId } = iovVm(engine);
    const platform = engine.world.platform.get('platform')!;
    const off = { ...platform, firmware: { ...platform.firmware, pcieNativeControl: false } };
    const world = { ...engine.world, platform: new Map([['platform', off]]) };
    const adapter = adapterOf(engine, vmId);
    expect(iovObstacles(world, adapter, valueOf(adapter)).map((each) => each.text)).toEqual([
      textOf('noPcieNativeControl'),
    ]);
  });
});
