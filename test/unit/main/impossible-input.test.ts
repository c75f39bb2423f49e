/** Whatever a page may send: refused with a code and a field, and the world is the same to the byte. */
import { describe, expect, it } from 'vitest';
import { furnish, sampleInputs } from '../../support/command-samples';
import { newConsole } from '../../support/client';
import type { Console } from '../../support/client';

type Path = readonly (string | number)[];

/** Every leaf of a sample input. */
function* leavesOf(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== 'object' || value === null) {
    yield { path, value };
    return;
  }
  for (const [key, member] of Object.entries(value)) yield* leavesOf(member, [...path, key]);
}

function replaced(value: unknown, path: Path, leaf: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (at === Number(first) ? replaced(each, rest, leaf) : each));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, leaf) };
}

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

const tenMegabytes = 'x'.repeat(10_000_000);

/** No member of any command takes these. */
const impossible: readonly (readonly [string, unknown])[] = [
  ['a text of 10 MB', tenMegabytes],
  ['NaN', NaN],
  ['a number without end', -Infinity],
  ['a negative number', -1],
  ['a huge number', 1e300],
  ['a cycle', cycle],
  ['a bigint', 10n],
  ['a list of lists', [[[]]]],
  ['a date', new Date(0)],
];

async function expectRefused(
  window: Console,
  name: string,
  input: unknown,
): Promise<{ code: string; field: string }> {
  const before = JSON.stringify(window.session.engine.save());
  const answer = await window.askRaw('execute', { commands: [{ name, input }] });
  expect(JSON.stringify(window.session.engine.save()) === before).toBe(true);
  if (answer.ok) throw new Error(`${name} was carried out.`);
  const { code, field, message } = answer.error;
  expect(code).toMatch(/^[a-z]+\.[A-Za-z0-9]+$/);
  expect(message.length).toBeLessThan(1000);
  return { code, field: field ?? '' };
}

describe('impossible input', () => {
  const names = Object.keys(sampleInputs({} as never));

  it.each(names)('to %s is refused, and nothing has changed', async (name) => {
    const window = newConsole();
    const sample = sampleInputs(furnish(window.session.engine))[name as 'vm.start'];
    for (const { path } of leavesOf(sample)) {
      for (const [what, value] of impossible) {
        const { field } = await expectRefused(window, name, replaced(sample, path, value));
        expect(field, `${name}: ${path.join('.')} is ${what}`).toBe(['commands.0.input', ...path].join('.'));
      }
    }
    for (const value of [null, 7, 'text', [], tenMegabytes]) {
      const { code } = await expectRefused(window, name, value);
      expect(code).toBe('input.invalid');
    }
  });

  it.each(names)('%s refuses ids that nobody has, naming the field', async (name) => {
    const window = newConsole();
    const furniture = furnish(window.session.engine);
    const sample = sampleInputs(furniture)[name as 'vm.start'];
    const ids = new Set<unknown>(Object.values(furniture));
    for (const { path, value } of leavesOf(sample)) {
      if (!ids.has(value)) continue;
      for (const id of ['nobody', '__proto__', 'constructor', '0000:00:00.0']) {
        const { code, field } = await expectRefused(window, name, replaced(sample, path, id));
        expect(code).toMatch(/notFound$/i);
        expect(field).toBe(['commands.0.input', ...path].join('.'));
      }
    }
  });
});
