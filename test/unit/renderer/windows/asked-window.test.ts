import { expect, test } from 'vitest';
import { askedWindow } from '../../../../src/renderer/windows/asked-window';

test('the address tells which window it is; the first has no such part', () => {
  const request = { kind: 'guest', vmId: 'A&B=1' } as const;
  const search = new URLSearchParams({ window: JSON.stringify(request) });
  expect(askedWindow(`?${search.toString()}`)).toEqual(request);
  expect(askedWindow('')).toBeNull();
});
