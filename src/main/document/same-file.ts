/** Tells whether two paths lead to one file, without opening it. */
import { statSync } from 'node:fs';

/**
 * A document that is open must not be opened a second time by this process, not even to look at it:
 * whoever closes one descriptor of a file loses all POSIX locks on it
 * (https://www.sqlite.org/howtocorrupt.html, 2.2), and another program could then write to it.
 */
export function isSameFile(left: string, right: string): boolean {
  if (left === right) return true;
  try {
    const [one, other] = [left, right].map((path) => statSync(path, { bigint: true }));
    return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
  } catch {
    return false;
  }
}
