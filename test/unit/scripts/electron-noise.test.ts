import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { withoutNoise } from '../../../scripts/electron-noise.mjs';

const bus =
  '[7:1122/164048.8:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket x\n';
const gpu =
  '[9:1122/164048.9:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization\n';

async function filtered(...chunks: string[]): Promise<string> {
  return text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(withoutNoise()));
}

describe("Electron's stderr", () => {
  it('loses the lines that mean nothing', async () => {
    expect(await filtered(bus, gpu, 'Error: no such file\n', bus)).toBe('Error: no such file\n');
  });

  it('keeps everything else, unfinished lines and other errors of the same files included', async () => {
    const other = '[7:1122/164048.8:ERROR:bus.cc(9)] Something else\nand no line end';
    expect(await filtered(other)).toBe(other);
  });

  it('is judged by lines, however it arrives', async () => {
    expect(await filtered(bus.slice(0, 30), bus.slice(30) + 'half a ', 'line\n')).toBe('half a line\n');
  });
});
