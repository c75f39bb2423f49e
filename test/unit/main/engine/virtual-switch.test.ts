import { describe, expect, it } from 'vitest';
import { done, newEngine, nicNamed, refused } from '../../../support/engine';
import type { Engine } from '../../../../src/main/engine/engine';

function external(engine: Engine, name = 'External', iovEnabled = false): string {
  const nicId = nicNamed(engine, /X520/).id;
  return (
    done(engine, { name: 'switch.create', input: { name, type: 'External', nicId, iovEnabled } })[0] ?? ''
  );
}

describe('a virtual switch', () => {
  it('binds its physical adapter for itself alone', () => {
    const engine = newEngine();
    const nic = nicNamed(engine, /X520/);
    external(engine);
    const refusal = refused(engine, {
      name: 'switch.create',
      input: { name: 'Second', type: 'External', nicId: nic.id },
    });
    expect(refusal).toEqual({
      code: 'nic.inUse',
      field: 'commands.0.input.nicId',
      message: `External Ethernet adapter '${nic.interfaceDescription}' is already bound to the Microsoft Virtual Switch protocol.`,
    });
  });

  it('keeps what was decided about SR-IOV: no input changes it, and conversion is refused', () => {
    const engine = newEngine();
    const id = external(engine, 'External', true);
    done(engine, { name: 'switch.modify', input: { id, name: 'Renamed', iovEnabled: false } as never });
    expect(engine.world.switch.get(id)).toMatchObject({ name: 'Renamed', iovEnabled: true });
    const refusal = refused(engine, { name: 'switch.modify', input: { id, type: 'Private' } });
    expect(refusal.message).toBe(
      'An external virtual switch with SR-IOV enabled cannot be converted to an internal or private switch.',
    );
  });

  it('can be converted without SR-IOV and lets its adapter go', () => {
    const engine = newEngine();
    const id = external(engine);
    done(engine, { name: 'switch.modify', input: { id, type: 'Internal' } });
    expect(engine.world.switch.get(id)).toMatchObject({
      type: 'Internal',
      nicId: null,
      allowManagementOs: true,
    });
    expect(nicNamed(engine, /X520/).switchId).toBeNull();
    external(engine, 'Again', true);
  });

  it('moves to another adapter', () => {
    const engine = newEngine();
    const id = external(engine);
    const other = nicNamed(engine, /82576/).id;
    done(engine, { name: 'switch.modify', input: { id, nicId: other } });
    expect(engine.world.nic.get(other)?.switchId).toBe(id);
    expect(nicNamed(engine, /X520/).switchId).toBeNull();
    engine.check();
  });

  it('may have SR-IOV on an adapter that cannot: it is created, and no VF appears', () => {
    const engine = newEngine();
    const nicId = nicNamed(engine, /I210/).id;
    done(engine, { name: 'switch.create', input: { name: 'A', type: 'External', nicId, iovEnabled: true } });
    engine.advance(5000);
    expect(engine.world.vf.size).toBe(0);
  });

  it.each([
    [{ name: 'A', type: 'External', nicId: null }, 'switch.uplinkMissing', 'nicId'],
    [{ name: 'A', type: 'Private', nicId: 'x' }, 'switch.uplinkForbidden', 'nicId'],
    [{ name: 'A', type: 'Private', iovEnabled: true }, 'switch.iovNeedsExternal', 'iovEnabled'],
    [{ name: 'A', type: 'External', nicId: 'nowhere' }, 'nic.notFound', 'nicId'],
    [{ name: '', type: 'Private' }, 'input.invalid', 'name'],
  ] as const)('refuses %j', (input, code, field) => {
    expect(refused(newEngine(), { name: 'switch.create', input })).toMatchObject({
      code,
      field: `commands.0.input.${field}`,
    });
  });

  it('takes a batch wholly or not at all', () => {
    const engine = newEngine();
    const refusal = refused(
      engine,
      { name: 'switch.create', input: { name: 'One', type: 'Private' } },
      { name: 'switch.create', input: { name: 'one', type: 'Private' } },
    );
    expect(refusal.field).toBe('commands.1.input.name');
    expect(engine.world.switch.size).toBe(0);
  });

  it('restores the order of what a refused batch removed', () => {
    const engine = newEngine();
    const ids = ['A', 'B', 'C'].flatMap((name) =>
      done(engine, { name: 'switch.create', input: { name, type: 'Private' } }),
    );
    refused(
      engine,
      { name: 'switch.remove', input: { id: ids[0] ?? '' } },
      { name: 'switch.remove', input: { id: 'nowhere' } },
    );
    expect([...engine.world.switch.keys()]).toEqual(ids);
  });
});
