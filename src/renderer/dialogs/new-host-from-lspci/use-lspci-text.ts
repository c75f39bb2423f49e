/** The box with the text. It is left to the browser: half a megabyte in React state would crawl. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { request } from '../../host/client';
import { readingOf } from './lspci-reading';
import type { Reading } from './lspci-reading';

/** How long the typing must rest before the text is sent to be read, in milliseconds. */
const restMs = 400;

export interface LspciText {
  readonly reading: Reading;
  readonly busy: boolean;
  /** The text has changed: it is read once typing rests. */
  readonly changed: () => void;
  /** Reads at once what has not been read yet. */
  readonly flush: () => void;
  /** Asks for a file and puts its text into the box. */
  readonly browse: () => Promise<void>;
  /** Replaces the host; answers whether that was done. The text stays in any case. */
  readonly create: () => Promise<boolean>;
}

/** Keeps `reading` abreast of the box. */
export function useLspciText(areaRef: RefObject<HTMLTextAreaElement | null>): LspciText {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Answers may overtake each other; only the one to the last question counts.
  const asked = useRef(0);
  const [reading, setReading] = useState<Reading>({ state: 'empty' });
  const [busy, setBusy] = useState(false);

  async function read(): Promise<void> {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = areaRef.current?.value ?? '';
    asked.current += 1;
    const mine = asked.current;
    if (text.trim() === '') {
      setReading({ state: 'empty' });
      return;
    }
    const answer = await request('lspci.preview', { text });
    if (mine === asked.current) setReading(readingOf(answer, text));
  }

  function changed(): void {
    clearTimeout(timer.current);
    asked.current += 1;
    setReading((areaRef.current?.textLength ?? 0) === 0 ? { state: 'empty' } : { state: 'reading' });
    timer.current = setTimeout(() => void read(), restMs);
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  return {
    reading,
    busy,
    changed,
    flush() {
      if (timer.current !== undefined) void read();
    },
    async browse() {
      const answer = await request('lspci.browse', {});
      if (!answer.ok) setReading({ state: 'refused', refusal: answer.error, at: null });
      else if (answer.value !== null && areaRef.current !== null) {
        areaRef.current.value = answer.value.text;
        areaRef.current.setSelectionRange(0, 0);
        areaRef.current.scrollTop = 0;
        setReading({ state: 'reading' });
        await read();
      }
    },
    async create() {
      const text = areaRef.current?.value ?? '';
      setBusy(true);
      const answer = await request('lspci.newHost', { text });
      setBusy(false);
      if (!answer.ok) setReading(readingOf(answer, text));
      return answer.ok;
    },
  };
}
