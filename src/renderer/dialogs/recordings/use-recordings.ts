/** The document's recordings as they are now, and what can be done with them. */
import { useEffect, useReducer, useRef, useState } from 'react';
import type { RequestOutput } from '../../../shared/contract';
import type { Recording } from '../../../shared/model/recording';
import type { Refusal, Result } from '../../../shared/result';
import { request } from '../../host/client';
import { useDocument } from '../../host/document';
import { useNow } from '../../host/store';
import { recordings as text } from '../../text/en/recordings';

export interface RecordingsView {
  /** Null until they have been read. */
  readonly listed: RequestOutput<'recording.list'> | null;
  /** Why the last wish was refused. */
  readonly error: Refusal | null;
  /** What has come of the last wish; empty when nothing need be said. */
  readonly said: string;
  readonly stop: (recording: Recording) => void;
  readonly remove: (recording: Recording) => void;
  readonly export: (recording: Recording) => void;
}

/** Asks again whenever simulated time has passed or the document has changed. */
export function useRecordings(): RecordingsView {
  const now = useNow();
  const document = useDocument((view) => view.document);
  const [listed, setListed] = useState<RecordingsView['listed']>(null);
  const [{ error, said }, setOutcome] = useState<{ error: Refusal | null; said: string }>({
    error: null,
    said: '',
  });
  const [asked, again] = useReducer((count: number) => count + 1, 0);
  const newest = useRef(0);

  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    void request('recording.list', {}).then((answer) => {
      if (answer.ok && mine === newest.current) setListed(answer.value);
    });
  }, [now, document, asked]);

  async function want<T>(wish: Promise<Result<T>>, say: (value: T) => string): Promise<void> {
    setOutcome({ error: null, said: '' });
    const answer = await wish;
    setOutcome(answer.ok ? { error: null, said: say(answer.value) } : { error: answer.error, said: '' });
    again();
  }

  return {
    listed,
    error,
    said,
    stop: ({ id }) => void want(request('recording.stop', { id }), () => ''),
    remove: ({ id }) => void want(request('recording.remove', { id }), () => ''),
    export: ({ id, name }) =>
      void want(request('recording.export', { id }), ({ exported }) => (exported ? text.exported(name) : '')),
  };
}
