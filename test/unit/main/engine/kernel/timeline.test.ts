import { describe, expect, it } from 'vitest';
import { Timeline } from '../../../../../src/main/engine/kernel/timeline';
import type { SavedTimeline } from '../../../../../src/main/engine/kernel/timeline';

const empty: SavedTimeline = { now: 1000, nextSequence: 0, entries: [] };

function task(subject: string) {
  return { noun: 'vf' as const, subject, token: 1 };
}

function drain(timeline: Timeline, until: number): string[] {
  const order: string[] = [];
  for (let due = timeline.takeDue(until); due; due = timeline.takeDue(until)) order.push(due.subject);
  return order;
}

describe('Timeline', () => {
  it('runs entries of one instant in the order in which they were scheduled', () => {
    const timeline = new Timeline(empty);
    for (const name of ['c', 'a', 'b']) timeline.schedule(5, task(name));
    timeline.schedule(4, task('first'));
    expect(drain(timeline, 1005)).toEqual(['first', 'c', 'a', 'b']);
  });

  it('moves the clock with each entry and leaves later ones alone', () => {
    const timeline = new Timeline(empty);
    timeline.schedule(30, task('late'));
    timeline.schedule(10, task('early'));
    expect(timeline.takeDue(1020)?.subject).toBe('early');
    expect(timeline.now).toBe(1010);
    expect(timeline.takeDue(1020)).toBeUndefined();
    timeline.moveTo(1020);
    expect(timeline.now).toBe(1020);
  });

  it('advances exactly: three steps of one are three', () => {
    const timeline = new Timeline(empty);
    for (let step = 1; step <= 3; step += 1) timeline.moveTo(1000 + step);
    expect(timeline.now).toBe(1003);
  });

  it('refuses to jump over an entry, to run backwards, or to take a fraction', () => {
    const timeline = new Timeline(empty);
    timeline.schedule(10, task('due'));
    expect(() => timeline.moveTo(1010)).toThrow('still due');
    expect(() => timeline.moveTo(999)).toThrow('backwards');
    expect(() => timeline.schedule(0.5, task('x'))).toThrow('whole number');
  });

  it('keeps the order of many entries, saved and restored half-way', () => {
    let timeline = new Timeline(empty);
    const delays = Array.from({ length: 500 }, (_, index) => (index * 7919) % 251);
    delays.forEach((delay, index) => timeline.schedule(delay, task(String(index))));
    const expected = delays
      .map((delay, index) => ({ delay, index }))
      .sort((left, right) => left.delay - right.delay || left.index - right.index)
      .map(({ index }) => String(index));
    const firstHalf = drain(timeline, 1120);
    timeline = new Timeline(JSON.parse(JSON.stringify(timeline.save())) as SavedTimeline);
    expect([...firstHalf, ...drain(timeline, 2000)]).toEqual(expected);
  });
});
