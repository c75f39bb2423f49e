/** Which two moments are compared, and what came of it. */
import { useEffect, useRef, useState } from 'react';
import type { ComparedMoment, Comparison, DocumentStep } from '../../../shared/model/document';
import type { Refusal } from '../../../shared/result';
import { request } from '../../host/client';

export interface ComparisonView {
  readonly steps: readonly DocumentStep[];
  readonly left: ComparedMoment;
  readonly right: ComparedMoment;
  /** Null while it is being worked out, or when no other document was chosen. */
  readonly found: Comparison | null;
  readonly busy: boolean;
  readonly error: Refusal | null;
  readonly choose: (side: 'left' | 'right', moment: ComparedMoment) => void;
  readonly again: () => void;
}

/** Begins with what the last step has changed since the moment before it. */
export function useComparison(lastStep: number | null): ComparisonView {
  const [steps, setSteps] = useState<readonly DocumentStep[]>([]);
  const [sides, setSides] = useState<{ left: ComparedMoment; right: ComparedMoment }>({
    left: lastStep === null ? { moment: 'start' } : { moment: 'before', step: lastStep },
    right: { moment: 'now' },
  });
  const [asked, setAsked] = useState(0);
  const [found, setFound] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<Refusal | null>(null);
  const newest = useRef(0);

  useEffect(() => {
    void request('document.steps', {}).then((answer) => {
      if (answer.ok) setSteps(answer.value.steps);
    });
  }, []);
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    void request('document.compare', sides).then((answer) => {
      // Another pair was chosen meanwhile.
      if (mine !== newest.current) return;
      setBusy(false);
      setFound(answer.ok ? answer.value : null);
      setError(answer.ok ? null : answer.error);
    });
  }, [sides, asked]);

  return {
    ...sides,
    steps,
    found,
    busy,
    error,
    choose: (side, moment) => {
      setBusy(true);
      setSides((known) => ({ ...known, [side]: moment }));
    },
    again: () => {
      setBusy(true);
      setAsked((count) => count + 1);
    },
  };
}
