// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import FirmwareSetup from '../../../../../src/renderer/dialogs/firmware-setup/firmware-setup';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { done, iovVm, nicNamed } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);

function open() {
  return openOver(
    (engine) => {
      const { vmId } = iovVm(engine);
      done(engine, { name: 'vm.start', input: { id: vmId } });
      engine.advance(60_000);
    },
    (close) => <FirmwareSetup request={{ kind: 'firmwareSetup' }} close={close} />,
  );
}

function setIoVirtualizationOff(): void {
  fireEvent.click(screen.getByRole('checkbox', { name: 'I/O Virtualization (VT-d / AMD-Vi)' }));
}

function turnTo(page: string): void {
  fireEvent.click(screen.getByRole('treeitem', { name: page }));
}

/** The cells of the report's row whose header begins like that. */
function reported(start: string): (string | null)[] {
  const table = screen.getByRole('table', { name: 'SR-IOV support as Windows reports it' });
  const row = within(table)
    .getAllByRole('row')
    .find((each) => each.querySelector('th[scope="row"]')?.textContent.startsWith(start) === true);
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
}

describe('Firmware Setup', () => {
  it('shows what the settings would mean and stores them without touching what is in force', async () => {
    const { engine, close } = await open();
    await waitFor(() => expect(reported('IovSupport')).toEqual(['True', 'True']));
    setIoVirtualizationOff();
    await waitFor(() => expect(reported('IovSupport')).toEqual(['True', 'False']));
    expect(reported('The chipset on the system does not do DMA remapping')).toEqual(['No', 'Reported']);
    expect(reported('Ethernet:')).toEqual(['Supported', 'NoIoMmuSupport']);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    const { firmware, storedFirmware } = thePlatform(engine.world);
    expect([firmware.ioVirtualization, storedFirmware.ioVirtualization]).toEqual([true, false]);
  });

  it('takes posted interrupts away in the set-up and in the chipset', async () => {
    const { engine, close } = await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Posted Interrupts (VT-d / AVIC)' }));
    turnTo('Processor and chipset');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Posted interrupts' }));
    // They make a VF cheaper; SR-IOV does not need them.
    await waitFor(() => expect(reported('IovSupport')).toEqual(['True', 'True']));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    const { storedFirmware, storedHardware } = thePlatform(engine.world);
    expect([storedFirmware.postedInterrupts, storedHardware.postedInterrupts]).toEqual([false, false]);
  });

  it('restarts the host in the same batch and says beforehand whom that concerns', async () => {
    const { engine, close, batches } = await open();
    expect(screen.getByText(/1 active virtual machine stops and starts as/)).toBeDefined();
    setIoVirtualizationOff();
    fireEvent.click(screen.getByRole('button', { name: 'Save and Restart Host' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(batches).toHaveLength(1);
    expect(engine.world.host.get('host')?.state).toBe('restarting');
    engine.advance(600_000);
    expect(thePlatform(engine.world).firmware.ioVirtualization).toBe(false);
  });

  it('puts a card into a slot and tells what Windows will make of it', async () => {
    const { engine, close } = await open();
    turnTo('Slots');
    const select = await screen.findByRole('combobox', { name: 'Network adapter in Slot 3' });
    await waitFor(() => expect(within(select).getAllByRole('option').length).toBeGreaterThan(10));
    expect(
      within(select)
        .getAllByRole('group')
        .map((each) => each.getAttribute('label')),
    ).toEqual(['With SR-IOV', 'Without SR-IOV']);
    fireEvent.change(select, { target: { value: 'intel-x710' } });
    await waitFor(() => expect(reported('Ethernet 6:')).toEqual(['Not there', 'Supported']));
    fireEvent.click(screen.getByRole('checkbox', { name: 'ACS at the port of Slot 3' }));
    await waitFor(() => expect(reported('Ethernet 6:')).toEqual(['Not there', 'MissingAcs']));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(thePlatform(engine.world).storedHardware.slots[2]).toMatchObject({
      card: 'intel-x710',
      acs: false,
    });
  });

  it('says that the slot of a card that was pulled out is empty, and puts the card back at once', async () => {
    const { engine, batches, close } = await openOver(
      (made) => {
        done(made, { name: 'fault.removeNic', input: { nicId: nicNamed(made, /X520/).id } });
      },
      (onClose) => <FirmwareSetup request={{ kind: 'firmwareSetup' }} close={onClose} />,
    );
    turnTo('Slots');
    const select = await screen.findByRole<HTMLSelectElement>('combobox', {
      name: 'Network adapter in Slot 1',
    });
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).toMatch(/ \(pulled out\)$/));
    expect(screen.getAllByText('Pulled out: the slot is empty.')).toHaveLength(1);
    expect(screen.getAllByRole('option', { name: / \(pulled out\)$/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Put back the network adapter into Slot 1' }));
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).not.toMatch(/pulled out/));
    expect(screen.queryByText(/the slot is empty/)).toBeNull();
    expect(batches).toMatchObject([{ commands: [{ name: 'fault.returnNic' }] }]);
    expect([...engine.world.nic.values()].every((nic) => nic.present)).toBe(true);
    expect(close).not.toHaveBeenCalled();
  });

  it('shows the line that does the same as the hypervisor IOMMU policy', async () => {
    await open();
    turnTo('Boot configuration');
    fireEvent.change(screen.getByRole('combobox', { name: 'Hypervisor IOMMU policy' }), {
      target: { value: 'disable' },
    });
    expect(screen.getByText('bcdedit /set hypervisoriommupolicy disable')).toBeDefined();
    await waitFor(() =>
      expect(reported('SR-IOV cannot be used on this system as it has been configured')).toEqual([
        'No',
        'Reported',
      ]),
    );
  });

  it('does not save a figure that is none', async () => {
    const { batches } = await open();
    turnTo('Processor and chipset');
    const field = screen.getByRole('spinbutton', { name: 'Address space for BARs below 4 GiB' });
    fireEvent.change(field, { target: { value: '' } });
    expect(screen.getAllByText(/Enter a whole number from 1 to 3072/).length).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(batches).toEqual([]);
  });
});
