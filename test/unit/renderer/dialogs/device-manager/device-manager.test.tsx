// @vitest-environment happy-dom
import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import DeviceManager from '../../../../../src/renderer/dialogs/device-manager/device-manager';
import { dialogStore } from '../../../../../src/renderer/host/dialogs';
import { hostStore } from '../../../../../src/renderer/host/store';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { themes } from '../../../../../src/renderer/theme';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, iovVm, nicNamed } from '../../../../support/engine';
import { fakeHost, fakePlatform } from '../../support/fake-world';
import { openOver } from '../open-dialog';
import { question } from '../questions';

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

function open(prepare: (engine: Engine) => void = () => undefined) {
  return openOver(
    (engine) => {
      iovVm(engine);
      prepare(engine);
    },
    (close) => <DeviceManager request={{ kind: 'deviceManager' }} close={close} />,
  );
}

/** Every device with its second line. */
function devices(): string[] {
  return screen
    .getAllByRole('treeitem')
    .filter((item) => item.getAttribute('aria-level') === '2')
    .map((item) => `${item.getAttribute('aria-label')}: ${item.getAttribute('aria-description')}`);
}

function choose(name: string): HTMLElement {
  const item = screen.getByRole('treeitem', { name });
  fireEvent.click(item);
  return item;
}

const x520 = 'Intel(R) Ethernet Server Adapter X520-2';

describe('Device Manager', () => {
  it('lists the adapters of the parent partition by name, and no virtual function', async () => {
    await open();
    expect(devices()).toEqual([
      'Hyper-V Virtual Ethernet Adapter: vEthernet (External)',
      'Intel(R) 82576 Gigabit Dual Port Network Connection: Ethernet 3',
      'Intel(R) 82576 Gigabit Dual Port Network Connection #2: Ethernet 4',
      `${x520}: Ethernet`,
      `${x520} #2: Ethernet 2`,
      'Intel(R) I210 Gigabit Network Connection: Ethernet 5',
    ]);
  });

  it('opens the properties of a physical adapter with the mouse and with the keyboard', async () => {
    const { engine } = await open();
    const request = { kind: 'nicProperties', nicId: nicNamed(engine, /X520-2$/).id };
    fireEvent.doubleClick(choose(x520));
    fireEvent.keyDown(choose(x520), { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Properties' }));
    expect(dialogStore.getState().map((each) => each.request)).toEqual([request, request, request]);
  });

  it('has neither properties nor verbs for a port of the management operating system', async () => {
    await open();
    fireEvent.doubleClick(choose('Hyper-V Virtual Ethernet Adapter'));
    for (const name of ['Properties', 'Disable device']) {
      const button = screen.getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(button);
    }
    expect(dialogStore.getState()).toEqual([]);
  });

  it('disables a device after a question and shows what becomes of it', async () => {
    const { engine } = await open();
    choose(x520);
    fireEvent.click(screen.getByRole('button', { name: 'Disable device' }));
    expect(question().message).toBe(
      'Disabling this device will cause it to stop functioning. Do you really want to disable it?',
    );
    question().yes();
    await waitFor(() => expect(nicNamed(engine, /X520-2$/).afterHalt).toBe('disabled'));
    act(() => engine.advance(5000));
    expect(devices()).toContain(`${x520}: Ethernet - disabled`);
    fireEvent.click(screen.getByRole('button', { name: 'Enable device' }));
    await waitFor(() => expect(devices()).toContain(`${x520}: Ethernet - starting`));
  });

  it('shows in a box what the host refuses', async () => {
    const opened = await open();
    choose(x520);
    const nicId = nicNamed(opened.engine, /X520-2$/).id;
    fireEvent.click(screen.getByRole('button', { name: 'Disable device' }));
    opened.meanwhile = () => done(opened.engine, { name: 'fault.removeNic', input: { nicId } });
    question().yes();
    await waitFor(() => expect(dialogStore.getState()).toHaveLength(1));
    expect(dialogStore.getState()[0]?.request).toEqual({
      kind: 'failure',
      title: 'Device Manager',
      header: `'${x520}' could not be changed.`,
      detail: "'Ethernet' is not in the computer. Put the card back first.",
    });
  });

  it('shows a card that was pulled out with the hidden devices, which it shows by itself then', async () => {
    const { engine } = await open();
    const hidden = (): HTMLInputElement => screen.getByRole('checkbox', { name: 'Show hidden devices' });
    expect(hidden().checked).toBe(false);
    const nicId = nicNamed(engine, /X520-2$/).id;
    act(() => void done(engine, { name: 'fault.removeNic', input: { nicId } }));
    expect(hidden().checked).toBe(true);
    expect(devices()).toContain(`${x520} #2: Ethernet 2 - not connected to the computer`);
    fireEvent.click(hidden());
    expect(devices().join()).not.toContain('X520');
  });

  it('says what to do about a computer without network adapters', () => {
    hostStore.setState({
      ready: true,
      world: withChanges(emptyWorld(), [
        { kind: 'host', id: 'host', value: fakeHost },
        { kind: 'platform', id: 'platform', value: fakePlatform },
      ]),
    });
    render(
      <FluentProvider theme={themes.light}>
        <DeviceManager request={{ kind: 'deviceManager' }} close={() => undefined} />
      </FluentProvider>,
    );
    expect(screen.getByText('This computer has no network adapter.')).toBeDefined();
    expect(screen.getByText(/Firmware Setup/)).toBeDefined();
  });
});
