/** Components that are not needed to paint the window. */
import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';

/**
 * Loads a component when the page has nothing better to do, or when it is wanted. Unlike `lazy` it
 * never suspends: what is drawn once it is there takes the focus at once.
 */
export function useLoaded<P>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): readonly [ComponentType<P> | null, () => void] {
  const [component, setComponent] = useState<ComponentType<P> | null>(null);
  const want = useCallback(() => {
    void load().then((module) => {
      setComponent(() => module.default);
    });
  }, [load]);
  useEffect(() => {
    const handle = requestIdleCallback(want, { timeout: 3000 });
    return () => {
      cancelIdleCallback(handle);
    };
  }, [want]);
  return [component, want];
}
