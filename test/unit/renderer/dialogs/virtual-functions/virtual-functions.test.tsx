// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VirtualFunctions from '../../../../../src/renderer/dialogs/virtual-functions/virtual-functions';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, iovVm, nicNamed, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);

async function open(prepare: (engine: Engine, vmId: string) => void = () => undefined) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      vmId = iovVm(engine).vmId;
      done(engine, { name: 'vm.start', input: { id: vmId } });
      engine.advance(60_000);
      prepare(engine, vmId);
    },
    (close) => <VirtualFunctions request={{ kind: 'virtualFunctions', nicId: null }} close={close} />,
  );
  return Object.assign(opened, { vmId });
}

function cells(row: string): (string | null)[] {
  const table = screen.getByRole('table', { name: 'Physical and virtual functions' });
  const header = within(table).getByRole('rowheader', { name: row });
  return [...(header.closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
}

/** The value behind a caption. */
function fact(caption: string): string | null | undefined {
  return screen.getByText(caption, { selector: 'dt' }).nextElementSibling?.textContent;
}

describe('the virtual functions of a host', () => {
  it('begin with the adapter that has some, with the PF and every VF', async () => {
    await open();
    expect(cells('PF')).toEqual(['01:00.0', 'Parent partition', '0', '1', '', '']);
    expect(cells('VF 0')).toEqual(['01:10.0', 'VM 1, Network Adapter', '1', '2', 'In use', 'VF']);
    expect(cells('VF 62')).toEqual(['01:1f.4', 'Free', '', '', '', '']);
    expect([fact('In use:'), fact('Free:'), fact('Enabled (NumVFs):')]).toEqual(['1', '62', '63']);
    expect(fact('At most:')).toBe('63 (the driver offers 63, TotalVFs is 64)');
    expect([fact('VPorts:'), fact('Queue pairs:'), fact('SriovSupport:')]).toEqual([
      '2 of 64',
      '3 of 128',
      'Supported',
    ]);
  });

  it('follow the world: a VF is given back and is free again', async () => {
    const { engine, vmId } = await open();
    act(() => {
      done(engine, { name: 'vm.turnOff', input: { id: vmId } });
      engine.advance(10_000);
    });
    expect(vmOf(engine, vmId).state).toBe('Off');
    expect(cells('VF 0')[1]).toBe('Free');
    expect(fact('Free:')).toBe('63');
    expect(screen.getByRole('treeitem', { name: /X520-2$/ }).getAttribute('aria-description')).toBe(
      'Ethernet - 0 of 63 in use',
    );
  });

  it('count the VPorts of the PF that serve as queues', async () => {
    await open((engine) => {
      const switchId = [...engine.world.switch.keys()][0] ?? null;
      const input = { name: 'VMQ', generation: 2, startupMemoryMb: 1024, switchId } as const;
      const [id = ''] = done(
        engine,
        { name: 'nic.configure', input: { id: nicNamed(engine, /X520-2$/).id, properties: { numVfs: 20 } } },
        { name: 'vm.create', input },
      ).slice(1);
      done(engine, { name: 'vm.start', input: { id } });
      engine.advance(60_000);
    });
    expect(cells('PF')[2]).toBe('0 + 1 VMQ');
  });

  it('say why an adapter has none', async () => {
    const { engine } = await open();
    fireEvent.click(screen.getByRole('treeitem', { name: /X520-2 #2$/ }));
    expect(screen.getByText(/^No virtual function exists now/)).toBeDefined();
    fireEvent.click(screen.getByRole('treeitem', { name: /I210/ }));
    expect(screen.getByText('Device or driver know nothing of SR-IOV.')).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('treeitem', { name: /X520-2$/ }));
    const nicId = nicNamed(engine, /X520-2$/).id;
    act(() => void done(engine, { name: 'nic.setDriver', input: { id: nicId, sriov: false } }));
    act(() => engine.advance(60_000));
    expect(screen.getByText(/^SriovSupport: MissingPfDriver/)).toBeDefined();
    act(() => void done(engine, { name: 'fault.removeNic', input: { nicId } }));
    expect(screen.getByText('The card is not in the computer.')).toBeDefined();
  });

  it('show what Get-NetAdapterSriov would print, and when it prints nothing', async () => {
    const { engine } = await open();
    fireEvent.click(screen.getByRole('tab', { name: 'Get-NetAdapterSriov' }));
    const table = await screen.findByRole('table', { name: 'Get-NetAdapterSriov' });
    const value = (property: string): string | null | undefined =>
      within(table).getByRole('rowheader', { name: property }).nextElementSibling?.textContent;
    expect([value('Name'), value('Enabled'), value('NumAllocatedVFs')]).toEqual(['Ethernet', 'True', '1']);
    const nicId = nicNamed(engine, /X520-2$/).id;
    act(() => void done(engine, { name: 'fault.removeNic', input: { nicId } }));
    await waitFor(() =>
      expect(screen.getByText('Get-NetAdapterSriov does not list this adapter.')).toBeDefined(),
    );
  });
});
