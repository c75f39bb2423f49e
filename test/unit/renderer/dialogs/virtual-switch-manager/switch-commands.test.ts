import { describe, expect, it } from 'vitest';
import {
  disruptsNetwork,
  problemFrom,
  switchSteps,
} from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-commands';
import {
  noChanges,
  pageOf,
  switchPages,
  withEdit,
  withNewSwitch,
} from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-draft';
import type {
  ManagerDraft,
  SwitchValue,
} from '../../../../../src/renderer/dialogs/virtual-switch-manager/switch-draft';
import type { Engine } from '../../../../../src/main/engine/engine';
import { done, newEngine, refused } from '../../../../support/engine';

function nics(engine: Engine): readonly string[] {
  return [...engine.world.nic.keys()];
}

function external(engine: Engine, name: string, nicId: string | undefined, iovEnabled = false): string {
  const input = { name, type: 'External', nicId: nicId ?? null, iovEnabled } as const;
  return done(engine, { name: 'switch.create', input })[0] ?? '';
}

function edited(
  engine: Engine,
  draft: ManagerDraft,
  page: string,
  patch: Partial<SwitchValue>,
): ManagerDraft {
  const found = switchPages(engine.world, draft).find((each) => each.id === page)!;
  return withEdit(engine.world, draft, found, patch);
}

function commandsOf(engine: Engine, draft: ManagerDraft) {
  return switchSteps(engine.world, draft).map((step) => step.command);
}

describe('one batch out of many pages', () => {
  it('is empty when nothing was changed, or changed and changed back', () => {
    const engine = newEngine();
    const id = external(engine, 'Lab', nics(engine)[0]);
    expect(switchSteps(engine.world, noChanges)).toEqual([]);
    const there = edited(engine, noChanges, pageOf(id), { type: 'Private', name: 'Other' });
    const back = edited(engine, there, pageOf(id), { type: 'External', name: ' Lab ' });
    expect(switchSteps(engine.world, back)).toEqual([]);
  });

  it('creates several drafts as they were typed', () => {
    const engine = newEngine();
    const first = withNewSwitch(engine.world, noChanges, 'External');
    const ticked = edited(engine, first.draft, first.page, { iovEnabled: true, allowManagementOs: false });
    const second = withNewSwitch(engine.world, ticked, 'Private');
    done(engine, ...commandsOf(engine, second.draft));
    const made = [...engine.world.switch.values()];
    expect(made).toHaveLength(2);
    expect(made[0]).toMatchObject({ type: 'External', iovEnabled: true, allowManagementOs: false });
    expect(made[1]).toMatchObject({ type: 'Private', nicId: null, iovEnabled: false });
  });

  it('forgets SR-IOV and adapter of a draft that is not external any more', () => {
    const engine = newEngine();
    const { draft, page } = withNewSwitch(engine.world, noChanges, 'External');
    const ticked = edited(engine, draft, page, { iovEnabled: true });
    const internal = edited(engine, ticked, page, { type: 'Internal' });
    done(engine, ...commandsOf(engine, internal));
    expect([...engine.world.switch.values()][0]).toMatchObject({ nicId: null, iovEnabled: false });
  });

  it('writes only the members that differ', () => {
    const engine = newEngine();
    const id = external(engine, 'Lab', nics(engine)[0]);
    const draft = edited(engine, noChanges, pageOf(id), { notes: 'for tests' });
    expect(commandsOf(engine, draft)).toEqual([{ name: 'switch.modify', input: { id, notes: 'for tests' } }]);
  });

  it('removes first, so that the adapter is free for the switch that takes it over', () => {
    const engine = newEngine();
    const nicId = nics(engine)[0]!;
    const id = external(engine, 'Old', nicId);
    const { draft, page } = withNewSwitch(engine.world, { ...noChanges, removed: [pageOf(id)] }, 'External');
    done(engine, ...commandsOf(engine, edited(engine, draft, page, { nicId, name: 'New' })));
    expect([...engine.world.switch.values()]).toMatchObject([{ name: 'New', nicId }]);
  });

  it('lets a switch give up its adapter before another one takes it', () => {
    const engine = newEngine();
    const [one, two, three] = nics(engine);
    const first = external(engine, 'A', one);
    const second = external(engine, 'B', two);
    const moved = edited(engine, noChanges, pageOf(first), { nicId: two! });
    const draft = edited(engine, moved, pageOf(second), { nicId: three! });
    done(engine, ...commandsOf(engine, draft));
    expect(engine.world.switch.get(first)?.nicId).toBe(two);
    expect(engine.world.switch.get(second)?.nicId).toBe(three);
  });

  it('sends an exchange of adapters all the same and leaves the refusal to the host', () => {
    const engine = newEngine();
    const [one, two] = nics(engine);
    const first = external(engine, 'A', one);
    const second = external(engine, 'B', two);
    const half = edited(engine, noChanges, pageOf(first), { nicId: two! });
    const draft = edited(engine, half, pageOf(second), { nicId: one! });
    expect(commandsOf(engine, draft)).toHaveLength(2);
    expect(refused(engine, ...commandsOf(engine, draft)).code).toBe('nic.inUse');
  });

  it('does not remove what somebody else has removed meanwhile', () => {
    const engine = newEngine();
    const id = external(engine, 'Old', nics(engine)[0]);
    done(engine, { name: 'switch.remove', input: { id } });
    expect(switchSteps(engine.world, { ...noChanges, removed: [pageOf(id)] })).toEqual([]);
  });
});

describe('the question about networking changes', () => {
  it('comes before a change of adapter, sharing, type or existence of an external switch', () => {
    const engine = newEngine();
    const page = pageOf(external(engine, 'Lab', nics(engine)[0]));
    const asks = (draft: ManagerDraft) => disruptsNetwork(engine.world, switchSteps(engine.world, draft));
    expect(asks(withNewSwitch(engine.world, noChanges, 'External').draft)).toBe(true);
    expect(asks({ ...noChanges, removed: [page] })).toBe(true);
    expect(asks(edited(engine, noChanges, page, { allowManagementOs: false }))).toBe(true);
    expect(asks(edited(engine, noChanges, page, { type: 'Internal' }))).toBe(true);
    expect(asks(edited(engine, noChanges, page, { vlan: true }))).toBe(true);
  });

  it('does not come before what no physical adapter notices', () => {
    const engine = newEngine();
    const page = pageOf(external(engine, 'Lab', nics(engine)[0]));
    const asks = (draft: ManagerDraft) => disruptsNetwork(engine.world, switchSteps(engine.world, draft));
    expect(asks(withNewSwitch(engine.world, noChanges, 'Internal').draft)).toBe(false);
    expect(asks(edited(engine, noChanges, page, { name: 'Other', notes: 'x' }))).toBe(false);
    const range = { minimum: '00-15-5D-00-00-00', maximum: '00-15-5D-00-00-FF' };
    expect(asks({ ...noChanges, macRange: range })).toBe(false);
  });
});

describe('where a refusal belongs', () => {
  it('is the page and the field of the command that was refused', () => {
    const engine = newEngine();
    const nicId = nics(engine)[0]!;
    external(engine, 'Lab', nicId);
    const first = withNewSwitch(engine.world, noChanges, 'Private');
    const second = withNewSwitch(engine.world, first.draft, 'External');
    const bound = edited(engine, second.draft, second.page, { nicId });
    const steps = switchSteps(engine.world, bound);
    const error = refused(engine, ...steps.map((step) => step.command));
    expect(problemFrom(error, steps)).toEqual({ page: second.page, field: 'nicId', message: error.message });
    const named = edited(engine, first.draft, first.page, { name: 'lab' });
    const namedSteps = switchSteps(engine.world, named);
    const taken = refused(engine, ...namedSteps.map((step) => step.command));
    expect(problemFrom(taken, namedSteps)).toMatchObject({ page: first.page, field: 'name' });
  });

  it('is the whole page when the field is none of its own, and nowhere when no command is named', () => {
    const engine = newEngine();
    const { draft, page } = withNewSwitch(engine.world, noChanges, 'Private');
    const steps = switchSteps(engine.world, draft);
    const refusal = (field?: string) => ({ code: 'x', message: 'No.', field });
    expect(problemFrom(refusal('commands.0.input.id'), steps)).toMatchObject({ page, field: null });
    expect(problemFrom(refusal('commands.0.input.managementVlanId'), steps)).toMatchObject({
      page,
      field: 'vlanId',
    });
    expect(problemFrom(refusal('commands.0.input.captureExtension'), steps)).toMatchObject({
      page: `${page}/extensions`,
      field: 'captureExtension',
    });
    expect(problemFrom(refusal('commands.7.input.name'), steps)).toBeNull();
    expect(problemFrom(refusal(), steps)).toBeNull();
  });
});
