import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import { returnCommands } from '../../../../../src/renderer/dialogs/firmware-setup/pulled-out';
import { done, newEngine, nicNamed } from '../../../../support/engine';

function slots(engine: Engine): string[] {
  const { hardware } = engine.world.platform.get('platform')!;
  return hardware.slots.flatMap(({ portId }) =>
    returnCommands(engine.world, portId).length > 0 ? [portId] : [],
  );
}

describe('what puts a card back', () => {
  it('is nothing while every card is in its slot', () => {
    expect(slots(newEngine())).toEqual([]);
  });

  it('is one command for all ports of a card, at the slot that the card was in', () => {
    const engine = newEngine();
    done(engine, { name: 'fault.removeNic', input: { nicId: nicNamed(engine, /X520/).id } });
    const [portId = '', ...others] = slots(engine);
    expect(others).toEqual([]);
    expect([...engine.world.nic.values()].filter((nic) => !nic.present)).toHaveLength(2);
    const commands = returnCommands(engine.world, portId);
    expect(commands).toHaveLength(1);
    done(engine, ...commands);
    expect([...engine.world.nic.values()].filter((nic) => !nic.present)).toEqual([]);
    expect(slots(engine)).toEqual([]);
  });
});
