// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import NewRecording from '../../../../../src/renderer/dialogs/new-recording/new-recording';
import { request } from '../../../../../src/renderer/host/client';
import { setSelection } from '../../../../../src/renderer/host/selection';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Recording } from '../../../../../src/shared/model/recording';
import { done } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(() => {
  cleanup();
  setSelection({ vmIds: [] });
});

function createVms(engine: Engine, ...names: string[]): string[] {
  return done(
    engine,
    ...names.map((name) => {
      const input = { name, generation: 2, startupMemoryMb: 1024, switchId: null } as const;
      return { name: 'vm.create', input } as const;
    }),
  );
}

function open(prepare: (engine: Engine) => void) {
  return openOver(prepare, (close) => (
    <NewRecording request={{ kind: 'newRecording', number: 3 }} close={close} />
  ));
}

function box(name: string): HTMLInputElement {
  return screen.getByRole('checkbox', { name });
}

function start(): HTMLElement {
  return screen.getByRole('button', { name: 'Start' });
}

async function recorded(): Promise<Recording> {
  const answer = await request('recording.list', {});
  const [recording] = answer.ok ? answer.value.recordings : [];
  if (recording === undefined) throw new Error('Nothing is recorded.');
  return recording;
}

it('proposes the adapters of the selected virtual machines and the root partition', async () => {
  const { close, engine } = await open((host) => {
    const [, second = ''] = createVms(host, 'Web', 'Mail');
    setSelection({ vmIds: [second] });
  });
  expect(box('Mail: Network Adapter').checked).toBe(true);
  expect(box('Web: Network Adapter').checked).toBe(false);
  expect(screen.getByText('4 of at most 64 counters')).toBeDefined();
  fireEvent.change(screen.getByRole('spinbutton', { name: 'Interval:' }), { target: { value: '5' } });
  fireEvent.click(start());
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  const { name, intervalMs, paths } = await recorded();
  expect({ name, intervalMs }).toEqual({ name: 'Recording 3', intervalMs: 5000 });
  expect(paths.map((path) => engine.counterKind(path))).toEqual(['rate', 'rate', 'rate', 'percent']);
  expect(paths.filter((path) => path.includes('(Mail_Network Adapter_'))).toHaveLength(3);
});

it.each([
  [
    'no name',
    () => fireEvent.change(screen.getByRole('textbox', { name: 'Name:' }), { target: { value: ' ' } }),
  ],
  ['nothing chosen', () => fireEvent.click(box('Root partition: processor time'))],
  [
    'an interval of more than a minute',
    () =>
      fireEvent.change(screen.getByRole('spinbutton', { name: 'Interval:' }), { target: { value: '61' } }),
  ],
])('does not start with %s', async (_what, spoil) => {
  const { close } = await open((engine) => createVms(engine, 'Web'));
  expect(start().getAttribute('aria-disabled')).toBeNull();
  spoil();
  expect(start().getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(start());
  const answer = await request('recording.list', {});
  expect(answer).toMatchObject({ value: { recordings: [] } });
  expect(close).not.toHaveBeenCalled();
});

it('records no more than 64 counters', async () => {
  const names = Array.from({ length: 22 }, (_, index) => `VM ${index + 1}`);
  await open((engine) => setSelection({ vmIds: createVms(engine, ...names) }));
  expect(screen.getByText('67 of at most 64 counters')).toBeDefined();
  expect(start().getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(box('VM 2: Network Adapter'));
  expect(start().getAttribute('aria-disabled')).toBeNull();
});

it('lists the first adapters of a large host, and finds the others by name', async () => {
  const names = Array.from({ length: 120 }, (_, index) => `VM ${index + 1}`);
  await open((engine) => createVms(engine, ...names));
  expect(screen.getAllByRole('checkbox')).toHaveLength(101);
  expect(screen.getByText(/^The first 100 of 120 are listed/)).toBeDefined();
  const find = screen.getByRole('textbox', { name: 'Find:' });
  fireEvent.change(find, { target: { value: 'vm 119' } });
  expect(box('VM 119: Network Adapter').checked).toBe(false);
  expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  fireEvent.change(find, { target: { value: 'none of them' } });
  expect(screen.getByText('No network adapter has this in its name.')).toBeDefined();
});

it('says that there is no network adapter', async () => {
  await open(() => undefined);
  expect(screen.getByText('There is no virtual machine with a network adapter.')).toBeDefined();
  expect(start().getAttribute('aria-disabled')).toBeNull();
});
