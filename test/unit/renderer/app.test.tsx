// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../src/renderer/app';
import { connectHost } from '../../../src/renderer/host/connection';
import { dialogStore } from '../../../src/renderer/host/dialogs';
import { ok } from '../../../src/shared/result';
import { FakePort } from './support/fake-port';
import { fakeChanges, NOW, runningVm } from './support/fake-world';

let name: string;
let port: FakePort;

beforeEach(async () => {
  name = 'Web01';
  const clock = { now: NOW, speed: 1, paused: true };
  port = new FakePort({
    'world.read': () => ok({ sequence: 1, clock, changes: fakeChanges([runningVm({ name })]), events: [] }),
    'counters.watch': () => ok({ kinds: [] }),
  });
  Object.assign(window, {
    host: port,
    requestIdleCallback: () => 0,
    cancelIdleCallback: () => undefined,
  });
  await connectHost();
  render(<App />);
});

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

test('F5 reads the world afresh, once for each press', async () => {
  name = 'Renamed meanwhile';
  fireEvent.keyDown(document.body, { key: 'F5' });
  fireEvent.keyDown(document.body, { key: 'F5', repeat: true });
  expect(await screen.findByText('Renamed meanwhile')).toBeDefined();
  expect(port.asked.filter((each) => each.name === 'world.read')).toHaveLength(2);
});

test('Refresh in the Actions pane does the same', async () => {
  name = 'Renamed meanwhile';
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('Renamed meanwhile')).toBeDefined();
});

test('F5 does nothing behind a dialog', () => {
  const box = document.createElement('div');
  box.setAttribute('role', 'dialog');
  document.body.append(box);
  fireEvent.keyDown(document.body, { key: 'F5' });
  box.remove();
  expect(port.asked.filter((each) => each.name === 'world.read')).toHaveLength(1);
});
