// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VmSettings from '../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, vmOf } from '../../../../support/engine';
import { openOver } from '../open-dialog';

afterEach(cleanup);

async function open(generation: 1 | 2 = 2, prepare: (engine: Engine, id: string) => void = () => undefined) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      const input = { name: 'Web', generation, startupMemoryMb: 1024, switchId: null };
      vmId = done(engine, { name: 'vm.create', input })[0] ?? '';
      prepare(engine, vmId);
    },
    (close) => <VmSettings request={{ kind: 'vmSettings', vmId }} close={close} />,
  );
  return Object.assign(opened, { vm: () => vmOf(opened.engine, vmId) });
}

function turnTo(name: string): void {
  fireEvent.click(screen.getByRole('treeitem', { name }));
}

function box(name: string): HTMLElement {
  return screen.getByRole('checkbox', { name });
}

function isOff(control: HTMLElement): boolean {
  return control.getAttribute('aria-disabled') === 'true';
}

async function apply(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(isOff(screen.getByRole('button', { name: 'Apply' }))).toBe(true));
}

describe('Security', () => {
  it('offers templates only with Secure Boot, and tells the host what differs', async () => {
    const { vm, batches } = await open();
    turnTo('Security');
    const template = () => screen.getByRole('combobox', { name: 'Template:' });
    fireEvent.change(template(), { target: { value: 'MicrosoftUEFICertificateAuthority' } });
    fireEvent.click(box('Enable Trusted Platform Module'));
    fireEvent.click(box('Enable Secure Boot'));
    expect(isOff(template())).toBe(true);
    const line = screen.getByRole('treeitem', { name: 'Security' });
    expect(line.getAttribute('aria-description')).toBe('Secure Boot disabled');
    await apply();
    expect(batches).toHaveLength(1);
    expect(vm().security).toMatchObject({
      secureBoot: false,
      secureBootTemplate: 'MicrosoftUEFICertificateAuthority',
      tpm: true,
      encryptStateAndMigration: false,
    });
  });

  it('selects and enforces with shielding what shielding needs', async () => {
    const { vm } = await open();
    turnTo('Security');
    const enforced = [
      'Enable Secure Boot',
      'Enable Trusted Platform Module',
      'Encrypt state and virtual machine migration traffic',
    ];
    fireEvent.click(box('Enable Secure Boot'));
    fireEvent.click(box('Enable Shielding'));
    expect(enforced.map(box)).toMatchObject([{ checked: true }, { checked: true }, { checked: true }]);
    expect(enforced.map(box).map(isOff)).toEqual([true, true, true]);
    await apply();
    expect(vm().security).toMatchObject({ secureBoot: true, tpm: true, shielded: true });
    fireEvent.click(box('Enable Shielding'));
    expect(enforced.map(box).map(isOff)).toEqual([false, false, false]);
  });

  it('is only to be read unless the virtual machine is off, and not there in generation 1', async () => {
    await open(2, (engine, id) => {
      done(engine, { name: 'vm.start', input: { id } });
      engine.advance(60_000);
    });
    turnTo('Security');
    expect(screen.getAllByRole('checkbox').every(isOff)).toBe(true);
    turnTo('Smart Paging File Location');
    expect(isOff(screen.getByRole('textbox', { name: 'Folder:' }))).toBe(true);
    cleanup();
    await open(1);
    expect(screen.queryByRole('treeitem', { name: 'Security' })).toBeNull();
  });
});

describe('Smart Paging File Location', () => {
  it('takes a whole path', async () => {
    const { vm } = await open();
    turnTo('Smart Paging File Location');
    const folder = () => screen.getByRole('textbox', { name: 'Folder:' });
    fireEvent.change(folder(), { target: { value: 'Paging' } });
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(folder().getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(folder(), { target: { value: String.raw`D:\Paging` } });
    await apply();
    expect(vm().smartPagingFilePath).toBe(String.raw`D:\Paging`);
  });
});
