/** What a person does with simulated time; a refusal is shown in a box. */
import type { RequestArgument, RequestName } from '../../shared/contract';
import { time as text } from '../text/en/time';
import { request } from './client';
import { openDialog } from './dialogs';
import { hostStore } from './store';

async function ask<N extends Extract<RequestName, `time.${string}`>>(
  name: N,
  input: RequestArgument<N>,
): Promise<void> {
  const answer = await request(name, input);
  if (answer.ok) return;
  const { message } = answer.error;
  openDialog({ kind: 'failure', title: text.failureTitle, header: text.failureHeader, detail: message });
}

export const timeControl = {
  togglePause: () => void ask('time.set', { paused: !hostStore.getState().clock.paused }),
  setSpeed: (speed: number) => void ask('time.set', { speed }),
  /** Simulated milliseconds. */
  forward: (ms: number) => void ask('time.step', { ms }),
  back: (ms: number) => void ask('time.back', { ms }),
};
