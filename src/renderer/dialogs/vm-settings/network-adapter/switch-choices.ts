/** What the drop-down list of virtual switches offers. */
import type { WorldView } from '../../../../shared/model/world-view';
import type { SelectChoice } from '../../../forms/select-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';

/** `Not connected`, then the switches by name. An empty value stands for no switch. */
export function switchChoices(world: Pick<WorldView, 'switch'>): readonly SelectChoice<string>[] {
  const switches = [...world.switch.values()].sort((one, other) => one.name.localeCompare(other.name));
  return [
    { value: '', label: text.notConnected },
    ...switches.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
