// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import VmSettings from '../../../../../../src/renderer/dialogs/vm-settings/vm-settings';
import type { Engine } from '../../../../../../src/main/engine/engine';
import { thePlatform } from '../../../../../../src/shared/model/world-view';
import { done, vmOf } from '../../../../../support/engine';
import { openOver } from '../../open-dialog';

afterEach(cleanup);

async function open(
  dynamicMemory: boolean,
  prepare: (engine: Engine, vmId: string) => void = () => undefined,
) {
  let vmId = '';
  const opened = await openOver(
    (engine) => {
      const processors = 4;
      const input = {
        name: 'Web',
        generation: 2,
        startupMemoryMb: 2048,
        processors,
        switchId: null,
      } as const;
      vmId = done(engine, { name: 'vm.create', input: { ...input, dynamicMemory } })[0] ?? '';
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

function box(name: string): HTMLElement {
  return screen.getByRole('spinbutton', { name });
}

function type(name: string, value: string): void {
  fireEvent.change(box(name), { target: { value } });
}

function click(role: 'button' | 'treeitem' | 'checkbox', name: string): void {
  fireEvent.click(screen.getByRole(role, { name }));
}

function isOff(element: HTMLElement): boolean {
  return element.getAttribute('aria-disabled') === 'true';
}

/** The sentence beside the field after an attempt to apply. */
function refusal(name: string): string {
  click('button', 'Apply');
  return document.getElementById(box(name).getAttribute('aria-describedby') ?? '')?.textContent ?? '';
}

async function apply(): Promise<void> {
  click('button', 'Apply');
  await waitFor(() => expect(isOff(screen.getByRole('button', { name: 'Apply' }))).toBe(true));
}

describe('Memory', () => {
  it('enables Dynamic Memory with its limits, buffer and weight in one command', async () => {
    const { vm, batches } = await open(false);
    click('treeitem', 'Memory');
    expect(isOff(box('Minimum RAM:'))).toBe(true);
    click('checkbox', 'Enable Dynamic Memory');
    type('RAM:', '4096');
    type('Minimum RAM:', '1024');
    type('Maximum RAM:', '8192');
    type('Memory buffer:', '50');
    fireEvent.change(screen.getByRole('slider', { name: 'Memory weight:' }), { target: { value: '80' } });
    await apply();
    expect(batches).toHaveLength(1);
    expect(vm().startupMemoryMb).toBe(4096);
    const limits = { minimumMb: 1024, maximumMb: 8192, bufferPercent: 50, weight: 80 };
    expect(vm().dynamicMemory).toEqual({ enabled: true, ...limits });
  });

  it('forgets what was typed for a Dynamic Memory that is not wanted after all', async () => {
    const { vm, batches } = await open(false);
    const before = vm().dynamicMemory;
    click('treeitem', 'Memory');
    click('checkbox', 'Enable Dynamic Memory');
    type('Minimum RAM:', '');
    click('checkbox', 'Enable Dynamic Memory');
    type('RAM:', '1024');
    await apply();
    expect(batches).toMatchObject([
      { commands: [{ name: 'vm.modify', input: { id: vm().id, startupMemoryMb: 1024 } }] },
    ]);
    expect(JSON.stringify(batches)).not.toContain('dynamicMemory');
    expect(vm().dynamicMemory).toEqual(before);
  });

  it('says what is wrong beside the field', async () => {
    const { batches } = await open(true);
    click('treeitem', 'Memory');
    type('Minimum RAM:', '4096');
    expect(refusal('Minimum RAM:')).toBe('The minimum must not be above the RAM.');
    type('Minimum RAM:', '513');
    expect(refusal('Minimum RAM:')).toBe('Enter an even number from 32 to 12582912.');
    type('Minimum RAM:', '512');
    type('Maximum RAM:', '1024');
    expect(refusal('Maximum RAM:')).toBe('The maximum must not be below the RAM.');
    type('Maximum RAM:', '4096');
    type('Memory buffer:', '4');
    expect(refusal('Memory buffer:')).toBe('Enter a whole number from 5 to 2000.');
    expect(batches).toHaveLength(0);
  });

  it('lets the limits of a running VM move apart, and buffer and weight freely', async () => {
    const { vm, batches } = await open(true, running);
    click('treeitem', 'Memory');
    expect(isOff(box('RAM:'))).toBe(true);
    expect(isOff(screen.getByRole('checkbox', { name: 'Enable Dynamic Memory' }))).toBe(true);
    type('Minimum RAM:', '600');
    expect(refusal('Minimum RAM:')).toContain('can only be lowered. Enter at most 512.');
    type('Minimum RAM:', '256');
    type('Maximum RAM:', '4096');
    expect(refusal('Maximum RAM:')).toContain('can only be raised. Enter at least 1048576.');
    type('Maximum RAM:', '2097152');
    type('Memory buffer:', '100');
    await apply();
    expect(batches).toHaveLength(1);
    expect(vm().dynamicMemory).toMatchObject({ minimumMb: 256, maximumMb: 2_097_152, bufferPercent: 100 });
  });

  it('shows beside its field what the host refuses', async () => {
    const opened = await open(false);
    click('treeitem', 'Memory');
    click('checkbox', 'Enable Dynamic Memory');
    opened.meanwhile = () => running(opened.engine, opened.vm().id);
    click('button', 'Apply');
    await waitFor(() => {
      const checkbox = screen.getByRole('checkbox', { name: 'Enable Dynamic Memory' });
      const beside = document.getElementById(checkbox.getAttribute('aria-describedby') ?? '');
      expect(beside?.textContent).toContain('can be changed only while it is off');
    });
  });
});

describe('the pages below Processor', () => {
  it('keep whether the VM may move to another processor', async () => {
    const { vm } = await open(false);
    click('treeitem', 'Compatibility');
    click('checkbox', 'Migrate to a physical computer with a different processor version');
    expect(screen.getByText('No effect in the simulator')).toBeDefined();
    await apply();
    expect(vm().compatibilityForMigration).toBe(true);
  });

  it('tell what the limits of a NUMA node come to, and take the host for a model', async () => {
    const { engine, vm } = await open(false);
    const facts = (): (string | null)[] =>
      [...document.querySelectorAll('dd')].map((each) => each.textContent);
    click('treeitem', 'NUMA');
    expect(facts()).toEqual(['4', '1', '1']);
    type('Maximum number of virtual processors:', '1');
    type('Maximum NUMA nodes allowed on a socket:', '2');
    expect(facts()).toEqual(['4', '4', '2']);
    type('Maximum amount of memory (MB):', '31');
    expect(refusal('Maximum amount of memory (MB):')).toBe('Enter a whole number from 32 to 12582912.');
    type('Maximum amount of memory (MB):', '256');
    expect(facts()).toEqual(['4', '8', '4']);
    await apply();
    expect(vm().numa).toEqual({ maximumProcessors: 1, maximumMemoryMb: 256, maximumNodesPerSocket: 2 });
    click('button', 'Use Hardware Topology');
    await apply();
    const { logicalProcessors, memoryMb } = thePlatform(engine.world);
    // Two nodes of the same size.
    expect(vm().numa).toMatchObject({
      maximumProcessors: logicalProcessors / 2,
      maximumMemoryMb: memoryMb / 2,
    });
  });

  it('are read-only while the VM runs', async () => {
    await open(false, running);
    click('treeitem', 'NUMA');
    expect(isOff(box('Maximum number of virtual processors:'))).toBe(true);
    click('treeitem', 'Compatibility');
    expect(isOff(screen.getByRole('checkbox', { name: /^Migrate to a physical computer/ }))).toBe(true);
  });
});
