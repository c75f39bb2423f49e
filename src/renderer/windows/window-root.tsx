/** The page of a window beside the first one: what it shows, and the dialogs that were opened from it. */
import { Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { WindowKind, WindowRequest } from '../../shared/model/window';
import { DialogStack } from '../frame/dialog-stack';
import { ThemeProvider } from '../frame/theme-provider';
import { windowRegistry } from './registry';
import type { WindowProps } from './window-props';

/** The whole page. */
export function WindowRoot({ request }: { readonly request: WindowRequest }): ReactNode {
  // The registry's type says that kind and component belong together; TypeScript cannot follow a union through it.
  const Component = windowRegistry[request.kind] as ComponentType<WindowProps<WindowKind>>;
  return (
    <ThemeProvider>
      <Suspense>
        <Component request={request} />
      </Suspense>
      <DialogStack />
    </ThemeProvider>
  );
}
