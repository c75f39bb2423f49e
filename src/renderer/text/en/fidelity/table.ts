/** The table of fidelity: how real every window, page and control of the console is. */
import type { WindowEntry, WindowKind } from '../../../fidelity/model';
import { guest } from './guest';
import { deviceManager, nicProperties } from './devices';
import { hostSettings } from './host-settings';
import { mainWindow } from './main-window';
import * as own from './own-windows';
import { switchManager } from './switch-manager';
import { vmSettings } from './vm-settings';
import { newVirtualMachine } from './wizard';

/** A dialog without an entry here does not compile. */
export const windows: Readonly<Record<WindowKind, WindowEntry>> = {
  main: mainWindow,
  vmSettings,
  virtualSwitchManager: switchManager,
  newVirtualMachine,
  hostSettings,
  customizeView: own.customizeView,
  deviceManager,
  nicProperties,
  guest,
  firmwareSetup: own.firmwareSetup,
  virtualFunctions: own.virtualFunctions,
  newHostFromLspci: own.newHostFromLspci,
  addRemoveColumns: own.addRemoveColumns,
  rename: own.rename,
  setDate: own.setDate,
  recordings: own.recordingsWindow,
  newRecording: own.newRecording,
  compare: own.compare,
  about: own.about,
  help: own.help,
  fidelity: own.fidelity,
  confirm: own.confirm,
  failure: own.failure,
  documentRefused: own.documentRefused,
  longWork: own.longWork,
  browseDisks: own.browseDisks,
};
