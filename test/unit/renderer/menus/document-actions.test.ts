import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocumentStep } from '../../../../src/shared/model/document';
import { ok } from '../../../../src/shared/result';
import { dialogStore } from '../../../../src/renderer/host/dialogs';
import { documentStore } from '../../../../src/renderer/host/document';
import { documentActions, isGrave } from '../../../../src/renderer/menus/document-actions';
import { document as text } from '../../../../src/renderer/text/en/document';
import { FakePort } from '../support/fake-port';

let port: FakePort;

beforeEach(() => {
  port = new FakePort({ 'document.undo': () => ok({}), 'document.redo': () => ok({}) });
  vi.stubGlobal('window', { host: port });
});

afterEach(() => {
  dialogStore.setState([], true);
  documentStore.setState({ document: null, work: null });
  vi.unstubAllGlobals();
});

function step(...commands: string[]): DocumentStep {
  return { step: 1, at: 0, commands, backTo: null };
}

function offer(undo: DocumentStep | null, recordings = 0): void {
  const rest = {
    name: 'lab',
    untitled: false,
    redo: null,
    recordings,
    recent: [],
    recordingsFull: false,
    problem: null,
    refused: null,
  };
  documentStore.setState({ document: { ...rest, undo } });
}

const asked = (): string[] => port.asked.map(({ name }) => name);

test.each([
  ['vm.rename', 0, false],
  ['vm.delete', 0, true],
  ['host.restart', 0, true],
  ['switch.remove', 0, true],
  ['vm.create', 59_999, false],
  ['vm.create', 60_000, true],
])('undoing %s after %i ms of simulated time deserves a question: %s', (name, now, grave) => {
  expect(isGrave(step('vm.rename', name), now)).toBe(grave);
});

test('a small step is undone at once', () => {
  offer(step('vm.rename'));
  documentActions.undo();
  expect(dialogStore.getState()).toEqual([]);
  expect(asked()).toEqual(['document.undo']);
});

test('a grave one is undone when the question has been answered', () => {
  offer(step('vm.delete'));
  documentActions.undo();
  expect(asked()).toEqual([]);
  const request = dialogStore.getState()[0]?.request;
  if (request?.kind !== 'confirm') throw new Error('Nothing was asked.');
  expect(request.message).toContain('Delete');
  request.onConfirm();
  expect(asked()).toEqual(['document.undo']);
});

test('what an undo or a reset takes of recordings is said in the question', () => {
  for (const recordings of [0, 1]) {
    offer(step('vm.delete'), recordings);
    documentActions.undo();
    documentActions.reset();
  }
  const messages = dialogStore
    .getState()
    .map(({ request }) => (request.kind === 'confirm' ? request.message : ''));
  expect(messages.map((message) => message.includes('except what was recorded since'))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('what cannot be undone or redone is not asked for', () => {
  offer(null);
  documentActions.undo();
  documentActions.redo();
  expect(asked()).toEqual([]);
});

test('a command without words of its own goes by its name', () => {
  expect(text.undoStep(step('vm.levitate'))).toBe('Undo vm.levitate');
  expect(text.undoStep(step('vm.start', 'vm.start'))).toBe('Undo Start');
  expect(text.undoStep(step('vm.start', 'vm.rename'))).toBe('Undo Start and more');
  expect(text.undoStep({ ...step(), commands: null })).toBe('Undo Reset to Start');
});
