/** Carries out a verb: asks first where Hyper-V Manager asks, and shows what the host refuses. */
import type { Vm, VmVerb } from '../../shared/model/vm';
import { theHost } from '../../shared/model/world-view';
import { execute } from '../host/client';
import { openDialog } from '../host/dialogs';
import { hostStore } from '../host/store';
import { verbs } from '../text/en/verbs';
import { openWindow } from './open-window';
import { actionsFor } from './verb-list';
import type { VmAction } from './verb-list';

type BatchVerb = Exclude<VmVerb, 'rename'>;

/**
 * One batch for each virtual machine, in order, as Hyper-V Manager does: what one of them refuses
 * does not keep the others from obeying. A single box tells of all refusals.
 */
async function carryOut(verb: BatchVerb, vms: readonly Vm[]): Promise<void> {
  const refusals: string[] = [];
  for (const { id, name } of vms) {
    const answer = await execute([{ name: `vm.${verb}`, input: { id } }]);
    if (answer.ok) continue;
    const { message } = answer.error;
    refusals.push(vms.length === 1 ? message : verbs.failureOf(name, message));
  }
  if (refusals.length === 0) return;
  openDialog({
    kind: 'failure',
    title: verbs.failureTitle,
    header: verbs.failureHeader(verb),
    detail: verbs.failureDetail(refusals),
  });
}

function ask(verb: BatchVerb, vms: readonly Vm[]): void {
  const question = verbs.questions[verb];
  if (question === undefined) {
    void carryOut(verb, vms);
    return;
  }
  openDialog({
    kind: 'confirm',
    title: question.title,
    message: question.message(vms.map((vm) => vm.name)),
    confirm: question.confirm,
    refuse: question.refuse,
    onConfirm: () => void carryOut(verb, vms),
  });
}

/**
 * Runs an action on the virtual machines with these ids. Ids that are gone are left out; an action
 * that the rest does not allow now does nothing, because a key may be pressed at any time.
 */
export function runAction(action: VmAction, vmIds: readonly string[]): void {
  const { ready, world } = hostStore.getState();
  if (!ready) return;
  const vms = vmIds.flatMap((id) => world.vm.get(id) ?? []);
  const [first] = vms;
  if (first === undefined) return;
  if (!actionsFor(vms, theHost(world).state === 'running').includes(action)) return;
  switch (action) {
    case 'connect':
      void openWindow({ kind: 'guest', vmId: first.id });
      break;
    case 'settings':
      openDialog({ kind: 'vmSettings', vmId: first.id });
      break;
    case 'rename':
      openDialog({ kind: 'rename', vmId: first.id });
      break;
    default:
      ask(action, vms);
  }
}
