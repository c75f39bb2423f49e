import { describe, expect, it } from 'vitest';
import { RandomSource } from '../../../../../src/main/engine/kernel/random';

function draw(source: RandomSource, stream: string, count = 5): number[] {
  return Array.from({ length: count }, () => source.fork(stream).uint32());
}

describe('RandomSource', () => {
  it('gives the same numbers for the same seed and others for another seed', () => {
    expect(draw(new RandomSource(7), 'vm')).toEqual(draw(new RandomSource(7), 'vm'));
    expect(draw(new RandomSource(7), 'vm')).not.toEqual(draw(new RandomSource(8), 'vm'));
  });

  it('keeps streams apart: a draw in one shifts nothing in another', () => {
    const disturbed = new RandomSource(7);
    draw(disturbed, 'switch', 100);
    expect(draw(disturbed, 'vm')).toEqual(draw(new RandomSource(7), 'vm'));
  });

  it('goes on where it was saved', () => {
    const source = new RandomSource(7);
    draw(source, 'vm');
    const restored = new RandomSource(7, source.save());
    expect(draw(restored, 'vm')).toEqual(draw(source, 'vm'));
  });

  it('makes version 4 GUIDs without repeats', () => {
    const stream = new RandomSource(1).fork('guid');
    const guids = Array.from({ length: 2000 }, () => stream.guid());
    expect(new Set(guids).size).toBe(2000);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('fills the range evenly enough to be used', () => {
    const stream = new RandomSource(3).fork('spread');
    const buckets = new Array<number>(16).fill(0);
    for (let index = 0; index < 16_000; index += 1) {
      const bucket = stream.uint32() >>> 28;
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
