/** Asks axe-core what keeps people with disabilities out of a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Expects no violation on what the window shows now; `where` names it in the message. With `rules` only those are
 * looked at: what no theme changes need not be looked at in each.
 */
export async function expectAccessible(page: Page, where: string, rules?: readonly string[]): Promise<void> {
  // The debugger's way in: a script element would be stopped by the content security policy.
  await page.evaluate(`${source}; undefined`);
  const violations = await page.evaluate(async (only) => {
    // Fluent UI's focus keeper; it hands the focus on at once, so nobody ever stays on it.
    const exclude = [['[data-tabster-dummy]']];
    const results = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude },
      only === undefined ? {} : { runOnly: { type: 'rule', values: [...only] } },
    );
    return results.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      nodes: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
  }, rules);
  expect.soft(violations, where).toEqual([]);
}
