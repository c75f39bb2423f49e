/** A dialog over a real simulated host, without Electron between them. */
import { FluentProvider } from '@fluentui/react-components';
import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { connectHost } from '../../../../src/renderer/host/connection';
import { themes } from '../../../../src/renderer/theme';
import type { Engine } from '../../../../src/main/engine/engine';
import { newConsole } from '../../../support/client';

// Without it Fluent does not animate; happy-dom's own rejects whatever is cut short.
Reflect.deleteProperty(Element.prototype, 'animate');
// Whether an element can be seen is asked of every ancestor's style, which takes happy-dom seconds.
configure({ defaultHidden: true });

export interface OpenedDialog {
  readonly engine: Engine;
  /** Called when the dialog closes itself. */
  readonly close: ReturnType<typeof vi.fn<() => void>>;
  /** Batches that were sent, oldest first. */
  readonly batches: readonly unknown[];
  /** What somebody else does to the host just before the next batch arrives there. */
  meanwhile: () => void;
}

/** Prepares the host, then draws what `dialog` makes of it. */
export async function openOver(
  prepare: (engine: Engine) => void,
  dialog: (close: () => void, engine: Engine) => ReactElement,
  /** What the user chooses when asked for a file. */
  file: Parameters<typeof newConsole>[0] = null,
): Promise<OpenedDialog> {
  const host = newConsole(file);
  const { engine } = host.session;
  prepare(engine);
  const batches: unknown[] = [];
  const close = vi.fn<() => void>();
  const opened: OpenedDialog = { engine, close, batches, meanwhile: () => undefined };
  const listeners = new Set<(message: unknown) => void>();
  engine.subscribe(() => {
    for (const listener of listeners) listener(host.messages.at(-1));
  });
  Object.assign(window, {
    host: {
      invoke: async (name: string, input: unknown) => {
        if (name === 'execute') {
          batches.push(input);
          opened.meanwhile();
        }
        return JSON.stringify(await host.askRaw(name, input));
      },
      subscribe: (listener: (message: unknown) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  await connectHost();
  render(<FluentProvider theme={themes.light}>{dialog(close, engine)}</FluentProvider>);
  return opened;
}
