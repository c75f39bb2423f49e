import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { marked, plain } from '../../../../src/shared/model/marked';

describe('a marked value', () => {
  const schema = marked(z.int());

  it.each(['sourced', 'secondary', 'derived'])('marked %s must name its source', (mark) => {
    expect(schema.safeParse({ value: 8, mark }).success).toBe(false);
    expect(schema.safeParse({ value: 8, mark, source: 'a data sheet' }).success).toBe(true);
  });

  it.each(['memory', 'estimate', 'assumed'])('marked %s may stand alone', (mark) => {
    expect(schema.safeParse({ value: 8, mark }).success).toBe(true);
  });

  it('is refused without a mark, with an unknown mark or with a stray member', () => {
    expect(schema.safeParse({ value: 8 }).success).toBe(false);
    expect(schema.safeParse({ value: 8, mark: 'guess' }).success).toBe(false);
    expect(schema.safeParse({ value: 8, mark: 'memory', sourced: 'typo' }).success).toBe(false);
  });
});

describe('plain', () => {
  it('strips the marks at every depth and keeps null, texts and lists', () => {
    const tree = {
      id: 'card',
      ports: { value: 2, mark: 'assumed' as const },
      queuePairs: null,
      vfBars: [{ index: { value: 0, mark: 'memory' as const } }],
      offsets: { value: [8, 71], mark: 'sourced' as const, source: 'a capture' },
    };
    expect(plain(tree)).toEqual({
      id: 'card',
      ports: 2,
      queuePairs: null,
      vfBars: [{ index: 0 }],
      offsets: [8, 71],
    });
  });
});
