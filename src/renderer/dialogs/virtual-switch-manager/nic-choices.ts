/** What the drop-down list of physical network adapters offers. */
import type { WorldView } from '../../../shared/model/world-view';
import type { SelectChoice } from '../../forms/select-field';
import { switchManager as text } from '../../text/en/switch-manager';
import { holderOf } from './switch-draft';
import type { SwitchPage } from './switch-draft';
import { captionOf } from './switch-tree';

/** All adapters by description; one that another page holds is listed, and says so. */
export function nicChoices(
  world: Pick<WorldView, 'nic'>,
  pages: readonly SwitchPage[],
  page: SwitchPage,
): readonly SelectChoice<string>[] {
  return [...world.nic.values()]
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
}
