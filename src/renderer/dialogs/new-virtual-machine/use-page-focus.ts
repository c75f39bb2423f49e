/** Where the keyboard is after a page has come: in its first field, else on the button that Enter presses. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { PageId } from './wizard-steps';

const fields = 'input[type="text"], input[type="number"], input[type="radio"]:checked, select';

function focusPage(content: HTMLElement): void {
  const field = content.querySelector<HTMLElement>(fields);
  const target = field ?? content.closest('form')?.querySelector<HTMLElement>('button[type="submit"]');
  target?.focus();
  // What is proposed there is replaced by the first key.
  if (target instanceof HTMLInputElement && target.type !== 'radio') target.select();
}

/** Put the answer on the element that holds the page's controls. */
export function usePageFocus(page: PageId): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog focuses its own first control as it opens; this comes after.
    const frame = requestAnimationFrame(() => {
      if (content.current !== null) focusPage(content.current);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [page]);
  return content;
}
