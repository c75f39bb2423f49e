/** What the host itself can be told, in the order of the Actions pane. */
import { DeveloperBoard16Regular, VirtualNetwork16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { openDialog } from '../host/dialogs';
import { frame } from '../text/en/frame';

export interface HostAction {
  readonly caption: string;
  readonly icon: ReactElement;
  /** True for what Windows does not have. */
  readonly simulated: boolean;
  readonly run: () => void;
}

/** Under `New`. */
export const newActions: readonly { readonly caption: string; readonly run: () => void }[] = [
  {
    caption: frame.newVirtualMachine,
    run: () => {
      openDialog({ kind: 'newVirtualMachine' });
    },
  },
];

/** Under the host's name, after `New`. */
export const hostActions: readonly HostAction[] = [
  {
    caption: frame.virtualSwitchManager,
    icon: <VirtualNetwork16Regular />,
    simulated: false,
    run: () => {
      openDialog({ kind: 'virtualSwitchManager' });
    },
  },
  {
    caption: frame.firmwareSetup,
    icon: <DeveloperBoard16Regular />,
    simulated: true,
    run: () => {
      openDialog({ kind: 'firmwareSetup' });
    },
  },
];
