/** Whatever happens to a dump: it is read, or refused with a line of the text, and nothing is thrown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pcieFunctionSchema } from '../../../../../src/shared/model/pcie';
import { readLspci } from '../../../../../src/main/interop/lspci/read-lspci';
import { dump, dumpNames } from './fixtures';
import { atOnce } from '../../../../support/portions';

/** One without hex bytes, one with; the shorter captures keep the properties quick. */
const texts = [dump('two-port-ari.on-vvv-nn'), dump('iommu.off-vvvxxxx')];

function expectSane(text: string): void {
  const result = atOnce(readLspci(text));
  if (result.ok) {
    for (const fn of result.value.functions) expect(pcieFunctionSchema.safeParse(fn).success).toBe(true);
    return;
  }
  expect(result.error.line).toBeGreaterThanOrEqual(1);
  expect(result.error.line).toBeLessThanOrEqual(text.split('\n').length);
  expect(result.error.message).toMatch(new RegExp(`^Line ${result.error.line}: .*\\.$`));
}

const textAndSpot = fc
  .constantFrom(...texts)
  .chain((text) => fc.record({ text: fc.constant(text), at: fc.nat({ max: text.length }) }));

describe('a damaged dump', () => {
  it('cut anywhere', () => {
    fc.assert(
      fc.property(textAndSpot, ({ text, at }) => expectSane(text.slice(0, at))),
      { numRuns: 150 },
    );
  });

  it('with a piece taken out', () => {
    fc.assert(
      fc.property(textAndSpot, fc.nat({ max: 5_000 }), ({ text, at }, length) =>
        expectSane(text.slice(0, at) + text.slice(at + length)),
      ),
      { numRuns: 150 },
    );
  });

  it('with characters overwritten', () => {
    const spots = fc.array(
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        unit: fc.string({ minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), spots, (text, changes) => {
        const damaged = changes.reduce((current, { part, unit }) => {
          const at = Math.floor(part * current.length);
          return current.slice(0, at) + unit + current.slice(at + unit.length);
        }, text);
        expectSane(damaged);
      }),
      { numRuns: 150 },
    );
  });

  it('with hex digits changed, which keeps its form and changes its meaning', () => {
    const digits = fc.array(
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        digit: fc.constantFrom(...'0123456789abcdef'),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(digits, (changes) => {
        const text = dump('iommu.off-vvvxxxx');
        const places = [...text.matchAll(/(?<=^[0-9a-f]{2,3}: .*)[1-9a-f]/gm)].map((match) => match.index);
        const characters = text.split('');
        for (const { part, digit } of changes) {
          const place = places[Math.min(places.length - 1, Math.floor(part * places.length))];
          if (place !== undefined) characters[place] = digit;
        }
        expectSane(characters.join(''));
      }),
      { numRuns: 60 },
    );
  });

  it('with its lines in another order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dumpNames), fc.nat(), fc.nat(), (name, from, to) => {
        const lines = dump(name).split('\n');
        const [moved = ''] = lines.splice(from % lines.length, 1);
        lines.splice(to % lines.length, 0, moved);
        expectSane(lines.join('\n'));
      }),
      { numRuns: 60 },
    );
  });
});
