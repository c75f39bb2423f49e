/** Counters that no pane shows, asked for as Performance Monitor would: by their path. */
import type { Page } from '@playwright/test';
import type { HostPort } from '../../../src/shared/host-port';

/** The counter's absolute value now; NaN while its instance does not exist. */
export function readCounter(page: Page, path: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const { host } = globalThis as unknown as { readonly host: HostPort };
    const watch = 'test';
    const value = await new Promise<number>((resolve) => {
      const stop = host.subscribe((message) => {
        const sample = message as { stream: string; watch?: string; values?: Float64Array };
        if (sample.stream !== 'sample' || sample.watch !== watch) return;
        stop();
        resolve(sample.values?.[0] ?? Number.NaN);
      });
      void host.invoke('counters.watch', { watch, paths: [wanted], intervalMs: 100 });
    });
    await host.invoke('counters.unwatch', { watch });
    return value;
  }, path);
}
