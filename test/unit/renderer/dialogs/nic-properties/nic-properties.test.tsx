// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import NicProperties from '../../../../../src/renderer/dialogs/nic-properties/nic-properties';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import { mtuOf } from '../../../../../src/shared/model/nic';
import { dialogStore } from '../../../../../src/renderer/host/dialogs';
import { adapterOf, done, iovVm, nicNamed, waitFor as passUntil } from '../../../../support/engine';
import { openOver } from '../open-dialog';
import { openedKinds, question } from '../questions';

afterEach(() => {
  cleanup();
  dialogStore.setState([], true);
});

/** The sheet of the X520's first port, of which a running VM has a VF, or of another adapter. */
async function open(
  description = /X520-2$/,
  prepare: (engine: Engine, nicId: string) => void = () => undefined,
) {
  let vmId = '';
  let nicId = '';
  const opened = await openOver(
    (engine) => {
      vmId = iovVm(engine).vmId;
      nicId = nicNamed(engine, description).id;
      done(engine, { name: 'vm.start', input: { id: vmId } });
      engine.advance(60_000);
      prepare(engine, nicId);
    },
    (close) => <NicProperties request={{ kind: 'nicProperties', nicId }} close={close} />,
  );
  return Object.assign(opened, { vmId, nicId, nic: () => opened.engine.world.nic.get(nicId)! });
}

function turnTo(tab: string): void {
  fireEvent.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }));
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function isOff(name: string): boolean {
  return screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
}

function setProperty(label: string, value: string): void {
  const list = screen.getByRole('listbox', { name: 'Property:' });
  const options = within(list).getAllByRole('option');
  const index = options.findIndex((option) => option.textContent === label);
  expect(index).toBeGreaterThanOrEqual(0);
  (list as HTMLSelectElement).selectedIndex = index;
  fireEvent.change(list);
  fireEvent.change(screen.getByRole('combobox', { name: 'Value:' }), { target: { value } });
}

function status(): string {
  return screen.getByRole('status', { name: 'Device status' }).textContent;
}

const elsewhere = (engine: Engine, ...commands: Command[]): void => {
  act(() => void done(engine, ...commands));
};

describe('the properties of a network adapter', () => {
  it('say on General what the device is, where it is and how it does', async () => {
    const { engine, nicId } = await open();
    expect(screen.getByText('PCI Slot 1 (PCI bus 1, device 0, function 0)')).toBeDefined();
    expect(screen.getByText('Intel Corporation')).toBeDefined();
    expect(status()).toBe('This device is working properly.');
    elsewhere(engine, { name: 'fault.failPf', input: { nicId } });
    expect(status()).toContain('(Code 43)');
    elsewhere(engine, { name: 'fault.removeNic', input: { nicId } });
    expect(status()).toContain('(Code 45)');
  });

  it('ask before they turn SR-IOV off, and then a virtual machine falls back', async () => {
    const { engine, vmId, batches, close, nic } = await open();
    turnTo('Advanced');
    setProperty('SR-IOV', 'Disabled');
    press('OK');
    expect(batches).toEqual([]);
    expect(question().message).toContain('1 virtual machine uses a virtual function of it');
    question().yes();
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(nic().properties.sriov).toBe(false);
    expect(adapterOf(engine, vmId).dataPath).toBe('vf');
    passUntil(engine, 'the adapter is up', () => nic().state === 'up');
    expect(adapterOf(engine, vmId).dataPath).toBe('vmbus');
  });

  it('change several properties in one batch', async () => {
    const { batches, close, nic } = await open();
    turnTo('Advanced');
    setProperty('Jumbo Packet', '9014 Bytes');
    setProperty('Speed & Duplex', '1.0 Gbps Full Duplex');
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Most virtual functions (NumVFs):' }), {
      target: { value: '7' },
    });
    press('OK');
    question().yes();
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(batches).toHaveLength(1);
    expect(mtuOf(nic())).toBe(9000);
    expect(nic().properties).toMatchObject({ speedDuplex: '1000full', numVfs: 7, sriov: true });
  });

  it('neither ask nor send where nothing has changed', async () => {
    const { batches, close } = await open();
    turnTo('Advanced');
    setProperty('SR-IOV', 'Disabled');
    setProperty('SR-IOV', 'Enabled');
    press('OK');
    expect(close).toHaveBeenCalled();
    expect([batches, openedKinds()]).toEqual([[], []]);
  });

  it('say at the number what is wrong with it, from another tab too', async () => {
    await open();
    turnTo('Advanced');
    const field = () => screen.getByRole('spinbutton', { name: 'Most virtual functions (NumVFs):' });
    fireEvent.change(field(), { target: { value: '64' } });
    turnTo('General');
    press('OK');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Enter a whole number from 0 to 63.')).toBeDefined();
  });

  it("show the host's refusal, whatever has become of the field", async () => {
    const opened = await open();
    turnTo('Advanced');
    setProperty('SR-IOV', 'Disabled');
    press('OK');
    opened.meanwhile = () =>
      done(opened.engine, { name: 'nic.setDriver', input: { id: opened.nicId, sriov: false } });
    question().yes();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('does not offer SR-IOV');
    expect(opened.close).not.toHaveBeenCalled();
  });

  it('install a driver without SR-IOV and take its properties away', async () => {
    const { nic, close } = await open();
    turnTo('Driver');
    expect(screen.getByText('ixn63x64.sys')).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'A driver without SR-IOV' }));
    press('OK');
    question().yes();
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(nic().sriovDriver).toBe(false);
    turnTo('Advanced');
    expect(screen.queryByText('SR-IOV', { selector: 'option' })).toBeNull();
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });

  it('have no driver with SR-IOV for a card without it', async () => {
    const { nic } = await open(/I210/);
    turnTo('Driver');
    fireEvent.click(screen.getByRole('radio', { name: 'A driver with SR-IOV' }));
    expect(nic().sriovDriver).toBe(false);
    expect(screen.getByRole('radio', { name: 'A driver without SR-IOV' })).toHaveProperty('checked', true);
  });

  it('disable the device after a question and enable it without one', async () => {
    const { engine, nic } = await open();
    turnTo('Driver');
    press('Disable Device');
    expect(nic().state).toBe('up');
    question().yes();
    await waitFor(() => expect(nic().state).toBe('halting'));
    act(() => passUntil(engine, 'the adapter is disabled', () => nic().state === 'disabled'));
    press('Enable Device');
    await waitFor(() => expect(nic().state).toBe('restarting'));
    expect(openedKinds()).toEqual([]);
  });

  it('list memory ranges from the registers, and none while the device has a problem', async () => {
    const { engine, nicId } = await open();
    turnTo('Resources');
    const table = await screen.findByRole('table', { name: 'Resource settings' });
    const cells = within(table).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'Memory Range',
      '0000380000000000 - 000038000007FFFF',
      'Memory Range',
      '0000380000100000 - 0000380000103FFF',
      'IRQ',
      'Message-signaled (MSI-X), 64 vectors',
    ]);
    expect(screen.getByText('01:00.0 (0x0100)')).toBeDefined();
    expect(screen.getByText('64 x 16 KiB from 0000380000104000')).toBeDefined();
    elsewhere(engine, { name: 'fault.failPf', input: { nicId } });
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('unplug the cable, fail the driver and restart the adapter', async () => {
    const { nic } = await open();
    turnTo('Simulator');
    press('Unplug Cable');
    await waitFor(() => expect(nic().cablePlugged).toBe(false));
    await screen.findByRole('button', { name: 'Plug Cable In' });
    press('Fail PF Driver');
    await waitFor(() => expect(isOff('Reset PF')).toBe(true));
    expect(nic().state).toBe('failed');
    // Nobody uses a failed adapter, so nobody is asked.
    press('Restart Adapter');
    await waitFor(() => expect(nic().state).toBe('restarting'));
    expect(openedKinds()).toEqual([]);
  });

  it('leave nothing to do with a card that is out but to put it back', async () => {
    const { nic } = await open();
    turnTo('Simulator');
    press('Pull Card Out');
    const back = await screen.findByRole('button', { name: 'Put Card Back' });
    for (const name of ['Unplug Cable', 'Restart Adapter', 'Reset PF', 'Fail PF Driver']) {
      expect(isOff(name), name).toBe(true);
    }
    turnTo('Driver');
    expect(isOff('Disable Device')).toBe(true);
    turnTo('Simulator');
    expect(back.isConnected).toBe(false);
    press('Put Card Back');
    await waitFor(() => expect(nic().present).toBe(true));
  });

  it('close by themselves when another host takes the place of this one', async () => {
    const { engine, close, nicId } = await open();
    done(
      engine,
      {
        name: 'hardware.configure',
        input: { settings: { slots: [{ portId: portOf(engine, nicId), card: null }] } },
      },
      { name: 'host.restart', input: {} },
    );
    act(() => engine.advance(300_000));
    await waitFor(() => expect(close).toHaveBeenCalled());
  });
});

/** The root port of Slot 1, where the X520 is. */
function portOf(engine: Engine, nicId: string): string {
  const bus = (engine.world.function.get(nicId)?.routingId ?? 0) >> 8;
  const port = [...engine.world.function.values()].find((each) => each.bridge?.secondaryBus === bus);
  return port?.id ?? '';
}
