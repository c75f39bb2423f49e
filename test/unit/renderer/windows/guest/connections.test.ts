import { describe, expect, it } from 'vitest';
import { connectionsOf } from '../../../../../src/renderer/windows/guest/connections';
import type { Connection } from '../../../../../src/renderer/windows/guest/connections';
import { iovVm, done, newEngine } from '../../../../support/engine';
import type { OperatingSystem } from '../../../../../src/shared/model/guest-systems';
import type { Engine } from '../../../../../src/main/engine/engine';

function started(operatingSystem: OperatingSystem): { engine: Engine; vmId: string; adapterId: string } {
  const engine = newEngine();
  const { vmId } = iovVm(engine, { name: 'Web' });
  done(engine, { name: 'guest.setOperatingSystem', input: { vmId, operatingSystem } });
  done(engine, { name: 'vm.start', input: { id: vmId } });
  engine.advance(60_000);
  const adapterId = [...engine.world.adapter.values()].find((each) => each.vmId === vmId)!.id;
  return { engine, vmId, adapterId };
}

function connections({ engine, vmId }: { engine: Engine; vmId: string }): readonly Connection[] {
  return connectionsOf(engine.world, engine.world.vm.get(vmId)!);
}

function fact(connection: Connection | undefined, caption: string): string | undefined {
  return connection?.groups.flatMap(({ facts }) => facts).find(([name]) => name === caption)?.[1];
}

describe('connectionsOf', () => {
  it('keeps one connection in Windows whichever way its packets go', () => {
    const guest = started('Windows Server 2022');
    const [one, ...others] = connections(guest);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ name: 'Ethernet', status: 'Enabled', slave: false });
    expect(fact(one, 'Speed:')).toBe('10.0 Gbps');
    expect(fact(one, 'Traffic goes by:')).toContain('past the virtual switch');
    done(guest.engine, { name: 'adapter.modify', input: { id: guest.adapterId, iovWeight: 0 } });
    guest.engine.advance(20_000);
    const [after, ...more] = connections(guest);
    expect(more).toEqual([]);
    expect(after).toMatchObject({ id: one!.id, name: 'Ethernet', status: 'Enabled' });
    expect(fact(after, 'Traffic goes by:')).toContain('synthetic path');
    expect(fact(after, 'Path changes:')).toMatch(/^2; .*no connection lost$/);
  });

  it("shows a VF as its master's slave in Linux while it is there", () => {
    const guest = started('Linux');
    const [master, slave] = connections(guest);
    expect(master).toMatchObject({ name: 'eth0', status: 'state UP', slave: false });
    expect(slave).toMatchObject({ status: 'master eth0, state UP', slave: true });
    expect(slave!.name).toMatch(/^enP\d+p0s2$/);
    expect(fact(slave, 'Physical Address:')).toBe(fact(master, 'Physical Address:'));
    done(guest.engine, { name: 'guest.setVfDriver', input: { vmId: guest.vmId, installed: false } });
    guest.engine.advance(20_000);
    expect(connections(guest).map(({ name }) => name)).toEqual(['eth0']);
  });

  it('tells of a cable that is out', () => {
    const guest = started('Windows Server 2022');
    const nicId = [...guest.engine.world.switch.values()][0]!.nicId!;
    done(guest.engine, { name: 'nic.setCable', input: { id: nicId, plugged: false } });
    guest.engine.advance(10_000);
    const [one] = connections(guest);
    expect(one).toMatchObject({ status: 'Network cable unplugged' });
    expect(fact(one, 'Speed:')).toBe('-');
  });
});
