/** The verbs of Virtual Machine Connection: their order, their keys, and whether they may be used. */
import type { Vm } from '../../../shared/model/vm';
import { runAction } from '../../menus/run-action';
import type { VmAction } from '../../menus/verb-list';
import { guestWindow as text } from '../../text/en/guest';
import type { Guest } from './guest-context';

/** A verb of the tool bar and of the menu Action. */
export type GuestVerb = 'start' | 'turnOff' | 'shutDown' | 'save' | 'pauseOrResume' | 'reset';

/** As VMConnect has them, from left to right. */
export const guestVerbs: readonly GuestVerb[] = [
  'start',
  'turnOff',
  'shutDown',
  'save',
  'pauseOrResume',
  'reset',
];

/** What a key asks for. */
export type GuestCommand = GuestVerb | 'settings' | 'fullScreen';

const letters: Readonly<Record<string, GuestCommand>> = {
  s: 'start',
  u: 'turnOff',
  d: 'shutDown',
  a: 'save',
  p: 'pauseOrResume',
  r: 'reset',
  o: 'settings',
};

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Null for a key that means nothing here. */
export function commandOf({ key, code, ctrlKey, altKey, shiftKey, metaKey }: Key): GuestCommand | null {
  if (!ctrlKey || shiftKey || metaKey) return null;
  // The key is called Break only together with Ctrl, and not on every system.
  if (altKey) return code === 'Pause' || key === 'Cancel' ? 'fullScreen' : null;
  return letters[key.toLowerCase()] ?? null;
}

/** One button pauses and resumes. */
export function actionOf(verb: GuestVerb, { state }: Pick<Vm, 'state'>): VmAction {
  if (verb !== 'pauseOrResume') return verb;
  return state === 'Paused' || state === 'Resuming' ? 'resume' : 'pause';
}

/** Why the verb cannot be used now; undefined while it can. */
export function verbObstacle(
  verb: GuestVerb,
  { vm, actions, hostRunning, managed }: Omit<Guest, 'fullScreen' | 'toggleFullScreen'>,
): string | undefined {
  if (actions.includes(actionOf(verb, vm))) return undefined;
  if (!managed) return text.notManaged;
  if (!hostRunning) return text.hostRestarting;
  return text.notNow(vm.state);
}

/** Carries out what a key, a button or a menu asks for; what is not allowed now does nothing. */
export function runCommand(command: GuestCommand, guest: Guest): void {
  if (command === 'fullScreen') guest.toggleFullScreen();
  else if (guest.managed)
    runAction(command === 'settings' ? command : actionOf(command, guest.vm), [guest.vm.id]);
}

/** Text that is typed belongs to its field: there Ctrl+A does not save a machine. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
