// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import FirmwareSetup from '../../../../../src/renderer/dialogs/firmware-setup/firmware-setup';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { iovVm, done } from '../../../../support/engine';
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

describe('Firmware Setup', () => {
  it('shows what the settings would mean and stores them without touching what is in force', async () => {
    const { engine, close } = await open();
    expect(screen.queryByRole('region', { name: 'After the restart' })).toBeNull();
    setIoVirtualizationOff();
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('True');
    expect(screen.getByRole('region', { name: 'After the restart' }).textContent).toContain('DMA remapping');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    const { firmware, storedFirmware } = thePlatform(engine.world);
    expect([firmware.ioVirtualization, storedFirmware.ioVirtualization]).toEqual([true, false]);
  });

  it('restarts the host in the same batch and says beforehand whom that concerns', async () => {
    const { engine, close, batches } = await open();
    expect(screen.getByText(/1 running virtual machine is saved and started again/)).toBeDefined();
    setIoVirtualizationOff();
    fireEvent.click(screen.getByRole('button', { name: 'Save and Restart Host' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(batches).toHaveLength(1);
    expect(engine.world.host.get('host')?.state).toBe('restarting');
    engine.advance(600_000);
    expect(thePlatform(engine.world).firmware.ioVirtualization).toBe(false);
  });
});
