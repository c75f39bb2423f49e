/** What the drop-down list of physical network adapters offers. */
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { SelectChoice } from '../../forms/select-field';
import { switchManager as text } from '../../text/en/switch-manager';
import { holderOf } from './switch-draft';
import type { SwitchPage } from './switch-draft';
import { captionOf } from './switch-tree';

/** The adapter that the page's switch has lost, by what the host remembers of it. */
function missingChoice(world: Pick<WorldView, 'host'>, { before }: SwitchPage): SelectChoice<string>[] {
  const missing = theHost(world).absentNics.find(({ id }) => id === before?.nicId);
  if (missing === undefined) return [];
  return [{ value: missing.id, label: text.notInComputer(missing.nic.interfaceDescription) }];
}

/**
 * All adapters by description; one that another page holds is listed, and says so. An adapter that
 * the switch has lost comes first.
 */
export function nicChoices(
  world: Pick<WorldView, 'nic' | 'host'>,
  pages: readonly SwitchPage[],
  page: SwitchPage,
): readonly SelectChoice<string>[] {
  const present = [...world.nic.values()]
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
  return [...missingChoice(world, page), ...present];
}
