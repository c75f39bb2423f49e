import { describe, expect, it } from 'vitest';
import type { StreamMessage } from '../../../src/shared/contract';
import { changeSchema } from '../../../src/shared/model/world-view';
import { streamSchema } from '../../../src/shared/contract';
import { newConsole } from '../../support/client';
import { fixture, iovVm, nicNamed } from '../../support/engine';

describe('a request', () => {
  it('answers with the whole world in the shape of the contract', async () => {
    const { ask } = newConsole();
    const read = await ask('world.read', {});
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.changes.map((change) => change.kind)).toContain('nic');
    for (const change of read.value.changes) expect(changeSchema.parse(change)).toEqual(change);
  });

  it('carries out a batch and tells every window what changed, numbered', async () => {
    const { ask, messages, session } = newConsole();
    const nicId = nicNamed(session.engine, /X520/).id;
    const done = await ask('execute', {
      commands: [{ name: 'switch.create', input: { name: 'A', type: 'External', nicId, iovEnabled: true } }],
    });
    expect(done.ok && done.value.ids).toHaveLength(1);
    session.engine.advance(200);
    const changed = messages.map((message) => streamSchema.parse(message));
    expect(changed).toEqual(messages);
    expect(changed.map((message) => (message.stream === 'world.changed' ? message.sequence : 0))).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['no such request', {}],
    ['toString', {}],
    ['__proto__', {}],
    [42, {}],
    [null, null],
  ])('%j is unknown', async (name, input) => {
    expect(await newConsole().askRaw(name, input)).toMatchObject({
      ok: false,
      error: { code: 'request.unknown' },
    });
  });

  it.each([
    ['execute', undefined],
    ['execute', { commands: [] }],
    ['execute', { commands: [{ name: 'vm.explode', input: {} }] }],
    ['execute', { commands: [{ name: 'constructor', input: {} }] }],
    ['execute', { commands: [{ name: 'vm.start', input: { id: 7 } }] }],
    ['execute', { commands: [{ name: 'vm.start', input: { id: 'x'.repeat(10_000_000) } }] }],
    [
      'execute',
      {
        commands: [
          {
            name: 'vm.create',
            input: { name: 'A', generation: 2, startupMemoryMb: Infinity, switchId: null },
          },
        ],
      },
    ],
    ['counters.watch', { watch: 'w', paths: 'all', intervalMs: 1000 }],
    ['counters.watch', { watch: 'w', paths: [], intervalMs: 1 }],
    ['lspci.preview', { text: 12 }],
  ])('%s with bad input is refused and changes nothing', async (name, input) => {
    const { askRaw, session } = newConsole();
    const before = JSON.stringify(session.engine.save());
    expect(await askRaw(name, input)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(JSON.stringify(session.engine.save())).toBe(before);
  });

  it('with a cycle in its input is refused', async () => {
    const input: Record<string, unknown> = { id: 'x' };
    input['self'] = input;
    const answer = await newConsole().askRaw('execute', { commands: [{ name: 'vm.start', input }] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'vm.notFound' } });
  });

  it('passes on what only a window can do', async () => {
    const { ask, ready } = newConsole({ name: 'host.txt', text: 'x' });
    expect(await ask('lspci.browse', {})).toEqual({
      ok: true,
      value: { name: 'host.txt', text: 'x', summary: null },
    });
    await ask('window.ready', {});
    expect(ready()).toBe(1);
    expect(await ask('window.toggleFullScreen', {})).toEqual({ ok: true, value: { fullScreen: true } });
    expect(await ask('window.toggleFullScreen', {})).toEqual({ ok: true, value: { fullScreen: false } });
  });

  it('opens windows about what is there, and no others', async () => {
    const { ask, opened, session } = newConsole();
    const gone = await ask('window.open', { kind: 'guest', vmId: 'nobody' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'window.subjectNotFound' } });
    expect(opened).toEqual([]);
    const { vmId } = iovVm(session.engine);
    expect(await ask('window.open', { kind: 'guest', vmId })).toEqual({ ok: true, value: {} });
    expect(opened).toEqual([{ kind: 'guest', vmId }]);
  });
});

describe('a chosen file', () => {
  it.each([
    ['random characters', '~#x'.repeat(35_000_000)],
    ['empty lines', '\n'.repeat(100_000_000)],
    ['one listing and then noise', fixture('iommu.off-vvvxxxx.txt') + 'noise\n'.repeat(16_000_000)],
  ])(
    'of 100 MB of noise (%s) is refused with line and reason and never reaches the page',
    async (_, text) => {
      const answer = await newConsole({ name: 'noise.txt', text }).ask('lspci.browse', {});
      expect(answer.ok ? '' : answer.error.message).toMatch(/^Line \d+: /);
    },
  );
});

describe('a host from lspci', () => {
  it('is previewed without touching the present one', async () => {
    const { ask, session } = newConsole();
    const before = session.engine;
    const preview = await ask('lspci.preview', { text: fixture('two-port-ari.on-vvv-nn.txt') });
    expect(preview).toMatchObject({
      ok: true,
      value: {
        bridges: 2,
        nics: [
          { address: '0000:01:00.0', totalVfs: 8, firstVf: '0000:01:10.0' },
          { address: '0000:01:00.1', totalVfs: 8, firstVf: '0000:01:10.1' },
          { address: '0000:02:00.0', totalVfs: null, firstVf: null },
        ],
      },
    });
    expect(session.engine).toBe(before);
  });

  it('takes the place of the present one, and windows are told to read again', async () => {
    const { ask, messages, session } = newConsole();
    const before = session.engine;
    expect(await ask('lspci.newHost', { text: fixture('iommu.off-vvvxxxx.txt') })).toEqual({
      ok: true,
      value: { created: true },
    });
    expect(session.engine).not.toBe(before);
    // On a slow computer it is also told how far the work is.
    const told = (): StreamMessage[] => messages.filter(({ stream }) => stream !== 'work');
    expect(told()).toEqual([{ stream: 'world.replaced' }]);
    expect([...session.engine.world.nic.values()].map((nic) => nic.interfaceDescription)).toEqual([
      'Intel(R) 82576 Gigabit Dual Port Network Connection',
    ]);
    before.execute([{ name: 'switch.create', input: { name: 'Old', type: 'Private' } }]);
    expect(told()).toHaveLength(1);
  });

  it.each(['', 'hello world', fixture('two-port-ari.off-vvvxxxx.txt').slice(0, 50_000)])(
    'that cannot be read leaves the present one (%#)',
    async (text) => {
      const { ask, session } = newConsole();
      const before = session.engine;
      const answer = await ask('lspci.newHost', { text });
      expect(answer).toMatchObject({ ok: false, error: { field: 'text' } });
      expect(answer.ok ? '' : answer.error.message).toMatch(/^Line \d+: /);
      expect(session.engine).toBe(before);
    },
  );
});

describe('PCI Express through the door', () => {
  it('gives the whole space of a function and of an existing VF as hex', async () => {
    const { ask, session } = newConsole();
    const pf = await ask('pcie.read', { functionId: '0000:01:00.0' });
    expect(pf.ok && [pf.value.hex.length, pf.value.hex.slice(0, 8)]).toEqual([8192, '8680fb10']);
    expect(pf.ok && pf.value.bars.find(({ index }) => index === 0)?.sizeBytes).toBe(0x80000);
    const nicId = nicNamed(session.engine, /X520/).id;
    const input = { name: 'A', type: 'External', nicId, iovEnabled: true } as const;
    await ask('execute', { commands: [{ name: 'switch.create', input }] });
    session.engine.advance(200);
    const vf = await ask('pcie.read', { functionId: '0000:01:00.0#62' });
    expect(vf.ok && [vf.value.hex.length, vf.value.hex.slice(0, 8)]).toEqual([8192, 'ffffffff']);
  });

  it.each(['0000:01:00.0#0', '0000:01:00.7', 'x'])('refuses %s, which does not exist', async (functionId) => {
    const answer = await newConsole().ask('pcie.read', { functionId });
    expect(answer).toMatchObject({ ok: false, error: { code: 'pcie.unknownFunction', field: 'functionId' } });
  });

  it('reads all ones from a card that was pulled out, and lists it no longer', async () => {
    const { ask, session } = newConsole();
    const nicId = nicNamed(session.engine, /82576/).id;
    const listed = async (): Promise<boolean> => {
      const exported = await ask('lspci.export', {});
      return exported.ok && exported.value.text.includes(`${nicId} Ethernet`);
    };
    const read = async (): Promise<string> => {
      const answer = await ask('pcie.read', { functionId: nicId });
      return answer.ok ? answer.value.hex.slice(0, 8) : '';
    };
    expect([await listed(), await read()]).toEqual([true, '8680c910']);
    await ask('execute', { commands: [{ name: 'fault.removeNic', input: { nicId } }] });
    expect([await listed(), await read()]).toEqual([false, 'ffffffff']);
    await ask('execute', { commands: [{ name: 'fault.returnNic', input: { nicId } }] });
    expect([await listed(), await read()]).toEqual([true, '8680c910']);
  });

  it('tells the windows nothing of registers', async () => {
    const { ask } = newConsole();
    const read = await ask('world.read', {});
    expect(JSON.stringify(read)).not.toContain('8680fb10');
  });

  it('exports a text from which a new host is built', async () => {
    const { ask, session } = newConsole();
    const before = [...session.engine.world.function.values()];
    const exported = await ask('lspci.export', {});
    if (!exported.ok) throw new Error(exported.error.message);
    expect(await ask('lspci.newHost', { text: exported.value.text })).toMatchObject({ ok: true });
    expect([...session.engine.world.function.values()]).toEqual(before);
  });
});
