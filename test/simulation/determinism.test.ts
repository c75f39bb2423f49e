import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../src/main/engine/engine';
import { expectSame } from '../support/documents';
import { model, newEngine } from '../support/engine';
import { randomCommand, randomNumbers } from '../support/random-commands';

function work(engine: Engine, seed: number, steps: number, pauses: (ms: number) => void): void {
  const pick = randomNumbers(seed);
  for (let step = 0; step < steps; step += 1) {
    engine.execute([randomCommand(engine, pick)]);
    pauses(pick(3000));
  }
}

function bytes(engine: Engine): string {
  return JSON.stringify(engine.save());
}

describe('the same seed and commands', () => {
  it.each([1, 2, 3, 4, 5, 6])('give a byte-equal save (seed %i)', (seed) => {
    const first = newEngine({ seed });
    const second = newEngine({ seed });
    work(first, seed, 120, (ms) => first.advance(ms));
    work(second, seed, 120, (ms) => second.advance(ms));
    expectSame(bytes(first), bytes(second));
  });

  it('give the same whether time passes in one step or in many, watched or not', () => {
    const first = newEngine();
    const second = newEngine();
    work(first, 9, 100, (ms) => first.advance(ms));
    work(second, 9, 100, (ms) => {
      for (let passed = 0; passed < ms; passed += 1) second.advance(1);
      second.counterValue('\\Hyper-V Hypervisor Root Virtual Processor(_Total)\\% Total Run Time');
    });
    expectSame(bytes(first), bytes(second));
  });

  it('give other ids with another seed', () => {
    const ids = [1, 2].map((seed) => {
      const engine = newEngine({ seed });
      const input = { name: 'A', generation: 2, startupMemoryMb: 512, switchId: null } as const;
      const result = engine.execute([{ name: 'vm.create', input }]);
      return result.ok ? result.value.ids[0] : undefined;
    });
    expect(ids[0]).toBeDefined();
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('a saved host', () => {
  it.each([1, 2, 3, 4])('goes on as if it had never stopped (seed %i)', (seed) => {
    const original = newEngine({ seed });
    work(original, seed, 80, (ms) => original.advance(ms));
    const saved = JSON.parse(bytes(original)) as SavedEngine;
    const restored = restoreEngine(saved, model);
    expectSame(bytes(restored), bytes(original));
    work(original, seed + 100, 80, (ms) => original.advance(ms));
    work(restored, seed + 100, 80, (ms) => restored.advance(ms));
    expectSame(bytes(restored), bytes(original));
  });
});
