/** The place of the dialogs. What draws them is loaded after the window has been painted. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useDialogs } from '../host/dialogs';
import type { DialogLayerProps } from './dialog-layer';
import { useLoaded } from './use-loaded';

function loadLayer(): Promise<{ default: (props: DialogLayerProps) => ReactNode }> {
  return import('./dialog-layer');
}

/** All open dialogs. Once loaded the layer stays, with dialogs or without. */
export function DialogStack(): ReactNode {
  const open = useDialogs();
  const [Layer, wantLayer] = useLoaded(loadLayer);
  useEffect(() => {
    if (open.length > 0) wantLayer();
  }, [open.length, wantLayer]);
  return Layer === null ? null : <Layer open={open} />;
}
