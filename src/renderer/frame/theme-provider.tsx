/** Puts the right theme around the window and keeps it right when the system's changes. */
import { FluentProvider, RendererProvider, createDOMRenderer } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { modeOf, themes } from '../theme';
import { usePreferences } from './preferences';

/** True while the media query matches. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => {
        list.removeEventListener('change', listener);
      };
    },
    () => matchMedia(query).matches,
  );
}

// The content security policy lets only style elements with the load's own nonce through.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** Theme and style renderer for everything in it, pop-ups included. */
export function ThemeProvider(props: { readonly children: ReactNode }): ReactNode {
  const choice = usePreferences((preferences) => preferences.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  const mode = modeOf(choice, systemDark, contrast);
  const dark = mode === 'dark' || mode === 'contrastDark';
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider
        theme={themes[mode]}
        style={{ height: '100%', colorScheme: dark ? 'dark' : 'light', fontSize: '12px', lineHeight: '16px' }}
      >
        {props.children}
      </FluentProvider>
    </RendererProvider>
  );
}
