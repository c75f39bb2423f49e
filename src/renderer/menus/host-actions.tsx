/** What the host itself can be told, in the order of the Actions pane. */
import {
  ArrowClockwise16Regular,
  BranchFork16Regular,
  DeveloperBoard16Regular,
  NetworkAdapter16Regular,
  Options16Regular,
  Play16Regular,
  RecordStop16Regular,
  VirtualNetwork16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { connectHost } from '../host/connection';
import { openDialog } from '../host/dialogs';
import { frame } from '../text/en/frame';
import { hostSettings } from '../text/en/host-settings';
import { startService, stopService, useServiceRuns } from './management-service';

export interface HostAction {
  readonly caption: string;
  readonly icon: ReactElement;
  /** What Hyper-V Manager lacks; null for what it has. */
  readonly simulated: string | null;
  readonly run: () => void;
  /** The key that does the same. */
  readonly shortcut?: string;
  /** Carried out by the Virtual Machine Management service, and offered only while that runs. */
  readonly managed?: true;
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

const ownActions: readonly HostAction[] = [
  {
    caption: hostSettings.menu,
    icon: <Options16Regular />,
    simulated: null,
    managed: true,
    run: () => {
      openDialog({ kind: 'hostSettings' });
    },
  },
  {
    caption: frame.virtualSwitchManager,
    icon: <VirtualNetwork16Regular />,
    simulated: null,
    managed: true,
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

const stopAction: HostAction = {
  caption: frame.stopService,
  icon: <RecordStop16Regular />,
  simulated: null,
  run: stopService,
};

const startAction: HostAction = {
  caption: frame.startService,
  icon: <Play16Regular />,
  simulated: null,
  run: startService,
};

const refreshAction: HostAction = {
  caption: frame.refresh,
  icon: <ArrowClockwise16Regular />,
  simulated: null,
  shortcut: frame.refreshKey,
  run: () => void connectHost(),
};

const whileRunning: readonly HostAction[] = [...ownActions, stopAction, refreshAction];
const whileStopped: readonly HostAction[] = [
  ...ownActions.filter(({ managed }) => managed !== true),
  startAction,
  refreshAction,
];

/** Under the host's name, after `New`: what can be done now. */
export function useHostActions(): readonly HostAction[] {
  return useServiceRuns() ? whileRunning : whileStopped;
}
