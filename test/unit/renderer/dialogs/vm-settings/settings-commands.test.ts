import { describe, expect, it } from 'vitest';
import {
  problemFrom,
  settingsSteps,
  validate,
} from '../../../../../src/renderer/dialogs/vm-settings/settings-commands';
import {
  adapterPages,
  pageOf,
  withEdit,
  withNewAdapter,
} from '../../../../../src/renderer/dialogs/vm-settings/network-adapter/adapter-draft';
import type { AdapterValue } from '../../../../../src/renderer/dialogs/vm-settings/network-adapter/adapter-value';
import { noChanges } from '../../../../../src/renderer/dialogs/vm-settings/settings-draft';
import type { SettingsDraft } from '../../../../../src/renderer/dialogs/vm-settings/settings-draft';
import type { Engine } from '../../../../../src/main/engine/engine';
import { adapterOf, done, newEngine, refused, vmOf } from '../../../../support/engine';

function newVm(engine: Engine, name = 'VM 1'): string {
  const input = { name, generation: 1, startupMemoryMb: 1024, switchId: null } as const;
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function steps(engine: Engine, vmId: string, draft: SettingsDraft) {
  return settingsSteps(engine.world, vmOf(engine, vmId), draft);
}

function commandsOf(engine: Engine, vmId: string, draft: SettingsDraft) {
  return steps(engine, vmId, draft).map((step) => step.command);
}

function edited(engine: Engine, vmId: string, patch: Partial<AdapterValue>): SettingsDraft {
  return withEdit(noChanges, adapterPages(engine.world, vmId, noChanges)[0]!, patch);
}

describe('one batch out of many pages', () => {
  it('is empty when nothing was changed, or changed and changed back', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    expect(steps(engine, vmId, noChanges)).toEqual([]);
    expect(steps(engine, vmId, { ...edited(engine, vmId, { iov: false }), name: ' VM 1 ' })).toEqual([]);
  });

  it('writes weights of 100 and 0 for the boxes that were touched, and nothing for the others', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const { id } = adapterOf(engine, vmId);
    expect(commandsOf(engine, vmId, edited(engine, vmId, { iov: true }))).toEqual([
      { name: 'adapter.modify', input: { id, iovWeight: 100 } },
    ]);
    done(engine, { name: 'adapter.modify', input: { id, iovWeight: 50 } });
    expect(commandsOf(engine, vmId, edited(engine, vmId, { vmq: false }))).toEqual([
      { name: 'adapter.modify', input: { id, vmqWeight: 0 } },
    ]);
    expect(commandsOf(engine, vmId, edited(engine, vmId, { iov: true }))).toEqual([]);
  });

  it('renames, exchanges one adapter for a legacy one and connects it, all at once', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    const { draft } = withNewAdapter(noChanges, 'legacy');
    const fresh = adapterPages(engine.world, vmId, draft).find((page) => page.before === null)!;
    const whole: SettingsDraft = {
      ...withEdit(draft, fresh, { switchId }),
      name: 'Web',
      removed: [pageOf(adapterOf(engine, vmId).id)],
    };
    done(engine, ...commandsOf(engine, vmId, whole));
    expect(vmOf(engine, vmId).name).toBe('Web');
    expect([...engine.world.adapter.values()]).toMatchObject([{ kind: 'legacy', switchId }]);
  });

  it('adds an adapter with the weights of its boxes, a legacy one without any', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const { draft } = withNewAdapter(withNewAdapter(noChanges, 'synthetic').draft, 'legacy');
    const fresh = adapterPages(engine.world, vmId, draft).find((page) => page.before === null)!;
    const commands = commandsOf(engine, vmId, withEdit(draft, fresh, { vmq: false, iov: true }));
    expect(commands).toEqual([
      {
        name: 'adapter.add',
        input: { vmId, kind: 'synthetic', switchId: null, vmqWeight: 0, iovWeight: 100 },
      },
      { name: 'adapter.add', input: { vmId, kind: 'legacy', switchId: null } },
    ]);
    const ids = done(engine, ...commands);
    expect(ids.map((id) => engine.world.adapter.get(id))).toMatchObject([
      { kind: 'synthetic', vmqWeight: 0, iovWeight: 100 },
      { kind: 'legacy', vmqWeight: 0, iovWeight: 0 },
    ]);
  });

  it('makes room before it adds', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    for (let count = 0; count < 4; count += 1) {
      done(engine, { name: 'adapter.add', input: { vmId, kind: 'legacy' } });
    }
    const legacy = [...engine.world.adapter.values()].find((adapter) => adapter.kind === 'legacy')!;
    const { draft } = withNewAdapter({ ...noChanges, removed: [pageOf(legacy.id)] }, 'legacy');
    done(engine, ...commandsOf(engine, vmId, draft));
    expect(engine.world.adapter.size).toBe(5);
  });
});

describe('the pages of an adapter', () => {
  it('write what a ticked box makes count, and nothing where a box is cleared', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const { id } = adapterOf(engine, vmId);
    const input = (patch: Partial<AdapterValue>) =>
      commandsOf(engine, vmId, edited(engine, vmId, patch)).map((command) => command.input);
    expect(input({ vlan: true })).toEqual([{ id, vlanId: 2 }]);
    expect(input({ vlan: false, vlanId: 9 })).toEqual([]);
    expect(input({ bandwidth: true, maximumMbps: 200 })).toEqual([{ id, maximumMbps: 200 }]);
    expect(input({ ipsec: false })).toEqual([{ id, ipsecMaximumSas: 0 }]);
    expect(input({ ipsecMaximumSas: 64 })).toEqual([{ id, ipsecMaximumSas: 64 }]);
    expect(input({ staticMac: true, macAddress: '00-15-5D-0B-00-01' })).toEqual([
      { id, macAddress: '00155D0B0001' },
    ]);
    expect(input({ macAddress: '00-15-5D-0B-00-01' })).toEqual([]);
    done(engine, {
      name: 'adapter.modify',
      input: { id, vlanId: 9, maximumMbps: 200, macAddress: '00155D0B0001' },
    });
    expect(input({ vlan: false, bandwidth: false, staticMac: false })).toEqual([
      { id, vlanId: null, maximumMbps: 0, macAddress: null },
    ]);
  });

  it('of a new adapter go into the command that adds it', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const { draft } = withNewAdapter(noChanges, 'legacy');
    const fresh = adapterPages(engine.world, vmId, draft).find((page) => page.before === null)!;
    const whole = withEdit(draft, fresh, { vlan: true, vlanId: 5, dhcpGuard: true });
    const commands = commandsOf(engine, vmId, whole);
    expect(commands).toEqual([
      { name: 'adapter.add', input: { vmId, kind: 'legacy', switchId: null, vlanId: 5, dhcpGuard: true } },
    ]);
    done(engine, ...commands);
  });
});

describe('what is wrong before the host is asked', () => {
  it.each([
    [{ vlan: true, vlanId: 0 }, 'vlanId', ''],
    [{ vlan: true, vlanId: 4095 }, 'vlanId', ''],
    [{ vlan: true, vlanId: Number.NaN }, 'vlanId', ''],
    [{ vlan: false, vlanId: 0 }, null, ''],
    [{ bandwidth: true, minimumMbps: 1.5 }, 'minimumMbps', ''],
    [{ bandwidth: true, maximumMbps: -1 }, 'maximumMbps', ''],
    [{ bandwidth: true, minimumMbps: 20, maximumMbps: 10 }, 'minimumMbps', ''],
    [{ bandwidth: true, minimumMbps: 20, maximumMbps: 0 }, null, ''],
    [{ ipsec: true, ipsecMaximumSas: 4097 }, 'ipsecMaximumSas', '/acceleration'],
    [{ ipsec: false, ipsecMaximumSas: 4097 }, null, ''],
    [{ staticMac: true, macAddress: '00-15-5D-0B-00-1' }, 'macAddress', '/advanced'],
    [{ staticMac: true, macAddress: '01-15-5D-0B-00-01' }, 'macAddress', '/advanced'],
    [{ staticMac: true, macAddress: '00-15-5D-0B-00-01' }, null, ''],
  ] as const)('%j', (patch, field, child) => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const found = validate(engine.world, vmOf(engine, vmId), edited(engine, vmId, patch));
    const page = pageOf(adapterOf(engine, vmId).id);
    expect(found === null ? null : [found.page, found.field]).toEqual(
      field === null ? null : [`${page}${child}`, field],
    );
  });

  it.each([
    [null, undefined],
    ['Web', undefined],
    [' ', 'Enter a name for the virtual machine.'],
    ['x'.repeat(101), 'Use at most 100 characters.'],
  ])('the name %j', (name, message) => {
    const engine = newEngine();
    const vm = vmOf(engine, newVm(engine));
    expect(validate(engine.world, vm, { ...noChanges, name })?.message).toBe(message);
  });
});

describe('where a refusal belongs', () => {
  it('is the name page when the name is taken', () => {
    const engine = newEngine();
    newVm(engine, 'Web');
    const vmId = newVm(engine);
    const batch = steps(engine, vmId, { ...noChanges, name: 'web' });
    const error = refused(engine, ...batch.map((step) => step.command));
    expect(problemFrom(error, batch)).toEqual({ page: 'name', field: 'name', message: error.message });
  });

  it('is the adapter whose switch has gone meanwhile', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const [switchId = ''] = done(engine, { name: 'switch.create', input: { name: 'Lab', type: 'Private' } });
    const batch = steps(engine, vmId, edited(engine, vmId, { switchId }));
    done(engine, { name: 'switch.remove', input: { id: switchId } });
    const error = refused(engine, ...batch.map((step) => step.command));
    const page = pageOf(adapterOf(engine, vmId).id);
    expect(problemFrom(error, batch)).toMatchObject({ page, field: 'switchId' });
  });

  it('is the child page for weights, the adapter itself for what has no field there', () => {
    const engine = newEngine();
    const vmId = newVm(engine);
    const batch = steps(engine, vmId, edited(engine, vmId, { iov: true }));
    const page = pageOf(adapterOf(engine, vmId).id);
    const refusal = (field: string) => ({ code: 'x', message: 'No.', field });
    expect(problemFrom(refusal('commands.0.input.iovWeight'), batch)).toMatchObject({
      page: `${page}/acceleration`,
      field: 'iov',
    });
    expect(problemFrom(refusal('commands.0.input.dhcpGuard'), batch)).toMatchObject({
      page: `${page}/advanced`,
      field: 'dhcpGuard',
    });
    expect(problemFrom(refusal('commands.0.input.id'), batch)).toMatchObject({ page, field: null });
    expect(problemFrom({ code: 'x', message: 'No.' }, batch)).toBeNull();
  });
});
