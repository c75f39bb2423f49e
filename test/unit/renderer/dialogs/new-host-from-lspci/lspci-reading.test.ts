import { describe, expect, it } from 'vitest';
import {
  obstacle,
  readingOf,
  refusedLine,
  replaced,
} from '../../../../../src/renderer/dialogs/new-host-from-lspci/lspci-reading';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { refuse } from '../../../../../src/shared/result';
import { fakeChanges, fakeVm } from '../../support/fake-world';

describe('refusedLine', () => {
  const source = 'first\r\nsecond\r\nlast';

  it('finds the line and its place', () => {
    expect(refusedLine('Line 2: something is wrong.', source)).toEqual({
      number: 2,
      text: 'second',
      start: 7,
      end: 14,
    });
    expect(refusedLine('Line 3: x', source)).toMatchObject({ text: 'last', end: source.length });
  });

  it('finds none behind the end, and none where none is named', () => {
    expect(refusedLine('Line 4: x', source)).toBeNull();
    expect(refusedLine('The file is on line 1: x', source)).toBeNull();
  });
});

describe('readingOf', () => {
  it('is what the text holds, or the refusal with its line, or nothing once it was cancelled', () => {
    const summary = { bridges: 1, nics: [], notes: [] };
    expect(readingOf({ ok: true, value: summary }, '')).toEqual({ state: 'read', summary });
    expect(readingOf({ ok: true, value: null }, '')).toEqual({ state: 'cancelled' });
    const refused = readingOf(refuse('lspci.cut', 'Line 1: cut.'), 'abc');
    expect(refused).toMatchObject({ state: 'refused', at: { number: 1, text: 'abc' } });
  });
});

describe('obstacle', () => {
  it('lets a text be tried that has not been read yet, but no refused one', () => {
    expect(obstacle({ state: 'empty' })).toMatch(/Paste/);
    expect(obstacle({ state: 'reading' })).toBeUndefined();
    expect(obstacle(readingOf(refuse('x', 'x'), ''))).toMatch(/cannot be used/);
  });
});

describe('replaced', () => {
  it('counts what the present host owns', () => {
    const world = withChanges(emptyWorld(), fakeChanges([fakeVm(), fakeVm({ id: 'vm-2' })]));
    expect(replaced(world)).toContain('hv01 with its 2 virtual machines and 1 virtual switch stays in');
    const bare = { ...world, vm: new Map(), switch: new Map() };
    expect(replaced(bare)).toBe('The new host takes the place of hv01.');
  });
});
