/** Whether the wizard shows its first page: a wish of this console's user, not of the host. */
const key = 'newVirtualMachine.skipBeforeYouBegin';

/** True when the user asked not to see the page again. */
export function skipsBegin(storage: Pick<Storage, 'getItem'> = localStorage): boolean {
  return storage.getItem(key) === 'true';
}

/** Remembers the wish. */
export function setSkipsBegin(
  skip: boolean,
  storage: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  if (skip) storage.setItem(key, 'true');
  else storage.removeItem(key);
}
