/** Reads the pictures that the program writes: PNG, 8 bits per channel, RGB or RGBA, not interlaced. */
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 3 or 4 bytes per pixel, row by row. */
  readonly bytes: Buffer;
  readonly channels: number;
}

const signatureLength = 8;
/** Length, type and checksum around a chunk's content. */
const chunkOverhead = 12;

function* chunks(file: Buffer): Generator<{ type: string; content: Buffer }> {
  for (let at = signatureLength; at < file.length;) {
    const length = file.readUInt32BE(at);
    yield {
      type: file.toString('latin1', at + 4, at + 8),
      content: file.subarray(at + 8, at + 8 + length),
    };
    at += length + chunkOverhead;
  }
}

/** The PNG filter `Paeth`: whichever neighbour is nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new Error(`PNG filter ${filter} does not exist.`);
  }
}

function unfilter(raw: Buffer, stride: number, channels: number): Buffer {
  const rows = raw.length / (stride + 1);
  const bytes = Buffer.alloc(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const to = row * stride + column;
      const left = column < channels ? 0 : (bytes[to - channels] ?? 0);
      const up = row === 0 ? 0 : (bytes[to - stride] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (bytes[to - stride - channels] ?? 0);
      bytes[to] = (raw[row * (stride + 1) + column + 1] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return bytes;
}

/** Decodes a PNG file's content; throws for a kind of PNG that Chromium does not write. */
export function decodePng(file: Buffer): Picture {
  const all = [...chunks(file)];
  const header = all.find((chunk) => chunk.type === 'IHDR')?.content;
  if (header === undefined) throw new Error('This is no PNG picture.');
  const channels = { 2: 3, 6: 4 }[header.readUInt8(9)];
  if (header.readUInt8(8) !== 8 || channels === undefined || header.readUInt8(12) !== 0) {
    throw new Error('This kind of PNG is not read here.');
  }
  const width = header.readUInt32BE(0);
  const data = all.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.content);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels);
  return { width, height: header.readUInt32BE(4), bytes, channels };
}

/** Reads a PNG file. */
export async function readPng(file: string): Promise<Picture> {
  return decodePng(await readFile(file));
}

/** How many colours there are in the picture. */
export function distinctColours({ bytes, channels }: Picture): number {
  const seen = new Set<number>();
  for (let at = 0; at < bytes.length; at += channels) seen.add(bytes.readUIntBE(at, 3));
  return seen.size;
}
