// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VmSettings from '../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import type { Engine } from '../../../../../src/main/engine/engine';
import { thePlatform } from '../../../../../src/shared/model/world-view';
import { done, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);

async function open(prepare: (engine: Engine, vmId: string) => void = () => undefined) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      const input = {
        name: 'Web',
        generation: 2,
        startupMemoryMb: 1024,
        processors: 2,
        switchId: null,
      } as const;
      vmId = done(engine, { name: 'vm.create', input })[0] ?? '';
      prepare(engine, vmId);
    },
    (close) => <VmSettings request={{ kind: 'vmSettings', vmId }} close={close} />,
  );
  return Object.assign(opened, { vm: () => vmOf(opened.engine, vmId) });
}

function running(engine: Engine, vmId: string): void {
  done(engine, { name: 'vm.start', input: { id: vmId } });
  engine.advance(60_000);
}

type Role = 'button' | 'treeitem' | 'checkbox' | 'radio' | 'spinbutton' | 'textbox';

function click(role: Role, name: string): void {
  fireEvent.click(screen.getByRole(role, { name }));
}

function type(role: Role, name: string, value: string): void {
  fireEvent.change(screen.getByRole(role, { name }), { target: { value } });
}

function isOff(role: Role, name: string): boolean {
  return screen.getByRole(role, { name }).getAttribute('aria-disabled') === 'true';
}

async function apply(): Promise<void> {
  click('button', 'Apply');
  await waitFor(() => expect(isOff('button', 'Apply')).toBe(true));
}

/** What the list says under a page's name. */
function detail(page: string): string | null {
  return screen.getByRole('treeitem', { name: page }).getAttribute('aria-description');
}

function error(field: string): string | null {
  const input = screen.getByRole('spinbutton', { name: field });
  return document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent ?? null;
}

describe('the list of pages', () => {
  it('says under every name what is set', async () => {
    await open();
    expect(['Memory', 'Processor'].map(detail)).toEqual(['1024 MB', '2 Virtual processors']);
    const management = [
      'Integration Services',
      'Smart Paging File Location',
      'Automatic Start Action',
      'Automatic Stop Action',
    ];
    expect(management.map(detail)).toEqual([
      'Some services offered',
      String.raw`C:\ProgramData\Microsoft\Windows\Hyper-V`,
      'Restart if previously running',
      'Save',
    ]);
    const labels = screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label'));
    expect(labels.slice(0, 9)).toEqual([
      'Add Hardware',
      'Firmware',
      'Security',
      'Memory',
      'Processor',
      'Compatibility',
      'NUMA',
      'SCSI Controller',
      'Network Adapter',
    ]);
    expect(labels.slice(-5)).toEqual(['Name', ...management]);
  });
});

describe('Memory and Processor', () => {
  it('go to the host in one batch with the rest', async () => {
    const { vm, batches } = await open();
    click('treeitem', 'Memory');
    type('spinbutton', 'RAM:', '2048');
    click('treeitem', 'Processor');
    type('spinbutton', 'Number of virtual processors:', '4');
    type('spinbutton', 'Virtual machine reserve (percentage):', '20');
    type('spinbutton', 'Virtual machine limit (percentage):', '50');
    type('spinbutton', 'Relative weight:', '300');
    expect(detail('Processor')).toBe('4 Virtual processors');
    await apply();
    expect(batches).toHaveLength(1);
    expect(vm()).toMatchObject({ startupMemoryMb: 2048, processors: 4, processorLimit: 50 });
    expect(vm()).toMatchObject({ processorReserve: 20, processorWeight: 300 });
  });

  it('tell what reserve and limit come to of the whole host, without the rest', async () => {
    const { engine } = await open();
    const { logicalProcessors } = thePlatform(engine.world);
    click('treeitem', 'Processor');
    const share = () =>
      screen.getAllByLabelText('Percent of total system resources:').map((each) => each.textContent);
    expect(share()).toEqual(['0', String(Math.floor(200 / logicalProcessors))]);
    type('spinbutton', 'Number of virtual processors:', String(logicalProcessors));
    type('spinbutton', 'Virtual machine limit (percentage):', '45');
    type('spinbutton', 'Virtual machine reserve (percentage):', '30');
    expect(share()).toEqual(['30', '45']);
    type('spinbutton', 'Virtual machine limit (percentage):', '');
    expect(share()).toEqual(['30', '']);
  });

  it('say what can be typed, on the page where it was not', async () => {
    const { engine, batches } = await open();
    const { logicalProcessors } = thePlatform(engine.world);
    click('treeitem', 'Memory');
    type('spinbutton', 'RAM:', '1025');
    click('treeitem', 'Name');
    click('button', 'Apply');
    expect(error('RAM:')).toBe('Enter an even number from 32 to 12582912.');
    type('spinbutton', 'RAM:', '1024');
    click('treeitem', 'Processor');
    type('spinbutton', 'Number of virtual processors:', String(logicalProcessors + 1));
    click('button', 'Apply');
    expect(error('Number of virtual processors:')).toBe(
      `Enter a whole number from 1 to ${logicalProcessors}.`,
    );
    type('spinbutton', 'Number of virtual processors:', '2');
    type('spinbutton', 'Virtual machine limit (percentage):', '0');
    click('button', 'Apply');
    expect(error('Virtual machine limit (percentage):')).toBe('Enter a whole number from 1 to 100.');
    type('spinbutton', 'Virtual machine limit (percentage):', '20');
    type('spinbutton', 'Virtual machine reserve (percentage):', '21');
    click('button', 'Apply');
    expect(error('Virtual machine reserve (percentage):')).toBe('The reserve must not be above the limit.');
    expect(batches).toHaveLength(0);
  });

  it('are read-only while the VM runs, but for the resource controls', async () => {
    const { vm } = await open(running);
    expect(screen.getByText(/Some settings cannot be modified/)).toBeDefined();
    click('treeitem', 'Memory');
    expect(isOff('spinbutton', 'RAM:')).toBe(true);
    click('treeitem', 'Processor');
    expect(isOff('spinbutton', 'Number of virtual processors:')).toBe(true);
    type('spinbutton', 'Virtual machine limit (percentage):', '30');
    await apply();
    expect(vm()).toMatchObject({ state: 'Running', processorLimit: 30 });
  });

  it('show a refusal beside the field that the host names', async () => {
    const opened = await open();
    click('treeitem', 'Memory');
    type('spinbutton', 'RAM:', '2048');
    opened.meanwhile = () => running(opened.engine, opened.vm().id);
    click('button', 'Apply');
    await waitFor(() => expect(error('RAM:')).toContain('can be changed only while it is off'));
  });
});

describe('Name, Integration Services and the automatic actions', () => {
  it('keep notes of a running VM', async () => {
    const { vm } = await open(running);
    click('treeitem', 'Name');
    type('textbox', 'Notes', 'The front end.');
    await apply();
    expect(vm()).toMatchObject({ name: 'Web', notes: 'The front end.' });
  });

  it('withdraw a service, and offer all or none', async () => {
    const { vm } = await open(running);
    click('treeitem', 'Integration Services');
    const services = within(screen.getByRole('group', { name: 'Services' })).getAllByRole('checkbox');
    expect(services).toHaveLength(6);
    click('checkbox', 'Guest services');
    expect(detail('Integration Services')).toBe('All services offered');
    for (const box of services) fireEvent.click(box);
    expect(detail('Integration Services')).toBe('No services offered');
    await apply();
    expect(Object.values(vm().integrationServices)).toEqual(Array(6).fill(false));
  });

  it('set what the VM does with the host', async () => {
    const { vm, batches } = await open();
    click('treeitem', 'Automatic Start Action');
    click('radio', 'Nothing');
    expect(isOff('spinbutton', 'Startup delay:')).toBe(true);
    click('radio', 'Always start this virtual machine automatically');
    type('spinbutton', 'Startup delay:', '1.5');
    click('button', 'Apply');
    expect(error('Startup delay:')).toBe('Enter a whole number from 0 to 1000000.');
    type('spinbutton', 'Startup delay:', '30');
    click('treeitem', 'Automatic Stop Action');
    click('radio', 'Shut down the guest operating system');
    expect(detail('Automatic Stop Action')).toBe('Shut Down');
    await apply();
    expect(batches).toHaveLength(1);
    expect(vm()).toMatchObject({
      automaticStart: { action: 'Start', delaySeconds: 30 },
      automaticStop: 'ShutDown',
    });
  });
});
