import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import { adapterOf, done, newEngine, refused } from '../../../../support/engine';

function started(engine: Engine, name: string): string | null {
  const input = { name, generation: 2, startupMemoryMb: 512, switchId: null } as const;
  const [id = ''] = done(engine, { name: 'vm.create', input });
  done(engine, { name: 'vm.start', input: { id } });
  return adapterOf(engine, id).macAddress;
}

describe('the range of dynamic MAC addresses', () => {
  it('is where new addresses come from; those that were given stay', () => {
    const engine = newEngine();
    const first = started(engine, 'One');
    const range = { minimum: '00155DAABB00', maximum: '00155DAABB01' };
    done(engine, { name: 'host.setMacAddressRange', input: range });
    expect(started(engine, 'Two')).toBe('00155DAABB00');
    expect(started(engine, 'Three')).toBe('00155DAABB01');
    expect([...engine.world.adapter.values()][0]?.macAddress).toBe(first);
  });

  it('can be used up, which the start of a VM says', () => {
    const engine = newEngine();
    const range = { minimum: '00155DAABB00', maximum: '00155DAABB00' };
    done(engine, { name: 'host.setMacAddressRange', input: range });
    started(engine, 'One');
    const input = { name: 'Two', generation: 2, startupMemoryMb: 512, switchId: null } as const;
    const [id = ''] = done(engine, { name: 'vm.create', input });
    const refusal = refused(engine, { name: 'vm.start', input: { id } });
    expect(refusal).toMatchObject({ code: 'adapter.noMacAddress' });
    expect(refusal.message).toMatch(/every address of the host's range is in use/);
  });

  it.each([
    ['00155DAABB01', '00155DAABB00', 'host.macRangeReversed', 'maximum'],
    ['00155DAABB00', '02155DAABB00', 'host.macRangeReversed', 'maximum'],
    ['01155DAABB00', '01155DAABBFF', 'host.macInvalid', 'minimum'],
    ['00155DAABB0', '00155DAABBFF', 'input.invalid', 'minimum'],
  ])('is refused from %s to %s', (minimum, maximum, code, field) => {
    const input = { minimum, maximum };
    expect(refused(newEngine(), { name: 'host.setMacAddressRange', input })).toMatchObject({
      code,
      field: `commands.0.input.${field}`,
    });
  });
});
