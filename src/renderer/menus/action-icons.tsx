/** One icon per verb, the same in the Actions pane and in every menu. */
import {
  ArrowCounterclockwise16Regular,
  Delete16Regular,
  DocumentDismiss16Regular,
  Desktop16Regular,
  Pause16Regular,
  Play16Regular,
  Power20Regular,
  PlugDisconnected16Regular,
  Rename16Regular,
  Save16Regular,
  Settings16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { VmAction } from './verb-list';

/** The icon of each verb. */
export const actionIcons: Readonly<Record<VmAction, ReactElement>> = {
  connect: <Desktop16Regular />,
  settings: <Settings16Regular />,
  start: <Play16Regular />,
  turnOff: <PlugDisconnected16Regular />,
  shutDown: <Power20Regular />,
  save: <Save16Regular />,
  pause: <Pause16Regular />,
  resume: <Play16Regular />,
  reset: <ArrowCounterclockwise16Regular />,
  rename: <Rename16Regular />,
  delete: <Delete16Regular />,
  deleteSavedState: <DocumentDismiss16Regular />,
};
