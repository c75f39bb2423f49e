/** Sets a scene by commands where clicking it together is not the point of a test. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Command } from '../../../src/shared/contract';

/** Carries out a batch as the console would; answers with the ids. */
export async function execute(page: Page, commands: readonly Command[]): Promise<readonly string[]> {
  const text = await page.evaluate(
    (batch) => window.host.invoke('execute', { commands: batch }),
    [...commands],
  );
  const answer = JSON.parse(text) as { ok: boolean; value: { ids: string[] } };
  expect(answer, text).toMatchObject({ ok: true });
  return answer.value.ids;
}

/** The ids of the entities of a kind by their names. */
export async function idsByName(page: Page, kind: 'vm' | 'adapter' | 'switch'): Promise<Map<string, string>> {
  const text = await page.evaluate(() => window.host.invoke('world.read', {}));
  const { value } = JSON.parse(text) as {
    value: { changes: { kind: string; id: string; value: { name: string; vmId?: string } }[] };
  };
  const vms = new Map(
    value.changes.filter((each) => each.kind === 'vm').map((each) => [each.id, each.value.name]),
  );
  const named = value.changes.filter((each) => each.kind === kind);
  // Adapters all have the same name: theirs here is the virtual machine's.
  return new Map(named.map((each) => [vms.get(each.value.vmId ?? '') ?? each.value.name, each.id]));
}
