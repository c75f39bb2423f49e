/** What the host itself can be told, in the order of the Actions pane. */
import {
  BranchFork16Regular,
  DeveloperBoard16Regular,
  NetworkAdapter16Regular,
  VirtualNetwork16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { openDialog } from '../host/dialogs';
import { frame } from '../text/en/frame';

export interface HostAction {
  readonly caption: string;
  readonly icon: ReactElement;
  /** What Hyper-V Manager lacks; null for what it has. */
  readonly simulated: string | null;
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
    simulated: null,
    run: () => {
      openDialog({ kind: 'virtualSwitchManager' });
    },
  },
  {
    caption: frame.deviceManager,
    icon: <NetworkAdapter16Regular />,
    simulated: frame.deviceManagerHint,
    run: () => {
      openDialog({ kind: 'deviceManager' });
    },
  },
  {
    caption: frame.virtualFunctions,
    icon: <BranchFork16Regular />,
    simulated: frame.virtualFunctionsHint,
    run: () => {
      openDialog({ kind: 'virtualFunctions', nicId: null });
    },
  },
  {
    caption: frame.firmwareSetup,
    icon: <DeveloperBoard16Regular />,
    simulated: frame.firmwareSetupHint,
    run: () => {
      openDialog({ kind: 'firmwareSetup' });
    },
  },
];
