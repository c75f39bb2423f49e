/** Opens a window beside the first one. */
import type { WindowRequest } from '../../shared/model/window';
import { request } from '../host/client';
import { openDialog } from '../host/dialogs';
import { verbs } from '../text/en/verbs';

/** Opens it, or brings the one that is open to the front; a refusal is shown. */
export async function openWindow(wanted: WindowRequest): Promise<void> {
  const answer = await request('window.open', wanted);
  if (answer.ok) return;
  openDialog({
    kind: 'failure',
    title: verbs.failureTitle,
    header: verbs.windowFailure,
    detail: answer.error.message,
  });
}
