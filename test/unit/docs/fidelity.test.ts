import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { fidelityPage } from '../../../scripts/fidelity-page.mjs';
import { sectionsOf } from '../../../src/renderer/fidelity/sections';
import { absent } from '../../../src/renderer/text/en/fidelity/absent';
import { notYetThere } from '../../../src/renderer/text/en/fidelity/not-yet-there';
import { windows } from '../../../src/renderer/text/en/fidelity/table';

const file = join(import.meta.dirname, '../../../docs/fidelity.md');

test('docs/fidelity.md is what the table says; npm run fidelity writes it', async () => {
  const page = fidelityPage({ sections: sectionsOf(Object.values(windows)), absent, notYetThere });
  const text = await format(page, { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(file);
});
