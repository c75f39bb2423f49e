import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/shared/result';
import { execute, request } from '../../../../src/renderer/host/client';
import { FakePort } from '../support/fake-port';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a batch goes out as one request', async () => {
  const port = new FakePort({ execute: () => ok({ ids: ['a', 'b'] }) });
  vi.stubGlobal('window', { host: port });
  const commands = [
    { name: 'vm.start', input: { id: 'a' } },
    { name: 'vm.start', input: { id: 'b' } },
  ] as const;
  expect(await execute(commands)).toEqual(ok({ ids: ['a', 'b'] }));
  expect(port.asked).toEqual([{ name: 'execute', input: { commands: [...commands] } }]);
});

test('a port that breaks is a refusal, not an exception', async () => {
  const port = new FakePort({ 'world.read': () => Promise.reject(new Error('The process is gone.')) });
  vi.stubGlobal('window', { host: port });
  expect(await request('world.read', {})).toEqual({
    ok: false,
    error: { code: 'port.failed', message: 'The process is gone.' },
  });
});
