/** Every change of a receive filter in the NIC switch is an OID in the trace. */
import { describe, expect, it } from 'vitest';
import { builtInHost } from '../../../../../src/main/hosts/built-in-host';
import type { Engine, Hardware } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { adapterOf, done, iovVm, newEngine, nicNamed, waitFor } from '../../../../support/engine';

interface Place {
  readonly engine: Engine;
  readonly vmId: string;
  readonly id: string;
  readonly switchId: string;
  readonly nicId: string;
}

/** A VM that is off, on a switch with SR-IOV whose NIC switch is there; the VM asks for nothing of it. */
function place(hardware?: Hardware): Place {
  const engine = newEngine(hardware === undefined ? {} : { hardware });
  const { vmId, adapterId: id, switchId } = iovVm(engine);
  done(engine, { name: 'adapter.modify', input: { id, iovWeight: 0, vmqWeight: 0 } });
  const nicId = nicNamed(engine, /X520/).id;
  waitFor(engine, 'the NIC switch', () => nicNamed(engine, /X520/).numVfs > 0);
  return { engine, vmId, id, switchId, nicId };
}

/** What the commands lead to: the OIDs about the adapter's filter, with the VPorts and the VLAN they name. */
function filterOids({ engine, id }: Place, ...commands: Command[]): unknown[] {
  const before = engine.trace(5000).length;
  done(engine, ...commands);
  engine.advance(20_000);
  engine.check();
  return engine
    .trace(5000)
    .slice(before)
    .filter((entry) => entry.adapterId === id && /RECEIVE_FILTER/.test(entry.name))
    .map(({ name, parameters }) => {
      const [, verb] = /OID_RECEIVE_FILTER_(\w+)_FILTER/.exec(name) ?? [];
      const { VPortId, SourceVPortId, DestVPortId, VlanId } = parameters;
      return [verb, VPortId ?? [SourceVPortId, DestVPortId], VlanId];
    });
}

/** Another external switch with SR-IOV, on the other port of the same card. */
function otherSwitch({ engine, nicId }: Place): { switchId: string; nicId: string } {
  const other = [...engine.world.nic.values()].find(
    (nic) => /X520/.test(nic.interfaceDescription) && nic.id !== nicId,
  );
  const input = { name: 'Other', type: 'External', nicId: other!.id, iovEnabled: true } as const;
  const [switchId = ''] = done(engine, { name: 'switch.create', input });
  engine.advance(1000);
  return { switchId, nicId: other!.id };
}

/** VPorts enough to have some for VMQs. */
function manyVPorts(): Hardware {
  const hardware = builtInHost();
  const nics = hardware.nics.map((nic) =>
    nic.nicSwitch === null
      ? nic
      : { ...nic, nicSwitch: { ...nic.nicSwitch, maxVPorts: 128, queuePairs: 256 } },
  );
  return { ...hardware, nics };
}

describe('on the default VPort a filter', () => {
  it('is set when the VM starts and cleared when it stops', () => {
    const at = place();
    const { engine, vmId, id } = at;
    expect(filterOids(at, { name: 'vm.start', input: { id: vmId } })).toEqual([['SET', 0, 0]]);
    const { macAddress, filter } = adapterOf(engine, vmId);
    expect(filter).toEqual({ nicId: at.nicId, vPortId: 0, macAddress, vlanId: null });
    const [entry] = engine.trace(1, ({ name }) => name === 'OID_RECEIVE_FILTER_SET_FILTER');
    expect(entry).toMatchObject({ adapterId: id, nicId: at.nicId, kind: 'method' });
    expect(entry?.parameters).toEqual({ VPortId: 0, MacAddress: macAddress, VlanId: 0 });
    expect(filterOids(at, { name: 'vm.turnOff', input: { id: vmId } })).toEqual([['CLEAR', 0, 0]]);
    expect(adapterOf(engine, vmId).filter).toBeNull();
  });

  it('goes with a saved VM and comes back with it', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'vm.save', input: { id: at.vmId } })).toEqual([['CLEAR', 0, 0]]);
    expect(filterOids(at, { name: 'vm.start', input: { id: at.vmId } })).toEqual([['SET', 0, 0]]);
  });

  it('follows the VLAN: the new one is set before the old one is cleared', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'adapter.modify', input: { id: at.id, vlanId: 42 } })).toEqual([
      ['SET', 0, 42],
      ['CLEAR', 0, 0],
    ]);
  });

  it('follows the connection of the adapter', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    const { id, switchId } = at;
    const connect = (to: string | null): Command => ({
      name: 'adapter.modify',
      input: { id, switchId: to },
    });
    expect(filterOids(at, connect(null))).toEqual([['CLEAR', 0, 0]]);
    expect(filterOids(at, connect(switchId))).toEqual([['SET', 0, 0]]);
    const other = otherSwitch(at);
    expect(filterOids(at, connect(other.switchId))).toEqual([
      ['CLEAR', 0, 0],
      ['SET', 0, 0],
    ]);
    expect(adapterOf(at.engine, at.vmId).filter?.nicId).toBe(other.nicId);
  });

  it('is not touched by what does not concern it', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    const commands: Command[] = [
      { name: 'adapter.modify', input: { id: at.id, maximumMbps: 100 } },
      { name: 'vm.pause', input: { id: at.vmId } },
    ];
    expect(filterOids(at, ...commands)).toEqual([]);
  });

  it('is cleared when the adapter is removed from the running VM', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'adapter.remove', input: { id: at.id } })).toEqual([['CLEAR', 0, 0]]);
  });

  it('is set anew when the NIC switch was deleted and made again', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'nic.restart', input: { id: at.nicId } })).toEqual([
      ['CLEAR', 0, 0],
      ['SET', 0, 0],
    ]);
  });

  it('is gone without a word when the PF fails', () => {
    const at = place();
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'fault.failPf', input: { nicId: at.nicId } })).toEqual([]);
    expect(adapterOf(at.engine, at.vmId).filter).toBeNull();
  });
});

describe('with a VMQ a filter', () => {
  it('is moved to its VPort and cleared there when the VM stops', () => {
    const at = place(manyVPorts());
    done(at.engine, { name: 'adapter.modify', input: { id: at.id, vmqWeight: 100 } });
    expect(filterOids(at, { name: 'vm.start', input: { id: at.vmId } })).toEqual([
      ['SET', 0, 0],
      ['MOVE', [0, 1], 0],
    ]);
    expect(filterOids(at, { name: 'adapter.modify', input: { id: at.id, vlanId: 7 } })).toEqual([
      ['SET', 1, 7],
      ['CLEAR', 1, 0],
    ]);
    expect(filterOids(at, { name: 'vm.turnOff', input: { id: at.vmId } })).toEqual([['CLEAR', 1, 7]]);
  });

  it('goes back to the default VPort when the VMQ is taken away', () => {
    const at = place(manyVPorts());
    done(at.engine, { name: 'adapter.modify', input: { id: at.id, vmqWeight: 100 } });
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    expect(filterOids(at, { name: 'adapter.modify', input: { id: at.id, vmqWeight: 0 } })).toEqual([
      ['MOVE', [1, 0], 0],
    ]);
  });
});

describe('with a VF a filter', () => {
  it('is moved to its VPort, back when the VM stops, and then cleared', () => {
    const at = place();
    done(at.engine, { name: 'adapter.modify', input: { id: at.id, iovWeight: 100 } });
    expect(filterOids(at, { name: 'vm.start', input: { id: at.vmId } })).toEqual([
      ['SET', 0, 0],
      ['MOVE', [0, 1], 0],
    ]);
    expect(filterOids(at, { name: 'vm.turnOff', input: { id: at.vmId } })).toEqual([
      ['MOVE', [1, 0], 0],
      ['CLEAR', 0, 0],
    ]);
  });

  it('follows a VLAN that changes while the VF is taken back', () => {
    const at = place();
    done(at.engine, { name: 'adapter.modify', input: { id: at.id, iovWeight: 100 } });
    filterOids(at, { name: 'vm.start', input: { id: at.vmId } });
    const input = { id: at.id, iovWeight: 0, vlanId: 9 };
    expect(filterOids(at, { name: 'adapter.modify', input })).toEqual([
      ['SET', 1, 9],
      ['CLEAR', 1, 0],
      ['MOVE', [1, 0], 9],
    ]);
  });
});
