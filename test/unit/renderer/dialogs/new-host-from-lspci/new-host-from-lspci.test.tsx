// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import NewHostFromLspci from '../../../../../src/renderer/dialogs/new-host-from-lspci/new-host-from-lspci';
import { dialogStore } from '../../../../../src/renderer/host/dialogs';
import { request } from '../../../../../src/renderer/host/client';
import { done, fixture } from '../../../../support/engine';
import { largeLspci } from '../../../../support/large-lspci';
import { openOver } from '../open-dialog';

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

async function open(
  prepare: Parameters<typeof openOver>[0] = () => undefined,
  file: { name: string; text: string } | null = null,
) {
  const opened = await openOver(
    prepare,
    (close) => <NewHostFromLspci request={{ kind: 'newHostFromLspci' }} close={close} />,
    file,
  );
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of lspci' });
  return {
    ...opened,
    area,
    /** Pastes and leaves the box, which reads the text at once. */
    type: (text: string): void => {
      fireEvent.input(area, { target: { value: text } });
      fireEvent.blur(area);
    },
  };
}

function createButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Create Host' });
}

describe('New Host from lspci', () => {
  it('shows what the text holds, then replaces the host', async () => {
    const { type, close } = await open();
    expect(createButton().getAttribute('aria-disabled')).toBe('true');
    type(fixture('two-port-ari.off-vvvxxxx.txt'));
    const table = await screen.findByRole('table', { name: 'Preview' });
    expect(table.textContent).toContain('0000:01:00.1Intel Corporation 82576 Gigabit Network Connection8');
    fireEvent.click(createButton());
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('says what is wrong and where, shows the line, and keeps the text', async () => {
    const { type, area } = await open();
    type('00:00.0 Host bridge: Some\nnonsense in the second line\n');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^Line \d+: /);
    const go = screen.getByRole('button', { name: /^Go to Line \d+$/ });
    fireEvent.click(go);
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).not.toBe('');
    expect(area.value).toContain('nonsense');
    expect(createButton().getAttribute('aria-disabled')).toBe('true');
  });

  it('says where the present host stays', async () => {
    const { type, close } = await open((engine) => {
      done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    });
    expect(screen.getByText(/with its 0 virtual machines and 1 virtual switch stays in/)).toBeDefined();
    type(fixture('iommu.off-vvvxxxx.txt'));
    await screen.findByRole('table', { name: 'Preview' });
    fireEvent.click(createButton());
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(dialogStore.getState()).toEqual([]);
  });

  it('says so when reading was cancelled, and stays when building was', async () => {
    const { type, area, close } = await open();
    const text = largeLspci(10);
    type(text);
    await request('work.cancel', {});
    await screen.findByText(/^Reading was cancelled\./);
    expect(area.value).toBe(text);
    fireEvent.click(createButton());
    await request('work.cancel', {});
    await waitFor(() => expect(createButton().getAttribute('aria-disabled')).not.toBe('true'));
    expect([close.mock.calls, area.value === text]).toEqual([[], true]);
    fireEvent.click(createButton());
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('ends what it waits for when it is left', async () => {
    const { type } = await open();
    const ask = vi.spyOn(window.host, 'invoke');
    type(largeLspci(10));
    cleanup();
    expect(ask.mock.calls.map(([name]) => name)).toEqual(['lspci.preview', 'work.cancel']);
  });

  it('reads the whole of a long file and shows its beginning', async () => {
    const listing = fixture('iommu.on-vvvxxxx.txt');
    const name = 'server.txt';
    // A second listing in one text is refused: what stands behind the beginning has been read.
    const { area, close } = await open(() => undefined, { name, text: `${listing}\n`.repeat(3) });
    fireEvent.click(screen.getByRole('button', { name: 'Browse...' }));
    expect((await screen.findByRole('alert')).textContent).toContain('0000:00:00.0');
    expect(screen.queryByRole('button', { name: /^Go to Line/ })).toBeNull();
    expect(screen.getByText(/server.txt has 1 MB/)).toBeDefined();
    expect([area.readOnly, listing.startsWith(area.value.slice(0, -3))]).toEqual([true, true]);
    expect(area.value.length).toBeLessThan(20_000);
    cleanup();
    const padded = `${listing}\n${`${' '.repeat(200)}\n`.repeat(6000)}`;
    const other = await open(() => undefined, { name, text: padded });
    fireEvent.click(screen.getByRole('button', { name: 'Browse...' }));
    await screen.findByRole('table', { name: 'Preview' });
    fireEvent.click(createButton());
    await waitFor(() => expect(other.close).toHaveBeenCalled());
    expect(close).not.toHaveBeenCalled();
  });
});
