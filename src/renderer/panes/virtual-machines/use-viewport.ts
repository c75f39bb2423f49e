/** Which part of a scrolling element shows. */
import { useLayoutEffect, useState } from 'react';

export interface Viewport {
  /** How far the element is scrolled, in CSS pixels. */
  readonly top: number;
  /** How much of it shows, in CSS pixels, without what is stuck to its top. */
  readonly height: number;
}

/** Follows `element`; `stuck` pixels at its top never scroll away. */
export function useViewport(
  element: { readonly current: HTMLElement | null },
  stuck: number,
): Viewport & { readonly onScroll: () => void } {
  const [view, setView] = useState<Viewport>({ top: 0, height: 0 });
  function onScroll(): void {
    const box = element.current;
    if (box !== null) setView({ top: box.scrollTop, height: box.clientHeight - stuck });
  }
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => {
      setView({ top: box.scrollTop, height: box.clientHeight - stuck });
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [element, stuck]);
  return { ...view, onScroll };
}
