/** What the parts of the window share. */
import { createContext, useContext } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { VmAction } from '../../menus/verb-list';

export interface Guest {
  readonly vm: Vm;
  /** What the VM allows now. */
  readonly actions: readonly VmAction[];
  readonly hostRunning: boolean;
  /** The host's Virtual Machine Management service runs. */
  readonly managed: boolean;
  readonly fullScreen: boolean;
  readonly toggleFullScreen: () => void;
}

export const GuestContext = createContext<Guest | null>(null);

/** The window's virtual machine. */
export function useGuest(): Guest {
  const guest = useContext(GuestContext);
  if (guest === null) throw new Error('Only the parts of a guest window may ask for its guest.');
  return guest;
}
