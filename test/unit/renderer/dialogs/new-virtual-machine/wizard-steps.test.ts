import { describe, expect, it } from 'vitest';
import {
  errorOn,
  firstError,
  goTo,
  neighbour,
  pageOf,
  startProgress,
  steps,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/wizard-steps';

const made = { disk: 'new' } as const;

describe('the steps', () => {
  it('begin with Before You Begin, or after it for who does not want to see it', () => {
    expect(startProgress(false).page).toBe('begin');
    const skipping = startProgress(true);
    expect(skipping.page).toBe('name');
    expect(steps(skipping, {}, made).filter((step) => step.reachable)).toMatchObject([
      { id: 'begin' },
      { id: 'name' },
    ]);
  });

  it('can be gone back to once they have been shown, and not before', () => {
    const progress = goTo(goTo(goTo(startProgress(false), 'name'), 'generation'), 'begin');
    const reachable = steps(progress, {}, made)
      .filter((step) => step.reachable)
      .map((step) => step.id);
    expect(reachable).toEqual(['begin', 'name', 'generation']);
    expect(steps(progress, {}, made).filter((step) => step.current)).toMatchObject([{ id: 'begin' }]);
  });

  it('stand in a row with two ends', () => {
    expect(neighbour('begin', -1, made)).toBeUndefined();
    expect(neighbour('begin', 1, made)).toBe('name');
    expect(neighbour('summary', -1, made)).toBe('installation');
    expect(neighbour('summary', 1, made)).toBeUndefined();
  });

  it('pass over Installation Options without a new disk to install on', () => {
    for (const disk of ['existing', 'later'] as const) {
      expect(neighbour('disk', 1, { disk })).toBe('summary');
      expect(neighbour('summary', -1, { disk })).toBe('disk');
      const shown = steps(startProgress(false), {}, { disk }).map((step) => step.id);
      expect(shown).not.toContain('installation');
    }
  });

  it('show an error on the page that has the field, once that page has been seen', () => {
    const errors = { startupMemoryMb: 'Too much.' };
    expect(errorOn('memory', errors)).toBe('Too much.');
    expect(errorOn('name', errors)).toBeUndefined();
    expect(pageOf('startupMemoryMb')).toBe('memory');
    const early = startProgress(false);
    expect(steps(early, errors, made).some((step) => step.wrong)).toBe(false);
    expect(steps(goTo(early, 'memory'), errors, made).filter((step) => step.wrong)).toMatchObject([
      { id: 'memory' },
    ]);
  });

  it('name the first error', () => {
    expect(firstError({})).toBeUndefined();
    expect(firstError({ name: 'A', switchId: 'B' })).toEqual({ field: 'name', message: 'A' });
  });
});
