/** Stops and starts the Virtual Machine Management service of the host. */
import type { Command } from '../../shared/contract';
import { theHost } from '../../shared/model/world-view';
import { execute } from '../host/client';
import { openDialog } from '../host/dialogs';
import { hostStore, useHost } from '../host/store';
import { managementService as text } from '../text/en/management-service';

async function carryOut(command: Command, header: string): Promise<void> {
  const answer = await execute([command]);
  if (answer.ok) return;
  openDialog({ kind: 'failure', title: text.failureTitle, header, detail: answer.error.message });
}

/** Starts it at once. */
export function startService(): void {
  void carryOut({ name: 'host.startService', input: {} }, text.startFailed);
}

/** Asks first: nothing can be managed without it. */
export function stopService(): void {
  const { ready, world } = hostStore.getState();
  if (!ready) return;
  openDialog({
    kind: 'confirm',
    title: text.stopTitle,
    message: text.stopQuestion(theHost(world).computerName.toUpperCase()),
    confirm: text.stop,
    refuse: text.dontStop,
    onConfirm: () => void carryOut({ name: 'host.stopService', input: {} }, text.stopFailed),
  });
}

/** False while the service is stopped; true, too, while nothing is known of the host. */
export function useServiceRuns(): boolean {
  return useHost((state) => state.world.host.get('host')?.managementService !== 'stopped');
}
