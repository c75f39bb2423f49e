/**
 * Boxes such as `Do not show this page again`, as they were ticked on this computer; `Reset Check Boxes` in
 * Hyper-V Settings brings back what they hide. A box to come gets a line here.
 */
const keys = {
  applyNetworkingChanges: 'sriov-manager.dont-ask.apply-networking-changes',
  newVirtualMachineBegin: 'newVirtualMachine.skipBeforeYouBegin',
} as const;

export type RememberedBox = keyof typeof keys;

/** Whether the box is ticked, and what it stands beside hidden. */
export function isTicked(box: RememberedBox): boolean {
  try {
    return localStorage.getItem(keys[box]) !== null;
  } catch {
    // A page without storage still works; it only forgets.
    return false;
  }
}

export function setTicked(box: RememberedBox, ticked: boolean): void {
  try {
    if (ticked) localStorage.setItem(keys[box], 'true');
    else localStorage.removeItem(keys[box]);
  } catch {
    // See isTicked().
  }
}

/** Clears all of them. */
export function resetCheckBoxes(): void {
  for (const box of Object.keys(keys) as RememberedBox[]) setTicked(box, false);
}
