// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import Recordings from '../../../../../src/renderer/dialogs/recordings/recordings';
import { request } from '../../../../../src/renderer/host/client';
import { dialogStore } from '../../../../../src/renderer/host/dialogs';
import { readDocument } from '../../../../../src/renderer/host/document';
import { counterPath, objects } from '../../../../../src/shared/model/counter';
import { openOver } from '../open-dialog';
import { openedKinds, question } from '../questions';

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

const paths = [counterPath(objects.logicalProcessor, '_Total', '% Idle Time')];

/** The dialog over a document with recordings of these names, which the window hears of. */
async function open(...names: string[]): Promise<void> {
  await openOver(
    () => undefined,
    (close) => <Recordings request={{ kind: 'recordings' }} close={close} />,
  );
  for (const name of names) await request('recording.start', { name, paths, intervalMs: 5000 });
  await act(readDocument);
  await screen.findByText(names[0] ?? /Nothing has been recorded/);
}

/** Texts of the rows' cells. */
function rows(): (string | null)[][] {
  return [...screen.getByRole('grid', { name: 'Recordings' }).querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
}

/** Name of the chosen recording. */
function chosen(): string | null | undefined {
  const grid = screen.getByRole('grid', { name: 'Recordings' });
  return grid.querySelector('tr[aria-selected="true"] td')?.textContent;
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function isOff(name: string): boolean {
  return screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
}

it('says what to do while there is none, and offers nothing else', async () => {
  await open();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(['Stop', 'Export...', 'Delete'].map(isOff)).toEqual([true, true, true]);
  press('New...');
  expect(openedKinds()).toEqual(['newRecording']);
});

it('lists each with its time, interval and samples; the newest is chosen', async () => {
  await open('First', 'Second');
  const from = '1/5/2026 9:00:00 AM';
  expect(rows()).toEqual([
    ['First', from, 'Recording', '5 s', '1'],
    ['Second', from, 'Recording', '5 s', '1'],
  ]);
  expect(chosen()).toBe('Second');
});

it('chooses by arrow keys, and the focus goes along', async () => {
  await open('First', 'Second');
  const second = screen.getByText('Second').closest('tr');
  if (second === null) throw new Error('There is no row.');
  expect(second.tabIndex).toBe(0);
  second.focus();
  fireEvent.keyDown(second, { key: 'ArrowUp' });
  expect(chosen()).toBe('First');
  expect(document.activeElement).toBe(screen.getByText('First').closest('tr'));
  fireEvent.keyDown(document.activeElement ?? second, { key: 'ArrowUp' });
  expect(chosen()).toBe('First');
  fireEvent.keyDown(document.activeElement ?? second, { key: 'End' });
  expect(chosen()).toBe('Second');
});

it('ends the chosen one, which can then not be ended again', async () => {
  await open('First', 'Second');
  fireEvent.click(screen.getByText('First'));
  press('Stop');
  await waitFor(() => expect(rows()[0]?.[2]).toBe('1/5/2026 9:00:00 AM'));
  expect(rows()[1]?.[2]).toBe('Recording');
  expect(isOff('Stop')).toBe(true);
  expect(isOff('Export...')).toBe(false);
});

it('deletes the chosen one after a question', async () => {
  await open('First', 'Second');
  press('Delete');
  expect(rows()).toHaveLength(2);
  const asked = question();
  expect(asked.message).toBe('“Second” and its one sample will be deleted. Undo does not bring them back.');
  asked.yes();
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(chosen()).toBe('First');
});

it('says why a wish was refused', async () => {
  await open('First');
  await request('recording.remove', { id: 1 });
  press('Stop');
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('The recording is not there any more.')).toBeDefined();
  await screen.findByText(/Nothing has been recorded/);
});
