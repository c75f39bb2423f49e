/** The list of pages at the left of the Virtual Switch Manager. */
import { Add16Regular, VirtualNetwork16Regular } from '@fluentui/react-icons';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { PageGroup, PageNode } from '../../forms/page-tree';
import { switchManager as text } from '../../text/en/switch-manager';
import type { SwitchPage, SwitchValue } from './switch-draft';

/** Id of the page that creates switches. */
export const newSwitchPage = 'new';

/** The grey second line: what the switch is connected to. */
export function connectionOf(world: Pick<WorldView, 'nic' | 'host'>, value: SwitchValue): string {
  if (value.type === 'Internal') return text.internalOnly;
  if (value.type === 'Private') return text.privateVirtualSwitch;
  const nic = value.nicId === null ? undefined : world.nic.get(value.nicId);
  if (nic !== undefined) return nic.interfaceDescription;
  const missing = theHost(world).absentNics.find(({ id }) => id === value.nicId);
  return missing === undefined ? text.noAdapter : text.notInComputer(missing.nic.interfaceDescription);
}

/** What a switch is called where its name may still be empty. */
export function captionOf(page: SwitchPage): string {
  return page.value.name.trim() === '' ? text.unnamed : page.value.name;
}

/** One group: the page for new switches, then a page per switch. */
export function switchTree(
  world: Pick<WorldView, 'nic' | 'host'>,
  pages: readonly SwitchPage[],
): readonly PageGroup[] {
  const switches = pages.map((page): PageNode => ({
    id: page.id,
    label: captionOf(page),
    detail: connectionOf(world, page.value),
    icon: <VirtualNetwork16Regular />,
  }));
  const create: PageNode = { id: newSwitchPage, label: text.newVirtualNetworkSwitch, icon: <Add16Regular /> };
  return [{ header: text.virtualSwitches, nodes: [create, ...switches] }];
}
