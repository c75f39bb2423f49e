/** The list of pages at the left of Firmware Setup. */
import {
  DeveloperBoard16Regular,
  Code16Regular,
  Settings16Regular,
  TableSimple16Regular,
} from '@fluentui/react-icons';
import type { PageGroup } from '../../forms/page-tree';
import { firmware as text } from '../../text/en/firmware';
import type { FirmwarePage } from './firmware-draft';

const icons = {
  settings: <Settings16Regular />,
  boot: <Code16Regular />,
  hardware: <DeveloperBoard16Regular />,
  slots: <TableSimple16Regular />,
};

/** The grey second line counts what differs from what is in force. */
export function firmwareTree(changes: Readonly<Record<FirmwarePage, number>>): readonly PageGroup[] {
  const node = (id: FirmwarePage) => ({
    id,
    label: text[id],
    detail: text.changes(changes[id]),
    icon: icons[id],
  });
  return [
    { header: text.groups.setUp, nodes: [node('settings'), node('boot')] },
    { header: text.groups.hardware, nodes: [node('hardware'), node('slots')] },
  ];
}
