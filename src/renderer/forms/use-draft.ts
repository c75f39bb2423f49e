/** What a dialog page is being changed to, before the host has been asked. */
import { useCallback, useRef, useState } from 'react';
import type { Refusal, Result } from '../../shared/result';

export interface Draft<T> {
  readonly value: T;
  /** Changes members of the draft; forgets the last refusal, which was about the old values. */
  set(patch: Partial<T>): void;
  /** True when the draft differs from what it began with, or from what was last accepted. */
  readonly dirty: boolean;
  /** Why the host refused the last attempt; what was typed stays as it is. */
  readonly error: Refusal | null;
  /** True while the host is being asked. */
  readonly busy: boolean;
  /**
   * Asks the host; answers whether it agreed. A refusal is kept in `error`. After an agreement the
   * present value is the new point of comparison for `dirty`.
   */
  run(action: () => Promise<Result<unknown>>): Promise<boolean>;
}

function same(one: unknown, other: unknown): boolean {
  // Drafts are plain data; their members are written in one order.
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Holds a draft that begins with `initial`; later values of `initial` are ignored. */
export function useDraft<T extends object>(initial: T): Draft<T> {
  const [value, setValue] = useState(initial);
  const [accepted, setAccepted] = useState(initial);
  const [error, setError] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(value);
  const running = useRef(false);

  const set = useCallback((patch: Partial<T>) => {
    latest.current = { ...latest.current, ...patch };
    setValue(latest.current);
    setError(null);
  }, []);

  const run = useCallback(async (action: () => Promise<Result<unknown>>) => {
    // A second click while the first is on its way must not send the batch twice.
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const sent = latest.current;
    try {
      const answer = await action();
      if (answer.ok) setAccepted(sent);
      setError(answer.ok ? null : answer.error);
      return answer.ok;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  return { value, set, dirty: !same(value, accepted), error, busy, run };
}
