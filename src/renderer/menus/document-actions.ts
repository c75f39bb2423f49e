/** What can be done with the document, and what is asked before. */
import type { RequestArgument, RequestName } from '../../shared/contract';
import type { DocumentStep } from '../../shared/model/document';
import { request } from '../host/client';
import { openDialog } from '../host/dialogs';
import { documentStore } from '../host/document';
import { simulatedNow } from '../host/store';
import { document as text } from '../text/en/document';

/** Simulated time that nobody misses. */
const unnoticedMs = 60_000;

/** Commands after which a real host keeps nothing of what was there. */
const final = /\.(delete|deleteSavedState|remove|turnOff|reset|restart)$/;

async function ask<N extends RequestName>(name: N, input: RequestArgument<N>): Promise<void> {
  const answer = await request(name, input);
  if (answer.ok) return;
  openDialog({
    kind: 'failure',
    title: text.failureTitle,
    header: text.failureHeader,
    detail: answer.error.message,
  });
}

/** Whether the undo of a step deserves a question. */
export function isGrave(step: DocumentStep, now: number): boolean {
  return step.commands?.some((name) => final.test(name)) === true || now - step.at >= unnoticedMs;
}

export const documentActions = {
  new: () => void ask('document.new', {}),
  open: () => void ask('document.open', {}),
  openRecent: (number: number) => void ask('document.openRecent', { number }),
  saveAs: () => void ask('document.saveAs', {}),
  undo: () => {
    const { document } = documentStore.getState();
    const step = document?.undo ?? null;
    if (document === null || step === null) return;
    const now = simulatedNow();
    const undo = (): void => void ask('document.undo', {});
    if (!isGrave(step, now)) {
      undo();
      return;
    }
    const { title, message, confirm, refuse } = text.undoQuestion;
    openDialog({
      kind: 'confirm',
      title,
      message: message(step, now - step.at, document.recordings),
      confirm,
      refuse,
      onConfirm: undo,
    });
  },
  redo: () => {
    if (documentStore.getState().document?.redo != null) void ask('document.redo', {});
  },
  reset: () => {
    const { message, ...question } = text.resetQuestion;
    openDialog({
      kind: 'confirm',
      ...question,
      message: message(documentStore.getState().document?.recordings ?? 0),
      onConfirm: () => void ask('document.reset', {}),
    });
  },
  compare: () => {
    openDialog({ kind: 'compare' });
  },
} as const;

const actionOfKey: Readonly<Record<string, () => void>> = {
  n: documentActions.new,
  o: documentActions.open,
  s: documentActions.saveAs,
  z: documentActions.undo,
  y: documentActions.redo,
};

/** Carries out a key with Ctrl; answers whether it is one of the document's. */
export function runDocumentKey(event: KeyboardEvent): boolean {
  if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return false;
  const action = actionOfKey[event.key.toLowerCase()];
  // A text field undoes its own typing.
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  if (action === undefined || typing) return false;
  action();
  return true;
}
