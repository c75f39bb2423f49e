/** The list of pages at the left of the Virtual Switch Manager. */
import {
  Add16Regular,
  NumberSymbolSquare20Regular,
  PuzzlePiece16Regular,
  VirtualNetwork16Regular,
} from '@fluentui/react-icons';
import type { WorldView } from '../../../shared/model/world-view';
import type { PageGroup, PageNode } from '../../forms/page-tree';
import { switchManager as text } from '../../text/en/switch-manager';
import { macRangePage } from './mac-range';
import type { MacRange } from './mac-range';
import { missingNic } from './missing-nic';
import { extensionsPageOf } from './switch-draft';
import type { SwitchPage, SwitchValue } from './switch-draft';

/** Id of the page that creates switches. */
export const newSwitchPage = 'new';

/** The grey second line: what the switch is connected to. */
export function connectionOf(world: Pick<WorldView, 'nic' | 'host'>, value: SwitchValue): string {
  if (value.type === 'Internal') return text.internalOnly;
  if (value.type === 'Private') return text.privateVirtualSwitch;
  const missing = missingNic(world, value.nicId);
  if (missing !== undefined) return text.notInComputer(missing.interfaceDescription);
  return world.nic.get(value.nicId ?? '')?.interfaceDescription ?? text.noAdapter;
}

/** What a switch is called where its name may still be empty. */
export function captionOf(page: SwitchPage): string {
  return page.value.name.trim() === '' ? text.unnamed : page.value.name;
}

/** The page for new switches and two pages per switch; then what concerns all of them. */
export function switchTree(
  world: Pick<WorldView, 'nic' | 'host'>,
  pages: readonly SwitchPage[],
  range: MacRange,
): readonly PageGroup[] {
  const switches = pages.map((page): PageNode => ({
    id: page.id,
    label: captionOf(page),
    detail: connectionOf(world, page.value),
    icon: <VirtualNetwork16Regular />,
    children: [{ id: extensionsPageOf(page.id), label: text.extensions, icon: <PuzzlePiece16Regular /> }],
  }));
  const create: PageNode = { id: newSwitchPage, label: text.newVirtualNetworkSwitch, icon: <Add16Regular /> };
  const macRange: PageNode = {
    id: macRangePage,
    label: text.macRange,
    detail: text.macRangeDetail(range.minimum, range.maximum),
    icon: <NumberSymbolSquare20Regular />,
  };
  return [
    { header: text.virtualSwitches, nodes: [create, ...switches] },
    { header: text.globalNetworkSettings, nodes: [macRange] },
  ];
}
