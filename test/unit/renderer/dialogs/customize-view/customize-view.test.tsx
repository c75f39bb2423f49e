// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import CustomizeView from '../../../../../src/renderer/dialogs/customize-view/customize-view';
import { preferenceStore } from '../../../../../src/renderer/frame/preferences';
import { openOver } from '../open-dialog';

afterEach(cleanup);
beforeEach(() => {
  localStorage.clear();
  preferenceStore.setState(preferenceStore.getInitialState(), true);
});

it('shows and hides at once what its boxes name', async () => {
  await openOver(
    () => undefined,
    (close) => <CustomizeView request={{ kind: 'customizeView' }} close={close} />,
  );
  const members = {
    'Console tree': 'showTree',
    'Standard toolbar': 'showToolbar',
    'Status bar': 'showStatusBar',
    'Action pane': 'showActions',
  } as const;
  for (const [name, member] of Object.entries(members)) {
    const box = screen.getByRole('checkbox', { name });
    fireEvent.click(box);
    expect(preferenceStore.getState()[member], name).toBe(false);
    fireEvent.click(box);
    expect(preferenceStore.getState()[member], name).toBe(true);
  }
});
