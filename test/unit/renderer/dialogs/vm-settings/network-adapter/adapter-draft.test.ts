import { describe, expect, it } from 'vitest';
import {
  adapterPages,
  addRefusedReason,
  addableKinds,
  adaptersFixedReason,
  pageOf,
  withEdit,
  withNewAdapter,
  withoutAdapter,
} from '../../../../../../src/renderer/dialogs/vm-settings/network-adapter/adapter-draft';
import { switchChoices } from '../../../../../../src/renderer/dialogs/vm-settings/network-adapter/switch-choices';
import { noChanges } from '../../../../../../src/renderer/dialogs/vm-settings/settings-draft';
import { nameFixedReason } from '../../../../../../src/renderer/dialogs/vm-settings/name/name-draft';
import { settingsPages } from '../../../../../../src/renderer/dialogs/vm-settings/settings-pages';
import type { Engine } from '../../../../../../src/main/engine/engine';
import { canDo } from '../../../../../../src/shared/model/vm';
import { adapterOf, done, newEngine, vmOf, waitFor } from '../../../../../support/engine';

function newVm(engine: Engine, generation: 1 | 2): string {
  const input = { name: 'VM 1', generation, startupMemoryMb: 1024, switchId: null };
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function pages(engine: Engine, vmId: string, draft = noChanges) {
  return adapterPages(engine.world, vmId, draft);
}

/** Whether the host itself lets an adapter be added now, without leaving it there. */
function hostAdds(engine: Engine, vmId: string): boolean {
  const added = engine.execute([{ name: 'adapter.add', input: { vmId, kind: 'synthetic' } }]);
  if (added.ok) done(engine, { name: 'adapter.remove', input: { id: added.value.ids[0] ?? '' } });
  return added.ok;
}

describe('drafting network adapters', () => {
  it('adds one that is not connected, with its queue on and SR-IOV off', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 2);
    const { draft, page } = withNewAdapter(noChanges, 'synthetic');
    const added = pages(engine, vmId, draft).find((each) => each.id === page);
    expect(added).toMatchObject({ before: null, value: { switchId: null, vmq: true, iov: false } });
  });

  it('shows a new adapter as the host will make it', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 1);
    for (const kind of ['synthetic', 'legacy'] as const) {
      const { draft, page } = withNewAdapter(noChanges, kind);
      const promised = pages(engine, vmId, draft).find((each) => each.id === page);
      const [id = ''] = done(engine, { name: 'adapter.add', input: { vmId, kind } });
      const made = pages(engine, vmId).find((each) => each.id === pageOf(id));
      expect(made?.value).toEqual(promised?.value);
    }
  });

  it('follows the host where nobody has typed, and keeps what was typed where somebody has', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 2);
    const [page] = pages(engine, vmId);
    const draft = withEdit(noChanges, page!, { iov: true });
    const { id } = adapterOf(engine, vmId);
    done(engine, { name: 'adapter.modify', input: { id, vmqWeight: 0, iovWeight: 0 } });
    expect(pages(engine, vmId, draft)[0]?.value).toMatchObject({ switchId: null, vmq: false, iov: true });
  });

  it('keeps every box of a new adapter', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 2);
    const { draft, page } = withNewAdapter(noChanges, 'synthetic');
    const valueIn = (from: typeof draft) => pages(engine, vmId, from).find((each) => each.id === page)!;
    const ticked = withEdit(draft, valueIn(draft), { iov: true });
    const both = withEdit(ticked, valueIn(ticked), { vmq: false });
    expect(valueIn(both).value).toMatchObject({ switchId: null, vmq: false, iov: true });
  });

  it('drops a new adapter at once and hides an existing one until Apply', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 2);
    const added = withNewAdapter(noChanges, 'synthetic').draft;
    const [existing, fresh] = pages(engine, vmId, added);
    const left = withoutAdapter(withoutAdapter(added, fresh!), existing!);
    expect(left.added).toEqual({});
    expect(pages(engine, vmId, left)).toEqual([]);
    expect(engine.world.adapter.size).toBe(1);
  });
});

describe('what may be changed now', () => {
  it.each([1, 2] as const)('agrees with the host in every state of a generation %i VM', (generation) => {
    const engine = newEngine();
    const vmId = newVm(engine, generation);
    const states = new Set<string>();
    const compare = (): void => {
      const vm = vmOf(engine, vmId);
      states.add(vm.state);
      expect([vm.state, adaptersFixedReason(vm, 'synthetic') === undefined]).toEqual([
        vm.state,
        hostAdds(engine, vmId),
      ]);
      expect([vm.state, nameFixedReason(vm) === undefined]).toEqual([vm.state, canDo('rename', vm)]);
    };
    const go = (name: 'vm.start' | 'vm.pause' | 'vm.save' | 'vm.resume', until: string): void => {
      done(engine, { name, input: { id: vmId } });
      waitFor(engine, until, () => {
        compare();
        return vmOf(engine, vmId).state === until;
      });
    };
    compare();
    go('vm.start', 'Running');
    go('vm.pause', 'Paused');
    go('vm.resume', 'Running');
    go('vm.save', 'Saved');
    expect([...states]).toEqual(expect.arrayContaining(['Off', 'Starting', 'Running', 'Paused', 'Saved']));
  });

  it('offers legacy adapters to generation 1 alone, four at most', () => {
    const engine = newEngine();
    const vm = vmOf(engine, newVm(engine, 1));
    expect(addableKinds(vm)).toEqual(['synthetic', 'legacy']);
    expect(addableKinds({ ...vm, generation: 2 })).toEqual(['synthetic']);
    let draft = noChanges;
    for (let count = 0; count < 4; count += 1) {
      expect(addRefusedReason(vm, pages(engine, vm.id, draft), 'legacy')).toBeUndefined();
      draft = withNewAdapter(draft, 'legacy').draft;
    }
    expect(addRefusedReason(vm, pages(engine, vm.id, draft), 'legacy')).toMatch(/at most 4/);
  });
});

describe('what the pages show', () => {
  it('hangs Hardware Acceleration under synthetic adapters only, Advanced Features under all, and names the switch', () => {
    const engine = newEngine();
    const vmId = newVm(engine, 1);
    const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy', switchId } });
    const [hardware, management] = settingsPages(engine.world, vmOf(engine, vmId), noChanges);
    const shape = hardware?.nodes.map((node) => [
      node.label,
      node.detail,
      node.children?.map((child) => child.label),
    ]);
    expect(shape).toEqual([
      ['Add Hardware', undefined, undefined],
      ['BIOS', 'Boot from CD', undefined],
      ['Memory', '1024 MB', undefined],
      ['Processor', '1 Virtual processor', ['Compatibility', 'NUMA']],
      ['IDE Controller 0', undefined, []],
      ['IDE Controller 1', undefined, ['DVD Drive']],
      ['SCSI Controller', undefined, []],
      ['Network Adapter', 'Not connected', ['Hardware Acceleration', 'Advanced Features']],
      ['Legacy Network Adapter', 'Lab', ['Advanced Features']],
      ['COM 1', 'None', undefined],
      ['COM 2', 'None', undefined],
      ['Diskette Drive', 'None', undefined],
    ]);
    expect(management?.nodes[0]).toMatchObject({ label: 'Name', detail: 'VM 1' });
  });

  it('offers Not connected first, then the switches by name', () => {
    const engine = newEngine();
    for (const name of ['b', 'a']) done(engine, { name: 'switch.create', input: { name, type: 'Private' } });
    expect(switchChoices(engine.world).map((choice) => choice.label)).toEqual(['Not connected', 'a', 'b']);
  });
});
