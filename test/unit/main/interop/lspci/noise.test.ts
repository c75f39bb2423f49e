/** A hundred megabytes of noise: the line of the refusal shows how little of it was looked at. */
import { describe, expect, it } from 'vitest';
import { dump, refusal } from './fixtures';

const size = 100 * 1024 * 1024;
const header = '00:00.0 Host bridge: Vendor Thing\n';

/** Repeats a text to about 100 MB. */
function fill(unit: string): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

/** A megabyte of printable characters in lines of 80, from a linear congruential generator. */
function printable(seed: number): string {
  let state = seed;
  const characters: string[] = [];
  for (let index = 0; index < 1024 * 1024; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    characters.push(index % 80 === 79 ? '\n' : String.fromCharCode(0x20 + ((state >>> 16) % 0x5f)));
  }
  return characters.join('');
}

describe('100 MB of noise', () => {
  it.each([
    ['printable characters', () => fill(printable(1)), 'lspci.notLspci', 1],
    ['one endless line', () => fill('x'), 'lspci.notLspci', 1],
    ['NULs', () => fill('\0'), 'lspci.notLspci', 1],
    ['line feeds alone', () => fill('\n'), 'lspci.notLspci', 70_001],
    ['a header, then one endless line', () => header + fill('x'), 'lspci.tooLarge', 2],
    ['a header, then printable characters', () => header + fill(`x${printable(2)}`), 'lspci.notLspci', 2],
    ['a header, then NULs', () => header + fill(`${'\0'.repeat(99)}\n`), 'lspci.notLspci', 2],
    ['a header, then line feeds', () => header + fill('\n'), 'lspci.tooLarge', 70_002],
    ['a header, then indented lines', () => header + fill('\tfoo: bar\n'), 'lspci.tooLarge', 70_002],
    ['a header, then hex rows', () => header + fill(`00:${' 00'.repeat(16)}\n`), 'lspci.tooLarge', 70_002],
    ['a header, then long lines', () => header + fill(`\t${'y'.repeat(4094)}\n`), 'lspci.tooLarge', 16_385],
    ['the same header again and again', () => fill(header), 'lspci.contradiction', 2],
  ])('%s', (_what, make, code, line) => {
    expect(refusal(make())).toMatchObject({ code, line });
  });

  it('behind a whole dump is refused at its first line', () => {
    const text = dump('iommu.off-vvvxxxx');
    const first = text.split('\n').length;
    expect(refusal(text + fill('~noise\n'))).toMatchObject({ code: 'lspci.notLspci', line: first });
  });

  it('made of functions alone stops at the first one too many', () => {
    const address = (index: number): string => {
      const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
      return `${hex(index >> 8, 4)}:00:${hex((index >> 3) & 0x1f, 2)}.${index & 7}`;
    };
    const lines = Array.from({ length: 20_000 }, (_, index) => `${address(index)} Class: Device\n`);
    expect(refusal(lines.join(''))).toMatchObject({ code: 'lspci.tooLarge', line: 16_385 });
  });

  it('in very short lines stops at the 1,500,000th', () => {
    const one = '\t\n'.repeat(60_000);
    const blocks = Array.from(
      { length: 26 },
      (_, index) => `00:${index.toString(16).padStart(2, '0')}.0 A: B\n${one}`,
    );
    expect(refusal(blocks.join(''))).toMatchObject({ code: 'lspci.tooLarge', line: 1_500_001 });
  });
});
