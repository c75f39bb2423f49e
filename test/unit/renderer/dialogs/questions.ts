/** The question that a dialog has put in front of itself; nobody draws it in these tests. */
import { act } from '@testing-library/react';
import { dialogStore } from '../../../../src/renderer/host/dialogs';

/** What is asked now; throws when nothing is. */
export function question(): { readonly message: string; yes(): void } {
  const request = dialogStore.getState().at(-1)?.request;
  if (request?.kind !== 'confirm') throw new Error('Nothing is asked.');
  return {
    message: request.message,
    yes: () => {
      act(() => {
        dialogStore.setState([], true);
        request.onConfirm();
      });
    },
  };
}

/** The kinds of the dialogs that were opened in front. */
export function openedKinds(): string[] {
  return dialogStore.getState().map(({ request }) => request.kind);
}
