/** What the connection window shows for a VM: nothing runs, something is under way, or the guest. */
import type { Vm } from '../../../shared/model/vm';
import { guestWindow as text } from '../../text/en/guest';

export type ScreenState =
  | { readonly shows: 'off'; readonly message: string }
  /** `fraction` is 0 to 1, null while nobody knows how long it takes. */
  | { readonly shows: 'progress'; readonly caption: string; readonly fraction: number | null }
  | { readonly shows: 'guest' };

/** Tells it at simulated time `now` in milliseconds. */
export function screenState(vm: Vm, now: number): ScreenState {
  if (vm.state === 'Off') return { shows: 'off', message: text.off(vm.name) };
  if (vm.state === 'Saved') return { shows: 'off', message: text.saved(vm.name) };
  if (vm.task !== null) {
    const { startedAt, durationMs } = vm.task;
    const fraction = Math.min(1, Math.max(0, (now - startedAt) / durationMs));
    const caption = text.progress(vm.task.text, Math.floor(fraction * 100));
    return { shows: 'progress', caption, fraction };
  }
  if (vm.guest.state !== 'running') {
    return { shows: 'progress', caption: text.booting(vm.guest.operatingSystem), fraction: null };
  }
  return { shows: 'guest' };
}

/** Why nothing can be done inside the guest now; undefined when it can. */
export function guestObstacle(vm: Vm, hostRunning: boolean): string | undefined {
  if (!hostRunning) return text.hostRestarting;
  if (vm.state === 'Paused') return text.paused;
  return vm.state === 'Running' && vm.guest.state === 'running' ? undefined : text.notBooted;
}
