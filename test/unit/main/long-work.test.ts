import { expect, it } from 'vitest';
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

it('is told of now and then, and at its end', () => {
  const { work, messages, clock } = begin();
  work.begin('build');
  for (let share = 0; share < 1; share += 0.01) {
    clock.wall += 5;
    expect(work.report(share)).toBe(true);
  }
  work.end();
  expect(messages.length).toBeGreaterThan(2);
  expect(messages.length).toBeLessThan(8);
  expect(messages.at(-1)).toEqual({ stream: 'work', work: null });
});

it('that is short is not told of', () => {
  const { work, messages, clock } = begin();
  work.begin('copy');
  clock.wall += 50;
  work.report(0.5);
  expect(messages).toEqual([]);
});

it('is not wanted any more once it has been cancelled, and the next one is', () => {
  const { work } = begin();
  work.begin('copy');
  work.cancel();
  expect(work.report(0.5)).toBe(false);
  work.end();
  work.begin('copy');
  expect(work.report(0.1)).toBe(true);
});
