/** Which component draws which window beside the first one. Each is a chunk of its own. */
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { WindowKind } from '../../shared/model/window';
import type { WindowProps } from './window-props';

type Registry = { readonly [K in WindowKind]: LazyExoticComponent<ComponentType<WindowProps<K>>> };

/** A kind without an entry here does not compile. */
export const windowRegistry: Registry = {
  guest: lazy(() => import('./guest/guest-window')),
};
