import { expect, it } from 'vitest';
import {
  setSkipsBegin,
  skipsBegin,
} from '../../../../../src/renderer/dialogs/new-virtual-machine/begin-preference';

it('remembers and forgets the wish', () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  expect(skipsBegin(storage)).toBe(false);
  setSkipsBegin(true, storage);
  expect(skipsBegin(storage)).toBe(true);
  setSkipsBegin(false, storage);
  expect(skipsBegin(storage)).toBe(false);
});
