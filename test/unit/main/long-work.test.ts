import { describe, expect, it } from 'vitest';
import { LongWork } from '../../../src/main/long-work';
import type { StreamMessage } from '../../../src/shared/contract';

function begin() {
  const messages: StreamMessage[] = [];
  const clock = { wall: 0 };
  const work = new LongWork(
    (message) => messages.push(message),
    () => clock.wall,
  );
  return { work, messages, clock };
}

describe('long work', () => {
  it('is told of now and then, and at its end', () => {
    const { work, messages, clock } = begin();
    const task = work.begin('build');
    for (let share = 0; share < 1; share += 0.01) {
      clock.wall += 5;
      expect(task.report(share)).toBe(true);
    }
    task.end();
    expect(messages.length).toBeGreaterThan(2);
    expect(messages.length).toBeLessThan(8);
    expect(messages.at(-1)).toEqual({ stream: 'work', work: null });
  });

  it('that is short is not told of', () => {
    const { work, messages, clock } = begin();
    const task = work.begin('copy');
    clock.wall += 50;
    task.report(0.5);
    task.end();
    expect(messages).toEqual([]);
  });

  it('is not wanted any more once it has been cancelled, and the next one is', () => {
    const { work } = begin();
    const task = work.begin('copy');
    work.cancel();
    expect(task.report(0.5)).toBe(false);
    task.end();
    expect(work.begin('copy').report(0.1)).toBe(true);
  });

  it('that another one has overtaken is neither wanted nor told of', () => {
    const { work, messages, clock } = begin();
    const first = work.begin('read');
    const second = work.begin('create');
    clock.wall += 500;
    expect([first.report(0.5), second.report(0.1)]).toEqual([false, true]);
    first.end();
    expect(messages).toEqual([{ stream: 'work', work: { kind: 'create', share: 0.1 } }]);
    second.end();
    expect(messages.at(-1)).toEqual({ stream: 'work', work: null });
  });
});

describe('work in portions', () => {
  function* portions(done: number[]): Generator<number, string, void> {
    for (const share of [0.25, 0.5, 0.75]) {
      done.push(share);
      yield share;
    }
    return 'done';
  }

  it('answers what came of it, and lets others work between two portions', async () => {
    const { work } = begin();
    const done: number[] = [];
    const running = work.run('read', portions(done));
    expect(done).toEqual([0.25]);
    expect(await running).toBe('done');
    expect(done).toEqual([0.25, 0.5, 0.75]);
  });

  it('stops at the portion in which it was cancelled', async () => {
    const { work, messages } = begin();
    const done: number[] = [];
    const running = work.run('read', portions(done));
    work.cancel();
    expect(await running).toBeNull();
    expect(done).toEqual([0.25, 0.5]);
    expect(messages).toEqual([]);
  });

  it('that is cancelled clears away what is half done', async () => {
    const { work } = begin();
    const cleared: string[] = [];
    function* careful(): Generator<number, string, void> {
      try {
        yield* portions([]);
      } finally {
        cleared.push('half done');
      }
      return 'done';
    }
    const running = work.run('read', careful());
    work.cancel();
    expect(await running).toBeNull();
    expect(cleared).toEqual(['half done']);
  });
});
