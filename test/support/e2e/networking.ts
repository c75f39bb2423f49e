/** What the details band tells about a virtual machine's network: status, reasons, traffic. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { select, turnTo } from './frame';

export const active = 'OK (SR-IOV active)';
export const degraded = 'Degraded (SR-IOV not operational)';

/** Turns to the Networking tab of a virtual machine and answers with its first adapter's row. */
async function adapterRow(page: Page, vm: string): Promise<Locator> {
  await select(page, vm);
  await turnTo(page, 'Networking');
  return page.getByRole('grid', { name: 'Network adapters' }).getByRole('row').nth(1);
}

/** Waits until the Networking tab shows this status for the first adapter. */
export async function expectStatus(page: Page, vm: string, status: string): Promise<void> {
  const row = await adapterRow(page, vm);
  await expect(row.getByRole('gridcell').nth(3)).toHaveText(status, { timeout: 20_000 });
}

/** The `Adapter` cell of the first adapter: its name and MAC address. */
export async function adapterText(page: Page, vm: string): Promise<string> {
  return (await adapterRow(page, vm)).getByRole('gridcell').first().innerText();
}

/** Expects a sentence of the Networking tab that says why SR-IOV does not operate. */
export async function expectReason(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'SR-IOV', exact: true }).getByText(sentence)).toBeVisible();
}

export type Series = 'Emulated' | 'VMBus' | 'VF' | 'Root partition CPU';

/** The chart's table: what a series is now. Needs the Performance tab. */
function now(page: Page, series: Series): Locator {
  const header = page.getByRole('rowheader', { name: series, exact: true });
  const row = page.getByRole('table', { name: 'Last 60 seconds' }).getByRole('row').filter({ has: header });
  // The unit stands before it.
  return row.getByRole('cell').nth(1);
}

/** What the chart shows now, in Mbps or per cent; NaN while it shows nothing. */
export async function readSeries(page: Page, series: Series): Promise<number> {
  return Number.parseFloat((await now(page, series).innerText()).replaceAll(',', ''));
}

/** Turns to the Performance tab and waits until all traffic is on this path. */
export async function expectTrafficOn(page: Page, vm: string, path: 'VMBus' | 'VF'): Promise<void> {
  await select(page, vm);
  await turnTo(page, 'Performance');
  const other = path === 'VF' ? 'VMBus' : 'VF';
  await expect.poll(() => readSeries(page, path), { timeout: 20_000 }).toBeGreaterThan(100);
  // A path that no packet has taken yet has no figure.
  await expect.poll(async () => (await readSeries(page, other)) || 0, { timeout: 20_000 }).toBe(0);
}
