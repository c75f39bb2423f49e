/** The requests that concern simulated time: how fast it passes, a step forward, a way back. */
import type { Clock, RequestInput, RequestName, RequestOutput } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import { hostAt } from './document/earlier';
import type { Restore } from './document/open';
import type { Pace } from './driver';
import type { LongWork } from './long-work';
import type { Session } from './session';

type TimeRequest = Extract<RequestName, `time.${string}`>;

export type TimeHandlers = {
  readonly [N in TimeRequest]: (
    input: RequestInput<N>,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

export interface ServedTime {
  readonly session: Session;
  readonly work: LongWork;
  readonly restore: Restore;
  /** The clock that windows are told. */
  readonly clock: () => Clock;
  readonly setPace: (pace: Pace) => void;
  /** Tells windows the clock and the present values of what they watch. */
  readonly tellTime: () => void;
}

async function back(
  { session, work, restore, tellTime }: ServedTime,
  ms: number,
): Promise<Result<{ went: boolean }>> {
  const went = await session.back(() => {
    const { document, engine } = session;
    return work.run('back', hostAt(document, engine.now() - ms, restore));
  });
  tellTime();
  return went;
}

/** A handler for every request about time. */
export function timeHandlers(served: ServedTime): TimeHandlers {
  const { session, clock, setPace, tellTime } = served;
  return {
    'time.set': ({ speed, paused }) => {
      const before = clock();
      setPace({ speed: speed ?? before.speed, paused: paused ?? before.paused });
      tellTime();
      return ok(clock());
    },
    'time.step': ({ ms }) => {
      const stepped = session.step(ms);
      tellTime();
      return stepped;
    },
    'time.back': ({ ms }) => back(served, ms),
  };
}
