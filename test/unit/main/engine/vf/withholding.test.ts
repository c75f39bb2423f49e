/** Cause x effect: everything that keeps a VF away or takes it back, produced, named, cured. */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import type { Adapter } from '../../../../../src/shared/model/adapter';
import { reasonText } from '../../../../../src/shared/model/iov-reason';
import type { IovReason } from '../../../../../src/shared/model/iov-reason';
import { iovReasons, networkingStatus } from '../../../../../src/shared/model/iov-status';
import { adapterOf, done, iovVm, newEngine, nicNamed, waitFor } from '../../../../support/engine';

interface Place {
  readonly engine: Engine;
  readonly vmId: string;
  readonly id: string;
  readonly switchId: string;
  readonly nicId: string;
}

interface Case {
  readonly cause: string;
  readonly produce: (place: Place) => Command[];
  readonly cure: (place: Place) => Command[];
  readonly reason: IovReason;
  /** What the Networking tab says meanwhile. */
  readonly status?: string;
  /** The VF stays with the adapter, unused. */
  readonly keepsVf?: boolean;
  /** Nothing is asked of the guest. */
  readonly abrupt?: boolean;
}

type AdapterInput = Omit<Extract<Command, { name: 'adapter.modify' }>['input'], 'id'>;

function set(input: AdapterInput): (place: Place) => Command[] {
  return ({ id }) => [{ name: 'adapter.modify', input: { id, ...input } }];
}

function configure(
  properties: Extract<Command, { name: 'nic.configure' }>['input']['properties'],
): (place: Place) => Command[] {
  return ({ nicId }) => [{ name: 'nic.configure', input: { id: nicId, properties } }];
}

const degraded = 'Degraded (SR-IOV not operational)';

const cases: readonly Case[] = [
  {
    cause: 'the box is cleared',
    produce: set({ iovWeight: 0 }),
    cure: set({ iovWeight: 100 }),
    reason: 'adapterWithoutIov',
    status: 'OK',
  },
  {
    cause: 'MAC address spoofing',
    produce: set({ macSpoofing: true }),
    cure: set({ macSpoofing: false }),
    reason: 'macSpoofing',
  },
  {
    cause: 'port mirroring',
    produce: set({ portMirroring: 'Source' }),
    cure: set({ portMirroring: 'None' }),
    reason: 'portMirroring',
  },
  { cause: 'a port ACL', produce: set({ portAcl: true }), cure: set({ portAcl: false }), reason: 'portAcl' },
  {
    cause: 'DHCP guard',
    produce: set({ dhcpGuard: true }),
    cure: set({ dhcpGuard: false }),
    reason: 'dhcpGuard',
  },
  {
    cause: 'router guard',
    produce: set({ routerGuard: true }),
    cure: set({ routerGuard: false }),
    reason: 'routerGuard',
  },
  {
    cause: 'a maximum bandwidth',
    produce: set({ maximumMbps: 500 }),
    cure: set({ maximumMbps: 0 }),
    reason: 'bandwidthLimit',
  },
  {
    cause: 'a forwarding extension',
    produce: ({ switchId }) => [
      { name: 'switch.modify', input: { id: switchId, forwardingExtension: true } },
    ],
    cure: ({ switchId }) => [{ name: 'switch.modify', input: { id: switchId, forwardingExtension: false } }],
    reason: 'forwardingExtension',
  },
  {
    cause: 'a guest without the VF driver',
    produce: ({ vmId }) => [{ name: 'guest.setVfDriver', input: { vmId, installed: false } }],
    cure: ({ vmId }) => [{ name: 'guest.setVfDriver', input: { vmId, installed: true } }],
    reason: 'guestDriverMissing',
    keepsVf: true,
  },
  {
    cause: 'Disable-NetAdapterSriov',
    produce: configure({ sriov: false }),
    cure: configure({ sriov: true }),
    reason: 'nicSriovDisabled',
  },
  {
    cause: 'NumVFs of 0',
    produce: configure({ numVfs: 0 }),
    cure: configure({ numVfs: 63 }),
    reason: 'nicWithoutVfs',
  },
  {
    cause: 'a PF driver without SR-IOV',
    produce: ({ nicId }) => [{ name: 'nic.setDriver', input: { id: nicId, sriov: false } }],
    cure: ({ nicId }) => [{ name: 'nic.setDriver', input: { id: nicId, sriov: true } }],
    reason: 'MissingPfDriver',
  },
  {
    cause: 'a disabled adapter',
    produce: ({ nicId }) => [{ name: 'nic.setEnabled', input: { id: nicId, enabled: false } }],
    cure: ({ nicId }) => [{ name: 'nic.setEnabled', input: { id: nicId, enabled: true } }],
    reason: 'nicDisabled',
  },
  {
    cause: 'a fault of the PF driver',
    produce: ({ nicId }) => [{ name: 'fault.failPf', input: { nicId } }],
    cure: ({ nicId }) => [{ name: 'nic.restart', input: { id: nicId } }],
    reason: 'pfDriverFailed',
    abrupt: true,
  },
  {
    cause: 'a card that is pulled out',
    produce: ({ nicId }) => [{ name: 'fault.removeNic', input: { nicId } }],
    cure: ({ nicId }) => [{ name: 'fault.returnNic', input: { nicId } }],
    reason: 'nicMissing',
    abrupt: true,
  },
  {
    cause: 'a cable that is out',
    produce: ({ nicId }) => [{ name: 'nic.setCable', input: { id: nicId, plugged: false } }],
    cure: ({ nicId }) => [{ name: 'nic.setCable', input: { id: nicId, plugged: true } }],
    reason: 'vfMediaDisconnected',
    keepsVf: true,
  },
  {
    cause: 'packets larger than the adapter lets through',
    produce: ({ id }) => [
      {
        name: 'adapter.setTraffic',
        input: { id, traffic: { protocol: 'udp', sendMbps: 1, receiveMbps: 0, packetBytes: 9000 } },
      },
    ],
    cure: configure({ jumboPacket: 9014 }),
    reason: 'vfMtuMismatch',
    keepsVf: true,
  },
];

function place(): Place {
  const engine = newEngine();
  const { vmId, adapterId: id, switchId } = iovVm(engine);
  done(engine, { name: 'vm.start', input: { id: vmId } });
  const nicId = nicNamed(engine, /X520/).id;
  const found = { engine, vmId, id, switchId, nicId };
  waitFor(engine, 'the VF', () => adapter(found).dataPath === 'vf');
  return found;
}

function adapter({ engine, vmId }: Place): Adapter {
  return adapterOf(engine, vmId);
}

function traced({ engine, id }: Place): string[] {
  return engine.trace(1000, (entry) => entry.adapterId === id).map((entry) => entry.name);
}

describe.each(cases)(
  '$cause',
  ({ produce, cure, reason, status = degraded, keepsVf = false, abrupt = false }) => {
    it('takes the traffic off the VF, is named, and is cured', () => {
      const at = place();
      const { engine } = at;
      done(engine, ...produce(at));
      waitFor(engine, 'the software path', () => adapter(at).dataPath === 'vmbus');
      waitFor(engine, 'rest', () => keepsVf || adapter(at).assignment === null);
      engine.advance(5000);
      expect(adapter(at).assignment !== null).toBe(keepsVf);
      expect(networkingStatus(engine.world, adapter(at))).toBe(status);
      if (status === degraded) expect(iovReasons(engine.world, adapter(at))).toContain(reason);
      const { text, cure: advice } = reasonText(reason);
      expect([text.length, advice.length].every((length) => length > 20)).toBe(true);
      const names = traced(at);
      expect(names.includes('Rescind (surprise removal)')).toBe(abrupt);
      expect(names.includes('NVSP_MSG4_TYPE_SWITCH_DATA_PATH')).toBe(true);
      done(engine, ...cure(at));
      waitFor(engine, 'the VF again', () => adapter(at).dataPath === 'vf');
      expect(networkingStatus(engine.world, adapter(at))).toBe('OK (SR-IOV active)');
    });
  },
);

describe('a guest that cannot use SR-IOV', () => {
  it.each(['Windows Server 2008 R2', 'Windows 10 (32-bit)'] as const)('%s gets no VF', (operatingSystem) => {
    const at = place();
    const { engine, vmId } = at;
    const install = (system: 'Linux' | typeof operatingSystem): void => {
      done(engine, { name: 'vm.turnOff', input: { id: vmId } });
      done(engine, { name: 'guest.setOperatingSystem', input: { vmId, operatingSystem: system } });
      done(engine, { name: 'vm.start', input: { id: vmId } });
    };
    install(operatingSystem);
    waitFor(engine, 'the software path', () => adapter(at).dataPath === 'vmbus');
    engine.advance(10_000);
    expect(adapter(at).assignment).toBeNull();
    expect(iovReasons(engine.world, adapter(at))).toEqual(['guestUnsupported']);
    install('Linux');
    waitFor(engine, 'the VF again', () => adapter(at).dataPath === 'vf');
  });
});

describe('more VMs than VFs', () => {
  it('leaves the rest on the software path until a VF is free, the greatest weight first', () => {
    const at = place();
    const { engine, nicId, switchId } = at;
    done(engine, { name: 'nic.configure', input: { id: nicId, properties: { numVfs: 1 } } });
    const later = ['Light', 'Heavy'].map((name) => iovVm(engine, { name, switchId }));
    const [light, heavy] = later.map(({ vmId }) => vmId);
    done(engine, { name: 'adapter.modify', input: { id: later[0]!.adapterId, iovWeight: 10 } });
    for (const { vmId } of later) done(engine, { name: 'vm.start', input: { id: vmId } });
    waitFor(engine, 'the first VM on its VF', () => adapter(at).dataPath === 'vf');
    engine.advance(20_000);
    for (const vmId of [light!, heavy!]) {
      const waits = adapterOf(engine, vmId);
      expect([waits.dataPath, waits.waitingForVf]).toEqual(['vmbus', true]);
      expect(iovReasons(engine.world, waits)).toEqual(['noFreeVf']);
    }
    done(engine, { name: 'vm.turnOff', input: { id: at.vmId } });
    waitFor(engine, 'a VF for the greater weight', () => adapterOf(engine, heavy!).dataPath === 'vf');
    expect(adapterOf(engine, light!).dataPath).toBe('vmbus');
  });
});

describe('a VLAN', () => {
  it('moves the filter and leaves the VF where it is', () => {
    const at = place();
    const before = adapter(at).assignment?.vfId;
    done(at.engine, { name: 'adapter.modify', input: { id: at.id, vlanId: 42 } });
    expect(adapter(at)).toMatchObject({
      dataPath: 'vf',
      assignment: { vfId: before },
      filter: { vlanId: 42 },
    });
    expect(traced(at).slice(-2)).toEqual([
      'OID_RECEIVE_FILTER_SET_FILTER',
      'OID_RECEIVE_FILTER_CLEAR_FILTER',
    ]);
  });
});
