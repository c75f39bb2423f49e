/** Which component draws which dialog. Each is a chunk of its own, loaded when it is first opened. */
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { DialogKind, DialogProps } from './dialog-request';

type Registry = { readonly [K in DialogKind]: LazyExoticComponent<ComponentType<DialogProps<K>>> };

/** A dialog without an entry here does not compile. */
export const dialogRegistry: Registry = {
  hostSettings: lazy(() => import('./host-settings/host-settings')),
  virtualSwitchManager: lazy(() => import('./virtual-switch-manager/virtual-switch-manager')),
  vmSettings: lazy(() => import('./vm-settings/vm-settings')),
  newVirtualMachine: lazy(() => import('./new-virtual-machine/new-virtual-machine')),
  browseDisks: lazy(() => import('./browse-disks/browse-disks')),
  newHostFromLspci: lazy(() => import('./new-host-from-lspci/new-host-from-lspci')),
  firmwareSetup: lazy(() => import('./firmware-setup/firmware-setup')),
  deviceManager: lazy(() => import('./device-manager/device-manager')),
  nicProperties: lazy(() => import('./nic-properties/nic-properties')),
  virtualFunctions: lazy(() => import('./virtual-functions/virtual-functions')),
  rename: lazy(() => import('./rename/rename')),
  addRemoveColumns: lazy(() => import('./add-remove-columns/add-remove-columns')),
  customizeView: lazy(() => import('./customize-view/customize-view')),
  about: lazy(() => import('./about/about')),
  help: lazy(() => import('./help/help')),
  fidelity: lazy(() => import('./fidelity/fidelity')),
  setDate: lazy(() => import('./set-date/set-date')),
  compare: lazy(() => import('./compare/compare')),
  recordings: lazy(() => import('./recordings/recordings')),
  newRecording: lazy(() => import('./new-recording/new-recording')),
  documentRefused: lazy(() => import('./document-refused/document-refused')),
  longWork: lazy(() => import('./long-work/long-work')),
  confirm: lazy(() => import('./confirm/confirm')),
  failure: lazy(() => import('./failure/failure')),
};
