/** The list of pages at the left of the Settings dialog. */
import {
  AddSquare16Regular,
  FlashFlow16Regular,
  NetworkAdapter16Regular,
  Rename16Regular,
} from '@fluentui/react-icons';
import type { WorldView } from '../../../shared/model/world-view';
import type { PageGroup, PageNode } from '../../forms/page-tree';
import { vmSettings as text } from '../../text/en/vm-settings';
import { accelerationPageOf } from './settings-commands';
import { namePage } from './settings-draft';
import type { AdapterPage } from './settings-draft';

/** Id of the page that adds devices. */
export const addHardwarePage = 'add';

function adapterNode(world: Pick<WorldView, 'switch'>, page: AdapterPage): PageNode {
  const { switchId } = page.value;
  const connected = switchId === null ? undefined : world.switch.get(switchId);
  const acceleration: PageNode = {
    id: accelerationPageOf(page.id),
    label: text.hardwareAcceleration,
    icon: <FlashFlow16Regular />,
  };
  return {
    id: page.id,
    label: page.name,
    detail: connected?.name ?? text.notConnected,
    icon: <NetworkAdapter16Regular />,
    ...(page.kind === 'legacy' ? {} : { children: [acceleration] }),
  };
}

/** Hardware: the adapters and the page to add more. Management: the name. */
export function settingsTree(
  world: Pick<WorldView, 'switch'>,
  pages: readonly AdapterPage[],
  name: string,
): readonly PageGroup[] {
  const add: PageNode = { id: addHardwarePage, label: text.addHardware, icon: <AddSquare16Regular /> };
  const detail = name.trim() === '' ? text.unnamed : name;
  const rename: PageNode = { id: namePage, label: text.name, detail, icon: <Rename16Regular /> };
  return [
    { header: text.hardware, nodes: [add, ...pages.map((page) => adapterNode(world, page))] },
    { header: text.management, nodes: [rename] },
  ];
}
