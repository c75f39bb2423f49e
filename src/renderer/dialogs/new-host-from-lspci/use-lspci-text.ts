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
  const [longFile, setLongFile] = useState<LongFile | null>(null);

  async function read(long: LongFile | null = longFile): Promise<void> {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = long?.text ?? areaRef.current?.value ?? '';
    asked.current += 1;
    const mine = asked.current;
    if (text.trim() === '') {
      setReading({ state: 'empty' });
      return;
    }
    const answer = await request('lspci.preview', { text });
    // The box does not hold the lines of a long file.
    if (mine === asked.current) setReading(readingOf(answer, long === null ? text : ''));
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
        const { text } = answer.value;
        const long = text.length > longestInBox ? answer.value : null;
        areaRef.current.value = long === null ? text : `${text.slice(0, shownOfLong)}...`;
        areaRef.current.setSelectionRange(0, 0);
        areaRef.current.scrollTop = 0;
        setLongFile(long);
        setReading({ state: 'reading' });
        await read(long);
      }
    },
    async create() {
      const text = longFile?.text ?? areaRef.current?.value ?? '';
      setBusy(true);
      const answer = await request('lspci.newHost', { text });
      setBusy(false);
      if (!answer.ok) setReading(readingOf(answer, longFile === null ? text : ''));
      return answer.ok;
    },
  };
}
