import { expect, test } from 'vitest';
import { createHostStore, simulatedNow } from '../../../../src/renderer/host/store';

test('carries simulated time on at its speed between two reports', () => {
  const store = createHostStore();
  store.setState({ clock: { now: 10_000, speed: 4, paused: false }, clockHeardAt: 100 });
  expect(simulatedNow(store.getState(), 350)).toBe(11_000);
});

test('time stands still while the host is paused', () => {
  const store = createHostStore();
  store.setState({ clock: { now: 10_000, speed: 4, paused: true }, clockHeardAt: 100 });
  expect(simulatedNow(store.getState(), 9999)).toBe(10_000);
});
