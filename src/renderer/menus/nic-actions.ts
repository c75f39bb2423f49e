/** Disables, enables and restarts a physical adapter: asks first where somebody loses the network. */
import { isDisabled } from '../../shared/model/device-status';
import type { Nic } from '../../shared/model/nic';
import type { WorldView } from '../../shared/model/world-view';
import type { Command } from '../../shared/contract';
import { execute } from '../host/client';
import { openDialog } from '../host/dialogs';
import { hostStore } from '../host/store';
import { deviceManager as text, nicProperties } from '../text/en/devices';

/** Virtual machines that own a VF of the adapter. */
export function vmsWithVf(world: WorldView, nicId: string): number {
  const owners = [...world.vf.values()]
    .filter((vf) => vf.nicId === nicId && vf.adapterId !== null)
    .map((vf) => world.adapter.get(vf.adapterId ?? '')?.vmId);
  return new Set(owners.filter((each) => each !== undefined)).size;
}

/** True while a change of the adapter takes the network away from somebody. */
export function interrupts(nic: Nic): boolean {
  return nic.present && nic.state !== 'disabled' && nic.state !== 'failed';
}

/** One command on its own; a refusal shows in a box. */
async function carryOut(nic: Nic, command: Command): Promise<void> {
  const answer = await execute([command]);
  if (answer.ok) return;
  openDialog({
    kind: 'failure',
    title: text.title,
    header: text.failure(nic.interfaceDescription),
    detail: answer.error.message,
  });
}

/** Asks whether the adapter may restart; `go` follows a Yes, or at once where nobody would notice. */
export function askForRestart(nic: Nic, go: () => void): void {
  if (!interrupts(nic)) {
    go();
    return;
  }
  openDialog({
    kind: 'confirm',
    title: nic.interfaceDescription,
    message: nicProperties.restartQuestion(vmsWithVf(hostStore.getState().world, nic.id)),
    confirm: text.yes,
    refuse: text.no,
    onConfirm: go,
  });
}

/** Enable device or Disable device, whichever the adapter's state leaves. */
export function toggleNic(nic: Nic): void {
  const command = (enabled: boolean): Command => ({
    name: 'nic.setEnabled',
    input: { id: nic.id, enabled },
  });
  if (isDisabled(nic)) {
    void carryOut(nic, command(true));
    return;
  }
  openDialog({
    kind: 'confirm',
    title: nic.interfaceDescription,
    message: text.disableQuestion(vmsWithVf(hostStore.getState().world, nic.id)),
    confirm: text.yes,
    refuse: text.no,
    onConfirm: () => void carryOut(nic, command(false)),
  });
}
