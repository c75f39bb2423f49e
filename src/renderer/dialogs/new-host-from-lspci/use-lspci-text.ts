/** The box with the text. It is left to the browser: half a megabyte in React state would crawl. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { request } from '../../host/client';
import { readingOf } from './lspci-reading';
import type { Reading } from './lspci-reading';

/** Characters that a box takes without standing still for seconds; longer files are shown from their beginning. */
const longestInBox = 1024 * 1024;
const shownOfLong = 16 * 1024;

/** How long the typing must rest before the text is sent to be read, in milliseconds. */
const restMs = 400;

/** A file that is too long for the box. */
interface LongFile {
  readonly name: string;
  readonly text: string;
}

export interface LspciText {
  /** The file of which the box shows the beginning; null while the box holds the whole text. */
  readonly longFile: LongFile | null;
  readonly reading: Reading;
  readonly busy: boolean;
  /** The text has changed: it is read once typing rests. */
  readonly changed: () => void;
  /** Reads at once what has not been read yet. */
  readonly flush: () => void;
  /** Asks for a file and puts its text into the box. */
  readonly browse: () => Promise<void>;
  /** Replaces the host; answers whether that was done: not when it was cancelled. The text stays in any case. */
  readonly create: () => Promise<boolean>;
}

/** Puts a file's text into the box, or the beginning of one that is too long for it. */
function fill(area: HTMLTextAreaElement, text: string, isLong: boolean): void {
  area.value = isLong ? `${text.slice(0, shownOfLong)}...` : text;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
}

/** Waits for answers; whoever leaves before they are there does not want them any more. */
function useWaiting(): <T>(answer: Promise<T>) => Promise<T> {
  const waiting = useRef(0);
  useEffect(
    () => () => {
      if (waiting.current > 0) void request('work.cancel', {});
    },
    [],
  );
  return async (answer) => {
    waiting.current += 1;
    try {
      return await answer;
    } finally {
      waiting.current -= 1;
    }
  };
}

/** Keeps `reading` abreast of the box. */
export function useLspciText(areaRef: RefObject<HTMLTextAreaElement | null>): LspciText {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Answers may overtake each other; only the one to the last question counts.
  const asked = useRef(0);
  const waitFor = useWaiting();
  const [reading, setReading] = useState<Reading>({ state: 'empty' });
  const [busy, setBusy] = useState(false);
  const [longFile, setLongFile] = useState<LongFile | null>(null);

  /** What was asked, or was to be, is about a text that is gone. */
  function forget(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    asked.current += 1;
  }

  async function read(long: LongFile | null = longFile): Promise<void> {
    forget();
    const text = long?.text ?? areaRef.current?.value ?? '';
    const mine = asked.current;
    if (text.trim() === '') {
      setReading({ state: 'empty' });
      return;
    }
    const answer = await waitFor(request('lspci.preview', { text }));
    // The box does not hold the lines of a long file.
    if (mine === asked.current) setReading(readingOf(answer, long === null ? text : ''));
  }

  function changed(): void {
    forget();
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
    longFile,
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
        const { name, text, summary } = answer.value;
        const long = text.length > longestInBox ? { name, text } : null;
        fill(areaRef.current, text, long !== null);
        setLongFile(long);
        forget();
        setReading(summary === null ? { state: 'reading' } : { state: 'read', summary });
        if (summary === null) await read(long);
      }
    },
    async create() {
      const text = longFile?.text ?? areaRef.current?.value ?? '';
      setBusy(true);
      const answer = await waitFor(request('lspci.newHost', { text }));
      setBusy(false);
      if (!answer.ok) setReading(readingOf(answer, longFile === null ? text : ''));
      return answer.ok && answer.value.created;
    },
  };
}
