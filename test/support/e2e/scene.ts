/**
 * A host with something on it for every dialog to show, made through the contract while simulated time stands still:
 * it is the same to the millisecond on every computer, and in every language of the window.
 */
import type { Page } from '@playwright/test';
import type { Command, RequestArgument, RequestName, RequestOutput } from '../../../src/shared/contract';
import type { Result } from '../../../src/shared/result';

/** Asks the host as the window does; a refusal fails the test. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  input: RequestArgument<N>,
): Promise<RequestOutput<N>> {
  const text = await page.evaluate(([request, argument]) => window.host.invoke(request as string, argument), [
    name,
    input,
  ] as const);
  const answer = JSON.parse(text) as Result<RequestOutput<N>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value;
}

async function run(page: Page, ...commands: Command[]): Promise<string[]> {
  return (await ask(page, 'execute', { commands })).ids;
}

async function nicNamed(page: Page, name: RegExp): Promise<string> {
  const { changes } = await ask(page, 'world.read', {});
  for (const { kind, value } of changes) {
    if (kind === 'nic' && value !== null && name.test(value.interfaceDescription)) return value.id;
  }
  throw new Error(`The host has no adapter ${String(name)}.`);
}

async function adapterOf(page: Page, vmId: string): Promise<string> {
  const { changes } = await ask(page, 'world.read', {});
  for (const { kind, value } of changes) {
    if (kind === 'adapter' && value?.vmId === vmId) return value.id;
  }
  throw new Error('The virtual machine has no network adapter.');
}

/**
 * The virtual machines of the scene, in the order of the list. SQL01 has a VF and traffic on it; WEB02 wants more memory
 * than there is.
 */
export const vmNames = ['DC01', 'FILE01', 'SQL01', 'WEB01', 'WEB02'] as const;
const running: readonly string[] = ['DC01', 'SQL01', 'WEB01'];

function memoryOf(name: string): number {
  return name === 'WEB02' ? 1_048_576 : 2048;
}

/** Furnishes an empty host whose time stands still. */
export async function furnish(page: Page): Promise<void> {
  const nicId = await nicNamed(page, /X520/);
  const [switchId = ''] = await run(
    page,
    {
      name: 'switch.create',
      input: { name: 'External SR-IOV', type: 'External', nicId, iovEnabled: true },
    },
    { name: 'switch.create', input: { name: 'Backup', type: 'Private' } },
  );
  const vmIds = await run(
    page,
    ...vmNames.map((name): Command => ({
      name: 'vm.create',
      input: {
        name,
        generation: name === 'FILE01' ? 1 : 2,
        startupMemoryMb: memoryOf(name),
        processors: 2,
        switchId,
      },
    })),
  );
  const sqlId = vmIds[vmNames.indexOf('SQL01')] ?? '';
  const adapterId = await adapterOf(page, sqlId);
  await run(page, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 100 } });
  await run(
    page,
    ...vmNames.flatMap((name, index): Command[] =>
      running.includes(name) ? [{ name: 'vm.start', input: { id: vmIds[index] ?? '' } }] : [],
    ),
  );
  await ask(page, 'time.step', { ms: 120_000 });
  await run(page, {
    name: 'adapter.setTraffic',
    input: {
      id: adapterId,
      traffic: { protocol: 'tcp', sendMbps: 1000, receiveMbps: 1000, packetBytes: 1500 },
    },
  });
  await ask(page, 'time.step', { ms: 60_000 });
}
