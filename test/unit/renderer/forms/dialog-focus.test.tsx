// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReactNode } from 'react';
import { useRestoredFocus } from '../../../../src/renderer/forms/dialog-focus';

function Box(): ReactNode {
  useRestoredFocus();
  return <input aria-label="Inside" autoFocus />;
}

function Window({ open }: { readonly open: boolean }): ReactNode {
  return (
    <>
      <button id="opener">List</button>
      <div role="menu">
        <button id="item">Start</button>
      </div>
      {open && <Box />}
    </>
  );
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}

/** Opens the box from the list and closes it again; what follows a closing is still to come. */
function openAndClose(): void {
  const { rerender } = render(<Window open={false} />);
  focus('opener');
  rerender(<Window open />);
  rerender(<Window open={false} />);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a dialog that closes', () => {
  it('gives the focus back to what had it', () => {
    openAndClose();
    vi.runAllTimers();
    expect(document.activeElement?.id).toBe('opener');
  });

  it('leaves the focus in a menu that was opened at once', () => {
    openAndClose();
    focus('item');
    vi.runAllTimers();
    expect(document.activeElement?.id).toBe('item');
  });
});
