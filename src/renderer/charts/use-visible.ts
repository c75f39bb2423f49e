/** Whether anybody can see an element: live drawing stops while nobody can. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** True while the window is shown and the element is on screen. */
export function useVisible(target: RefObject<Element | null>): boolean {
  const [shown, setShown] = useState(() => !document.hidden);
  const [onScreen, setOnScreen] = useState(true);

  useEffect(() => {
    const update = (): void => {
      setShown(!document.hidden);
    };
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
    };
  }, []);

  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      setOnScreen(entries.at(-1)?.isIntersecting ?? true);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [target]);

  return shown && onScreen;
}
