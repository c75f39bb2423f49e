/** Remembers that the user does not want to be asked before networking changes. */

const KEY = 'sriov-manager.dont-ask.apply-networking-changes';

/** True while the question is to be asked. */
export function asksBeforeChanges(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    // A page without storage still works; it only asks every time.
    return true;
  }
}

/** From now on the question is not asked on this computer. */
export function stopAsking(): void {
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // See asksBeforeChanges().
  }
}
