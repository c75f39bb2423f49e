/** Writes pictures as PNG with a palette, which for windows takes a third of the space and looks the same. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './e2e/png';

const mostColours = 256;

/** Every colour of the picture, 0xRRGGBB, the most frequent first. */
function coloursOf({ bytes, channels }: Picture): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += channels) {
    const colour = bytes.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([one, a], [other, b]) => b - a || one - other).map(([colour]) => colour);
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1) {
    if (distance(palette[index] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = index;
  }
  return best;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG file with at most 256 colours; rarer ones become the nearest of those that are kept. */
export function encodeIndexed(picture: Picture): Buffer {
  const { width, height, bytes, channels } = picture;
  const colours = coloursOf(picture);
  const palette = colours.slice(0, mostColours);
  const indexOf = new Map(
    colours.map((colour, at) => [colour, at < mostColours ? at : nearest(colour, palette)]),
  );
  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    // One byte before every row: no filter, which is best for indices.
    rows[pixel + row + 1] = indexOf.get(bytes.readUIntBE(pixel * channels, 3)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits per pixel, indexed.
  header.set([8, 3], 8);
  const entries = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => entries.writeUIntBE(colour, index * 3, 3));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const body = [
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
  ];
  return Buffer.concat([signature, ...body, chunk('IEND', Buffer.alloc(0))]);
}
