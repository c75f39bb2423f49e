/** Says once that the list is on the screen. */
import { useEffect } from 'react';
import { request } from '../host/client';
import { useHost } from '../host/store';

/** A window that nobody sees paints no frames; it is ready all the same after this many milliseconds. */
const UNSEEN_MS = 1000;

/** Tells the host's process that the list has been painted with the world in it. */
export function useWindowReady(): void {
  const ready = useHost((state) => state.ready);
  useEffect(() => {
    if (!ready) return undefined;
    let told = false;
    function tell(): void {
      if (told) return;
      told = true;
      void request('window.ready', {});
    }
    // The first frame callback comes before the paint, the second after it.
    requestAnimationFrame(() => requestAnimationFrame(tell));
    const timer = setTimeout(tell, UNSEEN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [ready]);
}
