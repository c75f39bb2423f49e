import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WindowBounds, placed } from '../../../src/main/window-bounds';

const screen = { x: 0, y: 0, width: 1000, height: 800 };
const wanted = { x: 100, y: 80, width: 600, height: 400 };

describe('WindowBounds', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sriov-manager-bounds-'));
    file = join(folder, 'windows.json');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('remembers by kind, from one run of the program to the next', () => {
    const bounds = new WindowBounds(file);
    expect(bounds.of('guest')).toBeUndefined();
    bounds.remember('guest', wanted);
    expect(new WindowBounds(file).of('guest')).toEqual(wanted);
    expect(new WindowBounds(file).of('toString')).toBeUndefined();
  });

  it.each(['', '[]', '{"guest":{"x":1}}', '{"guest":{"x":0,"y":0,"width":-5,"height":1}}'])(
    'forgets what is no list of bounds: %s',
    (text) => {
      writeFileSync(file, text);
      expect(new WindowBounds(file).of('guest')).toBeUndefined();
    },
  );
});

describe('placed', () => {
  it('puts a window where the last one was', () => {
    expect(placed(wanted, screen, [])).toEqual(wanted);
  });

  it('puts one below and beside those that are there already', () => {
    const second = placed(wanted, screen, [wanted]);
    expect(second).toEqual({ ...wanted, x: 124, y: 104 });
    expect(placed(wanted, screen, [wanted, second])).toEqual({ ...wanted, x: 148, y: 128 });
  });

  it('keeps it on a screen that has become smaller, and lets windows cover each other where there is no room', () => {
    const small = { x: 0, y: 0, width: 500, height: 300 };
    const whole = { x: 0, y: 0, width: 500, height: 300 };
    expect(placed(wanted, small, [])).toEqual(whole);
    expect(placed(wanted, small, [whole])).toEqual(whole);
    expect(placed({ ...wanted, x: -900, y: 5000 }, screen, [])).toEqual({ ...wanted, x: 0, y: 400 });
  });
});
