/** Before the first test of the package: makes it if something has changed, and gives it a display of its own. */
import { packUnpacked } from '../../../scripts/packaging/package.mjs';
import setUpDisplay from '../../../scripts/e2e-display.mjs';

/** Vitest's global set-up; what it answers with takes everything down again. */
export default async function setUpPackage(): Promise<() => Promise<void>> {
  await packUnpacked();
  return setUpDisplay();
}
