/** What the drop-down list of physical network adapters offers. */
import type { WorldView } from '../../../shared/model/world-view';
import type { SelectChoice } from '../../forms/select-field';
import { switchManager as text } from '../../text/en/switch-manager';
import { missingNic } from './missing-nic';
import { holderOf } from './switch-draft';
import type { SwitchPage } from './switch-draft';
import { captionOf } from './switch-tree';

/** Adapters that the page's switch has or had and that are not there. */
function missingChoices(
  world: Pick<WorldView, 'nic' | 'host'>,
  { before, value }: SwitchPage,
): SelectChoice<string>[] {
  return [...new Set([before?.nicId, value.nicId])].flatMap((id) => {
    const missing = missingNic(world, id);
    if (id == null || missing === undefined) return [];
    return [{ value: id, label: text.notInComputer(missing.interfaceDescription) }];
  });
}

/**
 * All adapters in the computer by description; one that another page holds is listed, and says so.
 * An adapter that the switch has lost comes first.
 */
export function nicChoices(
  world: Pick<WorldView, 'nic' | 'host'>,
  pages: readonly SwitchPage[],
  page: SwitchPage,
): readonly SelectChoice<string>[] {
  const present = [...world.nic.values()]
    .filter((nic) => nic.present)
    .sort((one, other) =>
      one.interfaceDescription.localeCompare(other.interfaceDescription, 'en', { numeric: true }),
    )
    .map(({ id, interfaceDescription }) => {
      const holder = holderOf(pages, id, page.id);
      return {
        value: id,
        label:
          holder === undefined ? interfaceDescription : text.inUseBy(interfaceDescription, captionOf(holder)),
      };
    });
  return [...missingChoices(world, page), ...present];
}
