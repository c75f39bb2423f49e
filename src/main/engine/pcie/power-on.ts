/** The PCI Express side of a host's start: firmware numbers buses and hands out memory anew. */
import { theHost } from '../../../shared/model/world-view';
import { enumerate } from '../../../shared/pcie/enumerate';
import type { FirmwareResources } from '../../../shared/pcie/enumerate';
import type { Context } from '../world/context';
import { putSpace, spaceOf } from './config-access';

/**
 * Starts all functions anew. An imported host keeps the numbers and addresses that its real
 * firmware gave, unless the settings that decide about them are `changed`.
 */
export function powerOnFunctions(context: Context, resources: FirmwareResources, changed: boolean): void {
  const { world } = context;
  if (theHost(world).origin === 'lspci' && !changed) return;
  const spaces = [...world.config.keys()].map((id) => spaceOf(context, id));
  for (const space of enumerate(spaces, resources)) putSpace(context, space);
}
