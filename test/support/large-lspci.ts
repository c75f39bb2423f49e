/** Texts of lspci as long as those of a large server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The host of a capture `copies` times, each in a PCI domain of its own; a copy has 92 KB and 6 functions. */
export function largeLspci(copies: number): string {
  const text = readFileSync(
    join(import.meta.dirname, '../fixtures/lspci/two-port-ari.off-vvvxxxx.txt'),
    'utf8',
  );
  const domains = Array.from({ length: copies }, (_, domain) => domain.toString(16).padStart(4, '0'));
  return domains
    .map((domain) => text.replace(/^(?=[0-9a-f]{2}:[0-9a-f]{2}\.[0-7] )/gm, `${domain}:`))
    .join('');
}
