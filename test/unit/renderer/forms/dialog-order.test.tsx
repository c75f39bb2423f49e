// @vitest-environment happy-dom
import { FluentProvider } from '@fluentui/react-components';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ReactElement } from 'react';
import { DialogFrame } from '../../../../src/renderer/forms/dialog-frame';
import { themes } from '../../../../src/renderer/theme';

// Without it Fluent does not animate; happy-dom's own rejects whatever is cut short.
Reflect.deleteProperty(Element.prototype, 'animate');
configure({ defaultHidden: true });

afterEach(cleanup);

/** A window with a list that has a home for the focus, under so many dialogs in front of each other. */
function stack(titles: readonly string[]): ReactElement {
  return (
    <FluentProvider theme={themes.light}>
      <div data-focus-home tabIndex={0}>
        List
      </div>
      {titles.map((title) => (
        <DialogFrame key={title} title={title} width={200} onCancel={() => undefined}>
          <button type="button">{`Inside ${title}`}</button>
        </DialogFrame>
      ))}
    </FluentProvider>
  );
}

function focus(name: string): void {
  screen.getByRole('button', { name }).focus();
}

it('goes to the dialog in front when the one that it came from has closed first', async () => {
  const { rerender } = render(stack(['One']));
  focus('Inside One');
  rerender(stack(['One', 'Two']));
  focus('Inside Two');
  rerender(stack(['One', 'Two', 'Three']));
  focus('Inside Three');
  rerender(stack(['One', 'Three']));
  rerender(stack(['One']));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Inside One'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.activeElement?.textContent).toBe('Inside One');
});

it('goes to the list when no dialog is left and what opened the last one is gone', async () => {
  const { rerender } = render(stack(['One']));
  focus('Inside One');
  rerender(stack(['One', 'Two']));
  focus('Inside Two');
  rerender(stack(['Two']));
  rerender(stack([]));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('List'));
});
