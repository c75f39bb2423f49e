import { describe, expect, it } from 'vitest';
import {
  noChanges,
  pageOf,
  switchPages,
  validate,
  withEdit,
  withNewSwitch,
  withoutSwitch,
} from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-draft';
import type { ManagerDraft } from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-draft';
import { nicChoices } from '../../../../../src/renderer/dialogs/virtual-switch-manager/nic-choices';
import { switchTree } from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-tree';
import type { WorldView } from '../../../../../src/shared/model/world-view';
import { done, newEngine } from '../../../../support/engine';

function pageNamed(world: WorldView, draft: ManagerDraft, name: string) {
  return switchPages(world, draft).find((page) => page.value.name === name)!;
}

describe('drafting virtual switches', () => {
  it('gives each new external switch an adapter that no other page holds, and a name of its own', () => {
    const { world } = newEngine();
    const first = withNewSwitch(world, noChanges, 'External');
    const second = withNewSwitch(world, first.draft, 'External');
    const [one, other] = switchPages(world, second.draft);
    expect(one!.value.nicId).not.toBeNull();
    expect(other!.value.nicId).not.toBe(one!.value.nicId);
    expect([one!.value.name, other!.value.name]).toEqual(['New Virtual Switch', 'New Virtual Switch 2']);
    expect(one!.value).toMatchObject({ allowManagementOs: true, iovEnabled: false });
  });

  it('leaves the adapter open on a host without adapters and asks for one', () => {
    const world = { ...newEngine().world, nic: new Map() };
    const { draft, page } = withNewSwitch(world, noChanges, 'External');
    expect(validate(switchPages(world, draft))).toMatchObject({ page, field: 'nicId' });
  });

  it('follows the host where nobody has typed, and keeps what was typed where somebody has', () => {
    const engine = newEngine();
    const [id = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Internal' } });
    const draft = withEdit(engine.world, noChanges, pageNamed(engine.world, noChanges, 'Lab'), {
      notes: 'mine',
    });
    done(engine, { name: 'switch.modify', input: { id, name: 'Lab 2', notes: 'theirs' } });
    expect(pageNamed(engine.world, draft, 'Lab 2').value.notes).toBe('mine');
  });

  it('drops a page whose switch has gone from the host', () => {
    const engine = newEngine();
    const [id = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Internal' } });
    const draft = withEdit(engine.world, noChanges, pageNamed(engine.world, noChanges, 'Lab'), { name: 'X' });
    done(engine, { name: 'switch.remove', input: { id } });
    expect(switchPages(engine.world, draft)).toEqual([]);
  });

  it('starts a switch that becomes external with a free adapter that the host shares', () => {
    const engine = newEngine();
    done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    const page = pageNamed(engine.world, noChanges, 'Lab');
    const draft = withEdit(engine.world, noChanges, page, { type: 'External' });
    const { value } = pageNamed(engine.world, draft, 'Lab');
    expect(value.allowManagementOs).toBe(true);
    expect(engine.world.nic.has(value.nicId ?? '')).toBe(true);
  });

  it('removes a new switch at once and hides an existing one until Apply', () => {
    const engine = newEngine();
    done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Internal' } });
    const added = withNewSwitch(engine.world, noChanges, 'Private').draft;
    const one = withoutSwitch(added, pageNamed(engine.world, added, 'New Virtual Switch'));
    expect(one.added).toEqual({});
    const two = withoutSwitch(one, pageNamed(engine.world, one, 'Lab'));
    expect(switchPages(engine.world, two)).toEqual([]);
    expect(engine.world.switch.size).toBe(1);
  });
});

describe('checking drafts', () => {
  it.each([
    ['   ', 'Enter a name for the virtual switch.'],
    ['x'.repeat(101), 'Use at most 100 characters.'],
  ])('finds the name %j wanting', (name, message) => {
    const { world } = newEngine();
    const { draft, page } = withNewSwitch(world, noChanges, 'Internal');
    const edited = withEdit(world, draft, switchPages(world, draft)[0]!, { name });
    expect(validate(switchPages(world, edited))).toEqual({ page, field: 'name', message });
  });

  it('has nothing against a name of 100 characters', () => {
    const { world } = newEngine();
    const { draft } = withNewSwitch(world, noChanges, 'Internal');
    const edited = withEdit(world, draft, switchPages(world, draft)[0]!, { name: 'x'.repeat(100) });
    expect(validate(switchPages(world, edited))).toBeNull();
  });
});

describe('what the pages show', () => {
  it('names the connection in the second line of each node', () => {
    const engine = newEngine();
    const nic = [...engine.world.nic.values()][0]!;
    done(
      engine,
      { name: 'switch.create', input: { name: 'A', type: 'External', nicId: nic.id } },
      { name: 'switch.create', input: { name: 'B', type: 'Internal' } },
      { name: 'switch.create', input: { name: 'C', type: 'Private' } },
    );
    const range = { minimum: '00-15-5D-00-00-00', maximum: '00-15-5D-00-00-FF' };
    const [group, global] = switchTree(engine.world, switchPages(engine.world, noChanges), range);
    expect(group?.nodes[1]?.children?.map((child) => child.label)).toEqual(['Extensions']);
    expect(global).toMatchObject({
      header: 'Global Network Settings',
      nodes: [{ label: 'MAC Address Range', detail: '00-15-5D-00-00-00 to 00-15-5D-00-00-FF' }],
    });
    expect(group?.header).toBe('Virtual Switches');
    expect(group?.nodes.map((node) => [node.label, node.detail])).toEqual([
      ['New virtual network switch', undefined],
      ['A', nic.interfaceDescription],
      ['B', 'Internal only'],
      ['C', 'Private virtual switch'],
    ]);
  });

  it('says which adapters other pages hold, drafts and removals included', () => {
    const engine = newEngine();
    const nic = [...engine.world.nic.values()][0]!;
    const input = { name: 'Lab', type: 'External', nicId: nic.id } as const;
    const [id = ''] = done(engine, { name: 'switch.create', input });
    const { draft, page } = withNewSwitch(engine.world, noChanges, 'External');
    const labelsIn = (state: ManagerDraft) => {
      const pages = switchPages(engine.world, state);
      const own = pages.find((each) => each.id === page)!;
      return nicChoices(engine.world, pages, own).find((choice) => choice.value === nic.id)?.label;
    };
    expect(labelsIn(draft)).toBe(`${nic.interfaceDescription} (in use by Lab)`);
    expect(labelsIn({ ...draft, removed: [pageOf(id)] })).toBe(nic.interfaceDescription);
  });
});
