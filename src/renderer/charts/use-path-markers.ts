/** Gathers the moments at which a VM's traffic changed its path, from the store's changes. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { hostStore, simulatedNow } from '../host/store';
import { pathMarkers } from './path-markers';
import type { PathMarker } from './path-markers';

/** Markers kept; a minute of chart shows far fewer. */
const markerCapacity = 100;

/** The newest markers of one VM, oldest first. They never cause a re-render: a chart reads them as it draws. */
export function usePathMarkers(vmId: string): RefObject<readonly PathMarker[]> {
  const markers = useRef<readonly PathMarker[]>([]);
  useEffect(() => {
    markers.current = [];
    return hostStore.subscribe((state, before) => {
      const found = pathMarkers(
        vmId,
        { adapters: before.world.adapter, events: before.events },
        { adapters: state.world.adapter, events: state.events },
        simulatedNow(state),
      );
      if (found.length > 0) markers.current = [...markers.current, ...found].slice(-markerCapacity);
    });
  }, [vmId]);
  return markers;
}
